//! What is kept of the offers found: the best for the page, and counts by facet.

use crate::facts::{Facts, NOT_SALARIED, day_code, facet};
use domain::answer::{Facet, FacetCount};
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Schedule, WorkTime};
use domain::query::{Filters, OfferQuery, SINCE_DAYS};
use domain::requirement::{Diploma, ExperienceBand};
use domain::time::Day;

/// An offer found, by its sort key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ranked {
    /// Higher is better.
    pub(crate) key: u64,
    /// Public number: the last sort key, lower first.
    pub(crate) number: u64,
    pub(crate) segment: u32,
    pub(crate) doc: u32,
    pub(crate) distance_m: Option<u32>,
    pub(crate) wide: bool,
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
    /// Offers that fail this facet only, by the facet's bit number.
    pub(crate) only: [u32; 11],
    /// Non-salaried offers that fail the contract facet only.
    pub(crate) only_non_salaried: u32,
    contract: [u32; 16],
    work: [u32; 4],
    experience: [u32; 8],
    diploma: [u32; 8],
    schedule: [u32; 5],
    sector: [u32; 32],
    since: Vec<u32>,
    flags: [u32; 4],
    /// Least code of publication for each choice of "since", the most recent first.
    since_from: Vec<(u16, u16)>,
}

const ALL_FACETS: u16 = (1 << 11) - 1;

impl Counts {
    pub(crate) fn new(filters: &Filters, today: Day) -> Self {
        let mut days: Vec<u16> = SINCE_DAYS.iter().copied().chain(filters.since).collect();
        days.sort_unstable();
        days.dedup();
        let since_from: Vec<(u16, u16)> = days.iter().map(|d| (*d, day_code(today.plus(-i32::from(*d))))).collect();
        Self {
            total: 0,
            only: [0; 11],
            only_non_salaried: 0,
            contract: [0; 16],
            work: [0; 4],
            experience: [0; 8],
            diploma: [0; 8],
            schedule: [0; 5],
            sector: [0; 32],
            since: vec![0; since_from.len()],
            flags: [0; 4],
            since_from,
        }
    }

    /// Counts an open offer that matches, given the facets that it fails.
    #[inline]
    pub(crate) fn add(&mut self, facts: Facts, failed: u16) {
        if failed == 0 {
            self.total += 1;
            self.count(facts, ALL_FACETS);
        } else if failed & (failed - 1) == 0 {
            self.only[failed.trailing_zeros() as usize] += 1;
            if failed == facet::CONTRACT && facts.contract() == NOT_SALARIED {
                self.only_non_salaried += 1;
            }
            self.count(facts, failed);
        }
    }

    #[inline]
    fn count(&mut self, facts: Facts, facets: u16) {
        let on = |facet: u16| u32::from(facets & facet != 0);
        self.contract[facts.contract() as usize] += on(facet::CONTRACT);
        self.work[facts.work() as usize] += on(facet::HOURS);
        self.experience[facts.experience() as usize] += on(facet::EXPERIENCE);
        self.diploma[facts.diploma() as usize] += on(facet::DIPLOMA);
        self.sector[facts.sector() as usize] += on(facet::SECTOR);
        if facets & facet::SCHEDULE != 0 {
            for (bit, count) in self.schedule.iter_mut().enumerate() {
                *count += (facts.schedule() >> bit & 1) as u32;
            }
        }
        if facets & facet::SINCE != 0 && facts.posted() != 0 {
            // Cumulative: the narrowest choice that holds it, summed up at the end.
            if let Some(at) = self.since_from.iter().position(|(_, from)| facts.posted() >= *from) {
                self.since[at] += 1;
            }
        }
        for (bit, count) in self.flags.iter_mut().enumerate() {
            let counted = facets & (facet::PAY << bit) != 0;
            *count += (facts.flags() >> bit) as u32 & u32::from(counted);
        }
    }

    /// What the search finds when one facet's choice is dropped.
    pub(crate) fn without(&self, query: &OfferQuery, bit: usize) -> u32 {
        let dropped = self.total + self.only[bit];
        if 1 << bit != facet::CONTRACT {
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
        let mut put = |facet, value: String, count: u32, chosen: bool| {
            if count > 0 || chosen {
                out.push(FacetCount { facet, value, count });
            }
        };
        for v in Contract::ALL {
            let count = self.contract[*v as usize + 1];
            put(Facet::Contract, v.to_string(), count, filters.contract.contains(v));
        }
        for v in WorkTime::ALL {
            put(Facet::Hours, v.to_string(), self.work[*v as usize + 1], filters.hours.contains(v));
        }
        for v in ExperienceBand::ALL {
            let count = self.experience[*v as usize + 1];
            put(Facet::Experience, v.to_string(), count, filters.experience.contains(v));
        }
        for v in Diploma::ALL {
            put(Facet::Diploma, v.to_string(), self.diploma[*v as usize + 1], filters.diploma.contains(v));
        }
        for v in Schedule::ALL {
            put(Facet::Schedule, v.to_string(), self.schedule[*v as usize], filters.schedule.contains(v));
        }
        for v in Sector::ALL {
            put(Facet::Sector, v.to_string(), self.sector[*v as usize + 1], filters.sector.contains(v));
        }
        let mut so_far = 0;
        for ((days, _), count) in self.since_from.iter().zip(&self.since) {
            so_far += count;
            put(Facet::Since, days.to_string(), so_far, filters.since == Some(*days));
        }
        let flags = [
            (Facet::Pay, filters.pay),
            (Facet::NoCar, filters.no_car),
            (Facet::Insertion, filters.insertion),
            (Facet::Reserved, filters.reserved),
        ];
        for ((facet, chosen), count) in flags.into_iter().zip(self.flags) {
            put(facet, "1".to_owned(), count, chosen);
        }
        out
    }
}
