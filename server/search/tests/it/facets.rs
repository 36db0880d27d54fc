//! Facets and totals against a plain loop over the offers.

use crate::made::{TODAY, filtered, index, stored};
use crate::sets::{any_filters, any_offers};
use domain::answer::{Facet, FacetCount};
use domain::conditions::{Said, said};
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Schedule, WorkTime};
use domain::offer::{Offer, Remote};
use domain::profile::Avoid;
use domain::query::{Filters, SINCE_DAYS};
use domain::requirement::{Diploma, ExperienceBand, Permit};
use proptest::prelude::*;

/// Whether an offer passes the choice of one facet, by the words of the issue.
fn passes(offer: &Offer, f: &Filters, facet: Facet) -> bool {
    let any = |empty: bool, one: bool| empty || one;
    let said = said(offer);
    match facet {
        Facet::Contract => match said.contract {
            Some(Contract::NotSalaried) if f.contract.is_empty() => f.non_salaried,
            contract => any(f.contract.is_empty(), contract.is_some_and(|c| f.contract.contains(&c))),
        },
        Facet::Hours => any(f.hours.is_empty(), said.work_times.iter().any(|w| f.hours.contains(w))),
        Facet::Experience => any(f.experience.is_empty(), said.experience.is_some_and(|b| f.experience.contains(&b))),
        Facet::Diploma => any(f.diploma.is_empty(), said.diplomas.iter().any(|d| f.diploma.contains(d))),
        Facet::Schedule => any(f.schedule.is_empty(), said.schedule.iter().any(|s| f.schedule.contains(s))),
        Facet::Sector => any(f.sector.is_empty(), offer.employer.sector().is_some_and(|s| f.sector.contains(&s))),
        Facet::Since => f.since.is_none_or(|days| offer.posted.is_some_and(|p| p >= TODAY.plus(-i32::from(days)))),
        Facet::Pay => !f.pay || offer.pay.is_some(),
        Facet::NoCar => !f.no_car || said.car == Some(false),
        Facet::Insertion => !f.insertion || said.insertion,
        Facet::Reserved => !f.reserved || offer.insertion.reserved == Some(true),
        Facet::Remote => any(f.remote.is_empty(), said.remote.is_some_and(|r| f.remote.contains(&r))),
        Facet::Permit => any(f.permit.is_empty(), said.permit.is_some_and(|p| f.permit.contains(&p))),
        Facet::Avoid => f.avoid.iter().all(|avoid| !is_in(&said, *avoid)),
        Facet::PayMin => f.pay_min.and_then(|least| least.monthly_gross_cents()).is_none_or(|least| {
            offer.pay.as_ref().and_then(domain::pay::Pay::monthly_cents).is_some_and(|cents| cents / 100 >= least / 100)
        }),
    }
}

fn is_in(said: &Said, avoid: Avoid) -> bool {
    match avoid {
        Avoid::Nights => said.schedule.contains(&Schedule::Night),
        Avoid::Weekends => said.schedule.contains(&Schedule::Weekend),
        Avoid::Evenings => said.schedule.contains(&Schedule::Evening),
        Avoid::Shifts => said.schedule.contains(&Schedule::Shifts),
        other => said.avoid.contains(&other),
    }
}

/// Every value of a facet, as a filter of it alone.
fn values(facet: Facet, chosen: &Filters) -> Vec<(String, Filters)> {
    let with = |change: &dyn Fn(&mut Filters)| {
        let mut filters = Filters { non_salaried: true, ..Filters::default() };
        change(&mut filters);
        filters
    };
    match facet {
        Facet::Contract => Contract::ALL.iter().map(|v| (v.to_string(), with(&|f| f.contract = vec![*v]))).collect(),
        Facet::Hours => WorkTime::ALL.iter().map(|v| (v.to_string(), with(&|f| f.hours = vec![*v]))).collect(),
        Facet::Experience => {
            ExperienceBand::ALL.iter().map(|v| (v.to_string(), with(&|f| f.experience = vec![*v]))).collect()
        }
        Facet::Diploma => Diploma::ALL.iter().map(|v| (v.to_string(), with(&|f| f.diploma = vec![*v]))).collect(),
        Facet::Schedule => Schedule::ALL.iter().map(|v| (v.to_string(), with(&|f| f.schedule = vec![*v]))).collect(),
        Facet::Sector => Sector::ALL.iter().map(|v| (v.to_string(), with(&|f| f.sector = vec![*v]))).collect(),
        Facet::Since => {
            let mut days: Vec<u16> = SINCE_DAYS.iter().copied().chain(chosen.since).collect();
            days.sort_unstable();
            days.dedup();
            days.iter().map(|d| (d.to_string(), with(&|f| f.since = Some(*d)))).collect()
        }
        Facet::Pay => vec![("1".into(), with(&|f| f.pay = true))],
        Facet::NoCar => vec![("1".into(), with(&|f| f.no_car = true))],
        Facet::Insertion => vec![("1".into(), with(&|f| f.insertion = true))],
        Facet::Reserved => vec![("1".into(), with(&|f| f.reserved = true))],
        Facet::Remote => Remote::ALL.iter().map(|v| (v.to_string(), with(&|f| f.remote = vec![*v]))).collect(),
        Facet::Permit => Permit::ALL.iter().map(|v| (v.to_string(), with(&|f| f.permit = vec![*v]))).collect(),
        // Of these only what is chosen is counted.
        Facet::Avoid => {
            let chosen = Avoid::ALL.iter().filter(|v| chosen.avoid.contains(v));
            chosen.map(|v| (v.to_string(), with(&|f| f.avoid = vec![*v]))).collect()
        }
        Facet::PayMin => chosen.pay_min.iter().map(|v| (v.to_string(), with(&|f| f.pay_min = Some(*v)))).collect(),
    }
}

