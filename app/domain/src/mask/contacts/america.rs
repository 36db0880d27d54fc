//! Numbers of North America in their usual writing, without the code of the country: "(418) 555-0139".

use super::Span;
use super::around;
use super::run::{Reading, Run};
use super::view::{View, is_alphanumeric};

/// A number whose first digit stands at `at`.
pub(super) fn number(view: &View, at: usize) -> Option<Span> {
    let first = view.end(at, |byte| byte.is_ascii_digit()) - at;
    let coded = first == 1 && view.at(at) == b'1';
    if !(coded || first == 3) || is_alphanumeric(view.before(at)) || is_continued(view, at) {
        return None;
    }
    let run = Run::read(view, at, Reading::Digits);
    let n = if coded { 4 } else { 3 };
    let [.., area, exchange, line] = run.groups.get(..n)? else { return None };
    let digits = run.digits.get(usize::from(coded)..)?;
    let begins = |place: usize| digits.get(place).is_some_and(|digit| *digit > b'1');
    if (area.len, exchange.len, line.len) != (3, 3, 4) || !begins(0) || !begins(3) || line.gap.lines > 0 {
        return None;
    }
    let to = line.to;
    let bracketed = view.before(area.from) == b'(' && view.at(area.to) == b')';
    let signs = (exchange.gap.sign, line.gap.sign);
    let tight = line.gap.width == 1 && exchange.gap.width < 3;
    let usual = tight
        && match signs {
            (0, 0 | b'.') => bracketed || coded,
            (0 | b'-', b'-') => bracketed || coded || !is_round(digits),
            (b'.', b'.') | (b'/', b'-') => coded,
            _ => false,
        };
    let called = matches!(line.gap.sign, 0 | b'-' | b'.') && around::is_called_directly(view, at);
    let named = around::is_reference(view, at, true) || around::is_amount(view, to) || around::is_in_link(view, at);
    ((usual || called) && around::is_end(view, to) && !named).then_some((at, to))
}

/// Whether the digits go on what stands before: "12-418-555-0139", "2.418".
fn is_continued(view: &View, at: usize) -> bool {
    let sign = matches!(view.before(at), b'-' | b'.' | b',' | b'/' | b'+' | b'_' | b':');
    sign && at.checked_sub(2).is_some_and(|before| is_alphanumeric(view.at(before)))
}

/// Whether a part is a round number or the last one a year, as measures and references are.
fn is_round(digits: &[u8]) -> bool {
    let round = |end: usize| digits.get(end) == Some(&b'0');
    let year = digits.get(6..8).is_some_and(|century| matches!(century, b"19" | b"20"));
    round(2) || round(5) || round(9) || year
}
