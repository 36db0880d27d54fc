//! What `check` finds.

use crate::helpers::{Db, complete, morning, number, offers, publish};
use crate::reference::{commune, rome};
use store::testing;

contract! {
    async fn a_sound_database_has_no_problem(db: Db) {
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);
        db.store.replace_places(&[commune("59512", "Roubaix")]).await.unwrap();
        db.store.replace_rome(&rome("460")).await.unwrap();
        publish(&db.store, &offers(0..1_500), &complete(morning(10))).await;
        publish(&db.store, &offers(10..1_510), &complete(morning(12))).await;
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);
    }

    async fn each_kind_of_damage_is_named_with_its_offer(db: Db) {
        publish(&db.store, &offers(0..5), &complete(morning(10))).await;
        let broken = number("3").to_string();
        for (damage, told) in [
            ("update offer_facts set facts = replace(facts, 'Cariste', 'Soudeur')
                where number = (select number from offers where source_id = '3')", "hash"),
            ("update offer_facts set facts = '{' where number = (select number from offers where source_id = '3')", "facts of"),
            ("delete from offer_facts where number = (select number from offers where source_id = '3')", "lost"),
            ("update offers set open_until = 1 where source_id = '3'", "last open day"),
            ("update offers set posted = 1 where source_id = '3'", "publication"),
            ("update offers set source_id = 'x' where source_id = '3'", "source or id"),
            ("insert into reports (id, number, reason, sent) select number, number, 'nope', 1 from offers where source_id = '3'", "unknown reason"),
            ("delete from offer_changes where number = (select number from offers where source_id = '3')", "no index"),
            ("update offer_changes set rev = 99 where number = (select number from offers where source_id = '3')", "99"),
        ] {
            let Some(db) = again(&db).await else { return };
            publish(&db.store, &offers(0..5), &complete(morning(10))).await;
            testing::raw(&db.store, damage).await.unwrap();
            let wrong = db.store.integrity().await.unwrap();
            assert!(wrong[0].contains(&broken) && wrong[0].contains(told), "{damage}: {wrong:?}");
        }
        testing::raw(&db.store, "delete from sources").await.unwrap();
        assert_eq!(
            db.store.integrity().await.unwrap(),
            ["5 offers of a source that is not in the list of sources"]
        );
    }
}

/// Another fresh database of the same kind.
async fn again(db: &Db) -> Option<Db> {
    match db.store.backend() {
        store::Backend::Sqlite => Some(Db::sqlite().await),
        store::Backend::Postgres => Db::postgres("damage").await,
    }
}
