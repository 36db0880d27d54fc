//! What the contracts share: databases, offers, imports, and a reader of changes.

use domain::help::{HelpKind, HelpPlace, Spoken};
use domain::import::ImportReport;
use domain::number::OfferNumber;
use domain::offer::{Offer, StoredOffer};
use domain::partner::{Partner, Theme, Written};
use domain::place::CommuneCode;
use domain::time::{Day, Timestamp};
use std::collections::BTreeMap;
use std::sync::Once;
use store::{Cursor, PublishOptions, Store, testing};
use tempfile::TempDir;

/// A fresh, migrated database.
pub(crate) struct Db {
    pub(crate) store: Store,
    pub(crate) url: String,
    /// Keeps SQLite's folder until the end of the test.
    _dir: TempDir,
}

impl Db {
    pub(crate) async fn sqlite() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", dir.path().join("test.db").display());
        Self::migrated(url, dir).await
    }

    /// `None`, and a line, when there is no server.
    pub(crate) async fn postgres(name: &str) -> Option<Self> {
        let url = testing::fresh_postgres_url(&postgres_server()?, name).await.unwrap();
        Some(Self::migrated(url, tempfile::tempdir().unwrap()).await)
    }

    async fn migrated(url: String, dir: TempDir) -> Self {
        let store = Store::open(&url, 6).await.unwrap();
        store.migrate().await.unwrap();
        Self { store, url, _dir: dir }
    }

    /// Another instance on the same database.
    pub(crate) async fn second(&self) -> Store {
        Store::open(&self.url, 3).await.unwrap()
    }
}

/// The server of the tests. Without one, one line on standard error for the whole run: written
/// past the test harness, which shows what tests print only when they fail.
pub(crate) fn postgres_server() -> Option<String> {
    static SAID: Once = Once::new();
    match std::env::var_os("TEST_POSTGRES_URL") {
        Some(url) => Some(url.into_string().unwrap()),
        None => {
            SAID.call_once(|| {
                let line = "skipped on PostgreSQL: TEST_POSTGRES_URL is not set (scripts/test-postgres.sh start)";
                eprintln!("{line}");
            });
            None
        }
    }
}

/// Eight in the morning of a day.
pub(crate) fn morning(day: i32) -> Timestamp {
    Timestamp(i64::from(day) * 86_400 + 8 * 3_600)
}

/// An offer of "feed".
pub(crate) fn offer(id: &str, title: &str) -> Offer {
    Offer::new("feed", id, title)
}

pub(crate) fn offer_of(source: &str, id: &str, title: &str) -> Offer {
    Offer::new(source, id, title)
}

/// A place of help in Roubaix, open on weekday mornings.
pub(crate) fn help_place(name: &str) -> HelpPlace {
    HelpPlace {
        name: name.into(),
        kind: HelpKind::Association,
        address: "1 rue du Canal".into(),
        commune: CommuneCode::parse("59512").unwrap(),
        postcode: "59100".into(),
        phone: "0353012026".into(),
        email: None,
        website: None,
        languages: vec![Spoken::French, Spoken::Arabic],
        free: Some(true),
        helps_with: None,
        hours: Some("lun-ven 9h-12h; 24/12/2026 fermé".parse().unwrap()),
        hours_text: None,
    }
}

/// A partner in Roubaix with one site.
pub(crate) fn partner(key: &str) -> Partner {
    let written = Written {
        key: key.into(),
        name: format!("Association {key}"),
        site: None,
        origins: vec![format!("https://{key}.example")],
        query: "commune=59512&radius_km=10".into(),
        lang: "fr".into(),
        theme: Theme::default(),
    };
    Partner::try_from(written).unwrap()
}

/// Offers "0", "1", … of "feed".
pub(crate) fn offers(ids: std::ops::Range<u32>) -> Vec<Offer> {
    ids.map(|i| offer(&i.to_string(), "Cariste")).collect()
}

pub(crate) fn number(id: &str) -> OfferNumber {
    OfferNumber::of("feed", id)
}

pub(crate) fn complete(now: Timestamp) -> PublishOptions {
    PublishOptions { partial: false, force: false, now }
}

pub(crate) fn forced(now: Timestamp) -> PublishOptions {
    PublishOptions { force: true, ..complete(now) }
}

pub(crate) fn partial(now: Timestamp) -> PublishOptions {
    PublishOptions { partial: true, ..complete(now) }
}

/// Stages and publishes offers of one source.
pub(crate) async fn publish_of(
    store: &Store,
    source: &str,
    offers: &[Offer],
    options: &PublishOptions,
) -> ImportReport {
    let import = store.begin_import(source, options.now).await.unwrap();
    let mut report = ImportReport { read: offers.len() as u64, ..ImportReport::default() };
    for batch in offers.chunks(1_000) {
        report.duplicates += store.stage(&import, batch).await.unwrap();
    }
    store.publish(import, options, report).await.unwrap()
}

/// Stages and publishes offers of "feed".
pub(crate) async fn publish(store: &Store, offers: &[Offer], options: &PublishOptions) -> ImportReport {
    publish_of(store, "feed", offers, options).await
}

/// New, changed, unchanged, closed.
pub(crate) fn counts(report: &ImportReport) -> (u64, u64, u64, u64) {
    (report.new, report.changed, report.unchanged, report.closed)
}

/// What a search index holds that follows the changes.
#[derive(Default)]
pub(crate) struct Follower {
    pub(crate) cursor: Cursor,
    pub(crate) published: BTreeMap<OfferNumber, StoredOffer>,
}

impl Follower {
    /// Reads all pages of at most `limit`; answers how many changes it read.
    pub(crate) async fn follow(&mut self, store: &Store, limit: u32) -> usize {
        let mut read = 0;
        loop {
            let changes = store.changes_since(&self.cursor, limit).await.unwrap();
            let page = changes.upserts.len() + changes.removed.len();
            assert!(page <= limit as usize, "a page of {page} with a limit of {limit}");
            read += page;
            assert!(changes.next.rev >= self.cursor.rev);
            for offer in changes.upserts {
                assert_eq!(offer.closed, None);
                self.published.insert(offer.number, offer);
            }
            for number in changes.removed {
                self.published.remove(&number);
            }
            self.cursor = changes.next;
            if !changes.more {
                return read;
            }
        }
    }
}

/// Everything published, read from the beginning.
pub(crate) async fn published(store: &Store) -> BTreeMap<OfferNumber, StoredOffer> {
    let mut follower = Follower::default();
    follower.follow(store, 1_000).await;
    follower.published
}

/// The source's ids of the offers open on a day, in the order of the front page.
pub(crate) async fn open_ids(store: &Store, day: i32) -> Vec<String> {
    let open = store.newest_open(Day(day), 1_000, 0).await.unwrap();
    assert_eq!(store.count_open(Day(day)).await.unwrap(), open.len() as u64);
    open.into_iter().map(|o| o.offer.source_id).collect()
}

/// The same, sorted.
pub(crate) async fn sorted_open_ids(store: &Store, day: i32) -> Vec<String> {
    let mut ids = open_ids(store, day).await;
    ids.sort();
    ids
}
