//! The index as the server holds it: opening, reloading, asking.

use crate::{IndexWriter, Lexicon, SearchError, Stamp, SuggestionCount};
use domain::answer::{Hit, SearchAnswer};
use domain::offer::StoredOffer;
use domain::query::OfferQuery;
use domain::time::Day;
use std::path::Path;
use std::sync::Arc;

/// The search index. Cheap to clone; all clones see the same commit and lexicon.
#[derive(Clone)]
pub struct SearchIndex(Arc<()>);

impl SearchIndex {
    /// Opens the index in a folder; `None` when there is none of this schema.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn open(_dir: &Path) -> Result<Option<Self>, SearchError> {
        Ok(None)
    }

    /// A new, empty index in a folder, which is made where missing.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn create(_dir: &Path) -> Result<Self, SearchError> {
        Self::in_memory()
    }

    /// A new, empty index in memory, for tests.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn in_memory() -> Result<Self, SearchError> {
        Ok(Self(Arc::new(())))
    }

    /// The stamp of the commit that searches see.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        None
    }

    /// Sees the newest commit, also one of another process.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn reload(&self) -> Result<(), SearchError> {
        Ok(())
    }

    /// The writer; `None` while another one holds the lock. `memory_bytes` is what it may use before it
    /// writes a part to disk (at least 15 MB are taken).
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn try_writer(&self, _memory_bytes: usize) -> Result<Option<IndexWriter>, SearchError> {
        Ok(None)
    }

    /// Takes a lexicon into use, for all clones at once.
    pub fn set_lexicon(&self, _lexicon: Lexicon) {}

    /// Answers a search as of `today`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn search(&self, _query: &OfferQuery, _today: Day) -> Result<SearchAnswer, SearchError> {
        Ok(SearchAnswer::default())
    }

    /// Job titles and places that begin like `text`, at most `limit`, best first.
    #[must_use]
    pub fn suggest(&self, _text: &str, _limit: usize, _today: Day) -> Vec<SuggestionCount> {
        Vec::new()
    }

    /// Open offers like this one, never itself: the same occupation, nearest first, then near ones.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn similar(&self, _offer: &StoredOffer, _today: Day, _limit: usize) -> Result<Vec<Hit>, SearchError> {
        Ok(Vec::new())
    }

    /// How many offers are open.
    #[must_use]
    pub fn count_open(&self, _today: Day) -> u32 {
        0
    }
}
