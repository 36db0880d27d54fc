//! Reading what changed, page by page.

use crate::helpers::{Db, Follower, complete, forced, morning, number, offers, publish, published};
use domain::time::{Day, Timestamp};
use store::Cursor;

contract! {
    async fn a_large_import_is_read_in_small_pages(db: Db) {
        publish(&db.store, &offers(0..250), &complete(morning(1))).await;
        let mut follower = Follower::default();
        assert_eq!(follower.follow(&db.store, 7).await, 250);
        assert_eq!(follower.published.len(), 250);
        assert_eq!(follower.cursor.rev, 1);
        assert_eq!(follower.follow(&db.store, 7).await, 0, "nothing is read twice");
        assert_eq!(follower.follow(&db.store, 250).await, 0);
    }

    async fn a_cursor_after_a_number_reads_only_what_is_newer(db: Db) {
        publish(&db.store, &offers(0..100), &complete(morning(1))).await;
        publish(&db.store, &offers(1..101), &complete(morning(1))).await;
        let changes = db.store.changes_since(&Cursor::after(1), 1_000).await.unwrap();
        assert_eq!(changes.upserts.iter().map(|o| o.number).collect::<Vec<_>>(), [number("100")]);
        assert_eq!(changes.removed, [number("0")]);
        assert!(!changes.more);
        let nothing = db.store.changes_since(&Cursor::after(2), 1_000).await.unwrap();
        assert_eq!((nothing.upserts.len(), nothing.removed.len(), nothing.more), (0, 0, false));
        assert_eq!(nothing.next, Cursor::after(2));
    }

    async fn what_changes_between_two_pages_is_not_missed(db: Db) {
        publish(&db.store, &offers(0..100), &complete(morning(1))).await;
        let mut follower = Follower::default();
        let page = db.store.changes_since(&follower.cursor, 60).await.unwrap();
        assert!(page.more);
        follower.cursor = page.next;
        follower.published.extend(page.upserts.into_iter().map(|o| (o.number, o)));
        publish(&db.store, &offers(50..150), &complete(morning(2))).await;
        follower.follow(&db.store, 60).await;
        assert_eq!(follower.published, published(&db.store).await);
        assert_eq!(follower.published.len(), 100);
    }

    async fn closed_expired_and_purged_offers_are_told_as_removed(db: Db) {
        publish(&db.store, &offers(0..10), &complete(morning(1))).await;
        let mut away = Follower::default();
        away.follow(&db.store, 3).await;
        publish(&db.store, &offers(0..5), &forced(morning(2))).await;
        assert_eq!(db.store.close_expired(morning(63), Day(63)).await.unwrap(), 5);
        assert_eq!(db.store.purge_closed(Timestamp(morning(63).0)).await.unwrap(), 5);
        assert_eq!(db.store.offer(number("7")).await.unwrap(), None);
        let changes = db.store.changes_since(&away.cursor, 100).await.unwrap();
        assert_eq!((changes.upserts.len(), changes.removed.len()), (0, 10));
        away.follow(&db.store, 3).await;
        assert!(away.published.is_empty());
        // A tombstone does not hinder the offer from coming back.
        publish(&db.store, &offers(7..8), &complete(morning(64))).await;
        away.follow(&db.store, 3).await;
        assert_eq!(away.published.keys().copied().collect::<Vec<_>>(), [number("7")]);
        assert_eq!(away.published[&number("7")].first_seen, morning(64));
    }
}
