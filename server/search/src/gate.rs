//! The filters of a search, asked of an offer's [`Facts`]: it passes, it fails, or it does not say.

use crate::facts::{self, AVOIDED, CAP_OR_BAC, CAR_NOT_NEEDED, EITHER_TIME, Facts, NOT_SALARIED, day_code};
use domain::answer::Facet;
use domain::hours::Schedule;
use domain::profile::Avoid;
use domain::query::{Filters, OfferQuery};
use domain::requirement::Diploma;
use domain::time::Day;

/// The bit of a facet in [`Gate::failed`]: its rank in `Facet::ALL`.
pub(crate) const fn bit(facet: Facet) -> u16 {
    1 << facet as u16
}

/// The filters of a search, ready to be asked of [`Facts`].
#[derive(Clone, Debug)]
pub(crate) struct Gate {
    today: u16,
    /// Something is chosen: without, only non-salaried work does not pass.
    is_chosen: bool,
    /// Sets of codes that pass, as bits.
    contract: u64,
    work: u64,
    /// By experience and car together.
    experience: u64,
    car: u64,
    diploma: u64,
    sector: u64,
    remote: u64,
    permit: u64,
    /// Any of these; 0 is no filter.
    schedule: u64,
    /// Those that say the opposite of what is asked.
    opposite: u64,
    /// None of these.
    avoid_schedule: u64,
    avoid: u64,
    /// Least code of the day of publication.
    since: u16,
    flags: u64,
    /// Least pay of a full-time month, in gross euros; 0 is no filter.
    pay_min: u64,
}

impl Gate {
    /// From a query. Non-salaried work passes only when it is asked for.
    pub(crate) fn new(query: &OfferQuery, today: Day) -> Self {
        let filters = &query.filters;
        let mut contract = set(filters.contract.iter().map(|v| *v as u64));
        if filters.contract.is_empty() && !query.wants_non_salaried() {
            contract &= !(1 << NOT_SALARIED);
        }
        let flag = |on, flag| if on { flag } else { 0 };
        let schedule = bits(filters.schedule.iter().copied());
        let avoided = filters.avoid.iter().map(|avoid| has(*avoid));
        let (avoid_schedule, avoid) = avoided.fold((0, 0), |all, one| (all.0 | one.0, all.1 | one.1));
        Self {
            today: day_code(today),
            is_chosen: *filters != Filters { non_salaried: filters.non_salaried, ..Filters::default() },
            contract,
            work: set(filters.hours.iter().map(|v| *v as u64)) | 1 << EITHER_TIME,
            experience: both(set(filters.experience.iter().map(|v| *v as u64)), facts::experience_of),
            car: both(if filters.no_car { 1 << CAR_NOT_NEEDED } else { u64::MAX }, facts::car_of),
            diploma: set(filters.diploma.iter().map(|v| *v as u64))
                | u64::from(cap_or_bac(&filters.diploma)) << CAP_OR_BAC,
            sector: set(filters.sector.iter().map(|v| *v as u64)),
            remote: set(filters.remote.iter().map(|v| *v as u64)),
            permit: set(filters.permit.iter().map(|v| *v as u64)),
            schedule,
            opposite: opposite(schedule),
            avoid_schedule,
            avoid,
            since: filters.since.map_or(0, |days| day_code(today.plus(-i32::from(days)))),
            flags: flag(filters.pay, facts::PAY)
                | flag(filters.insertion, facts::INSERTION)
                | flag(filters.reserved, facts::RESERVED),
            pay_min: filters.pay_min.and_then(|least| least.monthly_gross_cents()).map_or(0, euros),
        }
    }

    /// Whether the offer is still open.
    pub(crate) const fn is_open(&self, facts: Facts) -> bool {
        facts.until() >= self.today
    }

    /// Whether an offer's pay must be read, for [`Self::underpaid`].
    pub(crate) const fn asks_pay(&self) -> bool {
        self.pay_min > 0
    }

    /// The bit of the least pay when an offer does not pay it: its pay of a full-time month, in gross euros; 0 where it
    /// does not say.
    pub(crate) const fn underpaid(&self, month: u64) -> u16 {
        if month >= self.pay_min { 0 } else { bit(Facet::PayMin) }
    }

    /// Whether the offer passes all filters but the least pay.
    #[inline]
    pub(crate) const fn passes(&self, facts: Facts) -> bool {
        self.contract >> facts.contract() & 1 == 1 && (!self.is_chosen || self.failed(facts) == 0)
    }

    /// The facets whose filter the offer does not pass, as bits of [`bit`].
    #[inline]
    pub(crate) const fn failed(&self, facts: Facts) -> u16 {
        if !self.is_chosen {
            return out(self.contract, facts.contract(), Facet::Contract);
        }
        let missing = self.flags & !facts.flags();
        let avoided = self.avoid_schedule & facts.schedule() | self.avoid & facts.avoided();
        out(self.contract, facts.contract(), Facet::Contract)
            | out(self.work, facts.work(), Facet::Hours)
            | out(self.experience, facts.experience_and_car(), Facet::Experience)
            | out(self.diploma, facts.diploma(), Facet::Diploma)
            | out(self.sector, facts.sector(), Facet::Sector)
            | out(self.car, facts.experience_and_car(), Facet::NoCar)
            | out(self.remote, facts.remote(), Facet::Remote)
            | out(self.permit, facts.permit(), Facet::Permit)
            | when(self.schedule != 0 && self.schedule & facts.schedule() == 0, Facet::Schedule)
            | when(avoided != 0, Facet::Avoid)
            | when(facts.posted() < self.since, Facet::Since)
            | when(missing & facts::PAY != 0, Facet::Pay)
            | when(missing & facts::INSERTION != 0, Facet::Insertion)
            | when(missing & facts::RESERVED != 0, Facet::Reserved)
    }

