//! Everything that filters, facets, dates and the open state need of an offer, in one integer, so
//! that one read of the index answers all of them.
//!
//! From the lowest bit: contract 4, working time 2, experience 3, diploma 3, schedule 5, sector 5,
//! four flags, a gap, last open day 16, day of publication 16. A value's code is its rank in the
//! enum's `ALL`, from 1; 0 is "not said".

use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Schedule, WorkTime};
use domain::offer::StoredOffer;
use domain::query::{Filters, OfferQuery};
use domain::requirement::{Diploma, ExperienceBand};
use domain::time::Day;

/// The facts of an offer, packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Facts(pub(crate) u64);

const WORK: u32 = 4;
const EXPERIENCE: u32 = 6;
const DIPLOMA: u32 = 9;
const SCHEDULE: u32 = 12;
const SECTOR: u32 = 17;
const FLAGS: u32 = 22;
const UNTIL: u32 = 32;
const POSTED: u32 = 48;

/// Flags, by bit.
pub(crate) const PAY: u64 = 1;
pub(crate) const NO_CAR: u64 = 2;
pub(crate) const INSERTION: u64 = 4;
pub(crate) const RESERVED: u64 = 8;

/// Code of non-salaried work.
pub(crate) const NOT_SALARIED: u64 = Contract::NotSalaried as u64 + 1;

