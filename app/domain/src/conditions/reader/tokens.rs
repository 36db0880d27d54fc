//! A text as its words, numbers and signs, each with its place. Used by the readers of what is typed and of what
//! offers say.

use super::words::{WordId, Words};
use crate::text::fold_char;

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug)]
pub(in crate::conditions) struct Token {
    /// Where it begins in the text, in bytes.
    pub from: usize,
    /// Where it ends, with "(e)", "·e" or "/euse" behind it.
    pub to: usize,
    /// Its place in the folded text.
    start: usize,
    end: usize,
    /// What it is.
    pub kind: Kind,
    /// The word of the vocabulary that it is.
    pub word: WordId,
    /// The same for the few words that count only as they are written: "posté", not "poste".
    pub exact: WordId,
    /// No space and no sign is before it: "h" in "35h".
    pub glued: bool,
    /// A hyphen is before it: "partiel" in "temps-partiel".
    pub hyphen: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::conditions) enum Kind {
    /// A run of letters.
    Word,
    /// A number, its decimals left out; "1.800" is one, "1 800" are two.
    Number(u32),
    /// Any other character that is no space, apostrophe, hyphen or full stop inside of words.
    Sign(char),
}

/// A text, cut.
pub(in crate::conditions) struct Tokens {
    folded: String,
    all: Vec<Token>,
}

impl Tokens {
    /// Cuts a text; `lookup` finds a folded word, and the one that counts only as it is written.
    pub(in crate::conditions) fn of(text: &str, words: &Words, misspelt: bool) -> Self {
        let mut cutter = Cutter {
            text,
            words,
            misspelt,
            out: Self { folded: String::with_capacity(text.len() + 16), all: Vec::with_capacity(text.len() / 5 + 4) },
            at: 0,
            hyphen: false,
            split: false,
        };
        cutter.cut();
        cutter.out
    }

    /// The tokens, in order.
    pub(in crate::conditions) fn all(&self) -> &[Token] {
        &self.all
    }

    /// The folded text of tokens that stand together, as words without spaces between letters and digits.
    pub(in crate::conditions) fn folded(&self, first: &Token, last: &Token) -> &str {
        self.folded.get(first.start..last.end).unwrap_or_default()
    }
}

impl Token {
    /// Its number.
    pub(in crate::conditions) const fn number(&self) -> Option<u32> {
        if let Kind::Number(number) = self.kind { Some(number) } else { None }
    }

    /// Whether it is this sign.
    pub(in crate::conditions) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// What may be written behind a word for the other gender or for several: "débutant(e)", "vendeur·euse".
const ENDINGS: &[&str] = &[
    "e", "ere", "eres", "es", "eur", "euse", "euses", "fe", "iere", "ieres", "ne", "nes", "nne", "nnes", "rice",
    "rices", "s", "se", "ses", "te", "tes", "teuse", "trice", "trices", "ve", "ves",
];
/// Shorter words have no such ending: "w-e".
const SHORTEST_WITH_ENDING: usize = 4;

struct Cutter<'t> {
    text: &'t str,
    words: &'t Words,
    misspelt: bool,
    out: Tokens,
    at: usize,
    hyphen: bool,
    /// A word has begun in the middle of letters: "requisVous".
    split: bool,
}