fn is_chosen(facet: Facet, value: &Filters, chosen: &Filters) -> bool {
    match facet {
        Facet::Contract => chosen.contract.contains(&value.contract[0]),
        Facet::Hours => chosen.hours.contains(&value.hours[0]),
        Facet::Experience => chosen.experience.contains(&value.experience[0]),
        Facet::Diploma => chosen.diploma.contains(&value.diploma[0]),
        Facet::Schedule => chosen.schedule.contains(&value.schedule[0]),
        Facet::Sector => chosen.sector.contains(&value.sector[0]),
        Facet::Since => chosen.since == value.since,
        Facet::Pay => chosen.pay,
        Facet::NoCar => chosen.no_car,
        Facet::Insertion => chosen.insertion,
        Facet::Reserved => chosen.reserved,
        Facet::Remote => chosen.remote.contains(&value.remote[0]),
        Facet::Permit => chosen.permit.contains(&value.permit[0]),
        Facet::Avoid | Facet::PayMin => true,
    }
}

fn expected(matching: &[&Offer], filters: &Filters) -> Vec<FacetCount> {
    let mut out = Vec::new();
    for facet in Facet::ALL {
        let others = |o: &&&Offer| Facet::ALL.iter().filter(|f| *f != facet).all(|f| passes(o, filters, *f));
        let base: Vec<&&Offer> = matching.iter().filter(others).collect();
        for (value, alone) in values(*facet, filters) {
            let count = base.iter().filter(|o| passes(o, &alone, *facet)).count();
            if count > 0 || is_chosen(*facet, &alone, filters) {
                out.push(FacetCount { facet: *facet, value, count: u32::try_from(count).unwrap() });
            }
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn counts_are_what_a_plain_loop_counts(
        offers in any_offers(60), filters in any_filters(), text in prop::sample::select(&["", "cariste", "surgelé"][..]),
    ) {
        let index = index(offers.clone());
        let answer = index.search(&filtered(text, filters.clone()), TODAY).unwrap();
        let matching: Vec<&Offer> = offers
            .iter()
            .filter(|o| stored((*o).clone()).is_open(TODAY) && (text.is_empty() || o.title.contains(text)))
            .collect();
        let passing = |o: &&&Offer| Facet::ALL.iter().all(|f| passes(o, &filters, *f));
        prop_assert_eq!(answer.total as usize, matching.iter().filter(passing).count());
        prop_assert_eq!(answer.facets, expected(&matching, &filters));
    }

    #[test]
    fn a_count_is_what_choosing_the_value_gives(offers in any_offers(60), filters in any_filters()) {
        let index = index(offers);
        let answer = index.search(&filtered("", filters.clone()), TODAY).unwrap();
        for count in &answer.facets {
            let alone = values(count.facet, &filters).into_iter().find(|(v, _)| *v == count.value).map(|(_, f)| f).unwrap();
            let mut choosing = filters.clone();
            match count.facet {
                Facet::Contract => choosing.contract = alone.contract,
                Facet::Hours => choosing.hours = alone.hours,
                Facet::Experience => choosing.experience = alone.experience,
                Facet::Diploma => choosing.diploma = alone.diploma,
                Facet::Schedule => choosing.schedule = alone.schedule,
                Facet::Sector => choosing.sector = alone.sector,
                Facet::Since => choosing.since = alone.since,
                Facet::Pay => choosing.pay = true,
                Facet::NoCar => choosing.no_car = true,
                Facet::Insertion => choosing.insertion = true,
                Facet::Reserved => choosing.reserved = true,
                Facet::Remote => choosing.remote = alone.remote,
                Facet::Permit => choosing.permit = alone.permit,
                Facet::Avoid => choosing.avoid = alone.avoid,
                Facet::PayMin => choosing.pay_min = alone.pay_min,
            }
            let there = index.search(&filtered("", choosing), TODAY).unwrap();
            prop_assert_eq!(there.total, count.count, "{:?}", count);
        }
    }
}
