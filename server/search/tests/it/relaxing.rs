//! When little is found: what to relax, each with the count that it then gives.

use crate::made::{TODAY, ask, at, filtered, index, offer, somewhere_in, typed};
use crate::sets::{any_filters, any_offers};
use domain::answer::{Relax, SearchAnswer};
use domain::contract::Contract;
use domain::offer::Offer;
use domain::query::{Filters, OfferQuery};
use proptest::prelude::*;
use search::SearchIndex;

/// Every relaxation finds exactly what it says, and more than the search itself.
fn check(index: &SearchIndex, answer: &SearchAnswer) {
    assert!(answer.relax.len() <= 6);
    for relax in &answer.relax {
        let there = index.search(&relax.query, TODAY).unwrap();
        assert_eq!(there.total, relax.total, "{relax:?}");
        assert!(relax.total > answer.total, "{relax:?}");
        assert_eq!(relax.query.page, 1);
    }
}

fn kinds(answer: &SearchAnswer) -> Vec<&Relax> {
    answer.relax.iter().map(|r| &r.change).collect()
}

#[test]
fn wider_radii_come_first_with_their_counts() {
    let index = index([
        at(offer("1", "Cariste"), "59599"),
        at(offer("2", "Cariste"), "59178"),
        at(offer("3", "Soudeur"), "59512"),
        somewhere_in(offer("4", "Soudeur"), "59"),
        at(offer("5", "Cariste"), "06083"),
    ]);
    let answer = index.search(&OfferQuery { radius_km: 0, ..typed("cariste roubaix") }, TODAY).unwrap();
    assert_eq!(answer.total, 0);
    check(&index, &answer);
    assert_eq!(answer.relax[0].change, Relax::Radius { km: 5 });
    assert_eq!((answer.relax[1].change.clone(), answer.relax[1].total), (Relax::Radius { km: 50 }, 2));
    assert!(kinds(&answer).contains(&&Relax::Anywhere));
    assert!(kinds(&answer).contains(&&Relax::DropText));
}

#[test]
fn filters_employer_and_non_salaried_work_can_be_relaxed() {
    let free = Offer { contract: Some(Contract::NotSalaried), ..offer("1", "Cariste") };
    let mut named = Offer { contract: Some(Contract::Cdi), ..offer("2", "Cariste") };
    named.employer.name = Some("Kiabi".into());
    let index = index([free, named]);
    let both =
        Filters { contract: vec![Contract::Cdd], pay: true, employer: Some("Kiabi".into()), ..Filters::default() };
    let answer = index.search(&filtered("cariste", both), TODAY).unwrap();
    check(&index, &answer);
    assert_eq!(kinds(&answer), [&Relax::DropFilters]);
    let answer = index.search(&filtered("cariste", Filters { pay: true, ..Filters::default() }), TODAY).unwrap();
    check(&index, &answer);
    assert!(matches!(kinds(&answer)[0], Relax::DropFilter { .. }));
    let of = Filters { employer: Some("Leroy".into()), ..Filters::default() };
    let answer = index.search(&filtered("cariste", of), TODAY).unwrap();
    check(&index, &answer);
    assert!(kinds(&answer).contains(&&Relax::DropEmployer));
    let answer = ask(&index, "cariste");
    assert_eq!(kinds(&answer), [&Relax::NonSalaried, &Relax::DropText][..1]);
}

#[test]
fn nobody_is_left_without_a_way_on() {
    let index = index([at(offer("1", "Cariste"), "59512"), at(offer("2", "Soudeur"), "60057")]);
    let cui = Filters { contract: vec![Contract::Cui], ..Filters::default() };
    let query = OfferQuery { radius_km: 5, ..filtered("cariste menton", cui.clone()) };
    let answer = index.search(&query, TODAY).unwrap();
    check(&index, &answer);
    assert_eq!(kinds(&answer), [&Relax::OnlyText, &Relax::Everything]);
    let answer = index.search(&filtered("zzzzz beauvais", cui), TODAY).unwrap();
    check(&index, &answer);
    assert_eq!(kinds(&answer), [&Relax::OnlyPlace, &Relax::Everything]);
}

#[test]
fn nothing_is_relaxed_when_enough_is_found() {
    let index = index(["1", "2", "3"].map(|id| offer(id, "Cariste")));
    assert_eq!(ask(&index, "cariste").relax, []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_count_is_what_that_search_answers(
        offers in any_offers(30), filters in any_filters(), radius in prop::sample::select(&[0u16, 5, 20][..]),
        places in prop::collection::vec(0usize..6, 30),
        text in prop::sample::select(&["", "cariste", "cariste roubaix", "nuit lens 62", "boulangere tourcoing", "cariste 59"][..]),
        place in prop::sample::select(&["", "Lille", "59", "douai"][..]),
    ) {
        let codes = ["59512", "59599", "59178", "62498"];
        let placed = offers.into_iter().zip(places).map(|(offer, place)| match place {
            0..4 => at(offer, codes[place]),
            4 => somewhere_in(offer, "59"),
            _ => offer,
        });
        let index = index(placed);
        let query = OfferQuery { radius_km: radius, place_text: place.into(), ..filtered(text, filters) };
        check(&index, &index.search(&query, TODAY).unwrap());
    }
}
