//! What opens or closes a job beside skills: licences, CACES, habilitations, diplomas, cards; and whose
//! demand it is. A gate puts an offer into a bucket; it never lowers a score.

mod asked;
mod codes;
mod kinds;

pub use asked::{asked, by_law, named};
pub use kinds::{Caces, Gate, Language, Licence};

use crate::coded_enum;
use crate::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

coded_enum! {
    /// Who asks for it.
    pub enum Demand {
        /// The law: without it nobody may do the work.
        Law = "loi",
        /// This employer.
        Employer = "employeur",
        /// Only usual in the trade: a hint, never a barrier.
        Usual = "habitude",
    }
}

coded_enum! {
    /// How far an offer is for a person. The order is the order in which offers are shown.
    pub enum Bucket {
        /// Nothing stands in the way, or nothing that is known.
        OpenNow = "ouverte",
        /// A short step opens it (a CACES, a habilitation: days), which an employer may offer, too.
        Openable = "a-ouvrir",
        /// It needs a path: a licence, a course, a diploma.
        NeedsPath = "parcours",
        /// The law closes it to who has no long training (regulated professions).
        ClosedByLaw = "fermee-par-la-loi",
    }
}

/// A gate that an offer or an occupation has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AskedGate {
    /// What is asked for.
    pub gate: Gate,
    /// By whom.
    pub demand: Demand,
}

impl AskedGate {
    /// A demand as strong as it can be: a CACES is one proof of training that the employer must give in
    /// any case (Code du travail, R. 4323-55), so it is never the law's.
    #[must_use]
    pub fn new(gate: Gate, demand: Demand) -> Self {
        let demand = if demand == Demand::Law && !gate.may_be_law() { Demand::Employer } else { demand };
        Self { gate, demand }
    }
}

/// A gate that a person has passed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct HeldGate {
    /// What she has.
    pub gate: Gate,
    /// The year in which she got it; `None` when she does not remember: then it counts as valid.
    pub year: Option<u16>,
}

impl HeldGate {
    /// Whether it is still valid on a day.
    #[must_use]
    pub fn is_valid(&self, today: Day) -> bool {
        match (self.year, self.gate.valid_years()) {
            // Until the end of its last year: the year alone is known.
            (Some(year), Some(years)) => today.ymd().0 <= i32::from(year) + i32::from(years),
            _ => true,
        }
    }
}

/// What a person has, and what she said that she has not.
#[derive(Clone, Copy, Debug)]
pub struct Gates<'a> {
    /// Passed.
    pub held: &'a [HeldGate],
    /// Asked and answered with no.
    pub missing: &'a BTreeSet<Gate>,
    /// The day.
    pub today: Day,
}

impl Gates<'_> {
    /// Whether she has passed it: `None` when she was not asked.
    #[must_use]
    pub fn has(&self, gate: &Gate) -> Option<bool> {
        let mut known = self.missing.contains(gate).then_some(false);
        for held in self.held.iter().filter(|held| held.gate.opens(gate)) {
            if held.is_valid(self.today) {
                return Some(true);
            }
            known = Some(false);
        }
        known
    }

    /// The bucket of what asks for these gates. What she was not asked about closes nothing, and what is
    /// only usual closes nothing.
    #[must_use]
    pub fn bucket<'b>(&self, asked: impl IntoIterator<Item = &'b AskedGate>) -> Bucket {
        let closed = asked.into_iter().filter(|a| a.demand != Demand::Usual && self.has(&a.gate) == Some(false));
        closed.map(|a| a.gate.distance(a.demand)).max().unwrap_or(Bucket::OpenNow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> Day {
        Day::parse("2026-11-23").unwrap()
    }

    fn held(gate: Gate, year: u16) -> HeldGate {
        HeldGate { gate, year: Some(year) }
    }

    #[test]
    fn a_caces_is_never_the_law_and_ends() {
        let forklift = Gate::Caces(Caces::R489);
        assert_eq!(AskedGate::new(forklift.clone(), Demand::Law).demand, Demand::Employer);
        assert!(held(forklift.clone(), 2021).is_valid(today()) && !held(forklift, 2020).is_valid(today()), "5 years");
        let digger = Gate::Caces(Caces::R482);
        assert!(held(digger.clone(), 2016).is_valid(today()) && !held(digger, 2015).is_valid(today()), "10 years");
    }

    #[test]
    fn what_was_not_asked_closes_nothing() {
        let missing = BTreeSet::new();
        let gates = Gates { held: &[], missing: &missing, today: today() };
        assert_eq!(gates.bucket(&[AskedGate::new(Gate::Regulated, Demand::Law)]), Bucket::OpenNow);
    }

    #[test]
    fn buckets_say_how_far_it_is() {
        let missing: BTreeSet<Gate> =
            [Gate::Caces(Caces::R489), Gate::Licence(Licence::B), Gate::Regulated, Gate::Cnaps].into();
        let gates = Gates { held: &[], missing: &missing, today: today() };
        let bucket = |gate, demand| gates.bucket(&[AskedGate::new(gate, demand)]);
        assert_eq!(bucket(Gate::Caces(Caces::R489), Demand::Employer), Bucket::Openable);
        assert_eq!(bucket(Gate::Licence(Licence::B), Demand::Employer), Bucket::NeedsPath);
        assert_eq!(bucket(Gate::Cnaps, Demand::Law), Bucket::NeedsPath, "a course of weeks, then a card");
        assert_eq!(bucket(Gate::Regulated, Demand::Law), Bucket::ClosedByLaw);
        assert_eq!(bucket(Gate::Licence(Licence::B), Demand::Usual), Bucket::OpenNow);
    }

    #[test]
    fn a_larger_licence_opens_a_smaller_one() {
        let missing = BTreeSet::new();
        let own = [held(Gate::Licence(Licence::C), 2010)];
        let gates = Gates { held: &own, missing: &missing, today: today() };
        assert_eq!(gates.has(&Gate::Licence(Licence::B)), Some(true));
        assert_eq!(gates.has(&Gate::Licence(Licence::D)), None);
    }

    proptest! {
        #[test]
        fn one_more_gate_never_makes_it_farther(
            asked in proptest::collection::vec((0..Gate::COUNT, 0..3usize), 0..6),
            have in proptest::collection::vec((0..Gate::COUNT, 2000u16..2030), 0..6),
            more in (0..Gate::COUNT, 2000u16..2030),
            lacks in proptest::collection::btree_set(0..Gate::COUNT, 0..6),
        ) {
            let asked: Vec<_> = asked.into_iter().map(|(g, d)| AskedGate::new(Gate::numbered(g), Demand::ALL[d])).collect();
            let missing: BTreeSet<Gate> = lacks.into_iter().map(Gate::numbered).collect();
            let mut own: Vec<_> = have.into_iter().map(|(g, year)| held(Gate::numbered(g), year)).collect();
            let before = Gates { held: &own, missing: &missing, today: today() }.bucket(&asked);
            let valid = held(Gate::numbered(more.0), more.1);
            prop_assume!(valid.is_valid(today()));
            own.push(valid);
            let after = Gates { held: &own, missing: &missing, today: today() }.bucket(&asked);
            prop_assert!(after <= before);
        }
    }
}
