//! How names of places are compared: the words of what is typed, whatever stands between them, in one form.
//!
//! Every word is kept: titles lose "-le-" and "l'" as endings and articles ([`crate::analyse`]), but "Noisy-le-Grand"
//! is not "Noisy". "St" is "Saint", "s/" is "sur", "s/s" is "sous", "lez" is "lès". Two names are one when their words
//! joined are ([`joined`]); what only lacks or adds articles is one in [`significant`] words.

use crate::analyse::is_inclusive_ending;
use domain::text::fold;

/// Words that people leave out of a name or add to it. Sorted.
const SMALL: &[&str] =
    &["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pres", "sous", "sur"];

/// A word of what is typed, in the one form, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Folded, abbreviations written out.
    pub(crate) word: String,
    /// First byte in the text.
    pub(crate) from: usize,
    /// After its last byte.
    pub(crate) to: usize,
    /// Whether a comma, a bracket or the like stands before it: what follows is said apart.
    pub(crate) apart: bool,
    /// Whether it may be an ending of inclusive writing: no name begins with it.
    pub(crate) ending: bool,
}

/// The words of a text, at most `most`.
pub(crate) fn pieces(text: &str, most: usize) -> Vec<Piece> {
    let mut reader = Reader::default();
    let mut buffer = [0u8; 4];
    for (at, c) in text.char_indices() {
        if reader.out.len() > most {
            break;
        }
        if c.is_ascii() {
            reader.push(c.to_ascii_lowercase(), at, 1);
        } else {
            for folded in fold(c.encode_utf8(&mut buffer)).chars() {
                reader.push(folded, at, c.len_utf8());
            }
        }
    }
    reader.close(' ');
    reader.out.truncate(most);
    reader.out
}

#[derive(Default)]
struct Reader {
    out: Vec<Piece>,
    word: String,
    from: usize,
    to: usize,
    apart: bool,
    /// What stands before the word, where it is one sign, and how many signs it is.
    gap: (char, usize),
    /// The last word is an "s" with a slash right behind it.
    slashed: bool,
}

impl Reader {
    fn push(&mut self, c: char, at: usize, length: usize) {
        if c.is_alphanumeric() {
            if self.word.is_empty() {
                self.from = at;
            }
            self.word.push(c);
            self.to = at + length;
            return;
        }
        self.close(c);
        self.gap = (c, self.gap.1 + 1);
        // The slash of "s/" belongs to the word before it.
        let own = c == '/' && self.slashed;
        self.apart |= matches!(c, ',' | ';' | ':' | '(' | ')' | '[' | ']' | '/' | '|' | '+' | '&' | '\n' | '•') && !own;
    }

    /// Ends a word before `next`.
    fn close(&mut self, next: char) {
        if self.word.is_empty() {
            return;
        }
        let word = std::mem::take(&mut self.word);
        let behind_slash = std::mem::take(&mut self.slashed);
        let apart = std::mem::take(&mut self.apart);
        let (sign, length) = std::mem::take(&mut self.gap);
        let before = self.out.last().map_or(0, |piece| piece.word.len());
        let ending = is_inclusive_ending((length == 1).then_some(sign), before, &word);
        if word == "s" && behind_slash {
            // "s/s"
            if let Some(last) = self.out.last_mut() {
                "sous".clone_into(&mut last.word);
                last.to = self.to;
            }
            return;
        }
        let word = match word.as_str() {
            "s" if next == '/' => {
                self.slashed = true;
                "sur".to_owned()
            }
            "st" => "saint".to_owned(),
            "ste" => "sainte".to_owned(),
            "sts" => "saints".to_owned(),
            "stes" => "saintes".to_owned(),
            "mt" => "mont".to_owned(),
            "lez" => "les".to_owned(),
            _ => word,
        };
        self.out.push(Piece { word, from: self.from, to: self.to, apart, ending });
    }
}

/// The words of a name.
pub(crate) fn words(name: &str) -> Vec<String> {
    pieces(name, usize::MAX - 1).into_iter().map(|piece| piece.word).collect()
}

/// Words joined: what makes two names one.
pub(crate) fn joined<T: AsRef<str>>(words: &[T]) -> String {
    words.iter().map(AsRef::as_ref).collect()
}

/// Whether a word begins so many names that alone it means none of them.
pub(crate) fn is_generic(word: &str) -> bool {
    matches!(word, "saint" | "sainte" | "saints" | "notre")
}

/// Whether a word may be left out of a name.
pub(crate) fn is_small(word: &str) -> bool {
    SMALL.binary_search(&word).is_ok()
}

/// The words that a name is not without; all of them where every one is small.
pub(crate) fn significant<T: AsRef<str>>(words: &[T]) -> Vec<&str> {
    let kept: Vec<&str> = words.iter().map(AsRef::as_ref).filter(|word| !is_small(word)).collect();
    if kept.is_empty() { words.iter().map(AsRef::as_ref).collect() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_word_of_a_name_is_kept() {
        for (typed, expected) in [
            ("Noisy-le-Grand", "noisy le grand"),
            ("L’Haÿ‑les‑Roses", "l hay les roses"),
            ("NŒUX LES MINES", "noeux les mines"),
            ("St-Rémy s/ Avre", "saint remy sur avre"),
            ("Bry s/Marne", "bry sur marne"),
            ("Fontenay s/s Bois", "fontenay sous bois"),
            ("Villeneuve lez Avignon", "villeneuve les avignon"),
            ("Mt-St-Aignan", "mont saint aignan"),
            ("pre\u{301}s", "pres"),
            ("s", "s"),
            ("", ""),
        ] {
            assert_eq!(words(typed).join(" "), expected, "{typed}");
        }
        assert_eq!(joined(&words("Villeneuve-d'Ascq")), joined(&words("villeneuve dascq")));
        assert_eq!(significant(&words("L'Haÿ-les-Roses")), ["hay", "roses"]);
        assert_eq!(significant(&words("Le d'en")), ["le", "d", "en"]);
        assert!(SMALL.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn what_is_said_apart_is_marked() {
        let apart = |text: &str| pieces(text, 9).into_iter().map(|p| p.apart).collect::<Vec<_>>();
        assert_eq!(apart("Lille, Roubaix"), [false, true]);
        assert_eq!(apart("Roubaix (59)"), [false, true]);
        assert_eq!(apart("Bry s/ Marne"), [false, false, false]);
        assert_eq!(apart("Noisy-le-Grand"), [false, false, false]);
        assert_eq!(apart("Lille/Roubaix"), [false, true]);
        let ending = |text: &str| pieces(text, 9).into_iter().map(|p| p.ending).collect::<Vec<_>>();
        assert_eq!(ending("hôte(esse) à Noisy-le-Grand"), [false, true, false, false, true, false]);
    }

    proptest! {
        #[test]
        fn a_piece_lies_in_its_text(text in "\\PC{0,80}") {
            let mut last = 0;
            for piece in pieces(&text, 20) {
                prop_assert!(text.get(piece.from..piece.to).is_some() && piece.from >= last);
                last = piece.to;
            }
            prop_assert!(pieces(&text, 3).len() <= 3);
        }
    }
}
