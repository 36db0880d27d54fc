//! The index as the server holds it: opening, reloading, asking.

use crate::Overview;
use crate::schema::Fields;
use crate::snapshot::Snapshot;
use crate::wide::{self, Wide};
use crate::{IndexWriter, Lexicon, SearchError, Stamp, analyse, evaluate, gate, overview, relax, similar, suggest};
use crate::{tally::Ranked, understand};
use domain::answer::{CommuneCount, Facet, Hit, PlaceFound, SearchAnswer};
use domain::offer::StoredOffer;
use domain::place::{CommuneCode, Point};
use domain::query::OfferQuery;
use domain::time::Day;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};
use tantivy::directory::MmapDirectory;
use tantivy::store::Compressor;
use tantivy::{DocAddress, Index, IndexReader, IndexSettings, ReloadPolicy, TantivyError};

/// Cards are read twenty at a time from all over the index: small blocks unpack less.
const STORE_BLOCK_BYTES: usize = 4096;

/// The search index. Cheap to clone; all clones see the same commit and lexicon.
#[derive(Clone)]
pub struct SearchIndex(Arc<Inner>);

struct Inner {
    index: Index,
    reader: IndexReader,
    fields: Fields,
    snapshot: RwLock<Arc<Snapshot>>,
    lexicon: RwLock<Arc<Lexicon>>,
}

/// One moment of the index: what a search works on from its beginning to its end.
pub(crate) struct View<'a> {
    pub(crate) fields: &'a Fields,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) today: Day,
    /// Whether conditions in the words are filters: of offers, not of trainings.
    pub(crate) has_conditions: bool,
}

impl SearchIndex {
    /// Opens the index in a folder; `None` when there is none of this schema.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn open(dir: &Path) -> Result<Option<Self>, SearchError> {
        if !dir.is_dir() {
            return Ok(None);
        }
        let directory = MmapDirectory::open(dir).map_err(TantivyError::from)?;
        if !Index::exists(&directory).map_err(TantivyError::from)? {
            return Ok(None);
        }
        let index = Index::open(directory)?;
        if index.schema() != Fields::new().schema {
            return Ok(None);
        }
        Self::of(index).map(Some)
    }

    /// A new, empty index in a folder, which is made where missing.
    ///
    /// # Errors
    /// When it cannot be written, or there is one already.
    pub fn create(dir: &Path) -> Result<Self, SearchError> {
        std::fs::create_dir_all(dir).map_err(SearchError::file(dir))?;
        Self::of(Self::builder().create_in_dir(dir)?)
    }

    /// A new, empty index in memory, for tests.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn in_memory() -> Result<Self, SearchError> {
        Self::of(Self::builder().create_in_ram()?)
    }

    pub(crate) fn builder() -> tantivy::IndexBuilder {
        let settings = IndexSettings {
            docstore_compression: Compressor::Lz4,
            docstore_blocksize: STORE_BLOCK_BYTES,
            ..IndexSettings::default()
        };
        Index::builder().schema(Fields::new().schema).settings(settings)
    }

    fn of(mut index: Index) -> Result<Self, SearchError> {
        index.set_tokenizers(analyse::tokenizer::manager());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let snapshot = Snapshot::load(&index, &reader)?;
        Ok(Self(Arc::new(Inner {
            index,
            reader,
            fields: Fields::new(),
            snapshot: RwLock::new(Arc::new(snapshot)),
            lexicon: RwLock::default(),
        })))
    }

    /// The stamp of the commit that searches see.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        self.snapshot().stamp.clone()
    }

    /// Sees the newest commit, also one of another process.
    ///
    /// # Errors
    /// When it cannot be read; the commit seen so far stays.
    pub fn reload(&self) -> Result<(), SearchError> {
        let snapshot = Arc::new(Snapshot::load(&self.0.index, &self.0.reader)?);
        *self.0.snapshot.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        Ok(())
    }

    /// The writer; `None` while another one holds the lock. `memory_bytes` is what it may use before it
    /// writes a part to disk (at least 15 MB are taken).
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn try_writer(&self, memory_bytes: usize) -> Result<Option<IndexWriter>, SearchError> {
        IndexWriter::open(&self.0.index, &self.0.fields, memory_bytes)
    }

    /// Takes a lexicon into use, for all clones at once.
    pub fn set_lexicon(&self, lexicon: Lexicon) {
        *self.0.lexicon.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(lexicon);
    }

    /// The lexicon in use.
    #[must_use]
    pub fn lexicon(&self) -> Arc<Lexicon> {
        Arc::clone(&self.0.lexicon.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn with_view<T>(&self, today: Day, work: impl FnOnce(&View<'_>) -> T) -> T {
        let snapshot = self.snapshot();
        let lexicon = self.lexicon();
        work(&View { fields: &self.0.fields, snapshot: &snapshot, lexicon: &lexicon, today, has_conditions: true })
    }

    /// Answers a search as of `today`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn search(&self, query: &OfferQuery, today: Day) -> Result<SearchAnswer, SearchError> {
        self.with_view(today, |view| view.search(query))
    }

    /// How many open offers a search finds: cheaper than [`Self::search`].
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn count(&self, query: &OfferQuery, today: Day) -> Result<u32, SearchError> {
        self.with_view(today, |view| {
            let understanding = understand::understand(view, query)?;
            evaluate::count(view.snapshot, view.fields, &understanding.plan, &understanding.query, today)
        })
    }

    /// Where the offers of a search are: communes with how many offers each, most first, at most `limit`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn count_by_commune(
        &self,
        query: &OfferQuery,
        today: Day,
        limit: usize,
    ) -> Result<Vec<CommuneCount>, SearchError> {
        self.with_view(today, |view| {
            let understanding = understand::understand(view, query)?;
            let (plan, query) = (&understanding.plan, &understanding.query);
            let points = evaluate::count_by_point(view.snapshot, view.fields, plan, query, today)?;
            Ok(view.lexicon.places.by_commune(&points, limit))
        })
    }

    /// Job titles that `text` may become, those that recruit first, at most `limit`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn suggest_titles(&self, text: &str, limit: usize, today: Day) -> Result<Vec<String>, SearchError> {
        self.with_view(today, |view| suggest::titles(view, text, limit))
    }

    /// Communes whose name or postcode `text` may become, at most `limit`.
    #[must_use]
    pub fn suggest_places(&self, text: &str, limit: usize, today: Day) -> Vec<PlaceFound> {
        self.with_view(today, |view| suggest::places(view, text, limit))
    }

    /// The commune whose centre is nearest to a point; `None` farther than 60 km from any.
    #[must_use]
    pub fn nearest_commune(&self, point: Point) -> Option<PlaceFound> {
        let lexicon = self.lexicon();
        lexicon.places.nearest(point).and_then(|rank| lexicon.places.found(rank))
    }

    /// The commune of a code.
    #[must_use]
    pub fn commune(&self, code: &CommuneCode) -> Option<PlaceFound> {
        let lexicon = self.lexicon();
        lexicon.places.of_code(code).and_then(|rank| lexicon.places.found(rank))
    }

    /// What recruits here at all; kept until the index or the day changes.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn overview(&self, today: Day) -> Result<Arc<Overview>, SearchError> {
        self.with_view(today, overview::overview)
    }

    /// Open offers like this one, never itself: the same occupation, nearest first, then near ones.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn similar(&self, offer: &StoredOffer, today: Day, limit: usize) -> Result<Vec<Hit>, SearchError> {
        self.with_view(today, |view| similar::similar(view, offer, limit))
    }

    /// How many offers are open.
    #[must_use]
    pub fn count_open(&self, today: Day) -> u32 {
        self.snapshot().count_open(today)
    }
}

