//! The ways that no other beats.

use super::problem::{Way, Worth};

/// Ways of which none is no better than another; of two that are worth the same, the one that came first.
#[derive(Clone, Debug, Default)]
pub struct Front(Vec<Way>);

impl Front {
    /// Whether something here is no worse in anything.
    #[must_use]
    pub fn covers(&self, worth: &Worth) -> bool {
        self.0.iter().any(|own| own.worth.covers(worth))
    }

    /// Takes a way in where it belongs here, and what it beats out.
    pub fn put(&mut self, way: Way) {
        if !self.covers(&way.worth) {
            self.0.retain(|own| !way.worth.covers(&own.worth));
            self.0.push(way);
        }
    }

    /// All of them, the earliest first.
    #[must_use]
    pub fn into_ways(mut self) -> Vec<Way> {
        self.0.sort();
        self.0
    }
}
