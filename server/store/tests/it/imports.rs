//! What an import of offers does: new, changed, unchanged, closed, refused, abandoned.

use crate::helpers::{
    Db, complete, counts, forced, morning, number, offer, offer_of, offers, partial, publish, publish_of, published,
    sorted_open_ids,
};
use domain::import::{ImportReport, Outcome, Refusal};
use domain::offer::Offer;
use domain::time::{Day, Timestamp};
use store::{MAX_STAGED, StoreError, testing};

contract! {
    async fn a_feed_is_new_then_unchanged_then_changed_then_closed(db: Db) {
        let store = &db.store;
        let feed = [offer("1", "Cariste"), offer("2", "Serveur"), offer("3", "Peintre")];
        let report = publish(store, &feed, &complete(morning(10))).await;
        assert_eq!(counts(&report), (3, 0, 0, 0));
        assert_eq!((report.kind.as_str(), report.source.as_str(), report.read), ("offers", "feed", 3));
        assert_eq!(store.current_rev().await.unwrap(), 1);

        let next = [offer("1", "Cariste"), offer("2", "Serveuse"), offer("4", "Soudeur")];
        let report = publish(store, &next, &complete(Timestamp(morning(10).0 + 60))).await;
        assert_eq!(counts(&report), (1, 1, 1, 1));
        assert_eq!(sorted_open_ids(store, 10).await, ["1", "2", "4"]);
        let gone = store.offer(number("3")).await.unwrap().unwrap();
        assert_eq!((gone.closed, gone.rev), (Some(Timestamp(morning(10).0 + 60)), 2));
        let changed = store.offer(number("2")).await.unwrap().unwrap();
        assert_eq!(changed.first_seen, morning(10));
        assert_eq!(changed.changed, Timestamp(morning(10).0 + 60));
        assert_eq!(store.offer(number("1")).await.unwrap().unwrap().rev, 1, "unchanged on the same day: untouched");
    }

    async fn the_same_feed_again_on_the_same_day_changes_nothing(db: Db) {
        let feed = offers(0..120);
        publish(&db.store, &feed, &complete(morning(10))).await;
        let before = published(&db.store).await;
        let report = publish(&db.store, &feed, &complete(Timestamp(morning(11).0 - 9 * 3_600))).await;
        assert_eq!(counts(&report), (0, 0, 120, 0));
        assert_eq!(db.store.current_rev().await.unwrap(), 1);
        assert_eq!(published(&db.store).await, before);

        let report = publish(&db.store, &feed, &complete(morning(11))).await;
        assert_eq!(counts(&report), (0, 0, 120, 0));
        assert_eq!(db.store.current_rev().await.unwrap(), 2);
        let confirmed = db.store.offer(number("7")).await.unwrap().unwrap();
        assert_eq!((confirmed.confirmed, confirmed.changed, confirmed.rev), (morning(11), morning(10), 2));
        assert!(sorted_open_ids(&db.store, 11 + 60).await.len() == 120, "open for 60 days after the confirmation");
    }

    async fn an_offer_that_comes_back_is_the_same_and_counts_as_new(db: Db) {
        let both = [offer("1", "Cariste"), offer("2", "Serveur")];
        publish(&db.store, &both, &complete(morning(10))).await;
        publish(&db.store, &both[..1], &complete(morning(11))).await;
        let report = publish(&db.store, &both, &complete(morning(12))).await;
        assert_eq!(counts(&report), (1, 0, 1, 0));
        let back = db.store.offer(number("2")).await.unwrap().unwrap();
        assert_eq!((back.first_seen, back.changed, back.closed), (morning(10), morning(10), None));
        assert_eq!(back.confirmed, morning(12));

        // Expired for want of confirmation, and closed by nobody yet.
        let report = publish(&db.store, &both, &complete(morning(90))).await;
        assert_eq!(counts(&report), (2, 0, 0, 0));
        assert_eq!(sorted_open_ids(&db.store, 90).await, ["1", "2"]);
    }

    async fn an_offer_that_is_over_when_it_arrives_stays_over(db: Db) {
        let over = |title: &str| Offer { closes: Some(Day(50)), ..offer("1", title) };
        let report = publish(&db.store, &[over("Cariste")], &complete(morning(60))).await;
        assert_eq!(counts(&report), (1, 0, 0, 0));
        assert_eq!(db.store.count_open(Day(60)).await.unwrap(), 0);
        db.store.close_expired(morning(60), Day(60)).await.unwrap();
        for day in 60..63 {
            let rev = db.store.current_rev().await.unwrap();
            let report = publish(&db.store, &[over("Cariste")], &complete(morning(day))).await;
            assert_eq!(counts(&report), (0, 0, 1, 0));
            assert_eq!(db.store.current_rev().await.unwrap(), rev, "nothing to tell");
        }
        let report = publish(&db.store, &[over("Caristes")], &complete(morning(63))).await;
        assert_eq!(counts(&report), (0, 1, 0, 0));
        let extended = Offer { closes: Some(Day(99)), ..over("Caristes") };
        let report = publish(&db.store, &[extended], &complete(morning(63))).await;
        assert_eq!(counts(&report), (1, 0, 0, 0));
        assert_eq!(sorted_open_ids(&db.store, 63).await, ["1"]);
    }

    async fn a_part_of_a_feed_closes_nothing(db: Db) {
        publish(&db.store, &offers(0..100), &complete(morning(10))).await;
        let report = publish(&db.store, &offers(99..102), &partial(morning(11))).await;
        assert_eq!(counts(&report), (2, 0, 1, 0));
        assert_eq!(db.store.count_open(Day(11)).await.unwrap(), 102);
    }

    async fn a_feed_touches_only_its_own_source(db: Db) {
        let theirs: Vec<_> = (0..5).map(|i| offer_of("other", &i.to_string(), "Cariste")).collect();
        publish_of(&db.store, "other", &theirs, &complete(morning(10))).await;
        let report = publish(&db.store, &offers(0..5), &complete(morning(10))).await;
        assert_eq!(counts(&report), (5, 0, 0, 0));
        publish(&db.store, &[], &complete(morning(10))).await;
        assert_eq!(db.store.count_open(Day(10)).await.unwrap(), 5);
    }

    async fn a_broken_feed_is_refused_and_changes_nothing(db: Db) {
        publish(&db.store, &offers(0..100), &complete(morning(10))).await;
        let before = published(&db.store).await;
        let mut broken = offers(0..60);
        broken[0].title = "Autre chose".into();
        let report = publish(&db.store, &broken, &complete(morning(11))).await;
        assert_eq!(report.refusal, Some(Refusal::TooFew { valid: 60, live: 100 }));
        assert_eq!(counts(&report), (0, 0, 0, 0));
        let others = offers(70..170);
        let report = publish(&db.store, &others, &complete(morning(11))).await;
        assert_eq!(report.refusal, Some(Refusal::TooManyClosed { closing: 70, live: 100 }));

        assert_eq!(published(&db.store).await, before);
        assert_eq!(db.store.current_rev().await.unwrap(), 1);
        assert_eq!(db.store.sources().await.unwrap()[0].last_import, Some(morning(10)));
        let runs = db.store.import_runs(10).await.unwrap();
        let outcomes: Vec<_> = runs.iter().map(|run| run.report.outcome()).collect();
        assert_eq!(outcomes, [Outcome::Refused, Outcome::Refused, Outcome::Published]);
        assert_eq!(testing::number(&db.store, "select count(*) from import_staging").await.unwrap(), 0);
        assert_eq!(testing::number(&db.store, "select count(*) from change_plan").await.unwrap(), 0);

        let report = publish(&db.store, &broken, &forced(morning(11))).await;
        assert_eq!(counts(&report), (0, 1, 59, 40));
        // Below 50 live offers nothing is checked.
        publish(&db.store, &offers(0..40), &forced(morning(11))).await;
        let report = publish(&db.store, &offers(0..1), &complete(morning(11))).await;
        assert_eq!(counts(&report), (0, 0, 1, 39));
    }

    async fn the_last_of_two_with_the_same_id_counts(db: Db) {
        let import = db.store.begin_import("feed", morning(1)).await.unwrap();
        let batch = [offer("1", "a"), offer("2", "a"), offer("1", "b")];
        assert_eq!(db.store.stage(&import, &batch).await.unwrap(), 1);
        assert_eq!(db.store.stage(&import, &[]).await.unwrap(), 0);
        assert_eq!(db.store.stage(&import, &[offer("2", "c"), offer("3", "c")]).await.unwrap(), 1);
        let report = db.store.publish(import, &complete(morning(1)), ImportReport::default()).await.unwrap();
        assert_eq!(counts(&report), (3, 0, 0, 0));
        assert_eq!(db.store.offer(number("1")).await.unwrap().unwrap().offer.title, "b");
        assert_eq!(db.store.offer(number("2")).await.unwrap().unwrap().offer.title, "c");
    }

    async fn what_cannot_be_staged_is_refused(db: Db) {
        let import = db.store.begin_import("feed", morning(1)).await.unwrap();
        for (offers, why) in [
            (vec![offer_of("other", "1", "Cariste")], "an offer of other in an import of feed"),
            (vec![offer("a\0b", "Cariste")], "NUL"),
            (offers(0..(MAX_STAGED as u32 + 1)), "at most 1000"),
        ] {
            let error = db.store.stage(&import, &offers).await.unwrap_err();
            assert!(matches!(&error, StoreError::Conflict(what) if what.contains(why)), "{error}");
        }
        assert_eq!(db.store.stage(&import, &offers(0..MAX_STAGED as u32)).await.unwrap(), 0);
        db.store.abandon(import).await.unwrap();
    }

    async fn an_import_that_is_not_published_leaves_no_trace(db: Db) {
        publish(&db.store, &offers(0..10), &complete(morning(10))).await;
        let before = published(&db.store).await;
        let abandoned = db.store.begin_import("feed", morning(11)).await.unwrap();
        db.store.stage(&abandoned, &offers(5..30)).await.unwrap();
        let killed = db.store.begin_import("feed", morning(11)).await.unwrap();
        db.store.stage(&killed, &offers(5..40)).await.unwrap();
        assert_eq!(published(&db.store).await, before);
        db.store.abandon(abandoned).await.unwrap();
        assert_eq!(testing::number(&db.store, "select count(*) from import_staging").await.unwrap(), 35);
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);

        // The next one, more than a day later, sweeps away what the killed one left.
        let next = db.store.begin_import("feed", Timestamp(morning(12).0 + 1)).await.unwrap();
        assert_eq!(testing::number(&db.store, "select count(*) from import_staging").await.unwrap(), 0);
        let error = db.store.stage(&killed, &offers(0..1)).await.unwrap_err();
        assert!(matches!(&error, StoreError::Conflict(why) if why.contains("taken for dead")), "{error}");
        let error = db.store.publish(killed, &complete(morning(12)), ImportReport::default()).await.unwrap_err();
        assert!(matches!(error, StoreError::Conflict(_)), "{error}");
        db.store.stage(&next, &offers(0..10)).await.unwrap();
        assert_eq!(published(&db.store).await, before);
    }

    async fn a_publication_that_fails_changes_nothing(db: Db) {
        publish(&db.store, &offers(0..60), &complete(morning(10))).await;
        let before = published(&db.store).await;
        let import = db.store.begin_import("feed", morning(11)).await.unwrap();
        db.store.stage(&import, &offers(10..80)).await.unwrap();
        testing::raw(&db.store, "alter table import_runs rename to elsewhere").await.unwrap();
        let error = db.store.publish(import, &complete(morning(11)), ImportReport::default()).await.unwrap_err();
        assert!(matches!(error, StoreError::Db(_)), "{error}");
        testing::raw(&db.store, "alter table elsewhere rename to import_runs").await.unwrap();
        assert_eq!(published(&db.store).await, before);
        assert_eq!(db.store.current_rev().await.unwrap(), 1);
        let report = publish(&db.store, &offers(10..80), &complete(morning(11))).await;
        assert_eq!(counts(&report), (20, 0, 50, 10));
    }

    async fn two_imports_at_once_do_not_see_each_other(db: Db) {
        let second = db.second().await;
        let a = db.store.begin_import("feed", morning(10)).await.unwrap();
        let b = second.begin_import("feed", morning(10)).await.unwrap();
        db.store.stage(&a, &offers(0..10)).await.unwrap();
        second.stage(&b, &offers(5..15)).await.unwrap();
        let report = db.store.publish(a, &complete(morning(10)), ImportReport::default()).await.unwrap();
        assert_eq!(counts(&report), (10, 0, 0, 0));
        let report = second.publish(b, &complete(morning(10)), ImportReport::default()).await.unwrap();
        assert_eq!(counts(&report), (5, 0, 5, 5), "against what the first one published");
        assert_eq!(db.store.count_open(Day(10)).await.unwrap(), 10);
        assert_eq!(testing::number(&db.store, "select count(*) from imports").await.unwrap(), 0);
    }

    async fn every_run_leaves_its_report(db: Db) {
        let mut report = ImportReport { kind: "places".into(), source: "insee".into(), ..ImportReport::default() };
        report.miss("point");
        report.new = 35_014;
        db.store.record_run(&report, morning(1), Timestamp(morning(1).0 + 5)).await.unwrap();
        publish(&db.store, &offers(0..3), &complete(morning(2))).await;
        let runs = db.store.import_runs(10).await.unwrap();
        assert_eq!(runs.len(), 2);
        assert_eq!(runs[0].report.source, "feed");
        assert_eq!((runs[0].started, runs[0].ended, runs[0].report.new), (morning(2), morning(2), 3));
        assert_eq!(runs[1].report, report);
        assert_eq!((runs[1].started, runs[1].ended), (morning(1), Timestamp(morning(1).0 + 5)));
        assert_eq!(db.store.import_runs(1).await.unwrap(), runs[..1]);
    }
}
