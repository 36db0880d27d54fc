//! The store: the only crate that knows SQL. SQLite and PostgreSQL behind one [`Store`], with one
//! SQL text for both. Pages, commands and jobs call it; it knows neither HTTP nor search.
//!
//! - `backend`: the two drivers, and nobody else;
//! - `schema`: migrations, their state, the database's id;
//! - `hub`, `help` (places of help), `reference` (places and ROME), `offers` (reading), `changes` (what changed since);
//! - `import` (begin, stage) and `publish`; `runs`: their reports; `reports`: what
//!   readers tell of offers; `handovers`: what people show advisers; `jobs`: expiry, purge, leases;
//! - `trainings` (begin, stage, publish, read) and `certifications`; `partners`: whose sites show the board;
//!   `partner_counts`: what came of it, in numbers;
//! - `backup`, `restore`: one portable file for both databases; `integrity`: is all well?
//!
//! Rules that every writer keeps: whoever changes offers locks the row of their source first and
//! takes the change number last; every writing transaction is short and can be run again as a whole.

mod backend;
mod backup;
mod certifications;
mod changes;
mod error;
mod handovers;
mod help;
mod hub;
mod import;
mod integrity;
mod jobs;
mod offers;
mod partner_counts;
mod partners;
mod portraits;
mod publish;
mod reference;
mod reference_rows;
mod reports;
mod restore;
mod runs;
mod schema;
mod skills;
#[doc(hidden)]
pub mod testing;
mod trainings;
mod values;

pub use backend::{Backend, StoreFuture};
pub use changes::{Changes, Cursor};
pub use error::StoreError;
pub use help::HelpChanges;
pub use hub::Hub;
pub use import::{ImportId, MAX_STAGED};
pub use offers::SourceState;
pub use partners::KeptPartner;
pub use publish::PublishOptions;
pub use reports::StoredReport;
pub use runs::ImportRun;
pub use schema::SchemaState;
pub use trainings::TrainingImport;

/// A database. Cheap to clone: the clones share their connections.
#[derive(Clone)]
pub struct Store {
    pub(crate) pool: backend::Pool,
}

impl Store {
    /// Opens the database at `url`: `sqlite:path` (made when it is not there), `sqlite::memory:`, or
    /// `postgres://user:password@host/name`. At most `max_connections` connections; on SQLite these
    /// are the readers, beside one writer. Neither migrates nor checks the schema.
    ///
    /// # Errors
    /// When the address is not understood or the database cannot be reached.
    pub fn open(url: &str, max_connections: u32) -> StoreFuture<'_, Self> {
        Box::pin(async move { Ok(Self { pool: backend::Pool::open(url, max_connections.max(1)).await? }) })
    }

    /// Which database it is on.
    #[must_use]
    pub const fn backend(&self) -> Backend {
        self.pool.backend()
    }

    /// Closes the connections, when what they do is done.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub fn ping(&self) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            self.pool.read().await?.all("select 1", &[]).await?;
            Ok(())
        })
    }
}

impl core::fmt::Debug for Store {
    /// Without the address: it may hold a password.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Store").field("backend", &self.backend()).finish_non_exhaustive()
    }
}
