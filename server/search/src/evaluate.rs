//! Answers a plan: one pass over the matches gives the page, the total and every facet's counts.

use crate::SearchError;
use crate::facts::{Facts, day_code};
use crate::gate::Gate;
use crate::geo;
use crate::plan::{Area, IN_CELL, IN_COMMUNE, IN_DEPARTEMENT, IN_WIDE, Plan};
use crate::scan::{Doc, scan};
use crate::schema::{Fields, LEADS_AT};
use crate::score::{Score, Scorer};
use crate::snapshot::Snapshot;
use crate::tally::{Best, Counts, Ranked};
use domain::offer::OLD_DAYS;
use domain::query::{MAX_PAGE, OfferQuery, PAGE_SIZE, RADII_KM, Sort};
use domain::time::Day;
use std::collections::BTreeMap;

/// What was found.
pub(crate) struct Found {
    pub(crate) page: Vec<Ranked>,
    pub(crate) counts: Counts,
    /// Offers that have all words and meet the trade, those that do not say all that is asked included.
    pub(crate) of_the_trade: u32,
    /// Offers that meet the trade, those included that lack another word.
    pub(crate) near_the_trade: u32,
    /// The clauses that the best of the offers that lack one matches, as bits.
    pub(crate) best_partial: Option<u16>,
}

/// Where an offer is, seen from the place that was searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Near {
    /// No place was searched, or a part of the country.
    Somewhere,
    /// So many metres away; in the commune itself, any radius holds it.
    At { metres: u32, own: bool },
    /// Only its département is known.
    Wide,
}

/// Finds the offers of a page and counts.
pub(crate) fn find(
    snapshot: &Snapshot,
    fields: &Fields,
    plan: &Plan,
    query: &OfferQuery,
    today: Day,
) -> Result<Found, SearchError> {
    let gate = Gate::new(query, today);
    let page = query.page.clamp(1, MAX_PAGE) as usize;
    let size = PAGE_SIZE as usize;
    let old = u64::from(day_code(today.plus(-OLD_DAYS)));
    let mut best = Best::new(page * size);
    let mut counts = Counts::new(&query.filters, today);
    let all = plan.all_clauses();
    let mut best_partial = (0, None);
    let (mut of_the_trade, mut near_the_trade) = (0, 0);
    each(snapshot, fields, plan, &gate, |doc, facts, Passed { failed, unsaid }, score, near| {
        counts.add(facts, failed, unsaid);
        let lacks = score.mask != all;
        counts.partial += u32::from(failed == 0 && lacks && plan.is_wide());
        if failed != 0 && (unsaid != failed || !query.wider) {
            return;
        }
        of_the_trade += u32::from(score.trade && !lacks);
        near_the_trade += u32::from(score.trade);
        let says = if failed == 0 { SAYS } else { 0 };
        let tier = if query.sort == Sort::Relevance || plan.is_wide() { tier(score.trade, lacks) } else { 0 };
        let key = says | tier | key(query.sort, near, score, facts);
        if lacks && key > best_partial.0 {
            best_partial = (key, Some(score.mask));
        }
        // What is old is read of those alone that would have a place.
        if !best.wants(key) {
            return;
        }
        let since = doc.segment.since.get_val(doc.id);
        let leads = since >> LEADS_AT != 0 && !plan.leads && !plan.clauses.is_empty();
        let key = if leads && query.sort == Sort::Relevance { led(key) } else { key };
        let key = if since & ((1 << LEADS_AT) - 1) > old { key } else { key & !FRESH };
        if best.wants(key) {
            best.push(Ranked {
                key,
                number: doc.segment.numbers.get_val(doc.id),
                segment: doc.segment_ord,
                doc: doc.id,
                distance_m: match near {
                    Near::At { metres, .. } => Some(metres),
                    Near::Somewhere | Near::Wide => None,
                },
                wide: near == Near::Wide,
                unsaid,
                mask: score.mask,
                in_text: !score.trade,
            });
        }
    })?;
    Ok(Found { page: best.page((page - 1) * size), counts, of_the_trade, near_the_trade, best_partial: best_partial.1 })
}

