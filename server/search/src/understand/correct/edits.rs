//! Every word one edit away: a letter less, other or more, or two neighbours exchanged. To look them up in the index
//! costs some hundred lookups, whatever the index holds.

/// Longest word whose edits are tried.
const LONGEST: usize = 24;

/// The words one edit away from an ASCII word, some of them twice.
pub(super) struct Edits;

impl Edits {
    pub(super) fn of(word: &str) -> impl Iterator<Item = String> + use<'_> {
        let word = if word.len() <= LONGEST && word.is_ascii() { word } else { "" };
        let places = 0..word.len();
        let less = places.clone().map(move |at| format!("{}{}", &word[..at], &word[at + 1..]));
        let exchanged = (1..word.len()).map(move |at| {
            let (one, other) = (&word[at - 1..at], &word[at..=at]);
            format!("{}{other}{one}{}", &word[..at - 1], &word[at + 1..])
        });
        let letters = move || ('a'..='z').filter(move |_| !word.is_empty());
        let other = places.flat_map(move |at| letters().map(move |c| format!("{}{c}{}", &word[..at], &word[at + 1..])));
        let more =
            (0..=word.len()).flat_map(move |at| letters().map(move |c| format!("{}{c}{}", &word[..at], &word[at..])));
        less.chain(exchanged).chain(other).chain(more).filter(move |edit| edit != word && edit.len() > 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::one_edit;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_edit_is_one(word in "[a-z]{4,9}", other in "[a-z]{3,10}") {
            let edits: Vec<String> = Edits::of(&word).collect();
            for edit in &edits {
                prop_assert!(one_edit(&word, edit), "{} {}", word, edit);
            }
            prop_assert_eq!(one_edit(&word, &other), edits.contains(&other));
        }
    }

    #[test]
    fn what_is_long_or_foreign_has_none() {
        assert_eq!(Edits::of(&"a".repeat(25)).count() + Edits::of("é").count() + Edits::of("").count(), 0);
    }
}
