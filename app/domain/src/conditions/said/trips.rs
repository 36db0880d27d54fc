//! Trips in an offer: those that are a part of the work, not those of once a year.

use super::listen::{Heard, View};
use super::says::{Fact, role};
use crate::profile::Avoid;

/// Words before and behind "déplacements" that say how often.
const BEFORE: usize = 4;
const BEHIND: usize = 9;

/// Hears "déplacements".
pub(super) fn hear(view: &View, from: usize, to: usize, heard: &mut Heard) {
    let (start, end) = view.sentence(from);
    let (before, behind) = (from.saturating_sub(BEFORE).max(start), (to + BEHIND).min(end));
    let around = |role: u32| view.any(before, from, role) || view.any(to, behind, role);
    if around(role::SELDOM) || view.is_denied(from, to) {
        heard.few_trips |= view.brief;
        return;
    }
    if view.any(before, from, role::BESIDE) {
        return;
    }
    if around(role::OFTEN) || view.any(before, from, role::NEEDS) {
        heard.hear(Fact::Hard(Avoid::Trips));
    }
}
