//! Typing errors: a word of five letters and more that nobody knows is corrected by one edit.
//!
//! Nobody: neither ROME nor our synonyms, nor an open offer, nor the gazetteer. So "vente" never
//! becomes "verte". Words of ROME are preferred, those that go with the other words first, then the
//! commonest; then words of titles in the index; then names of communes. Nothing depends on how often
//! the index holds a word.

use super::{Term, is_dropped};
use crate::SearchError;
use crate::analyse::{Word, stem};
use crate::index::View;
use crate::lexicon::one_edit;
use tantivy::termdict::TermStreamer;

/// Least letters of a word that is corrected.
const LEAST: usize = 5;
/// Words that are corrected in one query: unknown words cost more than known ones.
const MOST: usize = 3;
/// Words of the index's titles that are compared at most.
const MOST_COMPARED: usize = 300_000;

/// The words as they are searched.
pub(crate) struct Correction {
    /// For each typed word, what it is searched as: itself, or one or two other words.
    words: Vec<Vec<String>>,
    pub(crate) changed: bool,
}

impl Correction {
    /// The words that are searched, each once.
    pub(crate) fn terms(&self) -> Vec<Term> {
        let mut out: Vec<Term> = Vec::new();
        for word in self.words.iter().flatten() {
            let term = Term::new(word);
            if !out.iter().any(|t| t.stem == term.stem) {
                out.push(term);
            }
        }
        out
    }
}

/// Corrects what nobody knows.
pub(crate) fn correct(view: &View<'_>, words: &[Word]) -> Result<Correction, SearchError> {
    let mut out: Vec<Vec<String>> = words.iter().map(|w| vec![w.text.clone()]).collect();
    let mut corrected = 0;
    for at in 0..words.len() {
        let word = &words[at].text;
        let letters = word.chars().all(char::is_alphabetic);
        if corrected == MOST || !letters || word.chars().count() < LEAST || is_known(view, word)? {
            continue;
        }
        let others: Vec<String> = (0..words.len())
            .filter(|i| *i != at && !is_dropped(&words[*i].text))
            .map(|i| stem(&words[i].text))
            .collect();
        if let Some(better) = better(view, word, &others)? {
            out[at] = better;
        }
        corrected += 1;
    }
    let changed = out.iter().zip(words).any(|(new, old)| new.len() != 1 || new[0] != old.text);
    Ok(Correction { words: out, changed })
}

/// Whether ROME, an open offer or the gazetteer has the word.
fn is_known(view: &View<'_>, word: &str) -> Result<bool, SearchError> {
    let stemmed = stem(word);
    let lexicon = view.lexicon;
    if lexicon.vocabulary.knows(word) || lexicon.titles.has_stem(&stemmed) || !lexicon.places.named(word).is_empty() {
        return Ok(true);
    }
    let fields = view.fields;
    let by_stem = [fields.title, fields.text, fields.skills, fields.job].map(|field| (field, stemmed.as_str()));
    for (field, text) in by_stem.into_iter().chain([(fields.employer, word)]) {
        if view.snapshot.open_with(field, text, view.today, 1)? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the word was meant to be.
fn better(view: &View<'_>, word: &str, others: &[String]) -> Result<Option<Vec<String>>, SearchError> {
    if let Some(found) = of_rome(view, word, others) {
        return Ok(Some(vec![found]));
    }
    if let Some(two) = two_words(view, word) {
        return Ok(Some(two));
    }
    if let Some(found) = of_titles(view, word)? {
        return Ok(Some(vec![found]));
    }
    let place = view.lexicon.places.nearly_named(word).first().map(|r| view.lexicon.places.name(*r));
    Ok(place.map(|name| crate::analyse::words(name).into_iter().map(|w| w.text).collect()))
}

/// The word of ROME that goes best with the other words, then the commonest, then by alphabet.
fn of_rome(view: &View<'_>, word: &str, others: &[String]) -> Option<String> {
    let titles = &view.lexicon.titles;
    let near = view.lexicon.vocabulary.near(word);
    let best = near.into_iter().max_by_key(|entry| {
        let (candidate, count) = *entry;
        let stemmed = stem(candidate);
        let whole: Vec<String> = others.iter().cloned().chain([stemmed.clone()]).collect();
        let phrase = titles.group(&whole).is_some();
        let pairs = others.iter().filter(|o| !titles.labels_with(&[(*o).clone(), stemmed.clone()]).is_empty()).count();
        let alone = others.is_empty() && titles.group(&[stemmed]).is_some();
        // The first letter is seldom mistyped.
        let begins = candidate.as_bytes().first() == word.as_bytes().first();
        (phrase, pairs, alone, begins, count, std::cmp::Reverse(candidate))
    });
    best.map(|(candidate, _)| candidate.to_owned())
}

/// Two words of a ROME title that were typed as one: "aidesoignante".
fn two_words(view: &View<'_>, word: &str) -> Option<Vec<String>> {
    let lexicon = view.lexicon;
    let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= 3 && word.len() - at >= 3);
    cuts.map(|at| word.split_at(at))
        .filter(|(a, b)| lexicon.vocabulary.knows(a) && lexicon.vocabulary.knows(b))
        .find(|(a, b)| !lexicon.titles.labels_with(&[stem(a), stem(b)]).is_empty())
        .map(|(a, b)| vec![a.to_owned(), b.to_owned()])
}

/// A word of an open offer's title; of several the first by alphabet that keeps the first letter.
fn of_titles(view: &View<'_>, word: &str) -> Result<Option<String>, SearchError> {
    let mut near: Vec<String> = Vec::new();
    for (reader, _) in view.snapshot.each() {
        let index = reader.inverted_index(view.fields.spelling)?;
        let mut terms: TermStreamer<'_> = index.terms().stream()?;
        let mut compared = 0;
        while terms.advance() && compared < MOST_COMPARED {
            compared += 1;
            let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
            if term.len() >= 4 && one_edit(word, term) && !near.iter().any(|n| n == term) {
                near.push(term.to_owned());
            }
        }
    }
    near.sort_by_key(|n| (n.as_bytes().first() != word.as_bytes().first(), n.clone()));
    for candidate in near {
        if view.snapshot.open_with(view.fields.spelling, &candidate, view.today, 1)? > 0 {
            return Ok(Some(candidate));
        }
    }
    Ok(None)
}

/// The text as typed, with the corrected words in place.
pub(crate) fn corrected_text(text: &str, words: &[Word], correction: &Correction) -> String {
    let mut out = String::new();
    let mut at = 0;
    for word in crate::analyse::words(text) {
        let better = words.iter().zip(&correction.words).find(|(w, _)| w.text == word.text).map(|(_, new)| new);
        if let Some(new) = better.filter(|new| new.len() != 1 || new[0] != word.text) {
            out.push_str(&text[at..word.from]);
            out.push_str(&new.join(" "));
            at = word.to;
        }
    }
    out.push_str(&text[at..]);
    out
}
