//! Names of places, ready to be looked up: whole, as whole-word beginnings, and with one typing error.
//!
//! Three sorted arenas. Names joined; the same backwards, so that whichever half holds the error the other half finds
//! the name; and the significant words of names with several of them, apart, for beginnings.

use super::arena::Arena;
use super::names::{joined, significant};
use super::one_edit;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Why a name stands for its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// It is the commune's own name.
    Own,
    /// It is that name as it is also typed: without small words, "Paris 13e".
    Variant,
    /// It is a former commune or a part of the commune.
    Former,
    /// It begins the name of a town: to mend typing errors.
    Part,
    /// It ends the name of a town: where nothing has that name.
    Ending,
    /// It is the name of an area.
    Area,
}

const KINDS: [Kind; 6] = [Kind::Own, Kind::Variant, Kind::Former, Kind::Part, Kind::Ending, Kind::Area];
const KIND_AT: u32 = 28;

/// What a name stands for: a commune by its rank, or an area by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Target {
    pub(crate) kind: Kind,
    pub(crate) number: u32,
}

impl Target {
    fn pack(self) -> u32 {
        (self.kind as u32) << KIND_AT | self.number
    }

    fn unpack(bits: u32) -> Self {
        let kind = KINDS.get((bits >> KIND_AT) as usize).copied().unwrap_or(Kind::Area);
        Self { kind, number: bits & ((1 << KIND_AT) - 1) }
    }
}

/// The names and what they stand for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Keys {
    keys: Arena,
    targets: Vec<u32>,
    /// The names backwards, and the name of each.
    backwards: Arena,
    forwards: Vec<u32>,
    /// Significant words of names with several, apart.
    spaced: Arena,
    spaced_targets: Vec<u32>,
}

/// Names as they are gathered.
#[derive(Default)]
pub(crate) struct Gathered {
    keys: Vec<(String, u32)>,
    spaced: Vec<(String, u32)>,
    /// Names of communes, and what these begin with.
    own: HashSet<String>,
    begun: HashSet<String>,
}

impl Gathered {
    /// Adds a name by its joined words.
    pub(crate) fn joined(&mut self, key: String, kind: Kind, number: u32) {
        if kind == Kind::Own {
            self.own.insert(key.clone());
        }
        self.keys.push((key, Target { kind, number }.pack()));
    }

    /// Adds a name by its words: as it is, and without its small words as `also`.
    pub(crate) fn name(&mut self, words: &[String], kind: Kind, also: Kind, number: u32) {
        let whole = joined(words);
        let short = joined(&significant(words));
        if short != whole {
            self.joined(short, also, number);
        }
        self.joined(whole, kind, number);
    }

    /// Adds the words of a name by which its beginnings are found.
    pub(crate) fn beginnings(&mut self, words: &[String], kind: Kind, number: u32) {
        let words = significant(words);
        if words.len() > 1 {
            if kind == Kind::Own {
                self.begun.extend((1..words.len()).map(|end| joined(&words[..end])));
            }
            self.spaced.push((words.join(" "), Target { kind, number }.pack()));
        }
    }

    /// Whether a commune has this name.
    pub(crate) fn has_own(&self, words: &[String]) -> bool {
        self.own.contains(&joined(words))
    }

    /// Whether the name of a commune begins with these words and goes on.
    pub(crate) fn has_begun(&self, words: &[String]) -> bool {
        self.begun.contains(&joined(&significant(words)))
    }

    /// Sorts what was gathered.
    pub(crate) fn finish(mut self) -> Keys {
        let mut out = Keys::default();
        self.keys.sort_unstable();
        self.keys.dedup();
        let mut backwards: Vec<(String, u32)> = Vec::with_capacity(self.keys.len());
        for (number, (key, target)) in (0u32..).zip(&self.keys) {
            out.keys.push(key);
            out.targets.push(*target);
            backwards.push((key.chars().rev().collect(), number));
        }
        backwards.sort_unstable();
        for (key, number) in backwards {
            out.backwards.push(&key);
            out.forwards.push(number);
        }
        self.spaced.sort_unstable();
        self.spaced.dedup();
        for (words, target) in &self.spaced {
            out.spaced.push(words);
            out.spaced_targets.push(*target);
        }
        out
    }
}

