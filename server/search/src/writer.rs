//! Writing the index: one writer at a time, whole commits, each with the store's change number.

use crate::SearchError;
use crate::document::document;
use crate::schema::{Fields, SCHEMA_VERSION};
use domain::number::OfferNumber;
use domain::offer::StoredOffer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tantivy::query::AllQuery;
use tantivy::{Index, TantivyDocument, TantivyError, Term};

/// The least memory that tantivy takes for a writing thread.
const THREAD_BYTES: usize = 15_000_000;
/// Memory from which on a second thread pays.
const TWO_THREADS_BYTES: usize = 100_000_000;

/// What a commit says of itself: which database it follows, and how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Identity of the database.
    pub database_id: String,
    /// The last change number that is in the index.
    pub rev: i64,
}

/// A commit's payload.
#[derive(Serialize, Deserialize)]
struct Payload {
    schema: u32,
    database_id: String,
    rev: i64,
}

impl Stamp {
    /// Reads a commit's payload; `None` for one of another schema.
    pub(crate) fn read(payload: Option<&str>) -> Option<Self> {
        let payload: Payload = serde_json::from_str(payload?).ok()?;
        (payload.schema == SCHEMA_VERSION).then_some(Self { database_id: payload.database_id, rev: payload.rev })
    }

    fn write(&self) -> Result<String, serde_json::Error> {
        let payload = Payload { schema: SCHEMA_VERSION, database_id: self.database_id.clone(), rev: self.rev };
        serde_json::to_string(&payload)
    }
}

/// Writes offers into the index. Holds the index's lock; dropped, it lets go of it, and what was
/// not committed is forgotten.
pub struct IndexWriter {
    inner: tantivy::IndexWriter,
    fields: Fields,
    /// While an index is filled from nothing: the numbers it was given, so that nothing needs to be
    /// looked for and deleted. `None` once there may be older documents.
    fresh: Option<BTreeSet<u64>>,
}

impl IndexWriter {
    /// The writer, unless another one holds the lock.
    pub(crate) fn open(index: &Index, fields: &Fields, memory_bytes: usize) -> Result<Option<Self>, SearchError> {
        let memory = memory_bytes.max(THREAD_BYTES + 1);
        let threads = if memory >= TWO_THREADS_BYTES { 2 } else { 1 };
        let inner = match index.writer_with_num_threads(threads, memory) {
            Ok(inner) => inner,
            Err(TantivyError::LockFailure(..)) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let empty = index.searchable_segment_metas()?.is_empty();
        Ok(Some(Self { inner, fields: fields.clone(), fresh: empty.then(BTreeSet::new) }))
    }

    /// Puts an offer in, in place of what was there under its number.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn upsert(&mut self, offer: &StoredOffer) -> Result<(), SearchError> {
        self.forget(offer.number);
        if let Some(fresh) = &mut self.fresh {
            fresh.insert(offer.number.as_u64());
        }
        let doc: TantivyDocument = document(&self.fields, offer)?;
        self.inner.add_document(doc)?;
        Ok(())
    }

    /// Takes an offer out.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn remove(&mut self, number: OfferNumber) -> Result<(), SearchError> {
        self.forget(number);
        Ok(())
    }

    fn forget(&mut self, number: OfferNumber) {
        let known = self.fresh.as_ref().is_none_or(|fresh| fresh.contains(&number.as_u64()));
        if known {
            self.inner.delete_term(Term::from_field_u64(self.fields.number, number.as_u64()));
        }
    }

    /// Takes every offer out.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn clear(&mut self) -> Result<(), SearchError> {
        // Not `delete_all_documents`: it forgets those that were added since the last commit and
        // are still on their way into a segment.
        self.inner.delete_query(Box::new(AllQuery))?;
        self.fresh = None;
        Ok(())
    }

    /// Makes everything since the last commit visible at once, to those who reload.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn commit(&mut self, stamp: &Stamp) -> Result<(), SearchError> {
        let payload = stamp.write()?;
        let mut commit = self.inner.prepare_commit()?;
        commit.set_payload(&payload);
        commit.commit()?;
        self.fresh = None;
        Ok(())
    }
}
