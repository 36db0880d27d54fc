//! Groups of digits in a row, and what separates them.

use super::Span;
use super::gap::Gap;
use super::spoken;
use super::view::{View, is_alphanumeric, is_letter};

/// More digits than any number has.
const MAX_DIGITS: usize = 16;

/// What counts as a digit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Only digits.
    Digits,
    /// Also number words, and the letters that look like a zero or a one.
    Loose,
    /// Also "puis" between two groups.
    Told,
}

/// How a group is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Digits,
    /// With letters instead of some digits.
    Letters,
    Words,
}

/// Digits that stand together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) from: usize,
    pub(super) to: usize,
    /// How many digits it has.
    pub(super) len: usize,
    pub(super) style: Style,
    /// What separates it from the group before.
    pub(super) gap: Gap,
}

/// Groups of digits with nothing but gaps between them.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) groups: Vec<Group>,
    /// The digits of all groups.
    pub(super) digits: Vec<u8>,
}

impl Run {
    /// The groups from `at` on, as many as a number may have.
    pub(super) fn read(view: &View, at: usize, reading: Reading) -> Self {
        let mut run = Self::default();
        let mut from = at;
        let mut gap = Gap::default();
        while run.digits.len() < MAX_DIGITS {
            let before = run.digits.len();
            let Some((to, style)) = run.group(view, from, reading) else {
                run.digits.truncate(before);
                break;
            };
            run.groups.push(Group { from, to, len: run.digits.len() - before, style, gap });
            let next = if reading == Reading::Told { Gap::told(view, to) } else { Gap::read(view, to) };
            // Number words may be glued together, or to digits.
            let glued = reading != Reading::Digits
                && is_alphanumeric(view.at(to))
                && (style == Style::Words || spoken::number(view, to).is_some());
            let Some((next_gap, next)) = next.or(glued.then(|| (Gap::default(), to))) else { break };
            (gap, from) = (next_gap, next);
        }
        run
    }

    /// How many groups have exactly so many digits together.
    pub(super) fn groups_of(&self, digits: usize) -> Option<usize> {
        let mut sum = 0;
        self.groups
            .iter()
            .position(|group| {
                sum += group.len;
                sum >= digits
            })
            .filter(|_| sum == digits)
            .map(|last| last + 1)
    }

    /// The span of the first `n` groups.
    pub(super) fn span(&self, n: usize) -> Option<Span> {
        Some((self.groups.first()?.from, self.groups.get(n.checked_sub(1)?)?.to))
    }

    /// Reads one group into `digits`: where it ends and how it is written.
    fn group(&mut self, view: &View, at: usize, reading: Reading) -> Option<(usize, Style)> {
        let digits_end = (at..=at + MAX_DIGITS).find(|place| !view.at(*place).is_ascii_digit())?;
        let loose_end = match reading {
            Reading::Digits => at,
            Reading::Loose | Reading::Told => (at..=at + MAX_DIGITS).find(|place| look(view.at(*place)).is_none())?,
        };
        if loose_end > digits_end && !is_letter(view.at(loose_end)) {
            let written = view.bytes((at, loose_end));
            let evident = written.iter().any(u8::is_ascii_digit) || written.len() == 1 || written.contains(&b'o');
            if !evident {
                return None;
            }
            self.digits.extend(written.iter().filter_map(|byte| look(*byte)));
            return Some((loose_end, Style::Letters));
        }
        if digits_end > at {
            self.digits.extend(view.bytes((at, digits_end)));
            return Some((digits_end, Style::Digits));
        }
        let glued = self.groups.last().is_some_and(|last| last.to == at);
        if reading == Reading::Digits || (is_letter(view.before(at)) && !glued) {
            return None;
        }
        let (value, to) = spoken::number(view, at)?;
        if value > 9 {
            self.digits.push(b'0' + value / 10);
        }
        self.digits.push(b'0' + value % 10);
        Some((to, Style::Words))
    }
}

/// A digit, or the one that a letter looks like.
fn look(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte),
        b'o' => Some(b'0'),
        b'l' | b'i' => Some(b'1'),
        _ => None,
    }
}
