//! What readers tell of offers.

use crate::helpers::{Db, morning, number};
use domain::report::{Report, ReportReason, ReportText};
use domain::time::Timestamp;
use store::StoredReport;

fn report(id: &str, reason: ReportReason, text: &str, day: i32) -> Report {
    Report { number: number(id), reason, text: ReportText::parse(text).unwrap(), at: morning(day) }
}

async fn all(db: &Db) -> Vec<StoredReport> {
    db.store.reports(Timestamp(0), false, 100).await.unwrap()
}

contract! {
    async fn a_report_comes_back_as_it_was_sent(db: Db) {
        let sent = [
            report("1", ReportReason::Money, "50 € « d'avance »\n'; drop table reports; -- \u{1F600}", 10),
            report("2", ReportReason::Filled, "", 11),
        ];
        for (i, one) in sent.iter().enumerate() {
            assert!(db.store.add_report(one, &i.to_string()).await.unwrap());
        }
        let kept = all(&db).await;
        assert_eq!(kept.iter().map(|r| &r.report).collect::<Vec<_>>(), sent.iter().collect::<Vec<_>>());
        assert!(kept.iter().all(|r| r.handled.is_none()));
        assert_eq!(db.second().await.reports_waiting().await.unwrap(), 2);
    }

    async fn the_same_report_again_is_kept_once(db: Db) {
        let one = report("1", ReportReason::Silent, "Pas de réponse", 10);
        assert!(!db.store.has_report("mark").await.unwrap());
        assert!(db.store.add_report(&one, "mark").await.unwrap());
        assert!(db.store.has_report("mark").await.unwrap());
        assert!(!db.second().await.add_report(&report("1", ReportReason::Silent, "Toujours rien", 10), "mark").await.unwrap());
        assert_eq!(all(&db).await.len(), 1);
        assert!(db.store.add_report(&one, "another").await.unwrap());
        assert_eq!(all(&db).await.len(), 2);
    }

    async fn many_at_once_are_all_kept_and_one_sent_many_times_once(db: Db) {
        let mut tasks = tokio::task::JoinSet::new();
        for i in 0..24_i32 {
            let store = db.store.clone();
            tasks.spawn(async move {
                let mark = if i % 2 == 0 { "same".to_owned() } else { i.to_string() };
                store.add_report(&report(&i.to_string(), ReportReason::Other, "x", 10 + i), &mark).await.unwrap()
            });
        }
        let kept = tasks.join_all().await.into_iter().filter(|kept| *kept).count();
        assert_eq!(kept, 13);
        assert_eq!(all(&db).await.len(), 13);
    }

    async fn what_is_handled_waits_no_more_and_old_ones_are_forgotten(db: Db) {
        for day in 10..14 {
            db.store.add_report(&report("1", ReportReason::Wrong, "", day), &day.to_string()).await.unwrap();
        }
        let first = &all(&db).await[0];
        assert!(db.store.handle_report(&first.id, morning(20)).await.unwrap());
        assert!(!db.store.handle_report(&first.id, morning(21)).await.unwrap(), "only once");
        assert!(!db.store.handle_report("nobody", morning(21)).await.unwrap());
        assert_eq!(db.store.reports_waiting().await.unwrap(), 3);
        let waiting = db.store.reports(Timestamp(0), true, 100).await.unwrap();
        assert_eq!(waiting.iter().map(|r| r.report.at).collect::<Vec<_>>(), [morning(11), morning(12), morning(13)]);
        assert_eq!(all(&db).await[0].handled, Some(morning(20)));
        assert_eq!(db.store.reports(morning(12), false, 100).await.unwrap().len(), 2);
        assert_eq!(db.store.reports(Timestamp(0), false, 1).await.unwrap().len(), 1);
        assert_eq!(db.store.purge_reports(morning(12)).await.unwrap(), 2);
        assert_eq!(all(&db).await.len(), 2);
    }
}
