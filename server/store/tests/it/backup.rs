//! The portable backup: the same file from both databases, restored whole or not at all.

use crate::helpers::{Db, Follower, complete, forced, help_place, morning, offer, offers, partner, publish, published};
use crate::partner_counts;
use crate::reference::{basin, commune, rome};
use crate::trainings;
use domain::import::ImportReport;
use domain::offer::Offer;
use domain::report::{Report, ReportReason, ReportText};
use domain::time::{Day, Timestamp};
use store::{Hub, Store, StoreError, testing};

/// Something in every table.
async fn fill(store: &Store) {
    let hub = Hub { name: "Le Relais".into(), demo: true, demo_day: Some(Day(20)), ..Hub::default() };
    store.set_hub(&hub).await.unwrap();
    store.replace_places(&[commune("59512", "Roubaix"), commune("2A004", "Ajaccio")]).await.unwrap();
    store.replace_basins(&[basin("CLPE59004", "Lille Metropole")]).await.unwrap();
    store.replace_rome(&rome("460")).await.unwrap();
    store.replace_help_places(&[help_place("Le Relais"), help_place("Accueil")], &[]).await.unwrap();
    store.put_partner(&partner("relais"), false).await.unwrap();
    store.put_partner(&partner("canal"), false).await.unwrap();
    partner_counts::fill(store).await;
    let mut feed = offers(0..1_300);
    feed[3].text = Some("Ligne\nà « guillemets » \u{0} é \u{1F600}".into());
    feed[4].closes = Some(Day(15));
    publish(store, &feed, &complete(morning(10))).await;
    publish(store, &feed[..900], &complete(morning(11))).await;
    publish(store, &feed[..3], &complete(morning(12))).await;
    store.close_expired(morning(20), Day(20)).await.unwrap();
    store.purge_closed(Timestamp(morning(12).0)).await.unwrap();
    store
        .record_run(&ImportReport { kind: "rome".into(), ..ImportReport::default() }, morning(1), morning(1))
        .await
        .unwrap();
    for (reason, text) in
        [(ReportReason::Money, Some("On m'a demandé 50 €\n« d'avance »")), (ReportReason::Filled, None)]
    {
        let text = text.and_then(|t| ReportText::parse(t).unwrap());
        store
            .add_report(&Report { number: feed[0].number(), reason, text, at: morning(13) }, reason.code())
            .await
            .unwrap();
    }
    let first = store.reports(Timestamp(0), true, 1).await.unwrap().remove(0);
    store.handle_report(&first.id, morning(14)).await.unwrap();
    store.replace_certifications(&[trainings::certification(1)]).await.unwrap();
    trainings::publish(store, &[trainings::training("a"), trainings::training("b")], false, false).await;
    // Under way, and so not in the backup.
    let import = store.begin_import("feed", morning(21)).await.unwrap();
    store.stage(&import, &offers(0..3)).await.unwrap();
    store.take_lease("expire", "a", morning(21), 60).await.unwrap();
}

async fn backup(store: &Store) -> String {
    let mut out = Vec::new();
    let rows = store.backup(&mut out).await.unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.lines().count() as u64, rows + 2);
    text
}

fn body(text: &str) -> &str {
    text.split_once('\n').unwrap().1
}

async fn same_kind(db: &Db) -> Db {
    match db.store.backend() {
        store::Backend::Sqlite => Db::sqlite().await,
        store::Backend::Postgres => Db::postgres("restored").await.unwrap(),
    }
}

