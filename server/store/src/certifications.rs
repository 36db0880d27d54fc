//! Certifications: replaced whole by an import, read whole.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::help::HelpChanges;
use crate::{trainings, values};
use domain::certification::Certification;
use std::collections::BTreeMap;

/// Rows of one insert.
const BATCH: usize = 1_000;
pub(crate) const CERTIFICATIONS: &str = "select id, facts from certifications order by id";

impl Store {
    /// Puts these certifications in the place of all that are there, in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when two have the same id; when the database fails. Nothing is then changed.
    pub fn replace_certifications<'a>(&'a self, all: &'a [Certification]) -> StoreFuture<'a, HelpChanges> {
        Box::pin(async move {
            let mut new = BTreeMap::new();
            for one in all {
                if new.insert(i64::from(one.id), values::to_json(one)?).is_some() {
                    return Err(StoreError::Conflict(format!("two certifications have the id {}", one.id)));
                }
            }
            in_transaction!(self, session => {
                // One replacement at a time.
                session.execute("update training_counter set rev = rev", &[]).await?;
                let mut old = BTreeMap::new();
                for row in session.all(CERTIFICATIONS, &[]).await? {
                    old.insert(row.int(0)?, row.text(1)?);
                }
                let changes = compare(&old, &new);
                if changes.unchanged != new.len() as u64 || changes.removed > 0 {
                    session.execute("delete from certifications", &[]).await?;
                    put(&mut session, all).await?;
                    trainings::raise(&mut session).await?;
                }
                changes
            })
        })
    }

    /// All certifications, by id.
    ///
    /// # Errors
    /// When the database fails, or holds what it should not.
    pub fn certifications(&self) -> StoreFuture<'_, Vec<Certification>> {
        Box::pin(
            async move { self.pool.read().await?.all(CERTIFICATIONS, &[]).await?.iter().map(certification).collect() },
        )
    }
}

fn compare(old: &BTreeMap<i64, String>, new: &BTreeMap<i64, String>) -> HelpChanges {
    let mut changes = HelpChanges::default();
    for (id, facts) in new {
        match old.get(id) {
            None => changes.new += 1,
            Some(before) if before == facts => changes.unchanged += 1,
            Some(_) => changes.changed += 1,
        }
    }
    changes.removed = old.keys().filter(|id| !new.contains_key(*id)).count() as u64;
    changes
}

/// A certification from: id, facts.
pub(crate) fn certification(row: &Row) -> Result<Certification, StoreError> {
    let id = row.int(0)?;
    let one: Certification = values::json(&row.text(1)?, &format!("the facts of certification {id}"))?;
    if i64::from(one.id) != id {
        return Err(StoreError::corrupt(format_args!("certification {id}"), "its id is not that of its facts"));
    }
    Ok(one)
}

/// Adds certifications to a database that has none of them.
pub(crate) async fn put(session: &mut Session, all: &[Certification]) -> Result<(), StoreError> {
    for batch in all.chunks(BATCH) {
        let facts = batch.iter().map(values::to_json).collect::<Result<Vec<_>, StoreError>>()?;
        let rows: Vec<_> = batch
            .iter()
            .zip(&facts)
            .map(|(one, facts)| vec![Value::Int(i64::from(one.id)), Value::Text(facts)])
            .collect();
        session.insert("insert into certifications (id, facts) ", &rows, "").await?;
    }
    Ok(())
}
