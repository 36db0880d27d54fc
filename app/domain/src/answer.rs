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
    /// What was asked for and of which it says nothing: shown after those that say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsaid: Vec<Facet>,
    /// Words that were typed and that it lacks: shown after those that have all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<String>,
    /// It only speaks of the trade in its text: shown last, where others lack a word.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub in_text_only: bool,
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
        /// Work from home.
        Remote = "remote",
        /// Driving licence.
        Permit = "permit",
        /// What must not be in it.
        Avoid = "avoid",
        /// Pay from so much on: the value is what is asked for.
        PayMin = "pay_min",
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

/// Words that were read as a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionFound {
    /// As typed.
    pub typed: String,
    /// The facet that they are a value of.
    pub facet: Facet,
    /// The value's code.
    pub value: String,
}

/// A word that no offer found has, and that was left out so that something is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// As typed.
    pub word: String,
    /// The same search where the word must be.
    pub insist: String,
}

/// A word that was also searched in another spelling: what is typed is rare, and one letter away from a common word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherSpelling {
    /// As typed.
    pub typed: String,
    /// Also searched, ranked behind.
    pub also: String,
    /// The text that searches exactly what was typed.
    pub exact: String,
}

/// What the search understood of what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// The words that were searched, the place taken out.
    pub text: String,
    /// The place, when it is a commune.
    pub place: Option<PlaceFound>,
    /// The name of the place, when it is no commune: a département, a région, a labour basin, a part of the country
    /// ("Hauts-de-France").
    pub area: Option<String>,
    /// What was typed, when the place is only what it was probably meant to be: the beginning of a name
    /// ("Boulogne"), or a name with a typing error ("roubais").
    pub guessed_place: Option<String>,
    /// What was typed, when it is another name of the place: a former commune or a part of it ("Lomme", in Lille).
    pub former_place: Option<String>,
    /// The radius in which was searched, in kilometres, where nothing of the trade was within the one that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub widened_km: Option<u16>,
    /// A place was typed in the place field and is not known.
    pub unknown_place: Option<String>,
    /// Other communes that were named, or that may be meant by the same name: those of the hub's territory first,
    /// then the most populated.
    pub other_places: Vec<PlaceFound>,
    /// Occupations that the words name.
    pub occupations: Vec<OccupationFound>,
    /// The words as corrected, when a word was.
    pub corrected: Option<String>,
    /// The text that searches exactly what was typed, when a word was corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// Words that became filters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ConditionFound>,
    /// Conditions that exclude each other, and are read as either.
    #[serde(default)]
    pub either: bool,
    /// An internship was asked for: there are none on this board.
    #[serde(default)]
    pub internship: bool,
    /// Words that were left out, because no offer has all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// Words that were also searched in another spelling.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spellings: Vec<OtherSpelling>,
}

/// What a search answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchAnswer {
    /// All offers found: they say all that was asked.
    pub total: u32,
    /// Offers that may fit, but do not say whether they pass a filter. Among `hits` only when the search asks for them.
    #[serde(default)]
    pub silent: u32,
    /// Offers of the trade that lack another word that was typed. Looked for where few have all, and where the search
    /// asks for them.
    #[serde(default)]
    pub partial: u32,
    /// The search that was answered: conditions that stood in the words are filters.
    #[serde(default)]
    pub query: OfferQuery,
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
