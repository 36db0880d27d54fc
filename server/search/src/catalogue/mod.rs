//! The trainings of a hub, searched as offers are: the same French, the same typing errors, places and trades, the same
//! weights of words. They are a few thousand, so the index lies in memory and is built anew whenever they change;
//! dates, places and filters are read from the trainings themselves ([`marks`]).

mod answer;
mod document;
mod marks;
mod relax;
mod tally;

pub use answer::{Listed, TrainingAnswer, TrainingChange, TrainingCount, TrainingHit, TrainingRelax};

use crate::index::View;
use crate::plan::{Area, Plan};
use crate::scan::scan;
use crate::schema::Fields;
use crate::score::{Score, Scorer};
use crate::snapshot::Snapshot;
use crate::understand::{Understanding, understand};
use crate::{Lexicon, SearchError, SearchIndex, analyse};
use domain::query::{MAX_PAGE, OfferQuery, PAGE_SIZE};
use domain::text::fold;
use domain::time::Day;
use domain::training::TrainingNumber;
use domain::training::query::{TrainingQuery, TrainingSort};
use marks::{Gate, Mark};
use std::cmp::Reverse;
use std::sync::Arc;
use tally::Tally;
use tantivy::ReloadPolicy;

/// What people type around what they want to learn; it narrows nothing. Folded.
const AROUND: &[&str] = &["apprendre", "cours", "formation", "formations", "former", "training", "course", "courses"];
/// Below so many trainings, relaxing is offered.
const FEW: u32 = 3;

/// The trainings, ready to be searched.
pub struct Catalogue {
    fields: Fields,
    snapshot: Snapshot,
    /// By number.
    listed: Vec<Arc<Listed>>,
}

/// A training that has the words, with the marks of its sessions.
struct Found<'a> {
    listed: &'a Arc<Listed>,
    score: Score,
    marks: Vec<Mark>,
}

impl Catalogue {
    /// Builds the index; a few milliseconds for a thousand.
    ///
    /// # Errors
    /// When memory does not hold it.
    pub fn build(listed: Vec<Listed>) -> Result<Self, SearchError> {
        let mut listed: Vec<Arc<Listed>> = listed.into_iter().map(Arc::new).collect();
        listed.sort_by_key(|one| one.stored.training.number());
        let fields = Fields::new();
        let mut index = SearchIndex::builder().create_in_ram()?;
        index.set_tokenizers(analyse::tokenizer::manager());
        document::write(&index, &fields, &listed)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let snapshot = Snapshot::load(&index, &reader)?;
        Ok(Self { fields, snapshot, listed })
    }

    /// Every training, by number.
    #[must_use]
    pub fn listed(&self) -> &[Arc<Listed>] {
        &self.listed
    }

    /// The training of a number.
    #[must_use]
    pub fn get(&self, number: TrainingNumber) -> Option<&Arc<Listed>> {
        let at = self.listed.binary_search_by_key(&number, |one| one.stored.training.number()).ok()?;
        self.listed.get(at)
    }

    /// Answers a search as of `today`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn search(&self, lexicon: &Lexicon, query: &TrainingQuery, today: Day) -> Result<TrainingAnswer, SearchError> {
        let asked = Asked { catalogue: self, lexicon, today };
        let (understanding, area) = asked.understand(query)?;
        let mut tally = Tally::new(&query.filters, today);
        let mut hits = Vec::new();
        asked.each(&understanding.plan, area.as_ref(), query, |found| {
            tally.add(&found);
            hits.extend(hit(&found, query.sort).map(|hit| (found.score, hit)));
        })?;
        let total = u32::try_from(hits.len()).unwrap_or(u32::MAX);
        hits.sort_by_cached_key(|(score, hit)| order(query.sort, *score, hit, today));
        let skip = (query.page.clamp(1, MAX_PAGE) - 1) * PAGE_SIZE;
        let page = hits.into_iter().map(|(_, hit)| hit).skip(skip as usize).take(PAGE_SIZE as usize);
        let relax =
            if total < FEW { relax::relax(asked, query, &understanding, area.as_ref(), total)? } else { Vec::new() };
        let (hits, counts) = (page.collect(), tally.counts());
        let (has_place, understood) = (area.is_some(), understanding.understood);
        Ok(TrainingAnswer { total, hits, counts, relax, has_place, understood })
    }
}

/// A moment in which searches are asked.
#[derive(Clone, Copy)]
struct Asked<'a> {
    catalogue: &'a Catalogue,
    lexicon: &'a Lexicon,
    today: Day,
}