/// The words that are worth keeping where no offer has all: those that the best offers have together, as bits of
/// clauses. `None` when no offer has any.
pub(crate) fn best_words(
    snapshot: &Snapshot,
    fields: &Fields,
    plan: &Plan,
    query: &OfferQuery,
    today: Day,
) -> Result<Option<u16>, SearchError> {
    let plan = Plan { required: 1, ..plan.clone() };
    let mut best: Option<(u32, u32, u16)> = None;
    each(snapshot, fields, &plan, &Gate::new(query, today), |_, _, passed, score, _| {
        let found = (score.matched, score.weight, score.mask);
        if passed.failed == passed.unsaid && best.is_none_or(|best| found > best) {
            best = Some(found);
        }
    })?;
    Ok(best.map(|(_, _, mask)| mask))
}

/// How many offers pass, nothing more.
pub(crate) fn count(
    snapshot: &Snapshot,
    fields: &Fields,
    plan: &Plan,
    query: &OfferQuery,
    today: Day,
) -> Result<u32, SearchError> {
    let mut total = 0;
    let gate = Gate::new(query, today);
    let readings = plan.readings(fields);
    let scorer = Scorer::new(plan, &readings);
    scan(snapshot, &readings.terms, &readings.groups, |doc| {
        let facts = doc.segment.facts(doc.id);
        // What fails one filter needs no other.
        let passes = gate.is_open(facts) && gate.passes(facts) && scorer.score(doc.bits).is_some();
        let paid = || !gate.asks_pay() || gate.underpaid(doc.segment.month_pay.get_val(doc.id)) == 0;
        total += u32::from(passes && paid() && near(plan.area.as_ref(), &doc).is_some());
    })?;
    Ok(total)
}

/// How many offers pass within each radius of [`RADII_KM`] beyond the plan's own, in one pass; `is_counted` says by how
/// well an offer answers whether it counts.
pub(crate) fn count_by_radius(
    snapshot: &Snapshot,
    fields: &Fields,
    plan: &Plan,
    query: &OfferQuery,
    today: Day,
    is_counted: impl Fn(Passed, Score) -> bool,
) -> Result<Vec<(u16, u32)>, SearchError> {
    let wider: Vec<u16> = RADII_KM.iter().copied().filter(|km| *km > query.radius_km).collect();
    let (Some(Area::Around { .. }), Some(widest)) = (&plan.area, wider.last()) else { return Ok(Vec::new()) };
    let mut plan = plan.clone();
    plan.widen(*widest);
    let mut counts: Vec<(u16, u32)> = wider.iter().map(|km| (*km, 0)).collect();
    each(snapshot, fields, &plan, &Gate::new(query, today), |_, _, passed, score, near| {
        let fits = is_counted(passed, score);
        for (km, count) in &mut counts {
            let inside = match near {
                Near::At { metres, own } => own || metres <= u32::from(*km) * 1000,
                Near::Wide | Near::Somewhere => true,
            };
            *count += u32::from(fits && inside);
        }
    })?;
    Ok(counts)
}

/// How many of the offers that pass lie at each point (packed, see [`geo`]): an offer counts at its first.
pub(crate) fn count_by_point(
    snapshot: &Snapshot,
    fields: &Fields,
    plan: &Plan,
    query: &OfferQuery,
    today: Day,
) -> Result<BTreeMap<u64, u32>, SearchError> {
    let mut counts = BTreeMap::new();
    each(snapshot, fields, plan, &Gate::new(query, today), |doc, _, passed, _, _| {
        if passed.failed == 0
            && let Some(point) = doc.segment.points.first(doc.id)
        {
            *counts.entry(point).or_insert(0) += 1;
        }
    })?;
    Ok(counts)
}

/// How an offer passes the filters: the facets that it fails, and those of them of which it says nothing.
#[derive(Clone, Copy)]
pub(crate) struct Passed {
    failed: u16,
    unsaid: u16,
}

impl Passed {
    pub(crate) const fn all(self) -> bool {
        self.failed == 0
    }

    /// It fails nothing of which it says something.
    pub(crate) const fn perhaps(self) -> bool {
        self.failed == self.unsaid
    }
}

