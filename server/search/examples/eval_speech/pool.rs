//! Offers that somebody should read and judge, as lines of JSON: those on which rule and search differ, and a few on
//! which they agree.
use crate::conditions::{existing, judged};
use crate::truth::Patterns;
use crate::{Eval, Failure, TODAY};

/// Offers of each trade with conditions.
pub(crate) fn run(eval: &Eval) -> Result<(), Failure> {
    for judged in judged()? {
        let mut patterns = Patterns::default();
        patterns.learn(&judged.ok)?;
        let has = |number: &str| eval.offers.get(number).is_some_and(|o| patterns.holds(&judged.ok, o, TODAY));
        let answer = eval.ask(&judged.q, 1)?;
        let shown: Vec<String> =
            answer.hits.iter().filter(|h| h.unsaid.is_empty()).map(|h| h.card.number.to_string()).collect();
        let all = existing(eval, &judged)?;
        let mut pool: Vec<&String> = shown.iter().filter(|n| !has(n)).take(12).collect();
        pool.extend(all.iter().filter(|n| has(n) && !shown.contains(n)).take(8));
        pool.extend(shown.iter().filter(|n| has(n)).take(2));
        pool.extend(all.iter().filter(|n| !has(n) && !shown.contains(n)).take(2));
        pool.sort();
        pool.dedup();
        for number in pool {
            if let Some(offer) = eval.offers.get(number) {
                println!("{}", serde_json::json!({"q": judged.q, "trade": judged.trade, "id": offer.source_id}));
            }
        }
    }
    Ok(())
}

/// The first offers of each query of plain speech.
pub(crate) fn plain(eval: &Eval) -> Result<(), Failure> {
    for name in ["plain-1.jsonl", "plain-2.jsonl"] {
        for line in crate::set(name)?.lines() {
            let judged: serde_json::Value = serde_json::from_str(line)?;
            let q = judged["q"].as_str().unwrap_or_default();
            for hit in eval.ask(q, 1)?.hits.iter().take(6) {
                if let Some(offer) = eval.offers.get(&hit.card.number.to_string()) {
                    println!("{}", serde_json::json!({"q": q, "id": offer.source_id, "set": name}));
                }
            }
        }
    }
    Ok(())
}
