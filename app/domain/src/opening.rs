//! Opening hours, and what they say at an instant: open until, opens at, closed and opens again.
//!
//! [`Opening`] is written and read as people write it in a spreadsheet (`written`): that text is also
//! what the database keeps. Local wall time is an argument; public holidays are computed.

mod holidays;
mod written;

pub use holidays::{HolidayZone, easter, is_public_holiday};
pub use written::WrittenError;

use crate::time::{Day, LocalTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Minutes of a day.
pub const DAY_MIN: u16 = 24 * 60;
/// So many days ahead an opening is looked for.
const AHEAD: u16 = 366;

/// From a minute of the day to another one, not included; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    from: u16,
    to: u16,
}

impl Span {
    /// `None` when it is empty, backwards or beyond the day.
    #[must_use]
    pub const fn new(from: u16, to: u16) -> Option<Self> {
        if from < to && to <= DAY_MIN { Some(Self { from, to }) } else { None }
    }

    /// First minute.
    #[must_use]
    pub const fn from(self) -> u16 {
        self.from
    }

    /// The minute at which it is over.
    #[must_use]
    pub const fn to(self) -> u16 {
        self.to
    }
}

/// The hours of one day: sorted, apart from each other; none is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// Sorts, and joins what touches; `None` when two overlap.
    #[must_use]
    pub fn new(mut spans: Vec<Span>) -> Option<Self> {
        spans.sort_unstable();
        let mut out: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match out.last_mut() {
                Some(last) if span.from < last.to => return None,
                Some(last) if span.from == last.to => last.to = span.to,
                _ => out.push(span),
            }
        }
        Some(Self(out))
    }

    /// The spans, in order.
    #[must_use]
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    const fn is_closed(&self) -> bool {
        self.0.is_empty()
    }
}

/// When a place is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Opening {
    /// Monday to Sunday.
    week: [Spans; 7],
    /// On public holidays, whatever the day of the week.
    holidays: Spans,
    /// Days that are not as usual.
    exceptions: BTreeMap<Day, Spans>,
}

/// What the opening hours say at an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpenState {
    /// The hours are not known.
    #[default]
    Unknown,
    /// Open until this minute of the day.
    Open(u16),
    /// Closed; opens today at this minute.
    Later(u16),
    /// Closed for the rest of the day, and when it opens next; none within a year.
    Closed(Why, Option<NextOpening>),
}

/// Why a place is closed all day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// As every week, or it is late.
    Usual,
    /// A public holiday.
    Holiday,
    /// Closed on this one day.
    Exception,
}

/// The next opening, on another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextOpening {
    /// The day.
    pub day: Day,
    /// How far it is: 1 is tomorrow.
    pub in_days: u16,
    /// Minute of the day.
    pub at: u16,
}

impl Opening {
    /// The hours of a day.
    #[must_use]
    pub fn on(&self, day: Day, zone: HolidayZone) -> &Spans {
        if let Some(spans) = self.exceptions.get(&day) {
            spans
        } else if is_public_holiday(day, zone) {
            &self.holidays
        } else {
            self.usual(day)
        }
    }

    /// Monday to Sunday, as usual.
    #[must_use]
    pub const fn week(&self) -> &[Spans; 7] {
        &self.week
    }

    fn usual(&self, day: Day) -> &Spans {
        &self.week[usize::from(day.weekday())]
    }

    /// What the hours say now.
    #[must_use]
    pub fn state(&self, now: LocalTime, zone: HolidayZone) -> OpenState {
        let today = self.on(now.day, zone);
        // The first span that is not over is the one that is open, or the next one.
        if let Some(span) = today.0.iter().find(|span| now.minute < span.to) {
            return if span.from <= now.minute { OpenState::Open(span.to) } else { OpenState::Later(span.from) };
        }
        let next = (1..=AHEAD).find_map(|in_days| {
            let day = now.day.plus(in_days.into());
            self.on(day, zone).0.first().map(|span| NextOpening { day, in_days, at: span.from })
        });
        OpenState::Closed(self.why(now.day, zone), next)
    }

