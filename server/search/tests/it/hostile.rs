//! Hostile queries, and pages to the last.

use crate::made::{TODAY, ask, filtered, index, offer, titles, typed};
use domain::query::{Filters, MAX_PAGE, OfferQuery, Sort};
use proptest::prelude::*;

#[test]
fn operators_are_words_like_others() {
    let index = index([offer("1", "Cariste"), offer("2", "Boulanger")]);
    for text in ["cariste*", "\"cariste\"", "cariste~2", "+cariste", "title:cariste^9", "(cariste)", "cariste AND"] {
        assert!(titles(&ask(&index, text)).iter().all(|t| *t == "Cariste"), "{text}");
    }
    assert_eq!(ask(&index, "NOT cariste").hits.len(), 0);
    assert_eq!(ask(&index, "*").total, 2);
    assert_eq!(ask(&index, "c*").total, 0);
}

#[test]
fn a_query_is_cut_where_no_honest_one_goes() {
    let index = index([offer("1", "Cariste")]);
    let many: Vec<String> = (0..400).map(|n| format!("mot{n}")).collect();
    let answer = ask(&index, &many.join(" "));
    assert_eq!(answer.total, 0);
    assert!(answer.understood.text.len() < 1_000);
    for text in ["x".repeat(10_000), "é ".repeat(5_000), "cariste ".repeat(1_000), "a·b(c)".repeat(900)] {
        ask(&index, &text);
    }
    assert_eq!(ask(&index, &"cariste ".repeat(1_000)).total, 1);
}

#[test]
fn every_offer_is_on_exactly_one_page() {
    let index = index((0..50).map(|n| offer(&n.to_string(), &format!("Cariste {}", n % 3))));
    for sort in [Sort::Relevance, Sort::Date, Sort::Distance] {
        let page = |page| index.search(&OfferQuery { page, sort, ..typed("cariste") }, TODAY).unwrap();
        let numbers = |p| page(p).hits.into_iter().map(|h| h.card.number).collect::<Vec<_>>();
        let mut all = [numbers(1), numbers(2), numbers(3)].concat();
        assert_eq!((numbers(1).len(), numbers(3).len(), all.len()), (20, 10, 50));
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 50, "{sort}");
        for beyond in [4, MAX_PAGE, MAX_PAGE + 1, u32::MAX] {
            assert_eq!((page(beyond).hits.len(), page(beyond).total), (0, 50));
        }
        assert_eq!(numbers(0), numbers(1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_typed_breaks_the_search(text in "\\PC{0,80}", place in "\\PC{0,20}", employer in "\\PC{0,20}", radius in 0u16..300) {
        let index = index([offer("1", "Cariste à Roubaix")]);
        let filters = Filters { employer: Some(employer), since: Some(366), ..Filters::default() };
        let query = OfferQuery { place_text: place, radius_km: radius, ..filtered(&text, filters) };
        let answer = index.search(&query, TODAY).unwrap();
        prop_assert!(answer.total <= 1);
        prop_assert!(index.suggest_titles(&text, 5, TODAY).unwrap().len() <= 5);
        prop_assert!(index.suggest_places(&text, 5, TODAY).len() <= 5);
    }
}
