//! Keeps the public files for phones as the database has them; called by `cli::serve`.

use crate::clock::Clock;
use demo::DemoError;
use domain::time::Day;
use packs::{PackFailure, Packs, Practice};
use std::time::Duration;
use store::Store;

/// How often the database is asked whether it changed. Offers that are a minute old in a pack do no harm:
/// each has its page, which says the truth.
const EVERY: Duration = Duration::from_secs(60);

/// Runs for ever.
pub async fn run(store: Store, clock: Clock, packs: Packs) {
    loop {
        if let Err(error) = refresh(&store, clock.today(), &packs).await {
            tracing::warn!(error = %crate::cli::chain(&error), "the files for phones cannot be made; the last ones stay");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Makes the files anew, where the database changed; one practises with the demo's offers.
///
/// # Errors
/// See [`packs::refresh`].
pub async fn refresh(store: &Store, today: Day, packs: &Packs) -> Result<(), PackFailure> {
    packs::refresh(store, today, packs, practice).await
}

fn practice(today: Day) -> Result<Practice, DemoError> {
    Ok(Practice { offers: demo::offers(today)?, trainings: demo::trainings(today)?, communes: demo::communes()? })
}
