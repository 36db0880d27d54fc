//! Writes down what was counted on partners' boards, every so often and a last time when the server stops.

use crate::public::embed::Counts;
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// How often: what a crash loses.
const EVERY: Duration = Duration::from_secs(30);
/// For so long is the last time tried: a container is not waited for longer than ten seconds.
const LAST: Duration = Duration::from_secs(1);

/// The job while it runs.
pub struct Counting {
    counts: Arc<Counts>,
    store: Store,
    stop: Arc<Notify>,
    running: JoinHandle<()>,
}

impl Counting {
    /// Starts it.
    #[must_use]
    pub fn start(store: Store, counts: Arc<Counts>) -> Self {
        let stop = Arc::new(Notify::new());
        let running = tokio::spawn(run(store.clone(), counts.clone(), stop.clone()));
        Self { counts, store, stop, running }
    }

    /// Ends it when what it does is done, then writes down the rest.
    pub async fn finish(self) {
        self.stop.notify_one();
        let last = async {
            drop(self.running.await);
            write(&self.store, &self.counts).await;
        };
        if tokio::time::timeout(LAST, last).await.is_err() || self.counts.waiting() > 0 {
            tracing::error!(lost = self.counts.waiting(), "what was counted for partners could not be written down");
        }
    }
}

/// A last time for a server that stops though some requests go on.
pub async fn at_once(store: &Store, counts: &Counts) {
    drop(tokio::time::timeout(LAST, write(store, counts)).await);
}

async fn run(store: Store, counts: Arc<Counts>, stop: Arc<Notify>) {
    loop {
        tokio::select! {
            () = stop.notified() => return,
            () = tokio::time::sleep(EVERY) => write(&store, &counts).await,
        }
    }
}

async fn write(store: &Store, counts: &Counts) {
    if let Err(error) = counts.flush(store).await {
        let error = crate::cli::chain(&error);
        tracing::warn!(%error, "what was counted for partners waits in memory; it will be tried again");
    }
}
