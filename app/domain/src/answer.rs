//! What a search answers: offers, counts, what was understood, and what to relax when little is found.

use crate::coded_enum;
use crate::occupation::RomeCode;
use crate::offer::OfferCard;
use crate::place::{CommuneCode, Point};
use crate::query::OfferQuery;
use serde::{Deserialize, Serialize};

/// One offer found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// What the list shows.
    pub card: OfferCard,
    /// Metres from the searched commune's centre to the nearest place of the offer.
    pub distance_m: Option<u32>,
    /// Known only by its département (or région): shown after the others, marked.
    pub wide_place: bool,
}

coded_enum! {
    /// What can be counted by value.
    pub enum Facet {
        /// Contract.
        Contract = "contract",
        /// Full or part time.
        Hours = "hours",
        /// Experience.
        Experience = "experience",
        /// Diploma.
        Diploma = "diploma",
        /// Schedule.
        Schedule = "schedule",
        /// Sector.
        Sector = "sector",
        /// Posted since: values of [`crate::query::SINCE_DAYS`], cumulative.
        Since = "since",
        /// Pay stated: value "1".
        Pay = "pay",
        /// Without a car: value "1".
        NoCar = "no_car",
        /// Insertion: value "1".
        Insertion = "insertion",
        /// Reserved posts: value "1".
        Reserved = "reserved",
    }
}

/// How many offers one value of a facet gives: with all other filters as they are, and this
/// facet's own choice left aside, so that counts stay true when several values are chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetCount {
    /// The facet.
    pub facet: Facet,
    /// The value's code.
    pub value: String,
    /// Offers.
    pub count: u32,
}

/// One thing to relax, as a whole search with its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relaxation {
    /// What changes.
    pub change: Relax,
    /// The search to go to.
    pub query: OfferQuery,
    /// Offers that it finds; never 0.
    pub total: u32,
}

/// What is relaxed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Relax {
    /// A wider radius, in kilometres.
    Radius {
        /// The wider radius.
        km: u16,
    },
    /// No place at all.
    Anywhere,
    /// One filter less.
    DropFilter {
        /// The facet whose choice is dropped.
        facet: Facet,
    },
    /// Every filter less.
    DropFilters,
    /// The same filters and place without the words.
    DropText,
    /// With non-salaried work.
    NonSalaried,
    /// Without the employer's name.
    DropEmployer,
    /// Only the words: anywhere, without filters. Offered when one change alone finds nothing.
    OnlyText,
    /// Only the place, to the widest radius.
    OnlyPlace,
    /// Every offer.
    Everything,
}

/// A place that was understood, in the place field or inside the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceFound {
    /// INSEE code.
    pub commune: CommuneCode,
    /// Name.
    pub name: String,
    /// A postcode, for people.
    pub postcode: Option<String>,
    /// Centre.
    pub point: Option<Point>,
}

/// An occupation that was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OccupationFound {
    /// ROME code.
    pub code: RomeCode,
    /// Label.
    pub label: String,
}

/// What the search understood of what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// The words that were searched, the place taken out.
    pub text: String,
    /// The place.
    pub place: Option<PlaceFound>,
    /// A place was typed in the place field and is not known.
    pub unknown_place: Option<String>,
    /// Other communes with that name, most populated first.
    pub other_places: Vec<PlaceFound>,
    /// Occupations that the words name.
    pub occupations: Vec<OccupationFound>,
    /// The words as corrected, when a word was.
    pub corrected: Option<String>,
}

/// What a search answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchAnswer {
    /// All offers found.
    pub total: u32,
    /// Those of the page asked for.
    pub hits: Vec<Hit>,
    /// Counts by value; values with 0 are left out unless they are chosen.
    pub facets: Vec<FacetCount>,
    /// What to relax; filled when nothing (or fewer than 3 offers) is found.
    pub relax: Vec<Relaxation>,
    /// What was understood.
    pub understood: Understood,
    /// Non-salaried offers that were left out.
    pub non_salaried_hidden: u32,
}

/// A commune and how many offers of a search lie there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommuneCount {
    /// The commune.
    pub place: PlaceFound,
    /// Offers.
    pub count: u32,
}
