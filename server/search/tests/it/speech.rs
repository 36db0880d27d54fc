//! What people add to a trade: words that not all offers have, filters that not all say, quotes, misspellings.

use crate::made::{TODAY, ask, at, filtered, index, offer, titles, typed, with_rome};
use domain::answer::{Facet, SearchAnswer};
use domain::hours::Schedule;
use domain::offer::Offer;
use domain::query::{Filters, OfferQuery};
use search::SearchIndex;

fn text(text: &str, offer: Offer) -> Offer {
    Offer { text: Some(text.to_owned()), ..offer }
}

/// As a page asks.
fn wide(index: &SearchIndex, query: OfferQuery) -> SearchAnswer {
    index.search(&OfferQuery { wider: true, ..query }, TODAY).unwrap()
}

fn words(index: &SearchIndex, text: &str) -> SearchAnswer {
    wide(index, typed(text))
}

#[test]
fn where_no_offer_has_all_words_those_of_the_trade_come_and_the_page_says_so() {
    let index = index([
        with_rome("1", "Cariste", "N1101"),
        with_rome("2", "Cariste manutentionnaire", "N1101"),
        text("Un cariste vous aide, avec du chocolat", offer("3", "Comptable")),
    ]);
    let answer = words(&index, "cariste chocolat");
    assert_eq!(titles(&answer), ["Cariste", "Cariste manutentionnaire", "Comptable"]);
    assert_eq!((answer.total, answer.partial), (0, 3), "what only speaks of the trade is shown last, and is no answer");
    assert_eq!(answer.hits.iter().map(|hit| hit.in_text_only).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!(answer.hits[0].lacks, ["chocolat"]);
    let [left] = &answer.understood.left_out[..] else { panic!("{:?}", answer.understood) };
    assert_eq!((left.word.as_str(), left.insist.as_str()), ("chocolat", "cariste \"chocolat\""));
    assert_eq!(titles(&words(&index, &left.insist)), ["Comptable"], "one tap to insist");
    assert_eq!(ask(&index, "cariste chocolat").total, 1, "who does not ask for more gets what has all");
}

#[test]
fn no_word_rules_alone() {
    let index = index([with_rome("1", "Cariste", "N1101"), offer("2", "Chocolat en gros")]);
    let answer = words(&index, "cariste chocolat guitare");
    assert_eq!(titles(&answer)[0], "Cariste", "the trade first");
    assert_eq!(answer.total, 0);
    let left: Vec<&str> = answer.understood.left_out.iter().map(|l| l.word.as_str()).collect();
    assert_eq!(left, ["chocolat", "guitare"]);
}

#[test]
fn offers_that_do_not_say_come_after_those_that_do_and_are_counted() {
    let with = |id: &str, schedule: Vec<Schedule>| {
        let mut offer = with_rome(id, "Cariste", "N1101");
        offer.hours.schedule = schedule;
        offer
    };
    let index = index([with("silent", vec![]), with("night", vec![Schedule::Night]), with("day", vec![Schedule::Day])]);
    let filters = Filters { schedule: vec![Schedule::Night], ..Filters::default() };
    let answer = wide(&index, filtered("cariste", filters.clone()));
    assert_eq!((answer.total, answer.silent, answer.hits.len()), (1, 1, 2), "by day is an answer");
    assert!(answer.hits[0].unsaid.is_empty());
    assert_eq!(answer.hits[1].unsaid, [Facet::Schedule]);
    let strict = index.search(&filtered("cariste", filters), TODAY).unwrap();
    assert_eq!((strict.total, strict.silent, strict.hits.len()), (1, 1, 1));
}

#[test]
fn a_rare_spelling_also_searches_the_common_one_beside_it() {
    let common = (0..60).map(|n| offer(&format!("{n}"), "Agent de trottinette"));
    let index = index(common.chain([offer("rare", "Agent de trotinette")]));
    let answer = words(&index, "trotinette");
    assert_eq!(answer.total, 61);
    assert_eq!(titles(&answer)[0], "Agent de trotinette", "what was typed comes first");
    let [spelling] = &answer.understood.spellings[..] else { panic!("{:?}", answer.understood) };
    assert_eq!((spelling.also.as_str(), spelling.exact.as_str()), ("trottinette", "\"trotinette\""));
    assert_eq!(words(&index, &spelling.exact).total, 1, "exactly what was typed");
    assert!(words(&index, "trottinette").understood.spellings.is_empty());
}

#[test]
fn a_word_that_sounds_like_one_of_romes_is_that_one() {
    let index =
        index([with_rome("1", "Boulanger", "D1102"), with_rome("2", "Soudeur", "H2913"), offer("3", "Menuisier")]);
    for (typed, right) in [("menuisié", "Menuisier"), ("soudheur", "Soudeur"), ("boulengé", "Boulanger")] {
        let answer = words(&index, typed);
        assert_eq!(titles(&answer), [right], "{typed}");
        assert_eq!(answer.understood.exact.as_deref(), Some(format!("\"{typed}\"").as_str()));
    }
    assert_eq!(words(&index, "\"boulengé\"").total, 0, "in quotes nothing is corrected");
    assert_eq!(titles(&words(&index, "boulangé")), ["Boulanger"], "\"boulange\" is a word by itself");
    assert_eq!(words(&index, "boulo").total, 3, "a job, whatever it is");
}

#[test]
fn of_several_trades_offers_of_either_come() {
    let index = index([
        with_rome("1", "Cariste", "N1101"),
        with_rome("2", "Soudeur", "H2913"),
        with_rome("3", "Aide-soignant", "J1501"),
    ]);
    let answer = words(&index, "cariste soudeur");
    let codes: Vec<&str> = answer.understood.occupations.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["N1101", "H2913"]);
    let mut found = titles(&answer);
    found.sort_unstable();
    assert_eq!(found, ["Cariste", "Soudeur"], "no offer has both, and no other trade comes with them");
    assert_eq!((answer.total, answer.partial), (0, 2));
    assert_eq!(ask(&index, "cariste soudeur").hits.len(), 0, "who does not ask for more gets what has all");
}

