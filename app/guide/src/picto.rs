//! Pictograms by name; the drawings stand in the page's sprite, which the server writes.

use maud::{Markup, html};

macro_rules! pictos {
    ($($(#[$meta:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// A pictogram of the sprite.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Picto { $($(#[$meta])* $name,)+ }

        impl Picto {
            /// Every one, for who draws the sprite.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its id in the sprite, with `#`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => concat!("#p-", $id),)+ }
            }
        }
    };
}

pictos! {
    /// One person.
    Person = "person",
    /// Two people.
    Helped = "helped",
    /// A group.
    Group = "group",
    /// Plants.
    Plant = "plant",
    /// Crafts.
    Craft = "craft",
    /// Bank.
    Bank = "bank",
    /// Shop.
    Shop = "shop",
    /// Media.
    Media = "media",
    /// Building site.
    Site = "site",
    /// Meals and leisure.
    Meal = "meal",
    /// Factory.
    Factory = "factory",
    /// Repair.
    Repair = "repair",
    /// Health.
    Health = "health",
    /// Care of people and places.
    Care = "care",
    /// Stage.
    Stage = "stage",
    /// Office.
    Office = "office",
    /// Transport.
    Truck = "truck",
    /// Home.
    Home = "home",
    /// Heart and hand.
    Heart = "caring",
    /// Association.
    Hands = "hands",
    /// Odd jobs.
    Tools = "tools",
    /// Another country.
    World = "world",
    /// A short time.
    Short = "short",
    /// Some time.
    Middle = "middle",
    /// A long time.
    Long = "long",
    /// Now.
    Now = "now",
    /// Recently.
    Recent = "recent",
    /// Long ago.
    Ago = "ago",
    /// Strength.
    Star = "star",
    /// Aloud.
    Speaker = "aloud",
    /// Yes.
    Check = "check",
    /// To check.
    Question = "question",
    /// Place.
    Place = "place",
    /// A certificate.
    Paper = "paper",
    /// Tested.
    Tested = "tested",
    /// On foot.
    Foot = "foot",
    /// By bike.
    Bike = "bike",
    /// By bus or train.
    Bus = "bus",
    /// By car.
    Car = "car",
    /// A course.
    Course = "course",
    /// Money.
    Euro = "euro",
}

/// A pictogram beside words: hidden from screen readers.
pub(crate) fn picto(one: Picto) -> Markup {
    html! { svg.picto aria-hidden="true" { use href=(one.id()) {} } }
}
