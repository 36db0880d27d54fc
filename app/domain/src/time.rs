//! Instants and calendar days, as plain values. There is no clock here: "now" is an argument.

use core::fmt;
use serde::{Deserialize, Serialize};

/// An instant: seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The UTC calendar day of this instant.
    #[must_use]
    pub fn utc_day(self) -> Day {
        Day(i32::try_from(self.0.div_euclid(86_400)).unwrap_or(i32::MAX))
    }

    /// This instant, later by whole days.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0 + days * 86_400)
    }

    /// `2026-11-23T08:15:00Z` (RFC 3339).
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        let s = self.0.rem_euclid(86_400);
        format!("{}T{:02}:{:02}:{:02}Z", self.utc_day(), s / 3600, s / 60 % 60, s % 60)
    }

    /// Reads an RFC 3339 or ISO 8601 instant: `2025-08-21T02:29:58.000Z`,
    /// `2025-11-28T04:30:45+01:00`; without an offset it is taken as UTC.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let day = Day::parse(text.get(..10)?)?;
        let rest = text.get(10..)?;
        if rest.is_empty() {
            return Some(Self(i64::from(day.0) * 86_400));
        }
        let rest = rest.strip_prefix(['T', ' '])?;
        let (clock, offset) = match rest.find(['Z', 'z', '+', '-']) {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let mut parts = clock.split(':');
        let hour: i64 = parts.next()?.parse().ok()?;
        let minute: i64 = parts.next()?.parse().ok()?;
        let second: i64 = parts.next().unwrap_or("0").split('.').next()?.parse().ok()?;
        if !(0..24).contains(&hour) || !(0..60).contains(&minute) || !(0..=60).contains(&second) {
            return None;
        }
        let shift = match offset.as_bytes().first() {
            Some(sign @ (b'+' | b'-')) => {
                let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
                let h: i64 = digits.get(..2)?.parse().ok()?;
                let m: i64 = digits.get(2..4).unwrap_or("0").parse().ok()?;
                (h * 3600 + m * 60) * if *sign == b'+' { 1 } else { -1 }
            }
            _ => 0,
        };
        Some(Self(i64::from(day.0) * 86_400 + hour * 3600 + minute * 60 + second - shift))
    }
}

/// A calendar day without a zone, as days since 1970-01-01; in the hub's own zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// The day of a date of the Gregorian calendar; `None` where there is no such date.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
            return None;
        }
        // Days from civil, after Howard Hinnant's public description of the algorithm.
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let yoe = y.rem_euclid(400);
        let m = i32::try_from(month).ok()?;
        let d = i32::try_from(day).ok()?;
        let doy = (153 * (m + if m > 2 { -3 } else { 9 }) + 2) / 5 + d - 1;
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
        Some(Self(era * 146_097 + doe - 719_468))
    }

    /// Year, month 1–12, day 1–31.
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i32::from(month <= 2);
        (year, month.unsigned_abs(), day.unsigned_abs())
    }

    /// Reads `2026-11-23` or the French `23/11/2026`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let number = |s: &str| s.bytes().all(|b| b.is_ascii_digit()).then(|| s.parse::<u32>().ok()).flatten();
        let mut iso = text.splitn(3, '-');
        if let (Some(y), Some(m), Some(d)) = (iso.next(), iso.next(), iso.next())
            && y.len() == 4
        {
            return Self::from_ymd(i32::try_from(number(y)?).ok()?, number(m)?, number(d)?);
        }
        let mut french = text.splitn(3, '/');
        if let (Some(d), Some(m), Some(y)) = (french.next(), french.next(), french.next())
            && y.len() == 4
        {
            return Self::from_ymd(i32::try_from(number(y)?).ok()?, number(m)?, number(d)?);
        }
        None
    }

    /// 0 is Monday, 6 is Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from((self.0 + 3).rem_euclid(7)).unwrap_or(0)
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus(-i32::from(self.weekday()))
    }

    /// Year and number of its week (ISO 8601): the week that holds a year's first Thursday is its first.
    #[must_use]
    pub fn iso_week(self) -> (i32, i32) {
        let thursday = self.monday().plus(3);
        let (year, ..) = thursday.ymd();
        let first = Self::from_ymd(year, 1, 1).unwrap_or(thursday);
        (year, (thursday.0 - first.0) / 7 + 1)
    }

    /// This day, later (or earlier) by whole days.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl fmt::Display for Day {
    /// ISO 8601: `2026-11-23`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

/// A moment on the wall clock of a place: its day and the minute of it, 0 to 1439.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// The day.
    pub day: Day,
    /// Minutes since midnight, as the clock shows them.
    pub minute: u16,
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_day_reads_what_it_writes(n in -200_000i32..2_000_000) {
            let day = Day(n);
            prop_assert_eq!(Day::parse(&day.to_string()), Some(day));
        }

        #[test]
        fn an_instant_reads_what_it_writes(n in 0i64..10_000_000_000) {
            prop_assert_eq!(Timestamp::parse(&Timestamp(n).to_rfc3339()), Some(Timestamp(n)));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = (Day::parse(&text), Timestamp::parse(&text));
        }
    }

    #[test]
    fn weeks_are_those_of_the_calendar() {
        for (day, week, monday) in [
            ("2026-11-27", (2026, 48), "2026-11-23"),
            ("2026-01-01", (2026, 1), "2025-12-29"),
            ("2027-01-03", (2026, 53), "2026-12-28"),
            ("2024-12-30", (2025, 1), "2024-12-30"),
            ("2021-01-03", (2020, 53), "2020-12-28"),
        ] {
            let day = Day::parse(day).unwrap();
            assert_eq!((day.iso_week(), day.monday().to_string().as_str()), (week, monday), "{day}");
        }
    }

    #[test]
    fn real_instants_of_the_feeds() {
        assert_eq!(
            Timestamp::parse("2025-11-28T04:30:45+00:00").map(|t| t.to_rfc3339()).as_deref(),
            Some("2025-11-28T04:30:45Z")
        );
        assert_eq!(
            Timestamp::parse("2025-11-28T11:22:25.32600").map(|t| t.to_rfc3339()).as_deref(),
            Some("2025-11-28T11:22:25Z")
        );
        assert_eq!(
            Timestamp::parse("2025-11-28T00:30:00+01:00").map(|t| t.utc_day().to_string()).as_deref(),
            Some("2025-11-27")
        );
        assert_eq!(Day::parse("29/02/2025"), None);
        assert_eq!(Day::parse("2026-11-23").map(Day::weekday), Some(0));
    }
}
