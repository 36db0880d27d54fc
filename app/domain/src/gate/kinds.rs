//! The gates themselves: which opens which, how long each is valid, how far it is.

use super::{Bucket, Demand};
use crate::coded_enum;
use crate::requirement::Diploma;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// Driving licences (Code de la route, R. 221-4).
    pub enum Licence {
        /// Cyclomoteur, from 14 years.
        Am = "am",
        /// Moto.
        A = "a",
        /// Voiture.
        B = "b",
        /// Voiture et remorque.
        Be = "be",
        /// Poids lourd.
        C = "c",
        /// Poids lourd et remorque (super lourd).
        Ce = "ce",
        /// Transport en commun.
        D = "d",
    }
}

coded_enum! {
    /// Families of CACES (recommandations of the Cnam, since 2020; R389 became R489, R372 became R482).
    pub enum Caces {
        /// Engins de chantier.
        R482 = "r482",
        /// Grues mobiles.
        R483 = "r483",
        /// Ponts roulants.
        R484 = "r484",
        /// Gerbeurs à conducteur accompagnant.
        R485 = "r485",
        /// Nacelles (PEMP).
        R486 = "r486",
        /// Grues à tour.
        R487 = "r487",
        /// Chariots élévateurs.
        R489 = "r489",
        /// Grues de chargement.
        R490 = "r490",
    }
}

coded_enum! {
    /// Languages beside French that offers ask for, those of our neighbours and of many who live here.
    pub enum Language {
        /// Anglais.
        English = "en",
        /// Allemand.
        German = "de",
        /// Néerlandais.
        Dutch = "nl",
        /// Espagnol.
        Spanish = "es",
        /// Italien.
        Italian = "it",
        /// Arabe.
        Arabic = "ar",
        /// Portugais.
        Portuguese = "pt",
        /// Langue des signes française.
        Signs = "lsf",
    }
}

/// Something that one has or has not, and without which some jobs are out of reach.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// A driving licence.
    Licence(Licence),
    /// A CACES.
    Caces(Caces),
    /// Habilitation électrique (NF C18-510).
    Electrical,
    /// Carte professionnelle du CNAPS (sécurité privée).
    Cnaps,
    /// FIMO or FCO: transport of goods or people by profession.
    Fimo,
    /// SST: sauveteur secouriste du travail.
    FirstAid,
    /// HACCP: hygiène alimentaire.
    FoodHygiene,
    /// BAFA or equivalent: animation.
    Bafa,
    /// A diploma of at least this level.
    Diploma(Diploma),
    /// French well enough to work in it.
    French,
    /// Another language, well enough to work in it.
    Language(Language),
    /// The state diploma of a regulated profession (aide-soignant, infirmier, ambulancier…).
    Regulated,
}

impl Gate {
    /// How long it is valid, in years; `None` for ever, or where a medical visit decides and not the year.
    #[must_use]
    pub const fn valid_years(&self) -> Option<u16> {
        match self {
            Self::Caces(Caces::R482) => Some(10),
            Self::Caces(_) | Self::Cnaps | Self::Fimo => Some(5),
            Self::Electrical => Some(3),
            Self::FirstAid => Some(2),
            _ => None,
        }
    }

    /// Whether the law can ask for it at all. The others are an employer's wish.
    #[must_use]
    pub const fn may_be_law(&self) -> bool {
        matches!(self, Self::Licence(_) | Self::Cnaps | Self::Fimo | Self::Regulated | Self::Electrical | Self::Bafa)
    }

    /// Whether having `self` opens `other` as well.
    #[must_use]
    pub fn opens(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Licence(own), Self::Licence(asked)) => includes(*own, *asked),
            (Self::Diploma(own), Self::Diploma(asked)) => own >= asked,
            _ => self == other,
        }
    }

    /// How far a job is from who has it not.
    #[must_use]
    pub const fn distance(&self, demand: Demand) -> Bucket {
        match self {
            Self::Regulated => Bucket::ClosedByLaw,
            Self::Caces(_) | Self::Electrical | Self::FirstAid | Self::FoodHygiene => Bucket::Openable,
            // An employer's wish for a diploma is a wish: one may write all the same.
            Self::Diploma(_) if matches!(demand, Demand::Employer) => Bucket::Openable,
            _ => Bucket::NeedsPath,
        }
    }

    /// The language that a source names: "Anglais", "Langue des signes".
    #[must_use]
    pub fn language_of(label: &str) -> Option<Self> {
        let own = match crate::text::fold(label).split_whitespace().next()? {
            "francais" => return Some(Self::French),
            "anglais" => Language::English,
            "allemand" => Language::German,
            "neerlandais" | "flamand" => Language::Dutch,
            "espagnol" => Language::Spanish,
            "italien" => Language::Italian,
            "arabe" => Language::Arabic,
            "portugais" => Language::Portuguese,
            "langue" | "lsf" => Language::Signs,
            _ => return None,
        };
        Some(Self::Language(own))
    }

    /// The driving licence that a source names: "B - Véhicule léger", "Permis B".
    #[must_use]
    pub fn licence_of(label: &str) -> Option<Self> {
        let first = label.trim().trim_start_matches("Permis").trim().split([' ', '-']).next()?.to_ascii_lowercase();
        let own = match first.as_str() {
            "b1" | "b" => Licence::B,
            "ce" | "ec" | "c1e" => Licence::Ce,
            "c1" | "c" => Licence::C,
            "d1" | "d" | "de" => Licence::D,
            "a1" | "a2" | "a" => Licence::A,
            other => Licence::from_code(other)?,
        };
        Some(Self::Licence(own))
    }
}

