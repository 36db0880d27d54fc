//! Typing errors: a word that nobody knows is read as the word that it was meant to be; a rare spelling is also
//! searched as the common one beside it.
//!
//! Nobody: neither ROME nor our synonyms, nor an open offer, nor the gazetteer. So "vente" never
//! becomes "verte". Words of ROME are preferred, those that go with the other words first, then what sounds
//! the same, then one edit, then the commonest; then words of titles in the index. A place with an error is
//! [`super::place::guess`]'s.
//!
//! A word that only offers know may be their own typing error ("acceuil"): the word one edit away that is at least
//! [`COMMONER`] times as frequent is searched beside it, ranked behind.

mod edits;

use super::{Term, is_dropped};
use crate::SearchError;
use crate::analyse::{NOISE, Word, is_noise, is_stop, stem};
use crate::index::View;
use crate::lexicon::names::joined;
use crate::lexicon::{Near, one_edit, sound};
use edits::Edits;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Least letters of a word that is corrected by an edit.
const LEAST: usize = 5;
/// Least letters of a word that is corrected by its sound.
const LEAST_HEARD: usize = 4;
/// Titles of ROME that hold a rare word.
const RARE: u32 = 2;
/// Words that are corrected in one query: unknown words cost more than known ones.
const MOST: usize = 3;
/// How many times as frequent the common spelling is.
const COMMONER: u32 = 50;
/// The same, where both sound alike.
const HEARD_COMMONER: u32 = 10;

/// A word as it was typed.
pub(crate) struct Said {
    pub(crate) word: Word,
    /// It stands in quotes.
    pub(crate) quoted: bool,
    /// It ends with "é", which sounds like "er": "boulangé".
    pub(crate) heard_er: bool,
}

/// A typed word and how it is searched.
struct Read {
    typed: Word,
    quoted: bool,
    /// Itself, or one or two other words.
    searched: Vec<String>,
    /// Another spelling that is searched as well.
    other: Option<String>,
}

/// The words as they are searched.
pub(crate) struct Correction {
    words: Vec<Read>,
}

impl Correction {
    /// Whether a folded word became another one.
    pub(crate) fn changes(&self, word: &str) -> bool {
        self.words.iter().any(|read| read.typed.text == word && read.changed())
    }

    /// The words that are searched, each once.
    pub(crate) fn terms(&self, text: &str) -> Vec<Term> {
        let mut out: Vec<Term> = Vec::new();
        for read in &self.words {
            for word in &read.searched {
                let stem = stem(word);
                if out.iter().any(|t| t.stem == stem) {
                    continue;
                }
                out.push(Term {
                    word: word.clone(),
                    stem,
                    typed: text.get(read.typed.from..read.typed.to).unwrap_or(word).to_owned(),
                    quoted: read.quoted,
                    other: read.other.clone(),
                });
            }
        }
        out
    }

    /// Whether a word is read as another one.
    pub(crate) fn changed(&self) -> bool {
        self.words.iter().any(Read::changed)
    }

    /// The words that are also searched in another spelling: as typed, and the other.
    pub(crate) fn others(&self) -> impl Iterator<Item = (&Word, &str)> {
        self.words.iter().filter_map(|read| read.other.as_deref().map(|other| (&read.typed, other)))
    }

