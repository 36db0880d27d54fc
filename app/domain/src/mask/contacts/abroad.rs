//! Numbers with the code of their country.

use super::Span;
use super::around;
use super::run::{Group, Reading, Run, Style};
use super::view::{View, is_alphanumeric, is_space};

/// The codes of countries, and how many digits their numbers have after it; France counts without a zero.
const COUNTRIES: &[(&str, usize, usize)] = &[
    ("33", 9, 9),
    ("32", 8, 9),
    ("352", 6, 9),
    ("377", 8, 9),
    ("376", 6, 6),
    ("41", 9, 9),
    ("49", 7, 11),
    ("44", 9, 10),
    ("34", 9, 9),
    ("39", 8, 11),
    ("351", 9, 9),
    ("31", 9, 9),
    ("353", 8, 9),
    ("48", 9, 9),
    ("40", 9, 9),
    ("43", 8, 11),
    ("212", 9, 9),
    ("213", 8, 9),
    ("216", 8, 8),
    ("221", 9, 9),
    ("223", 8, 8),
    ("225", 8, 10),
    ("237", 8, 9),
    ("261", 9, 9),
    ("262", 9, 9),
    ("269", 7, 7),
    ("590", 9, 9),
    ("594", 9, 9),
    ("596", 9, 9),
    ("508", 6, 6),
    ("687", 6, 6),
    ("689", 6, 8),
];

/// A number with "+", "00" or a bare 33 whose first digit stands at `at`.
pub(super) fn number(view: &View, at: usize, floor: usize) -> Option<Span> {
    let plus = has_plus(view, at, floor);
    let zeros = view.at(at) == b'0' && !plus;
    if !plus && !zeros && !view.starts_with(at, "33") {
        return None;
    }
    let reading = if plus { Reading::Loose } else { Reading::Digits };
    let run = Run::read(view, at, reading);
    if plus {
        return run.span(with_code(view, &run, 0, true)?);
    }
    let glued = is_alphanumeric(view.before(at)) && !run.digits.starts_with(b"0033");
    if glued && !around::is_called(view, at) {
        return None;
    }
    // "2.0049"
    if matches!(view.before(at), b'.' | b',') && view.before(at.saturating_sub(1)).is_ascii_digit() {
        return None;
    }
    // "SIRET 100 000 000 00310"
    let follows = at > floor + 1 && is_space(view.before(at)) && view.before(at - 1).is_ascii_digit();
    if zeros && follows && !run.digits.starts_with(b"0033") && !around::is_called(view, at) {
        return None;
    }
    let whole = run.groups.first()?.len > 9;
    if around::is_reference(view, at, whole) || around::is_in_link(view, at) {
        return None;
    }
    if zeros {
        return if run.digits.starts_with(b"00") { run.span(with_code(view, &run, 2, false)?) } else { None };
    }
    let n = run.groups_of(11).or_else(|| run.groups_of(12).filter(|_| run.digits.get(2) == Some(&b'0')))?;
    let groups = run.groups.get(..n)?;
    let lengths: Vec<usize> = groups.iter().map(|group| group.len).collect();
    let usual = matches!(lengths.as_slice(), [2, 1, 2, 2, 2, 2] | [2, 1, 1, 2, 2, 2, 2] | [2, 1, 9] | [2, 9] | [11])
        || (matches!(lengths.as_slice(), [2, 2, 2, 2, 2, 2] | [3, 2, 2, 2, 2]) && around::is_called(view, at));
    let first = run.digits.get(2..).unwrap_or_default().iter().find(|digit| **digit != b'0');
    let dated = groups.iter().any(|group| group.gap.lines > 0 || group.gap.is_of_a_list());
    let national = first.is_some() && !dated && !around::is_amount(view, run.span(n)?.1);
    let said = lengths.as_slice() != [2, 9] || around::is_called(view, at);
    if usual && national && said { run.span(n) } else { None }
}