impl Facts {
    /// The facts of an offer.
    pub(crate) fn of(stored: &StoredOffer) -> Self {
        let offer = &stored.offer;
        let mut bits = code(offer.contract.map(|c| c as u64));
        bits |= code(offer.hours.work_time.map(|w| w as u64)) << WORK;
        bits |= code(offer.requirements.experience_band().map(|b| b as u64)) << EXPERIENCE;
        bits |= code(offer.requirements.diploma().map(|d| d as u64)) << DIPLOMA;
        for schedule in &offer.hours.schedule {
            bits |= 1 << (SCHEDULE + *schedule as u32);
        }
        bits |= code(offer.employer.sector().map(|s| s as u64)) << SECTOR;
        let flags = [
            (PAY, offer.pay.is_some()),
            (NO_CAR, offer.no_car == Some(true)),
            (INSERTION, offer.is_insertion()),
            (RESERVED, offer.insertion.reserved == Some(true)),
        ];
        for (flag, on) in flags {
            bits |= if on { flag << FLAGS } else { 0 };
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
    pub(crate) const fn work(self) -> u64 {
        self.0 >> WORK & 3
    }
    pub(crate) const fn experience(self) -> u64 {
        self.0 >> EXPERIENCE & 7
    }
    pub(crate) const fn diploma(self) -> u64 {
        self.0 >> DIPLOMA & 7
    }
    /// One bit for each [`Schedule`].
    pub(crate) const fn schedule(self) -> u64 {
        self.0 >> SCHEDULE & 31
    }
    pub(crate) const fn sector(self) -> u64 {
        self.0 >> SECTOR & 31
    }
    pub(crate) const fn flags(self) -> u64 {
        self.0 >> FLAGS & 15
    }
    /// Code of the last open day.
    pub(crate) const fn until(self) -> u16 {
        (self.0 >> UNTIL) as u16
    }
    /// Code of the day of publication; 0 when it is not known.
    pub(crate) const fn posted(self) -> u16 {
        (self.0 >> POSTED) as u16
    }
}

const fn code(rank: Option<u64>) -> u64 {
    match rank {
        Some(rank) => rank + 1,
        None => 0,
    }
}

/// A day as 16 bits, from 1; days outside of 1970–2149 are brought to the nearest.
pub(crate) fn day_code(day: Day) -> u16 {
    u16::try_from(day.0.clamp(1, i32::from(u16::MAX))).unwrap_or(1)
}

/// The facets, in the order of their bits in [`Gate::failed`].
pub(crate) mod facet {
    pub(crate) const CONTRACT: u16 = 1;
    pub(crate) const HOURS: u16 = 2;
    pub(crate) const EXPERIENCE: u16 = 4;
    pub(crate) const DIPLOMA: u16 = 8;
    pub(crate) const SCHEDULE: u16 = 16;
    pub(crate) const SECTOR: u16 = 32;
    pub(crate) const SINCE: u16 = 64;
    /// Pay; the three flags after it follow bit by bit, in the order of the flags of [`super::Facts`].
    pub(crate) const PAY: u16 = 128;
}

/// The filters of a search, ready to be asked of [`Facts`].
#[derive(Clone, Debug)]
pub(crate) struct Gate {
    today: u16,
    /// Sets of codes that pass, as bits.
    contract: u64,
    work: u64,
    experience: u64,
    diploma: u64,
    sector: u64,
    /// Any of these; 0 is no filter.
    schedule: u64,
    /// Least code of the day of publication.
    since: u16,
    flags: u64,
}

impl Gate {
    /// From a query. Non-salaried work passes only when it is asked for.
    pub(crate) fn new(query: &OfferQuery, today: Day) -> Self {
        let Filters { contract, hours, experience, diploma, schedule, sector, since, .. } = &query.filters;
        let filters = &query.filters;
        let mut contracts = set(contract.iter().map(|v| *v as u64));
        if contract.is_empty() && !query.wants_non_salaried() {
            contracts &= !(1 << NOT_SALARIED);
        }
        let flag = |on, flag| if on { flag } else { 0 };
        Self {
            today: day_code(today),
            contract: contracts,
            work: set(hours.iter().map(|v| *v as u64)),
            experience: set(experience.iter().map(|v| *v as u64)),
            diploma: set(diploma.iter().map(|v| *v as u64)),
            sector: set(sector.iter().map(|v| *v as u64)),
            schedule: schedule.iter().fold(0, |bits, v| bits | 1 << (*v as u64)),
            since: since.map_or(0, |days| day_code(today.plus(-i32::from(days)))),
            flags: flag(filters.pay, PAY)
                | flag(filters.no_car, NO_CAR)
                | flag(filters.insertion, INSERTION)
                | flag(filters.reserved, RESERVED),
        }
    }

    /// Whether the offer is still open.
    pub(crate) const fn is_open(&self, facts: Facts) -> bool {
        facts.until() >= self.today
    }

    /// The facets whose filter the offer does not pass, as bits of [`facet`].
    #[inline]
    pub(crate) const fn failed(&self, facts: Facts) -> u16 {
        let missing = self.flags & !facts.flags();
        out(self.contract, facts.contract(), facet::CONTRACT)
            | out(self.work, facts.work(), facet::HOURS)
            | out(self.experience, facts.experience(), facet::EXPERIENCE)
            | out(self.diploma, facts.diploma(), facet::DIPLOMA)
            | out(self.sector, facts.sector(), facet::SECTOR)
            | if self.schedule == 0 || (self.schedule & facts.schedule()) != 0 { 0 } else { facet::SCHEDULE }
            | if facts.posted() >= self.since { 0 } else { facet::SINCE }
            | ((missing as u16) * facet::PAY)
    }
}

/// The codes of chosen values; all codes when none is chosen.
fn set(ranks: impl Iterator<Item = u64>) -> u64 {
    let bits = ranks.fold(0, |bits, rank| bits | 1 << (rank + 1));
    if bits == 0 { u64::MAX } else { bits }
}

const fn out(set: u64, code: u64, facet: u16) -> u16 {
    if set >> code & 1 == 1 { 0 } else { facet }
}

// The packing holds as long as the enums fit into their bits.
const _: () = assert!(Contract::ALL.len() < 16 && WorkTime::ALL.len() < 4 && ExperienceBand::ALL.len() < 8);
const _: () = assert!(Diploma::ALL.len() < 8 && Schedule::ALL.len() <= 5 && Sector::ALL.len() < 32);

#[cfg(test)]
mod tests {
    use super::*;
    use domain::offer::Offer;
    use domain::time::Timestamp;

    #[test]
    fn what_is_packed_comes_back() {
        let mut offer = Offer::new("test", "1", "Cariste");
        offer.contract = Some(Contract::NotSalaried);
        offer.hours.schedule = vec![Schedule::Night, Schedule::Staggered];
        offer.employer.naf = Some("97.00Z".into());
        offer.requirements.beginner_ok = Some(true);
        offer.no_car = Some(true);
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
        assert_eq!(facts.work(), 0);
        assert_eq!(facts.experience(), 1);
        assert_eq!(facts.schedule(), 0b10010);
        assert_eq!(facts.sector(), Sector::T as u64 + 1);
        assert_eq!(facts.flags(), NO_CAR | RESERVED);
        assert_eq!((facts.posted(), facts.until()), (20_000, 20_030));
    }

    #[test]
    fn facets_have_the_order_of_their_bits() {
        use domain::answer::Facet;
        let bit = |facet| 1u16 << Facet::ALL.iter().position(|f| *f == facet).unwrap();
        assert_eq!((bit(Facet::Contract), bit(Facet::Since)), (facet::CONTRACT, facet::SINCE));
        let flags =
            [(PAY, Facet::Pay), (NO_CAR, Facet::NoCar), (INSERTION, Facet::Insertion), (RESERVED, Facet::Reserved)];
        for (flag, of) in flags {
            assert_eq!(flag as u16 * facet::PAY, bit(of));
        }
    }
}
