//! Phrases with what they mean, made ready to be found: one step for each word of a text.
//!
//! A phrase is written as French is: "temps plein|complet" is either word, "contrat (à) durée" has a word that may be
//! missing, "étudiant(e)(s)" letters, "#" is any number, "@conducteur" any word of a kind. "=posté" counts only with
//! its accent, "^but" only in capitals.

use super::tokens::{Kind, Token, Tokens};
use super::tree::{Growing, Tree};
use super::words::{WordId, Words};

/// Phrases that mean the same.
pub(in crate::conditions) struct Row<M: 'static> {
    /// What they mean.
    pub means: M,
    /// The phrases.
    pub phrases: &'static [&'static str],
}

/// What several misspell: the right word, and how it is written.
pub(in crate::conditions) type Misspelt = (&'static str, &'static [&'static str]);

/// All that a vocabulary is made of.
pub(in crate::conditions) struct Tables<M: 'static> {
    /// Phrases.
    pub rows: &'static [&'static [Row<M>]],
    /// Words of one kind, by the name that phrases have for them: "@conducteur".
    pub kinds: &'static [(&'static str, &'static [&'static str])],
    /// Words by their role beside phrases, as bits.
    pub roles: &'static [&'static [(u32, &'static [&'static str])]],
    /// Ways to misspell words.
    pub misspelt: &'static [Misspelt],
    /// Two words that are read as one: "week" and "end" as "weekend".
    pub joined: &'static [(&'static str, &'static str, &'static str)],
    /// Words that are recognised with one letter wrong.
    pub long: &'static [&'static str],
}

/// A vocabulary, ready.
pub(in crate::conditions) struct Vocabulary<M: 'static> {
    words: Words,
    phrases: Tree,
    /// What the phrases of each row mean.
    means: Vec<M>,
    roles: Vec<u32>,
    /// Kinds by word.
    kinds: Vec<Vec<WordId>>,
    any_number: WordId,
}

/// What stands for any number among the words; no text is cut into this.
const ANY_NUMBER: &str = "##";

impl<M: Copy> Vocabulary<M> {
    /// Makes the tables ready.
    pub(in crate::conditions) fn new(tables: &Tables<M>) -> Self {
        let mut words = Words::new();
        let any_number = words.add(ANY_NUMBER);
        let mut growing = Growing::new();
        let mut means = Vec::new();
        for (row, place) in tables.rows.iter().copied().flatten().zip(0..) {
            means.push(row.means);
            for phrase in row.phrases {
                let mut id = |word: &str| word.split_whitespace().map(|word| words.add(word)).collect();
                let parts: Vec<_> =
                    phrase.split_whitespace().map(|part| ways(part).iter().map(|way| id(way)).collect()).collect();
                growing.add(&parts, place);
            }
        }
        let mut roles = Vec::new();
        for (role, list) in tables.roles.iter().copied().flatten() {
            for word in list.iter().flat_map(|word| ways(word)) {
                let at = words.add(&word).index();
                roles.resize(words.len().max(roles.len()), 0);
                roles[at] |= role;
            }
        }
        let mut kinds = Vec::new();
        for (name, list) in tables.kinds {
            let kind = words.add(name);
            for word in list.iter().flat_map(|word| ways(word)) {
                let at = words.add(&word).index();
                kinds.resize(words.len().max(kinds.len()), Vec::new());
                kinds[at].push(kind);
            }
        }
        for word in tables.long.iter().flat_map(|word| ways(word)) {
            words.add_long(&word);
        }
        for (right, wrong) in tables.misspelt {
            for wrong in wrong.iter().flat_map(|word| ways(word)) {
                words.add_misspelt(&wrong, &crate::text::fold(right));
            }
        }
        for (first, second, word) in tables.joined {
            words.add_joined(first, second, word);
        }
        roles.resize(words.len(), 0);
        kinds.resize(words.len(), Vec::new());
        Self { words, phrases: growing.tree(), means, roles, kinds, any_number }
    }

    /// Its words.
    pub(in crate::conditions) const fn words(&self) -> &Words {
        &self.words
    }

    /// The roles of a token's word beside phrases.
    pub(in crate::conditions) fn roles(&self, token: &Token) -> u32 {
        self.roles.get(token.word.index()).copied().unwrap_or(0)
    }

    /// The longest phrase that the first tokens are: how many they are, and what it means. It ends where a word ends.
    pub(in crate::conditions) fn find(&self, tokens: &[Token]) -> Option<(usize, M)> {
        let mut best = None;
        self.walk(self.phrases.root(), tokens, 0, &mut best);
        best.map(|(len, row): (usize, usize)| (len, self.means[row]))
    }

