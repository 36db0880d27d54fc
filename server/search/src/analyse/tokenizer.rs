//! The same analysis as tantivy's tokenizers: one pass over the folded text, one buffer.

use super::{MAX_WORD, is_elided, is_inclusive_ending, is_stop, stem::stem_in_place};
use domain::text::fold;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

/// Name of the tokenizer that gives stems.
pub(crate) const STEMS: &str = "stems";
/// Name of the tokenizer that gives folded words as they are.
pub(crate) const WORDS: &str = "words";

/// The tokenizers of every index of ours.
pub(crate) fn manager() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(STEMS, French { stems: true, token: Token::default() });
    manager.register(WORDS, French { stems: false, token: Token::default() });
    manager
}

/// Stems of a text as the index gets them.
#[cfg(test)]
pub(crate) fn stems_of(text: &str) -> Vec<String> {
    let mut french = French { stems: true, token: Token::default() };
    let mut stream = french.token_stream(text);
    let mut out = Vec::new();
    while stream.advance() {
        out.push(stream.token().text.clone());
    }
    out
}

#[derive(Clone)]
struct French {
    stems: bool,
    token: Token,
}

impl Tokenizer for French {
    type TokenStream<'a> = FrenchStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FrenchStream<'a> {
        self.token.reset();
        FrenchStream { text: fold(text), at: 0, letters_before: 0, stems: self.stems, token: &mut self.token }
    }
}

struct FrenchStream<'a> {
    /// Folded.
    text: String,
    at: usize,
    letters_before: usize,
    stems: bool,
    token: &'a mut Token,
}

impl FrenchStream<'_> {
    /// The next word: from, to, and the only separator before it where there is exactly one.
    fn next_word(&mut self) -> Option<(usize, usize, Option<char>)> {
        let rest = &self.text[self.at..];
        let gap = rest.find(char::is_alphanumeric)?;
        let from = self.at + gap;
        let mut separators = rest[..gap].chars();
        let only = match (separators.next(), separators.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        };
        let word = &self.text[from..];
        let to = from + word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        self.at = to;
        Some((from, to, only))
    }
}

impl TokenStream for FrenchStream<'_> {
    fn advance(&mut self) -> bool {
        while let Some((from, to, separator)) = self.next_word() {
            let word = &self.text[from..to];
            if word.len() <= 7 && is_inclusive_ending(separator, self.letters_before, word) {
                continue;
            }
            self.letters_before = word.len();
            if is_stop(word) || (is_elided(word) && self.text[to..].starts_with('\'')) {
                continue;
            }
            let word = word.char_indices().nth(MAX_WORD).map_or(word, |(cut, _)| &word[..cut]);
            self.token.text.clear();
            self.token.text.push_str(word);
            if self.stems {
                stem_in_place(&mut self.token.text);
            }
            self.token.offset_from = from;
            self.token.offset_to = to;
            self.token.position = self.token.position.wrapping_add(1);
            return true;
        }
        false
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