impl View<'_> {
    fn search(&self, query: &OfferQuery) -> Result<SearchAnswer, SearchError> {
        let mut understanding = understand::understand(self, query)?;
        let query = understanding.query.clone();
        let mut wide = wide::find(self, &understanding.plan, &query)?;
        if query.wider
            && wide.found.near_the_trade == 0
            && let Some(km) = relax::nearest(self, &query, &understanding)?
        {
            understanding.plan.widen(km);
            understanding.understood.widened_km = Some(km);
            wide = wide::find(self, &understanding.plan, &query)?;
        }
        let Wide { found, left_out } = wide;
        understanding.understood.left_out = left_out;
        // Where a trade is named, what only speaks of it in its text is no answer: it is shown, and not counted.
        let named = understanding.plan.concepts.iter().any(|concept| concept.certain);
        let beside =
            if query.wider && named && found.of_the_trade == 0 { found.counts.total } else { found.counts.partial };
        let all = found.counts.total - beside;
        let relax =
            if all < relax::FEW { relax::relax(self, &query, &understanding, &found.counts, all)? } else { Vec::new() };
        let words = wide::words(&understanding.plan);
        Ok(SearchAnswer {
            total: all,
            silent: found.counts.silent,
            partial: beside,
            hits: self.hits(&found.page, &words)?,
            facets: found.counts.answer(&query.filters),
            non_salaried_hidden: found.counts.hidden(&query),
            relax,
            understood: understanding.understood,
            query,
        })
    }

    /// The cards of offers found; `words` are the clauses as they were typed.
    pub(crate) fn hits(&self, ranked: &[Ranked], words: &[Option<String>]) -> Result<Vec<Hit>, SearchError> {
        let mut hits = Vec::with_capacity(ranked.len());
        for item in ranked {
            let card = self.snapshot.card(self.fields, DocAddress::new(item.segment, item.doc))?;
            let card = serde_json::from_slice(&card)?;
            let unsaid = Facet::ALL.iter().copied().filter(|facet| item.unsaid & gate::bit(*facet) != 0);
            let lacks = (0..)
                .zip(words)
                .filter(|(at, _)| item.mask >> at & 1 == 0)
                .filter_map(|(_, word): (usize, _)| word.clone());
            hits.push(Hit {
                card,
                distance_m: item.distance_m,
                wide_place: item.wide,
                unsaid: unsaid.collect(),
                lacks: lacks.collect(),
                in_text_only: item.in_text,
            });
        }
        Ok(hits)
    }
}
