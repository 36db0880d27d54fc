//! Families of work: the fourteen of ROME (its first letter), and unpaid work beside them.

use crate::Picto;
use domain::coded_enum;
use domain::occupation::RomeCode;
use i18n::GuideKey as Key;

coded_enum! {
    /// A family of paid work: the first letter of a ROME code.
    pub enum Family {
        /// Home, care and cleaning: the commonest first.
        Care = "k",
        /// Shops.
        Shop = "d",
        /// Hotels, restaurants, leisure.
        Meal = "g",
        /// Transport and storage.
        Transport = "n",
        /// Building.
        Building = "f",
        /// Offices and computers.
        Office = "m",
        /// Factories.
        Factory = "h",
        /// Repair.
        Repair = "i",
        /// Health.
        Health = "j",
        /// Plants and animals.
        Plants = "a",
        /// Crafts.
        Craft = "b",
        /// Banks, insurance, housing.
        Bank = "c",
        /// Media.
        Media = "e",
        /// Stage.
        Stage = "l",
    }
}

impl Family {
    /// Whether an occupation is of it.
    #[must_use]
    pub fn has(self, code: &RomeCode) -> bool {
        code.as_str().to_ascii_lowercase().starts_with(self.code())
    }

    /// The family of an occupation.
    #[must_use]
    pub fn of(code: &RomeCode) -> Option<Self> {
        Self::ALL.iter().copied().find(|family| family.has(code))
    }

    /// Its picture and its words.
    #[must_use]
    pub const fn shown(self) -> (Picto, Key) {
        match self {
            Self::Care => (Picto::Care, Key::FamilyK),
            Self::Shop => (Picto::Shop, Key::FamilyD),
            Self::Meal => (Picto::Meal, Key::FamilyG),
            Self::Transport => (Picto::Truck, Key::FamilyN),
            Self::Building => (Picto::Site, Key::FamilyF),
            Self::Office => (Picto::Office, Key::FamilyM),
            Self::Factory => (Picto::Factory, Key::FamilyH),
            Self::Repair => (Picto::Repair, Key::FamilyI),
            Self::Health => (Picto::Health, Key::FamilyJ),
            Self::Plants => (Picto::Plant, Key::FamilyA),
            Self::Craft => (Picto::Craft, Key::FamilyB),
            Self::Bank => (Picto::Bank, Key::FamilyC),
            Self::Media => (Picto::Media, Key::FamilyE),
            Self::Stage => (Picto::Stage, Key::FamilyL),
        }
    }
}

coded_enum! {
    /// Where one works without pay, or where it does not count here.
    pub enum Unpaid {
        /// At home.
        Home = "home",
        /// Caring for someone.
        Care = "care",
        /// In an association.
        Association = "association",
        /// Odd jobs.
        OddJobs = "odd",
        /// Paid work in another country: asked for by title like any other.
        Abroad = "abroad",
    }
}

impl Unpaid {
    pub(super) const fn shown(self) -> (Picto, Key) {
        match self {
            Self::Home => (Picto::Home, Key::UnpaidHome),
            Self::Care => (Picto::Heart, Key::UnpaidCare),
            Self::Association => (Picto::Hands, Key::UnpaidAssociation),
            Self::OddJobs => (Picto::Tools, Key::UnpaidOdd),
            Self::Abroad => (Picto::World, Key::UnpaidAbroad),
        }
    }
}
