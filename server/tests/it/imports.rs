//! Real offers, on both databases: same counts, same answers in the same order.

use crate::helpers::{self, now, shared_data, stores};
use crate::snapshots::feature_to_offer;
use app::context::SearchHandle;
use domain::import::{ImportReport, Refusal};
use domain::offer::Offer;
use domain::query::OfferQuery;
use import::resolve::Reference;
use import::{Feed, Format, count_missing, input, offers, places, rome};
use server::jobs::index::Follower;
use std::collections::BTreeMap;
use std::path::Path;
use store::{PublishOptions, Store};

/// Queries of different kinds; the order of their answers must not depend on the database.
const QUERIES: &[&str] = &[
    "",
    "boulanger",
    "infirmière saint denis",
    "agent",
    "commercial",
    "développeur java",
    "femme de ménage",
    "chauffeur poids lourd",
    "secrétaire",
    "97410",
    "vendeur saint pierre",
    "technicien maintenance",
    "btp",
    "cuisinier",
];

pub(crate) async fn reference(store: &Store, data: &Path) -> Reference {
    let open = |name: &str| input::open(&data.join("places").join(name)).unwrap();
    let places::ReadPlaces { communes, basins, .. } =
        places::read_places(open("communes_cog.csv.gz"), open("laposte_hexasmal.csv.gz"), Some(open("clpe.csv.gz")))
            .unwrap();
    store.replace_places(&communes).await.unwrap();
    store.replace_basins(&basins).await.unwrap();
    let (rome, _) = rome::read_rome(input::open_seekable(&data.join("rome/rome_v460_utf8.zip")).unwrap()).unwrap();
    store.replace_rome(&rome).await.unwrap();
    Reference::new(&communes, &rome.occupations, &rome.appellations)
}

#[tokio::test(flavor = "multi_thread")]
async fn real_offers_answer_the_same_on_both_databases() {
    let Some(data) = shared_data() else { return };
    let dir = tempfile::tempdir().unwrap();
    let mut answers: Vec<(ImportReport, Vec<Vec<String>>)> = Vec::new();
    for store in stores(&dir, "real").await {
        let reference = reference(&store, &data).await;
        let report = import(&store, &data, &reference).await;
        let index_dir = dir.path().join(format!("index-{}", answers.len()));
        let handle = SearchHandle::default();
        let mut follower = Follower::open(store.clone(), &index_dir, handle.clone()).await.unwrap();
        follower.step().await.unwrap();
        let index = handle.get().unwrap();
        let found = QUERIES
            .iter()
            .map(|text| {
                let query = OfferQuery { text: (*text).into(), ..OfferQuery::default() };
                let answer = index.search(&query, now().utc_day()).unwrap();
                answer.hits.iter().map(|h| h.card.number.to_string()).collect()
            })
            .collect();
        answers.push((report, found));
        store.close().await;
    }
    let (report, found) = &answers[0];
    assert_eq!(report.read, 18_018);
    assert_eq!(report.rejected, 22, "{:?}", report.rejections);
    assert_eq!(report.new, 17_996);
    for rejection in &report.rejections {
        assert!(rejection.line > 0 && rejection.field == "intitule" && !rejection.reason.is_empty(), "{rejection:?}");
    }
    assert!(found.iter().all(|f| !f.is_empty()), "{found:?}");
    for other in &answers[1..] {
        assert_eq!(&other.0, report);
        assert_eq!(&other.1, found);
    }
}

pub(crate) async fn import(store: &Store, data: &Path, reference: &Reference) -> ImportReport {
    let file = input::open(&data.join("offers/france_travail_offers.jsonl.gz")).unwrap();
    let import = store.begin_import("france-travail", now()).await.unwrap();
    let mut report = ImportReport { kind: "offers".into(), source: "france-travail".into(), ..ImportReport::default() };
    let mut batch = Vec::new();
    let feed = Feed::in_utc("france-travail", reference, now().utc_day());
    for record in offers(Format::FranceTravail, feed, file).unwrap() {
        report.read += 1;
        match record {
            Ok(offer) => {
                count_missing(&offer, &mut report);
                batch.push(offer);
            }
            Err(bad) => report.reject(bad.rejection),
        }
        if batch.len() == 1_000 {
            store.stage(&import, &batch).await.unwrap();
            batch.clear();
        }
    }
    store.stage(&import, &batch).await.unwrap();
    store.publish(import, &PublishOptions { partial: false, force: false, now: now() }, report).await.unwrap()
}

/// Eight dated snapshots of one feed against a plain diff; the last two are what a broken feed looks like.
#[tokio::test(flavor = "multi_thread")]
async fn snapshots_give_the_counts_of_a_plain_diff() {
    let Some(data) = shared_data() else { return };
    let dates = [
        "2026-07-20",
        "2026-07-21",
        "2026-08-03",
        "2026-08-04",
        "2026-08-05",
        "2026-08-18",
        "2026-08-19",
        "2026-08-20",
    ];
    let dir = tempfile::tempdir().unwrap();
    for store in stores(&dir, "snapshots").await {
        let reference = reference(&store, &data).await;
        let mut live: BTreeMap<String, Offer> = BTreeMap::new();
        for (i, date) in dates.iter().enumerate() {
            let snapshot = snapshot(&data, date, &reference);
            let at = domain::time::Timestamp::parse(&format!("{date}T06:00:00Z")).unwrap();
            let list: Vec<Offer> = snapshot.values().cloned().collect();
            let mut report = helpers::publish(&store, "reunion", &list, at, false).await;
            if i >= 6 {
                assert!(matches!(report.refusal, Some(Refusal::TooFew { .. })), "{date}: {report:?}");
                assert_eq!((report.new, report.changed, report.closed), (0, 0, 0), "{date}");
                if i == 7 {
                    // 08-20 is measured against 08-19, taken with --force.
                    let previous = self::snapshot(&data, dates[6], &reference);
                    let list: Vec<Offer> = previous.values().cloned().collect();
                    let forced = helpers::publish(&store, "reunion", &list, at, true).await;
                    assert_counts(&forced, &live, &previous, dates[6]);
                    live = previous;
                    report =
                        helpers::publish(&store, "reunion", &snapshot.values().cloned().collect::<Vec<_>>(), at, false)
                            .await;
                } else {
                    continue;
                }
            }
            assert_counts(&report, &live, &snapshot, date);
            live = snapshot;
        }
        store.close().await;
    }
}

fn assert_counts(report: &ImportReport, old: &BTreeMap<String, Offer>, new: &BTreeMap<String, Offer>, date: &str) {
    let added = new.keys().filter(|k| !old.contains_key(*k)).count() as u64;
    let gone = old.keys().filter(|k| !new.contains_key(*k)).count() as u64;
    let changed = new.iter().filter(|(k, v)| old.get(*k).is_some_and(|o| o != *v)).count() as u64;
    assert_eq!(report.refusal, None, "{date}");
    assert_eq!((report.new, report.changed, report.closed), (added, changed, gone), "{date}");
    assert_eq!(report.unchanged, new.len() as u64 - added - changed, "{date}");
}

fn snapshot(data: &Path, date: &str, reference: &Reference) -> BTreeMap<String, Offer> {
    let file = input::open(&data.join(format!("offers/snapshots_974/offres_974_{date}.geojson.gz"))).unwrap();
    let json: serde_json::Value = serde_json::from_reader(file).unwrap();
    let features = json["features"].as_array().unwrap();
    features.iter().filter_map(|f| feature_to_offer(f, reference)).map(|o| (o.source_id.clone(), o)).collect()
}
