//! Keeps the places of help that pages show as the database has them: an import by another process is
//! seen soon, and a database that does not answer takes no help from a reader.

use app::context::HelpHandle;
use std::time::Duration;
use store::Store;

/// How often they are read: they are few, and change some times a year.
const EVERY: Duration = Duration::from_secs(30);

/// Runs for ever.
pub async fn run(store: Store, help: HelpHandle) {
    loop {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = help.refresh(&store).await {
            tracing::warn!(error = %crate::cli::chain(&error), "the places of help cannot be read; the last ones stay");
        }
    }
}