/// A search round a commune, as a page asks.
fn near(index: &SearchIndex, text: &str, place: &str, radius_km: u16) -> SearchAnswer {
    wide(index, OfferQuery { place_text: place.to_owned(), radius_km, ..typed(text) })
}

#[test]
fn where_nothing_of_the_trade_is_near_the_search_goes_to_the_nearest_that_is() {
    // Douai is 19 km from Lens, Roubaix 37, Tourcoing 40, Beauvais more than 100.
    let index = index([
        at(with_rome("1", "Cariste à Douai", "N1101"), "59178"),
        at(with_rome("2", "Cariste à Roubaix", "N1101"), "59512"),
        at(with_rome("3", "Soudeur à Tourcoing", "H2913"), "59599"),
        at(with_rome("4", "Boulanger à Beauvais", "D1102"), "60057"),
        at(with_rome("5", "Aide-soignant à Lens", "J1501"), "62498"),
    ]);
    let answer = near(&index, "cariste", "Lens", 10);
    assert_eq!((titles(&answer), answer.understood.widened_km), (vec!["Cariste à Douai"], Some(20)));
    assert_eq!((answer.total, answer.query.radius_km), (1, 10), "what was asked for stays as it was asked");
    let answer = near(&index, "soudeur", "Lens", 10);
    assert_eq!((titles(&answer), answer.understood.widened_km), (vec!["Soudeur à Tourcoing"], Some(50)));
    let answer = near(&index, "boulanger", "Lens", 10);
    assert_eq!((answer.hits.len(), answer.understood.widened_km), (0, None), "farther than an hour on the road");
    let answer = near(&index, "cariste", "Lens", 20);
    assert_eq!((titles(&answer), answer.understood.widened_km), (vec!["Cariste à Douai"], None));
    let strict = OfferQuery { place_text: "Lens".to_owned(), radius_km: 10, ..typed("cariste") };
    let answer = index.search(&strict, TODAY).unwrap();
    assert_eq!((answer.hits.len(), answer.understood.widened_km), (0, None), "only for who asks for more");
}

#[test]
fn an_offer_of_the_trade_that_lacks_another_word_keeps_the_search_near() {
    let index = index([
        at(with_rome("1", "Cariste à Lens", "N1101"), "62498"),
        at(with_rome("2", "Cariste au chocolat", "N1101"), "59178"),
    ]);
    let answer = near(&index, "cariste chocolat", "Lens", 10);
    assert_eq!((titles(&answer), answer.understood.widened_km), (vec!["Cariste à Lens"], None));
    assert_eq!((answer.total, answer.partial), (0, 1));
}

#[test]
fn what_only_speaks_of_the_trade_does_not_keep_the_search_near() {
    let index = index([
        at(text("Avec un cariste", offer("1", "Comptable")), "62498"),
        at(with_rome("2", "Cariste à Douai", "N1101"), "59178"),
    ]);
    let answer = near(&index, "cariste", "Lens", 10);
    assert_eq!((titles(&answer)[0], answer.understood.widened_km), ("Cariste à Douai", Some(20)));
}

#[test]
fn the_search_widens_to_the_trade_and_not_to_what_speaks_of_it() {
    let index = index([
        at(text("Avec un cariste", offer("1", "Comptable")), "59178"),
        at(with_rome("2", "Cariste à Roubaix", "N1101"), "59512"),
    ]);
    let answer = near(&index, "cariste", "Lens", 10);
    assert_eq!((titles(&answer)[0], answer.understood.widened_km), ("Cariste à Roubaix", Some(50)));
}

#[test]
fn the_search_widens_to_a_trade_that_lacks_another_word() {
    let index = index([at(with_rome("2", "Cariste à Douai", "N1101"), "59178")]);
    let answer = near(&index, "cariste chocolat", "Lens", 10);
    assert_eq!((titles(&answer), answer.understood.widened_km), (vec!["Cariste à Douai"], Some(20)));
}

#[test]
fn the_search_widens_to_either_of_two_trades_and_to_what_does_not_say() {
    let index = index([
        at(with_rome("1", "Cariste à Douai", "N1101"), "59178"),
        at(with_rome("2", "Soudeur à Roubaix", "H2913"), "59512"),
    ]);
    let answer = near(&index, "cariste soudeur", "Lens", 10);
    assert_eq!((titles(&answer), answer.understood.widened_km), (vec!["Cariste à Douai"], Some(20)));
    let silent = OfferQuery {
        filters: Filters { schedule: vec![Schedule::Night], ..Filters::default() },
        place_text: "Lens".into(),
        radius_km: 10,
        ..typed("cariste")
    };
    let answer = wide(&index, silent);
    assert_eq!((titles(&answer), answer.understood.widened_km), (vec!["Cariste à Douai"], Some(20)));
}
