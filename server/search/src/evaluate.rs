//! Answers a plan: one pass over the matches gives the page, the total and every facet's counts.

use crate::SearchError;
use crate::facts::{Facts, Gate, day_code};
use crate::geo;
use crate::plan::{Area, IN_CELL, IN_COMMUNE, IN_DEPARTEMENT, IN_WIDE, Plan};
use crate::scan::{Doc, scan};
use crate::schema::Fields;
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
}

/// Where an offer is, seen from the place that was searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Near {
    /// No place was searched, or a whole département.
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
    each(snapshot, fields, plan, &gate, |doc, facts, failed, score, near| {
        counts.add(facts, failed);
        if failed != 0 {
            return;
        }
        let key = key(query.sort, near, score, facts);
        // What is old is read of those alone that would have a place.
        if !best.wants(key) {
            return;
        }
        let key = if doc.segment.since.get_val(doc.id) > old { key } else { key & !FRESH };
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
            });
        }
    })?;
    Ok(Found { page: best.page((page - 1) * size), counts })
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
    each(snapshot, fields, plan, &Gate::new(query, today), |_, _, failed, _, _| total += u32::from(failed == 0))?;
    Ok(total)
}

/// How many offers pass within each radius of [`RADII_KM`] beyond the plan's own, in one pass.
pub(crate) fn count_by_radius(
    snapshot: &Snapshot,
    fields: &Fields,
    plan: &Plan,
    query: &OfferQuery,
    today: Day,
) -> Result<Vec<(u16, u32)>, SearchError> {
    let wider: Vec<u16> = RADII_KM.iter().copied().filter(|km| *km > query.radius_km).collect();
    let (Some(Area::Around { .. }), Some(widest)) = (&plan.area, wider.last()) else { return Ok(Vec::new()) };
    let mut plan = plan.clone();
    if let Some(Area::Around { radius_m, .. }) = &mut plan.area {
        *radius_m = u32::from(*widest) * 1000;
    }
    let mut counts: Vec<(u16, u32)> = wider.iter().map(|km| (*km, 0)).collect();
    each(snapshot, fields, &plan, &Gate::new(query, today), |_, _, failed, _, near| {
        for (km, count) in &mut counts {
            let inside = match near {
                Near::At { metres, own } => own || metres <= u32::from(*km) * 1000,
                Near::Wide | Near::Somewhere => true,
            };
            *count += u32::from(failed == 0 && inside);
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
    each(snapshot, fields, plan, &Gate::new(query, today), |doc, _, failed, _, _| {
        if failed == 0
            && let Some(point) = doc.segment.points.first(doc.id)
        {
            *counts.entry(point).or_insert(0) += 1;
        }
    })?;
    Ok(counts)
}

/// Calls `visit` for each open offer that has the words and the place, with the facets that it fails.
fn each(
    snapshot: &Snapshot,
    fields: &Fields,
    plan: &Plan,
    gate: &Gate,
    mut visit: impl FnMut(&Doc<'_>, Facts, u16, Score, Near),
) -> Result<(), SearchError> {
    let readings = plan.readings(fields);
    let scorer = Scorer::new(plan, &readings);
    scan(snapshot, &readings.terms, &readings.groups, |doc| {
        let Some(score) = scorer.score(doc.bits) else { return };
        let facts = doc.segment.facts(doc.id);
        if !gate.is_open(facts) {
            return;
        }
        let failed = gate.failed(facts);
        // Two facets that fail count nowhere.
        if failed & failed.wrapping_sub(1) != 0 {
            return;
        }
        if let Some(near) = near(plan.area.as_ref(), &doc) {
            visit(&doc, facts, failed, score, near);
        }
    })
}

/// Where the offer is; `None` when it is outside.
fn near(area: Option<&Area>, doc: &Doc<'_>) -> Option<Near> {
    let (centre, radius_m) = match area {
        None => return Some(Near::Somewhere),
        Some(Area::Departement(_)) => return (doc.bits & IN_DEPARTEMENT != 0).then_some(Near::Somewhere),
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

/// The bit of a sort key by which offers whose text is not old come before all others.
const FRESH: u64 = 1 << 63;

/// The sort key of an offer that is not old. Those whose place is known come first, whatever the order.
fn key(sort: Sort, near: Near, score: Score, facts: Facts) -> u64 {
    let known = FRESH | u64::from(near != Near::Wide) << 62;
    let posted = u64::from(facts.posted());
    let score = u64::from(score.matched.min(15)) << 10 | u64::from(score.weight.min(1023));
    let close = match near {
        Near::At { metres, .. } => u64::from(u32::MAX >> 8) - u64::from(metres.min(u32::MAX >> 8)),
        Near::Somewhere | Near::Wide => 0,
    };
    known
        | match sort {
            Sort::Relevance => score << 18 | near_band(near) << 16 | posted,
            Sort::Distance => close << 30 | score << 16 | posted,
            Sort::Date => posted << 14 | score,
        }
}
