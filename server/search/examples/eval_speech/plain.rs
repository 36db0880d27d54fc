//! Queries of plain speech, judged offer by offer: the share of good ones among the first five.

use crate::{Eval, Failure, Mean, read, set, truth};
use fancy_regex::Regex;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Offers that a person looks at before she is annoyed.
const FIRST: usize = 5;

#[derive(Deserialize)]
struct Judged {
    q: String,
    ids: Vec<String>,
    rule: Option<Rule>,
    #[serde(default)]
    not_ids: Vec<String>,
}

/// What is good where it would be too long a list.
#[derive(Deserialize)]
struct Rule {
    title_regex: Option<String>,
    #[serde(default)]
    rome: Vec<String>,
    not_title_regex: Option<String>,
    #[serde(default)]
    not_ids: Vec<String>,
    #[serde(default)]
    ids: Vec<String>,
}

pub(crate) fn run(eval: &Eval, verbose: bool) -> Result<(), Failure> {
    let read = read("plain-read.tsv")?;
    let mut all = Mean::default();
    for (half, name, before, empty_before) in
        [("first half", "plain-1.jsonl", 0.475, 20), ("second half", "plain-2.jsonl", 0.500, 15)]
    {
        let (mut precision, mut empty) = (Mean::default(), Vec::new());
        let lines = set(name)?;
        for line in lines.lines() {
            let judged: Judged = serde_json::from_str(line)?;
            let mut good = good(eval, &judged)?;
            for ((_, id), verdict) in read.iter().filter(|((query, _), _)| *query == judged.q) {
                if verdict == "good" {
                    good.insert(id.clone())
                } else {
                    good.remove(id)
                };
            }
            let answer = eval.ask(&judged.q, 1)?;
            let shown: Vec<bool> = answer
                .hits
                .iter()
                .take(FIRST)
                .map(|hit| {
                    eval.offers.get(&hit.card.number.to_string()).is_some_and(|o| good.contains(o.source_id.as_str()))
                })
                .collect();
            let right = shown.iter().filter(|good| **good).count();
            let share = right as f64 / good.len().min(FIRST) as f64;
            precision.add(share);
            if answer.hits.is_empty() {
                empty.push(judged.q.clone());
            }
            if verbose && half == "first half" && share < 0.9 {
                println!("  {share:.1} {} ({} good)", judged.q, good.len());
                let said = &answer.understood;
                println!(
                    "      {} + {} silent + {} partial; {:?} {:?} {:?}",
                    answer.total,
                    answer.silent,
                    answer.partial,
                    said.corrected,
                    said.place.as_ref().map(|p| p.name.as_str()),
                    said.conditions.iter().map(|c| c.value.as_str()).collect::<Vec<_>>()
                );
                for (hit, good) in answer.hits.iter().take(FIRST).zip(&shown) {
                    let rome = hit.card.rome.as_ref().map(ToString::to_string).unwrap_or_default();
                    println!(
                        "      {} {} [{rome}] {:?} {}",
                        if *good { "+" } else { "-" },
                        hit.card.title,
                        hit.lacks,
                        hit.in_text_only
                    );
                }
            }
        }
        println!(
            "plain speech, {half}: {} queries, precision@5 {:.3} (before {before}), empty {} (before {empty_before}) {empty:?}",
            precision.count,
            precision.value(),
            empty.len(),
        );
        all.sum += precision.sum;
        all.count += precision.count;
    }
    println!("plain speech: {} queries, precision@5 {:.3} (before 0.488)", all.count, all.value());
    Ok(())
}

fn good(eval: &Eval, judged: &Judged) -> Result<BTreeSet<String>, Failure> {
    let mut good: BTreeSet<String> = judged.ids.iter().cloned().collect();
    if let Some(rule) = &judged.rule {
        let title = rule.title_regex.as_deref().map(Regex::new).transpose()?;
        let not = rule.not_title_regex.as_deref().map(Regex::new).transpose()?;
        for offer in eval.offers.values() {
            let folded = truth::fold(&offer.title);
            let titled = title.as_ref().is_some_and(|r| r.is_match(&folded).unwrap_or(false));
            let coded = offer.rome.as_ref().is_some_and(|code| rule.rome.iter().any(|c| c == code.as_str()));
            if (titled || coded) && !not.as_ref().is_some_and(|r| r.is_match(&folded).unwrap_or(false)) {
                good.insert(offer.source_id.clone());
            }
        }
        good.extend(rule.ids.iter().cloned());
        good.retain(|id| !rule.not_ids.contains(id));
    }
    good.retain(|id| !judged.not_ids.contains(id));
    Ok(good)
}
