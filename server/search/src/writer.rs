//! Writing the index: one writer at a time, whole commits, each with the store's change number.

use crate::SearchError;
use domain::number::OfferNumber;
use domain::offer::StoredOffer;

/// What a commit says of itself: which database it follows, and how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Identity of the database.
    pub database_id: String,
    /// The last change number that is in the index.
    pub rev: i64,
}

/// Writes offers into the index. Holds the index's lock; dropped, it lets go of it.
pub struct IndexWriter;

impl IndexWriter {
    /// Puts an offer in, in place of what was there under its number.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn upsert(&mut self, _offer: &StoredOffer) -> Result<(), SearchError> {
        Ok(())
    }

    /// Takes an offer out.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn remove(&mut self, _number: OfferNumber) -> Result<(), SearchError> {
        Ok(())
    }

    /// Takes every offer out.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn clear(&mut self) -> Result<(), SearchError> {
        Ok(())
    }

    /// Makes everything since the last commit visible at once.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn commit(&mut self, _stamp: &Stamp) -> Result<(), SearchError> {
        Ok(())
    }
}
