//! The words of a vocabulary, found by a hash of their letters.

use super::spelling;

/// A word of a vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::conditions) struct WordId(u16);

impl WordId {
    /// No word of it.
    pub(in crate::conditions) const NONE: Self = Self(0);

    /// Its place in lists by word.
    pub(in crate::conditions) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Written before a word of the tables that counts only with its accent at the end: "=posté".
const ACCENT: char = '=';
/// Written before a word of the tables that counts only in capitals: "^but".
const CAPITALS: char = '^';

/// The words of a vocabulary.
pub(in crate::conditions) struct Words {
    /// The words, folded; the first is none.
    all: Vec<String>,
    /// What each means: another word, if it is that one misspelt.
    means: Vec<WordId>,
    /// Whether a word exists that counts only as it is written.
    marked: Vec<bool>,
    /// Words by the hash of their letters, open addressing; as long as a power of two.
    slots: Vec<u16>,
    /// Two words that are one.
    joined: Vec<(WordId, WordId, WordId)>,
    /// Words that are recognised with one letter wrong, by alphabet.
    long: Vec<WordId>,
}

impl Words {
    pub(in crate::conditions) fn new() -> Self {
        Self {
            all: vec![String::new()],
            means: vec![WordId::NONE],
            marked: vec![false],
            slots: vec![0; 64],
            joined: Vec::new(),
            long: Vec::new(),
        }
    }

    /// How many there are, with none.
    pub(in crate::conditions) fn len(&self) -> usize {
        self.all.len()
    }

    /// Adds a folded word.
    pub(in crate::conditions) fn add(&mut self, word: &str) -> WordId {
        let known = self.find_exact(word);
        if known != 0 {
            return self.means[usize::from(known)];
        }
        if let Some(base) = word.strip_prefix([ACCENT, CAPITALS]) {
            let base = self.add(base);
            self.marked[base.index()] = true;
        }
        let id = u16::try_from(self.all.len()).unwrap_or(0);
        self.all.push(word.to_owned());
        self.means.push(WordId(id));
        self.marked.push(false);
        if self.all.len() * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 2];
            for id in 1..self.all.len() {
                self.place(id);
            }
        } else {
            self.place(usize::from(id));
        }
        WordId(id)
    }

    /// Adds another way to write a word; a word of the vocabulary stays what it is.
    pub(in crate::conditions) fn add_misspelt(&mut self, wrong: &str, right: &str) {
        if self.find_exact(wrong) == 0 {
            let (right, wrong) = (self.add(right), self.add(wrong));
            self.means[wrong.index()] = right;
        }
    }

    /// Takes a word as well with one letter wrong.
    pub(in crate::conditions) fn add_long(&mut self, word: &str) {
        let id = self.add(word);
        self.long.push(id);
    }

    /// Reads two words that follow each other as one.
    pub(in crate::conditions) fn add_joined(&mut self, first: &str, second: &str, word: &str) {
        let ids = (self.add(first), self.add(second), self.add(word));
        self.joined.push(ids);
    }

    /// The one word that two are.
    pub(in crate::conditions) fn join(&self, first: WordId, second: WordId) -> Option<WordId> {
        let both = |pair: &&(WordId, WordId, WordId)| (pair.0, pair.1) == (first, second);
        self.joined.iter().find(both).map(|(_, _, word)| *word)
    }

    fn place(&mut self, id: usize) {
        let mask = self.slots.len() - 1;
        let mut at = hash(&self.all[id]) & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = u16::try_from(id).unwrap_or(0);
    }

    fn find_exact(&self, word: &str) -> u16 {
        let mask = self.slots.len() - 1;
        let mut at = hash(word) & mask;
        loop {
            let id = self.slots[at];
            if id == 0 || self.all[usize::from(id)] == word {
                return id;
            }
            at = (at + 1) & mask;
        }
    }

    /// A folded word.
    pub(in crate::conditions) fn find(&self, word: &str) -> WordId {
        self.means[usize::from(self.find_exact(word))]
    }

    /// A sign that phrases may have in them.
    pub(in crate::conditions) fn sign(&self, sign: char) -> WordId {
        let mut buffer = [0; 4];
        self.find(sign.encode_utf8(&mut buffer))
    }

    /// A folded word, and the one that counts only as it is written: with an accent at the end, or in capitals.
    pub(in crate::conditions) fn look(
        &self,
        word: &str,
        accent: bool,
        capitals: bool,
        misspelt: bool,
    ) -> (WordId, WordId) {
        let mut found = self.find(word);
        if found == WordId::NONE && misspelt {
            found =
                self.long.iter().copied().find(|id| spelling::is_near(word, &self.all[id.index()])).unwrap_or(found);
        }
        let mut exact = WordId::NONE;
        if self.marked[found.index()] {
            let as_written = |mark: char| self.find(&[mark.to_string().as_str(), word].concat());
            if accent {
                exact = as_written(ACCENT);
            }
            if capitals && exact == WordId::NONE {
                exact = as_written(CAPITALS);
            }
        }
        (found, exact)
    }
}

/// FNV-1a.
fn hash(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, b| (hash ^ u32::from(b)).wrapping_mul(0x0100_0193));
    // The low bits of short words are too much alike.
    (hash ^ (hash >> 15)) as usize
}
