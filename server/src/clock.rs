//! The only clock: everything below is given the time as an argument.

use domain::time::{Day, LocalTime, Timestamp};
use jiff::tz::TimeZone;

/// The system's clock, read in the hub's zone.
#[derive(Clone, Debug)]
pub struct Clock {
    zone: TimeZone,
}

impl Clock {
    /// A clock in a zone of the tz database; `None` where there is no such zone.
    #[must_use]
    pub fn new(zone: &str) -> Option<Self> {
        TimeZone::get(zone).ok().map(|zone| Self { zone })
    }

    /// Now, in seconds.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp(jiff::Timestamp::now().as_second())
    }

    /// Today, in the hub's zone.
    #[must_use]
    pub fn today(&self) -> Day {
        self.local().day
    }

    /// What a clock on the hub's wall shows.
    #[must_use]
    pub fn local(&self) -> LocalTime {
        self.at(jiff::Timestamp::now())
    }

    /// The day of an instant, in the hub's zone.
    #[must_use]
    pub fn day_of(&self, instant: Timestamp) -> Day {
        jiff::Timestamp::from_second(instant.0).map_or_else(|_| instant.utc_day(), |instant| self.at(instant).day)
    }

    fn at(&self, instant: jiff::Timestamp) -> LocalTime {
        let here = instant.to_zoned(self.zone.clone());
        let date = here.date();
        let month = u32::from(date.month().unsigned_abs());
        let day = u32::from(date.day().unsigned_abs());
        let utc = Timestamp(instant.as_second()).utc_day();
        let day = Day::from_ymd(i32::from(date.year()), month, day).unwrap_or(utc);
        let minute = u16::from(here.hour().unsigned_abs()) * 60 + u16::from(here.minute().unsigned_abs());
        LocalTime { day, minute }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_that_of_the_hub() {
        let paris = Clock::new("Europe/Paris").unwrap();
        let mayotte = Clock::new("Indian/Mayotte").unwrap();
        for (instant, day, there) in [
            ("2026-11-26T23:30:00.000Z", "2026-11-27", "2026-11-27"),
            ("2026-07-14T22:15:00Z", "2026-07-15", "2026-07-15"),
            ("2026-11-27T00:30:00+01:00", "2026-11-27", "2026-11-27"),
            ("2026-11-27T22:30:00Z", "2026-11-27", "2026-11-28"),
        ] {
            let instant = Timestamp::parse(instant).unwrap();
            assert_eq!(paris.day_of(instant).to_string(), day);
            assert_eq!(mayotte.day_of(instant).to_string(), there);
        }
    }
}
