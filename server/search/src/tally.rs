//! What is kept of the offers found: the best for the page, and counts by facet.

use crate::facts::{self, CAP_OR_BAC, CAR_NOT_NEEDED, EITHER_TIME, Facts, NOT_SALARIED, day_code};
use crate::gate::{self, bit};
use domain::answer::{Facet, FacetCount};
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Schedule, WorkTime};
use domain::offer::Remote;
use domain::profile::Avoid;
use domain::query::{Filters, OfferQuery, SINCE_DAYS};
use domain::requirement::{Diploma, ExperienceBand, Permit};
use domain::time::Day;

/// An offer found, by its sort key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ranked {
    /// Higher is better.
    pub(crate) key: u64,
    /// Public number: the last sort key, lower first.
    pub(crate) number: u64,
    pub(crate) segment: u32,
    pub(crate) doc: u32,
    pub(crate) distance_m: Option<u32>,
    pub(crate) wide: bool,
    /// The facets that are asked for and of which it says nothing.
    pub(crate) unsaid: u16,
    /// Clauses that it matches, as bits.
    pub(crate) mask: u16,
    /// It meets the trade only in its text.
    pub(crate) in_text: bool,
}

/// The best offers, at most `keep` of them.
pub(crate) struct Best {
    keep: usize,
    items: Vec<Ranked>,
    /// No key below this can be among the best.
    least: u64,
}

impl Best {
    pub(crate) fn new(keep: usize) -> Self {
        Self { keep, items: Vec::new(), least: 0 }
    }

    /// Whether an offer with this key may be among the best.
    #[inline]
    pub(crate) fn wants(&self, key: u64) -> bool {
        self.keep > 0 && key >= self.least
    }

    pub(crate) fn push(&mut self, item: Ranked) {
        self.items.push(item);
        if self.items.len() >= self.keep * 2 + 64 {
            self.items.select_nth_unstable_by(self.keep - 1, Self::order);
            self.items.truncate(self.keep);
            self.least = self.items.iter().map(|i| i.key).min().unwrap_or(0);
        }
    }

    fn order(a: &Ranked, b: &Ranked) -> std::cmp::Ordering {
        b.key.cmp(&a.key).then(a.number.cmp(&b.number))
    }

    /// The best, in order, without the first `skip`.
    pub(crate) fn page(mut self, skip: usize) -> Vec<Ranked> {
        self.items.sort_unstable_by(Self::order);
        self.items.truncate(self.keep);
        self.items.drain(..skip.min(self.items.len()));
        self.items
    }
}

/// Counts by facet. A value is counted over the offers that pass every filter but its own facet's.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    /// Offers that pass everything.
    pub(crate) total: u32,
    /// Those of them that lack a word.
    pub(crate) partial: u32,
    /// Offers that fail nothing, but do not say all that is asked.
    pub(crate) silent: u32,
    /// Offers that fail this facet only, by the facet's bit number.
    pub(crate) only: [u32; FACETS],
    /// Non-salaried offers that fail the contract facet only.
    pub(crate) only_non_salaried: u32,
    contract: [u32; 16],
    work: [u32; 4],
    /// By experience and car together, once for each of the two facets.
    experience: [u32; 16],
    car: [u32; 16],
    diploma: [u32; 8],
    /// By the set of schedules that an offer has.
    schedule: [u32; 128],
    sector: [u32; 32],
    remote: [u32; 4],
    permit: [u32; 4],
    /// What is to be avoided, and the offers in which it is not.
    avoid: Vec<(Avoid, u32)>,
    since: Vec<u32>,
    flags: [u32; 3],
    /// Least code of publication for each choice of "since", the most recent first.
    since_from: Vec<(u16, u16)>,
}

/// Whether a search asks for a flag.
type Asks = fn(&Filters) -> bool;

/// The flags: whether a search asks for one, its bit in [`Facts::flags`], its facet.
const FLAGS: [(Asks, u64, Facet); 3] = [
    (|filters| filters.pay, facts::PAY, Facet::Pay),
    (|filters| filters.insertion, facts::INSERTION, Facet::Insertion),
    (|filters| filters.reserved, facts::RESERVED, Facet::Reserved),
];
const FACETS: usize = Facet::ALL.len();
const ALL_FACETS: u16 = (1 << FACETS) - 1;

impl Counts {
    pub(crate) fn new(filters: &Filters, today: Day) -> Self {
        let mut days: Vec<u16> = SINCE_DAYS.iter().copied().chain(filters.since).collect();
        days.sort_unstable();
        days.dedup();
        let since_from: Vec<(u16, u16)> = days.iter().map(|d| (*d, day_code(today.plus(-i32::from(*d))))).collect();
        Self {
            total: 0,
            partial: 0,
            silent: 0,
            only: [0; FACETS],
            only_non_salaried: 0,
            contract: [0; 16],
            work: [0; 4],
            experience: [0; 16],
            car: [0; 16],
            diploma: [0; 8],
            schedule: [0; 128],
            sector: [0; 32],
            remote: [0; 4],
            permit: [0; 4],
            avoid: filters.avoid.iter().map(|avoid| (*avoid, 0)).collect(),
            since: vec![0; since_from.len()],
            flags: [0; 3],
            since_from,
        }
    }

    /// Counts an open offer that matches, given the facets that it fails; `unsaid` are those of them of which it says
    /// nothing.
    #[inline]
    pub(crate) fn add(&mut self, facts: Facts, failed: u16, unsaid: u16) {
        self.silent += u32::from(failed != 0 && unsaid == failed);
        if failed == 0 {
            self.total += 1;
            self.count(facts, ALL_FACETS);
        } else if failed & (failed - 1) == 0 {
            self.only[failed.trailing_zeros() as usize] += 1;
            if failed == bit(Facet::Contract) && facts.contract() == NOT_SALARIED {
                self.only_non_salaried += 1;
            }
            self.count(facts, failed);
        }
    }

