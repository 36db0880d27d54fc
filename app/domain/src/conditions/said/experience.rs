//! How long an experience an offer asks for: "2 ans d'expérience", "expérience d'au moins cinq ans".

use super::listen::{Heard, View};
use super::says::role;
use crate::requirement::ExperienceBand;

/// Words between "expérience" and how long.
const BEFORE: usize = 5;
const BEHIND: usize = 12;
/// More years are the employer's own.
const MOST_YEARS: u32 = 10;

/// Hears "expérience": how long is said round it. The first one counts: a text names the whole before its parts.
pub(super) fn hear(view: &View, from: usize, to: usize, heard: &mut Heard) {
    if heard.experience.is_some() || view.is_denied(from, to) {
        return;
    }
    let (start, end) = view.sentence(from);
    let Some((at, months)) = before(view, from, start).or_else(|| behind(view, to, end)) else { return };
    let company = at.min(from).saturating_sub(BEFORE).max(start);
    // "Diplôme ou 3 ans d'expérience": one of the two is enough.
    let instead = (at.saturating_sub(2).max(start)..at).any(|at| view.has(at, role::OR));
    if view.any(company, from, role::COMPANY) || instead {
        return;
    }
    heard.experience = Some(match months {
        0..12 => ExperienceBand::UnderOneYear,
        12..=36 => ExperienceBand::OneToThree,
        _ => ExperienceBand::OverThree,
    });
}

/// "2 à 3 ans minimum d'expérience": where it begins, and how many months at least.
fn before(view: &View, from: usize, start: usize) -> Option<(usize, u32)> {
    let unit = (from.saturating_sub(BEFORE).max(start)..from)
        .rev()
        .find(|at| view.has(*at, role::YEAR | role::MONTH) || !view.has(*at, role::NEAR_YEARS))?;
    let last = unit.checked_sub(1)?;
    let months = months(view, last, unit)?;
    // "2 à 3 ans", "2/3 ans", "2-3 ans".
    let range = last.checked_sub(2).filter(|first| *first >= start && view.has(last - 1, role::TO));
    let near = last.checked_sub(1).filter(|first| *first >= start && view.tokens[last].hyphen);
    match range.or(near).and_then(|first| Some((first, self::months(view, first, unit)?))) {
        Some((first, lowest)) if lowest < months => Some((first, lowest)),
        _ => Some((last, months)),
    }
}

/// "expérience d'au moins 2 à 3 ans".
fn behind(view: &View, to: usize, end: usize) -> Option<(usize, u32)> {
    let last = end.min(to + BEHIND);
    let first = (to..last).find(|at| number(view, *at).is_some())?;
    let unit = (first + 1..(first + 4).min(end)).find(|at| view.has(*at, role::YEAR | role::MONTH))?;
    let between = (first + 1..unit).all(|at| view.has(at, role::TO) || number(view, at).is_some());
    let months = months(view, first, unit).filter(|_| between)?;
    Some((first, months))
}

fn months(view: &View, at: usize, unit: usize) -> Option<u32> {
    let number = number(view, at).filter(|_| view.has(unit, role::YEAR | role::MONTH))?;
    if view.has(unit, role::MONTH) {
        (number <= 12 * MOST_YEARS).then_some(number)
    } else {
        (number <= MOST_YEARS).then_some(number * 12)
    }
}

fn number(view: &View, at: usize) -> Option<u32> {
    let written = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
    let token = view.tokens.get(at)?;
    token.number().or_else(|| {
        let word = match view.word(at) {
            "une" => "un",
            word => word,
        };
        let place = written.iter().position(|number| *number == word)?;
        u32::try_from(place + 1).ok()
    })
}