/// Code de la route, R. 221-7: a heavier licence is only given to who has B; D and C do not open each
/// other.
const fn includes(own: Licence, asked: Licence) -> bool {
    match asked {
        Licence::Am => true,
        Licence::A => matches!(own, Licence::A),
        Licence::B => matches!(own, Licence::B | Licence::Be | Licence::C | Licence::Ce | Licence::D),
        Licence::Be => matches!(own, Licence::Be | Licence::Ce),
        Licence::C => matches!(own, Licence::C | Licence::Ce),
        Licence::Ce => matches!(own, Licence::Ce),
        Licence::D => matches!(own, Licence::D),
    }
}

/// Every gate that stands by itself, in the order of their numbers; licences, CACES and diplomas come before.
const ALONE: [Gate; 8] = [
    Gate::Electrical,
    Gate::Cnaps,
    Gate::Fimo,
    Gate::FirstAid,
    Gate::FoodHygiene,
    Gate::Bafa,
    Gate::French,
    Gate::Regulated,
];
const CACES: u16 = 16;
const DIPLOMAS: u16 = 32;
const OTHERS: u16 = 48;
const LANGUAGES: u16 = 64;

impl Gate {
    /// A number for files; the same for ever.
    #[must_use]
    pub fn number(&self) -> u8 {
        let at = |base: u16, place: Option<usize>| u8::try_from(usize::from(base) + place.unwrap_or_default());
        match self {
            Self::Licence(own) => at(0, Licence::ALL.iter().position(|one| one == own)),
            Self::Caces(own) => at(CACES, Caces::ALL.iter().position(|one| one == own)),
            Self::Diploma(own) => at(DIPLOMAS, Diploma::ALL.iter().position(|one| one == own)),
            Self::Language(own) => at(LANGUAGES, Language::ALL.iter().position(|one| one == own)),
            other => at(OTHERS, ALONE.iter().position(|one| one == other)),
        }
        .unwrap_or_default()
    }

    /// The gate with this number.
    #[must_use]
    pub fn of_number(number: u16) -> Option<Self> {
        let at = |base: u16| usize::from(number - base);
        match number {
            0..CACES => Licence::ALL.get(at(0)).copied().map(Self::Licence),
            CACES..DIPLOMAS => Caces::ALL.get(at(CACES)).copied().map(Self::Caces),
            DIPLOMAS..OTHERS => Diploma::ALL.get(at(DIPLOMAS)).copied().map(Self::Diploma),
            OTHERS..LANGUAGES => ALONE.get(at(OTHERS)).cloned(),
            _ => Language::ALL.get(at(LANGUAGES)).copied().map(Self::Language),
        }
    }
}

#[cfg(test)]
impl Gate {
    /// How many [`Gate::numbered`] gives.
    pub(super) const COUNT: usize = 26;

    /// Any gate, by number, for tests.
    pub(super) fn numbered(number: usize) -> Self {
        let all: Vec<Self> = Licence::ALL
            .iter()
            .map(|one| Self::Licence(*one))
            .chain(Caces::ALL.iter().map(|one| Self::Caces(*one)))
            .chain([
                Self::Electrical,
                Self::Cnaps,
                Self::Fimo,
                Self::FirstAid,
                Self::FoodHygiene,
                Self::Bafa,
                Self::Diploma(Diploma::Cap),
                Self::Diploma(Diploma::Bac2),
                Self::Regulated,
                Self::Language(Language::English),
                Self::Language(Language::Signs),
            ])
            .collect();
        assert_eq!(all.len(), Self::COUNT);
        all[number % Self::COUNT].clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gate_has_a_number_of_its_own() {
        let numbers: Vec<u8> = (0..Gate::COUNT).map(|at| Gate::numbered(at).number()).collect();
        for (at, number) in numbers.iter().enumerate() {
            assert_eq!(Gate::of_number(u16::from(*number)), Some(Gate::numbered(at)));
        }
        assert_eq!([7u16, 31, 200].map(Gate::of_number), [None, None, None]);
    }

    #[test]
    fn languages_are_read_as_sources_write_them() {
        for (label, gate) in [
            ("Anglais", Some(Gate::Language(Language::English))),
            ("Langue des signes", Some(Gate::Language(Language::Signs))),
            ("FRANÇAIS", Some(Gate::French)),
            ("Wolof", None),
        ] {
            assert_eq!(Gate::language_of(label), gate, "{label}");
        }
    }

    #[test]
    fn licences_are_read_as_sources_write_them() {
        for (label, licence) in [
            ("B - Véhicule léger", Licence::B),
            ("CE - Poids lourd + de 7,5T (tracteur routier)", Licence::Ce),
            ("Permis D", Licence::D),
            ("C1 - Véhicule de 3,5T à 7,5T", Licence::C),
        ] {
            assert_eq!(Gate::licence_of(label), Some(Gate::Licence(licence)), "{label}");
        }
        assert_eq!(Gate::licence_of("Bateau"), None);
    }
}
