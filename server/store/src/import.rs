//! The first half of an import of offers: it begins, stages what it reads in short transactions,
//! and ends in `publish` or is abandoned. Nobody sees what is staged.

use crate::Store;
use crate::backend::{Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::values;
use domain::number::OfferNumber;
use domain::offer::Offer;
use domain::text::words;
use domain::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use uuid::{Builder, NoContext, Uuid};

/// Offers of one call of [`Store::stage`].
pub const MAX_STAGED: usize = 1_000;
/// Staging rows deleted in one transaction.
const SWEEP: i64 = 5_000;
/// An import that began so long ago and is not over was killed.
const DEAD_AFTER_SECONDS: i64 = 86_400;

/// An import under way. Other imports, of the same source too, do not see what it stages. A clone is the same import.
#[derive(Clone, Debug)]
pub struct ImportId {
    pub(crate) id: String,
    pub(crate) source: String,
    pub(crate) begun: Timestamp,
}

impl Store {
    /// Begins an import of offers of `source`. Sweeps away what killed imports left behind.
    ///
    /// # Errors
    /// When the database fails.
    pub fn begin_import<'a>(&'a self, source: &'a str, now: Timestamp) -> StoreFuture<'a, ImportId> {
        Box::pin(async move {
            let import = ImportId { id: id_at(now), source: source.to_owned(), begun: now };
            in_transaction!(self, session => {
                session
                    .execute(
                        "insert into sources (source, last_import) values ($1, null) on conflict (source) do nothing",
                        &[Value::Text(source)],
                    )
                    .await?;
                session
                    .execute(
                        "insert into imports (id, source, begun, done) values ($1, $2, $3, false)",
                        &[Value::Text(&import.id), Value::Text(source), Value::Int(now.0)],
                    )
                    .await?;
                session
                    .execute(
                        "update imports set done = true where begun < $1",
                        &[Value::Int(now.0.saturating_sub(DEAD_AFTER_SECONDS))],
                    )
                    .await?;
            })?;
            self.sweep().await?;
            Ok(import)
        })
    }

    /// Stages at most [`MAX_STAGED`] offers, in one short transaction. Answers how many of them this
    /// import had already staged, this call included: the last one counts.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when there are too many, when one is of another source or has an id
    /// that cannot be kept, or when the import was taken for dead; when the database fails.
    pub fn stage<'a>(&'a self, import: &'a ImportId, offers: &'a [Offer]) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            if offers.len() > MAX_STAGED {
                return Err(StoreError::Conflict(format!("{} offers at once: at most {MAX_STAGED}", offers.len())));
            }
            let mut staged = BTreeMap::new();
            for offer in offers {
                let row = Staged::new(import, offer)?;
                staged.insert(row.number.clone(), row);
            }
            let facts: Vec<_> = staged.values().map(Staged::facts).collect();
            let rows: Vec<_> = staged.values().map(|row| row.values(import)).collect();
            let within = (offers.len() - staged.len()) as u64;
            let again = in_transaction!(self, session => {
                lock_source(&mut session, &import.source).await?;
                still_open(&mut session, import).await?;
                session
                    .insert(
                        "insert into offer_facts (number, facts_hash, facts) ",
                        &facts,
                        " on conflict (number, facts_hash) do nothing",
                    )
                    .await?;
                let repeats = session
                    .insert(
                        "insert into import_staging
                            (import_id, number, id, source_id, facts_hash, posted, closes, repeats, text_hash) ",
                        &rows,
                        " on conflict (import_id, number) do update set id = excluded.id, source_id = excluded.source_id,
                      facts_hash = excluded.facts_hash, posted = excluded.posted, closes = excluded.closes,
                      text_hash = excluded.text_hash, repeats = import_staging.repeats + 1
                      returning repeats",
                    )
                    .await?;
                let mut again = 0;
                for row in &repeats {
                    again += u64::from(row.int(0)? > 0);
                }
                again
            })?;
            Ok(within + again)
        })
    }

    /// Keeps ids of records that this import could not read: what is published under them is still in the feed, and
    /// stays as it was. Ids of nothing do no harm.
    ///
    /// # Errors
    /// When the import was taken for dead; when the database fails.
    pub fn stage_named<'a>(&'a self, import: &'a ImportId, ids: &'a [String]) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let numbers = ids.iter().map(|id| OfferNumber::of(&import.source, id).to_string());
            let numbers: BTreeSet<String> = numbers.collect();
            let rows: Vec<_> =
                numbers.iter().map(|number| vec![Value::Text(&import.id), Value::Text(number)]).collect();
            for batch in rows.chunks(MAX_STAGED) {
                in_transaction!(self, session => {
                    lock_source(&mut session, &import.source).await?;
                    still_open(&mut session, import).await?;
                    session.insert(PUT_NAMED, batch, " on conflict (import_id, number) do nothing").await?;
                })?;
            }
            Ok(())
        })
    }

    /// Ends an import that is not to be published.
    ///
    /// # Errors
    /// When the database fails.
    pub fn abandon(&self, import: ImportId) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            in_transaction!(self, session => {
                session.execute("update imports set done = true where id = $1", &[Value::Text(&import.id)]).await?
            })?;
            self.sweep().await
        })
    }

    /// Deletes what imports that are done have staged, in short transactions, and with it the facts
    /// that are neither published nor staged by another import.
    pub(crate) async fn sweep(&self) -> Result<(), StoreError> {
        let done =
            self.pool.read().await?.all("select id, source from imports where done = true order by id", &[]).await?;
        for row in done {
            let (id, source) = (row.text(0)?, row.text(1)?);
            let values = [Value::Text(&id), Value::Int(SWEEP)];
            while in_transaction!(self, session => {
                lock_source(&mut session, &source).await?;
                session.execute(SWEEP_FACTS, &values).await?;
                session.execute(SWEEP_STAGING, &values).await?
            })? > 0
            {}
            while in_transaction!(self, session => { session.execute(SWEEP_PLAN, &values).await? })? > 0 {}
            while in_transaction!(self, session => { session.execute(SWEEP_NAMED, &values).await? })? > 0 {}
            in_transaction!(self, session => {
                session.execute("delete from imports where id = $1", &values[..1]).await?
            })?;
        }
        Ok(())
    }
}