impl Keys {
    /// What a name stands for; a part of one is none.
    pub(crate) fn exact(&self, joined: &str) -> impl Iterator<Item = Target> + '_ {
        self.equal(joined).filter(|target| !matches!(target.kind, Kind::Part | Kind::Ending))
    }

    /// Towns of whose names this is a part.
    pub(crate) fn parts(&self, joined: &str) -> impl Iterator<Item = Target> + '_ {
        self.equal(joined).filter(|target| matches!(target.kind, Kind::Part | Kind::Ending))
    }

    fn equal(&self, joined: &str) -> impl Iterator<Item = Target> + '_ {
        self.keys.equal(joined).filter_map(|key| self.target(key))
    }

    /// Whether a name begins so.
    pub(crate) fn any_beginning(&self, joined: &str) -> bool {
        !self.keys.beginning(joined).is_empty()
    }

    /// What has a name that begins so, letter by letter: for suggestions.
    pub(crate) fn beginning(&self, joined: &str) -> impl Iterator<Item = Target> + '_ {
        self.keys.beginning(joined).filter_map(|key| self.target(key))
    }

    /// What has a name that begins with these whole words and goes on.
    pub(crate) fn begun(&self, words: &[&str]) -> impl Iterator<Item = Target> + '_ {
        let range = self.spaced.beginning(&format!("{} ", words.join(" ")));
        range.filter_map(|at| self.spaced_targets.get(at as usize)).map(|bits| Target::unpack(*bits))
    }

    /// What has a name one edit away, and whether that begins with the same letter.
    pub(crate) fn near(&self, joined: &str) -> Vec<(Target, bool)> {
        let middle = floor(joined, joined.len() / 2);
        let behind = ceiling(joined, joined.len() / 2 + 1);
        let mut found: Vec<u32> = self.keys.beginning(&joined[..middle]).collect();
        let reversed: String = joined[behind..].chars().rev().collect();
        found.extend(self.backwards.beginning(&reversed).filter_map(|at| self.forwards.get(at as usize)));
        found.retain(|key| one_edit(joined, self.keys.get(*key)));
        found.retain(|key| self.target(*key).is_some_and(|target| target.kind != Kind::Ending));
        found.sort_unstable();
        found.dedup();
        let first = |text: &str| text.as_bytes().first().copied();
        found
            .into_iter()
            .filter_map(|key| Some((self.target(key)?, first(self.keys.get(key)) == first(joined))))
            .collect()
    }

    fn target(&self, key: u32) -> Option<Target> {
        self.targets.get(key as usize).map(|bits| Target::unpack(*bits))
    }
}

/// The first boundary between two letters that is not before `at`.
fn ceiling(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// The last boundary between two letters that is not behind `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::names::words;
    use super::*;
    use proptest::prelude::*;

    fn keys(names: &[&str]) -> Keys {
        let mut gathered = Gathered::default();
        for (number, name) in (0u32..).zip(names) {
            gathered.name(&words(name), Kind::Own, Kind::Variant, number);
            gathered.beginnings(&words(name), Kind::Own, number);
        }
        gathered.finish()
    }

    #[test]
    fn a_name_is_found_whole_and_by_its_first_words() {
        let keys = keys(&["Boulogne-sur-Mer", "Coulogne", "Boulogne-Billancourt", "Le Touquet-Paris-Plage"]);
        let exact = |text: &str| keys.exact(&joined(&words(text))).map(|t| (t.kind, t.number)).collect::<Vec<_>>();
        assert_eq!(exact("boulogne s/ mer"), [(Kind::Own, 0)]);
        assert_eq!(exact("boulogne mer"), [(Kind::Variant, 0)]);
        assert_eq!(exact("boulogne"), []);
        let begun = |text: &[&str]| keys.begun(text).map(|t| t.number).collect::<Vec<_>>();
        assert_eq!(begun(&["boulogne"]), [2, 0]);
        assert_eq!(begun(&["touquet"]), [3]);
        assert_eq!(begun(&["boul"]), [0u32; 0]);
        assert_eq!(begun(&["coulogne"]), [0u32; 0]);
    }

    proptest! {
        #[test]
        fn whichever_half_holds_the_error_the_name_is_found(name in "[a-d]{2,9}", typed in "[a-d]{2,9}") {
            let found = keys(&[&name]).near(&typed);
            prop_assert_eq!(!found.is_empty(), one_edit(&typed, &name));
        }

        #[test]
        fn nothing_typed_breaks_the_look(typed in "\\PC{0,12}") {
            prop_assert!(keys(&["Lens", "Liévin"]).near(&typed).len() <= 2);
        }
    }
}