    /// The words that were read as others.
    pub(crate) fn corrected(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|read| read.changed()).map(|read| &read.typed)
    }

    /// The text as typed, with the corrected words in place.
    pub(crate) fn text(&self, text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for read in self.words.iter().filter(|read| read.changed()) {
            out.push_str(text.get(at..read.typed.from).unwrap_or_default());
            out.push_str(&read.searched.join(" "));
            at = read.typed.to;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}

impl Read {
    fn changed(&self) -> bool {
        self.searched.len() != 1 || self.searched.first() != Some(&self.typed.text)
    }
}

/// Corrects what nobody knows. What is in quotes stays as it is.
pub(crate) fn correct(view: &View<'_>, words: Vec<Said>) -> Result<Correction, SearchError> {
    let texts: Vec<String> = words.iter().map(|said| said.word.text.clone()).collect();
    let mut looked_at = 0;
    let mut out = Vec::with_capacity(words.len());
    for Said { word: typed, quoted, heard_er } in words {
        let mut read = Read { searched: vec![typed.text.clone()], other: None, typed, quoted };
        let word = &read.typed.text;
        let letters = word.chars().all(|c| c.is_ascii_alphabetic());
        let infinitive = format!("{word}r");
        if heard_er && !quoted && !view.lexicon.vocabulary.knows(word) && view.lexicon.vocabulary.knows(&infinitive) {
            read.searched = vec![infinitive];
        } else if !quoted && is_odd(view, word, &texts) {
            let others: Vec<String> = texts.iter().filter(|t| *t != word && !is_dropped(t)).map(|t| stem(t)).collect();
            read.other = of_phrase(view, &view.lexicon.vocabulary.near(word), &others);
        } else if !quoted
            && letters
            && word.len() >= LEAST_HEARD
            && looked_at < MOST
            && !view.lexicon.vocabulary.knows(word)
        {
            let others: Vec<String> = texts.iter().filter(|t| *t != word && !is_dropped(t)).map(|t| stem(t)).collect();
            let known = frequency(view, word)?;
            if known == 0 && !is_known(view, word)? {
                looked_at += 1;
                read.searched = better(view, word, &others)?.unwrap_or(read.searched);
            } else if word.len() >= LEAST && known > 0 && !view.lexicon.titles.has_stem(&stem(word)) {
                looked_at += 1;
                let near = view.lexicon.vocabulary.near(word);
                read.other = match of_phrase(view, &near, &others) {
                    Some(other) => Some(other),
                    None => commoner(view, word, &near, known)?,
                };
            }
        }
        out.push(read);
    }
    Ok(Correction { words: out })
}

/// Whether ROME has a word in one title or two, and none with the other words: "resource", of "Enterprise Resource
/// Planning".
fn is_odd(view: &View<'_>, word: &str, words: &[String]) -> bool {
    let rare = (1..=RARE).contains(&view.lexicon.vocabulary.count(word)) && word.len() >= LEAST && words.len() > 1;
    let all = || words.iter().filter(|word| !is_dropped(word)).map(|word| stem(word)).collect::<Vec<_>>();
    rare && !is_stop(word) && view.lexicon.titles.labels_with(&all()).is_empty()
}

/// Whether ROME, an offer's field or the gazetteer has the word.
fn is_known(view: &View<'_>, word: &str) -> Result<bool, SearchError> {
    let lexicon = view.lexicon;
    let stemmed = stem(word);
    let known = lexicon.titles.has_stem(&stemmed) || lexicon.keys.exact(&joined(&[word])).next().is_some();
    if known {
        return Ok(true);
    }
    is_named_in_offers(view, word)
}

/// Whether an open offer has the word.
pub(crate) fn is_in_offers(view: &View<'_>, word: &str) -> Result<bool, SearchError> {
    Ok(frequency(view, word)? > 0 || is_named_in_offers(view, word)?)
}

/// Whether an open offer has the word among its skills, in its appellation or as its employer's.
fn is_named_in_offers(view: &View<'_>, word: &str) -> Result<bool, SearchError> {
    let stemmed = stem(word);
    let fields = view.fields;
    for (field, text) in [(fields.skills, stemmed.as_str()), (fields.job, stemmed.as_str()), (fields.employer, word)] {
        if view.snapshot.open_with(field, text, view.today, 1)? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many offers of the index have the word, as it is written in their titles or as its stem in their texts.
fn frequency(view: &View<'_>, word: &str) -> Result<u32, SearchError> {
    let in_titles = view.snapshot.frequency(view.fields.spelling, word)?;
    Ok(in_titles + view.snapshot.frequency(view.fields.text, &stem(word))?)
}

/// The spelling one edit away that is so much commoner that the typed one is likely an error; of ROME's words that
/// sound the same, less is enough.
fn commoner(view: &View<'_>, word: &str, near: &[Near<'_>], known: u32) -> Result<Option<String>, SearchError> {
    let mut best: Option<(u32, String)> = None;
    for near in near {
        let times = if near.sounds_alike { HEARD_COMMONER } else { COMMONER };
        let count = frequency(view, near.word)?;
        let same = stem(near.word) == stem(word);
        if !same && count >= known.saturating_mul(times) && best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, near.word.to_owned()));
        }
    }
    // A word of ROME is surer than one that only titles have, and found without hundreds of lookups.
    if let Some((_, word)) = best {
        return Ok(Some(word));
    }
    let Some(common) = view.snapshot.common_words(view.fields.spelling)? else { return Ok(None) };
    for candidate in Edits::of(word) {
        // Most edits are no word: the titles of most offers alone are asked first.
        if !common.has(&candidate)? {
            continue;
        }
        let count = frequency(view, &candidate)?;
        let same = stem(&candidate) == stem(word);
        if !same && count >= known.saturating_mul(COMMONER) && best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, candidate));
        }
    }
    Ok(best.map(|(_, word)| word))
}

/// The word of ROME that goes with the other words, where what was typed goes with none: "assistante resource humaine".
fn of_phrase(view: &View<'_>, near: &[Near<'_>], others: &[String]) -> Option<String> {
    let titles = &view.lexicon.titles;
    let goes = |near: &&Near<'_>| {
        let stemmed = stem(near.word);
        let whole: Vec<String> = others.iter().cloned().chain([stemmed.clone()]).collect();
        let pair = |other: &String| !titles.labels_with(&[other.clone(), stemmed.clone()]).is_empty();
        near.sounds_alike && !others.is_empty() && (titles.group(&whole).is_some() || others.iter().all(pair))
    };
    near.iter().filter(goes).max_by_key(|near| (near.count, core::cmp::Reverse(near.word))).map(|n| n.word.to_owned())
}

