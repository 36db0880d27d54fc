//! Expiry, purge, leases.

use crate::helpers::{Db, complete, morning, number, offer, offers, open_ids, publish};
use domain::offer::Offer;
use domain::time::{Day, Timestamp};

contract! {
    async fn what_has_expired_is_closed_once(db: Db) {
        let closing = Offer { closes: Some(Day(105)), ..offer("closing", "Plongeur") };
        publish(&db.store, &[closing, offer("open", "Plongeuse")], &complete(morning(100))).await;
        assert_eq!(db.store.close_expired(morning(105), Day(105)).await.unwrap(), 0);
        assert_eq!(db.store.current_rev().await.unwrap(), 1, "nothing closed takes no number");
        assert_eq!(db.store.close_expired(morning(106), Day(106)).await.unwrap(), 1);
        assert_eq!(db.store.close_expired(morning(106), Day(106)).await.unwrap(), 0);
        assert_eq!(db.store.current_rev().await.unwrap(), 2);
        let closed = db.store.offer(number("closing")).await.unwrap().unwrap();
        assert_eq!((closed.closed, closed.rev), (Some(morning(106)), 2));
        assert_eq!(open_ids(&db.store, 106).await, ["open"]);
    }

    async fn many_expire_and_are_purged_in_batches(db: Db) {
        let all = offers(0..12_000);
        publish(&db.store, &all, &complete(morning(1))).await;
        assert_eq!(db.store.close_expired(morning(70), Day(70)).await.unwrap(), 12_000);
        assert_eq!(db.store.current_rev().await.unwrap(), 3, "a batch is a transaction");
        assert_eq!(db.store.purge_closed(morning(70)).await.unwrap(), 0, "closed at this very moment");
        assert_eq!(db.store.purge_closed(Timestamp(morning(70).0 + 1)).await.unwrap(), 12_000);
        assert_eq!(db.store.offers(&[number("0"), number("11999")]).await.unwrap(), []);
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);
    }

    async fn only_one_holds_a_lease(db: Db) {
        let second = db.second().await;
        assert!(db.store.take_lease("expire", "a", Timestamp(100), 60).await.unwrap());
        assert!(!second.take_lease("expire", "b", Timestamp(159), 60).await.unwrap());
        assert!(second.take_lease("purge", "b", Timestamp(159), 60).await.unwrap(), "another lease");
        assert!(db.store.take_lease("expire", "a", Timestamp(159), 60).await.unwrap(), "renewed");
        assert!(!second.take_lease("expire", "b", Timestamp(218), 60).await.unwrap());
        assert!(second.take_lease("expire", "b", Timestamp(219), 60).await.unwrap(), "run out");
        assert!(!db.store.take_lease("expire", "a", Timestamp(220), 60).await.unwrap());
    }
}
