//! The demonstration: a fictional hub, its employers and offers, on real communes and ROME codes.
//!
//! Pure: the same day gives the same offers. Used by `cli::demo`, the tests and the benchmarks.
//! `data/` holds the reference facts (open licence) and our own texts; `trades` reads the trades,
//! `make` makes the offers, [`eval`] holds queries with judgements.

mod employers;
pub mod eval;
mod help_places;
mod make;
mod partners;
mod portraits;
mod reference;
mod skills;
mod trades;
mod trainings;

pub use help_places::help_places;
pub use make::offers;
pub use partners::partners;
pub use reference::{appellations, communes, occupations};
pub use skills::rome;
pub use trainings::trainings;

/// What is wrong with the demo's own files; a test reads them all.
#[derive(Debug, thiserror::Error)]
#[error("demo data, {file}, line {line}: {problem}")]
pub struct DemoError {
    /// The file.
    pub file: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
}

impl DemoError {
    pub(crate) fn new(file: &'static str, line: usize, problem: impl ToString) -> Self {
        Self { file, line, problem: problem.to_string() }
    }
}

/// Name, phone (a number kept for fiction by Arcep) and place of the fictional hub.
#[must_use]
pub fn hub() -> (String, String, String) {
    ("Maison de l’emploi du Canal".to_owned(), "03 53 01 20 26".to_owned(), "Roubaix".to_owned())
}

/// Rows of one of our small files: `;` between cells, `#` begins a remark, the first row names the columns.
fn rows(text: &'static str) -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    text.lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty())
        .skip(1)
        .map(|(i, l)| (i + 1, l.split(';').collect()))
}

#[cfg(test)]
mod tests;
