//! How well a belief covers what is asked for, in words and as an order.

use super::needs::Needs;
use crate::assessment::Belief;
use crate::assessment::constants::{KNOWN, MAYBE};
use crate::gate::{Bucket, Gates};
use crate::skill::{ItemIx, Referential, Share};
use std::cmp::Reverse;

/// What can be said of one thing that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// She can do it.
    Yes,
    /// She may: « à vérifier ».
    Maybe,
    /// She cannot, as far as is known: « il manque ».
    No,
}

/// How an offer or an occupation fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Ordered by, never shown: Σ weight × covered / Σ weight. `None` when nothing is known of what is
    /// asked for: that is no zero.
    pub score: Option<Share>,
    /// What is named: each thing and what can be said of it. « n choses sur m » is counted from this.
    pub named: Vec<(ItemIx, Known)>,
    /// How far it is.
    pub bucket: Bucket,
}

impl Fit {
    /// How many of the named things she can do already, and how many are named.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.of(Known::Yes).count(), self.named.len())
    }

    /// The named things of which this can be said.
    pub fn of(&self, known: Known) -> impl Iterator<Item = ItemIx> {
        self.named.iter().filter(move |(_, k)| *k == known).map(|(item, _)| *item)
    }
}

/// How `needs` fit.
#[must_use]
pub fn fit(rome: &Referential, belief: &Belief, gates: Gates<'_>, needs: &Needs) -> Fit {
    let named = needs.named().into_iter().map(|need| (need.item, known(belief, need.item))).collect();
    Fit { score: score(rome, belief, needs), named, bucket: gates.bucket(&needs.gates) }
}

/// What can be said of an item. What a macro-compétence lends is never « vous savez » by itself.
#[must_use]
pub fn known(belief: &Belief, item: ItemIx) -> Known {
    match belief.item(item) {
        p if p >= KNOWN => Known::Yes,
        p if p >= MAYBE => Known::Maybe,
        _ => Known::No,
    }
}

/// The score alone: what ranks two thousand offers.
#[must_use]
pub fn score(rome: &Referential, belief: &Belief, needs: &Needs) -> Option<Share> {
    let (mut covered, mut whole) = (0u64, 0u64);
    for need in needs.skills() {
        covered += u64::from(need.weight) * u64::from(belief.covers(rome, need.item).get());
        whole += u64::from(need.weight);
    }
    (whole > 0).then(|| Share::new((covered / whole) as u32))
}

/// Something to be ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked<I> {
    /// What it is; the last word where all else is equal.
    pub id: I,
    /// How far it is in gates.
    pub bucket: Bucket,
    /// How well it fits.
    pub score: Option<Share>,
    /// How far it is in metres; `None` when it is not known.
    pub metres: Option<u32>,
}

