//! French: the phrases by which people name conditions, and the words that stand around them.
//!
//! One file is one kind of condition. How phrases are written: [`super::reader`].

mod contracts;
mod diplomas;
mod experience;
mod grammar;
mod mobility;
mod negated;
mod numbers;
mod offers;
mod recency;
mod remote;
mod schedule;
mod stays;
mod work_time;

use super::reader::{Tables, Vocabulary};
use super::typed::Means;
pub(super) use offers::offers;
use std::sync::OnceLock;

/// What people type.
const TYPED: Tables<Means> = Tables {
    rows: &[
        stays::ROWS,
        contracts::ROWS,
        work_time::ROWS,
        schedule::ROWS,
        experience::ROWS,
        diplomas::ROWS,
        mobility::ROWS,
        remote::ROWS,
        recency::ROWS,
        negated::ROWS,
        grammar::AFTER,
    ],
    kinds: grammar::KINDS,
    roles: &[grammar::ROLES, numbers::ROLES],
    misspelt: grammar::MISSPELT,
    joined: &[],
    long: grammar::LONG,
};

/// The vocabulary of what people type, made ready once.
pub(super) fn typed() -> &'static Vocabulary<Means> {
    static READY: OnceLock<Vocabulary<Means>> = OnceLock::new();
    READY.get_or_init(|| Vocabulary::new(&TYPED))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A slip in a table is seen here, not in what is found.
    #[test]
    fn tables_are_well_written() {
        let mut phrases = written(&TYPED);
        phrases.extend(written(&offers::OFFERS));
        for phrase in phrases {
            assert!(closed(phrase), "brackets are closed within a word, and hold no space: {phrase}");
            let needed = |item: &str| !(item.starts_with('(') && item.ends_with(')'));
            assert!(phrase.split_whitespace().any(needed), "some word is needed: {phrase}");
            let empty = |item: &str| item.starts_with('|') || item.ends_with('|') || item.contains("||");
            assert!(!phrase.split_whitespace().any(|item| item != "|" && empty(item)), "a word is missing: {phrase}");
        }
    }

    fn written<M>(tables: &Tables<M>) -> Vec<&'static str> {
        tables.rows.iter().copied().flatten().flat_map(|row| row.phrases).copied().collect()
    }

    fn closed(phrase: &str) -> bool {
        phrase.split_whitespace().filter(|item| !matches!(*item, "(" | ")")).all(|item| {
            let mut open = 0_i32;
            let mut fits = |c: char| {
                open += i32::from(c == '(') - i32::from(c == ')');
                open >= 0
            };
            item.chars().all(&mut fits) && open == 0
        })
    }
}
