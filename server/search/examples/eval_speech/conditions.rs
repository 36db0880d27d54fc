//! Trades with conditions: how much of the first page has what was asked.

use crate::truth::{Patterns, Truth};
use crate::{Eval, Failure, Mean, TODAY, read, set};
use domain::query::{MAX_PAGE, OfferQuery, PAGE_SIZE};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Wrong offers of a query that are printed.
const SHOWN: usize = 6;

#[derive(Deserialize)]
pub(crate) struct Judged {
    pub(crate) q: String,
    pub(crate) trade: String,
    place: String,
    pub(crate) ok: Truth,
    pub(crate) kind: String,
    pub(crate) half: u8,
}

pub(crate) fn run(eval: &Eval, verbose: bool) -> Result<(), Failure> {
    let read = read("conditions-read.tsv")?;
    let mut by_kind: BTreeMap<(u8, String), Mean> = BTreeMap::new();
    let mut by_half: BTreeMap<u8, Mean> = BTreeMap::new();
    for line in set("conditions.jsonl")?.lines() {
        let judged: Judged = serde_json::from_str(line)?;
        let mut patterns = Patterns::default();
        patterns.learn(&judged.ok)?;
        let has = |number: &str| {
            eval.offers.get(number).is_some_and(|offer| {
                let verdict = read.get(&(judged.q.clone(), offer.source_id.clone())).map(String::as_str);
                // Nothing said of a licence is what who has none hopes for.
                let verdict = verdict.filter(|verdict| *verdict != "silent" || judged.kind != "licence");
                verdict.map_or_else(|| patterns.holds(&judged.ok, offer, TODAY), |v| v == "yes")
            })
        };
        let exist = existing(eval, &judged)?.iter().filter(|number| has(number)).count();
        let answer = eval.ask(&judged.q, 1)?;
        let shown = answer.hits.iter().filter(|hit| has(&hit.card.number.to_string())).count();
        // Where none exists, nothing can be shown.
        if exist == 0 {
            continue;
        }
        let share = (shown as f64 / exist.min(PAGE_SIZE as usize) as f64).min(1.0);
        by_kind.entry((judged.half, judged.kind.clone())).or_default().add(share);
        by_half.entry(judged.half).or_default().add(share);
        if verbose && share < 0.95 {
            let said: Vec<_> =
                answer.understood.conditions.iter().map(|c| format!("{}={}", c.facet, c.value)).collect();
            println!(
                "  {share:.2} {} ({exist} exist; {} + {} silent + {} partial; {said:?} rest {:?})",
                judged.q, answer.total, answer.silent, answer.partial, answer.understood.text
            );
            let wrong = answer.hits.iter().filter(|hit| !has(&hit.card.number.to_string()));
            for hit in wrong.take(SHOWN) {
                let id = eval.offers.get(&hit.card.number.to_string()).map_or("", |o| o.source_id.as_str());
                println!("      - {id} {} {:?} {:?}", hit.card.title, hit.unsaid, hit.lacks);
            }
        }
    }
    for ((half, kind), mean) in &by_kind {
        println!("  half {half} {kind:10} {:3} queries {:.3}", mean.count, mean.value());
    }
    let mut all = Mean::default();
    for (half, mean) in &by_half {
        let before = if *half == 1 { 0.458 } else { 0.584 };
        println!(
            "conditions, half {half}: {} queries, share of the first page {:.3} (before {before})",
            mean.count,
            mean.value()
        );
        all.sum += mean.sum;
        all.count += mean.count;
    }
    println!("conditions: {} queries, share of the first page {:.3} (before 0.520)", all.count, all.value());
    Ok(())
}

/// All offers of the trade alone, at the place.
pub(crate) fn existing(eval: &Eval, judged: &Judged) -> Result<Vec<String>, Failure> {
    let text = format!("{} {}", judged.trade, judged.place);
    // A blank search is of all offers.
    if text.trim().is_empty() {
        return Ok(eval.offers.keys().cloned().collect());
    }
    let mut out = Vec::new();
    for page in 1..=MAX_PAGE {
        let query = OfferQuery { text: text.clone(), page, ..OfferQuery::default() };
        let hits = eval.index.search(&query, TODAY)?.hits;
        if hits.is_empty() {
            break;
        }
        out.extend(hits.into_iter().map(|hit| hit.card.number.to_string()));
    }
    Ok(out)
}

/// The set.
pub(crate) fn judged() -> Result<Vec<Judged>, Failure> {
    Ok(set("conditions.jsonl")?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}
