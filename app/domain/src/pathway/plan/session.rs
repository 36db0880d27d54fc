//! When a step can be taken, how long it is, how far it is, and what it costs: in the search's units.

use super::Who;
use crate::pack::StepsPack;
use crate::pack::steps::{PackSession, PackStep};
use crate::pathway::problem::Session;
use crate::training::Kind;

/// A euro amount in the search's unit.
const UNIT_EUROS: u32 = 100;
/// What a step is taken to cost where nobody says it, in euros: dear enough to come after what is known.
const UNKNOWN_EUROS: u32 = 2_000;
/// A distance in the search's unit, in metres.
const UNIT_METRES: u32 = 5_000;
/// How far a step is taken to be where nobody says where it is, in metres.
const UNKNOWN_METRES: u32 = 30_000;
/// Hours a week of a step that says only how many there are.
pub const WEEKLY_HOURS: u16 = 30;

/// Days from the first to the first free one. Fixed dates say it; else hours; else what is usual for its kind.
#[must_use]
pub fn days(step: &PackStep, session: &PackSession) -> u16 {
    let dated = session.last.filter(|_| !session.open_entry).map(|last| {
        // Who knows only the month does not know the day on which it ends.
        let more = if session.month_only { 31 } else { 1 };
        u16::try_from(last.0.saturating_sub(session.first.0).saturating_add(more)).unwrap_or(u16::MAX)
    });
    let by_hours = || {
        let weekly = step.weekly_hours.map_or(WEEKLY_HOURS, u16::from).max(1);
        step.hours.map(|hours| hours.div_ceil(weekly).saturating_mul(7))
    };
    dated.or_else(by_hours).unwrap_or(match step.kind {
        Kind::Caces | Kind::Habilitation => 7,
        Kind::Immersion => 14,
        Kind::Licence => 120,
        _ => 90,
    })
}

/// Metres to a session; 0 at a distance, `None` where one of the places is not known.
pub(super) fn metres(steps: &StepsPack, who: &Who<'_>, session: &PackSession) -> Option<u32> {
    if session.remote {
        return Some(0);
    }
    let point = steps.communes.get(usize::from(session.commune?))?.point?;
    Some(point.distance_m(who.looking.from?))
}

/// Metres in the search's unit, nothing where she did not say where she is.
pub(super) fn travel(who: &Who<'_>, metres: Option<u32>) -> u32 {
    if who.looking.from.is_none() { 0 } else { metres.unwrap_or(UNKNOWN_METRES).div_ceil(UNIT_METRES) }
}

/// A session as the search knows it; `None` where she cannot or will not take it.
pub(super) fn searched(steps: &StepsPack, who: &Who<'_>, step: &PackStep, session: &PackSession) -> Option<Session> {
    let metres = metres(steps, who, session);
    let too_far = metres.zip(who.looking.reach).is_some_and(|(metres, reach)| metres > reach);
    if session.places == Some(0) || too_far {
        return None;
    }
    // An open entry without an end stays open.
    let latest =
        if session.open_entry { session.last.unwrap_or(session.first.plus(super::HORIZON)) } else { session.first };
    Some(Session {
        first: session.first,
        latest,
        days: days(step, session),
        cost: step.remaining.unwrap_or(UNKNOWN_EUROS).div_ceil(UNIT_EUROS),
        travel: travel(who, metres),
    })
}

/// Whether a step is within what she asks; what it does not say takes nothing away, but only « gratuit » is free.
pub(super) fn suits(who: &Who<'_>, step: &PackStep) -> bool {
    let free = step.remaining == Some(0) && step.upfront.unwrap_or_default() == 0;
    let long = step.weekly_hours.zip(who.asks.weekly_hours).is_some_and(|(own, most)| own > most);
    (free || !who.asks.free) && !long
}
