//! Makes the files anew when the database changes.

use crate::local::Offers;
use crate::rome::{RomeFile, Source};
use crate::{MadeOf, PackSet, Packs, trades};
use domain::number::OfferNumber;
use domain::offer::{Offer, StoredOffer};
use domain::place::Commune;
use domain::skill::ReferentialError;
use domain::time::{Day, Timestamp};
use domain::training::Training;
use std::error::Error;
use std::sync::Arc;
use store::{Store, StoreError};

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
    /// There is nothing to practise with.
    #[error("the offers to practise with do not hold together")]
    Practice(#[source] Box<dyn Error + Send + Sync>),
    /// The server ends.
    #[error("the work was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Offers and trainings for those who practise in a group: nobody can apply for them.
#[derive(Debug)]
pub struct Practice {
    /// The offers.
    pub offers: Vec<Offer>,
    /// The trainings that lead to them.
    pub trainings: Vec<Training>,
    /// The communes where they are.
    pub communes: Vec<Commune>,
}

impl Practice {
    fn stored(&mut self) -> Vec<StoredOffer> {
        let now = Timestamp::default();
        let stored = |(at, offer): (usize, Offer)| StoredOffer {
            number: OfferNumber::of("exercice", &at.to_string()),
            offer,
            first_seen: now,
            confirmed: now,
            changed: now,
            closed: None,
            rev: 0,
            text_since: domain::time::Day::default(),
        };
        std::mem::take(&mut self.offers).into_iter().enumerate().map(stored).collect()
    }
}

/// Makes the files of what the database holds today, where it is not what they are made of. `practice` is called
/// only then.
///
/// # Errors
/// When the database fails or holds what does not fit, or `practice` fails; the files stay as they were.
pub async fn refresh<E: Error + Send + Sync + 'static>(
    store: &Store,
    today: Day,
    packs: &Packs,
    practice: impl FnOnce(Day) -> Result<Practice, E>,
) -> Result<(), PackFailure> {
    let made_of = MadeOf {
        reference: store.reference_rev().await?,
        offers: store.current_rev().await?,
        trainings: store.training_rev().await?,
        day: today,
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
    let practice = practice(today).map_err(|error| PackFailure::Practice(error.into()))?;
    let set =
        tokio::task::spawn_blocking(move || assemble(rome, made_of, &open, trainings, communes, practice)).await?;
    packs.set(set);
    Ok(())
}

fn assemble(
    rome: Arc<RomeFile>,
    made_of: MadeOf,
    open: &[StoredOffer],
    trainings: Vec<Training>,
    communes: Vec<Commune>,
    mut practice: Practice,
) -> PackSet {
    let trades = trades::here(open, &trainings, &communes, made_of.day);
    let offers = Arc::new(Offers::new(rome.clone(), made_of, open, trainings, communes));
    let invented = practice.stored();
    let practice = Offers::new(rome.clone(), made_of, &invented, practice.trainings, practice.communes);
    PackSet { made_of, rome, trades, basins: offers.basins(), practice: Arc::new(practice).practice() }
}
