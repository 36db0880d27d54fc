//! Arbitrary offers and filters, for the property tests.

use crate::made::{TODAY, offer};
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Schedule, WorkTime};
use domain::offer::{Offer, Remote};
use domain::pay::{Pay, PayPeriod};
use domain::profile::Avoid;
use domain::query::Filters;
use domain::requirement::{Diploma, DiplomaNeed, Experience, ExperienceBand, Need, Permit};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

pub(crate) const WORDS: &[&str] = &["cariste", "boulangère", "vendeurs", "nuit", "surgelé", "caissier"];

pub(crate) fn any_offer(id: usize) -> impl Strategy<Value = Offer> {
    let facts = (
        of(select(Contract::ALL)),
        of(select(WorkTime::ALL)),
        of(0u16..60),
        of(select(Diploma::ALL)),
        subsequence(Schedule::ALL.to_vec(), 0..=2),
        of(select(&["01.1", "43.2", "78.20Z", "88.10A"][..])),
    );
    let more = (any::<[bool; 4]>(), of(0i32..40), vec(select(WORDS), 1..4), of(-2i32..30));
    (facts, more).prop_map(move |((contract, work, months, diploma, schedule, naf), (flags, posted, words, closes))| {
        let mut offer = offer(&format!("{id}"), &words.join(" "));
        offer.contract = contract;
        offer.hours.work_time = work;
        offer.hours.schedule = schedule;
        offer.requirements.experience = months.map(|m| Experience { need: Need::Essential, months: Some(m) });
        offer.requirements.diplomas =
            diploma.into_iter().map(|level| DiplomaNeed { level, field: None, need: Need::Essential }).collect();
        offer.employer.naf = naf.map(str::to_owned);
        let pay = Pay { min_cents: 180_000, max_cents: 180_000, period: PayPeriod::Month, months_e2: None };
        offer.pay = flags[0].then_some(pay);
        offer.no_car = flags[1].then_some(true);
        offer.insertion.clause = flags[2].then_some(true);
        offer.insertion.reserved = flags[3].then_some(true);
        offer.posted = posted.map(|d| TODAY.plus(-d));
        offer.closes = closes.map(|d| TODAY.plus(d));
        offer
    })
}

pub(crate) fn any_offers(most: usize) -> impl Strategy<Value = Vec<Offer>> {
    (1..most).prop_flat_map(|count| (0..count).map(|id| any_offer(id).boxed()).collect::<Vec<_>>())
}

pub(crate) fn any_filters() -> impl Strategy<Value = Filters> {
    let sets = (
        subsequence(Contract::ALL.to_vec(), 0..3),
        subsequence(WorkTime::ALL.to_vec(), 0..2),
        subsequence(ExperienceBand::ALL.to_vec(), 0..3),
        subsequence(Diploma::ALL.to_vec(), 0..3),
        subsequence(Schedule::ALL.to_vec(), 0..3),
        subsequence(Sector::ALL.to_vec(), 0..3),
    );
    let few = || prop::bool::weighted(0.15);
    let spoken = (
        subsequence(Remote::ALL.to_vec(), 0..2),
        subsequence(Permit::ALL.to_vec(), 0..2),
        subsequence(Avoid::ALL.to_vec(), 0..3),
        of(select(&["1500-mois-net", "2000", "13-heure-brut"][..])),
    );
    (sets, of(select(&[1u16, 5, 7, 31][..])), (few(), few(), few(), few(), few()), spoken).prop_map(
        |(
            (contract, hours, experience, diploma, schedule, sector),
            since,
            (pay, no_car, insertion, reserved, non_salaried),
            (remote, permit, avoid, pay_min),
        )| {
            // Filters chosen too often leave nothing to count: keep about half of them.
            let thin = contract.len() + hours.len() > 2;
            let few_left = schedule.len() + sector.len() > 1 || thin;
            Filters {
                contract,
                hours,
                experience: if thin { Vec::new() } else { experience },
                diploma: if thin { Vec::new() } else { diploma },
                schedule,
                sector: if since.is_some() { Vec::new() } else { sector },
                since,
                pay,
                no_car,
                insertion,
                reserved,
                non_salaried,
                employer: None,
                rome: Vec::new(),
                remote: if few_left { Vec::new() } else { remote },
                permit: if thin || few_left { Vec::new() } else { permit },
                avoid,
                pay_min: pay_min.filter(|_| !few_left).and_then(|code| code.parse().ok()),
            }
        },
    )
}
