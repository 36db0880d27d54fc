//! How long an import of 100,000 offers takes. Prints figures, asserts only what is right; runs in
//! full when TEST_SPEED is set, else with 2,000 offers.

use crate::helpers::{Db, complete, counts, forced, morning, offer};
use domain::import::ImportReport;
use domain::offer::Offer;
use domain::time::Day;
use std::time::Instant;
use store::{Cursor, PublishOptions, Store};

/// Offers with a text of the usual length, made batch by batch: the memory is then the store's.
fn batch(from: u32, to: u32, word: &str) -> Vec<Offer> {
    (from..to)
        .map(|i| Offer {
            posted: Some(Day(i32::try_from(i % 300).unwrap())),
            text: Some(format!("{word} {i} ").repeat(120)),
            ..offer(&format!("{i:06}"), "Agent de propreté urbaine (H/F)")
        })
        .collect()
}

async fn timed(store: &Store, what: &str, count: u32, word: &str, options: &PublishOptions) -> ImportReport {
    let begun = Instant::now();
    let import = store.begin_import("feed", options.now).await.unwrap();
    let mut longest = 0;
    for from in (0..count).step_by(1_000) {
        let offers = batch(from, count.min(from + 1_000), word);
        let one = Instant::now();
        store.stage(&import, &offers).await.unwrap();
        longest = longest.max(one.elapsed().as_millis());
    }
    let staged = begun.elapsed().as_millis();
    let report = store.publish(import, options, ImportReport::default()).await.unwrap();
    let all = begun.elapsed().as_millis();
    let backend = store.backend();
    eprintln!(
        "{backend:?} {count} {what}: staged in {staged} ms (longest batch {longest} ms), published in {} ms",
        all - staged
    );
    report
}

contract! {
    async fn a_large_import(db: Db) {
        let count = if std::env::var_os("TEST_SPEED").is_some() { 100_000 } else { 2_000 };
        let (store, n) = (&db.store, u64::from(count));
        let report = timed(store, "new", count, "Entretien", &complete(morning(10))).await;
        assert_eq!(counts(&report), (n, 0, 0, 0));
        let report = timed(store, "unchanged on the same day", count, "Entretien", &complete(morning(10))).await;
        assert_eq!(counts(&report), (0, 0, n, 0));
        let report = timed(store, "unchanged on the next day", count, "Entretien", &complete(morning(11))).await;
        assert_eq!(counts(&report), (0, 0, n, 0));
        let report = timed(store, "all changed", count, "Propreté", &complete(morning(11))).await;
        assert_eq!(counts(&report), (0, n, 0, 0));
        let report = timed(store, "half gone", count / 2, "Propreté", &forced(morning(11))).await;
        assert_eq!(counts(&report), (0, 0, n / 2, n / 2));
        let begun = Instant::now();
        let (mut cursor, mut upserts, mut removed) = (Cursor::default(), 0, 0);
        loop {
            let changes = store.changes_since(&cursor, 1_000).await.unwrap();
            (upserts, removed) = (upserts + changes.upserts.len() as u64, removed + changes.removed.len() as u64);
            cursor = changes.next;
            if !changes.more {
                break;
            }
        }
        assert_eq!((upserts, removed), (n / 2, n / 2));
        eprintln!("{:?} all changes read in {} ms", store.backend(), begun.elapsed().as_millis());
    }
}
