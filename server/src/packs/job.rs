//! Makes the files anew when the database changes.

use super::local::Offers;
use super::rome::{RomeFile, Source};
use super::{MadeOf, PackSet, Packs, trades};
use crate::clock::Clock;
use crate::demo::{self, DemoError};
use domain::number::OfferNumber;
use domain::offer::{Offer, StoredOffer};
use domain::skill::ReferentialError;
use domain::time::{Day, Timestamp};
use domain::training::Training;
use std::sync::Arc;
use std::time::Duration;
use store::{Store, StoreError};

/// How often the database is asked whether it changed. Offers that are a minute old in a pack do no harm:
/// each has its page, which says the truth.
const EVERY: Duration = Duration::from_secs(60);
/// Offers that are looked at, the newest: more than any labour market of one hub has.
const MOST: u32 = 60_000;

/// Why files could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PackFailure {
    /// The database fails.
    #[error("the database fails")]
    Store(#[from] StoreError),
    /// ROME does not hold together.
    #[error("ROME does not fit")]
    Rome(#[from] ReferentialError),
    /// Our own offers are wrong.
    #[error("the offers to practise with do not hold together")]
    Demo(#[from] DemoError),
    /// The server ends.
    #[error("the work was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Runs for ever.
pub async fn run(store: Store, clock: Clock, packs: Packs) {
    loop {
        if let Err(error) = refresh(&store, &clock, &packs).await {
            tracing::warn!(error = %crate::cli::chain(&error), "the files for phones cannot be made; the last ones stay");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Makes the files of what the database holds now, where it is not what they are made of.
///
/// # Errors
/// When the database fails or holds what does not fit; the files stay as they were.
pub async fn refresh(store: &Store, clock: &Clock, packs: &Packs) -> Result<(), PackFailure> {
    let made_of = MadeOf {
        reference: store.reference_rev().await?,
        offers: store.current_rev().await?,
        trainings: store.training_rev().await?,
        day: clock.today(),
    };
    let old = packs.get();
    if old.as_ref().is_some_and(|old| old.made_of == made_of) {
        return Ok(());
    }
    let rome = match old.filter(|old| old.made_of.reference == made_of.reference) {
        Some(old) => old.rome.clone(),
        None => {
            let source = Source::read(store).await?;
            Arc::new(tokio::task::spawn_blocking(move || source.make()).await??)
        }
    };
    let open = store.newest_open(made_of.day, MOST, 0).await?;
    let trainings = store.trainings().await?;
    let communes = store.communes().await?;
    let set = tokio::task::spawn_blocking(move || assemble(rome, made_of, &open, trainings, communes)).await??;
    packs.set(set);
    Ok(())
}

fn assemble(
    rome: Arc<RomeFile>,
    made_of: MadeOf,
    open: &[StoredOffer],
    trainings: Vec<Training>,
    communes: Vec<domain::place::Commune>,
) -> Result<PackSet, DemoError> {
    let trades = trades::here(open, &trainings, &communes, made_of.day);
    let offers = Arc::new(Offers::new(rome.clone(), made_of, open, trainings, communes));
    let steps = demo::trainings(made_of.day)?;
    let practice = Offers::new(rome.clone(), made_of, &invented(made_of.day)?, steps, demo::communes()?);
    Ok(PackSet { made_of, rome, trades, basins: offers.basins(), practice: Arc::new(practice).practice() })
}

/// The demo's offers, which nobody can apply for.
fn invented(today: Day) -> Result<Vec<StoredOffer>, DemoError> {
    let now = Timestamp::default();
    let stored = |(at, offer): (usize, Offer)| StoredOffer {
        number: OfferNumber::of("exercice", &at.to_string()),
        offer,
        first_seen: now,
        confirmed: now,
        changed: now,
        closed: None,
        rev: 0,
    };
    Ok(demo::offers(today)?.into_iter().enumerate().map(stored).collect())
}
