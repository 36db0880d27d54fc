//! Reading offers.

use crate::helpers::{Db, complete, morning, number, offer, offer_of, offers, open_ids, publish, publish_of};
use domain::apply::ApplyChannel;
use domain::number::OfferNumber;
use domain::offer::Offer;
use domain::time::{Day, Timestamp};
use store::SourceState;

contract! {
    async fn open_offers_are_found_by_how_their_number_begins(db: Db) {
        publish(&db.store, &offers(0..300), &complete(morning(100))).await;
        let one = number("7");
        let short = one.short(&(0..300).map(|i| number(&i.to_string())).collect::<Vec<_>>());
        let range = OfferNumber::beginning(&short).unwrap();
        let found = db.store.open_called(range, Day(100), 20).await.unwrap();
        assert_eq!(found.iter().map(|offer| offer.number).collect::<Vec<_>>(), [one], "{short}");
        assert!(db.store.open_called(range, Day(100 + 61), 20).await.unwrap().is_empty(), "it is closed by then");
        assert!(db.store.open_called(range, Day(100), 0).await.unwrap().is_empty());
        let all = (OfferNumber::from_u64(0).unwrap(), OfferNumber::parse("zzzzzzzzzzzz").unwrap());
        let every = db.store.open_called(all, Day(100), 1_000).await.unwrap();
        assert_eq!(every.len(), 300);
        assert!(every.windows(2).all(|two| two[0].number < two[1].number));
    }

    async fn an_offer_comes_back_as_it_went_in(db: Db) {
        let full = Offer {
            posted: Some(Day(100)),
            closes: Some(Day(120)),
            text: Some("Travail d'équipe, l’après‑midi.\n« Bienvenue » \u{0} \u{1F600}".into()),
            apply: vec![ApplyChannel::Email("emploi@exemple.fr".into())],
            ..offer("é'\"; drop table offers", "Agent·e d’entretien (H/F)")
        };
        publish(&db.store, std::slice::from_ref(&full), &complete(morning(101))).await;
        let stored = db.store.offer(full.number()).await.unwrap().unwrap();
        assert_eq!(stored.offer, full);
        assert_eq!(stored.number, full.number());
        assert_eq!((stored.first_seen, stored.confirmed, stored.changed), (morning(101), morning(101), morning(101)));
        assert_eq!((stored.closed, stored.rev), (None, 1));
        assert_eq!(db.store.offer(number("not there")).await.unwrap(), None);
    }

    async fn offers_come_in_the_order_asked_for(db: Db) {
        publish(&db.store, &offers(0..1_200), &complete(morning(1))).await;
        let asked: Vec<_> = (0..1_200).rev().map(|i| number(&i.to_string())).collect();
        let found = db.store.offers(&asked).await.unwrap();
        assert_eq!(found.iter().map(|o| o.number).collect::<Vec<_>>(), asked);
        let some = [number("7"), number("nobody"), number("3"), number("7")];
        let found = db.store.offers(&some).await.unwrap();
        let ids: Vec<_> = found.iter().map(|o| o.offer.source_id.as_str()).collect();
        assert_eq!(ids, ["7", "3", "7"]);
        assert_eq!(db.store.offers(&[]).await.unwrap(), []);
    }

    async fn the_newest_come_first_and_the_undated_last(db: Db) {
        let dated = |id: &str, day: Option<i32>| Offer { posted: day.map(Day), ..offer(id, "Serveur") };
        let all = [dated("old", Some(10)), dated("undated", None), dated("new", Some(30)), dated("mid", Some(20))];
        publish(&db.store, &all, &complete(morning(40))).await;
        assert_eq!(open_ids(&db.store, 40).await, ["new", "mid", "old", "undated"]);
        let page = db.store.newest_open(Day(40), 2, 1).await.unwrap();
        assert_eq!(page.iter().map(|o| o.offer.source_id.as_str()).collect::<Vec<_>>(), ["mid", "old"]);

        let same_day: Vec<_> = (0..20).map(|i| dated(&i.to_string(), Some(30))).collect();
        publish_of(&db.store, "feed", &same_day, &complete(morning(41))).await;
        let mut numbers: Vec<_> = same_day.iter().map(Offer::number).collect();
        numbers.sort();
        let listed: Vec<_> =
            db.store.newest_open(Day(41), 100, 0).await.unwrap().into_iter().map(|o| o.number).collect();
        assert_eq!(listed, numbers, "on the same day, by number");
    }

    async fn all_open_offers_are_read_in_parts(db: Db) {
        publish(&db.store, &offers(0..300), &complete(morning(10))).await;
        let whole = db.store.open_between(Day(10), OfferNumber::from_u64(0).unwrap(), None).await.unwrap();
        assert_eq!(whole.len(), 300);
        let mut parts = Vec::new();
        for part in 0..4_u64 {
            let at = |part: u64| OfferNumber::from_u64(part << 58);
            parts.extend(db.store.open_between(Day(10), at(part).unwrap(), at(part + 1)).await.unwrap());
        }
        assert_eq!(parts, whole);
        assert!(whole.is_sorted_by_key(|o| o.number));
        assert_eq!(db.store.open_between(Day(90), OfferNumber::from_u64(0).unwrap(), None).await.unwrap(), []);
    }

    async fn what_is_over_is_not_open_even_before_any_job_ran(db: Db) {
        let closing = Offer { closes: Some(Day(105)), ..offer("closing", "Plongeur") };
        publish(&db.store, &[closing, offer("open", "Plongeuse")], &complete(morning(100))).await;
        assert_eq!(db.store.count_open(Day(105)).await.unwrap(), 2);
        assert_eq!(open_ids(&db.store, 106).await, ["open"]);
        assert_eq!(open_ids(&db.store, 160).await, ["open"]);
        assert_eq!(open_ids(&db.store, 161).await, [""; 0], "60 days after the last confirmation");
        assert!(!db.store.offer(number("closing")).await.unwrap().unwrap().is_open(Day(106)));
    }

    async fn each_source_tells_its_last_import(db: Db) {
        publish_of(&db.store, "b", &[offer_of("b", "1", "Cariste")], &complete(morning(2))).await;
        publish_of(&db.store, "a", &[offer_of("a", "1", "Cariste")], &complete(morning(1))).await;
        publish_of(&db.store, "a", &[], &complete(morning(3))).await;
        db.store.begin_import("c", morning(4)).await.unwrap();
        let state = |source: &str, live, last_import: Option<Timestamp>| {
            SourceState { source: source.into(), live, last_import }
        };
        assert_eq!(
            db.store.sources().await.unwrap(),
            [state("a", 0, Some(morning(3))), state("b", 1, Some(morning(2))), state("c", 0, None)]
        );
    }
}
