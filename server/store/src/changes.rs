//! Change numbers: what changed since, page by page, for the search index; and how a transaction
//! stamps what it changed.

use crate::Store;
use crate::backend::{Session, StoreFuture, Value};
use crate::error::StoreError;
use crate::values;
use domain::number::OfferNumber;
use domain::offer::StoredOffer;
use domain::time::Timestamp;

/// How far a reader of changes has read: a change number, and inside of it the last offer seen. One
/// import may give 100,000 offers the same number, so that a page may end in the middle of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The change number.
    pub rev: i64,
    /// The last offer seen of that number; `None` when all of them were.
    pub number: Option<OfferNumber>,
}

impl Cursor {
    /// Everything up to and with `rev` was read; 0 is the beginning.
    #[must_use]
    pub const fn after(rev: i64) -> Self {
        Self { rev, number: None }
    }
}

/// A page of changes, ordered by (change number, offer).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Published offers as they are now. One may have expired: see [`StoredOffer::is_open`].
    pub upserts: Vec<StoredOffer>,
    /// Offers that were closed or purged.
    pub removed: Vec<OfferNumber>,
    /// Where the next page begins.
    pub next: Cursor,
    /// Whether there may be more. When not, all that was committed before the question was read.
    pub more: bool,
}

impl Store {
    /// The change number of the last transaction that changed offers; 0 before the first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn current_rev(&self) -> StoreFuture<'_, i64> {
        Box::pin(async move { self.pool.read().await?.number("select rev from change_counter", &[]).await })
    }

    /// The next page of at most `limit` changes after `cursor`. An offer that changes while the
    /// pages are read comes once more, with its new number; none is ever missed, because numbers
    /// become visible in their order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn changes_since<'a>(&'a self, cursor: &'a Cursor, limit: u32) -> StoreFuture<'a, Changes> {
        Box::pin(async move {
            let limit = limit.max(1);
            // "~" comes after every character of an offer's number.
            let number = cursor.number.map_or_else(|| "~".to_owned(), |n| n.to_string());
            let rows = self
                .pool
                .read()
                .await?
                .all(
                    "select c.number, f.facts, o.first_seen, o.confirmed, o.changed, o.closed, c.rev,
                    o.text_since
                 from offer_changes c left join offers o on o.number = c.number
                    left join offer_facts f on f.number = o.number and f.facts_hash = o.facts_hash
                 where (c.rev, c.number) > ($1, $2) order by c.rev, c.number limit $3",
                    &[Value::Int(cursor.rev), Value::Text(&number), Value::Int(i64::from(limit))],
                )
                .await?;
            let mut changes = Changes { next: *cursor, ..Changes::default() };
            for row in &rows {
                let number = row.text(0)?;
                let parsed = values::number(&number)?;
                match row.maybe_text(1)? {
                    Some(facts) if row.maybe_int(5)?.is_none() => changes.upserts.push(StoredOffer {
                        number: parsed,
                        offer: values::facts(&number, &facts)?,
                        first_seen: Timestamp(row.int(2)?),
                        confirmed: Timestamp(row.int(3)?),
                        changed: Timestamp(row.int(4)?),
                        closed: None,
                        rev: row.int(6)?,
                        text_since: values::day(row.int(7)?, &number)?,
                    }),
                    _ => changes.removed.push(parsed),
                }
                changes.next = Cursor { rev: row.int(6)?, number: Some(parsed) };
            }
            changes.more = rows.len() as u64 == u64::from(limit);
            Ok(changes)
        })
    }
}

/// Takes the next change number and stamps every offer of the plan `batch` with it. The last
/// statements of a transaction: from here on all other changes of offers wait. Nothing planned
/// takes no number.
pub(crate) async fn stamp(session: &mut Session, batch: &str) -> Result<Option<i64>, StoreError> {
    let batch = Value::Text(batch);
    if session.maybe("select 1 from change_plan where batch = $1 limit 1", &[batch]).await?.is_none() {
        return Ok(None);
    }
    let rev = session.number("update change_counter set rev = rev + 1 returning rev", &[]).await?;
    session
        .execute(
            "insert into offer_changes (number, rev) select number, $2 from change_plan where batch = $1
             on conflict (number) do update set rev = excluded.rev",
            &[batch, Value::Int(rev)],
        )
        .await?;
    Ok(Some(rev))
}
