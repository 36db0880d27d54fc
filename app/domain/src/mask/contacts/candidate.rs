//! The decision whether ten digits are a number to call.

use super::Span;
use super::around;
use super::lists;
use super::run::{Group, Run, Style};
use super::view::{View, is_letter};

/// The digits of a French number.
pub(super) const LENGTH: usize = 10;

/// Ten digits that may be a number to call.
pub(super) struct Candidate<'v> {
    pub(super) view: &'v View<'v>,
    pub(super) run: &'v Run,
    /// How many of its groups are the ten digits.
    pub(super) n: usize,
    pub(super) span: Span,
    /// Where the last number ends.
    pub(super) floor: usize,
    /// Whether a word of calling stands before.
    pub(super) called: bool,
}

impl Candidate<'_> {
    /// Whether they are a number to call.
    pub(super) fn is_number(&self) -> bool {
        let (from, to) = self.span;
        let spoken = self.groups().iter().any(|group| group.style == Style::Words);
        let grouped = matches!(lengths(self.groups()).as_slice(), [2, 2, 2, 2, 2] | [4, 2, 2, 2]);
        !around::is_reference(self.view, from, !grouped && !spoken)
            && !around::is_amount(self.view, to)
            && self.begins()
            && self.is_told()
            && (if spoken { !self.is_counted() } else { self.has_shape() && !self.is_listed() })
            && !(self.rest().iter().all(|group| group.gap.width == 1) && around::is_in_link(self.view, from))
    }

    fn groups(&self) -> &[Group] {
        self.run.groups.get(..self.n).unwrap_or_default()
    }

    /// The groups but the first: those with a gap before them.
    fn rest(&self) -> &[Group] {
        self.groups().get(1..).unwrap_or_default()
    }

    fn number(&self, group: usize) -> u32 {
        let before: usize = self.run.groups.iter().take(group).map(|group| group.len).sum();
        let len = self.run.groups.get(group).map_or(0, |group| group.len);
        let digits = self.run.digits.get(before..before + len).unwrap_or_default();
        digits.iter().fold(0u32, |sum, digit| sum.saturating_mul(10).saturating_add(u32::from(digit - b'0')))
    }

    /// Whether "puis" stands in a number only where somebody is called, and in no list.
    fn is_told(&self) -> bool {
        let told = self.rest().iter().filter(|group| group.gap.told).count();
        let steps = self.steps();
        // "les 01 et 02 et 03"
        let most = if told == steps.len() { 6 } else { 100 };
        let listed = steps.len() < 4 || steps.iter().all(|step| (1..most).contains(step));
        told == 0 || (self.called && !listed)
    }

    /// Whether a number may begin after what stands before it.
    fn begins(&self) -> bool {
        let from = self.span.0;
        let sign = self.view.before(from);
        if is_letter(sign) {
            return self.n > 3 || self.called || !self.view.is_capital(from - 1);
        }
        let Some(before) = from.checked_sub(2).filter(|_| from - 1 > self.floor || self.floor == 0) else {
            return true;
        };
        let digit = self.view.at(before).is_ascii_digit();
        match sign {
            b'.' | b',' if digit => self.n > 1 && !self.continues(sign),
            b'-' | b'_' | b'/' | b':' if self.n == 1 => !digit && (self.called || !self.view.is_capital(before)),
            b'-' | b'_' | b'/' => !(digit && self.continues(sign)),
            _ => true,
        }
    }

    /// Whether the groups go on with the sign that stands before the first one.
    fn continues(&self, sign: u8) -> bool {
        self.rest().first().is_some_and(|group| group.gap.sign == sign && group.gap.width == 1)
    }

    /// "05, 10, vingt": a list of digits that ends in a word.
    fn is_counted(&self) -> bool {
        let digits = self.groups().iter().filter(|group| group.style == Style::Digits);
        !self.called && digits.filter(|group| group.gap.is_of_a_list()).count() > 1
    }

    /// Whether the digits are grouped as those of a number, and of nothing else.
    fn has_shape(&self) -> bool {
        let lengths = lengths(self.groups());
        let rest = self.rest();
        let Some(gap) = rest.first().map(|group| group.gap) else { return true };
        let lines: usize = rest.iter().map(|group| group.gap.lines).sum();
        let same = rest.iter().all(|group| group.gap.sign == gap.sign);
        if (lines > 1 && !self.called) || self.is_date() || (rest.iter().any(|group| group.gap.sign == b':') && !same) {
            return false;
        }
        if self.called {
            return true;
        }
        let listed = rest.iter().any(|group| group.gap.is_of_a_list());
        if listed || self.is_decimal() || (0..self.n).any(|group| self.is_year(group)) {
            return false;
        }
        let usual = matches!(
            lengths.as_slice(),
            [2, 2, 2, 2, 2]
                | [4, 2, 2, 2]
                | [4, 3, 3]
                | [1, 3, 3, 3]
                | [3, 3, 4]
                | [2, 2, 3, 3]
                | [2, 3, 3, 2]
                | [1, 1, 2, 2, 2, 2]
                | [2, 2, 6]
                | [2, 4, 4]
                | [2, 2, 2, 4]
        );
        // Two pieces with a dash or a comma are a reference or a number with decimals.
        let two = match lengths.as_slice() {
            [1, 9] | [2, 8] | [3, 7] | [4, 6] | [6, 4] => true,
            [7, 3] | [8, 2] => !self.follows_digits(),
            [5, 5] => !self.follows_digits() && !self.is_postcodes(),
            _ => false,
        };
        let usual = usual || (two && matches!(gap.sign, 0 | b'.'));
        let single = lengths.len() == LENGTH;
        let most = if self.follows_digits() { 4 } else { 5 };
        let odd = lengths.len() > 2 && lengths.iter().all(|len| *len <= most) && lines == 0 && gap.sign != b',';
        let whole = lengths == [2, 2, 2, 2, 2] || !self.is_between();
        whole && (usual || (same && (single || odd)))
    }

    /// "01750 02100 Saint-Quentin": most postcodes end with a zero, and a name follows.
    fn is_postcodes(&self) -> bool {
        let zeros = (0..2).filter(|group| self.number(*group).is_multiple_of(10)).count();
        let next = self.view.end(self.span.1, |byte| byte == b' ');
        let more = self.run.groups.get(self.n).is_some_and(|group| group.len > 4);
        more || zeros == 2 || (zeros == 1 && is_letter(self.view.at(next)))
    }

    /// "le 01 09 2025 à", "01/09-30/09/25", "08/12/24 14/12", "08.30-12.30".
    fn is_date(&self) -> bool {
        let lengths = lengths(self.groups());
        let gap = |group: usize| self.groups().get(group).map(|group| group.gap).unwrap_or_default();
        let day = (1..=31).contains(&self.number(0)) && (1..=12).contains(&self.number(1));
        if lengths.starts_with(&[2, 2, 4]) {
            return day && self.is_year(2);
        }
        if lengths != [2, 2, 2, 2, 2] {
            return false;
        }
        let (first, second, third) = (gap(1), gap(2), gap(3));
        let dates = first.sign != 0 && first == second && second.sign != third.sign && day;
        let again = (1..=31).contains(&self.number(2)) && (1..=12).contains(&self.number(3));
        let hours = self.is_time(0) && self.is_time(2);
        let span = first.sign != 0 && first.sign == third.sign && first.sign != second.sign;
        dates || (span && ((day && again) || hours))
    }

    /// Whether a group and the next one are an hour and its minutes.
    fn is_time(&self, hour: usize) -> bool {
        self.number(hour) < 24 && self.number(hour + 1) < 60 && self.number(hour + 1).is_multiple_of(5)
    }

    /// "0.5", "0,12 1,50": a number with decimals.
    fn is_decimal(&self) -> bool {
        let [first, second, ..] = self.groups() else { return false };
        first.len == 1 && matches!(second.gap.sign, b'.' | b',') && second.gap.width == 1 && self.n < 6
    }

    fn is_year(&self, group: usize) -> bool {
        self.run.groups.get(group).is_some_and(|found| found.len == 4) && (1900..2100).contains(&self.number(group))
    }

    /// Whether other digits stand both before and after: a part of something longer.
    fn is_between(&self) -> bool {
        self.follows_digits() && self.run.groups.len() > self.n
    }

    /// Whether digits stand before, apart from the last number.
    fn follows_digits(&self) -> bool {
        self.view.before(self.span.0.saturating_sub(1)).is_ascii_digit() && self.floor + 1 < self.span.0
    }

    /// How far each group goes up from the one before.
    fn steps(&self) -> Vec<i64> {
        (1..self.n).map(|group| i64::from(self.number(group)) - i64::from(self.number(group - 1))).collect()
    }

    /// Pairs that are a part of a longer list, are named one, go up slowly, or are hours.
    fn is_listed(&self) -> bool {
        let Some(gap) = self.rest().first().map(|group| group.gap) else { return false };
        let same = self.rest().iter().all(|group| group.gap == gap);
        let goes_on =
            same && gap.sign != 0 && self.run.groups.get(self.n).is_some_and(|next| next.gap == gap && next.len == 2);
        let again = self.run.digits.get(LENGTH) == Some(&b'0') && self.run.groups.len() > self.n + 3;
        let pairs: Vec<u32> = (0..self.n).map(|group| self.number(group)).collect();
        let named = || lists::is_named(self.view, self.span, gap, &pairs, self.called);
        if lengths(self.groups()) == [2; 5] && ((goes_on && gap.is_of_a_list()) || named()) {
            return true;
        }
        if self.called {
            return false;
        }
        let steps = self.steps();
        let slowly = steps.len() > 3 && steps.iter().all(|step| (1..6).contains(step));
        let up = gap.sign == b',' && steps.iter().all(|step| *step > 0);
        let hours = same && self.run.groups.get(self.n).is_some() && [0, 2, 4].iter().all(|hour| self.is_time(*hour));
        slowly || (self.n == 5 && ((goes_on && !again) || up || hours))
    }
}

/// How many digits each group has.
pub(super) fn lengths(groups: &[Group]) -> Vec<usize> {
    groups.iter().map(|group| group.len).collect()
}
