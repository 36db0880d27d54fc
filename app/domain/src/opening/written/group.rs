//! A group of days, while its hours are read.

use super::WrittenError;
use super::source::{Place, Source};
use super::token::Half;
use crate::opening::Span;
use crate::time::Day;

/// What hours are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Selector {
    Weekday(u8),
    Holidays,
    Date(Day),
    /// The days of the week that nothing else is said of.
    Others,
}

/// A day, and how it was named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) day: Selector,
    /// It is one of the days of a range, or of a name that holds several.
    pub(super) ranged: bool,
    pub(super) place: Place,
}

/// What may come next in a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    /// Days, or hours.
    #[default]
    Naming,
    /// Hours or `fermé`: the days are over.
    Parted,
    /// Hours: the days are said to be open.
    Promised,
    /// More hours, or the days of another group.
    Hours,
    /// The days of another group.
    Sealed,
}

/// Hours beside those that were said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Also {
    /// `également le lundi`: of a day that is open already, or of another one.
    New,
    /// `le lundi également`: of a day that is open already.
    Known,
}

/// Days and their hours.
#[derive(Clone, Default)]
pub(super) struct Group {
    pub(super) days: Vec<Named>,
    /// How many names the days were said with.
    pub(super) names: usize,
    pub(super) spans: Vec<(Span, Option<Half>)>,
    pub(super) stage: Stage,
    /// `matin` was said before the hours that come.
    label: Option<Half>,
    /// `matin` was said of days, away from the hours: all of them are of the morning.
    pinned: Option<Half>,
    /// `fermé le matin` was said of all the days.
    without: Option<Half>,
    pub(super) also: Option<Also>,
    /// It is what `sauf` says of some days of another group: more hours may be of either.
    pub(super) aside: bool,
    /// The hours are those of the group before.
    pub(super) same: bool,
}

impl Group {
    pub(super) fn name(&mut self, days: Vec<Named>) {
        self.days.extend(days);
        self.names += 1;
    }

    /// Whether days were named that have no hours yet.
    pub(super) const fn waits(&self) -> bool {
        !self.days.is_empty() && self.spans.is_empty()
    }

    /// Adds hours.
    pub(super) fn open(&mut self, span: Span, place: Place, source: &Source<'_>) -> Result<(), WrittenError> {
        if self.stage == Stage::Sealed {
            return Err(WrittenError::Unclear(source.quote(place)));
        }
        let shut = |half: Half| half.fits(span) || !half.other().is_some_and(|other| other.fits(span));
        if self.label.is_some_and(|half| !half.fits(span)) || self.without.is_some_and(shut) {
            return Err(WrittenError::Contradiction(source.quote(place)));
        }
        self.spans.push((span, self.label));
        self.stage = Stage::Hours;
        Ok(())
    }

    /// The hours that come are of this part of the day; `false` when all are of another one.
    #[must_use]
    pub(super) fn label(&mut self, half: Half) -> bool {
        self.label = Some(half);
        self.pinned.is_none_or(|pinned| pinned == half)
    }

    /// All the hours are of this part of the day; `false` when they are of another one.
    #[must_use]
    pub(super) fn pin(&mut self, half: Half) -> bool {
        let agrees = self.label(half) && self.spans.iter().all(|(span, _)| half.fits(*span));
        self.pinned = Some(half);
        agrees
    }

    pub(super) const fn pinned(&self) -> Option<Half> {
        self.pinned
    }

    /// The last hours are of this part of the day; `false` when they are not.
    #[must_use]
    pub(super) fn label_last(&mut self, half: Half) -> bool {
        match self.spans.last_mut() {
            Some((span, label)) if half.fits(*span) && label.is_none_or(|label| label == half) => {
                *label = Some(half);
                true
            }
            _ => false,
        }
    }

    /// `fermé l'après-midi`, after hours: whether they are all of the other part. No more come.
    #[must_use]
    pub(super) fn is_without(&mut self, half: Half) -> bool {
        self.stage = Stage::Sealed;
        self.close(half);
        half.other().is_some_and(|other| self.spans.iter().all(|(span, _)| other.fits(*span) && !half.fits(*span)))
    }

    /// `fermé le matin`, before hours: they are of the other part.
    pub(super) const fn close(&mut self, half: Half) {
        self.without = Some(half);
    }

    /// The part of the day that all the hours are said to be of, when the other one may be open.
    pub(super) fn half(&self) -> Option<Half> {
        let first = self.spans.first()?.1?;
        let all = self.without.is_none() && self.spans.iter().all(|(_, half)| *half == Some(first));
        all.then_some(first)
    }

    /// Whether nothing is said of the hours that come.
    pub(super) const fn is_plain(&self) -> bool {
        self.label.is_none() && self.without.is_none() && self.also.is_none()
    }

    /// The hours, when `idem` may say them of other days.
    pub(super) fn repeated(&self) -> Option<Vec<(Span, Option<Half>)>> {
        let dates = self.days.iter().any(|named| matches!(named.day, Selector::Date(_)));
        let whole = self.stage == Stage::Hours || self.same;
        let plain = whole && self.half().is_none() && self.also.is_none() && self.without.is_none();
        (plain && !dates && !self.aside && !self.spans.is_empty()).then(|| self.spans.clone())
    }

    /// Adds days; those of the week that a range has named are not said twice, but have their name now.
    pub(super) fn include(&mut self, mut days: Vec<Named>) {
        for weekday in (0..7).map(Selector::Weekday) {
            if self.is_ranged(weekday) && days.iter().any(|named| named.day == weekday) {
                days.retain(|named| named.day != weekday);
                self.days.iter_mut().filter(|named| named.day == weekday).for_each(|named| named.ranged = false);
            }
        }
        if !days.is_empty() {
            self.name(days);
        }
    }

    /// The days of the last name are included: the others may hold them.
    pub(super) fn include_last(&mut self) {
        let last = self.days.last().map(|named| named.place);
        let first = self.days.iter().take_while(|named| Some(named.place) != last).count();
        let days = self.days.split_off(first);
        self.include(days);
    }

    /// Whether a range, and not its own name, says that a day is of the group.
    pub(super) fn is_ranged(&self, day: Selector) -> bool {
        self.days.iter().any(|named| named.ranged && named.day == day)
    }
}