/// "plus trente-trois six …" from the word "plus" on.
pub(super) fn spoken(view: &View, at: usize) -> Option<Span> {
    if is_alphanumeric(view.before(at)) {
        return None;
    }
    let run = Run::read(view, view.end(at + 4, |byte| byte == b' '), Reading::Loose);
    let n = with_code(view, &run, 0, true)?;
    let worded = run.groups.first()?.style == Style::Words && n > 3;
    worded.then(|| run.span(n)).flatten().map(|(_, to)| (at, to))
}

/// Whether "+", "+ ", "(+" or "+(" stands before.
fn has_plus(view: &View, at: usize, floor: usize) -> bool {
    let from = view.start(at, at.saturating_sub(2).max(floor), |byte| matches!(byte, b' ' | b'(' | b'+'));
    view.bytes((from, at)).contains(&b'+') && view.at(at) != b'0'
}

/// How many groups are a number whose code stands after `skip` digits.
fn with_code(view: &View, run: &Run, skip: usize, plus: bool) -> Option<usize> {
    let digits = run.digits.get(skip..)?;
    let first = run.groups.first()?;
    let whole = code_room(&run.groups, skip);
    let known = |code: &str| code.len() <= whole && digits.starts_with(code.as_bytes());
    let country = COUNTRIES.iter().find(|(code, ..)| known(code));
    let (least, most) = match country {
        Some(("33", ..)) if digits.get(2) == Some(&b'0') => (12, 12),
        Some((code, least, most)) => {
            let zero = usize::from(digits.get(code.len()) == Some(&b'0'));
            (code.len() + least, code.len() + most + zero)
        }
        // Any other country, but "+2 / +3" and "+1 000 000".
        None if plus && (first.len > 1 || digits.starts_with(b"1") || digits.starts_with(b"7")) => (9, 14),
        None => return None,
    };
    let n = extent(&run.groups, least + skip, most + skip)
        .or_else(|| plus.then(|| extent(&run.groups, 9, 14)).flatten())?;
    let groups = run.groups.get(..n)?;
    let to = groups.last()?.to;
    let amount = around::is_amount(view, to)
        || (plus && n > 1 && groups.iter().skip(1).all(|group| group.len == 3) && run.digits.ends_with(b"000"));
    let year =
        |group: &&Group| group.len == 4 && ["19", "20"].iter().any(|century| view.starts_with(group.from, century));
    let years = groups.iter().filter(year).count();
    (!amount && is_even(groups) && years < 2 && (years == 0 || country.is_some())).then_some(n)
}

/// How many digits stand in one piece after the first `skip`: a code is not cut in two.
fn code_room(groups: &[Group], skip: usize) -> usize {
    let len = |place: usize| groups.get(place).map_or(0, |group| group.len);
    match len(0) {
        _ if groups.iter().all(|group| group.len == 1) => usize::MAX,
        first if first > skip => first - skip,
        first if first == skip => len(1),
        _ => 0,
    }
}

/// Whether nothing says that these are several numbers: no list, and no time among other signs.
fn is_even(groups: &[Group]) -> bool {
    let gaps = groups.get(1..).unwrap_or_default();
    let same = gaps.windows(2).all(|pair| matches!(pair, [one, other] if one.gap.sign == other.gap.sign));
    gaps.iter().all(|group| !group.gap.is_of_a_list() && (same || !matches!(group.gap.sign, b',' | b';' | b':')))
}

/// The most groups that together have so many digits, on one line if that is enough.
fn extent(groups: &[Group], least: usize, most: usize) -> Option<usize> {
    let mut sum = 0;
    let mut best = None;
    for (place, group) in groups.iter().enumerate() {
        // A postcode or another line after a whole number is no part of it.
        if best.is_some() && (group.gap.lines > 0 || (group.len == 5 && group.gap.sign == 0)) {
            break;
        }
        sum += group.len;
        if sum > most {
            break;
        }
        if sum >= least {
            best = Some(place + 1);
        }
    }
    best
}
