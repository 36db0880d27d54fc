//! The trainings that pages search and show: made by the server in the background whenever they change.

use search::Catalogue;
use std::sync::{Arc, PoisonError, RwLock};

/// The catalogue, or none while the first one is made.
#[derive(Clone, Default)]
pub struct CatalogueHandle(Arc<RwLock<Option<Arc<Catalogue>>>>);

impl CatalogueHandle {
    /// The present one.
    #[must_use]
    pub fn get(&self) -> Option<Arc<Catalogue>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a catalogue in its place (server).
    pub fn set(&self, catalogue: Catalogue) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(catalogue));
    }
}
