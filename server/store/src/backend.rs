//! The only place that knows that there are two databases: connections, transactions, values, rows.
//! The rest of the crate writes one SQL text with `$n` and calls a [`Session`].

use crate::error::StoreError;
use core::str::FromStr;
use core::time::Duration;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Executor, PgPool, Postgres, QueryBuilder, Row as _, Sqlite, SqlitePool, Transaction,
};

/// How long a writer waits for another one on SQLite.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);
/// How long a request waits for a connection, and a start for the server.
const CONNECTION_TURN: Duration = Duration::from_secs(10);
/// A writer also waits its turn inside the process: longer than the database's own wait.
const WRITER_TURN: Duration = Duration::from_secs(90);

/// Which database a store is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A file of SQLite.
    Sqlite,
    /// PostgreSQL 15 or later.
    Postgres,
}

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

/// One connection, inside a transaction or not.
pub(crate) enum Session {
    Sqlite(PoolConnection<Sqlite>),
    SqliteTransaction(Transaction<'static, Sqlite>),
    Postgres(PoolConnection<Postgres>),
    PostgresTransaction(Transaction<'static, Postgres>),
}

/// A value of a statement.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    Text(&'a str),
    MaybeText(Option<&'a str>),
    Int(i64),
    MaybeInt(Option<i64>),
    Bool(bool),
}

/// A row of an answer.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

/// Writes the same expression once for each driver: in `$body`, `$connection` is the driver's own.
macro_rules! on_driver {
    ($session:expr, $connection:ident, $row:ident => $body:expr) => {
        match $session {
            Session::Sqlite($connection) => on_driver!(@ $connection, Sqlite, $row, $body),
            Session::SqliteTransaction($connection) => on_driver!(@ $connection, Sqlite, $row, $body),
            Session::Postgres($connection) => on_driver!(@ $connection, Postgres, $row, $body),
            Session::PostgresTransaction($connection) => on_driver!(@ $connection, Postgres, $row, $body),
        }
    };
    (@ $connection:ident, $driver:ident, $row:ident, $body:expr) => {{
        type Driver = $driver;
        let $connection = &mut **$connection;
        let $row = Row::$driver;
        $body
    }};
}

/// A query of a driver with its values.
macro_rules! query {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query::<Driver>($sql);
        for value in $values {
            query = match *value {
                Value::Text(v) => query.bind(v),
                Value::MaybeText(v) => query.bind(v),
                Value::Int(v) => query.bind(v),
                Value::MaybeInt(v) => query.bind(v),
                Value::Bool(v) => query.bind(v),
            };
        }
        query
    }};
}

impl Pool {
    /// Opens the database at `url`; SQLite's file is made when it is not there.
    pub(crate) async fn open(url: &str, max_connections: u32) -> Result<Self, StoreError> {
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

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                // The last one to leave moves the log into the database's file.
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// A connection for single reads.
    pub(crate) async fn read(&self) -> Result<Session, StoreError> {
        Ok(match self {
            Self::Sqlite { read, .. } => Session::Sqlite(read.acquire().await?),
            Self::Postgres(pool) => Session::Postgres(pool.acquire().await?),
        })
    }

    /// A transaction for several reads that see the database at one instant.
    pub(crate) async fn snapshot(&self) -> Result<Session, StoreError> {
        Ok(match self {
            Self::Sqlite { read, .. } => Session::SqliteTransaction(read.begin().await?),
            Self::Postgres(pool) => Session::PostgresTransaction(
                pool.begin_with("begin transaction isolation level repeatable read, read only").await?,
            ),
        })
    }

    /// A transaction for writing. On SQLite it takes the write lock at once: a read transaction
    /// that wants to write later fails at once when another one wrote meanwhile.
    pub(crate) async fn write(&self) -> Result<Session, StoreError> {
        Ok(match self {
            Self::Sqlite { write, .. } => Session::SqliteTransaction(write.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Session::PostgresTransaction(pool.begin().await?),
        })
    }

    /// Runs the migrations that are missing, without an advisory lock.
    pub(crate) async fn migrate(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite { write, .. } => crate::schema::migrator(Backend::Sqlite).run(write).await?,
            Self::Postgres(pool) => crate::schema::migrator(Backend::Postgres).run(pool).await?,
        }
        Ok(())
    }
}

impl Session {
    /// Runs a statement; says how many rows it touched.
    pub(crate) async fn execute(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        Ok(on_driver!(self, connection, _row => query!(sql, values).execute(connection).await?.rows_affected()))
    }