    fn walk(&self, node: u32, tokens: &[Token], done: usize, best: &mut Option<(usize, usize)>) {
        let ends = tokens.get(done).is_none_or(|next| !next.glued);
        if let Some(row) = self.phrases.row(node)
            && ends
            && best.is_none_or(|(len, _)| done > len)
        {
            *best = Some((done, row));
        }
        let Some(token) = tokens.get(done) else { return };
        let mut try_word = |word: WordId| {
            if let Some(next) = self.phrases.next(node, word) {
                self.walk(next, tokens, done + 1, best);
            }
        };
        if token.exact != WordId::NONE {
            try_word(token.exact);
            self.kinds[token.exact.index()].iter().copied().for_each(&mut try_word);
        }
        if token.word != WordId::NONE {
            try_word(token.word);
            self.kinds[token.word.index()].iter().copied().for_each(&mut try_word);
        }
        if matches!(token.kind, Kind::Number(_)) {
            try_word(self.any_number);
        }
    }
}

/// Every way to write a part of a phrase, folded and cut as texts are, with a space between tokens; an empty one where
/// it may be missing.
fn ways(part: &str) -> Vec<String> {
    let whole = whole(part);
    let mut ways: Vec<String> = whole.unwrap_or(part).split('|').flat_map(letters).map(|way| cut(&way)).collect();
    if whole.is_some() {
        ways.push(String::new());
    }
    ways
}

/// What is inside of brackets that are round all of it: a word that may be missing.
fn whole(item: &str) -> Option<&str> {
    let inner = item.strip_prefix('(')?.strip_suffix(')')?;
    let mut open = 0_i32;
    let inside = inner.chars().all(|c| {
        open += i32::from(c == '(') - i32::from(c == ')');
        open >= 0
    });
    inside.then_some(inner)
}

/// "étudiant(e)" is "étudiant" and "étudiante".
fn letters(word: &str) -> Vec<String> {
    match word.split_once('(').and_then(|(head, rest)| Some((head, rest.split_once(')')?))) {
        Some((head, (more, tail))) => {
            let tails = letters(tail);
            tails.iter().flat_map(|rest| [format!("{head}{rest}"), format!("{head}{more}{rest}")]).collect()
        }
        None => vec![word.to_owned()],
    }
}

/// One word of the tables as the tokens that it is in a text: "mi-temps" is two, "2x8" three.
fn cut(word: &str) -> String {
    if word == "#" {
        return ANY_NUMBER.to_owned();
    }
    if word.starts_with('@') {
        return word.to_owned();
    }
    let mark = if word.starts_with(['=', '^']) { &word[..1] } else { "" };
    let tokens = Tokens::of(&word[mark.len()..], &Words::new(), false);
    let text = |token: &Token| match token.kind {
        Kind::Sign(sign) => sign.to_string(),
        _ => tokens.folded(token, token).to_owned(),
    };
    let all: Vec<String> = tokens.all().iter().map(text).collect();
    format!("{mark}{}", all.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_every_way_to_write_it() {
        assert_eq!(ways("plein|complet"), ["plein", "complet"]);
        assert_eq!(ways("(en)"), ["en", ""]);
        assert_eq!(ways("étudiant(e)(s)").len(), 4);
        assert_eq!(ways("2x8|bac+2|mi-temps"), ["2 x 8", "bac + 2", "mi temps"]);
        assert_eq!(ways("=posté"), ["=poste"]);
    }

    fn found(text: &str) -> Option<(usize, u8)> {
        static ROWS: &[Row<u8>] = &[
            Row { means: 1, phrases: &["temps (très) plein", "# h"] },
            Row { means: 2, phrases: &["temps", "=posté", "^but"] },
        ];
        static ALL: &[&[Row<u8>]] = &[ROWS];
        let tables =
            Tables { rows: ALL, kinds: &[], roles: &[], misspelt: &[("temps", &["tps"])], joined: &[], long: &[] };
        let vocabulary = Vocabulary::new(&tables);
        let tokens = Tokens::of(text, vocabulary.words(), false);
        vocabulary.find(tokens.all())
    }

    #[test]
    fn the_longest_phrase_is_found() {
        assert_eq!(found("Temps plein !"), Some((2, 1)));
        assert_eq!(found("tps pleins"), Some((1, 2)));
        assert_eq!(found("Temps très plein"), Some((3, 1)));
        assert_eq!(found("35h"), Some((2, 1)));
        assert_eq!(found("35h30"), None, "it ends where a word ends");
        assert_eq!(
            (found("posté"), found("poste"), found("BUT"), found("but")),
            (Some((1, 2)), None, Some((1, 2)), None)
        );
        assert_eq!(found("plein temps"), None);
    }
}
