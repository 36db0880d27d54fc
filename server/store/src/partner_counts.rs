//! What came of partners' boards: counts by week and site, and the secret with which a partner reads its own (as a hash).
//! Both go when the partner does.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::values;
use domain::partner::{Counted, Host, PartnerEvent, PartnerKey};
use serde::{Deserialize, Serialize};

/// Everything that was counted, in the order of a backup.
pub(crate) const COUNTS: &str =
    "select week, event, host, count, partner from partner_counts order by partner, week, event, host";
/// Every secret's hash.
pub(crate) const SECRETS: &str = "select partner, hash from partner_secrets order by partner";

/// A count and whose it is.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CountLine {
    pub(crate) partner: PartnerKey,
    #[serde(flatten)]
    pub(crate) counted: Counted,
}

/// The hash of a secret and whose it is.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SecretLine {
    pub(crate) partner: PartnerKey,
    pub(crate) hash: String,
}

impl Store {
    /// Adds what was counted to what is there, all of it or nothing. A partner that is no more has no counts.
    ///
    /// # Errors
    /// When the database fails; nothing is then added.
    pub fn add_counts<'a>(&'a self, counts: &'a [(PartnerKey, Counted)]) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            if counts.is_empty() {
                return Ok(());
            }
            let sql = "insert into partner_counts (partner, week, event, host, count)
            select $1, $2, $3, $4, $5 from partners where key = $1
            on conflict (partner, week, event, host) do update set count = partner_counts.count + excluded.count";
            let rows = counts.iter().map(|(partner, row)| Ok((partner, row, signed(row.count)?)));
            let rows = rows.collect::<Result<Vec<_>, StoreError>>()?;
            in_transaction!(self, session => {
                for (partner, row, count) in &rows {
                    let week = Value::Int(i64::from(row.week.0));
                    let values = [
                        Value::Text(partner.as_str()), week, Value::Text(row.event.code()), Value::Text(row.host.code()), Value::Int(*count),
                    ];
                    session.execute(sql, &values).await?;
                }
            })
        })
    }

    /// What was counted of a partner, the oldest week first.
    ///
    /// # Errors
    /// When the database fails, or holds what it should not.
    pub fn counts<'a>(&'a self, partner: &'a PartnerKey) -> StoreFuture<'a, Vec<Counted>> {
        Box::pin(async move {
            let sql = "select week, event, host, count, partner from partner_counts where partner = $1 order by week, event, host";
            let rows = self.pool.read().await?.all(sql, &[Value::Text(partner.as_str())]).await?;
            rows.iter().map(|row| Ok(count(row)?.counted)).collect()
        })
    }

    /// Sets the hash of a partner's secret, in the place of the one that it had; `false` when there is no such partner.
    ///
    /// # Errors
    /// When the database fails.
    pub fn set_partner_secret<'a>(&'a self, partner: &'a PartnerKey, hash: &'a str) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let sql = "insert into partner_secrets (partner, hash) select $1, $2 from partners where key = $1
            on conflict (partner) do update set hash = excluded.hash";
            let values = [Value::Text(partner.as_str()), Value::Text(hash)];
            in_transaction!(self, session => { session.execute(sql, &values).await? == 1 })
        })
    }

    /// The hash of a partner's secret; none when it has none.
    ///
    /// # Errors
    /// When the database fails.
    pub fn partner_secret<'a>(&'a self, partner: &'a PartnerKey) -> StoreFuture<'a, Option<String>> {
        Box::pin(async move {
            let sql = "select hash from partner_secrets where partner = $1";
            let found = self.pool.read().await?.maybe(sql, &[Value::Text(partner.as_str())]).await?;
            found.map(|row| row.text(0)).transpose()
        })
    }
}

/// A count from: week, event, host, count, partner.
pub(crate) fn count(row: &Row) -> Result<CountLine, StoreError> {
    let (partner, event, host) = (row.text(4)?, row.text(1)?, row.text(2)?);
    let wrong = |what: &str| StoreError::corrupt(format_args!("a count of partner {partner}"), what);
    Ok(CountLine {
        counted: Counted {
            week: values::day(row.int(0)?, "partner_counts.week")?,
            event: PartnerEvent::from_code(&event).ok_or_else(|| wrong("unknown event"))?,
            host: Host::from_code(&host).ok_or_else(|| wrong("its host is none"))?,
            count: values::unsigned(row.int(3)?, "partner_counts.count")?,
        },
        partner: PartnerKey::parse(&partner).map_err(|_| wrong("its partner is none"))?,
    })
}

/// A secret's hash from: partner, hash.
pub(crate) fn secret(row: &Row) -> Result<SecretLine, StoreError> {
    let key = row.text(0)?;
    let partner = PartnerKey::parse(&key);
    let partner = partner.map_err(|why| StoreError::corrupt(format_args!("the secret of partner {key}"), why))?;
    Ok(SecretLine { partner, hash: row.text(1)? })
}

/// Forgets what belongs to a partner.
pub(crate) async fn forget(session: &mut Session, partner: &str) -> Result<(), StoreError> {
    session.execute("delete from partner_counts where partner = $1", &[Value::Text(partner)]).await?;
    session.execute("delete from partner_secrets where partner = $1", &[Value::Text(partner)]).await?;
    Ok(())
}

/// Writes the rows of a backup.
pub(crate) async fn put(session: &mut Session, counts: &[CountLine], secrets: &[SecretLine]) -> Result<(), StoreError> {
    let numbers = counts.iter().map(|line| signed(line.counted.count)).collect::<Result<Vec<_>, StoreError>>()?;
    let rows: Vec<_> = counts
        .iter()
        .zip(&numbers)
        .map(|(CountLine { partner, counted }, count)| {
            let week = Value::Int(i64::from(counted.week.0));
            let (event, host) = (Value::Text(counted.event.code()), Value::Text(counted.host.code()));
            vec![Value::Text(partner.as_str()), week, event, host, Value::Int(*count)]
        })
        .collect();
    session.insert("insert into partner_counts (partner, week, event, host, count) ", &rows, "").await?;
    let rows: Vec<_> =
        secrets.iter().map(|line| vec![Value::Text(line.partner.as_str()), Value::Text(&line.hash)]).collect();
    session.insert("insert into partner_secrets (partner, hash) ", &rows, "").await?;
    Ok(())
}

fn signed(count: u64) -> Result<i64, StoreError> {
    i64::try_from(count).map_err(|why| StoreError::corrupt("a count", why))
}
