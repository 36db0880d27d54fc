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
        let here = jiff::Timestamp::now().to_zoned(self.zone.clone());
        let date = here.date();
        let month = u32::from(date.month().unsigned_abs());
        let day = u32::from(date.day().unsigned_abs());
        let day = Day::from_ymd(i32::from(date.year()), month, day).unwrap_or_else(|| self.now().utc_day());
        let minute = u16::from(here.hour().unsigned_abs()) * 60 + u16::from(here.minute().unsigned_abs());
        LocalTime { day, minute }
    }
}
