//! French analysis, the same for what is indexed and for what is typed: words, stop words, stems.
//!
//! Called by the document writer, the lexicon and the understanding of queries. A word is folded
//! ([`domain::text::fold`]), cut at everything that is no letter or digit; elided articles and the
//! endings of inclusive writing ("soignant·e", "vendeur(se)") are passed over. A stem conflates
//! masculine, feminine and plural and nothing else.

pub(crate) mod stem;
mod stop;
pub(crate) mod tokenizer;

pub(crate) use stem::stem;
pub(crate) use stop::{NOISE, is_narrowing, is_noise, is_stop};

use domain::text::fold;

/// Longest word that is kept, in letters; what is longer is cut.
pub(crate) const MAX_WORD: usize = 32;

/// Endings that inclusive writing hangs on a word. Folded, sorted.
const INCLUSIVE: &[&str] = &[
    "e", "ere", "eres", "es", "esse", "euse", "euses", "fe", "fes", "ienne", "iennes", "iere", "ieres", "ive", "ives",
    "le", "les", "ne", "nes", "rice", "rices", "s", "se", "ses", "sse", "sses", "te", "tes", "teuse", "teuses",
    "trice", "trices", "ve", "ves", "x",
];

/// A word of a text with its place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Folded.
    pub(crate) text: String,
    /// First byte in the text.
    pub(crate) from: usize,
    /// After its last byte.
    pub(crate) to: usize,
}

/// The words of a text as typed, with their places; endings of inclusive writing and elided
/// letters are left out, stop words stay.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut current: Option<Word> = None;
    let mut gap = Gap::default();
    let mut piece = [0u8; 4];
    for (at, c) in text.char_indices() {
        for folded in fold(c.encode_utf8(&mut piece)).chars() {
            if folded.is_alphanumeric() {
                let word = current.get_or_insert_with(|| Word { text: String::new(), from: at, to: at });
                word.text.push(folded);
                word.to = at + c.len_utf8();
            } else {
                if let Some(word) = current.take() {
                    gap.close(word, folded, &mut out);
                }
                gap.push(folded);
            }
        }
    }
    if let Some(word) = current.take() {
        gap.close(word, ' ', &mut out);
    }
    for word in &mut out {
        if let Some((cut, _)) = word.text.char_indices().nth(MAX_WORD) {
            word.text.truncate(cut);
        }
    }
    out
}

/// What stands between two words.
#[derive(Default)]
struct Gap {
    first: Option<char>,
    length: usize,
    /// Letters of the word before the gap.
    before: usize,
}

impl Gap {
    fn push(&mut self, c: char) {
        self.first.get_or_insert(c);
        self.length += 1;
    }

    /// Keeps a finished word, unless it is an elided letter or an inclusive ending.
    fn close(&mut self, word: Word, next: char, out: &mut Vec<Word>) {
        let letters = word.text.len();
        let ending = self.length == 1 && is_inclusive_ending(self.first, self.before, &word.text);
        let elided = next == '\'' && is_elided(&word.text);
        if !ending && !elided {
            out.push(word);
        }
        *self = Self { first: None, length: 0, before: if ending { self.before } else { letters } };
    }
}

/// Whether a word is the ending that inclusive writing hangs on the word before it.
pub(crate) fn is_inclusive_ending(separator: Option<char>, letters_before: usize, word: &str) -> bool {
    let joined = matches!(separator, Some('·' | '.' | '(' | '-' | '/' | '•'));
    joined && letters_before >= 3 && INCLUSIVE.binary_search(&word).is_ok()
}

fn is_elided(word: &str) -> bool {
    matches!(word, "l" | "d" | "j" | "m" | "n" | "s" | "t" | "c" | "qu" | "jusqu" | "lorsqu" | "puisqu")
}

/// Stems of a text in order, stop words left out; for labels and titles, which are short.
pub(crate) fn stems(text: &str) -> Vec<String> {
    words(text).iter().filter(|w| !is_stop(&w.text)).map(|w| stem(&w.text)).collect()
}

/// Stems sorted and without repetition, joined: equal for texts that say the same in another order.
pub(crate) fn key(stems: &[String]) -> String {
    let mut sorted: Vec<&str> = stems.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.join(" ")
}

/// Folded words joined, whatever stands between them: names of employers are compared so.
pub(crate) fn plain_key(text: &str) -> String {
    domain::text::words(text).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn words_are_cut_as_people_read_them() {
        assert_eq!(texts("L’aide-soignant·e qu'il faut"), ["aide", "soignant", "il", "faut"]);
        assert_eq!(texts("vendeur(se) employé.e.s conducteur-trice"), ["vendeur", "employe", "conducteur"]);
        assert_eq!(texts("Œuvre d'ÉTÉ 3x8"), ["oeuvre", "ete", "3x8"]);
        assert_eq!(texts("boulange\u{301}re"), ["boulangere"]);
        assert_eq!(texts("permis B/C"), ["permis", "b", "c"]);
        assert_eq!(texts(&"a".repeat(200)), ["a".repeat(MAX_WORD)]);
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Soudeur à Saint-Étienne";
        let found = words(text);
        assert_eq!(&text[found[2].from..found[3].to], "Saint-Étienne");
    }

    #[test]
    fn an_employer_is_one_key() {
        assert_eq!(plain_key("  Crêperie  d'Ô "), "creperie d o");
    }

    proptest! {
        #[test]
        fn the_index_and_the_query_read_the_same(text in "\\PC{0,120}") {
            prop_assert_eq!(tokenizer::stems_of(&text), stems(&text));
        }
    }
}
