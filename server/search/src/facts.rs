//! Everything that filters, facets, dates and the open state need of an offer, in one integer, so
//! that one read of the index answers all of them.
//!
//! From the lowest bit: contract 4, working time 2, experience and car together 4, diploma 3, schedule 7, sector 5, three
//! flags, work from home 2, licence 2, what some avoid 4, last open day 14, day of publication 14. A value's code is its
//! rank in the enum's `ALL`, from 1; 0 is "not said".

use domain::conditions::said;
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Schedule, WorkTime};
use domain::offer::{Remote, StoredOffer};
use domain::profile::Avoid;
use domain::requirement::{Diploma, ExperienceBand, Permit};
use domain::time::Day;

/// The facts of an offer, packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Facts(pub(crate) u64);

const WORK: u32 = 4;
const EXPERIENCE_AND_CAR: u32 = 6;
const DIPLOMA: u32 = 10;
const SCHEDULE: u32 = 13;
const SECTOR: u32 = 20;
const FLAGS: u32 = 25;
const REMOTE: u32 = 28;
const PERMIT: u32 = 30;
const AVOID: u32 = 32;
const UNTIL: u32 = 36;
const POSTED: u32 = 50;

/// Code of full or part time, as people like.
pub(crate) const EITHER_TIME: u64 = WorkTime::ALL.len() as u64 + 1;

/// Flags, by bit.
pub(crate) const PAY: u64 = 1;
pub(crate) const INSERTION: u64 = 2;
pub(crate) const RESERVED: u64 = 4;

/// Code of either of the two diplomas that are often named together.
pub(crate) const CAP_OR_BAC: u64 = Diploma::ALL.len() as u64 + 1;

/// Codes of a car: not said, and these.
const CARS: u64 = 3;
pub(crate) const CAR_NOT_NEEDED: u64 = 1;
pub(crate) const CAR_NEEDED: u64 = 2;

/// What some avoid, by bit; nights, weekends, evenings and shifts are in the schedule.
pub(crate) const AVOIDED: [Avoid; 4] = [Avoid::Loads, Avoid::Heights, Avoid::Standing, Avoid::Trips];

/// Code of non-salaried work.
pub(crate) const NOT_SALARIED: u64 = Contract::NotSalaried as u64 + 1;

impl Facts {
    /// The facts of an offer.
    pub(crate) fn of(stored: &StoredOffer) -> Self {
        let offer = &stored.offer;
        let said = said(offer);
        let mut bits = code(said.contract.map(|c| c as u64));
        bits |= match said.work_times[..] {
            [] => 0,
            [one] => one as u64 + 1,
            _ => EITHER_TIME,
        } << WORK;
        let car = said.car.map_or(0, |needed| if needed { CAR_NEEDED } else { CAR_NOT_NEEDED });
        bits |= (code(said.experience.map(|b| b as u64)) * CARS + car) << EXPERIENCE_AND_CAR;
        bits |= match said.diplomas[..] {
            [] => 0,
            [level] => level as u64 + 1,
            _ => CAP_OR_BAC,
        } << DIPLOMA;
        for schedule in &said.schedule {
            bits |= 1 << (SCHEDULE + *schedule as u32);
        }
        bits |= code(offer.employer.sector().map(|s| s as u64)) << SECTOR;
        let flags = [
            (PAY, offer.pay.is_some()),
            (INSERTION, said.insertion),
            (RESERVED, offer.insertion.reserved == Some(true)),
        ];
        for (flag, on) in flags {
            bits |= if on { flag << FLAGS } else { 0 };
        }
        bits |= code(said.remote.map(|r| r as u64)) << REMOTE;
        bits |= code(said.permit.map(|p| p as u64)) << PERMIT;
        for (bit, avoid) in (AVOID..).zip(AVOIDED) {
            bits |= if said.avoid.contains(&avoid) { 1 << bit } else { 0 };
        }
        bits |= u64::from(day_code(offer.last_open_day(stored.confirmed))) << UNTIL;
        bits |= u64::from(offer.posted.map_or(0, day_code)) << POSTED;
        Self(bits)
    }

    /// Of something that is open until a day and has nothing else to say.
    pub(crate) fn open_until(day: Day) -> Self {
        Self(u64::from(day_code(day)) << UNTIL)
    }