    /// Those of the facets that the offer does not pass of which it says nothing. Nothing is said of insertion and of
    /// reserved posts where they are not: that is an answer.
    pub(crate) const fn unsaid(&self, facts: Facts, failed: u16, month: Option<u64>) -> u16 {
        failed
            & (when(facts.contract() == 0, Facet::Contract)
                | when(facts.work() == 0, Facet::Hours)
                | when(facts.experience() == 0, Facet::Experience)
                | when(facts.diploma() == 0, Facet::Diploma)
                | when(facts.sector() == 0, Facet::Sector)
                | when(facts.car() == 0, Facet::NoCar)
                | when(facts.remote() == 0, Facet::Remote)
                | when(facts.permit() == 0, Facet::Permit)
                | when(facts.schedule() & self.opposite == 0, Facet::Schedule)
                | when(facts.posted() == 0, Facet::Since)
                | when(matches!(month, Some(0)), Facet::PayMin))
    }
}

/// The bits of the schedule, and of what some avoid, that an offer has in which there is this.
pub(crate) fn has(avoid: Avoid) -> (u64, u64) {
    let schedule = match avoid {
        Avoid::Nights => Schedule::Night,
        Avoid::Weekends => Schedule::Weekend,
        Avoid::Evenings => Schedule::Evening,
        Avoid::Shifts => Schedule::Shifts,
        Avoid::Loads | Avoid::Heights | Avoid::Standing | Avoid::Trips => {
            let bit = AVOIDED.iter().position(|one| *one == avoid);
            return (0, bit.map_or(0, |bit| 1 << bit));
        }
    };
    (bits([schedule]), 0)
}

/// Pay of a month as the index keeps it: whole euros, at least 1.
pub(crate) fn euros(cents: i64) -> u64 {
    u64::try_from(cents / 100).unwrap_or(0).max(1)
}

/// The pay of a full-time month that an offer states, in gross euros; 0 where it does not say.
pub(crate) fn month_pay(pay: Option<&domain::pay::Pay>) -> u64 {
    pay.and_then(domain::pay::Pay::monthly_cents).map_or(0, euros)
}

/// What says that the work is done at other times: by day against by night, at fixed times against in shifts.
fn opposite(schedule: u64) -> u64 {
    let day = bits([Schedule::Day]);
    let night = bits([Schedule::Night]);
    let late = bits([Schedule::Night, Schedule::Evening, Schedule::Shifts]);
    match schedule {
        0 => 0,
        only if only & !late == 0 => day,
        only if only == day => night,
        _ => 0,
    }
}

fn bits(schedules: impl IntoIterator<Item = Schedule>) -> u64 {
    schedules.into_iter().fold(0, |bits, v| bits | 1 << (v as u64))
}

/// Whether an offer that asks for either of the two passes.
fn cap_or_bac(chosen: &[Diploma]) -> bool {
    chosen.contains(&Diploma::Cap) || chosen.contains(&Diploma::Bac)
}

/// The codes of experience and car together of which one passes.
fn both(set: u64, one: fn(u64) -> u64) -> u64 {
    (0..16).filter(|code| set >> one(*code) & 1 == 1).fold(0, |bits, code| bits | 1 << code)
}

/// The codes of chosen values; all codes when none is chosen.
fn set(ranks: impl Iterator<Item = u64>) -> u64 {
    let bits = ranks.fold(0, |bits, rank| bits | 1 << (rank + 1));
    if bits == 0 { u64::MAX } else { bits }
}

const fn out(set: u64, code: u64, facet: Facet) -> u16 {
    when(set >> code & 1 == 0, facet)
}

const fn when(on: bool, facet: Facet) -> u16 {
    if on { bit(facet) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_passes_fails_or_does_not_say() {
        let filters = Filters { schedule: vec![Schedule::Night], no_car: true, ..Filters::default() };
        let gate = Gate::new(&OfferQuery { filters, ..OfferQuery::default() }, Day(20_000));
        let silent = Facts::open_until(Day(20_000));
        let failed = gate.failed(silent);
        assert_eq!(failed, bit(Facet::Schedule) | bit(Facet::NoCar));
        assert_eq!(gate.unsaid(silent, failed, None), failed);
        let by_day = Facts(silent.0 | 1 << 13);
        assert_eq!(gate.unsaid(by_day, failed, None), bit(Facet::NoCar), "by day is not by night");
    }

    #[test]
    fn pay_is_compared_for_a_full_month() {
        let filters = Filters { pay_min: "1560-mois-net".parse().ok(), ..Filters::default() };
        let gate = Gate::new(&OfferQuery { filters, ..OfferQuery::default() }, Day(20_000));
        let failed = |month| gate.underpaid(month);
        assert_eq!((failed(2_000), failed(1_999), failed(0)), (0, bit(Facet::PayMin), bit(Facet::PayMin)));
        let facts = Facts::open_until(Day(20_000));
        assert_eq!(gate.unsaid(facts, bit(Facet::PayMin), Some(0)), bit(Facet::PayMin));
        assert_eq!(gate.unsaid(facts, bit(Facet::PayMin), Some(1_999)), 0);
    }

    #[test]
    fn facets_have_the_order_of_their_bits() {
        for (rank, facet) in Facet::ALL.iter().enumerate() {
            assert_eq!(bit(*facet), 1 << rank);
        }
    }
}
