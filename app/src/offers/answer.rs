//! What a search found, before it is drawn (server only).

use super::view::CardView;
use crate::hub::HelpView;
use domain::answer::{Facet, Relax};
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
    /// All offers found.
    pub(super) total: u32,
    /// Those of this page.
    pub(super) cards: Vec<CardView>,
    /// Offers by value of a filter.
    pub(super) facets: Vec<(Facet, String, u32)>,
    /// What to relax.
    pub(super) relax: Vec<RelaxView>,
    /// The place that was understood.
    pub(super) place: Option<PlaceView>,
    /// A place that was typed and is not known.
    pub(super) unknown_place: Option<String>,
    /// Namesakes of the place.
    pub(super) other_places: Vec<PlaceView>,
    /// The words as corrected.
    pub(super) corrected: Option<String>,
    /// Non-salaried offers left out.
    pub(super) hidden: u32,
    /// Who helps, where nothing is found.
    pub(super) help: Option<HelpView>,
    /// The search that shows them, as parameters.
    pub(super) hidden_search: String,
}
