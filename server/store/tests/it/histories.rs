//! Random histories against a plain model, on both databases: after every step the report, the
//! offers, the front page and a follower of the changes must say what the model says.

use crate::helpers::{Db, Follower, morning, publish_of, published};
use domain::import::{ImportReport, guard};
use domain::number::OfferNumber;
use domain::offer::{Offer, StoredOffer};
use domain::time::{Day, Timestamp};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use store::{PublishOptions, Store, testing};

/// An offer of a feed: which one, which title, when it closes (in days from now).
type Item = (u8, u8, Option<i8>);

#[derive(Clone, Debug)]
enum Step {
    Publish { source: u8, items: Vec<Item>, partial: bool, force: bool },
    Abandon { source: u8, items: Vec<Item> },
    Expire,
    Purge { days: i32 },
    Wait { seconds: i64 },
    Follow { limit: u32 },
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    let closes = prop_oneof![4 => Just(None), 1 => (-3i8..20).prop_map(Some)];
    let few = prop::collection::vec((0u8..12, 0u8..3, closes), 0..12);
    // Enough offers for the guard of broken feeds, all with one title.
    let many =
        (0u8..40, 40u8..130, 0u8..3).prop_map(|(from, to, title)| (from..to).map(|i| (i, title, None)).collect());
    prop_oneof![3 => few, 2 => many]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0u8..2, items(), prop::bool::weighted(0.3), prop::bool::weighted(0.3))
            .prop_map(|(source, items, partial, force)| Step::Publish { source, items, partial, force }),
        1 => (0u8..2, items()).prop_map(|(source, items)| Step::Abandon { source, items }),
        2 => Just(Step::Expire),
        1 => (0i32..30).prop_map(|days| Step::Purge { days }),
        4 => prop_oneof![0i64..4_000, 40_000i64..400_000, 2_000_000i64..6_000_000]
            .prop_map(|seconds| Step::Wait { seconds }),
        3 => (1u32..60).prop_map(|limit| Step::Follow { limit }),
    ]
}

/// What the store should hold.
struct Model {
    now: Timestamp,
    rev: i64,
    offers: BTreeMap<OfferNumber, StoredOffer>,
}

impl Model {
    fn live(&self, source: &str) -> BTreeSet<OfferNumber> {
        let today = self.now.utc_day();
        self.offers.values().filter(|o| o.offer.source == source && o.is_open(today)).map(|o| o.number).collect()
    }

    fn publish(&mut self, source: &str, feed: &[Offer], options: &PublishOptions) -> ImportReport {
        let staged: BTreeMap<_, _> = feed.iter().map(|o| (o.number(), o.clone())).collect();
        let live = self.live(source);
        let absent: Vec<_> = live.iter().filter(|n| !options.partial && !staged.contains_key(n)).copied().collect();
        let mut report = ImportReport {
            kind: "offers".into(),
            source: source.into(),
            read: feed.len() as u64,
            duplicates: (feed.len() - staged.len()) as u64,
            ..ImportReport::default()
        };
        if !options.partial
            && !options.force
            && let Err(refusal) = guard(staged.len() as u64, live.len() as u64, absent.len() as u64)
        {
            report.refusal = Some(refusal);
            return report;
        }
        report.closed = absent.len() as u64;
        let rev = self.rev + 1;
        for number in absent {
            let offer = self.offers.get_mut(&number).unwrap();
            (offer.closed, offer.rev, self.rev) = (Some(self.now), rev, rev);
        }
        for (number, facts) in staged {
            let fresh = StoredOffer {
                number,
                offer: facts.clone(),
                first_seen: self.now,
                confirmed: self.now,
                changed: self.now,
                closed: None,
                rev,
                text_since: facts.posted.map_or(self.now.utc_day(), |posted| posted.min(self.now.utc_day())),
            };
            let Some(here) = self.offers.get_mut(&number) else {
                report.new += 1;
                self.offers.insert(number, fresh);
                self.rev = rev;
                continue;
            };
            let differs = here.offer != facts;
            let reopened = !live.contains(&number) && fresh.is_open(self.now.utc_day());
            let touched = live.contains(&number) && here.confirmed.utc_day() < self.now.utc_day();
            report.new += u64::from(reopened);
            report.changed += u64::from(differs && !reopened);
            report.unchanged += u64::from(!differs && !reopened);
            if differs || reopened || touched {
                let changed = if differs { self.now } else { here.changed };
                let same = here.offer.title == facts.title && here.offer.text == facts.text;
                let text_since = if same { here.text_since } else { self.now.utc_day() };
                *here = StoredOffer { first_seen: here.first_seen, changed, text_since, ..fresh };
                self.rev = rev;
            }
        }
        report
    }