/// What the word was meant to be.
fn better(view: &View<'_>, word: &str, others: &[String]) -> Result<Option<Vec<String>>, SearchError> {
    if let Some(noise) = heard_noise(word) {
        return Ok(Some(vec![noise.to_owned()]));
    }
    let rest = without_article(word);
    if let Some(known) = rest.filter(|rest| view.lexicon.vocabulary.count(rest) > 0) {
        return Ok(Some(vec![known.to_owned()]));
    }
    if let Some(found) = of_rome(view, word, others) {
        return Ok(Some(vec![found]));
    }
    if let Some(found) = rest.and_then(|rest| heard_best(view, rest)) {
        return Ok(Some(vec![found]));
    }
    if word.len() < LEAST {
        return Ok(None);
    }
    if let Some(two) = two_words(view, word) {
        return Ok(Some(two));
    }
    if let Some(found) = of_titles(view, word)? {
        return Ok(Some(vec![found]));
    }
    Ok(nearly_heard(view, word).map(|found| vec![found]))
}

/// What is typed around a trade, written by ear: "boulo", "travaile".
fn heard_noise(word: &str) -> Option<&'static str> {
    static HEARD: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let heard = HEARD.get_or_init(|| {
        let long = NOISE.iter().copied().filter(|noise| noise.len() >= LEAST_HEARD);
        long.rev().map(|noise| (sound(noise), noise)).collect()
    });
    heard.get(&sound(word)).copied()
}

/// What is behind an elided article that is glued to it: "dacceuil", "lentretien".
fn without_article(word: &str) -> Option<&str> {
    let rest = ["qu", "l", "d", "j", "n"].iter().find_map(|article| word.strip_prefix(article))?;
    let vowel = rest.starts_with(['a', 'e', 'i', 'o', 'u', 'h']);
    (vowel && rest.len() >= LEAST).then_some(rest)
}

/// The word of ROME that sounds the same, else the commonest one edit away.
fn heard_best(view: &View<'_>, word: &str) -> Option<String> {
    let near = view.lexicon.vocabulary.near(word).into_iter().max_by_key(|near| (near.sounds_alike, near.count));
    near.map(|near| near.word.to_owned())
}

/// The word of ROME that goes best with the other words, then what sounds the same, then the commonest, then by
/// alphabet.
fn of_rome(view: &View<'_>, word: &str, others: &[String]) -> Option<String> {
    let titles = &view.lexicon.titles;
    let near = view.lexicon.vocabulary.near(word);
    let meant = |near: &&Near<'_>| near.sounds_alike || word.len() >= LEAST;
    let best = near.iter().filter(meant).max_by_key(|near| {
        let stemmed = stem(near.word);
        let whole: Vec<String> = others.iter().cloned().chain([stemmed.clone()]).collect();
        let phrase = titles.group(&whole).is_some();
        let pairs = others.iter().filter(|o| !titles.labels_with(&[(*o).clone(), stemmed.clone()]).is_empty()).count();
        let alone = others.is_empty() && titles.group(&[stemmed]).is_some();
        // The first letter is seldom mistyped.
        let begins = near.word.as_bytes().first() == word.as_bytes().first();
        let how = u8::from(near.sounds_alike) + u8::from(near.one_edit);
        (phrase, pairs, alone, begins, how, near.sounds_alike, near.count, core::cmp::Reverse(near.word))
    });
    best.map(|near| near.word.to_owned())
}

/// The commonest word of ROME that nearly sounds the same: for long words, whose sounds leave little doubt.
fn nearly_heard(view: &View<'_>, word: &str) -> Option<String> {
    let key = sound(word);
    if key.len() < LEAST {
        return None;
    }
    let heard = view.lexicon.vocabulary.heard(|known| one_edit(&key, known));
    let first = |known: &str| known.as_bytes().first() == word.as_bytes().first();
    let best = heard
        .into_iter()
        .filter(|(known, _)| first(known))
        .max_by_key(|(known, count)| (*count, core::cmp::Reverse(*known)));
    best.map(|(known, _)| known.to_owned())
}

/// Two words of a ROME title that were typed as one: "aidesoignante".
fn two_words(view: &View<'_>, word: &str) -> Option<Vec<String>> {
    let lexicon = view.lexicon;
    let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= 3 && word.len() - at >= 3);
    let known = |part: &str| lexicon.vocabulary.knows(part) && !is_stop(part) && !is_noise(part);
    cuts.map(|at| word.split_at(at))
        .filter(|(a, b)| known(a) && known(b))
        .find(|(a, b)| !lexicon.titles.labels_with(&[stem(a), stem(b)]).is_empty())
        .map(|(a, b)| vec![a.to_owned(), b.to_owned()])
}

/// A word of open offers' titles, the commonest that keeps the first letter, else the commonest.
fn of_titles(view: &View<'_>, word: &str) -> Result<Option<String>, SearchError> {
    let mut best: Option<(bool, u32, String)> = None;
    for candidate in Edits::of(word) {
        let count = view.snapshot.frequency(view.fields.spelling, &candidate)?;
        let found = (candidate.as_bytes().first() == word.as_bytes().first(), count);
        if count > 0
            && best.as_ref().is_none_or(|(first, most, _)| found > (*first, *most))
            && view.snapshot.open_with(view.fields.spelling, &candidate, view.today, 1)? > 0
        {
            best = Some((found.0, found.1, candidate));
        }
    }
    Ok(best.map(|(.., word)| word))
}
