//! Staging offers while the next ones are read.

use crate::cli::CliError;
use domain::offer::Offer;
use store::{ImportId, Store, StoreError};
use tokio::task::JoinHandle;

/// Stages batches of one import, in order and one at a time, since of two offers with one id the last counts. Who reads
/// the next batch in the meantime uses another core.
pub(super) struct Staging {
    store: Store,
    import: ImportId,
    under_way: Option<JoinHandle<Result<u64, StoreError>>>,
    duplicates: u64,
}

impl Staging {
    pub(super) fn new(store: &Store, import: &ImportId) -> Self {
        Self { store: store.clone(), import: import.clone(), under_way: None, duplicates: 0 }
    }

    /// Waits for the batch before, and begins with this one: offers, and ids of records that could not be read.
    pub(super) async fn put(&mut self, offers: Vec<Offer>, named: Vec<String>) -> Result<(), CliError> {
        self.wait().await?;
        let (store, import) = (self.store.clone(), self.import.clone());
        self.under_way = Some(tokio::spawn(async move {
            store.stage_named(&import, &named).await?;
            store.stage(&import, &offers).await
        }));
        Ok(())
    }

    /// Waits for the last batch. Answers how many offers the import had already staged.
    pub(super) async fn finish(mut self) -> Result<u64, CliError> {
        self.wait().await?;
        Ok(self.duplicates)
    }

    async fn wait(&mut self) -> Result<(), CliError> {
        if let Some(batch) = self.under_way.take() {
            self.duplicates += batch.await??;
        }
        Ok(())
    }
}