    /// All rows of an answer.
    pub(crate) async fn all(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<Vec<Row>, StoreError> {
        Ok(on_driver!(self, connection, row => {
            query!(sql, values).fetch_all(connection).await?.into_iter().map(row).collect()
        }))
    }

    /// The first row of an answer, if there is one.
    pub(crate) async fn maybe(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<Option<Row>, StoreError> {
        Ok(on_driver!(self, connection, row => query!(sql, values).fetch_optional(connection).await?.map(row)))
    }

    /// The one row of an answer.
    pub(crate) async fn one(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<Row, StoreError> {
        self.maybe(sql, values).await?.ok_or(StoreError::NotFound)
    }

    /// The one whole number that a statement answers: a count, a change number.
    pub(crate) async fn number(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<i64, StoreError> {
        self.one(sql, values).await?.int(0)
    }

    /// `head` + a parenthesis of values for each row + `tail`: an insert of several rows. Answers
    /// the rows that a `returning` gives. At most 3,000 rows of 10 values (the drivers' limits).
    pub(crate) async fn insert(
        &mut self,
        head: &'static str,
        rows: &[Vec<Value<'_>>],
        tail: &'static str,
    ) -> Result<Vec<Row>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        Ok(on_driver!(self, connection, wrap => {
            let mut builder = QueryBuilder::<Driver>::new(head);
            builder.push_values(rows, |mut tuple, row| {
                for value in row {
                    match *value {
                        Value::Text(v) => tuple.push_bind(v),
                        Value::MaybeText(v) => tuple.push_bind(v),
                        Value::Int(v) => tuple.push_bind(v),
                        Value::MaybeInt(v) => tuple.push_bind(v),
                        Value::Bool(v) => tuple.push_bind(v),
                    };
                }
            });
            builder.push(tail);
            builder.build().fetch_all(connection).await?.into_iter().map(wrap).collect()
        }))
    }

    /// `head` + a parenthesised list of texts: all rows whose key is in the list.
    pub(crate) async fn among(&mut self, head: &'static str, keys: &[String]) -> Result<Vec<Row>, StoreError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        Ok(on_driver!(self, connection, wrap => {
            let mut builder = QueryBuilder::<Driver>::new(head);
            builder.push(" (");
            let mut list = builder.separated(", ");
            for key in keys {
                list.push_bind(key.as_str());
            }
            builder.push(")");
            builder.build().fetch_all(connection).await?.into_iter().map(wrap).collect()
        }))
    }

    /// Makes what a transaction wrote true for everybody.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::SqliteTransaction(transaction) => transaction.commit().await?,
            Self::PostgresTransaction(transaction) => transaction.commit().await?,
            Self::Sqlite(_) | Self::Postgres(_) => {}
        }
        Ok(())
    }

    /// Takes back what a transaction wrote, at once.
    pub(crate) async fn rollback(self) -> Result<(), StoreError> {
        match self {
            Self::SqliteTransaction(transaction) => transaction.rollback().await?,
            Self::PostgresTransaction(transaction) => transaction.rollback().await?,
            Self::Sqlite(_) | Self::Postgres(_) => {}
        }
        Ok(())
    }

    /// What the database itself finds wrong with its file. PostgreSQL has no such question.
    pub(crate) async fn self_check(&mut self) -> Result<Vec<String>, StoreError> {
        let mut wrong = Vec::new();
        if matches!(self, Self::Sqlite(_) | Self::SqliteTransaction(_)) {
            for row in self.all("pragma integrity_check(20)", &[]).await? {
                let line = row.text(0)?;
                if line != "ok" {
                    wrong.push(line);
                }
            }
            for row in self.all("pragma foreign_key_check", &[]).await? {
                wrong.push(format!("a row of {} refers to a row of {} that is not there", row.text(0)?, row.text(2)?));
            }
        }
        Ok(wrong)
    }

    /// Runs SQL made at run time, of several statements: only `testing` does.
    pub(crate) async fn raw(&mut self, sql: String) -> Result<(), StoreError> {
        on_driver!(self, connection, _row => {
            let _done: <Driver as sqlx::Database>::QueryResult =
                connection.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await?;
        });
        Ok(())
    }
}

impl Row {
    pub(crate) fn text(&self, column: usize) -> Result<String, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(crate) fn int(&self, column: usize) -> Result<i64, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(crate) fn maybe_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(crate) fn bool(&self, column: usize) -> Result<bool, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }
}

/// How often a transaction is tried before its failure is told.
pub(crate) const ATTEMPTS: u32 = 10;

/// How long to wait before the attempt after this one: 5 ms, doubled each time, at most 320 ms.
pub(crate) fn pause_after(attempt: u32) -> Duration {
    Duration::from_millis(5 << attempt.min(6))
}

/// Runs a writing transaction: `in_transaction!(store, session => { …; value })`. The block may use
/// `?`; it is run again as a whole when another transaction was in its way.
macro_rules! in_transaction {
    ($store:expr, $session:ident => $body:block) => {{
        let mut attempt = 0;
        loop {
            let tried: Result<_, $crate::StoreError> = async {
                let mut $session = $store.pool.write().await?;
                let value = $body;
                $session.commit().await?;
                Ok(value)
            }
            .await;
            match tried {
                Err(error) if error.is_transient() && attempt + 1 < $crate::backend::ATTEMPTS => {
                    tokio::time::sleep($crate::backend::pause_after(attempt)).await;
                    attempt += 1;
                }
                other => break other,
            }
        }
    }};
}
pub(crate) use in_transaction;
