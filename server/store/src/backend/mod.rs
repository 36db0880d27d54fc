//! The only place that knows that there are two databases: connections ([`Pool`]), statements ([`Session`]),
//! values and rows. The rest of the crate writes one SQL text with `$n` and calls a [`Session`].

mod pool;
mod row;
mod session;

pub(crate) use pool::Pool;
pub(crate) use row::Row;
pub(crate) use session::Session;

use crate::error::StoreError;
use core::pin::Pin;
use core::time::Duration;

/// What a method of the store answers. Boxed, because an async function is compiled where it is awaited: without the
/// boxes every program and every test would compile the store and both drivers again.
pub type StoreFuture<'a, T> = BoxFuture<'a, Result<T, StoreError>>;
pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Which database a store is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A file of SQLite.
    Sqlite,
    /// PostgreSQL 15 or later.
    Postgres,
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
