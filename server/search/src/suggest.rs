//! Suggestions while typing: job titles that recruit first, and places.

use crate::SearchError;
use crate::analyse::{self, stem};
use crate::index::View;
use crate::lexicon::Kind;
use crate::lexicon::names::{joined, words};
use domain::answer::PlaceFound;
use std::collections::BTreeMap;

/// Letters from which on something is suggested.
const LEAST: usize = 2;
/// Letters of what is typed that are looked at.
const MOST: usize = 100;
/// Words that are looked at.
const MAX_WORDS: usize = 8;

fn typed(text: &str) -> Option<String> {
    let text: String = text.chars().take(MOST).collect();
    (text.chars().filter(|c| c.is_alphanumeric()).count() >= LEAST).then_some(text)
}

/// Job titles (appellations) that what is typed may become; at most `limit`. First those that begin so,
/// among them those of occupations with an open offer, then the shorter.
pub(crate) fn titles(view: &View<'_>, text: &str, limit: usize) -> Result<Vec<String>, SearchError> {
    let Some(text) = typed(text) else { return Ok(Vec::new()) };
    let words: Vec<String> =
        analyse::words(&text).into_iter().map(|w| w.text).filter(|w| !analyse::is_stop(w)).take(MAX_WORDS).collect();
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
    let begin = domain::text::words(&text).join(" ");
    let mut recruits: BTreeMap<u32, bool> = BTreeMap::new();
    let mut ranked: Vec<(bool, bool, usize, &str)> = Vec::new();
    for number in labels {
        let (label, Some(rank)) = (titles.label(number), titles.occupation_of(number)) else { continue };
        let open = match recruits.get(&rank) {
            Some(open) => *open,
            None => view.snapshot.open_with(view.fields.rome, titles.code(rank), view.today, 1)? > 0,
        };
        recruits.insert(rank, open);
        let begins = domain::text::words(label).join(" ").starts_with(&begin);
        ranked.push((!begins, !open, label.len(), label));
    }
    ranked.sort_unstable();
    ranked.dedup_by(|a, b| a.3 == b.3);
    Ok(ranked.into_iter().take(limit).map(|(.., label)| label.to_owned()).collect())
}

/// The stem of a finished word, corrected where ROME does not know it.
fn known_stem(view: &View<'_>, word: &str) -> String {
    let own = stem(word);
    if view.lexicon.titles.has_stem(&own) || word.len() < 5 {
        return own;
    }
    let near = view.lexicon.vocabulary.near(word);
    near.into_iter()
        .max_by_key(|near| (near.one_edit, near.count, std::cmp::Reverse(near.word)))
        .map_or(own, |near| stem(near.word))
}

/// Communes that what is typed (the beginning of a name or of a postcode) may become; at most `limit`.
pub(crate) fn places(view: &View<'_>, text: &str, limit: usize) -> Vec<PlaceFound> {
    let Some(text) = typed(text) else { return Vec::new() };
    let (lexicon, places) = (view.lexicon, &view.lexicon.places);
    let typed = joined(&words(&text));
    let digits = typed.bytes().all(|b| b.is_ascii_digit());
    let mut ranks = match (digits, typed.len()) {
        (true, 2..=5) => places.of_postcode(&typed),
        (true, _) => Vec::new(),
        (false, _) => {
            let own = lexicon.keys.beginning(&typed).filter(|t| matches!(t.kind, Kind::Own | Kind::Variant));
            lexicon.nearest_first(own.map(|target| target.number))
        }
    };
    if ranks.is_empty() && !digits && typed.len() >= 5 {
        let near = lexicon.keys.near(&typed).into_iter().map(|(target, _)| target);
        let near = near.filter(|target| matches!(target.kind, Kind::Own | Kind::Variant));
        ranks = lexicon.nearest_first(near.map(|target| target.number));
    }
    // A commune of exactly that name is meant before larger ones that only begin so.
    ranks.sort_by_cached_key(|r| joined(&words(places.name(*r))) != typed);
    ranks.into_iter().take(limit).filter_map(|r| places.found(r)).collect()
}
