//! Where: a place in the place field ([`field`]), or inside the words ([`inside`]: "soudeur tourcoing", "59100",
//! "lens 62"). What a name means is decided once, for both ([`choose`]).

mod around;
mod choose;
mod field;
mod guess;
mod inside;
mod items;
mod rules;

pub(crate) use guess::guess;
pub(crate) use inside::in_words;

use crate::lexicon::Lexicon;
use choose::{Choice, How, What};
use domain::answer::PlaceFound;
use domain::place::CommuneCode;
use domain::query::OfferQuery;

/// Inhabitants from which a name that is also something else is a place.
const WELL_KNOWN: u32 = 10_000;
/// Other communes that are told; of those with the very same name, all.
const MAX_OTHERS: usize = 5;
/// Communes that are told at most: there are twelve of one name.
const MAX_HOMONYMS: usize = 15;

/// Where a search is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Located {
    Nowhere,
    /// Typed, and not known.
    Unknown(String),
    /// A part of the country.
    Area {
        /// Its name.
        label: String,
        /// Codes of the départements that are wholly in it.
        departements: Vec<String>,
        /// Codes of the communes that are in it beside them.
        communes: Vec<String>,
        /// Communes of that name.
        others: Vec<PlaceFound>,
    },
    Commune {
        place: PlaceFound,
        /// Other communes of that name or postcode.
        others: Vec<PlaceFound>,
        /// The codes that mean it.
        together: Vec<String>,
    },
}

/// Where a search is, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) located: Located,
    pub(crate) how: How,
    /// The name as it was typed.
    pub(crate) typed: String,
}

impl Found {
    fn sure(located: Located) -> Self {
        Self { located, how: How::Named, typed: String::new() }
    }

    /// What was typed, where it is only what was probably meant.
    pub(crate) fn guessed(&self) -> Option<String> {
        (self.how == How::Guessed).then(|| self.typed.clone())
    }

    /// What was typed, where it is a former name of the place.
    pub(crate) fn former(&self) -> Option<String> {
        (self.how == How::Former).then(|| self.typed.clone())
    }

    /// Whether something was typed that is not known.
    pub(crate) fn is_unknown(&self) -> bool {
        matches!(self.located, Located::Unknown(_))
    }

    /// Whether a place was understood.
    pub(crate) fn is_somewhere(&self) -> bool {
        matches!(self.located, Located::Area { .. } | Located::Commune { .. })
    }
}

/// A commune or areas, without what is told of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    Commune(u32),
    Areas(Vec<u32>),
}

/// What a text names for certain.
pub(crate) fn spot(lexicon: &Lexicon, typed: &str) -> Option<Spot> {
    field::read(lexicon, typed).filter(|read| read.how != How::Guessed).map(|read| read.spot)
}

/// Where the search is, the words left aside: the commune given wins over the place field.
pub(crate) fn given(lexicon: &Lexicon, query: &OfferQuery) -> Found {
    match &query.commune {
        Some(code) => Found::sure(of_code(lexicon, code)),
        None => field::locate(lexicon, query.place_text.trim()),
    }
}

fn of_code(lexicon: &Lexicon, code: &CommuneCode) -> Located {
    match lexicon.places.of_code(code) {
        Some(rank) => commune(lexicon, rank, &[]),
        // The reference data is not there, or older than the code: its offers are found all the same.
        None => Located::Commune {
            place: PlaceFound { commune: code.clone(), name: code.to_string(), postcode: None, point: None },
            others: Vec::new(),
            together: lexicon.places.together(code.as_str()),
        },
    }
}

/// A commune, with others to tell.
fn commune(lexicon: &Lexicon, rank: u32, others: &[u32]) -> Located {
    let places = &lexicon.places;
    match places.found(rank) {
        Some(place) => Located::Commune {
            together: places.together(place.commune.as_str()),
            place,
            others: told(lexicon, others, Some(rank)),
        },
        None => Located::Nowhere,
    }
}

/// Areas, as one: with communes to tell.
fn areas(lexicon: &Lexicon, numbers: &[u32], others: &[u32]) -> Located {
    let (places, known) = (&lexicon.places, &lexicon.areas);
    let labels: Vec<&str> = numbers.iter().map(|area| known.label(*area)).collect();
    let mut departements: Vec<String> =
        numbers.iter().flat_map(|area| known.departements(*area)).map(str::to_owned).collect();
    departements.sort_unstable();
    departements.dedup();
    let ranks = numbers.iter().flat_map(|area| known.communes(*area));
    let mut communes: Vec<String> = ranks.flat_map(|rank| places.together(places.code(*rank))).collect();
    communes.sort_unstable();
    communes.dedup();
    Located::Area { label: labels.join(", "), departements, communes, others: told(lexicon, others, None) }
}

/// Communes as they are told, each once.
fn told(lexicon: &Lexicon, ranks: &[u32], but: Option<u32>) -> Vec<PlaceFound> {
    let mut seen: Vec<u32> = Vec::new();
    for rank in ranks.iter().copied().filter(|rank| Some(*rank) != but) {
        if !seen.contains(&rank) && seen.len() < MAX_HOMONYMS {
            seen.push(rank);
        }
    }
    seen.into_iter().filter_map(|rank| lexicon.places.found(rank)).collect()
}

/// A spot as the answer has it.
fn located(lexicon: &Lexicon, spot: &Spot, others: &[u32]) -> Located {
    match spot {
        Spot::Commune(rank) => commune(lexicon, *rank, others),
        Spot::Areas(numbers) => areas(lexicon, numbers, others),
    }
}

impl Choice {
    fn spot(&self) -> Spot {
        match self.what {
            What::Commune(rank) => Spot::Commune(rank),
            What::Area(area) => Spot::Areas(vec![area]),
        }
    }
}
