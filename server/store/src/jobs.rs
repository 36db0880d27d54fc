//! What recurs: closing what has expired, forgetting what has long been closed, and the leases by
//! which one of many instances does it.

use crate::Store;
use crate::backend::{Session, StoreFuture, Value, in_transaction};
use crate::changes::stamp;
use crate::error::StoreError;
use crate::import::id_at;
use domain::time::{Day, Timestamp};

/// Offers closed or purged in one transaction.
const BATCH: u64 = 10_000;

impl Store {
    /// Closes the published offers whose last open day is before `today`; answers how many. Pages do
    /// not wait for it: what is open is decided when read.
    ///
    /// # Errors
    /// When the database fails; what was done so far stays done.
    pub fn close_expired(&self, now: Timestamp, today: Day) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let mut closed = 0;
            loop {
                let batch = id_at(now);
                let id = Value::Text(&batch);
                let planned = in_transaction!(self, session => {
                    lock_sources(&mut session).await?;
                    let planned = session
                        .execute(
                            "insert into change_plan (batch, number, fate)
                         select $1, number, 'closed' from offers
                         where closed is null and open_until < $2 order by number limit $3",
                            &[id, Value::Int(i64::from(today.0)), Value::Int(BATCH as i64)],
                        )
                        .await?;
                    session
                        .execute(
                            "update offers set closed = $2 where number in
                                (select p.number from change_plan p where p.batch = $1)",
                            &[id, Value::Int(now.0)],
                        )
                        .await?;
                    stamp_and_forget_plan(&mut session, &batch).await?;
                    planned
                })?;
                closed += planned;
                if planned < BATCH {
                    return Ok(closed);
                }
            }
        })
    }

    /// Deletes the offers that were closed before `before`; answers how many. Their numbers and
    /// change numbers stay, so that an index that was away learns that they are gone.
    ///
    /// # Errors
    /// When the database fails; what was done so far stays done.
    pub fn purge_closed(&self, before: Timestamp) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let mut purged = 0;
            loop {
                let batch = id_at(before);
                let id = Value::Text(&batch);
                let planned = in_transaction!(self, session => {
                    lock_sources(&mut session).await?;
                    let planned = session
                        .execute(
                            "insert into change_plan (batch, number, fate)
                         select $1, number, 'purged' from offers
                         where closed is not null and closed < $2 order by number limit $3",
                            &[id, Value::Int(before.0), Value::Int(BATCH as i64)],
                        )
                        .await?;
                    session
                        .execute(
                            "delete from offer_facts where number in
                            (select p.number from change_plan p where p.batch = $1)
                         and not exists (select 1 from import_staging t
                            where t.import_id in (select i.id from imports i where i.done = false)
                              and t.number = offer_facts.number and t.facts_hash = offer_facts.facts_hash)",
                            &[id],
                        )
                        .await?;
                    session
                        .execute(
                            "delete from offers where number in
                                (select p.number from change_plan p where p.batch = $1)",
                            &[id],
                        )
                        .await?;
                    stamp_and_forget_plan(&mut session, &batch).await?;
                    planned
                })?;
                purged += planned;
                if planned < BATCH {
                    return Ok(purged);
                }
            }
        })
    }

    /// Takes or renews the lease `name` for `holder` until `seconds` from now; `false` while another
    /// one holds it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_lease<'a>(
        &'a self,
        name: &'a str,
        holder: &'a str,
        now: Timestamp,
        seconds: i64,
    ) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let expires = now.0.saturating_add(seconds);
            let taken = in_transaction!(self, session => {
                session
                    .execute(
                        "insert into leases (name, holder, expires) values ($1, $2, $3)
                     on conflict (name) do update set holder = excluded.holder, expires = excluded.expires
                     where leases.expires <= $4 or leases.holder = excluded.holder",
                        &[Value::Text(name), Value::Text(holder), Value::Int(expires), Value::Int(now.0)],
                    )
                    .await?
            })?;
            Ok(taken == 1)
        })
    }
}

/// No publication meanwhile, of any source.
async fn lock_sources(session: &mut Session) -> Result<(), StoreError> {
    session.execute("update sources set last_import = last_import", &[]).await?;
    Ok(())
}

async fn stamp_and_forget_plan(session: &mut Session, batch: &str) -> Result<(), StoreError> {
    stamp(session, batch).await?;
    session.execute("delete from change_plan where batch = $1", &[Value::Text(batch)]).await?;
    Ok(())
}