impl<'a> Asked<'a> {
    /// What was typed, understood as for offers; the place is apart, because sessions have places, not trainings.
    fn understand(self, query: &TrainingQuery) -> Result<(Understanding, Option<Area>), SearchError> {
        let view = View {
            fields: &self.catalogue.fields,
            snapshot: &self.catalogue.snapshot,
            lexicon: self.lexicon,
            today: self.today,
            has_conditions: false,
        };
        let of_offers = OfferQuery {
            text: meaningful(&query.text),
            place_text: query.place_text.clone(),
            commune: query.commune.clone(),
            radius_km: query.radius_km,
            ..OfferQuery::default()
        };
        let mut understanding = understand(&view, &of_offers)?;
        let area = understanding.plan.area.take();
        Ok((understanding, area))
    }

    /// How many trainings a search finds.
    fn count(self, query: &TrainingQuery) -> Result<u32, SearchError> {
        let (understanding, area) = self.understand(query)?;
        let mut total = 0;
        self.each(&understanding.plan, area.as_ref(), query, |found| {
            total += u32::from(found.marks.iter().any(|mark| mark.failed == 0));
        })?;
        Ok(total)
    }

    /// Calls `visit` for each training that has the words and a session that can still be begun.
    fn each(
        self,
        plan: &Plan,
        area: Option<&Area>,
        query: &TrainingQuery,
        mut visit: impl FnMut(Found<'a>),
    ) -> Result<(), SearchError> {
        let readings = plan.readings(&self.catalogue.fields);
        let scorer = Scorer::new(plan, &readings);
        let gate = Gate { filters: &query.filters, area, today: self.today };
        scan(&self.catalogue.snapshot, &readings.terms, &readings.groups, |doc| {
            let Some(score) = scorer.score(doc.bits) else { return };
            // The number of a document is its rank in the list.
            let rank = usize::try_from(doc.segment.numbers.get_val(doc.id)).ok();
            let Some(listed) = rank.and_then(|rank| self.catalogue.listed.get(rank)) else { return };
            let marks = gate.marks(listed);
            if !marks.is_empty() {
                visit(Found { listed, score, marks });
            }
        })
    }
}

/// The words without those that everybody types around a training.
fn meaningful(text: &str) -> String {
    let kept = text.split_whitespace().filter(|word| !AROUND.contains(&fold(word).as_str()));
    kept.collect::<Vec<_>>().join(" ")
}

/// A training that passes, with the session that it is shown by: the first to begin, or the nearest where that is asked.
fn hit(found: &Found<'_>, sort: TrainingSort) -> Option<TrainingHit> {
    let passing = found.marks.iter().filter(|mark| mark.failed == 0);
    let best = passing.clone().min_by_key(|mark| {
        let (metres, begins) = (i64::from(mark.metres.unwrap_or(u32::MAX)), i64::from(mark.begins.0));
        if sort == TrainingSort::Distance { (metres, begins) } else { (begins, metres) }
    })?;
    let sessions = u32::try_from(passing.count()).unwrap_or(u32::MAX);
    Some(TrainingHit { listed: Arc::clone(found.listed), session: best.session, distance_m: best.metres, sessions })
}

/// How people get there: on foot or by bike, by bus, by train or car, beyond; as for offers.
const fn band(metres: Option<u32>) -> u8 {
    match metres {
        None | Some(0..=5_000) => 0,
        Some(5_001..=15_000) => 1,
        Some(15_001..=30_000) => 2,
        Some(_) => 3,
    }
}

type Order = (Reverse<(u32, u32)>, i64, i64, Reverse<(u32, u32)>, TrainingNumber);

/// What comes first is the least.
fn order(sort: TrainingSort, score: Score, hit: &TrainingHit, today: Day) -> Order {
    let training = &hit.listed.stored.training;
    let begins = training.sessions.get(hit.session).map_or(0, |session| i64::from(session.begins(today).0));
    let (words, number) = (Reverse((score.matched, score.weight)), training.number());
    let alike = Reverse((0, 0));
    // Child care and lifts come after what can be learnt, as far as nobody names them.
    let far = i64::from(band(hit.distance_m)) + if training.kind.is_help() { 10 } else { 0 };
    match sort {
        TrainingSort::Relevance => (words, far, begins, alike, number),
        TrainingSort::Distance => (alike, hit.distance_m.unwrap_or(u32::MAX).into(), begins, words, number),
        TrainingSort::Soonest => (alike, begins, band(hit.distance_m).into(), words, number),
        TrainingSort::Newest => (alike, -hit.listed.stored.changed.0, begins, words, number),
    }
}
