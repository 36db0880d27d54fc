//! Closes what has expired and forgets what has long been closed, under a lease, so that many
//! instances do it once. Pages do not wait for it: *open* is computed when read.

use crate::clock::Clock;
use domain::time::Timestamp;
use std::time::Duration;
use store::{Store, StoreError};

/// How often an instance looks whether there is something to do.
const EVERY: Duration = Duration::from_secs(15 * 60);
/// A closed offer, or a report on one, is kept so long (its page answers 410 and shows similar ones).
const KEEP_CLOSED_DAYS: i64 = 365;

/// Runs for ever.
pub async fn run(store: Store, clock: Clock) {
    let holder = format!("{}-{}", std::process::id(), clock.now().0);
    loop {
        // What was shown to an adviser is hidden the moment its time is over, and gone soon after.
        if let Err(error) = store.purge_handovers(clock.now()).await {
            tracing::warn!(error = %crate::cli::chain(&error), "what was shown could not be destroyed; it will be tried again");
        }
        match once(&store, &clock, &holder).await {
            Ok((0, 0)) => {}
            Ok((closed, purged)) => tracing::info!(closed, purged, "expired offers closed"),
            Err(error) => tracing::warn!(error = %crate::cli::chain(&error), "expiry failed; it will be tried again"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Does it once, if nobody else holds the lease.
///
/// # Errors
/// When the store fails.
pub async fn once(store: &Store, clock: &Clock, holder: &str) -> Result<(u64, u64), StoreError> {
    let now = clock.now();
    if !store.take_lease("expire", holder, now, 600).await? {
        return Ok((0, 0));
    }
    let closed = store.close_expired(now, clock.today()).await?;
    let purged = store.purge_closed(Timestamp(now.0 - KEEP_CLOSED_DAYS * 86_400)).await?;
    let reports = store.purge_reports(Timestamp(now.0 - KEEP_CLOSED_DAYS * 86_400)).await?;
    if reports > 0 {
        tracing::info!(reports, "old reports forgotten");
    }
    Ok((closed, purged))
}
