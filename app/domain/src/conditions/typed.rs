//! Conditions in what somebody types.

mod around;
mod denied;
mod hours;
mod means;
mod pay;
mod reading;
pub(super) mod role;
mod told;

use super::{Condition, french};
pub(super) use means::Means;
use reading::Reading;

/// What was found in a typed text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The phrases that are conditions, in order; none over another.
    pub phrases: Vec<Phrase>,
    /// What is to be told to the person.
    pub notes: Vec<Note>,
}

/// Words that are a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where it begins in the text, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What it means: any of these will do, facet by facet. Empty for words that only say that something is looked for
    /// ("je cherche un poste de …"), for internships, and for what another phrase has said already: they are not
    /// searched, and narrow nothing.
    pub conditions: Vec<Condition>,
}

/// What a person is told of what she typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Two that exclude each other ("CDI intérim"): read as either.
    Either,
    /// Internships are not on this board.
    Internship,
}

impl Typed {
    /// What is left to be searched of the text that was read.
    #[must_use]
    pub fn rest(&self, text: &str) -> String {
        let mut parts = Vec::new();
        let mut done = 0;
        for phrase in &self.phrases {
            parts.push(text.get(done..phrase.from).unwrap_or_default());
            done = phrase.to;
        }
        parts.push(text.get(done..).unwrap_or_default());
        parts.iter().flat_map(|part| part.split_whitespace()).collect::<Vec<_>>().join(" ")
    }
}

/// The conditions in a typed text. `is_trade` says whether folded words, in this order, are the name of a trade, or a
/// part of one that would lose its meaning: "veilleur de nuit", "chargé de mission".
#[must_use]
pub fn typed(text: &str, is_trade: &dyn Fn(&[&str]) -> bool) -> Typed {
    Reading::new(text, french::typed(), is_trade).told()
}

#[cfg(test)]
mod tests;
