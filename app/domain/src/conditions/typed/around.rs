//! What belongs to a phrase round it, so that nothing dangles: "en" CDI, "je cherche un travail" de nuit, "(CDI)".

use super::means::Means;
use super::reading::{Found, Reading};
use super::role::{AND, LEAD, OF, OR, SEEK, WANT, WORK};
use crate::conditions::reader::{Kind, Token};

/// Words before a word such as "travail" that may name a trade with it.
const REACH: usize = 4;

/// Where a phrase begins with what belongs to it.
pub(super) fn before(reading: &Reading, from: usize, floor: usize) -> usize {
    let mut at = from;
    while at > floor && !reading.is_kept(at - 1) && reading.is_edge(at - 1) && goes_along(reading, at - 1, floor) {
        at -= 1;
    }
    at
}

fn goes_along(reading: &Reading, at: usize, floor: usize) -> bool {
    let token = &reading.left[at];
    if let Kind::Sign(sign) = token.kind {
        // The signs of "C++" are its own.
        let apart = at.checked_sub(1).is_none_or(|last| reading.left[last].to < token.from);
        return matches!(sign, ',' | ';' | ':' | '.' | '!' | '?' | '/' | '-' | '(' | '[' | '|' | '"' | '«' | '…')
            || (apart && matches!(sign, '+' | '&' | '*' | '>' | '=' | '#' | '•' | '·'));
    }
    if !reading.is_edge(at + 1) {
        return false;
    }
    let roles = reading.roles(at);
    if roles & LEAD != 0 {
        return true;
    }
    if roles & SEEK != 0 {
        return at == floor || !reading.is_content(at - 1) && reading.roles(at - 1) & OF == 0;
    }
    roles & WORK != 0 && !names_a_trade(reading, at, floor)
}

/// Whether "travail" belongs to a trade: "médecin du travail".
fn names_a_trade(reading: &Reading, at: usize, floor: usize) -> bool {
    let Some(last) = at.checked_sub(1).filter(|last| *last >= floor) else { return false };
    if reading.has(last, OF) {
        return last > floor && reading.is_content(last - 1);
    }
    let first = at.saturating_sub(REACH).max(floor);
    reading.is_content(last) && (first..at).any(|from| reading.is_named(from, at + 1))
}

/// Where a phrase ends with what belongs to it.
pub(super) fn behind(reading: &Reading, from: usize, to: usize) -> usize {
    let mut at = to;
    loop {
        let Some(token) = reading.left.get(at) else { return at };
        let opened = (from..at).any(|at| reading.left[at].is_sign('(') || reading.left[at].is_sign('['));
        let quoted = (from..to).any(|at| reading.left[at].is_sign('"') || reading.left[at].is_sign('«'));
        let after = match token.kind {
            Kind::Sign(')' | ']') if opened => Some(1),
            Kind::Sign('"' | '»') if quoted => return at + 1,
            // "C.D.I."
            Kind::Sign('.') if at > 0 && reading.left[at - 1].to == token.from => Some(1),
            _ if reading.is_kept(at) => None,
            _ => reading
                .voc
                .find(&reading.left[at..])
                .and_then(|(len, means)| matches!(means, Means::After).then_some(len)),
        };
        match after {
            Some(len) => at += len,
            None => return at,
        }
    }
}

/// Takes out what dangles once all is found; whether there was anything.
pub(super) fn tidy(reading: &mut Reading) -> bool {
    if reading.finds.is_empty() {
        return false;
    }
    let count = reading.left.len();
    let mut out = vec![None; count];
    // At the beginning, where something was taken out before it.
    if let Some(&first) = reading.places.first()
        && let Some(find) = first.checked_sub(1).and_then(|before| reading.taken[before])
    {
        let dangling = (0..count).take_while(|at| begins_nothing(reading, *at)).count();
        out[..dangling].fill(Some(find));
    }
    // At the end, where something was taken out behind it.
    if let Some(&last) = reading.places.last()
        && let Some(find) = reading.taken.get(last + 1).copied().flatten()
    {
        let dangling = (0..count).rev().take_while(|at| ends_nothing(reading, *at)).count();
        out[count - dangling..].fill(Some(find));
    }
    if out.iter().all(Option::is_none)
        && let Some(len) = asked(reading)
    {
        out[..len].fill(Some(reading.finds.len()));
        reading.finds.push(Found::Asked);
    }
    let any = out.iter().any(Option::is_some);
    reading.remove(&out);
    any
}

fn is_loose(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Sign(',' | ';' | ':' | '.' | '/' | '-' | ')' | '|' | '+' | '!' | '?' | '•' | '·' | '&' | '…')
    )
}

/// "CDI et cariste", "CDI : cariste", "CDI de cariste".
fn begins_nothing(reading: &Reading, at: usize) -> bool {
    let joins = reading.has(at, AND | OR) || (reading.has(at, OF) && is_of(reading, at));
    !reading.is_kept(at) && reading.is_edge(at + 1) && (is_loose(&reading.left[at]) || joins)
}

/// "De", and no "en": "alternance en boulangerie" leaves where it is.
fn is_of(reading: &Reading, at: usize) -> bool {
    matches!(word(reading, at), "de" | "d")
}

fn word<'r>(reading: &'r Reading, at: usize) -> &'r str {
    reading.left.get(at).map_or("", |token| reading.cut.folded(token, token))
}

fn ends_nothing(reading: &Reading, at: usize) -> bool {
    let token = &reading.left[at];
    let apart = at.checked_sub(1).is_none_or(|last| reading.left[last].to < token.from);
    let sign = is_loose(token) && !token.is_sign(')') && (apart || !token.is_sign('+'));
    !reading.is_kept(at) && reading.is_edge(at) && (sign || reading.has(at, AND | OR))
}

/// "Je cherche un poste de" before a trade: how many words.
fn asked(reading: &Reading) -> Option<usize> {
    let goes = |at: &usize| !reading.is_kept(*at) && reading.is_edge(*at) && reading.has(*at, LEAD | WORK | SEEK);
    let mut len = (0..reading.left.len()).take_while(goes).count();
    // "Travail social" is a trade.
    while len > 0 && reading.has(len - 1, WORK) {
        let last = (len + REACH).min(reading.left.len());
        let named = |to: usize| reading.is_content(to - 1) && reading.is_named(len - 1, to);
        if !(len + 1..=last).any(named) {
            break;
        }
        len -= 1;
    }
    let wants = (0..len).any(|at| reading.has(at, WANT));
    let seeks = reading.has(0, SEEK) && len > 1 && reading.has(1, WORK | LEAD) && !is_of(reading, 1);
    // "Poste de secrétaire"; "travail de précision" may be a trade's.
    let named = len > 1 && reading.has(0, WORK) && is_of(reading, len - 1) && word(reading, 0) != "travail";
    (len > 0 && (wants || seeks || named || word(reading, 0).starts_with("offre"))).then_some(len)
}