contract! {
    async fn a_restored_database_gives_the_same_backup(db: Db) {
        fill(&db.store).await;
        let first = backup(&db.store).await;
        assert_eq!(backup(&db.store).await, first, "the same at any time");
        let other = same_kind(&db).await;
        let rows = other.store.restore(first.as_bytes()).await.unwrap();
        assert_eq!(rows + 2, first.lines().count() as u64);
        let second = backup(&other.store).await;
        assert_eq!(body(&second), body(&first));
        assert_ne!(second, first, "another database has another id");
        assert_eq!(published(&other.store).await, published(&db.store).await);
        assert_eq!(other.store.hub().await.unwrap(), db.store.hub().await.unwrap());
        assert_eq!(other.store.communes().await.unwrap(), db.store.communes().await.unwrap());
        assert_eq!(other.store.basins().await.unwrap(), db.store.basins().await.unwrap());
        assert_eq!(other.store.help_places().await.unwrap(), db.store.help_places().await.unwrap());
        assert_eq!(other.store.partners().await.unwrap(), db.store.partners().await.unwrap());
        let canal = partner("canal").key;
        assert_eq!(other.store.counts(&canal).await.unwrap(), db.store.counts(&canal).await.unwrap());
        assert_eq!(other.store.partner_secret(&canal).await.unwrap(), Some("ab".repeat(32)));
        assert_eq!(other.store.import_runs(100).await.unwrap(), db.store.import_runs(100).await.unwrap());
        let reports = db.store.reports(Timestamp(0), false, 10).await.unwrap();
        assert_eq!(other.store.reports(Timestamp(0), false, 10).await.unwrap(), reports);
        assert_eq!((reports.len(), other.store.reports_waiting().await.unwrap()), (2, 1));
        assert_eq!(other.store.rome_version().await.unwrap(), db.store.rome_version().await.unwrap());
        assert_eq!(other.store.reference_rev().await.unwrap(), db.store.reference_rev().await.unwrap());
        assert_eq!(other.store.integrity().await.unwrap(), [""; 0]);

        // Life goes on with the next change number.
        let rev = other.store.current_rev().await.unwrap();
        assert_eq!(rev, db.store.current_rev().await.unwrap());
        let report = publish(&other.store, &offers(0..5), &forced(morning(22))).await;
        assert_eq!(other.store.current_rev().await.unwrap(), rev + 1);
        assert_eq!(report.unchanged + report.changed + report.new, 5);
        let mut follower = Follower::default();
        follower.follow(&other.store, 100).await;
        assert_eq!(follower.published.len(), 5);
    }

    async fn only_an_empty_database_is_restored_into(db: Db) {
        fill(&db.store).await;
        let text = backup(&db.store).await;
        let error = db.store.restore(text.as_bytes()).await.unwrap_err();
        assert!(matches!(error, StoreError::NotEmpty), "{error}");
        assert_eq!(backup(&db.store).await, text);
        let used = same_kind(&db).await;
        publish(&used.store, &[offer("1", "Cariste")], &complete(morning(1))).await;
        assert!(matches!(used.store.restore(text.as_bytes()).await.unwrap_err(), StoreError::NotEmpty));
    }

    async fn a_file_that_is_not_whole_restores_nothing(db: Db) {
        let source = same_kind(&db).await;
        fill(&source.store).await;
        let text = backup(&source.store).await;
        let lines: Vec<&str> = text.lines().collect();
        let last = lines.len() as u64;
        let join = |lines: &[&str]| lines.iter().flat_map(|l| [*l, "\n"]).collect::<String>();
        let edit = |line: usize, new: &str| {
            let mut edited = lines.clone();
            edited[line - 1] = new;
            join(&edited)
        };
        let at = |what: &str| lines.iter().position(|l| l.starts_with(what)).unwrap() + 1;
        let (hub, title) = (at("{\"hub\""), at("{\"appellation\""));
        let (offer, change) = (at("{\"offer\""), at("{\"change\""));
        let twice = [&lines[..offer], &lines[offer - 1..]].concat();
        let without_one = [&lines[..offer - 1], &lines[offer..]].concat();
        let cases: Vec<(String, u64, &str)> = vec![
            (String::new(), 1, "no header"),
            ("{\"resultats\": []}\n".into(), 1, "unknown variant"),
            (join(&lines[1..]), 1, "no header"),
            (join(&lines[..lines.len() - 1]), last, "cut off"),
            (join(&lines[..40]), 41, "cut off"),
            (text[..text.len() - 1].to_owned(), last, "cut off"),
            (text[..text.len() / 2].to_owned(), text[..text.len() / 2].lines().count() as u64, "cut off"),
            (format!("{text}{}\n", lines[1]), last + 1, "follows"),
            (edit(hub, "{\"hub\":{\"name\":\"x\"}}"), hub as u64, "missing field"),
            (edit(hub, &lines[hub - 1].replace("Le Relais", "Le Relent")), last, "SHA-256"),
            (edit(offer, "garbage"), offer as u64, "expected value"),
            (edit(offer, &lines[offer - 1].replace("\"source_id\":\"", "\"source_id\":\"x")), offer as u64, "facts of offer"),
            (edit(offer, lines[0]), offer as u64, "second header"),
            (edit(change, &lines[change - 1].replace("\"rev\":", "\"rev\":9")), change as u64, "newer than the backup"),
            (edit(title, &lines[title - 1].replace("D1102", "A1101")), title as u64, "no occupation"),
            (edit(1, &lines[0].replace("\"format\":1", "\"format\":7")), 1, "format 7"),
            (join(&twice), 1_003, "refused by the database"),
            (join(&without_one), last - 1, "should hold"),
        ];
        let untouched = backup(&db.store).await;
        for (file, line, why) in cases {
            let error = db.store.restore(file.as_bytes()).await.unwrap_err();
            let StoreError::Backup { line: told, what } = &error else { panic!("{why}: {error:?}") };
            assert!(what.contains(why), "{why}: {error}");
            if why != "refused by the database" {
                assert_eq!(*told, line, "{error}");
            }
            assert_eq!(backup(&db.store).await, untouched, "{why}: nothing was restored");
        }
        let newer = edit(1, &lines[0].replace("\"schema\":12", "\"schema\":9999"));
        let error = db.store.restore(newer.as_bytes()).await.unwrap_err();
        assert!(matches!(error, StoreError::SchemaNewer { found: 9999, needed: 12 }), "{error}");
        // And the whole one still goes in.
        db.store.restore(text.as_bytes()).await.unwrap();
        assert_eq!(body(&backup(&db.store).await), body(&text));
    }

    async fn a_backup_shows_one_instant_while_others_write(db: Db) {
        publish(&db.store, &offers(0..3_000), &complete(morning(10))).await;
        let writer = db.second().await;
        let writing = tokio::spawn(async move {
            for day in 11..15 {
                let feed: Vec<Offer> = offers(0..3_000).into_iter().map(|o| Offer { title: format!("Jour {day}"), ..o }).collect();
                publish(&writer, &feed, &complete(morning(day))).await;
            }
        });
        while !writing.is_finished() {
            let text = backup(&db.store).await;
            let mut titles: Vec<&str> =
                text.lines().filter_map(|l| l.split_once("\"title\":\"")).map(|(_, t)| t.split('"').next().unwrap()).collect();
            assert_eq!(titles.len(), 3_000);
            titles.dedup();
            assert_eq!(titles.len(), 1, "a mixture: {titles:?}");
        }
        writing.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_sqlite_to_postgres_and_back_it_is_identical() {
    let first = Db::sqlite().await;
    fill(&first.store).await;
    let text = backup(&first.store).await;
    let Some(postgres) = Db::postgres("andback").await else { return };
    postgres.store.restore(text.as_bytes()).await.unwrap();
    let there = backup(&postgres.store).await;
    assert_eq!(body(&there), body(&text));
    assert_eq!(postgres.store.integrity().await.unwrap(), [""; 0]);
    let back = Db::sqlite().await;
    back.store.restore(there.as_bytes()).await.unwrap();
    assert_eq!(body(&backup(&back.store).await), body(&text));
    assert_eq!(testing::number(&back.store, "select count(*) from leases").await.unwrap(), 0);
}
