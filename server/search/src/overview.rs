//! What recruits here at all, for the home page: trades with how many open offers each.
//!
//! It reads every open offer once and is kept with the commit that it was read from.

use crate::index::View;
use crate::{SearchError, evaluate, understand};
use domain::answer::CommuneCount;
use domain::occupation::RomeCode;
use domain::query::OfferQuery;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

/// What is open, all in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// Open offers.
    pub total: u32,
    /// Every occupation with an open offer, those with most first.
    pub trades: Vec<TradeCount>,
    /// Communes with an open offer, those with most first; at most 40.
    pub communes: Vec<CommuneCount>,
}

/// An occupation and its open offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeCount {
    /// ROME code.
    pub rome: RomeCode,
    /// Its label.
    pub label: String,
    /// Open offers: for the first 24 those that a search for the label finds, for the others
    /// those of the occupation.
    pub count: u32,
}

/// Trades of which the count is the one that the reader finds behind the label.
const SEARCHED: usize = 24;
/// Communes that are named.
const COMMUNES: usize = 40;

/// The overview of a view, from the commit's own copy where it is of the same day.
pub(crate) fn overview(view: &View<'_>) -> Result<Arc<Overview>, SearchError> {
    let mut kept = view.snapshot.overview.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((day, overview)) = &*kept
        && *day == view.today
    {
        return Ok(Arc::clone(overview));
    }
    let overview = Arc::new(count(view)?);
    *kept = Some((view.today, Arc::clone(&overview)));
    Ok(overview)
}

fn count(view: &View<'_>) -> Result<Overview, SearchError> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for (reader, _) in view.snapshot.each() {
        let inverted = reader.inverted_index(view.fields.rome)?;
        let mut codes = inverted.terms().stream().map_err(tantivy::TantivyError::from)?;
        while let Some((code, _)) = codes.next() {
            counts.entry(String::from_utf8_lossy(code).into_owned()).or_insert(0);
        }
    }
    for (code, count) in &mut counts {
        *count = view.snapshot.open_with(view.fields.rome, code, view.today, u32::MAX)?;
    }
    let titles = &view.lexicon.titles;
    let mut trades: Vec<TradeCount> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .filter_map(|(code, count)| {
            let label = titles.occupation_label(titles.rank(&code)?).to_owned();
            Some(TradeCount { rome: RomeCode::parse(&code).ok()?, label, count })
        })
        .collect();
    trades.sort_by(|a, b| (Reverse(a.count), &a.label).cmp(&(Reverse(b.count), &b.label)));
    for trade in trades.iter_mut().take(SEARCHED) {
        let query = OfferQuery { text: trade.label.clone(), ..OfferQuery::default() };
        let plan = understand::understand(view, &query)?.plan;
        trade.count = evaluate::count(view.snapshot, view.fields, &plan, &query, view.today)?;
    }
    let all = OfferQuery::default();
    let plan = understand::understand(view, &all)?.plan;
    let points = evaluate::count_by_point(view.snapshot, view.fields, &plan, &all, view.today)?;
    let communes = view.lexicon.places.by_commune(&points, COMMUNES);
    Ok(Overview { total: view.snapshot.count_open(view.today), trades, communes })
}
