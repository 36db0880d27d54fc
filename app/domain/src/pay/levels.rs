//! Pay by level: "Débutant 1 900 €, confirmé 2 300 €" is one pay, from the lowest level to the highest.

use super::sense::Sense;

/// How far a word for a level is looked for.
const REACH: usize = 12;

/// The place of the next amount after the one that stands from `start` to `end`, where the two are said of two levels:
/// each has its word, before it or after it.
pub(super) fn next(senses: &[Sense], start: usize, end: usize) -> Option<usize> {
    let near = |sense: &&Sense| !matches!(sense, Sense::Number(_) | Sense::Plus | Sense::Extra(_));
    let is_level = |sense: &Sense| *sense == Sense::Level;
    let gap = senses.get(end..)?.iter().take(REACH).take_while(near).count();
    let at = end + gap;
    if !matches!(senses.get(at), Some(Sense::Number(_))) {
        return None;
    }
    let gap = &senses[end..at];
    let apart = |sense: &Sense| matches!(sense, Sense::Equals | Sense::Net | Sense::UpTo | Sense::Most | Sense::Pay);
    if !gap.iter().any(is_level) || gap.iter().any(apart) {
        return None;
    }
    let led = senses[..start].iter().rev().take(REACH).take_while(near).any(is_level);
    let trailed = || senses[at + 1..].iter().take(REACH / 2).take_while(near).any(is_level);
    (led || trailed()).then_some(at)
}
