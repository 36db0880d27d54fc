//! Hours a week by their number: "35h", "20 h par semaine", "20 à 25h". Times of day stay: "à 20h", "6h-14h".

use super::reading::{At, Found, Hit, Reading};
use super::role::{CLOCK, DAILY, HOUR, MONTHLY, NEAR_NUMBER, OF, PER, TO, WEEK, YEARLY};
use crate::conditions::Condition;
use crate::hours::WorkTime;

/// Hours of a full week, and of the longest one that is believed.
const FULL: u32 = 35;
const LONGEST: u32 = 48;
/// Fewer than these, without a word on the week, may be anything.
const FEWEST: u32 = 10;
/// Hours of a day.
const DAY: u32 = 24;

/// Hours at a place, or a time of day that stays.
pub(super) fn at(reading: &Reading, at: usize, floor: usize) -> Option<At> {
    let first = reading.left.get(at)?.number().filter(|_| reading.is_edge(at))?;
    let mut to = at + 1;
    let first_unit = reading.has(to, HOUR);
    to += usize::from(first_unit);
    let (to, last, spans) = match range(reading, to) {
        Some((to, last)) => (to, last, true),
        None if first_unit => (to, first, false),
        None => return None,
    };
    // "20h30", "24h/24".
    if !reading.is_edge(to) {
        let minutes = to + 1;
        let sixty = reading.left.get(to).and_then(|token| token.number()).is_some_and(|minutes| minutes < 60);
        let sure = (first > DAY && sixty).then_some(minutes);
        let end = week(reading, minutes).or(sure).filter(|_| !spans && first < LONGEST);
        return Some(end.map_or(At::Passes(minutes), |end| hit(reading, at, end, floor, (first, first))));
    }
    if let Some(end) = week(reading, to) {
        return (last <= LONGEST).then(|| hit(reading, at, end, floor, (first, last)));
    }
    // "6h 14h".
    let another = reading.left.get(to).is_some_and(|token| token.number().is_some()) && reading.has(to + 1, HOUR);
    if another && last <= DAY {
        return Some(At::Passes(to + 2));
    }
    if is_time_of_day(reading, at, to, first, last, (spans, first_unit)) {
        return Some(At::Passes(to));
    }
    let believed = (FEWEST..=LONGEST).contains(&first) && (FEWEST..=LONGEST).contains(&last);
    Some(if believed { hit(reading, at, to, floor, (first, last)) } else { At::Passes(to) })
}

/// The other end of "20 à 25h", from the word between.
fn range(reading: &Reading, at: usize) -> Option<(usize, u32)> {
    let number = |at: usize| reading.left.get(at).and_then(|token| token.number()).filter(|_| reading.is_edge(at));
    let hyphen = reading.is_hyphened(at);
    let second = if hyphen && number(at).is_some() { at } else { at + 1 };
    let joined = second == at || reading.has(at, TO) || reading.left.get(at).is_some_and(|token| token.is_sign('-'));
    let last = number(second).filter(|_| joined && reading.has(second + 1, HOUR))?;
    Some((second + 2, last))
}

/// Where "par semaine", "/sem", "hebdo" ends.
fn week(reading: &Reading, at: usize) -> Option<usize> {
    (at..at + 3)
        .find(|at| reading.has(*at, WEEK))
        .filter(|end| (at..*end).all(|at| reading.has(at, PER)))
        .map(|end| end + 1)
}

fn is_time_of_day(
    reading: &Reading,
    at: usize,
    to: usize,
    first: u32,
    last: u32,
    (spans, first_unit): (bool, bool),
) -> bool {
    let before = |role: u32| at.checked_sub(1).is_some_and(|last| reading.has(last, role));
    // "8h par jour", "24h/24".
    let other_period = (to..to + 3).any(|at| reading.has(at, DAILY | MONTHLY | YEARLY)) && reading.has(to, PER);
    let all_day = reading.left.get(to).is_some_and(|token| token.is_sign('/') || token.is_sign('-'))
        && reading.left.get(to + 1).is_some_and(|token| matches!(token.number(), Some(24 | 7)));
    let clock = last <= DAY && (spans && (first_unit || before(OF)) || (before(CLOCK) && first < DAY));
    other_period || all_day || clock
}

fn hit(reading: &Reading, at: usize, to: usize, floor: usize, (first, last): (u32, u32)) -> At {
    let mut from = at;
    while from > floor && reading.has(from - 1, NEAR_NUMBER) && reading.is_edge(from - 1) && !reading.is_kept(from - 1)
    {
        from -= 1;
    }
    let time = |hours: u32| if hours < FULL { WorkTime::Part } else { WorkTime::Full };
    if time(first) != time(last) || !reading.is_edge(to) {
        return At::Passes(to);
    }
    let found = Found::Said { conditions: vec![Condition::Hours(time(first))], sure: true };
    At::Hits(vec![Hit { from, to, found }])
}
