//! What people show advisers for two hours.

use crate::helpers::Db;
use domain::time::Timestamp;

const NOW: Timestamp = Timestamp(1_000);

contract! {
    async fn a_handover_is_there_until_its_time_is_over_and_no_longer(db: Db) {
        assert!(db.store.keep_handover("a", "sealed", Timestamp(1_100)).await.unwrap());
        assert!(!db.store.keep_handover("a", "another", Timestamp(9_000)).await.unwrap(), "the name is taken");
        let other = db.second().await;
        let there = Some(("sealed".to_owned(), Timestamp(1_100)));
        assert_eq!(other.handover("a", NOW).await.unwrap(), there);
        assert_eq!(other.handover("a", Timestamp(1_099)).await.unwrap(), there);
        assert_eq!(other.handover("a", Timestamp(1_100)).await.unwrap(), None);
        assert_eq!(other.handover("b", NOW).await.unwrap(), None);
        assert_eq!(db.store.purge_handovers(Timestamp(1_099)).await.unwrap(), 0);
        assert_eq!(db.store.purge_handovers(Timestamp(1_100)).await.unwrap(), 1);
        assert_eq!(db.store.handover("a", NOW).await.unwrap(), None, "it is gone, not only hidden");
    }

    async fn either_side_closes_it(db: Db) {
        assert!(db.store.keep_handover("a", "sealed", Timestamp(2_000)).await.unwrap());
        assert!(db.second().await.close_handover("a").await.unwrap());
        assert!(!db.store.close_handover("a").await.unwrap());
        assert_eq!(db.store.handover("a", NOW).await.unwrap(), None);
    }

    async fn it_is_in_no_backup(db: Db) {
        assert!(db.store.keep_handover("name-of-it", "sealed-body", Timestamp(2_000)).await.unwrap());
        let mut file = Vec::new();
        db.store.backup(&mut file).await.unwrap();
        let text = String::from_utf8(file).unwrap();
        assert!(!text.contains("sealed-body") && !text.contains("name-of-it"), "{text}");
    }
}