    fn expire(&mut self) -> u64 {
        let today = self.now.utc_day();
        let over: Vec<_> =
            self.offers.values().filter(|o| o.closed.is_none() && !o.is_open(today)).map(|o| o.number).collect();
        self.rev += i64::from(!over.is_empty());
        for number in &over {
            let offer = self.offers.get_mut(number).unwrap();
            (offer.closed, offer.rev) = (Some(self.now), self.rev);
        }
        over.len() as u64
    }

    fn purge(&mut self, before: Timestamp) -> u64 {
        let all = self.offers.len();
        self.offers.retain(|_, o| o.closed.is_none_or(|closed| closed >= before));
        let gone = all - self.offers.len();
        self.rev += i64::from(gone > 0);
        gone as u64
    }

    fn published(&self) -> BTreeMap<OfferNumber, StoredOffer> {
        self.offers.iter().filter(|(_, o)| o.closed.is_none()).map(|(n, o)| (*n, o.clone())).collect()
    }

    /// The front page.
    fn newest(&self) -> Vec<OfferNumber> {
        let today = self.now.utc_day();
        let mut open: Vec<_> = self.offers.values().filter(|o| o.is_open(today)).collect();
        open.sort_by_key(|o| (core::cmp::Reverse(o.offer.posted), o.number));
        open.into_iter().map(|o| o.number).collect()
    }
}

fn feed(source: &str, items: &[Item], now: Timestamp) -> Vec<Offer> {
    let today = now.utc_day();
    let offer = |(id, title, closes): &Item| Offer {
        posted: (*title > 0).then(|| Day(i32::from(id % 5))),
        closes: closes.map(|days| today.plus(i32::from(days))),
        ..Offer::new(source, &id.to_string(), &format!("Titre {title}"))
    };
    items.iter().map(offer).collect()
}

async fn check(store: &Store, model: &Model) {
    let today = model.now.utc_day();
    assert_eq!(store.current_rev().await.unwrap(), model.rev);
    let page = store.newest_open(today, 1_000, 0).await.unwrap();
    assert_eq!(page.iter().map(|o| o.number).collect::<Vec<_>>(), model.newest());
    assert_eq!(store.count_open(today).await.unwrap(), model.newest().len() as u64);
    let all: Vec<_> = model.offers.keys().copied().collect();
    let expected: Vec<_> = model.offers.values().cloned().collect();
    assert_eq!(store.offers(&all).await.unwrap(), expected);
    assert_eq!(published(store).await, model.published());
    let facts = testing::number(store, "select count(*) from offer_facts").await.unwrap();
    assert_eq!(facts, i64::try_from(all.len()).unwrap(), "one version of each, the others were swept away");
}

async fn live_through(db: &Db, steps: &[Step]) {
    let store = &db.store;
    let mut model = Model { now: morning(1_000), rev: 0, offers: BTreeMap::new() };
    let mut follower = Follower::default();
    for step in steps {
        match step {
            Step::Publish { source, items, partial, force } => {
                let source = format!("source{source}");
                let options = PublishOptions { partial: *partial, force: *force, now: model.now };
                let feed = feed(&source, items, model.now);
                let report = publish_of(store, &source, &feed, &options).await;
                assert_eq!(report, model.publish(&source, &feed, &options));
                assert_eq!(
                    store.import_runs(1_000).await.unwrap().iter().filter(|r| r.report == report).count().min(1),
                    1
                );
            }
            Step::Abandon { source, items } => {
                let source = format!("source{source}");
                let import = store.begin_import(&source, model.now).await.unwrap();
                store.stage(&import, &feed(&source, items, model.now)).await.unwrap();
                store.abandon(import).await.unwrap();
            }
            Step::Expire => {
                assert_eq!(store.close_expired(model.now, model.now.utc_day()).await.unwrap(), model.expire());
            }
            Step::Purge { days } => {
                let before = model.now.plus_days(-i64::from(*days));
                assert_eq!(store.purge_closed(before).await.unwrap(), model.purge(before));
            }
            Step::Wait { seconds } => model.now = Timestamp(model.now.0 + seconds),
            Step::Follow { limit } => {
                follower.follow(store, *limit).await;
                assert_eq!(follower.published, model.published(), "a follower with pages of {limit}");
            }
        }
        check(store, &model).await;
    }
    assert_eq!(store.integrity().await.unwrap(), [""; 0]);
}

fn random_histories(cases: u32, fresh: impl AsyncFn() -> Db) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let config = Config { cases, rng_seed: RngSeed::Fixed(20_261_123), failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&prop::collection::vec(step(), 1..25), |steps| {
        runtime.block_on(async {
            let db = fresh().await;
            live_through(&db, &steps).await;
            db.store.close().await;
        });
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

#[test]
fn on_sqlite() {
    random_histories(40, async || Db::sqlite().await);
}

#[test]
fn on_postgres() {
    if crate::helpers::postgres_server().is_some() {
        random_histories(25, async || Db::postgres("history").await.unwrap());
    }
}
