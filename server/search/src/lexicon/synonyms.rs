//! Old and everyday names of trades. The table is `synonyms.txt`; it says how to write it.

use super::Titles;
use super::arena::{Arena, Lists};
use crate::analyse;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const TABLE: &str = include_str!("synonyms.txt");

/// Phrases and what else they are called.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Synonyms {
    /// Stems of the phrases in order, joined; sorted.
    phrases: Arena,
    /// Phrase → its other names, as numbers in `names`.
    names_of: Lists,
    /// Stems of a name, joined.
    names: Arena,
    /// Phrase → occupations, as ranks.
    occupations: Lists,
    /// Whether the phrase counts only when it is all that is typed.
    alone: Vec<bool>,
    /// The longest phrase, in stems.
    longest: u32,
}

/// What a phrase is also called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Synonym {
    /// It counts only when it is all that is typed.
    pub(crate) alone: bool,
    /// Ranks of the occupations.
    pub(crate) occupations: Vec<u32>,
    /// Stems of each other name.
    pub(crate) names: Vec<Vec<String>>,
}

impl Synonyms {
    pub(crate) fn build(titles: &Titles) -> Self {
        let mut table: BTreeMap<String, (bool, BTreeSet<String>, BTreeSet<u32>)> = BTreeMap::new();
        for Pair { alone, coded, phrase, name } in pairs() {
            let (only, names, occupations) = table.entry(joined(phrase)).or_default();
            *only |= alone;
            if let Some(code) = name.strip_prefix('@') {
                occupations.extend(titles.rank(code));
                continue;
            }
            let stems = analyse::stems(name);
            if !coded {
                occupations.extend(titles.group(&stems).into_iter().flat_map(|g| g.occupations));
            }
            names.insert(stems.join(" "));
        }
        let mut synonyms = Self::default();
        for (phrase, (alone, names, occupations)) in table {
            let length = u32::try_from(phrase.split(' ').count()).unwrap_or(0);
            synonyms.longest = synonyms.longest.max(length);
            synonyms.phrases.push(&phrase);
            synonyms.alone.push(alone);
            let names: Vec<u32> = names.iter().map(|n| synonyms.names.push(n)).collect();
            synonyms.names_of.push(names);
            synonyms.occupations.push(occupations);
        }
        synonyms
    }

    /// What the phrase of these stems, in this order, is also called.
    pub(crate) fn of(&self, stems: &[String]) -> Option<Synonym> {
        if stems.len() > self.longest as usize {
            return None;
        }
        let phrase = self.phrases.equal(&stems.join(" ")).next()?;
        let names = self.names_of.get(phrase).iter();
        let names = names.map(|n| self.names.get(*n).split(' ').map(str::to_owned).collect()).collect();
        let alone = self.alone.get(phrase as usize).copied().unwrap_or(false);
        Some(Synonym { alone, occupations: self.occupations.get(phrase).to_vec(), names })
    }

    /// The phrases and names as they are written, for the vocabulary.
    pub(crate) fn phrases(&self) -> impl Iterator<Item = &'static str> + use<> {
        pairs().flat_map(|pair| [pair.phrase, pair.name]).filter(|t| !t.starts_with('@'))
    }
}

fn joined(phrase: &str) -> String {
    analyse::stems(phrase).join(" ")
}

/// A phrase and one other name of it.
struct Pair {
    alone: bool,
    /// Occupations are written: the names bring none of their own.
    coded: bool,
    phrase: &'static str,
    name: &'static str,
}

/// The table as pairs.
fn pairs() -> impl Iterator<Item = Pair> {
    let lines = TABLE.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    let lines = lines.map(|l| l.strip_prefix('~').map_or((false, l), |rest| (true, rest)));
    lines.filter_map(|(alone, l)| Some((alone, l.split_once('=')?))).flat_map(|(alone, (phrases, names))| {
        let coded = names.contains('@');
        phrases.split(',').flat_map(move |phrase| {
            names.split(',').map(move |name| Pair { alone, coded, phrase: phrase.trim(), name: name.trim() })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_well_written() {
        for line in TABLE.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            assert_eq!(line.matches('=').count(), 1, "{line}");
        }
        for Pair { phrase, name, .. } in pairs() {
            assert!(!analyse::stems(phrase).is_empty() && !name.is_empty(), "{phrase:?} = {name:?}");
            if let Some(code) = name.strip_prefix('@') {
                assert!(domain::occupation::RomeCode::parse(code).is_ok(), "{code}");
            }
        }
    }

    #[test]
    fn a_whole_phrase_has_other_names() {
        let synonyms = Synonyms::build(&Titles::default());
        let aes = synonyms.of(&analyse::stems("aide médico-psychologique")).unwrap();
        assert!(aes.names.contains(&analyse::stems("accompagnant éducatif et social")));
        assert_eq!(synonyms.of(&analyse::stems("aide")), None);
        assert_eq!(synonyms.of(&vec!["x".to_owned(); 40]), None);
    }
}