    pub(crate) const fn contract(self) -> u64 {
        self.0 & 15
    }
    /// Also [`EITHER_TIME`].
    pub(crate) const fn work(self) -> u64 {
        self.0 >> WORK & 3
    }
    /// See [`experience_of`] and [`car_of`].
    pub(crate) const fn experience_and_car(self) -> u64 {
        self.0 >> EXPERIENCE_AND_CAR & 15
    }
    pub(crate) const fn experience(self) -> u64 {
        experience_of(self.experience_and_car())
    }
    /// Also [`CAP_OR_BAC`].
    pub(crate) const fn diploma(self) -> u64 {
        self.0 >> DIPLOMA & 7
    }
    /// One bit for each [`Schedule`].
    pub(crate) const fn schedule(self) -> u64 {
        self.0 >> SCHEDULE & 127
    }
    pub(crate) const fn sector(self) -> u64 {
        self.0 >> SECTOR & 31
    }
    pub(crate) const fn flags(self) -> u64 {
        self.0 >> FLAGS & 7
    }
    pub(crate) const fn car(self) -> u64 {
        car_of(self.experience_and_car())
    }
    pub(crate) const fn remote(self) -> u64 {
        self.0 >> REMOTE & 3
    }
    pub(crate) const fn permit(self) -> u64 {
        self.0 >> PERMIT & 3
    }
    /// One bit for each of [`AVOIDED`].
    pub(crate) const fn avoided(self) -> u64 {
        self.0 >> AVOID & 15
    }
    /// Code of the last open day.
    pub(crate) const fn until(self) -> u16 {
        (self.0 >> UNTIL & 0x3fff) as u16
    }
    /// Code of the day of publication; 0 when it is not known.
    pub(crate) const fn posted(self) -> u16 {
        (self.0 >> POSTED) as u16
    }
}

/// The code of experience in that of experience and car.
pub(crate) const fn experience_of(both: u64) -> u64 {
    both / CARS
}

/// The code of a car in that of experience and car.
pub(crate) const fn car_of(both: u64) -> u64 {
    both % CARS
}

const fn code(rank: Option<u64>) -> u64 {
    match rank {
        Some(rank) => rank + 1,
        None => 0,
    }
}

/// The day before that of code 1: 2009-12-31.
const BEFORE_FIRST: i32 = 14_609;
/// Days that have a code.
const DAYS: i32 = (1 << 14) - 1;

/// A day as 14 bits, from 1; days before 2010 and after 2054 are brought to the nearest.
pub(crate) fn day_code(day: Day) -> u16 {
    u16::try_from(day.0.saturating_sub(BEFORE_FIRST).clamp(1, DAYS)).unwrap_or(1)
}

// The packing holds as long as the enums fit into their bits.
const _: () = assert!(Contract::ALL.len() < 16 && EITHER_TIME < 4);
const _: () = assert!(CARS * (ExperienceBand::ALL.len() as u64 + 1) <= 16);
const _: () = assert!(CAP_OR_BAC < 8 && Schedule::ALL.len() <= 7 && Sector::ALL.len() < 32);
const _: () = assert!(Remote::ALL.len() < 4 && Permit::ALL.len() < 4);

#[cfg(test)]
mod tests {
    use super::*;
    use domain::offer::Offer;
    use domain::time::Timestamp;

    #[test]
    fn what_is_packed_comes_back() {
        let mut offer = Offer::new("test", "1", "Cariste");
        offer.contract = Some(Contract::NotSalaried);
        offer.hours.work_time = Some(WorkTime::Part);
        offer.hours.schedule = vec![Schedule::Night, Schedule::Staggered];
        offer.employer.naf = Some("97.00Z".into());
        offer.requirements.beginner_ok = Some(true);
        offer.no_car = Some(true);
        offer.remote = Some(Remote::Full);
        offer.insertion.reserved = Some(true);
        offer.posted = Some(Day(20_000));
        offer.closes = Some(Day(20_030));
        let stored = StoredOffer {
            number: offer.number(),
            offer,
            first_seen: Timestamp(0),
            confirmed: Timestamp(20_000 * 86_400),
            changed: Timestamp(0),
            closed: None,
            rev: 1,
            text_since: domain::time::Day::default(),
        };
        let facts = Facts::of(&stored);
        assert_eq!(facts.contract(), NOT_SALARIED);
        assert_eq!(facts.work(), WorkTime::Part as u64 + 1);
        assert_eq!(facts.experience(), 1);
        assert_eq!(facts.schedule(), 0b10010);
        assert_eq!(facts.sector(), Sector::T as u64 + 1);
        assert_eq!(facts.flags(), RESERVED);
        assert_eq!((facts.car(), facts.remote()), (CAR_NOT_NEEDED, Remote::Full as u64 + 1));
        assert_eq!((facts.permit(), facts.avoided()), (0, 0));
        assert_eq!((facts.posted(), facts.until()), (day_code(Day(20_000)), day_code(Day(20_030))));
        assert_eq!(day_code(Day(20_030)) - day_code(Day(20_000)), 30);
        assert_eq!((day_code(Day(-9)), day_code(Day(i32::MAX))), (1, 0x3fff));
    }
}
