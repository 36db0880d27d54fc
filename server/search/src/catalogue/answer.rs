//! What a search of trainings answers.

use domain::answer::{PlaceFound, Understood};
use domain::certification::Certification;
use domain::occupation::RomeCode;
use domain::training::query::{TrainingFacet, TrainingQuery};
use domain::training::{Session, StoredTraining};
use std::sync::Arc;

/// A training with what is known beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// It, and when it was there.
    pub stored: StoredTraining,
    /// Where each of its sessions is, in their order; `None` where the commune is not said or not known.
    pub places: Vec<Option<PlaceFound>>,
    /// What one is certified for at the end, where the certification is known.
    pub certification: Option<Certification>,
    /// Occupations that it leads to, with their labels.
    pub trades: Vec<(RomeCode, String)>,
}

impl Listed {
    /// Each session with where it is.
    pub fn sessions(&self) -> impl Iterator<Item = (&Session, Option<&PlaceFound>)> {
        let places = self.places.iter().map(Option::as_ref).chain(core::iter::repeat(None));
        self.stored.training.sessions.iter().zip(places)
    }
}

/// A training that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingHit {
    /// It.
    pub listed: Arc<Listed>,
    /// The session that it is shown by.
    pub session: usize,
    /// Metres from where it was searched to that session; `None` without a place, and at a distance.
    pub distance_m: Option<u32>,
    /// How many of its sessions pass.
    pub sessions: u32,
}

/// How many trainings a value gives: with all other choices as they are, this facet's own left aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingCount {
    /// The facet.
    pub facet: TrainingFacet,
    /// The value, as the address writes it.
    pub value: String,
    /// Trainings.
    pub count: u32,
}

/// What is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrainingChange {
    /// The choice of a facet.
    Drop(TrainingFacet),
    /// Every choice.
    DropFilters,
    /// A wider radius, in kilometres.
    Radius(u16),
    /// The place.
    Anywhere,
    /// The words.
    DropText,
    /// Everything but the words.
    OnlyText,
    /// Everything but the place, to the widest radius.
    OnlyPlace,
    /// Everything.
    Everything,
}

/// Another search that finds more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingRelax {
    /// What is given up.
    pub change: TrainingChange,
    /// The search to go to.
    pub query: TrainingQuery,
    /// Trainings that it finds.
    pub total: u32,
}

/// What a search answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingAnswer {
    /// All trainings found.
    pub total: u32,
    /// Those of the page asked for.
    pub hits: Vec<TrainingHit>,
    /// Counts by value; values with 0 are left out unless they are chosen.
    pub counts: Vec<TrainingCount>,
    /// What to relax, where few are found.
    pub relax: Vec<TrainingRelax>,
    /// Whether a place was searched.
    pub has_place: bool,
    /// What was understood.
    pub understood: Understood,
}

impl TrainingAnswer {
    /// How many trainings a value gives.
    #[must_use]
    pub fn count(&self, facet: TrainingFacet, value: &str) -> u32 {
        self.counts.iter().find(|one| one.facet == facet && one.value == value).map_or(0, |one| one.count)
    }
}