/// Orders: bucket, then score, then distance, then id. What is not known of an offer costs it nothing that
/// is known of others: without a score it stands where the middle one stands, without a place after those
/// with one and the same score.
pub fn rank<I: Ord + Copy>(all: &mut [Ranked<I>]) {
    let mut scores: Vec<Share> = all.iter().filter_map(|one| one.score).collect();
    scores.sort_unstable();
    let middle = scores.get(scores.len() / 2).copied().unwrap_or_default();
    all.sort_unstable_by_key(|one| {
        (one.bucket, Reverse(one.score.unwrap_or(middle)), one.metres.unwrap_or(u32::MAX), one.id)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::ActivityLinks;
    use crate::assessment::belief::tests::{any_profile, job, small};
    use crate::gate::{AskedGate, Demand, Gate};
    use crate::profile::{Frequency, Profile};
    use crate::skill::Ogr;
    use crate::time::Day;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn fits(profile: &Profile) -> Vec<Fit> {
        let rome = small();
        let belief = Belief::of(profile, &rome, &ActivityLinks::new());
        let none = BTreeSet::new();
        let gates = Gates { held: &profile.gates, missing: &none, today: Day::parse("2026-11-23").unwrap() };
        rome.occupations().map(|(o, _)| fit(&rome, &belief, gates, &Needs::of_occupation(&rome, o))).collect()
    }

    #[test]
    fn who_did_the_job_fits_it_best_and_is_told_what_she_can_do() {
        let profile = Profile { jobs: vec![job(0, 2, 0)], ..Profile::default() };
        let all = fits(&profile);
        assert!(all[1..].iter().all(|other| other.score < all[0].score));
        assert_eq!(all[0].counts(), (2, 3), "two core items are known, the third is to be checked");
        assert_eq!(all[0].of(Known::Maybe).count(), 1);
    }

    #[test]
    fn what_is_not_known_is_no_zero() {
        let rome = small();
        let belief = Belief::of(&Profile::default(), &rome, &ActivityLinks::new());
        assert_eq!(score(&rome, &belief, &Needs::default()), None);
        let of =
            |id, score: Option<u32>| Ranked { id, bucket: Bucket::OpenNow, score: score.map(Share::new), metres: None };
        let mut all = [of(1, Some(10)), of(2, None), of(3, Some(900)), of(4, Some(500))];
        rank(&mut all);
        assert_eq!(all.map(|one| one.id), [3, 2, 4, 1]);
    }

    #[test]
    fn a_gate_comes_before_a_score() {
        let of = |id, bucket, score| Ranked { id, bucket, score: Some(Share::new(score)), metres: Some(1) };
        let mut all = [of(1, Bucket::NeedsPath, 990), of(2, Bucket::OpenNow, 100), of(3, Bucket::Openable, 500)];
        rank(&mut all);
        assert_eq!(all.map(|one| one.id), [2, 3, 1]);
        assert_eq!(AskedGate::new(Gate::Cnaps, Demand::Law).demand, Demand::Law);
    }

    proptest! {
        #[test]
        fn one_more_skill_lowers_no_score_and_no_count(
            profile in any_profile(),
            more in prop_oneof![(0..4usize).prop_map(Err), (100u32..112).prop_map(Ok)],
        ) {
            let mut richer = profile.clone();
            match more {
                Ok(ogr) => {
                    prop_assume!(!profile.answers.contains_key(&Ogr(ogr)));
                    richer.answers.insert(Ogr(ogr), Frequency::Often);
                }
                Err(number) => richer.jobs.push(job(number, 1, 1)),
            }
            for (before, after) in fits(&profile).iter().zip(fits(&richer)) {
                prop_assert!(after.score >= before.score);
                prop_assert!(after.counts().0 >= before.counts().0 && after.counts().1 == before.counts().1);
                prop_assert!(after.bucket <= before.bucket);
                prop_assert!(after.score.is_none_or(|s| s <= Share::ONE));
            }
        }

        #[test]
        fn the_order_of_what_comes_in_changes_nothing(
            mut all in proptest::collection::btree_map(0u32..50, (0..4usize, proptest::option::of(0u32..1000), proptest::option::of(0u32..9)), 0..20)
                .prop_map(|m| m.into_iter().map(|(id, (b, s, metres))| Ranked { id, bucket: Bucket::ALL[b], score: s.map(Share::new), metres }).collect::<Vec<_>>()),
            seed in any::<u64>(),
        ) {
            let mut mixed = all.clone();
            mixed.sort_by_key(|one| u64::from(one.id).wrapping_mul(seed | 1));
            rank(&mut all);
            rank(&mut mixed);
            prop_assert_eq!(all, mixed);
        }

        #[test]
        fn a_full_score_is_a_full_cover(profile in any_profile()) {
            let rome = small();
            let belief = Belief::of(&profile, &rome, &ActivityLinks::new());
            for (o, _) in rome.occupations() {
                let needs = Needs::of_occupation(&rome, o);
                let all = needs.skills().iter().all(|need| belief.covers(&rome, need.item) == Share::ONE);
                prop_assert_eq!(score(&rome, &belief, &needs) == Some(Share::ONE), all);
            }
        }
    }
}
