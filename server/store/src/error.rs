//! Why the store could not do what it was asked. Never holds a secret: not the database's address,
//! nor the values of a statement.

/// An error of the store.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// What was asked for is not there.
    #[error("not found")]
    NotFound,
    /// What was asked does not fit the state of the database.
    #[error("{0}")]
    Conflict(String),
    /// The database's schema is older than this program: `migrate` first.
    #[error(
        "the database's schema is at version {found} and this program needs version {needed}: run `passerelle migrate`"
    )]
    SchemaOlder {
        /// Version of the database, or of the backup.
        found: i64,
        /// Version of this program.
        needed: i64,
    },
    /// The schema is newer than this program.
    #[error("the schema is at version {found} and this program knows version {needed}: install the newer program")]
    SchemaNewer {
        /// Version of the database, or of the backup.
        found: i64,
        /// Version of this program.
        needed: i64,
    },
    /// Only an empty database can be restored into.
    #[error("the database is not empty: restore into a new one")]
    NotEmpty,
    /// A backup cannot be read; nothing was restored.
    #[error("line {line} of the backup: {what}; nothing was restored")]
    Backup {
        /// Line of the file, from 1.
        line: u64,
        /// What is wrong there.
        what: String,
    },
    /// Reading or writing a backup failed.
    #[error("reading or writing a backup")]
    Io(#[from] std::io::Error),
    /// The address of the database is not understood. It is not repeated: it may hold a password.
    #[error("the database's address is not understood: `sqlite:path` or `postgres://user@host/name` expected")]
    Address,
    /// The database failed.
    #[error("the database failed")]
    Db(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("the schema could not be brought up to date")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// What the database holds is not what this program writes.
    #[error("the database holds what it should not: {what}")]
    Corrupt {
        /// What, and where.
        what: String,
    },
}

impl StoreError {
    /// What `what` holds cannot be read because of `why`.
    pub(crate) fn corrupt(what: impl core::fmt::Display, why: impl core::fmt::Display) -> Self {
        Self::Corrupt { what: format!("{what}: {why}") }
    }

    /// Whether the same transaction, run again, may succeed: another one was in its way.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::Db(error) => is_transient(error),
            Self::Migrate(sqlx::migrate::MigrateError::Execute(error)) => is_transient(error),
            Self::Migrate(sqlx::migrate::MigrateError::ExecuteMigration(error, _)) => is_transient(error),
            _ => false,
        }
    }

    /// Whether a table does not exist: a database that was never migrated.
    pub(crate) fn is_missing_table(&self) -> bool {
        let Self::Db(sqlx::Error::Database(error)) = self else { return false };
        // PostgreSQL's undefined_table; SQLite has no code of its own for it.
        error.code().as_deref() == Some("42P01") || error.message().starts_with("no such table")
    }
}

/// PostgreSQL: serialization_failure, deadlock_detected. SQLite: BUSY and LOCKED with their
/// extended codes (the low byte is 5 or 6).
fn is_transient(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(error) = error else { return false };
    let Some(code) = error.code() else { return false };
    if error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() {
        code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6))
    } else {
        matches!(code.as_ref(), "40001" | "40P01")
    }
}