/// Calls `visit` for each open offer that has the words and the place, unless it fails two facets and says so.
fn each(
    snapshot: &Snapshot,
    fields: &Fields,
    plan: &Plan,
    gate: &Gate,
    mut visit: impl FnMut(&Doc<'_>, Facts, Passed, Score, Near),
) -> Result<(), SearchError> {
    let readings = plan.readings(fields);
    let scorer = Scorer::new(plan, &readings);
    // Where no word was typed, all answer alike.
    let blank = if plan.clauses.is_empty() { scorer.score(0) } else { None };
    scan(snapshot, &readings.terms, &readings.groups, |doc| {
        let Some(score) = blank.or_else(|| scorer.score(doc.bits)) else { return };
        let facts = doc.segment.facts(doc.id);
        if !gate.is_open(facts) {
            return;
        }
        let month = gate.asks_pay().then(|| doc.segment.month_pay.get_val(doc.id));
        let failed = gate.failed(facts) | month.map_or(0, |month| gate.underpaid(month));
        let unsaid = if failed == 0 { 0 } else { gate.unsaid(facts, failed, month) };
        // Two facets that fail count nowhere.
        if failed & failed.wrapping_sub(1) != 0 && unsaid != failed {
            return;
        }
        if let Some(near) = near(plan.area.as_ref(), &doc) {
            visit(&doc, facts, Passed { failed, unsaid }, score, near);
        }
    })
}

/// Where the offer is; `None` when it is outside.
fn near(area: Option<&Area>, doc: &Doc<'_>) -> Option<Near> {
    let (centre, radius_m) = match area {
        None => return Some(Near::Somewhere),
        Some(Area::Within { .. }) => {
            let certain = doc.bits & (IN_DEPARTEMENT | IN_COMMUNE) != 0;
            let wide = (doc.bits & IN_WIDE != 0).then_some(Near::Wide);
            return if certain { Some(Near::Somewhere) } else { wide };
        }
        Some(Area::Around { centre, radius_m, .. }) => (centre, *radius_m),
    };
    let points = || doc.segment.points.values_for_doc(doc.id);
    if doc.bits & IN_COMMUNE != 0 {
        let metres = centre.and_then(|c| geo::nearest(c, points(), u32::MAX));
        return Some(Near::At { metres: metres.unwrap_or(0), own: true });
    }
    if doc.bits & IN_CELL != 0
        && let Some(metres) = centre.and_then(|c| geo::nearest(c, points(), radius_m))
    {
        return Some(Near::At { metres, own: false });
    }
    (doc.bits & IN_WIDE != 0).then_some(Near::Wide)
}

/// Among offers that fit equally well, the nearer come first, by how people get there: on foot or by
/// bike, by bus, by train or car, beyond. Within a band the newest come first.
const fn near_band(near: Near) -> u64 {
    match near {
        Near::At { metres: 0..=5_000, .. } | Near::Somewhere => 3,
        Near::At { metres: 5_001..=15_000, .. } => 2,
        Near::At { metres: 15_001..=30_000, .. } => 1,
        Near::At { .. } | Near::Wide => 0,
    }
}

/// The bit of a sort key by which offers that say all that is asked come before those that do not.
const SAYS: u64 = 1 << 63;
/// Where the weight stands in a key by relevance, and the most that it counts.
const WEIGHT_AT: u32 = 18;
const MAX_WEIGHT: u64 = 1023;
/// The bit by which offers whose text is not old come before the others.
const FRESH: u64 = 1 << 60;

/// Offers of the trade that have all words come first, then those that lack one, then those that only speak of the
/// trade in their text.
const fn tier(trade: bool, lacks: bool) -> u64 {
    let tier = match (trade, lacks) {
        (true, false) => 2,
        (true, true) => 1,
        (false, _) => 0,
    };
    tier << 61
}

/// What the weight of an offer loses whose title is that of who leads or teaches, when neither was asked for.
const LED: u64 = 4;

/// The key by relevance of such an offer.
const fn led(key: u64) -> u64 {
    let weight = key >> WEIGHT_AT & MAX_WEIGHT;
    key - (if weight < LED { weight } else { LED } << WEIGHT_AT)
}

/// The sort key of an offer that is not old. Those whose place is known come first, whatever the order.
fn key(sort: Sort, near: Near, score: Score, facts: Facts) -> u64 {
    let known = FRESH | u64::from(near != Near::Wide) << 59;
    let posted = u64::from(facts.posted());
    let weight = u64::from(score.weight).min(MAX_WEIGHT);
    let score = u64::from(score.matched.min(15)) << 10 | weight;
    let close = match near {
        Near::At { metres, .. } => u64::from(u32::MAX >> 8) - u64::from(metres.min(u32::MAX >> 8)),
        Near::Somewhere | Near::Wide => 0,
    };
    known
        | match sort {
            Sort::Relevance => score << WEIGHT_AT | near_band(near) << 16 | posted,
            Sort::Distance => close << 30 | score << 16 | posted,
            Sort::Date => posted << 14 | score,
        }
}
