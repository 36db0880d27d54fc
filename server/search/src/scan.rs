//! One pass over the offers that have some terms: which terms each has, as bits.
//!
//! The lists of documents of all terms are merged window by window into one array of bits, so that
//! a query of many words costs what its lists are long, and no more. Windows that cannot hold an
//! offer with a bit of each required group are passed over.

use crate::SearchError;
use crate::plan::Reading;
use crate::snapshot::{Segment, Snapshot, postings};
use tantivy::fastfield::AliveBitSet;
use tantivy::postings::BlockSegmentPostings;
use tantivy::{DocId, SegmentReader, TERMINATED};

/// Documents of a window: 32 kB of bits, which stay in the nearest cache.
const WINDOW: u32 = 2048;

/// A document that was found.
pub(crate) struct Doc<'a> {
    pub(crate) segment: &'a Segment,
    pub(crate) segment_ord: u32,
    pub(crate) id: DocId,
    pub(crate) bits: u128,
}

/// Calls `visit` for every living document that has a bit of each of `groups`, by ascending number
/// within a segment; for every living document when there is no group.
pub(crate) fn scan(
    snapshot: &Snapshot,
    terms: &[Reading],
    groups: &[u128],
    mut visit: impl FnMut(Doc<'_>),
) -> Result<(), SearchError> {
    for (segment_ord, (reader, segment)) in (0u32..).zip(snapshot.each()) {
        let alive = reader.alive_bitset();
        if groups.is_empty() {
            for id in 0..reader.max_doc() {
                if lives(alive, id) {
                    visit(Doc { segment, segment_ord, id, bits: 0 });
                }
            }
            continue;
        }
        let mut cursors = open(reader, terms)?;
        scan_segment(&mut cursors, groups, alive, |id, bits| visit(Doc { segment, segment_ord, id, bits }));
    }
    Ok(())
}

fn lives(alive: Option<&AliveBitSet>, id: DocId) -> bool {
    alive.is_none_or(|a| a.is_alive(id))
}

/// A list of documents being read.
struct Cursor {
    postings: BlockSegmentPostings,
    at: usize,
    bits: u128,
}

fn open(reader: &SegmentReader, terms: &[Reading]) -> Result<Vec<Cursor>, SearchError> {
    let mut cursors = Vec::with_capacity(terms.len());
    for term in terms {
        if let Some(postings) = postings(reader, term.field, &term.text)? {
            cursors.push(Cursor { postings, at: 0, bits: term.bits });
        }
    }
    Ok(cursors)
}

impl Cursor {
    /// The next document; [`TERMINATED`] at the end.
    fn next(&mut self) -> DocId {
        loop {
            let docs = self.postings.docs();
            if let Some(doc) = docs.get(self.at) {
                return *doc;
            }
            if docs.is_empty() {
                return TERMINATED;
            }
            self.postings.advance();
            self.at = 0;
        }
    }

    /// Goes to the first document that is not before `target`.
    fn seek(&mut self, target: DocId) {
        if self.postings.docs().get(self.at).is_some_and(|d| *d < target) {
            self.at = self.postings.seek(target);
        }
    }

    /// Sets the bits of the documents before `end` in a window that begins at `start`.
    fn fill(&mut self, start: DocId, end: DocId, bits: &mut [u128], touched: &mut [u64]) {
        loop {
            let docs = self.postings.docs();
            let Some(rest) = docs.get(self.at..) else { return };
            let inside = rest.partition_point(|d| *d < end);
            for doc in &rest[..inside] {
                let at = (doc - start) as usize;
                bits[at] |= self.bits;
                touched[at / 64] |= 1 << (at % 64);
            }
            if inside < rest.len() || docs.is_empty() {
                self.at += inside;
                return;
            }
            self.postings.advance();
            self.at = 0;
        }
    }
}

fn scan_segment(
    cursors: &mut [Cursor],
    groups: &[u128],
    alive: Option<&AliveBitSet>,
    mut found: impl FnMut(DocId, u128),
) {
    let mut bits = vec![0u128; WINDOW as usize];
    let mut touched = [0u64; WINDOW as usize / 64];
    let mut start = 0;
    loop {
        // No document before the latest of the groups' next ones can have them all.
        for group in groups {
            let in_group = cursors.iter_mut().filter(|c| c.bits & group != 0);
            let next = in_group
                .map(|c| {
                    c.seek(start);
                    c.next()
                })
                .min()
                .unwrap_or(TERMINATED);
            start = start.max(next);
        }
        if start == TERMINATED {
            return;
        }
        let end = start + WINDOW;
        for cursor in cursors.iter_mut() {
            cursor.seek(start);
            cursor.fill(start, end, &mut bits, &mut touched);
        }
        for (word, set) in touched.iter_mut().enumerate() {
            let mut rest = std::mem::take(set);
            while rest != 0 {
                let at = word * 64 + rest.trailing_zeros() as usize;
                rest &= rest - 1;
                let found_bits = std::mem::take(&mut bits[at]);
                let id = start + at as u32;
                if groups.iter().all(|g| found_bits & g != 0) && lives(alive, id) {
                    found(id, found_bits);
                }
            }
        }
        start = end;
    }
}
