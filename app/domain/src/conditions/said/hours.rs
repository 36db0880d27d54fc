//! Hours a week in an offer, and hours of the night: "contrat 35h", "24 h par semaine", "21h-5h".

use super::listen::{Heard, View};
use super::says::{Fact, role};
use crate::conditions::reader::Kind;
use crate::hours::{Schedule, WorkTime};

/// Hours of a full week, and of the longest that is believed.
const FULL: u32 = 35;
const LONGEST: u32 = 44;
/// Fewer, without a word on the week, are those of a day.
const FEWEST: u32 = 15;
/// A night begins so late and ends so early.
const NIGHT_BEGINS: u32 = 20;
const NIGHT_ENDS: u32 = 8;

/// Hears a number of hours; gives the place to read on from.
pub(super) fn hear(view: &View, at: usize, heard: &mut Heard) -> usize {
    let Some((first, mut to)) = time(view, at).or_else(|| Some((view.tokens[at].number()?, at + 1))) else { return at };
    let Some((last, end)) = joined(view, to).and_then(|second| time(view, second)) else {
        if view.has(at + 1, role::HOUR) {
            week(view, at, to, (first, first), heard);
        }
        return to;
    };
    let to_of_first = std::mem::replace(&mut to, end);
    let clocks = view.has(at + 1, role::HOUR);
    // « 13h-21h ou 6h-14h », « 13h-21h/5h-13h » are two spans by day.
    let between = view.has(to_of_first, role::OR) || (view.tokens[at].hyphen && view.tokens[to_of_first].is_sign('/'));
    if clocks && !between && (NIGHT_BEGINS..=24).contains(&first) && last <= NIGHT_ENDS && !view.is_denied(at, to) {
        heard.hear(Fact::At(Schedule::Night));
    } else {
        week(view, at, to, (first, last), heard);
    }
    // "13h-21h / 21h-5h": the second may begin another span.
    if clocks { at + 1 } else { to }
}

/// "21h", "21h30", "35 heures": the hour, and where it ends.
fn time(view: &View, at: usize) -> Option<(u32, usize)> {
    let hour = view.tokens.get(at)?.number()?;
    if !view.has(at + 1, role::HOUR) {
        return None;
    }
    let minutes = view.tokens.get(at + 2).filter(|token| token.glued && token.number().is_some_and(|m| m < 60));
    Some((hour, if minutes.is_some() { at + 3 } else { at + 2 }))
}

/// Where the other end of a span is: "21h-5h", "21h à 5h".
fn joined(view: &View, at: usize) -> Option<usize> {
    let token = view.tokens.get(at)?;
    if token.hyphen && token.number().is_some() {
        return Some(at);
    }
    (view.has(at, role::TO) || token.is_sign('-')).then_some(at + 1)
}

fn week(view: &View, at: usize, to: usize, (first, last): (u32, u32), heard: &mut Heard) {
    let week = (to..to + 3).find(|at| !view.has(*at, role::PER)).is_some_and(|at| view.has(at, role::WEEK));
    let day = view.has(to, role::PER) && view.has(to + 1, role::DAY);
    let contract = first >= FEWEST && (at.saturating_sub(3)..at).any(|at| view.has(at, role::CONTRACT));
    let other = (at.saturating_sub(3)..at).chain(to..to + 3).any(|at| view.has(at, role::OTHER_HOURS));
    let number = |at: usize| view.tokens.get(at).is_some_and(|token| token.number().is_some());
    let goes_on = view.tokens.get(to).is_some_and(|token| token.glued || (token.is_sign('/') && number(to + 1)))
        || view.tokens.get(to).is_some_and(|token| token.hyphen && matches!(token.kind, Kind::Number(_)));
    let full = first >= FULL && last <= LONGEST;
    if other || day || goes_on || !(1..=LONGEST).contains(&first) || !(1..=LONGEST).contains(&last) {
        return;
    }
    let time = |hours: u32| if hours < FULL { WorkTime::Part } else { WorkTime::Full };
    if week || contract || full {
        let (least, most) = (time(first), time(last));
        heard.hear(if least == most { Fact::Time(least) } else { Fact::EitherTime });
    }
}
