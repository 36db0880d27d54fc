//! Reading offers. What is *open* is decided here at the moment of reading, with the caller's day.

use crate::Store;
use crate::backend::{Row, StoreFuture, Value};
use crate::error::StoreError;
use crate::values;
use domain::number::OfferNumber;
use domain::offer::StoredOffer;
use domain::time::{Day, Timestamp};
use std::collections::HashMap;

/// The columns that [`stored`] reads; what follows begins with `where`.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select o.number, f.facts, o.first_seen, o.confirmed, o.changed, o.closed, c.rev, o.text_since
             from offers o join offer_facts f on f.number = o.number and f.facts_hash = o.facts_hash
             join offer_changes c on c.number = o.number ",
            $rest
        )
    };
}

/// Numbers of one question.
const CHUNK: usize = 500;

/// A source of offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceState {
    /// Its name.
    pub source: String,
    /// Its published offers. Those that expired since the last `tick` are still counted.
    pub live: u64,
    /// When one of its imports was last published.
    pub last_import: Option<Timestamp>,
}

impl Store {
    /// The offer with this number, open or not.
    ///
    /// # Errors
    /// When the database fails.
    pub fn offer(&self, number: OfferNumber) -> StoreFuture<'_, Option<StoredOffer>> {
        Box::pin(async move {
            let row = self
                .pool
                .read()
                .await?
                .maybe(select!("where o.number = $1"), &[Value::Text(&number.to_string())])
                .await?;
            row.as_ref().map(stored).transpose()
        })
    }

    /// The offers with these numbers, in the same order; those that are not there are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub fn offers<'a>(&'a self, numbers: &'a [OfferNumber]) -> StoreFuture<'a, Vec<StoredOffer>> {
        Box::pin(async move {
            let mut session = self.pool.read().await?;
            let mut found = HashMap::with_capacity(numbers.len());
            for chunk in numbers.chunks(CHUNK) {
                let keys: Vec<String> = chunk.iter().map(ToString::to_string).collect();
                let rows = session.among(select!("where o.number in"), &keys).await?;
                for row in &rows {
                    let offer = stored(row)?;
                    found.insert(offer.number, offer);
                }
            }
            Ok(numbers.iter().filter_map(|number| found.get(number).cloned()).collect())
        })
    }

    /// Open offers whose numbers begin alike: they lie between two, both included (`OfferNumber::beginning`); at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_called(
        &self,
        (first, last): (OfferNumber, OfferNumber),
        today: Day,
        limit: u32,
    ) -> StoreFuture<'_, Vec<StoredOffer>> {
        Box::pin(async move {
            let sql = select!(
                "where o.number >= $1 and o.number <= $2 and o.closed is null and o.open_until >= $3
             order by o.number limit $4"
            );
            let (first, last) = (first.to_string(), last.to_string());
            let values =
                [Value::Text(&first), Value::Text(&last), Value::Int(i64::from(today.0)), Value::Int(i64::from(limit))];
            self.pool.read().await?.all(sql, &values).await?.iter().map(stored).collect()
        })
    }

    /// Offers open on `today`: the last published first, those without a day of publication last.
    ///
    /// # Errors
    /// When the database fails.
    pub fn newest_open(&self, today: Day, limit: u32, offset: u32) -> StoreFuture<'_, Vec<StoredOffer>> {
        Box::pin(async move {
            let rows = self
                .pool
                .read()
                .await?
                .all(
                    select!(
                        "where o.closed is null and o.open_until >= $1
                 order by o.posted desc nulls last, o.number limit $2 offset $3"
                    ),
                    &[Value::Int(i64::from(today.0)), Value::Int(i64::from(limit)), Value::Int(i64::from(offset))],
                )
                .await?;
            rows.iter().map(stored).collect()
        })
    }

    /// Offers open on `today` whose number is from `from` up to and without `until`, by number. For
    /// whoever goes through all of them in parts that stay the same when others come and go.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_between(
        &self,
        today: Day,
        from: OfferNumber,
        until: Option<OfferNumber>,
    ) -> StoreFuture<'_, Vec<StoredOffer>> {
        Box::pin(async move {
            // One letter more than the last number: after it in every order of letters.
            let until = until.map_or_else(|| "z".repeat(13), |number| number.to_string());
            let rows = self
                .pool
                .read()
                .await?
                .all(
                    select!(
                        "where o.closed is null and o.open_until >= $1 and o.number >= $2 and o.number < $3
                 order by o.number"
                    ),
                    &[Value::Int(i64::from(today.0)), Value::Text(&from.to_string()), Value::Text(&until)],
                )
                .await?;
            rows.iter().map(stored).collect()
        })
    }

    /// How many offers are open on `today`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_open(&self, today: Day) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let sql = "select count(*) from offers where closed is null and open_until >= $1";
            let count = self.pool.read().await?.number(sql, &[Value::Int(i64::from(today.0))]).await?;
            values::unsigned(count, "a count of offers")
        })
    }

    /// The sources of offers, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn sources(&self) -> StoreFuture<'_, Vec<SourceState>> {
        Box::pin(async move {
            let rows = self
                .pool
                .read()
                .await?
                .all(
                    "select s.source, s.last_import,
                    (select count(*) from offers o where o.source = s.source and o.closed is null)
                 from sources s order by s.source",
                    &[],
                )
                .await?;
            rows.iter()
                .map(|row| {
                    Ok(SourceState {
                        source: row.text(0)?,
                        last_import: row.maybe_int(1)?.map(Timestamp),
                        live: values::unsigned(row.int(2)?, "a count of offers")?,
                    })
                })
                .collect()
        })
    }
}

/// An offer from: number, facts, first_seen, confirmed, changed, closed, rev, text_since.
pub(crate) fn stored(row: &Row) -> Result<StoredOffer, StoreError> {
    let number = row.text(0)?;
    Ok(StoredOffer {
        offer: values::facts(&number, &row.text(1)?)?,
        number: values::number(&number)?,
        first_seen: Timestamp(row.int(2)?),
        confirmed: Timestamp(row.int(3)?),
        changed: Timestamp(row.int(4)?),
        closed: row.maybe_int(5)?.map(Timestamp),
        rev: row.int(6)?,
        text_since: values::day(row.int(7)?, &number)?,
    })
}