/// The facts of the next staged offers, in every version that nobody needs. $1 import, $2 how many.
const SWEEP_FACTS: &str = "
    delete from offer_facts
    where number in (select s.number from import_staging s where s.import_id = $1 order by s.number limit $2)
      and not exists (select 1 from offers o
          where o.number = offer_facts.number and o.facts_hash = offer_facts.facts_hash)
      and not exists (select 1 from import_staging t
          where t.import_id in (select i.id from imports i where i.done = false)
            and t.number = offer_facts.number and t.facts_hash = offer_facts.facts_hash)";
const SWEEP_STAGING: &str = "
    delete from import_staging where import_id = $1 and number in
        (select number from import_staging where import_id = $1 order by number limit $2)";
const SWEEP_PLAN: &str = "
    delete from change_plan where batch = $1 and number in
        (select number from change_plan where batch = $1 order by number limit $2)";

const SWEEP_NAMED: &str = "
    delete from import_named where import_id = $1 and number in
        (select number from import_named where import_id = $1 order by number limit $2)";
pub(crate) const PUT_NAMED: &str = "insert into import_named (import_id, number) ";

/// Keeps all others from changing the offers of a source, or sweeping their facts, until the
/// transaction ends.
pub(crate) async fn lock_source(session: &mut Session, source: &str) -> Result<(), StoreError> {
    session.execute("update sources set last_import = last_import where source = $1", &[Value::Text(source)]).await?;
    Ok(())
}

/// Refuses an import that was swept away as dead; keeps others from sweeping it until the
/// transaction ends.
async fn still_open(session: &mut Session, import: &ImportId) -> Result<(), StoreError> {
    let sql = "update imports set done = false where id = $1 and done = false";
    let open = session.execute(sql, &[Value::Text(&import.id)]).await?;
    if open == 1 { Ok(()) } else { Err(taken_for_dead(import)) }
}

pub(crate) fn taken_for_dead(import: &ImportId) -> StoreError {
    let source = &import.source;
    StoreError::Conflict(format!("this import of {source} began more than a day ago and was taken for dead"))
}

/// A new UUIDv7 of this instant, as text.
pub(crate) fn id_at(now: Timestamp) -> String {
    let seconds = u64::try_from(now.0).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, 0)).to_string()
}

/// A row of the staging table.
struct Staged {
    number: String,
    id: String,
    source_id: String,
    facts: String,
    facts_hash: String,
    posted: Option<i64>,
    closes: Option<i64>,
    text_hash: String,
}

impl Staged {
    fn new(import: &ImportId, offer: &Offer) -> Result<Self, StoreError> {
        if offer.source != import.source {
            let (of, here) = (&offer.source, &import.source);
            return Err(StoreError::Conflict(format!("an offer of {of} in an import of {here}")));
        }
        if offer.source_id.contains('\0') {
            return Err(StoreError::Conflict("an offer's id holds a NUL character, which PostgreSQL refuses".into()));
        }
        let facts = values::to_json(offer)?;
        let hash = values::sha256(&facts);
        let mut random = [0; 10];
        random.copy_from_slice(&hash[..10]);
        let millis = u64::try_from(import.begun.0).unwrap_or(0).saturating_mul(1_000);
        Ok(Self {
            number: OfferNumber::of(&offer.source, &offer.source_id).to_string(),
            // The hash of the facts, its own source and id included, serves as the random part.
            id: Builder::from_unix_timestamp_millis(millis, &random).into_uuid().to_string(),
            source_id: offer.source_id.clone(),
            facts_hash: values::hex(&hash[..16]),
            facts,
            posted: offer.posted.map(|d| i64::from(d.0)),
            closes: offer.closes.map(|d| i64::from(d.0)),
            text_hash: text_hash(offer),
        })
    }

    fn facts(&self) -> Vec<Value<'_>> {
        vec![Value::Text(&self.number), Value::Text(&self.facts_hash), Value::Text(&self.facts)]
    }

    fn values<'a>(&'a self, import: &'a ImportId) -> Vec<Value<'a>> {
        vec![
            Value::Text(&import.id),
            Value::Text(&self.number),
            Value::Text(&self.id),
            Value::Text(&self.source_id),
            Value::Text(&self.facts_hash),
            Value::MaybeInt(self.posted),
            Value::MaybeInt(self.closes),
            Value::Int(0),
            Value::Text(&self.text_hash),
        ]
    }
}

/// Equal for offers with the same words in title and text; half of a SHA-256.
pub(crate) fn text_hash(offer: &Offer) -> String {
    let mut all = words(&offer.title);
    all.extend(offer.text.as_deref().map(words).unwrap_or_default());
    values::facts_hash(&all.join(" "))
}
