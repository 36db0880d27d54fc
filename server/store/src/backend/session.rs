//! One connection, and the statements that it runs.

use super::{Row, StoreFuture, Value};
use crate::error::StoreError;
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Executor, Postgres, QueryBuilder, Sqlite, Transaction};

/// One connection, inside a transaction or not.
pub(crate) enum Session {
    Sqlite(PoolConnection<Sqlite>),
    SqliteTransaction(Transaction<'static, Sqlite>),
    Postgres(PoolConnection<Postgres>),
    PostgresTransaction(Transaction<'static, Postgres>),
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

impl Session {
    /// Runs a statement; says how many rows it touched.
    pub(crate) fn execute<'a>(&'a mut self, sql: &'static str, values: &'a [Value<'_>]) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            Ok(on_driver!(self, connection, _row => query!(sql, values).execute(connection).await?.rows_affected()))
        })
    }

    /// All rows of an answer.
    pub(crate) fn all<'a>(&'a mut self, sql: &'static str, values: &'a [Value<'_>]) -> StoreFuture<'a, Vec<Row>> {
        Box::pin(async move {
            Ok(on_driver!(self, connection, row => {
                query!(sql, values).fetch_all(connection).await?.into_iter().map(row).collect()
            }))
        })
    }

    /// The first row of an answer, if there is one.
    pub(crate) fn maybe<'a>(&'a mut self, sql: &'static str, values: &'a [Value<'_>]) -> StoreFuture<'a, Option<Row>> {
        Box::pin(async move {
            Ok(on_driver!(self, connection, row => query!(sql, values).fetch_optional(connection).await?.map(row)))
        })
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
    pub(crate) fn insert<'a>(
        &'a mut self,
        head: &'static str,
        rows: &'a [Vec<Value<'_>>],
        tail: &'static str,
    ) -> StoreFuture<'a, Vec<Row>> {
        Box::pin(async move {
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
        })
    }

    /// `head` + a parenthesised list of texts: all rows whose key is in the list.
    pub(crate) fn among<'a>(&'a mut self, head: &'static str, keys: &'a [String]) -> StoreFuture<'a, Vec<Row>> {
        Box::pin(async move {
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
        })
    }

    /// Makes what a transaction wrote true for everybody.
    pub(crate) fn commit(self) -> StoreFuture<'static, ()> {
        Box::pin(async move {
            match self {
                Self::SqliteTransaction(transaction) => transaction.commit().await?,
                Self::PostgresTransaction(transaction) => transaction.commit().await?,
                Self::Sqlite(_) | Self::Postgres(_) => {}
            }
            Ok(())
        })
    }

    /// Takes back what a transaction wrote, at once.
    pub(crate) fn rollback(self) -> StoreFuture<'static, ()> {
        Box::pin(async move {
            match self {
                Self::SqliteTransaction(transaction) => transaction.rollback().await?,
                Self::PostgresTransaction(transaction) => transaction.rollback().await?,
                Self::Sqlite(_) | Self::Postgres(_) => {}
            }
            Ok(())
        })
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
    pub(crate) fn raw(&mut self, sql: String) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            on_driver!(self, connection, _row => {
                let _done: <Driver as sqlx::Database>::QueryResult =
                    connection.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await?;
            });
            Ok(())
        })
    }
}
