//! Levels of diplomas in an offer: those that are asked for, not those that are prepared, sold or only named.

use super::listen::{Heard, View};
use super::put;
use super::says::role;
use crate::conditions::reader::Kind;
use crate::requirement::{Diploma, Need, Requirements};

/// Words before and behind a level that say what it is for.
const BEFORE: usize = 14;
const BEHIND: usize = 6;

/// Hears a level; `sure` where none is named unless it is asked for.
pub(super) fn hear(view: &View, (from, to): (usize, usize), level: Diploma, sure: bool, heard: &mut Heard) {
    // A title names what is prepared.
    if view.brief || view.is_denied(from, to) {
        return;
    }
    let (start, end) = view.sentence(from);
    let before = from.saturating_sub(BEFORE).max(start);
    let behind = (to + BEHIND).min(end);
    let held = view.any(before, from, role::LEVEL_HELD) || view.any(to, behind, role::LEVEL_HELD);
    let ahead = view.any(before, from, role::LEVEL_AHEAD) || view.any(to, behind, role::LEVEL_AHEAD);
    if ahead || (view.alternation && !held) {
        return;
    }
    let first = from == start || matches!(view.tokens[from - 1].kind, Kind::Sign('-' | ':' | '•' | '*' | '·'));
    let cue = sure
        || held
        || first
        || view.any(before, from, role::LEVEL_CUE)
        || view.any(to, behind, role::LEVEL_CUE | role::WISHED);
    if !cue {
        return;
    }
    let wished = view.any(start, end, role::WISHED);
    put(if wished { &mut heard.wished } else { &mut heard.asked }, level);
}

/// Of the levels that are named those that open the post: the lowest, and « bac » beside « CAP ».
pub(super) fn opening(levels: &[Diploma]) -> Vec<Diploma> {
    let Some(lowest) = levels.iter().min() else { return Vec::new() };
    let also = (*lowest == Diploma::Cap && levels.contains(&Diploma::Bac)).then_some(Diploma::Bac);
    std::iter::once(*lowest).chain(also).collect()
}

/// The same of the levels in the fields: those that are required, else those that are wished for.
pub(super) fn lowest(asked: &Requirements) -> Vec<Diploma> {
    let of = |need: Need| asked.diplomas.iter().filter(|one| one.need == need).map(|one| one.level).collect::<Vec<_>>();
    let required = opening(&of(Need::Essential));
    if required.is_empty() { opening(&of(Need::Optional)) } else { required }
}
