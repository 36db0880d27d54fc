//! Several at once: nobody fails, nobody sees a half.

use crate::helpers::{
    Db, Follower, complete, morning, offer, offer_of, offers, partial, publish, publish_of, published,
};
use domain::import::ImportReport;
use domain::offer::Offer;
use domain::time::{Day, Timestamp};
use store::Hub;
use tokio::task::JoinSet;

contract! {
    async fn others_write_while_an_import_runs(db: Db) {
        let importer = db.second().await;
        let import = tokio::spawn(async move {
            let feed = offers(0..100_000);
            publish(&importer, &feed, &complete(morning(10))).await
        });
        let mut writes = 0;
        while !import.is_finished() {
            let hub = Hub { name: format!("Hub {writes}"), ..Hub::default() };
            db.store.set_hub(&hub).await.unwrap();
            assert!(db.store.take_lease("expire", "a", morning(10), 60).await.unwrap());
            assert_eq!(db.store.hub().await.unwrap(), hub);
            // Readers see all of the feed or nothing of it.
            let open = db.store.count_open(Day(10)).await.unwrap();
            assert!(open == 0 || open == 100_000, "{open}");
            writes += 1;
        }
        assert_eq!(import.await.unwrap().new, 100_000);
        assert!(writes > 20, "{writes} writes");
    }

    async fn sources_are_published_at_once_and_numbers_have_no_gap(db: Db) {
        let mut tasks = JoinSet::new();
        for source in ["a", "b", "c", "d"] {
            let store = db.second().await;
            tasks.spawn(async move {
                for round in 0..5 {
                    let feed: Vec<Offer> =
                        (0..300).map(|i| offer_of(source, &i.to_string(), &format!("Tour {round}"))).collect();
                    let report = publish_of(&store, source, &feed, &complete(Timestamp(morning(10).0 + round))).await;
                    assert_eq!(report.new + report.changed, 300);
                }
            });
        }
        let expiring = db.second().await;
        tasks.spawn(async move {
            for _ in 0..20 {
                assert_eq!(expiring.close_expired(morning(11), Day(11)).await.unwrap(), 0);
                expiring.purge_closed(morning(5)).await.unwrap();
            }
        });
        // Whoever follows the changes meanwhile misses none.
        let mut follower = Follower::default();
        while let Some(result) = tasks.try_join_next().map_or_else(|| (!tasks.is_empty()).then_some(Ok(())), Some) {
            result.unwrap();
            follower.follow(&db.store, 170).await;
        }
        follower.follow(&db.store, 170).await;
        assert_eq!(follower.published, published(&db.store).await);
        assert_eq!(follower.published.len(), 1_200);
        assert!(follower.published.values().all(|o| o.offer.title == "Tour 4"));
        assert_eq!(db.store.current_rev().await.unwrap(), 20, "one number for each publication");
    }

    async fn one_source_published_at_once_ends_as_the_last_one_says(db: Db) {
        let mut tasks = JoinSet::new();
        for part in 0..6_u32 {
            let store = db.second().await;
            tasks.spawn(async move {
                let ids = part * 50..part * 50 + 100;
                publish(&store, &offers(ids), &partial(morning(10))).await
            });
        }
        let reports = tasks.join_all().await;
        assert_eq!(reports.iter().map(|r| r.new).sum::<u64>(), 350, "each offer is new once");
        assert_eq!(reports.iter().map(|r| r.unchanged).sum::<u64>(), 250);
        assert_eq!(db.store.count_open(Day(10)).await.unwrap(), 350);
    }

    async fn expiry_and_publication_of_the_same_offers_agree(db: Db) {
        let day = 200;
        publish(&db.store, &offers(0..2_000), &complete(morning(100))).await;
        let mut tasks = JoinSet::new();
        for _ in 0..2 {
            let store = db.second().await;
            tasks.spawn(async move { store.close_expired(morning(day), Day(day)).await.unwrap(); });
            let store = db.second().await;
            tasks.spawn(async move { publish(&store, &offers(0..2_000), &partial(morning(day))).await; });
        }
        tasks.join_all().await;
        assert_eq!(db.store.count_open(Day(day)).await.unwrap(), 2_000);
        assert_eq!(published(&db.store).await.len(), 2_000);
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);
    }

    async fn a_publication_that_is_dropped_halfway_leaves_the_store_usable(db: Db) {
        publish(&db.store, &offers(0..500), &complete(morning(10))).await;
        let before = published(&db.store).await;
        let import = db.store.begin_import("feed", morning(11)).await.unwrap();
        db.store.stage(&import, &[offer("1", "Autre")]).await.unwrap();
        let options = partial(morning(11));
        {
            let publishing = db.store.publish(import, &options, ImportReport::default());
            tokio::pin!(publishing);
            // Polled a few times, then thrown away, as when a task is aborted.
            for _ in 0..3 {
                tokio::select! { biased; _ = &mut publishing => break, () = tokio::task::yield_now() => {} }
            }
        }
        let after = published(&db.store).await;
        assert!(after == before || after.values().any(|o| o.offer.title == "Autre"));
        let report = publish(&db.store, &offers(0..500), &complete(morning(12))).await;
        assert_eq!(report.new + report.changed + report.unchanged, 500);
    }
}
