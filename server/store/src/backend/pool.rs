//! The connections of a store.

use super::{Backend, BoxFuture, Session, StoreFuture};
use crate::error::StoreError;
use core::str::FromStr;
use core::time::Duration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, PgPool, SqlitePool};

/// How long a writer waits for another one on SQLite.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);
/// How long a request waits for a connection, and a start for the server.
const CONNECTION_TURN: Duration = Duration::from_secs(10);
/// A writer also waits its turn inside the process: longer than the database's own wait.
const WRITER_TURN: Duration = Duration::from_secs(90);

/// The connections of a store.
#[derive(Clone)]
pub(crate) enum Pool {
    /// SQLite has one writer at a time: one connection for writing, whose queue is fair, so that an
    /// import's batches and the visitors' writes take turns; and several for reading.
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
    },
    Postgres(PgPool),
}

impl Pool {
    /// Opens the database at `url`; SQLite's file is made when it is not there.
    pub(crate) fn open(url: &str, max_connections: u32) -> StoreFuture<'_, Self> {
        Box::pin(async move {
            if url.starts_with("sqlite:") {
                Self::open_sqlite(url, max_connections).await
            } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
                let options = PgConnectOptions::from_str(url)
                    .map_err(|_| StoreError::Address)?
                    .application_name("passerelle")
                    .disable_statement_logging();
                let pool = PgPoolOptions::new().max_connections(max_connections).acquire_timeout(CONNECTION_TURN);
                Ok(Self::Postgres(pool.connect_with(options).await?))
            } else {
                Err(StoreError::Address)
            }
        })
    }

    async fn open_sqlite(url: &str, max_connections: u32) -> Result<Self, StoreError> {
        let in_memory = url.contains(":memory:");
        let options = SqliteConnectOptions::from_str(url)
            .map_err(|_| StoreError::Address)?
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
            .synchronous(SqliteSynchronous::Full)
            // After a large import the log file shrinks back to this many bytes.
            .pragma("journal_size_limit", "67108864")
            .disable_statement_logging();
        let pool = || SqlitePoolOptions::new().idle_timeout(None).max_lifetime(None);
        if in_memory {
            // Every connection would have its own memory: there is one, for reading and writing.
            let only = pool().max_connections(1).acquire_timeout(WRITER_TURN).connect_with(options).await?;
            return Ok(Self::Sqlite { read: only.clone(), write: only });
        }
        let options = options.journal_mode(SqliteJournalMode::Wal);
        let write = pool()
            .max_connections(1)
            .acquire_timeout(WRITER_TURN)
            .connect_with(options.clone().pragma("cache_size", "-32768"))
            .await?;
        let read = pool().max_connections(max_connections).connect_with(options.pragma("query_only", "true")).await?;
        Ok(Self::Sqlite { read, write })
    }

    pub(crate) const fn backend(&self) -> Backend {
        match self {
            Self::Sqlite { .. } => Backend::Sqlite,
            Self::Postgres(_) => Backend::Postgres,
        }
    }

    pub(crate) fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            match self {
                Self::Sqlite { read, write } => {
                    read.close().await;
                    // The last one to leave moves the log into the database's file.
                    write.close().await;
                }
                Self::Postgres(pool) => pool.close().await,
            }
        })
    }

    /// A connection for single reads.
    pub(crate) fn read(&self) -> StoreFuture<'_, Session> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite { read, .. } => Session::Sqlite(read.acquire().await?),
                Self::Postgres(pool) => Session::Postgres(pool.acquire().await?),
            })
        })
    }

    /// A transaction for several reads that see the database at one instant.
    pub(crate) fn snapshot(&self) -> StoreFuture<'_, Session> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite { read, .. } => Session::SqliteTransaction(read.begin().await?),
                Self::Postgres(pool) => Session::PostgresTransaction(
                    pool.begin_with("begin transaction isolation level repeatable read, read only").await?,
                ),
            })
        })
    }

    /// A transaction for writing. On SQLite it takes the write lock at once: a read transaction
    /// that wants to write later fails at once when another one wrote meanwhile.
    pub(crate) fn write(&self) -> StoreFuture<'_, Session> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite { write, .. } => Session::SqliteTransaction(write.begin_with("begin immediate").await?),
                Self::Postgres(pool) => Session::PostgresTransaction(pool.begin().await?),
            })
        })
    }

    /// Runs the migrations that are missing, without an advisory lock.
    pub(crate) fn migrate(&self) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            match self {
                Self::Sqlite { write, .. } => crate::schema::migrator(Backend::Sqlite).run(write).await?,
                Self::Postgres(pool) => crate::schema::migrator(Backend::Postgres).run(pool).await?,
            }
            Ok(())
        })
    }
}
