//! What a search found, before it is drawn (server only).

use super::view::CardView;
use crate::hub::HelpView;
use domain::answer::{Facet, LeftOut, OtherSpelling, Relax};
use domain::time::Day;

/// One thing to relax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RelaxView {
    /// What changes.
    pub(super) change: Relax,
    /// The search to go to, as parameters.
    pub(super) search: String,
    /// Offers that it finds.
    pub(super) total: u32,
}

/// How an offer fits what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It has all.
    All,
    /// It does not say these.
    Unsaid(Vec<Facet>),
    /// It lacks these words.
    Lacks(Vec<String>),
    /// It only speaks of the trade in its text.
    InText,
}

/// A commune, and the search that means it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlaceView {
    /// Name.
    pub(super) name: String,
    /// Postcode, to tell namesakes apart.
    pub(super) postcode: Option<String>,
    /// The search there, as parameters.
    pub(super) search: String,
}

/// What was found, for the list that the server draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ResultsView {
    /// Whether the index answered; else these are the newest offers.
    pub(super) ready: bool,
    /// The day it is, so that the phone counts from the same.
    pub(super) today: Day,
    /// All offers found that have all that was asked.
    pub(super) total: u32,
    /// Offers that do not say all that was asked.
    pub(super) silent: u32,
    /// Offers that lack a word.
    pub(super) partial: u32,
    /// The offers of this page.
    pub(super) cards: Vec<CardView>,
    /// How they fit: each with how many cards in a row do.
    pub(super) parts: Vec<(Fit, usize)>,
    /// The search that was answered, as parameters, where conditions in the words became filters.
    pub(super) moved: Option<String>,
    /// Offers by value of a filter.
    pub(super) facets: Vec<(Facet, String, u32)>,
    /// What to relax.
    pub(super) relax: Vec<RelaxView>,
    /// The place that was understood.
    pub(super) place: Option<PlaceView>,
    /// Name of the place, when it is no commune.
    pub(super) area: Option<String>,
    /// What was typed, when the place is only a guess.
    pub(super) guessed: Option<String>,
    /// What was typed, when it is a former name of the place.
    pub(super) former: Option<String>,
    /// Kilometres within which was searched, where nothing was nearer.
    pub(super) widened_km: Option<u16>,
    /// A place that was typed and is not known.
    pub(super) unknown_place: Option<String>,
    /// Namesakes of the place.
    pub(super) other_places: Vec<PlaceView>,
    /// The words as corrected, and the text that searches exactly what was typed.
    pub(super) corrected: Option<(String, Option<String>)>,
    /// Words that were also searched in another spelling.
    pub(super) spellings: Vec<OtherSpelling>,
    /// Words that were left out.
    pub(super) left_out: Vec<LeftOut>,
    /// An internship was asked for.
    pub(super) internship: bool,
    /// Non-salaried offers left out.
    pub(super) hidden: u32,
    /// Who helps, where nothing is found.
    pub(super) help: Option<HelpView>,
    /// The search that shows them, as parameters.
    pub(super) hidden_search: String,
}
