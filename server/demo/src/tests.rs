//! The demo keeps its promises.

use super::*;
use domain::apply::ApplyChannel;
use domain::contract::Contract;
use domain::occupation::RomeCode;
use domain::time::{Day, Timestamp};
use domain::training::Kind;
use std::collections::BTreeSet;

const TODAY: Day = Day(20_780);

#[test]
fn it_is_large_and_varied_enough() {
    let all = offers(TODAY).unwrap();
    assert!(communes().unwrap().len() >= 60);
    assert!(occupations().unwrap().len() >= 60);
    assert!(all.len() >= 300, "{}", all.len());
    let employers: BTreeSet<_> = all.iter().filter_map(|o| o.employer.name.clone()).collect();
    assert!(employers.len() >= 80, "{}", employers.len());
    let contracts: BTreeSet<_> = all.iter().filter_map(|o| o.contract).collect();
    for contract in Contract::ALL {
        assert!(contracts.contains(contract), "{contract}");
    }
    let ids: BTreeSet<_> = all.iter().map(|o| o.source_id.clone()).collect();
    assert_eq!(ids.len(), all.len());
    for lacking in ["text", "rome", "pay"] {
        let some = all.iter().any(|o| match lacking {
            "text" => o.text.is_none(),
            "rome" => o.rome.is_none(),
            _ => o.pay.is_none(),
        });
        assert!(some, "offers without {lacking} are there on purpose");
    }
    assert!(all.iter().any(|o| o.employer.anonymous) && all.iter().any(|o| o.places.len() > 1));
}

#[test]
fn help_is_near_every_offer_of_a_commune() {
    let communes = communes().unwrap();
    let help = help_places().unwrap();
    assert!(help.len() >= 12);
    let fictional = ["019900", "026191", "035301", "046571", "053649", "063998"];
    assert!(help.iter().all(|place| fictional.iter().any(|p| place.phone.starts_with(p)) && place.hours.is_some()));
    for commune in communes.iter().filter(|c| c.population > 15_000) {
        let point = commune.point.unwrap();
        let near = |place: &domain::help::HelpPlace| {
            let there = communes.iter().find(|c| c.code == place.commune).and_then(|c| c.point);
            there.is_some_and(|there| there.distance_m(point) <= domain::help::MAX_HELP_DISTANCE_M)
        };
        assert!(help.iter().any(near), "{}", commune.name);
    }
}

#[test]
fn dates_follow_the_day_and_ids_do_not() {
    let (old, new) = (offers(TODAY).unwrap(), offers(TODAY.plus(30)).unwrap());
    for (a, b) in old.iter().zip(&new) {
        assert_eq!(a.source_id, b.source_id);
        assert_eq!(a.posted.map(|d| d.plus(30)), b.posted);
        let now = Timestamp(i64::from(TODAY.0) * 86_400);
        assert!(a.last_open_day(now) >= TODAY && a.posted.unwrap() <= TODAY);
    }
}

#[test]
fn codes_are_in_the_data_and_contacts_are_fictional() {
    let romes: BTreeSet<_> = occupations().unwrap().into_iter().map(|o| o.code).collect();
    let places: BTreeSet<_> = communes().unwrap().into_iter().map(|c| c.code).collect();
    assert!(appellations().unwrap().iter().all(|a| romes.contains(&a.rome)));
    for offer in offers(TODAY).unwrap() {
        assert!(offer.rome.as_ref().is_none_or(|r| romes.contains(r)));
        assert!(offer.places.iter().filter_map(|p| p.commune.as_ref()).all(|c| places.contains(c)));
        for channel in &offer.apply {
            match channel {
                ApplyChannel::Phone(n) => {
                    assert!(n.len() == 10 && (n.starts_with("035301") || n.starts_with("046571")), "{n}");
                }
                ApplyChannel::Email(a) => assert!(a.ends_with(".example"), "{a}"),
                ApplyChannel::Url(u) => assert!(u.contains(".example/"), "{u}"),
                ApplyChannel::InPerson(_) | ApplyChannel::SourceNumber(_) => {}
            }
        }
    }
}

/// Legal minimum, gross, by the hour, since June 2026: 12.31 euros (`domain::minimum_pay`).
#[test]
fn full_time_pay_is_not_under_the_legal_minimum() {
    for offer in offers(TODAY).unwrap() {
        let alternance = offer.contract.is_some_and(Contract::is_alternance);
        if let (Some(pay), false) = (&offer.pay, alternance) {
            let month = pay.monthly_cents().unwrap();
            assert!(month >= 12_31 * 15_167 / 100, "{}: {month}", offer.source_id);
        }
    }
}

#[test]
fn texts_are_worth_reading() {
    let mut lengths: Vec<usize> =
        offers(TODAY).unwrap().iter().filter_map(|o| o.text.as_ref()).map(String::len).collect();
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] > 250, "{}", lengths[lengths.len() / 2]);
}

/// Steps of the three stories, and enough of everything else, whichever day it is.
#[test]
fn trainings_tell_the_three_stories_and_begin_after_today() {
    for today in [TODAY, TODAY.plus(180)] {
        let all = trainings(today).unwrap();
        assert!(all.len() >= 60, "{}", all.len());
        let occupations: Vec<RomeCode> = occupations().unwrap().into_iter().map(|one| one.code).collect();
        for one in &all {
            let id = &one.source_id;
            assert!(one.open_sessions(today).count() > 0, "{id} can be begun");
            assert!(
                one.rome.iter().chain(one.promises.iter().map(|p| &p.rome)).all(|c| occupations.contains(c)),
                "{id}"
            );
            assert!(one.prerequisites.after.iter().all(|before| all.iter().any(|o| o.source_id == *before)), "{id}");
            assert!(one.promises.iter().all(|promise| promise.signed <= today), "{id}");
            let phone = one.phone.as_deref().unwrap();
            assert!(phone.starts_with("035301") || phone.starts_with("046571"), "{id}: {phone}");
        }
        for kind in Kind::ALL {
            assert!(all.iter().any(|one| one.kind == *kind), "{kind}");
        }
        let story = |id: &str| all.iter().find(|one| one.source_id == id).unwrap();
        assert_eq!(story("SM-1").promises.len(), 2);
        assert_eq!(story("ERBM-3").promises[0].jobs, 10);
        assert_eq!((story("UPE-1").kind, story("UPE-1").hours), (Kind::Poei, Some(400)));
    }
}
