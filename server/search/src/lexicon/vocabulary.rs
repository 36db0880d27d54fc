//! Every word of ROME's titles as it is written, to know a word and to correct a mistyped one.

use super::arena::Arena;
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
}

impl Vocabulary {
    pub(crate) fn build<'a>(
        occupations: &'a [Occupation],
        appellations: &'a [Appellation],
        phrases: impl Iterator<Item = &'static str>,
    ) -> Self {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for text in
            labels_of(occupations, appellations).map(|(label, _)| label).chain(phrases.map(|p| -> &'a str { p }))
        {
            for word in analyse::words(text) {
                *counts.entry(word.text).or_default() += 1;
            }
        }
        let mut vocabulary = Self::default();
        for (word, count) in counts {
            vocabulary.words.push(&word);
            vocabulary.counts.push(count);
        }
        vocabulary
    }

    /// Whether a folded word is in a title of ROME, or grammar, or one of those typed around a trade.
    pub(crate) fn knows(&self, word: &str) -> bool {
        is_stop(word) || is_noise(word) || is_narrowing(word) || !self.words.equal(word).is_empty()
    }

    /// The words one edit away from a folded word, with how many labels hold each.
    pub(crate) fn near(&self, word: &str) -> Vec<(&str, u32)> {
        let singular = word.strip_suffix('s').filter(|w| w.len() > 4);
        let near = |known: &str| one_edit(word, known) || singular.is_some_and(|w| one_edit(w, known));
        let all = (0..self.words.len()).map(|n| (self.words.get(n), self.counts.get(n as usize).copied().unwrap_or(0)));
        all.filter(|(known, _)| known.len() >= 4 && near(known)).collect()
    }
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
