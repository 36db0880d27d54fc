//! Groups of days against each other: what is open, what is closed, and that no two of them differ.

use super::WrittenError;
use super::group::{Also, Group, Named, Selector};
use super::source::{Place, Source};
use super::token::Half;
use crate::opening::{Opening, Span, Spans};
use std::collections::BTreeMap;

/// The hours of a day.
struct Open {
    spans: Spans,
    /// The part of the day they are said to be of.
    half: Option<Half>,
    named: Named,
    group: usize,
}

/// A day that is closed, or a part of it.
struct Closing {
    named: Named,
    half: Option<Half>,
}

/// The groups read so far.
#[derive(Default)]
pub(super) struct Rules {
    open: BTreeMap<Selector, Open>,
    closings: Vec<Closing>,
    /// For each group: how many of its days are open.
    left: Vec<usize>,
    /// The hours of the days that nothing else is said of.
    others: Option<Group>,
    /// Some day is not of the group that it would be of.
    excepted: bool,
}

impl Rules {
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty() && self.closings.is_empty() && self.others.is_none()
    }

    /// Some day is not of the group that it would be of.
    pub(super) const fn except(&mut self) {
        self.excepted = true;
    }

    pub(super) fn close(&mut self, days: Vec<Named>, half: Option<Half>) {
        self.closings.extend(days.into_iter().map(|named| Closing { named, half }));
    }

    /// The hours of a group go to its days.
    pub(super) fn add(&mut self, group: Group, source: &Source<'_>) -> Result<(), WrittenError> {
        let Some(last) = group.days.last() else {
            return Ok(());
        };
        let unclear = || WrittenError::Unclear(source.quote(last.place));
        if group.days.iter().any(|named| named.day == Selector::Others) {
            return match self.others {
                Some(_) => Err(WrittenError::Twice(source.quote(last.place))),
                None if group.days.len() > 1 || group.also.is_some() => Err(unclear()),
                None => {
                    self.others = Some(group);
                    Ok(())
                }
            };
        }
        // A public holiday or a date may be open as any day, or only as it says: beside what?
        let usual = |named: &Named| matches!(named.day, Selector::Weekday(_));
        let known = |named: &Named| self.open.contains_key(&named.day);
        let adds =
            group.also.is_none_or(|also| group.days.iter().all(|day| usual(day) && (also == Also::New || known(day))));
        if !adds {
            return Err(unclear());
        }
        let spans = group.spans.iter().map(|(span, _)| *span).collect();
        let spans = Spans::new(spans).ok_or_else(|| WrittenError::Overlap(source.quote(last.place)))?;
        let dates = group.days.iter().filter(|named| matches!(named.day, Selector::Date(_))).count();
        if dates > 0 && dates < group.days.len() {
            return Err(unclear());
        }
        self.left.push(group.days.len());
        let index = self.left.len() - 1;
        for named in &group.days {
            let spans = match self.open.get(&named.day) {
                None => spans.clone(),
                // The mornings of a day and its afternoons are one day.
                Some(other)
                    if group.also.is_some()
                        || (other.half.is_some() && group.half().is_some() && other.half != group.half()) =>
                {
                    let both = [other.spans.as_slice(), spans.as_slice()].concat();
                    Spans::new(both).ok_or_else(|| WrittenError::Overlap(source.quote(named.place)))?
                }
                Some(_) => return Err(WrittenError::Twice(source.quote(named.place))),
            };
            let half = if self.open.contains_key(&named.day) { None } else { group.half() };
            self.open.insert(named.day, Open { spans, half, named: *named, group: index });
        }
        Ok(())
    }

    /// All the rules, when none contradicts another.
    pub(super) fn opening(mut self, source: &Source<'_>) -> Result<Opening, WrittenError> {
        self.name_others(source)?;
        let mut opening = Opening::default();
        let usual = |closing: &&Closing| !matches!(closing.named.day, Selector::Date(_));
        if let Some(closing) = self.closings.iter().find(usual)
            && self.open.is_empty()
        {
            return Err(WrittenError::NoHours(source.quote(closing.named.place)));
        }
        for closing in core::mem::take(&mut self.closings) {
            if let Selector::Date(day) = closing.named.day {
                if self.open.contains_key(&closing.named.day) || closing.half.is_some() {
                    return Err(WrittenError::Twice(source.quote(closing.named.place)));
                }
                opening.exceptions.insert(day, Spans::default());
            } else {
                self.shut(&closing).map_err(|place| WrittenError::Contradiction(source.quote(place)))?;
            }
        }
        for (day, Open { spans, .. }) in self.open {
            match day {
                Selector::Weekday(day) => opening.week[usize::from(day)] = spans,
                Selector::Holidays => opening.holidays = spans,
                Selector::Date(day) => drop(opening.exceptions.insert(day, spans)),
                // They have their names by now.
                Selector::Others => {}
            }
        }
        Ok(opening)
    }

    /// `les autres jours` are the days of the week that are neither open nor closed, when Sunday is one
    /// of these: else, who knows whether it is one of the others?
    fn name_others(&mut self, source: &Source<'_>) -> Result<(), WrittenError> {
        let (Some(mut group), closings) = (self.others.take(), &self.closings) else {
            return Ok(());
        };
        let Some(place) = group.days.first().map(|named| named.place) else {
            return Ok(());
        };
        let closed = |day: Selector| closings.iter().any(|closing| closing.half.is_none() && closing.named.day == day);
        let week = || (0..7).map(Selector::Weekday);
        let sunday = Selector::Weekday(6);
        if self.excepted || closed(Selector::Others) || !(closed(sunday) || self.open.contains_key(&sunday)) {
            return Err(WrittenError::Unclear(source.quote(place)));
        }
        let rest = week().filter(|day| !closed(*day) && !self.open.contains_key(day));
        group.days = rest.map(|day| Named { day, ranged: true, place }).collect();
        if group.days.is_empty() {
            return Err(WrittenError::Contradiction(source.quote(place)));
        }
        self.add(group, source)
    }

    /// Closes a day of a range, or a part of it. A day that has its own name cannot be open and
    /// closed, and some day of each group stays open.
    fn shut(&mut self, closing: &Closing) -> Result<(), Place> {
        let place = closing.named.place;
        let Some(open) = self.open.get_mut(&closing.named.day) else {
            return Ok(());
        };
        let kept = match closing.half {
            None => Spans::default(),
            Some(half) => without(&open.spans, half).ok_or(place)?,
        };
        if kept == open.spans {
            return Ok(());
        }
        if !open.named.ranged {
            return Err(place);
        }
        if kept.is_closed() {
            let left = self.left.get_mut(open.group).ok_or(place)?;
            *left = left.saturating_sub(1);
            if *left == 0 {
                return Err(place);
            }
            self.open.remove(&closing.named.day);
        } else {
            open.spans = kept;
        }
        Ok(())
    }
}

/// The hours without those of a part of the day; `None` when some are of both parts.
fn without(spans: &Spans, half: Half) -> Option<Spans> {
    let other = half.other()?;
    let all = spans.as_slice();
    if !all.iter().all(|span| half.fits(*span) || other.fits(*span)) {
        return None;
    }
    let kept: Vec<Span> = all.iter().copied().filter(|span| !half.fits(*span)).collect();
    Spans::new(kept)
}
