//! What the search knows of the words people type: communes, ROME occupations and appellations.

use crate::SearchError;
use domain::occupation::{Appellation, Occupation};
use domain::place::Commune;
use std::path::Path;

/// Communes, occupations, appellations and synonyms, compact and ready to match.
#[derive(Clone, Debug, Default)]
pub struct Lexicon;

impl Lexicon {
    /// From the reference data.
    #[must_use]
    pub fn build(_communes: &[Commune], _occupations: &[Occupation], _appellations: &[Appellation]) -> Self {
        Self
    }

    /// Writes it to a file, with the number of the reference data that it was built from.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, _path: &Path, _reference_rev: i64) -> Result<(), SearchError> {
        Ok(())
    }

    /// Reads it back; `None` when there is no such file, or one of other reference data or version.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn load(_path: &Path, _reference_rev: i64) -> Result<Option<Self>, SearchError> {
        Ok(None)
    }
}
