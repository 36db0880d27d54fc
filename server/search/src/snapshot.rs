//! One commit as searches see it: its segments with the columns that every search reads.

use crate::facts::{Facts, day_code};
use crate::schema::Fields;
use crate::writer::Stamp;
use crate::{Overview, SearchError};
use domain::time::Day;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::columnar::{Column, ColumnValues};
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{
    DocAddress, DocId, Index, IndexReader, InvertedIndexReader, Searcher, SegmentReader, TantivyDocument, Term,
};

/// A commit.
pub(crate) struct Snapshot {
    pub(crate) searcher: Searcher,
    pub(crate) segments: Vec<Segment>,
    pub(crate) stamp: Option<Stamp>,
    /// The last count of open offers, with its day.
    open: Mutex<Option<(Day, u32)>>,
    /// The last overview, with its day.
    pub(crate) overview: Mutex<Option<(Day, Arc<Overview>)>>,
}

/// The columns of a segment.
pub(crate) struct Segment {
    pub(crate) facts: Arc<dyn ColumnValues<u64>>,
    /// Codes of the days since which the texts are as they are.
    pub(crate) since: Arc<dyn ColumnValues<u64>>,
    /// Pay of a full-time month.
    pub(crate) month_pay: Arc<dyn ColumnValues<u64>>,
    pub(crate) numbers: Arc<dyn ColumnValues<u64>>,
    pub(crate) points: Column<u64>,
}

impl Segment {
    pub(crate) fn facts(&self, doc: DocId) -> Facts {
        Facts(self.facts.get_val(doc))
    }
}

impl Snapshot {
    /// The newest commit of the index, with the stamp of that very commit.
    pub(crate) fn load(index: &Index, reader: &IndexReader) -> Result<Self, SearchError> {
        // Another process may commit between reading the stamp and loading the segments.
        for _ in 0..8 {
            let meta = index.load_metas()?;
            reader.reload()?;
            let searcher = reader.searcher();
            let same = meta.segments.len() == searcher.segment_readers().len()
                && meta
                    .segments
                    .iter()
                    .all(|m| searcher.generation().segments().get(&m.id()) == Some(&m.delete_opstamp()));
            if same {
                return Self::of(searcher, Stamp::read(meta.payload.as_deref()));
            }
        }
        Err(SearchError::Unreadable { what: "its commits change faster than they can be read" })
    }

    fn of(searcher: Searcher, stamp: Option<Stamp>) -> Result<Self, SearchError> {
        let mut segments = Vec::with_capacity(searcher.segment_readers().len());
        for reader in searcher.segment_readers() {
            let columns = reader.fast_fields();
            segments.push(Segment {
                facts: columns.u64("facts")?.first_or_default_col(0),
                since: columns.u64("since")?.first_or_default_col(0),
                month_pay: columns.u64("month_pay")?.first_or_default_col(0),
                numbers: columns.u64("number")?.first_or_default_col(0),
                points: columns.u64("points").or_else(|_| no_points(reader))?,
            });
        }
        Ok(Self { searcher, segments, stamp, open: Mutex::new(None), overview: Mutex::new(None) })
    }

    /// Each segment with its reader.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&SegmentReader, &Segment)> {
        self.searcher.segment_readers().iter().zip(&self.segments)
    }

    /// How many offers are open.
    pub(crate) fn count_open(&self, today: Day) -> u32 {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((day, count)) = *open
            && day == today
        {
            return count;
        }
        let until = day_code(today);
        let mut count = 0;
        for (reader, segment) in self.each() {
            let alive = reader.alive_bitset();
            for doc in 0..reader.max_doc() {
                let living = alive.is_none_or(|a| a.is_alive(doc));
                count += u32::from(living && segment.facts(doc).until() >= until);
            }
        }
        *open = Some((today, count));
        count
    }

    /// Whether an open offer has the term, and for counts: how many, looking no further than `enough`.
    pub(crate) fn open_with(&self, field: Field, text: &str, today: Day, enough: u32) -> Result<u32, SearchError> {
        let until = day_code(today);
        let mut count = 0;
        for (reader, segment) in self.each() {
            let Some(mut postings) = postings(reader, field, text)? else { continue };
            loop {
                let docs = postings.docs();
                if docs.is_empty() {
                    break;
                }
                for doc in docs {
                    let living = reader.alive_bitset().is_none_or(|a| a.is_alive(*doc));
                    count += u32::from(living && segment.facts(*doc).until() >= until);
                    if count >= enough {
                        return Ok(count);
                    }
                }
                postings.advance();
            }
        }
        Ok(count)
    }

    /// How many documents of the index have the term, those that are closed or replaced included: cheap.
    pub(crate) fn frequency(&self, field: Field, text: &str) -> Result<u32, SearchError> {
        let term = Term::from_field_text(field, text);
        let mut count = 0;
        for (reader, _) in self.each() {
            count += reader.inverted_index(field)?.doc_freq(&term)?;
        }
        Ok(count)
    }

    /// The words of a field in the largest part of the index: what is common is among them.
    pub(crate) fn common_words(&self, field: Field) -> Result<Option<CommonWords>, SearchError> {
        let largest = self.each().map(|(reader, _)| reader).max_by_key(|reader| reader.max_doc());
        largest.map(|reader| Ok(CommonWords { field, words: reader.inverted_index(field)? })).transpose()
    }

    /// The stored card of a document, as JSON.
    pub(crate) fn card(&self, fields: &Fields, at: DocAddress) -> Result<Vec<u8>, SearchError> {
        let doc: TantivyDocument = self.searcher.doc(at)?;
        let card = doc.get_first(fields.card).and_then(|v| v.as_bytes());
        card.map(<[u8]>::to_vec).ok_or(SearchError::Unreadable { what: "an offer without its card" })
    }
}

/// See [`Snapshot::common_words`].
pub(crate) struct CommonWords {
    field: Field,
    words: Arc<InvertedIndexReader>,
}

impl CommonWords {
    pub(crate) fn has(&self, word: &str) -> Result<bool, SearchError> {
        Ok(self.words.doc_freq(&Term::from_field_text(self.field, word))? > 0)
    }
}

/// A segment in which no offer has a point.
fn no_points(reader: &SegmentReader) -> tantivy::Result<Column<u64>> {
    Ok(Column::build_empty_column(reader.max_doc()))
}

/// The documents with a term, in blocks; `None` when the segment does not have it.
pub(crate) fn postings(
    reader: &SegmentReader,
    field: Field,
    text: &str,
) -> Result<Option<BlockSegmentPostings>, SearchError> {
    let term = Term::from_field_text(field, text);
    Ok(reader.inverted_index(field)?.read_block_postings(&term, IndexRecordOption::Basic)?)
}
