//! Misspelt queries: how much of what the right spelling finds is found.

use crate::{Eval, Failure, Mean, set};
use std::collections::{BTreeMap, BTreeSet};

/// Titles that are misspelt by each rule.
const SAMPLE: usize = 60;

/// A rule by which people misspell: its name, and the word as it then is; `None` where it does not apply.
type Rule = (&'static str, fn(&str) -> Option<String>);

const RULES: &[Rule] = &[
    ("double letter once", |word| {
        let at = word.as_bytes().windows(2).position(|pair| pair[0] == pair[1])?;
        Some(format!("{}{}", &word[..at], &word[at + 1..]))
    }),
    ("single letter twice", |word| {
        let bytes = word.as_bytes();
        let single =
            |at: usize| b"lmnprt".contains(&bytes[at]) && bytes[at - 1] != bytes[at] && bytes[at + 1] != bytes[at];
        let at = (2..bytes.len().checked_sub(1)?).find(|at| single(*at))?;
        Some(format!("{}{}", &word[..=at], &word[at..]))
    }),
    ("ei for ie", |word| swap(word, &[("ie", "ei"), ("ei", "ie")])),
    ("ue for eu", |word| swap(word, &[("eu", "ue"), ("ue", "eu")])),
    ("an for en", |word| swap(word, &[("en", "an"), ("an", "en"), ("em", "am"), ("am", "em")])),
    ("s for c", |word| {
        swap(word, &[("ssi", "ci"), ("sse", "ce"), ("ce", "se"), ("ci", "si"), ("ti", "ssi"), ("ss", "s")])
    }),
    ("g for j", |word| swap(word, &[("ge", "je"), ("gi", "ji"), ("j", "g")])),
    ("mute letter", |word| {
        let end = ["s", "t", "x", "d", "e"].iter().find_map(|end| word.strip_suffix(end));
        let begun = word.strip_prefix('h').map(str::to_owned);
        begun.or_else(|| swap(word, &[("th", "t"), ("rh", "r")])).or(end.map(str::to_owned))
    }),
    ("o for au", |word| swap(word, &[("eau", "o"), ("au", "o")])),
    ("f for ph", |word| swap(word, &[("ph", "f"), ("qu", "k"), ("ch", "sh")])),
];

/// The first of these that a word has, put in the other's place; never the first letter.
fn swap(word: &str, pairs: &[(&str, &str)]) -> Option<String> {
    let inner = word.get(1..)?;
    let (from, to) = pairs.iter().find(|(from, _)| inner.contains(from))?;
    Some(format!("{}{}", &word[..1], inner.replacen(from, to, 1)))
}

/// Titles of ROME with an error in their longest word, by rule: how much of what the right spelling finds is found.
/// Where the error gives another word of ROME, it is no error.
fn by_rule(eval: &Eval, verbose: bool) -> Result<(), Failure> {
    let known: BTreeSet<String> = eval.titles.iter().flat_map(|title| domain::text::words(title)).collect();
    let mut all = Mean::default();
    for (name, rule) in RULES {
        let misspelt = |title: &String| {
            let folded = domain::text::fold(title);
            let longest = domain::text::words(title).into_iter().filter(|w| w.len() >= 5 && w.is_ascii());
            let word = longest.max_by_key(String::len)?;
            let wrong = rule(&word).filter(|wrong| !known.contains(wrong))?;
            Some((title.clone(), folded.replacen(&word, &wrong, 1)))
        };
        let queries: Vec<(String, String)> = eval.titles.iter().filter_map(misspelt).collect();
        let step = (queries.len() / SAMPLE).max(1);
        let mut mean = Mean::default();
        for (right, wrong) in queries.iter().step_by(step).take(SAMPLE) {
            let (expected, found) = (found(eval, right)?, found(eval, wrong)?);
            if expected.is_empty() {
                continue;
            }
            let kept = expected.intersection(&found).count() as f64 / expected.len() as f64;
            mean.add(kept);
            all.add(kept);
            if verbose && kept < 0.9 {
                println!("  {kept:.2} {wrong} → {right}: {:?}", eval.ask(wrong, 1)?.understood.corrected);
            }
        }
        println!("misspelt by rule, {name:20}: {:3} queries keep {:.3}", mean.count, mean.value());
    }
    println!("misspelt by rule: {} queries keep {:.3} of what the right spelling finds", all.count, all.value());
    Ok(())
}

/// Pages that are compared.
const PAGES: u32 = 3;

pub(crate) fn run(eval: &Eval, verbose: bool) -> Result<(), Failure> {
    let mut by_half: BTreeMap<&str, Mean> = BTreeMap::new();
    let lines = set("typos.tsv")?;
    for line in lines.lines() {
        let [wrong, right, half] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        let (expected, found) = (found(eval, right)?, found(eval, wrong)?);
        if expected.is_empty() {
            println!("  nothing is found by {right}");
            continue;
        }
        let kept = expected.intersection(&found).count() as f64 / expected.len() as f64;
        by_half.entry(half).or_default().add(kept);
        if verbose && half == "1" && kept < 0.9 {
            let said = eval.ask(wrong, 1)?.understood;
            let also: Vec<_> = said.spellings.iter().map(|s| s.also.as_str()).collect();
            println!("  {kept:.2} {wrong} → {right}: {:?} {also:?} {:?}", said.corrected, said.place.map(|p| p.name));
        }
    }
    for (half, mean) in by_half {
        println!(
            "misspelt, half {half}: {} queries keep {:.3} of what the right spelling finds (before {})",
            mean.count,
            mean.value(),
            if half == "1" { 0.740 } else { 0.725 }
        );
    }
    by_rule(eval, verbose)
}

fn found(eval: &Eval, text: &str) -> Result<BTreeSet<String>, Failure> {
    let mut out = BTreeSet::new();
    for page in 1..=PAGES {
        out.extend(eval.ask(text, page)?.hits.into_iter().map(|hit| hit.card.number.to_string()));
    }
    Ok(out)
}