impl Cutter<'_> {
    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    fn cut(&mut self) {
        while let Some(c) = self.char_at(self.at) {
            if c.is_ascii_digit() {
                self.number();
            } else if c.is_alphanumeric() {
                self.word();
            } else {
                self.other(c);
            }
        }
    }

    fn push(&mut self, from: usize, start: usize, kind: Kind, word: (WordId, WordId)) {
        let glued =
            start > 0 && start == self.out.all.last().map_or(0, |last| last.end) && !matches!(kind, Kind::Sign(_));
        let (to, end) = (self.at, self.out.folded.len());
        if word.0 != WordId::NONE
            && let Some(last) = self.out.all.last_mut()
            && let Some(both) = self.words.join(last.word, word.0)
        {
            (last.word, last.to, last.end, self.hyphen) = (both, to, end, false);
            return;
        }
        self.out.all.push(Token {
            from,
            to,
            start,
            end,
            kind,
            word: word.0,
            exact: word.1,
            glued,
            hyphen: core::mem::take(&mut self.hyphen),
        });
    }

    /// Begins the folded text of a token; what is not glued to the last one is apart from it.
    fn begin(&mut self) -> usize {
        let touches = self.out.all.last().is_some_and(|last| last.to == self.at && !matches!(last.kind, Kind::Sign(_)));
        if (core::mem::take(&mut self.split) || !touches) && !self.out.folded.is_empty() {
            self.out.folded.push(' ');
        }
        self.out.folded.len()
    }

    fn number(&mut self) {
        let (from, start) = (self.at, self.begin());
        let bytes = self.text.as_bytes();
        let run = |at: usize| bytes.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
        let value = |from: usize, to: usize| {
            bytes[from..to].iter().fold(0_u32, |sum, b| sum.saturating_mul(10).saturating_add(u32::from(b - b'0')))
        };
        let first = run(from);
        self.at = from + first;
        let mut number = value(from, self.at);
        // "1.800" is grouped, "12,50" has decimals, "01.02.2026" is neither.
        let more = if matches!(bytes.get(self.at), Some(b'.' | b',')) { run(self.at + 1) } else { 0 };
        let ends = !matches!(bytes.get(self.at + 1 + more), Some(b'.' | b',')) || run(self.at + 2 + more) == 0;
        if ends && more == 3 && first <= 3 {
            number = number.saturating_mul(1_000).saturating_add(value(self.at + 1, self.at + 4));
            self.at += 4;
        } else if ends && (more == 1 || more == 2) {
            self.at += 1 + more;
        }
        self.out.folded.push_str(&self.text[from..self.at]);
        let word = self.words.find(&self.out.folded[start..]);
        self.push(from, start, Kind::Number(number), (word, WordId::NONE));
    }

    fn word(&mut self) {
        // "Bac +3Vous êtes": a word of its own, and no unit.
        let mut chars = self.text[self.at..].chars();
        let name = chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase);
        self.split |= name && !self.misspelt;
        let (from, start) = (self.at, self.begin());
        let mut look = Look { accent: false, capitals: true };
        let rest = &self.text[from..];
        let mut small = false;
        for c in rest.chars() {
            let silent = !c.is_alphanumeric() && is_silent(c);
            if c.is_ascii_digit() || !(c.is_alphanumeric() || silent) {
                break;
            }
            // Offers lose spaces: "requisVous êtes". What is typed is taken as it is.
            let next = self.char_at(self.at + c.len_utf8()).is_some_and(char::is_lowercase);
            if c.is_uppercase() && (small || (next && self.at > from)) && !self.misspelt {
                self.split = true;
                break;
            }
            small = c.is_lowercase();
            let before = self.out.folded.len();
            fold_char(c, &mut self.out.folded);
            look.see(c, &self.out.folded[start..], self.out.folded.len() == before);
            self.at += c.len_utf8();
        }
        let found = self.words.look(&self.out.folded[start..], look.accent, look.capitals, self.misspelt);
        let end = self.out.folded.len();
        if end - start >= SHORTEST_WITH_ENDING {
            while self.ending() {}
        }
        self.push(from, start, Kind::Word, found);
    }

    /// Passes over "(e)", "·e", "/euse", "-e" behind a word; whether there was one.
    fn ending(&mut self) -> bool {
        let Some(sign) = self.char_at(self.at) else { return false };
        if !matches!(sign, '(' | '/' | '.' | '·' | '•' | '‧' | '∙' | '⋅' | '-' | '‑') {
            return false;
        }
        let from = self.at + sign.len_utf8();
        let rest = self.text.get(from..).unwrap_or_default();
        let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let mut ending = String::new();
        rest[..len].chars().take(8).for_each(|c| fold_char(c, &mut ending));
        let next = rest[len..].chars().next();
        let closed = match sign {
            '(' => next == Some(')'),
            '.' => ending != "se" && next.is_none_or(|c| !c.is_alphanumeric()),
            '-' | '‑' => next.is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '\''),
            _ => next.is_none_or(|c| !c.is_ascii_digit()),
        };
        if len == 0 || !closed || ENDINGS.binary_search(&ending.as_str()).is_err() {
            return false;
        }
        self.at = from + len + usize::from(sign == '(');
        // "débutant(e)s".
        if sign == '('
            && self.char_at(self.at) == Some('s')
            && self.char_at(self.at + 1).is_none_or(|c| !c.is_alphanumeric())
        {
            self.at += 1;
        }
        true
    }

    fn other(&mut self, c: char) {
        let from = self.at;
        let (before, next) = (self.before(from), self.char_at(from + c.len_utf8()));
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let mut plain = String::new();
        fold_char(c, &mut plain);
        let plain = plain.chars().next();
        self.at += c.len_utf8();
        let inside = match plain {
            None => true,
            Some('\'' | '_') => true,
            Some('-') => {
                let apart = space(before) && space(next);
                self.hyphen |= !apart;
                !apart
            }
            Some('.') => !space(next),
            Some('\n') => false,
            Some(other) => other.is_whitespace(),
        };
        let sign = plain.unwrap_or(c);
        if inside || (sign == '\n' && self.out.all.last().is_none_or(|last| last.is_sign('\n'))) {
            return;
        }
        let start = self.out.folded.len();
        let word = self.words.sign(sign);
        self.push(from, start, Kind::Sign(sign), (word, WordId::NONE));
    }
}

/// How a word is written.
struct Look {
    /// It ends with an accented e: "posté", "véhiculées".
    accent: bool,
    /// It is in capitals.
    capitals: bool,
}

impl Look {
    fn see(&mut self, c: char, folded: &str, silent: bool) {
        self.capitals &= c.is_uppercase() || silent;
        self.accent = match folded.as_bytes().last() {
            Some(b'e') => self.accent || silent || !c.is_ascii(),
            Some(b's') => self.accent,
            _ => false,
        };
    }
}

/// A character that is not seen or only changes the one before it.
fn is_silent(c: char) -> bool {
    let mut plain = String::new();
    fold_char(c, &mut plain);
    plain.is_empty()
}