    /// Why it is closed on a day on which it would have been open.
    fn why(&self, day: Day, zone: HolidayZone) -> Why {
        if !self.on(day, zone).is_closed() || self.usual(day).is_closed() {
            Why::Usual
        } else if is_public_holiday(day, zone) {
            Why::Holiday
        } else {
            Why::Exception
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ZONE: HolidayZone = HolidayZone::National;

    fn at(day: &str, hour: u16, minute: u16) -> LocalTime {
        LocalTime { day: Day::parse(day).unwrap(), minute: hour * 60 + minute }
    }

    fn office() -> Opening {
        "lun-ven 9h-12h 14h-17h; sam 9h-12h; 24/12/2026 9h-11h; 26/12/2026 fermé".parse().unwrap()
    }

    /// The plain meaning of the hours, minute by minute.
    fn is_open(opening: &Opening, day: Day, minute: u16) -> bool {
        opening.on(day, ZONE).as_slice().iter().any(|span| (span.from..span.to).contains(&minute))
    }

    #[test]
    fn what_people_ask_at_the_door() {
        let next =
            |day: &str, in_days, hour: u16| Some(NextOpening { day: Day::parse(day).unwrap(), in_days, at: hour * 60 });
        let say = |day, hour, minute| office().state(at(day, hour, minute), ZONE);
        // A Monday.
        assert_eq!(say("2026-11-23", 8, 59), OpenState::Later(540));
        assert_eq!(say("2026-11-23", 9, 0), OpenState::Open(720));
        assert_eq!(say("2026-11-23", 12, 0), OpenState::Later(840));
        assert_eq!(say("2026-11-23", 16, 59), OpenState::Open(1020));
        assert_eq!(say("2026-11-23", 17, 0), OpenState::Closed(Why::Usual, next("2026-11-24", 1, 9)));
        assert_eq!(say("2026-11-28", 13, 0), OpenState::Closed(Why::Usual, next("2026-11-30", 2, 9)));
        assert_eq!(say("2026-11-29", 10, 0), OpenState::Closed(Why::Usual, next("2026-11-30", 1, 9)));
        // Armistice Day is a Wednesday; Christmas a Friday, then an exception, then a Sunday.
        assert_eq!(say("2026-11-11", 10, 0), OpenState::Closed(Why::Holiday, next("2026-11-12", 1, 9)));
        assert_eq!(say("2026-12-24", 10, 30), OpenState::Open(660));
        assert_eq!(say("2026-12-24", 14, 30), OpenState::Closed(Why::Usual, next("2026-12-28", 4, 9)));
        assert_eq!(say("2026-12-25", 10, 0), OpenState::Closed(Why::Holiday, next("2026-12-28", 3, 9)));
        assert_eq!(say("2026-12-26", 10, 0), OpenState::Closed(Why::Exception, next("2026-12-28", 2, 9)));
    }

    #[test]
    fn a_place_that_never_opens_says_so() {
        assert_eq!(Opening::default().state(at("2026-11-23", 10, 0), ZONE), OpenState::Closed(Why::Usual, None));
    }

    fn spans() -> impl Strategy<Value = Spans> {
        proptest::collection::vec((0..DAY_MIN, 1..=DAY_MIN), 0..3).prop_map(|pairs| {
            let spans = pairs.into_iter().filter_map(|(from, to)| Span::new(from, to)).collect();
            Spans::new(spans).unwrap_or_default()
        })
    }

    /// Hours like those of [`office`], around its days.
    pub(super) fn openings() -> impl Strategy<Value = Opening> {
        let week = proptest::array::uniform7(spans());
        let exceptions = proptest::collection::btree_map((20_700i32..20_850).prop_map(Day), spans(), 0..12);
        (week, spans(), exceptions).prop_map(|(week, holidays, exceptions)| Opening { week, holidays, exceptions })
    }

    proptest! {
        #[test]
        fn what_is_announced_is_true(opening in openings(), day in 20_700i32..20_850, minute in 0..DAY_MIN) {
            let now = LocalTime { day: Day(day), minute };
            let open = |day, minute| is_open(&opening, day, minute);
            match opening.state(now, ZONE) {
                OpenState::Unknown => prop_assert!(false),
                OpenState::Open(until) => {
                    prop_assert!((minute..until).all(|m| open(now.day, m)));
                    prop_assert!(until == DAY_MIN || !open(now.day, until));
                }
                OpenState::Later(from) => {
                    prop_assert!(from > minute && open(now.day, from));
                    prop_assert!(!(minute..from).any(|m| open(now.day, m)));
                }
                OpenState::Closed(why, next) => {
                    prop_assert!(!(minute..DAY_MIN).any(|m| open(now.day, m)));
                    let days = next.map_or(AHEAD + 1, |n| n.in_days);
                    prop_assert!((1..days).all(|n| !(0..DAY_MIN).any(|m| open(now.day.plus(n.into()), m))));
                    if let Some(next) = next {
                        prop_assert_eq!(next.day, now.day.plus(next.in_days.into()));
                        prop_assert!(open(next.day, next.at));
                        prop_assert!(!(0..next.at).any(|m| open(next.day, m)));
                    }
                    let shut = !(0..DAY_MIN).any(|m| open(now.day, m));
                    prop_assert!(why == Why::Usual || shut);
                    prop_assert!(why != Why::Holiday || is_public_holiday(now.day, ZONE));
                }
            }
        }
    }
}
