//! The schema: its migrations, its state, and which database this is.

use crate::Store;
use crate::backend::{ATTEMPTS, Backend, StoreFuture, Value, in_transaction, pause_after};
use crate::error::StoreError;
use sqlx::SqlSafeStr as _;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use std::borrow::Cow;
use uuid::Uuid;

/// The version that this program works with: the number of the last migration.
pub(crate) const SCHEMA: i64 = 12;

/// Number, name, SQLite's text, PostgreSQL's text. A published one is never edited.
const MIGRATIONS: &[(i64, &str, &str, &str)] = &[
    (
        1,
        "first tables",
        include_str!("../migrations/sqlite/0001_first_tables.sql"),
        include_str!("../migrations/postgres/0001_first_tables.sql"),
    ),
    (
        2,
        "help places",
        include_str!("../migrations/sqlite/0002_help_places.sql"),
        include_str!("../migrations/postgres/0002_help_places.sql"),
    ),
    (
        3,
        "reports",
        include_str!("../migrations/sqlite/0003_reports.sql"),
        include_str!("../migrations/postgres/0003_reports.sql"),
    ),
    (
        4,
        "skills",
        include_str!("../migrations/sqlite/0004_skills.sql"),
        include_str!("../migrations/postgres/0004_skills.sql"),
    ),
    (
        5,
        "handovers",
        include_str!("../migrations/sqlite/0005_handovers.sql"),
        include_str!("../migrations/postgres/0005_handovers.sql"),
    ),
    (
        6,
        "trainings",
        include_str!("../migrations/sqlite/0006_trainings.sql"),
        include_str!("../migrations/postgres/0006_trainings.sql"),
    ),
    (
        7,
        "training times",
        include_str!("../migrations/sqlite/0007_training_times.sql"),
        include_str!("../migrations/postgres/0007_training_times.sql"),
    ),
    (
        8,
        "portraits",
        include_str!("../migrations/sqlite/0008_portraits.sql"),
        include_str!("../migrations/postgres/0008_portraits.sql"),
    ),
    (
        9,
        "partners",
        include_str!("../migrations/sqlite/0009_partners.sql"),
        include_str!("../migrations/postgres/0009_partners.sql"),
    ),
    (
        10,
        "partner counts",
        include_str!("../migrations/sqlite/0010_partner_counts.sql"),
        include_str!("../migrations/postgres/0010_partner_counts.sql"),
    ),
    (
        11,
        "named and text",
        include_str!("../migrations/sqlite/0011_named_and_text.sql"),
        include_str!("../migrations/postgres/0011_named_and_text.sql"),
    ),
    (
        12,
        "former names and basins",
        include_str!("../migrations/sqlite/0012_former_names_and_basins.sql"),
        include_str!("../migrations/postgres/0012_former_names_and_basins.sql"),
    ),
];

/// How the database's schema stands to this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaState {
    /// Nothing was ever migrated.
    Empty,
    /// `migrate` has something to do.
    Older,
    /// As this program needs it.
    Current,
    /// Made by a newer program.
    Newer,
}

/// The migrations of a database. No advisory lock: a managed or pooled PostgreSQL may not have it.
pub(crate) fn migrator(backend: Backend) -> Migrator {
    let migrations = MIGRATIONS.iter().map(|(version, name, sqlite, postgres)| {
        let sql = match backend {
            Backend::Sqlite => *sqlite,
            Backend::Postgres => *postgres,
        };
        Migration::new(*version, Cow::Borrowed(name), MigrationType::Simple, sql.into_sql_str(), false)
    });
    let mut migrator = Migrator::with_migrations(migrations.collect());
    migrator.set_locking(false);
    migrator
}

impl Store {
    /// Brings the schema up to date; does nothing when it is. Several at once do no harm. Gives the
    /// database its id, once.
    ///
    /// # Errors
    /// [`StoreError::SchemaNewer`] when a newer program made the schema; when the database fails.
    pub fn migrate(&self) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            let mut attempt = 0;
            loop {
                let found = self.schema_version().await?;
                if found > SCHEMA {
                    return Err(StoreError::SchemaNewer { found, needed: SCHEMA });
                }
                match self.pool.migrate().await {
                    Ok(()) => break,
                    // Another process migrates the same database: what it has made is not made again.
                    Err(error) if attempt + 1 < ATTEMPTS && may_be_a_race(&error) => {
                        tokio::time::sleep(pause_after(attempt)).await;
                        attempt += 1;
                    }
                    Err(error) => return Err(error),
                }
            }
            let id = Uuid::now_v7().to_string();
            in_transaction!(self, session => {
                session.execute("update database_info set id = $1 where id is null", &[Value::Text(&id)]).await?
            })?;
            Ok(())
        })
    }

    /// How the schema stands to this program.
    ///
    /// # Errors
    /// When the database fails.
    pub fn schema_state(&self) -> StoreFuture<'_, SchemaState> {
        Box::pin(async move {
            Ok(match self.schema_version().await? {
                0 => SchemaState::Empty,
                found if found < SCHEMA => SchemaState::Older,
                SCHEMA => SchemaState::Current,
                _ => SchemaState::Newer,
            })
        })
    }

    /// Refuses to go on with another schema than this program's.
    ///
    /// # Errors
    /// [`StoreError::SchemaOlder`], [`StoreError::SchemaNewer`], or when the database fails.
    pub fn require_current_schema(&self) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            let found = self.schema_version().await?;
            match found.cmp(&SCHEMA) {
                core::cmp::Ordering::Less => Err(StoreError::SchemaOlder { found, needed: SCHEMA }),
                core::cmp::Ordering::Equal => Ok(()),
                core::cmp::Ordering::Greater => Err(StoreError::SchemaNewer { found, needed: SCHEMA }),
            }
        })
    }

    /// The id of this database, made by the first [`Store::migrate`]. A restored one has another.
    ///
    /// # Errors
    /// When the database was never migrated, or fails.
    pub fn database_id(&self) -> StoreFuture<'_, String> {
        Box::pin(async move {
            let mut session = self.pool.read().await?;
            session.one("select id from database_info", &[]).await?.maybe_text(0)?.ok_or(StoreError::NotFound)
        })
    }

    /// The last migration that the database has; 0 when it has none.
    async fn schema_version(&self) -> Result<i64, StoreError> {
        let mut session = self.pool.read().await?;
        match session.number("select coalesce(max(version), 0) from _sqlx_migrations where success = true", &[]).await {
            Err(error) if error.is_missing_table() => Ok(0),
            other => other,
        }
    }
}

/// Whether a migration may have failed only because another one was faster.
fn may_be_a_race(error: &StoreError) -> bool {
    match error {
        StoreError::Migrate(
            MigrateError::Execute(sqlx::Error::Database(_))
            | MigrateError::ExecuteMigration(sqlx::Error::Database(_), _)
            | MigrateError::Dirty(_),
        ) => true,
        other => other.is_transient(),
    }
}