    #[inline]
    fn count(&mut self, facts: Facts, facets: u16) {
        let on = |facet: Facet| u32::from(facets & bit(facet) != 0);
        self.contract[facts.contract() as usize] += on(Facet::Contract);
        self.work[facts.work() as usize] += on(Facet::Hours);
        self.experience[facts.experience_and_car() as usize] += on(Facet::Experience);
        self.car[facts.experience_and_car() as usize] += on(Facet::NoCar);
        self.diploma[facts.diploma() as usize] += on(Facet::Diploma);
        self.sector[facts.sector() as usize] += on(Facet::Sector);
        self.remote[facts.remote() as usize] += on(Facet::Remote);
        self.permit[facts.permit() as usize] += on(Facet::Permit);
        self.schedule[facts.schedule() as usize] += on(Facet::Schedule);
        if facets & bit(Facet::Since) != 0 && facts.posted() != 0 {
            // Cumulative: the narrowest choice that holds it, summed up at the end.
            if let Some(at) = self.since_from.iter().position(|(_, from)| facts.posted() >= *from) {
                self.since[at] += 1;
            }
        }
        if facets & bit(Facet::Avoid) != 0 {
            for (avoid, count) in &mut self.avoid {
                let (schedule, avoided) = gate::has(*avoid);
                *count += u32::from(schedule & facts.schedule() | avoided & facts.avoided() == 0);
            }
        }
        for ((_, flag, facet), count) in FLAGS.iter().zip(&mut self.flags) {
            *count += u32::from(facts.flags() & flag != 0) & on(*facet);
        }
    }

    /// What the search finds when one facet's choice is dropped.
    pub(crate) fn without(&self, query: &OfferQuery, bit: usize) -> u32 {
        let dropped = self.total + self.only[bit];
        if bit != Facet::Contract as usize {
            return dropped;
        }
        // Without a choice of contract, non-salaried work is left out again.
        if query.filters.non_salaried { dropped } else { dropped - self.contract[NOT_SALARIED as usize] }
    }

    /// Non-salaried offers that are left out only because nobody asked for them.
    pub(crate) fn hidden(&self, query: &OfferQuery) -> u32 {
        if query.filters.contract.is_empty() && !query.wants_non_salaried() { self.only_non_salaried } else { 0 }
    }

    /// The counts as an answer gives them: values without an offer are left out unless chosen.
    pub(crate) fn answer(&self, filters: &Filters) -> Vec<FacetCount> {
        let mut out = Vec::new();
        let mut put = |facet: Facet, value: String, count: u32, chosen: bool| {
            if count > 0 || chosen {
                out.push(FacetCount { facet, value, count });
            }
        };
        for v in Contract::ALL {
            let count = self.contract[*v as usize + 1];
            put(Facet::Contract, v.to_string(), count, filters.contract.contains(v));
        }
        for v in WorkTime::ALL {
            let count = self.work[*v as usize + 1] + self.work[EITHER_TIME as usize];
            put(Facet::Hours, v.to_string(), count, filters.hours.contains(v));
        }
        for v in ExperienceBand::ALL {
            let is_it = |code: u64| facts::experience_of(code) == *v as u64 + 1;
            let count = sum_where(&self.experience, is_it);
            put(Facet::Experience, v.to_string(), count, filters.experience.contains(v));
        }
        for v in Diploma::ALL {
            let either = if matches!(v, Diploma::Cap | Diploma::Bac) { self.diploma[CAP_OR_BAC as usize] } else { 0 };
            put(Facet::Diploma, v.to_string(), self.diploma[*v as usize + 1] + either, filters.diploma.contains(v));
        }
        for v in Schedule::ALL {
            let count = sum_where(&self.schedule, |set| set >> *v as u64 & 1 == 1);
            put(Facet::Schedule, v.to_string(), count, filters.schedule.contains(v));
        }
        for v in Sector::ALL {
            put(Facet::Sector, v.to_string(), self.sector[*v as usize + 1], filters.sector.contains(v));
        }
        let mut so_far = 0;
        for ((days, _), count) in self.since_from.iter().zip(&self.since) {
            so_far += count;
            put(Facet::Since, days.to_string(), so_far, filters.since == Some(*days));
        }
        for ((chosen, _, facet), count) in FLAGS.iter().zip(self.flags) {
            put(*facet, "1".to_owned(), count, chosen(filters));
            if *facet == Facet::Pay {
                let count = sum_where(&self.car, |code| facts::car_of(code) == CAR_NOT_NEEDED);
                put(Facet::NoCar, "1".to_owned(), count, filters.no_car);
            }
        }
        for v in Remote::ALL {
            put(Facet::Remote, v.to_string(), self.remote[*v as usize + 1], filters.remote.contains(v));
        }
        for v in Permit::ALL {
            put(Facet::Permit, v.to_string(), self.permit[*v as usize + 1], filters.permit.contains(v));
        }
        // Of what is to be avoided, and of pay, only what is chosen is counted.
        for v in Avoid::ALL {
            if let Some((_, count)) = self.avoid.iter().find(|(avoid, _)| avoid == v) {
                put(Facet::Avoid, v.to_string(), *count, true);
            }
        }
        if let Some(least) = filters.pay_min {
            put(Facet::PayMin, least.to_string(), self.total, true);
        }
        out
    }
}

/// The sum of the counts whose place fits.
fn sum_where(counts: &[u32], fits: impl Fn(u64) -> bool) -> u32 {
    (0..).zip(counts).filter(|(code, _): &(u64, _)| fits(*code)).map(|(_, count)| *count).sum()
}
