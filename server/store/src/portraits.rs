//! How it is to work in each occupation. Replaced with ROME (`reference`), backed up and restored; read by the pages of
//! trades.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value};
use crate::error::StoreError;
use crate::reference::{Difference, list};
use crate::values;
use domain::occupation::{Portrait, RomeCode};
use domain::rome::RomeRelease;
use std::collections::BTreeMap;

/// Rows of one insert.
const BATCH: usize = 1_000;

pub(crate) const PORTRAITS: &str = "select code, facts from occupation_portraits order by code";
const PORTRAIT: &str = "select code, facts from occupation_portraits where code = $1";

pub(crate) fn portrait(row: &Row) -> Result<Portrait, StoreError> {
    let code = row.text(0)?;
    let column = format!("occupation_portraits.facts of {code}");
    let own: Portrait = values::json(&row.text(1)?, &column)?;
    if own.rome.as_str() == code { Ok(own) } else { Err(StoreError::corrupt(column, "another occupation's")) }
}

/// Adds portraits, or puts them in the place of those of the same occupation.
pub(crate) async fn put_portraits(session: &mut Session, portraits: &[&Portrait]) -> Result<(), StoreError> {
    for batch in portraits.chunks(BATCH) {
        let kept = batch.iter().map(values::to_json).collect::<Result<Vec<_>, StoreError>>()?;
        let rows: Vec<_> = batch
            .iter()
            .zip(&kept)
            .map(|(own, facts)| vec![Value::Text(own.rome.as_str()), Value::Text(facts)])
            .collect();
        session
            .insert(
                "insert into occupation_portraits (code, facts) ",
                &rows,
                " on conflict (code) do update set facts = excluded.facts",
            )
            .await?;
    }
    Ok(())
}

/// Puts a version's portraits in the place of those that are there; how many rows that changed.
pub(crate) async fn replace(session: &mut Session, rome: &RomeRelease) -> Result<u64, StoreError> {
    let old = list(session, PORTRAITS, portrait).await?;
    let old: BTreeMap<&str, &Portrait> = old.iter().map(|own| (own.rome.as_str(), own)).collect();
    let new = rome.portraits.iter().map(|own| (own.rome.as_str(), own)).collect();
    let difference = Difference::between(&old, &new);
    put_portraits(session, &difference.put).await?;
    for gone in difference.gone.chunks(BATCH) {
        let gone: Vec<String> = gone.iter().map(|&code| code.to_owned()).collect();
        session.among("delete from occupation_portraits where code in", &gone).await?;
    }
    Ok(difference.rows())
}

impl Store {
    /// All portraits, by code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn portraits(&self) -> StoreFuture<'_, Vec<Portrait>> {
        Box::pin(async move { list(&mut self.pool.read().await?, PORTRAITS, portrait).await })
    }

    /// The portrait of an occupation, where there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn portrait<'a>(&'a self, code: &'a RomeCode) -> StoreFuture<'a, Option<Portrait>> {
        Box::pin(async move {
            let row = self.pool.read().await?.maybe(PORTRAIT, &[Value::Text(code.as_str())]).await?;
            row.as_ref().map(portrait).transpose()
        })
    }
}
