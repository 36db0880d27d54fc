//! What people show advisers for two hours: ciphertext under a name. Left out of backups.

use crate::Store;
use crate::backend::{StoreFuture, Value, in_transaction};
use domain::time::Timestamp;

impl Store {
    /// Keeps a sealed body under its name until an instant. `false` when the name is taken: its owner alone
    /// could know it, so nothing is written over.
    ///
    /// # Errors
    /// When the database fails.
    pub fn keep_handover<'a>(&'a self, id: &'a str, body: &'a str, until: Timestamp) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let values = [Value::Text(id), Value::Text(body), Value::Int(until.0)];
            let sql = "insert into handovers (id, body, until) values ($1, $2, $3) on conflict (id) do nothing";
            Ok(in_transaction!(self, session => { session.execute(sql, &values).await? })? > 0)
        })
    }

    /// The sealed body under a name and when it ends, while its time is not over.
    ///
    /// # Errors
    /// When the database fails.
    pub fn handover<'a>(&'a self, id: &'a str, now: Timestamp) -> StoreFuture<'a, Option<(String, Timestamp)>> {
        Box::pin(async move {
            let sql = "select body, until from handovers where id = $1 and until > $2";
            let found = self.pool.read().await?.maybe(sql, &[Value::Text(id), Value::Int(now.0)]).await?;
            found.map(|row| Ok((row.text(0)?, Timestamp(row.int(1)?)))).transpose()
        })
    }

    /// Destroys what is under a name. Answers whether something was.
    ///
    /// # Errors
    /// When the database fails.
    pub fn close_handover<'a>(&'a self, id: &'a str) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let values = [Value::Text(id)];
            let sql = "delete from handovers where id = $1";
            Ok(in_transaction!(self, session => { session.execute(sql, &values).await? })? > 0)
        })
    }

    /// Destroys all whose time is over. Answers how many.
    ///
    /// # Errors
    /// When the database fails.
    pub fn purge_handovers(&self, now: Timestamp) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let values = [Value::Int(now.0)];
            in_transaction!(self, session => { session.execute("delete from handovers where until <= $1", &values).await? })
        })
    }
}
