//! Every word of ROME's titles as it is written and as it sounds, to know a word and to correct a mistyped one.

use super::arena::Arena;
use super::sound::sound;
use super::titles::labels_of;
use crate::analyse::{self, is_narrowing, is_noise, is_stop};
use domain::occupation::{Appellation, Occupation};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Folded words, sorted, with how many labels hold each.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Vocabulary {
    words: Arena,
    counts: Vec<u32>,
    /// How words sound, sorted.
    sounds: Arena,
    /// The word of each sound.
    sounding: Vec<u32>,
}

/// A word that another may have been meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Near<'a> {
    pub(crate) word: &'a str,
    /// How many labels hold it.
    pub(crate) count: u32,
    /// It sounds the same.
    pub(crate) sounds_alike: bool,
    /// It is one edit away.
    pub(crate) one_edit: bool,
}

impl Vocabulary {
    pub(crate) fn build<'a>(
        occupations: &'a [Occupation],
        appellations: &'a [Appellation],
        phrases: impl Iterator<Item = &'static str>,
    ) -> Self {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        let mut soft_sounds: BTreeMap<String, String> = BTreeMap::new();
        for text in
            labels_of(occupations, appellations).map(|(label, _)| label).chain(phrases.map(|p| -> &'a str { p }))
        {
            // A "ç" is heard, and lost in what is folded: "maçon" sounds as "masson".
            let soft = text.contains(['ç', 'Ç']).then(|| analyse::words(&text.replace(['ç', 'Ç'], "ss")));
            for (at, word) in analyse::words(text).into_iter().enumerate() {
                if let Some(heard) = soft.as_ref().and_then(|soft| soft.get(at)).filter(|heard| heard.text != word.text)
                {
                    soft_sounds.insert(word.text.clone(), sound(&heard.text));
                }
                *counts.entry(word.text).or_default() += 1;
            }
        }
        let mut vocabulary = Self::default();
        for (word, count) in counts {
            vocabulary.words.push(&word);
            vocabulary.counts.push(count);
        }
        let mut sounding: Vec<(String, u32)> =
            (0..vocabulary.words.len()).map(|n| (heard(&soft_sounds, vocabulary.words.get(n)), n)).collect();
        sounding.sort_unstable();
        for (key, word) in sounding {
            vocabulary.sounds.push(&key);
            vocabulary.sounding.push(word);
        }
        vocabulary
    }

    /// Whether a folded word is in a title of ROME, or grammar, or one of those typed around a trade.
    pub(crate) fn knows(&self, word: &str) -> bool {
        is_stop(word) || is_noise(word) || is_narrowing(word) || !self.words.equal(word).is_empty()
    }

    /// How many labels hold a folded word.
    pub(crate) fn count(&self, word: &str) -> u32 {
        self.words.equal(word).next().and_then(|n| self.counts.get(n as usize)).copied().unwrap_or(0)
    }

    /// The words whose sound is one of these, with how many labels hold each.
    pub(crate) fn heard(&self, is_meant: impl Fn(&str) -> bool) -> Vec<(&str, u32)> {
        let found = |n: u32| {
            let word = *self.sounding.get(n as usize).filter(|_| is_meant(self.sounds.get(n)))?;
            Some((self.words.get(word), self.counts.get(word as usize).copied().unwrap_or(0)))
        };
        (0..self.sounds.len()).filter_map(found).collect()
    }

    /// The words one edit away from a folded word, or that sound the same.
    pub(crate) fn near(&self, word: &str) -> Vec<Near<'_>> {
        let singular = word.strip_suffix('s').filter(|w| w.len() > 4);
        let near = |known: &str| one_edit(word, known) || singular.is_some_and(|w| one_edit(w, known));
        let key = sound(word);
        let alike = self.sounds.equal(&key);
        let mut alike: Vec<u32> = alike.filter_map(|n| self.sounding.get(n as usize)).copied().collect();
        alike.sort_unstable();
        let found = |n: u32| {
            let known = self.words.get(n);
            let sounds_alike = alike.binary_search(&n).is_ok();
            let one_edit = known.len() >= 4 && near(known);
            let count = self.counts.get(n as usize).copied().unwrap_or(0);
            (one_edit || (sounds_alike && known.len() >= 3)).then_some(Near {
                word: known,
                count,
                sounds_alike,
                one_edit,
            })
        };
        (0..self.words.len()).filter_map(found).collect()
    }
}

fn heard(soft: &BTreeMap<String, String>, word: &str) -> String {
    soft.get(word).cloned().unwrap_or_else(|| sound(word))
}

/// Whether two words are exactly one edit apart: a letter more, less or other, or two neighbours exchanged.
pub(crate) fn one_edit(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[head..], &long[head..]);
    match (short, long) {
        ([], []) => false,
        (s, [_, l @ ..]) if s == l => true,
        ([_, s @ ..], [_, l @ ..]) if s == l => true,
        ([a, b, s @ ..], [c, d, l @ ..]) => a == d && b == c && s == l,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_one_edit() {
        for (a, b) in [("boulanger", "bulanger"), ("boulanger", "boulnager"), ("boulanger", "boulangfer"), ("ab", "b")]
        {
            assert!(one_edit(a, b) && one_edit(b, a), "{a} {b}");
        }
        for (a, b) in [("boulanger", "boulanger"), ("boulanger", "blanger"), ("vente", "verte2"), ("", "ab")] {
            assert!(!one_edit(a, b) && !one_edit(b, a), "{a} {b}");
        }
    }
}
