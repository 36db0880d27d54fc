//! Facets and totals against a plain loop over the offers.

use crate::made::{TODAY, filtered, index, stored};
use crate::sets::{any_filters, any_offers};
use domain::answer::{Facet, FacetCount};
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Schedule, WorkTime};
use domain::offer::Offer;
use domain::query::{Filters, SINCE_DAYS};
use domain::requirement::{Diploma, ExperienceBand};
use proptest::prelude::*;

/// Whether an offer passes the choice of one facet, by the words of the issue.
fn passes(offer: &Offer, f: &Filters, facet: Facet) -> bool {
    let any = |empty: bool, one: bool| empty || one;
    match facet {
        Facet::Contract => match offer.contract {
            Some(Contract::NotSalaried) if f.contract.is_empty() => f.non_salaried,
            contract => any(f.contract.is_empty(), contract.is_some_and(|c| f.contract.contains(&c))),
        },
        Facet::Hours => any(f.hours.is_empty(), offer.hours.work_time.is_some_and(|w| f.hours.contains(&w))),
        Facet::Experience => {
            let band = offer.requirements.experience_band();
            any(f.experience.is_empty(), band.is_some_and(|b| f.experience.contains(&b)))
        }
        Facet::Diploma => {
            any(f.diploma.is_empty(), offer.requirements.diploma().is_some_and(|d| f.diploma.contains(&d)))
        }
        Facet::Schedule => any(f.schedule.is_empty(), offer.hours.schedule.iter().any(|s| f.schedule.contains(s))),
        Facet::Sector => any(f.sector.is_empty(), offer.employer.sector().is_some_and(|s| f.sector.contains(&s))),
        Facet::Since => f.since.is_none_or(|days| offer.posted.is_some_and(|p| p >= TODAY.plus(-i32::from(days)))),
        Facet::Pay => !f.pay || offer.pay.is_some(),
        Facet::NoCar => !f.no_car || offer.no_car == Some(true),
        Facet::Insertion => !f.insertion || offer.is_insertion(),
        Facet::Reserved => !f.reserved || offer.insertion.reserved == Some(true),
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
        offers in any_offers(60), filters in any_filters(), text in prop::sample::select(&["", "cariste", "nuit"][..]),
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
            }
            let there = index.search(&filtered("", choosing), TODAY).unwrap();
            prop_assert_eq!(there.total, count.count, "{:?}", count);
        }
    }
}
