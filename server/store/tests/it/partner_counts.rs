//! What came of partners' boards: added up, gone with the partner, and without room for a person.

use crate::helpers::{Db, partner};
use domain::partner::{Counted, Host, PartnerEvent, PartnerKey};
use domain::time::Day;
use store::{Store, testing};

/// A Monday.
const WEEK: Day = Day(20_419);

fn row(key: &str, week: Day, event: PartnerEvent, host: Host, count: u64) -> (PartnerKey, Counted) {
    (partner(key).key, Counted { week, event, host, count })
}

fn site(key: &str) -> Host {
    Host::Site(partner(key).origins()[0].clone())
}

/// Some counts of the partner `canal`, and its secret.
pub(crate) async fn fill(store: &Store) {
    let counts = [
        row("canal", WEEK, PartnerEvent::View, site("canal"), 41),
        row("canal", WEEK, PartnerEvent::Open, Host::Direct, 3),
        row("canal", WEEK.plus(7), PartnerEvent::View, Host::Here, 2),
    ];
    store.add_counts(&counts).await.unwrap();
    assert!(store.set_partner_secret(&partner("canal").key, &"ab".repeat(32)).await.unwrap());
}

contract! {
    async fn counts_are_added_up(db: Db) {
        for key in ["canal", "relais"] {
            db.store.put_partner(&partner(key), false).await.unwrap();
        }
        db.store.add_counts(&[]).await.unwrap();
        let first = [
            row("canal", WEEK, PartnerEvent::View, site("canal"), 7),
            row("canal", WEEK, PartnerEvent::Start, Host::Other, 1),
            row("relais", WEEK, PartnerEvent::View, Host::Direct, 9),
            row("nobody", WEEK, PartnerEvent::View, Host::Direct, 9),
        ];
        db.store.add_counts(&first).await.unwrap();
        let other = db.second().await;
        let next = WEEK.plus(7);
        other.add_counts(&[first[0].clone(), row("canal", next, PartnerEvent::View, Host::Here, 2)]).await.unwrap();
        let all = db.store.counts(&partner("canal").key).await.unwrap();
        let [start, view, last] = &all[..] else { panic!("{all:?}") };
        assert_eq!((start.event, start.count), (PartnerEvent::Start, 1));
        assert_eq!((view.event, view.count, &view.host), (PartnerEvent::View, 14, &site("canal")));
        assert_eq!((last.week, last.count), (next, 2));
        assert_eq!(other.counts(&partner("relais").key).await.unwrap().len(), 1);
        assert!(other.counts(&partner("nobody").key).await.unwrap().is_empty(), "no such partner");
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);
    }

    async fn many_instances_add_at_once(db: Db) {
        db.store.put_partner(&partner("canal"), false).await.unwrap();
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let store = db.second().await;
            tasks.spawn(async move {
                for _ in 0..10 {
                    let rows = [PartnerEvent::View, PartnerEvent::Open].map(|event| row("canal", WEEK, event, Host::Direct, 1));
                    store.add_counts(&rows).await.unwrap();
                }
            });
        }
        tasks.join_all().await;
        let counts: Vec<u64> = db.store.counts(&partner("canal").key).await.unwrap().iter().map(|row| row.count).collect();
        assert_eq!(counts, [40, 40]);
    }

    async fn a_secret_is_replaced_and_goes_with_its_partner(db: Db) {
        let key = partner("canal").key;
        assert!(!db.store.set_partner_secret(&key, "aa").await.unwrap(), "no such partner");
        db.store.put_partner(&partner("canal"), false).await.unwrap();
        assert_eq!(db.store.partner_secret(&key).await.unwrap(), None);
        for hash in ["aa", "bb"] {
            assert!(db.store.set_partner_secret(&key, hash).await.unwrap());
            assert_eq!(db.second().await.partner_secret(&key).await.unwrap().as_deref(), Some(hash));
        }
        // Put in its own place it keeps them; taken away it leaves nothing behind.
        fill(&db.store).await;
        assert!(db.store.put_partner(&partner("canal"), true).await.unwrap());
        assert_eq!(db.store.counts(&key).await.unwrap().len(), 3);
        assert!(db.store.remove_partner("canal").await.unwrap());
        assert!(db.store.counts(&key).await.unwrap().is_empty());
        assert_eq!(db.store.partner_secret(&key).await.unwrap(), None);
    }

    async fn what_is_no_count_is_told(db: Db) {
        for (damage, told) in [
            ("update partner_counts set event = 'x' where event = 'open'", "unknown event"),
            ("update partner_counts set host = 'marie@asso.example' where event = 'open'", "its host is none"),
            ("update partner_counts set count = -1 where event = 'open'", "partner_counts.count"),
            ("update partner_counts set partner = 'autre' where event = 'open'", "not in the list of partners"),
            ("update partner_secrets set partner = 'A B'", "the secret of partner A B"),
        ] {
            db.store.put_partner(&partner("canal"), false).await.unwrap();
            fill(&db.store).await;
            testing::raw(&db.store, damage).await.unwrap();
            let wrong = db.store.integrity().await.unwrap();
            assert!(wrong.iter().any(|line| line.contains(told)), "{damage}: {wrong:?}");
            for sql in ["delete from partner_counts", "delete from partner_secrets"] {
                testing::raw(&db.store, sql).await.unwrap();
            }
        }
    }
}

/// No column could hold a person: who wants another one has to change this test, and to say why.
#[tokio::test]
async fn the_columns_of_counts_are_frozen() {
    let db = Db::sqlite().await;
    let columns = testing::texts(
        &db.store,
        "select m.name || '.' || c.name || ' ' || lower(c.type) from sqlite_master m join pragma_table_info(m.name) c
         where m.type = 'table' and m.name in ('partner_counts', 'partner_secrets') order by m.name, c.cid",
    );
    assert_eq!(
        columns.await.unwrap(),
        [
            "partner_counts.partner text",
            "partner_counts.week bigint",
            "partner_counts.event text",
            "partner_counts.host text",
            "partner_counts.count bigint",
            "partner_secrets.partner text",
            "partner_secrets.hash text",
        ]
    );
    // And what a host may be leaves room for a site or one of three words only.
    for person in ["Marie Dupont", "marie@asso.example", "0612345678", "https://asso.example/marie", "192.168.0.1"] {
        assert_eq!(Host::from_code(person), None, "{person}");
    }
}
