//! From a source's words to our communes ([`place`]) and occupations ([`occupation`]).
//!
//! Built once for an import, from the reference data; used by every parser of offers. Nothing is
//! guessed: what is not certain stays less precise, and says so.

mod abroad;
mod occupation;
mod place;

pub use occupation::{By, OccupationHint, Resolved};
pub use place::{PlaceHint, name_key};

use domain::occupation::{Appellation, Occupation};
use domain::place::Commune;

/// The reference data, ready to be asked thousands of times.
#[derive(Default)]
pub struct Reference {
    places: place::Places,
    occupations: occupation::Occupations,
}

impl Reference {
    /// From the communes and the release of ROME that the hub uses.
    #[must_use]
    pub fn new(communes: &[Commune], occupations: &[Occupation], appellations: &[Appellation]) -> Self {
        Self {
            places: place::Places::new(communes),
            occupations: occupation::Occupations::new(occupations, appellations),
        }
    }

    /// Where the work is; empty when the source says nothing at all.
    #[must_use]
    pub fn places(&self, hint: &PlaceHint) -> Vec<domain::place::Place> {
        self.places.resolve(hint)
    }

    /// Which occupation it is; by code, else by an exact label, else by the title, else none.
    #[must_use]
    pub fn occupation(&self, hint: &OccupationHint) -> Resolved {
        self.occupations.resolve(hint)
    }
}
