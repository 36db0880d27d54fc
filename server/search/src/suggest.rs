//! Suggestions while typing: job titles and places, with how many open offers each has.

use crate::SearchError;
use crate::analyse::{self, stem};
use crate::index::View;
use crate::lexicon::{compact, one_edit};
use domain::answer::Suggestion;
use domain::occupation::RomeCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Letters from which on something is suggested.
const LEAST: usize = 2;
/// Words that are looked at.
const MAX_WORDS: usize = 8;
/// Offers are counted up to this, which is as good as "many".
const COUNT_TO: u32 = 100_000;

/// A suggestion and how many open offers it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionCount {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// Open offers of that occupation or in that commune.
    pub count: u32,
}

/// Titles first, then places; a quarter of the room is kept for places.
pub(crate) fn suggest(view: &View<'_>, text: &str, limit: usize) -> Result<Vec<SuggestionCount>, SearchError> {
    let text: String = text.chars().take(100).collect();
    if text.chars().filter(|c| c.is_alphanumeric()).count() < LEAST || limit == 0 {
        return Ok(Vec::new());
    }
    let places = places(view, &text, limit)?;
    let room = limit - places.len().min(limit.div_ceil(4));
    let mut out = titles(view, &text, room)?;
    let left = limit - out.len();
    out.extend(places.into_iter().take(left));
    Ok(out)
}

fn titles(view: &View<'_>, text: &str, limit: usize) -> Result<Vec<SuggestionCount>, SearchError> {
    let words: Vec<String> =
        analyse::words(text).into_iter().map(|w| w.text).filter(|w| !analyse::is_stop(w)).take(MAX_WORDS).collect();
    let Some((last, before)) = words.split_last() else { return Ok(Vec::new()) };
    let titles = &view.lexicon.titles;
    let stems: Vec<String> = before.iter().map(|w| known_stem(view, w)).collect();
    // The last word is still being typed: a beginning; what is finished is a beginning of its stem as well.
    let mut labels = titles.labels_beginning(last);
    labels.extend(titles.labels_beginning(&stem(last)));
    if labels.is_empty() {
        labels.extend(titles.labels_with(&[known_stem(view, last)]));
    }
    if !stems.is_empty() {
        let with = titles.labels_with(&stems);
        labels.retain(|l| with.binary_search(l).is_ok());
    }
    let typed = domain::text::words(text).join(" ");
    let mut ranked: Vec<(bool, usize, &str, u32)> = Vec::new();
    for number in labels {
        let (label, Some(rank)) = (titles.label(number), titles.occupation_of(number)) else { continue };
        let begins = domain::text::words(label).join(" ").starts_with(&typed);
        if !ranked.iter().any(|(.., known, _)| *known == label) {
            ranked.push((!begins, label.len(), label, rank));
        }
    }
    ranked.sort_unstable();
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let mut out = Vec::new();
    for (_, _, label, rank) in ranked.into_iter().take(limit) {
        let Ok(rome) = RomeCode::parse(titles.code(rank)) else { continue };
        let count = match counts.get(&rank) {
            Some(count) => *count,
            None => view.snapshot.open_with(view.fields.rome, rome.as_str(), view.today, COUNT_TO)?,
        };
        counts.insert(rank, count);
        out.push(SuggestionCount { suggestion: Suggestion::Title { label: label.to_owned(), rome }, count });
    }
    Ok(out)
}

/// The stem of a finished word, corrected where ROME does not know it.
fn known_stem(view: &View<'_>, word: &str) -> String {
    let own = stem(word);
    if view.lexicon.titles.has_stem(&own) || word.len() < 5 {
        return own;
    }
    let near = view.lexicon.vocabulary.near(word);
    near.into_iter()
        .max_by_key(|(known, count)| (*count, std::cmp::Reverse(known.to_owned())))
        .map_or(own, |(w, _)| stem(w))
}

fn places(view: &View<'_>, text: &str, limit: usize) -> Result<Vec<SuggestionCount>, SearchError> {
    let places = &view.lexicon.places;
    let typed = compact(text);
    let digits = typed.bytes().all(|b| b.is_ascii_digit());
    let mut ranks = match (digits, typed.len()) {
        (true, 2..=5) => places.of_postcode(&typed),
        (true, _) => Vec::new(),
        (false, _) => places.beginning(&typed),
    };
    if ranks.is_empty() && !digits && typed.len() >= 5 && !one_edit(&typed, "") {
        ranks = places.nearly_named(&typed);
    }
    // A commune of exactly that name is meant before larger ones that only begin so.
    ranks.sort_by_key(|r| compact(places.name(*r)) != typed);
    let mut out = Vec::new();
    for place in ranks.into_iter().take(limit).filter_map(|r| places.found(r)) {
        let term = crate::geo::commune_term(place.commune.as_str());
        let count = view.snapshot.open_with(view.fields.place, &term, view.today, COUNT_TO)?;
        out.push(SuggestionCount { suggestion: Suggestion::Place(place), count });
    }
    Ok(out)
}
