//! Places of help: what the hub's file says, replaced whole.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::values;
use domain::help::{HelpPlace, LocatedHelp};
use domain::place::Point;
use domain::text::slug;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of one insert.
const BATCH: usize = 1_000;
pub(crate) const HELP_PLACES: &str = "select id, facts from help_places order by rank";

/// What a replacement did to the places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HelpChanges {
    /// Places that were not there.
    pub new: u64,
    /// Places of which something differs.
    pub changed: u64,
    /// Places that are as they were.
    pub unchanged: u64,
    /// Places that are gone.
    pub removed: u64,
    /// Places that stay as they were, because the file names them and could not be read.
    pub kept: u64,
}

impl Store {
    /// Puts these places of help, in this order, in the place of all that are there, in one transaction. Places
    /// with one of the names `kept` stay as they were, behind the others, where none of them replaces it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when two have the same key; when the database fails. Nothing is then
    /// changed.
    pub fn replace_help_places<'a>(
        &'a self,
        places: &'a [HelpPlace],
        kept: &'a [String],
    ) -> StoreFuture<'a, HelpChanges> {
        Box::pin(async move {
            let mut new = BTreeMap::new();
            for place in places {
                if new.insert(place.key(), values::to_json(place)?).is_some() {
                    return Err(StoreError::Conflict(format!("two places of help have the key {}", place.key())));
                }
            }
            let names: BTreeSet<String> = kept.iter().map(|name| slug(name)).collect();
            in_transaction!(self, session => {
                // One replacement at a time: the second one compares with what the first one left.
                session.execute("update hub set demo = demo", &[]).await?;
                let mut old = BTreeMap::new();
                let mut all = places.to_vec();
                let mut stay = 0;
                for row in session.all(HELP_PLACES, &[]).await? {
                    let (key, facts) = (row.text(0)?, row.text(1)?);
                    let place = help_place(&row)?;
                    if !new.contains_key(&key) && names.contains(&slug(&place.name)) {
                        all.push(place);
                        stay += 1;
                    } else {
                        old.insert(key, facts);
                    }
                }
                session.execute("delete from help_places", &[]).await?;
                put(&mut session, 0, &all).await?;
                HelpChanges { kept: stay, ..compare(&old, &new) }
            })
        })
    }

    /// All places of help in the hub's order, with name and centre of their communes.
    ///
    /// # Errors
    /// When the database fails, or holds what it should not.
    pub fn help_places(&self) -> StoreFuture<'_, Vec<LocatedHelp>> {
        Box::pin(async move {
            let sql = "select h.id, h.facts, c.name, c.lat_e6, c.lon_e6
            from help_places h left join communes c on c.code = h.commune order by h.rank";
            self.pool.read().await?.all(sql, &[]).await?.iter().map(located).collect()
        })
    }
}

fn compare(old: &BTreeMap<String, String>, new: &BTreeMap<String, String>) -> HelpChanges {
    let mut changes = HelpChanges::default();
    for (key, facts) in new {
        match old.get(key) {
            None => changes.new += 1,
            Some(before) if before == facts => changes.unchanged += 1,
            Some(_) => changes.changed += 1,
        }
    }
    changes.removed = old.keys().filter(|key| !new.contains_key(*key)).count() as u64;
    changes
}

fn located(row: &Row) -> Result<LocatedHelp, StoreError> {
    let place = help_place(row)?;
    let degree = |value: Option<i64>| {
        let wrong = |e| StoreError::corrupt(format_args!("the centre of commune {}", place.commune), e);
        value.map(i32::try_from).transpose().map_err(wrong)
    };
    let (lat, lon) = (degree(row.maybe_int(3)?)?, degree(row.maybe_int(4)?)?);
    Ok(LocatedHelp {
        town: row.maybe_text(2)?.unwrap_or_default(),
        point: lat.zip(lon).map(|(lat_e6, lon_e6)| Point { lat_e6, lon_e6 }),
        place,
    })
}

/// A place from: id, facts.
pub(crate) fn help_place(row: &Row) -> Result<HelpPlace, StoreError> {
    let id = row.text(0)?;
    let place: HelpPlace = values::json(&row.text(1)?, &format!("the facts of place of help {id}"))?;
    if place.key() != id {
        return Err(StoreError::corrupt(format_args!("place of help {id}"), "its key is not that of its facts"));
    }
    Ok(place)
}

/// Adds places; the first one gets this rank.
pub(crate) async fn put(session: &mut Session, rank: i64, places: &[HelpPlace]) -> Result<(), StoreError> {
    let mut rank = rank;
    for batch in places.chunks(BATCH) {
        let texts = batch.iter().map(|p| Ok((p.key(), values::to_json(p)?))).collect::<Result<Vec<_>, StoreError>>()?;
        let rows: Vec<_> = batch
            .iter()
            .zip(&texts)
            .zip(rank..)
            .map(|((place, (key, facts)), rank)| {
                vec![Value::Text(key), Value::Int(rank), Value::Text(place.commune.as_str()), Value::Text(facts)]
            })
            .collect();
        session.insert("insert into help_places (id, rank, commune, facts) ", &rows, "").await?;
        rank += rows.len() as i64;
    }
    Ok(())
}
