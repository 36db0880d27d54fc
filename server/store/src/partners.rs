//! Partners: associations whose sites show the board. Few; read whole.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::values;
use domain::partner::{Partner, PartnerKey};

pub(crate) const PARTNERS: &str = "select key, facts from partners order by key";

/// A partner as it is kept, whether or not it can be read.
#[derive(Debug)]
pub struct KeptPartner {
    /// Its key, as the database has it.
    pub key: String,
    /// The partner, or why it cannot be served.
    pub read: Result<Partner, StoreError>,
}

impl Store {
    /// Every partner, by key.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when one of them is not what a partner may be (a malformed origin, say): none is then
    /// served; when the database fails.
    pub fn partners(&self) -> StoreFuture<'_, Vec<Partner>> {
        Box::pin(async move { self.kept_partners().await?.into_iter().map(|kept| kept.read).collect() })
    }

    /// Every partner, by key; what is wrong with one does not hide the others.
    ///
    /// # Errors
    /// When the database fails.
    pub fn kept_partners(&self) -> StoreFuture<'_, Vec<KeptPartner>> {
        Box::pin(async move {
            let rows = self.pool.read().await?.all(PARTNERS, &[]).await?;
            rows.iter().map(|row| Ok(KeptPartner { key: row.text(0)?, read: partner(row) })).collect()
        })
    }

    /// Adds a partner, or puts it in the place of the one with its key; `replace` says which. Answers whether it
    /// was done: an existing one is only replaced, a new one only added.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_partner<'a>(&'a self, partner: &'a Partner, replace: bool) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let facts = values::to_json(partner)?;
            let row = [Value::Text(partner.key.as_str()), Value::Text(&facts)];
            let sql = if replace {
                "update partners set facts = $2 where key = $1"
            } else {
                "insert into partners (key, facts) values ($1, $2) on conflict (key) do nothing"
            };
            in_transaction!(self, session => { session.execute(sql, &row).await? == 1 })
        })
    }

    /// Removes a partner, even one that cannot be read, with its counts and secret; `false` when there is none with
    /// this key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn remove_partner<'a>(&'a self, key: &'a str) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let sql = "delete from partners where key = $1";
            in_transaction!(self, session => {
                crate::partner_counts::forget(&mut session, key).await?;
                session.execute(sql, &[Value::Text(key)]).await? == 1
            })
        })
    }
}

/// A partner from: key, facts.
pub(crate) fn partner(row: &Row) -> Result<Partner, StoreError> {
    let key = row.text(0)?;
    let partner: Partner = values::json(&row.text(1)?, &format!("partner {key}"))?;
    if PartnerKey::parse(&key).ok().as_ref() != Some(&partner.key) {
        return Err(StoreError::corrupt(format_args!("partner {key}"), "its key is not that of its facts"));
    }
    Ok(partner)
}

/// Adds partners that are not there.
pub(crate) async fn put(session: &mut Session, partners: &[Partner]) -> Result<(), StoreError> {
    let texts = partners.iter().map(values::to_json).collect::<Result<Vec<_>, StoreError>>()?;
    let rows: Vec<_> = partners
        .iter()
        .zip(&texts)
        .map(|(partner, facts)| vec![Value::Text(partner.key.as_str()), Value::Text(facts)])
        .collect();
    session.insert("insert into partners (key, facts) ", &rows, "").await?;
    Ok(())
}
