//! Opening, migrating, telling who the database is.

use crate::helpers::{Db, postgres_server};
use store::{Backend, Hub, SchemaState, Store, StoreError, testing};

contract! {
    async fn migrating_again_changes_nothing(db: Db) {
        let id = db.store.database_id().await.unwrap();
        assert_eq!(id.len(), 36);
        db.store.migrate().await.unwrap();
        db.second().await.migrate().await.unwrap();
        assert_eq!(db.store.database_id().await.unwrap(), id);
        assert_eq!(db.store.schema_state().await.unwrap(), SchemaState::Current);
        db.store.require_current_schema().await.unwrap();
    }

    async fn another_schema_is_refused(db: Db) {
        let insert = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
            select 9999, description, success, checksum, execution_time from _sqlx_migrations where version = 1";
        testing::raw(&db.store, insert).await.unwrap();
        assert_eq!(db.store.schema_state().await.unwrap(), SchemaState::Newer);
        for error in [
            db.store.migrate().await.unwrap_err(),
            db.store.backup(&mut Vec::new()).await.unwrap_err(),
            db.store.restore(&b""[..]).await.unwrap_err(),
        ] {
            assert!(matches!(error, StoreError::SchemaNewer { found: 9999, needed: 12 }), "{error:?}");
        }
        testing::raw(&db.store, "drop table _sqlx_migrations").await.unwrap();
        assert_eq!(db.store.schema_state().await.unwrap(), SchemaState::Empty);
        let error = db.store.backup(&mut Vec::new()).await.unwrap_err();
        assert!(matches!(error, StoreError::SchemaOlder { found: 0, needed: 12 }), "{error:?}");
    }

    async fn the_hub_is_one_row(db: Db) {
        assert_eq!(db.store.hub().await.unwrap(), Hub::default());
        let hub = Hub {
            name: "Pôle de l’Alma".into(),
            phone: "0320123456".into(),
            place: "Roubaix".into(),
            demo: true,
            demo_day: Some(domain::time::Day(20_000)),
        };
        db.store.set_hub(&hub).await.unwrap();
        assert_eq!(db.second().await.hub().await.unwrap(), hub);
        db.store.set_hub(&Hub { demo: false, demo_day: None, ..hub.clone() }).await.unwrap();
        let set = db.store.hub().await.unwrap();
        assert_eq!((set.demo, set.demo_day, set.name), (false, None, hub.name));
    }

    async fn a_closed_store_answers_no_more(db: Db) {
        db.store.ping().await.unwrap();
        db.store.close().await;
        assert!(db.store.ping().await.is_err());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_may_migrate_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut urls = vec![format!("sqlite:{}", dir.path().join("a.db").display())];
    if let Some(server) = postgres_server() {
        urls.push(testing::fresh_postgres_url(&server, "many").await.unwrap());
    }
    for url in urls {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let url = url.clone();
            tasks.spawn(async move {
                let store = Store::open(&url, 2).await.unwrap();
                store.migrate().await.unwrap();
                store.database_id().await.unwrap()
            });
        }
        let mut ids = tasks.join_all().await;
        ids.dedup();
        assert_eq!(ids.len(), 1, "one id for one database");
    }
}

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    let sqlite = Db::sqlite().await;
    let Some(postgres) = Db::postgres("columns").await else { return };
    let of_sqlite = testing::texts(
        &sqlite.store,
        r#"select m.name || '.' || c.name || ' ' || lower(c.type)
              || case when c."notnull" = 1 or c.pk > 0 then ' not null' else '' end
           from sqlite_master m join pragma_table_info(m.name) c
           where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '_sqlx%' order by 1"#,
    )
    .await
    .unwrap();
    let of_postgres = testing::texts(
        &postgres.store,
        r#"select (table_name || '.' || column_name || ' ' || data_type
              || case when is_nullable = 'NO' then ' not null' else '' end) collate "C"
           from information_schema.columns
           where table_schema = current_schema() and table_name not like '\_sqlx%' order by 1"#,
    )
    .await
    .unwrap();
    assert!(of_sqlite.len() > 40, "{of_sqlite:?}");
    assert_eq!(of_sqlite, of_postgres);
}

#[tokio::test]
async fn an_address_that_is_not_understood_is_not_repeated() {
    for url in ["mysql://user:hunter2@host/db", "postgres://user:hunter2@host:nan/db", "hunter2"] {
        let error = Store::open(url, 1).await.unwrap_err();
        assert!(matches!(error, StoreError::Address), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
    let Some(server) = postgres_server() else { return };
    let (host, _) = server.split_once('@').unwrap().1.split_once('/').unwrap();
    let error = Store::open(&format!("postgres://postgres:hunter2@{host}/nobody_made_it"), 1).await.unwrap_err();
    assert!(matches!(error, StoreError::Db(_)), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
}

#[tokio::test]
async fn a_store_in_memory_is_for_one_test() {
    let store = Store::open("sqlite::memory:", 4).await.unwrap();
    assert_eq!(store.schema_state().await.unwrap(), SchemaState::Empty);
    store.migrate().await.unwrap();
    assert_eq!(store.backend(), Backend::Sqlite);
    assert_eq!(store.current_rev().await.unwrap(), 0);
    assert_eq!(format!("{store:?}"), "Store { backend: Sqlite, .. }");
    assert_eq!(store.integrity().await.unwrap(), Vec::<String>::new());
}
