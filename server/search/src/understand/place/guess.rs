//! A place with a typing error inside the words. Never a word of a trade: what ROME's titles or an open offer know is
//! no error, and a word for which ROME or a title has something better is that.

use super::choose::{How, What, begun, exact, mistyped};
use super::inside::{Asked, InWords};
use super::rules::{is_nearly_everyday, is_trade_word};
use super::{Found, Located, located};
use crate::SearchError;
use crate::analyse::{is_narrowing, is_noise, stem};
use crate::index::View;
use crate::lexicon::names::{Piece, is_small, significant};
use crate::understand::correct::is_in_offers;

/// Words of a name with an error, at most.
const LONGEST: usize = 6;
/// Letters of a name of one word, and of several, at least.
const LEAST: usize = 4;
const LEAST_OF_SEVERAL: usize = 8;
/// Names that are compared at most: a hostile query costs no more.
const MOST: usize = 24;
/// Inhabitants from which a town is guessed by one word: of four letters, of five, of more.
const KNOWN: [u32; 3] = [50_000, 20_000, 5_000];
/// A word of so many letters or fewer has its error behind the first one.
const SHORT: usize = 5;

/// The place that was meant by some of the words, the longest name first. `is_better` says of a word whether something
/// better than a place was found for it.
pub(crate) fn guess(
    view: &View<'_>,
    text: &str,
    words: &[Piece],
    is_better: impl Fn(&str) -> bool,
) -> Result<Option<InWords>, SearchError> {
    let mut free = Vec::with_capacity(words.len());
    let mut unknown = Vec::with_capacity(words.len());
    for word in words.iter().map(|piece| piece.word.as_str()) {
        let of_trade = is_noise(word) || is_narrowing(word) || is_trade_word(view, word);
        free.push(is_small(word) || !of_trade);
        let letters = word.len() >= 3 && word.chars().all(char::is_alphabetic);
        unknown.push(letters && !of_trade);
    }
    if !unknown.contains(&true) {
        return Ok(None);
    }
    let asked = Asked::new(view, text, words);
    let words = asked.words;
    let mut looks = 0;
    for length in (1..=words.len().min(LONGEST)).rev() {
        for from in 0..=words.len() - length {
            let (span, to) = (from..from + length, from + length);
            let fits = free[span.clone()].iter().all(|free| *free) && unknown[span.clone()].contains(&true);
            if !fits || to > asked.together(from) || !is_name(&words[span.clone()], &is_better) {
                continue;
            }
            looks += 1;
            if looks > MOST {
                return Ok(None);
            }
            let found = meant(view, text, &words[span.clone()]);
            if let Some(found) = found
                && !is_known(view, &words[span], &found)?
            {
                return Ok(Some(InWords::new(from - asked.links_before(from), to, (from, to), found)));
            }
        }
    }
    Ok(None)
}

/// Whether words may be a name: not an article alone, long enough, and nothing better.
fn is_name(words: &[Piece], is_better: &impl Fn(&str) -> bool) -> bool {
    let plain: Vec<&str> = words.iter().map(|piece| piece.word.as_str()).collect();
    let (Some(first), Some(last)) = (plain.first(), plain.last()) else { return false };
    let begins = !is_small(first) || matches!(*first, "l" | "la" | "le" | "les");
    let letters: usize = plain.iter().map(|word| word.len()).sum();
    let enough = match significant(&plain)[..] {
        [only] => only.len() >= LEAST && !is_nearly_everyday(only) && !is_better(only),
        _ => letters >= LEAST_OF_SEVERAL,
    };
    begins && !is_small(last) && enough
}

/// Whether an open offer knows every word, other than by the very name that is meant: "roubais" has the stem of Roubaix.
fn is_known(view: &View<'_>, words: &[Piece], found: &Found) -> Result<bool, SearchError> {
    let name = match &found.located {
        Located::Commune { place, .. } => place.name.as_str(),
        Located::Area { label, .. } => label.as_str(),
        Located::Nowhere | Located::Unknown(_) => "",
    };
    let stems: Vec<String> = crate::lexicon::names::words(name).iter().map(|word| stem(word)).collect();
    for word in words.iter().map(|piece| piece.word.as_str()).filter(|word| !is_small(word)) {
        if stems.contains(&stem(word)) || !is_in_offers(view, word)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn meant(view: &View<'_>, text: &str, words: &[Piece]) -> Option<Found> {
    let lexicon = view.lexicon;
    let name: Vec<&str> = words.iter().map(|piece| piece.word.as_str()).collect();
    // A name has no error, and the beginning of one has none.
    if !exact(lexicon, &name).is_empty() || !begun(lexicon, &name, &[]).is_empty() {
        return None;
    }
    let choice = mistyped(lexicon, &name, &[])?;
    if let [only] = significant(&name)[..] {
        let known = match choice.what {
            What::Commune(rank) => {
                let own = crate::lexicon::names::words(lexicon.places.name(rank));
                let begins =
                    only.len() > SHORT || own.iter().any(|word| word.as_bytes().first() == only.as_bytes().first());
                let people = KNOWN[only.len().saturating_sub(LEAST).min(KNOWN.len() - 1)];
                begins && (lexicon.home.holds(rank) || lexicon.places.population(rank) >= people)
            }
            What::Area(_) => only.len() > SHORT,
        };
        if !known {
            return None;
        }
    }
    let typed = text.get(words.first()?.from..words.last()?.to)?.to_owned();
    Some(Found { located: located(lexicon, &choice.spot(), &choice.others), how: How::Guessed, typed })
}
