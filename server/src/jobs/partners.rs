//! Keeps the partners that are served as the database has them: one that is added, changed or removed by another
//! process is seen soon. When they cannot be read the last ones stay.

use app::context::PartnerHandle;
use std::time::Duration;
use store::Store;

/// How often they are read.
const EVERY: Duration = Duration::from_secs(15);

/// Runs for ever.
pub async fn run(store: Store, partners: PartnerHandle) {
    loop {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = partners.refresh(&store).await {
            tracing::warn!(error = %crate::cli::chain(&error), "the partners cannot be read; the last ones stay");
        }
    }
}
