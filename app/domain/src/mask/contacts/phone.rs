//! French phone numbers, however they are written.

use super::Span;
use super::abroad;
use super::america;
use super::around;
use super::candidate::{Candidate, LENGTH, lengths};
use super::run::{Group, Reading, Run, Style};
use super::view::{View, is_alphanumeric};

/// All phone numbers of a text but the short ones, in order.
pub(super) fn numbers(view: &View) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut floor = 0;
    let mut at = 0;
    while at < view.len() {
        let byte = view.at(at);
        let begins = byte.is_ascii_digit() || (matches!(byte, b'o' | b'p' | b'z') && !is_alphanumeric(view.before(at)));
        if !begins {
            at += 1;
            continue;
        }
        match number(view, at, floor) {
            Some(span) => {
                spans.push(with_brackets(view, span, floor));
                (at, floor) = (span.1, span.1);
            }
            // A long row of digits is looked at once.
            None => at = view.end(at, |byte| byte.is_ascii_digit()).max(at + 1),
        }
    }
    spans
}

/// A number whose first digit, in whatever writing, stands at `at`.
fn number(view: &View, at: usize, floor: usize) -> Option<Span> {
    let loose = match view.at(at) {
        b'0'..=b'9' => {
            let found = abroad::number(view, at, floor);
            if found.is_some() {
                return found;
            }
            if view.at(at) != b'0' {
                return america::number(view, at).or_else(|| without_zero(view, at));
            }
            if let Some(span) = national(view, at, floor, Reading::Digits) {
                return Some(span);
            }
            true
        }
        b'o' => matches!(view.at(at + 1), b'0'..=b'9' | b'o' | b'l' | b'i' | b' '),
        b'z' => view.starts_with(at, "zero"),
        _ => return if view.is_word(at, "plus") { abroad::spoken(view, at) } else { None },
    };
    if !loose {
        return None;
    }
    let told = || national(view, at, floor, Reading::Told).filter(|_| around::is_called(view, at));
    let found = national(view, at, floor, Reading::Loose).or_else(told)?;
    // "oi" before a number is no part of it.
    let digits = |from: &usize| view.at(*from) == b'0' && !view.before(*from).is_ascii_digit();
    let mut later = (at + 1..found.1).filter(digits).filter_map(|from| national(view, from, floor, Reading::Digits));
    later.find(|span| span.1 > found.1).or(Some(found))
}

fn national(view: &View, at: usize, floor: usize, reading: Reading) -> Option<Span> {
    let run = Run::read(view, at, reading);
    if run.digits.first() != Some(&b'0') || run.digits.get(1).is_none_or(|digit| *digit == b'0') {
        return None;
    }
    let n = match reading {
        Reading::Digits => run.groups_of(LENGTH)?,
        Reading::Loose => loose_groups(&run)?,
        Reading::Told => loose_groups(&run).or_else(|| run.groups_of(LENGTH).filter(|n| *n == LENGTH / 2))?,
    };
    let span = run.span(n)?;
    let candidate = Candidate { view, run: &run, n, span, floor, called: around::is_called(view, span.0) };
    candidate.is_number().then_some(span)
}

/// Nine digits without their zero after a word of calling: "tél. 6 39 98 42 18", "tél. 639984218".
fn without_zero(view: &View, at: usize) -> Option<Span> {
    let first = view.end(at, |byte| byte.is_ascii_digit()) - at;
    let begins = !is_alphanumeric(view.before(at)) && !matches!(view.before(at), b'+' | b'-' | b'/' | b'_');
    if !matches!(first, 1 | 3 | 9) || !begins {
        return None;
    }
    let mobile = matches!(view.at(at), b'6' | b'7');
    let called = around::is_called_directly(view, at) || (first == 1 && mobile && around::is_called(view, at));
    if !called {
        return None;
    }
    let run = Run::read(view, at, Reading::Digits);
    let n = run.groups_of(LENGTH - 1)?;
    let groups = run.groups.get(..n)?;
    let to = groups.last()?.to;
    let shape = match lengths(groups).as_slice() {
        [1, 2, 2, 2, 2] | [9] => true,
        [3, 3, 3] => mobile && !run.digits.ends_with(b"000"),
        _ => false,
    };
    let sign = |group: &Group| group.gap.sign;
    let same = groups.iter().skip(1).all(|group| group.gap.lines == 0 && groups.get(1).map(sign) == Some(sign(group)));
    let goes_on = run.groups.get(n).is_some_and(|next| groups.last().map(|last| last.gap) == Some(next.gap));
    let value = |group: &Group| (group.len, view.bytes((group.from, group.to)));
    let rising = groups.windows(2).all(|pair| matches!(pair, [one, other] if value(one) < value(other)));
    let named = around::is_reference(view, at, true) || around::is_amount(view, to) || around::is_in_link(view, at);
    (shape && same && !goes_on && !(n == 5 && rising) && !named && around::is_end(view, to)).then_some((at, to))
}

/// How many groups are a number, some of which are written with letters or in words.
fn loose_groups(run: &Run) -> Option<usize> {
    let groups = &run.groups;
    if groups.iter().any(|group| group.style == Style::Words) {
        let mut sum = 0;
        let n = groups
            .iter()
            .take_while(|group| {
                sum += group.len;
                sum <= LENGTH
            })
            .count();
        let groups = groups.get(..n)?;
        // Who dictates "quatre vingt dix" may mean two pairs: a digit or two may seem to be missing.
        let enough = groups.iter().map(|group| group.len).sum::<usize>() >= LENGTH - 2 && n > 3;
        // "08, 10, 51, 52, un véhicule" has no word of a number.
        let worded = |least: usize| groups.iter().any(|group| group.style == Style::Words && group.len >= least);
        let begun = groups.iter().take(2).any(|group| group.style == Style::Words) && groups.first()?.len == 1;
        return (enough && (worded(2) || (begun && worded(1)))).then_some(n);
    }
    let n = run.groups_of(LENGTH)?;
    let groups = groups.get(..n)?;
    let plain = groups.iter().filter(|group| group.style == Style::Digits).count();
    // "Ø6 Ø8 Ø4 Ø5 Ø3" are diameters.
    let diameters = n > 1 && plain == 0 && groups.iter().all(|group| group.len == 2);
    let even = (groups.iter().all(|group| group.len == 2) && !diameters)
        || n == 1
        || n == LENGTH
        || lengths(groups) == [4, 2, 2, 2];
    (even && plain < n).then_some(n)
}

/// With the "+" and the bracket before, and with the bracket after that belongs to it.
fn with_brackets(view: &View, (from, to): Span, floor: usize) -> Span {
    let inside = view.bytes((from, to));
    let place = |sign: u8| inside.iter().position(|byte| *byte == sign);
    let closes = place(b')').is_some_and(|close| place(b'(').is_none_or(|open| close < open));
    let mut start = from;
    loop {
        let sign = view.before(start);
        let plus = sign == b'+' || (sign == b' ' && view.before(start.saturating_sub(1)) == b'+' && start == from);
        let bracket = sign == b'(' && closes;
        if start <= floor || !(plus || bracket) {
            break;
        }
        start -= 1;
    }
    let count = |sign: u8| view.bytes((start, to)).iter().filter(|byte| **byte == sign).count();
    let close = view.at(to) == b')' && count(b'(') > count(b')');
    (start, if close { to + 1 } else { to })
}
