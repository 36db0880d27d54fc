//! Reference data: communes, and the occupations and appellations of one version of ROME. Each
//! import replaces the whole; what is equal stays untouched.

use crate::Store;
use crate::backend::{Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::reference_rows::{
    APPELLATIONS, BASINS, COMMUNE, COMMUNES, OCCUPATION, OCCUPATIONS, appellation, basin, commune, occupation,
    put_appellations, put_basins, put_communes, put_occupations,
};
use crate::{portraits, skills};
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::place::{Basin, Commune, CommuneCode};
use domain::rome::RomeRelease;
use std::collections::{BTreeMap, BTreeSet};

impl Store {
    /// Puts these communes in the place of all that are there, in one transaction. Answers how many
    /// rows that changed; when it is none, [`Store::reference_rev`] stays. The last of several with
    /// the same code counts.
    ///
    /// # Errors
    /// When the database fails; nothing is then changed.
    pub fn replace_places<'a>(&'a self, communes: &'a [Commune]) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            let new: BTreeMap<&str, &Commune> = communes.iter().map(|c| (c.code.as_str(), c)).collect();
            in_transaction!(self, session => {
                lock(&mut session).await?;
                let old = list(&mut session, COMMUNES, commune).await?;
                let old: BTreeMap<&str, &Commune> = old.iter().map(|c| (c.code.as_str(), c)).collect();
                let difference = Difference::between(&old, &new);
                for gone in difference.gone.chunks(1_000) {
                    let gone: Vec<String> = gone.iter().map(|&code| code.to_owned()).collect();
                    session.among("delete from communes where code in", &gone).await?;
                }
                put_communes(&mut session, &difference.put).await?;
                let rows = difference.rows();
                bump(&mut session, rows).await?;
                rows
            })
        })
    }

    /// Puts these labour basins in the place of all that are there, as [`Store::replace_places`] does communes.
    ///
    /// # Errors
    /// When the database fails; nothing is then changed.
    pub fn replace_basins<'a>(&'a self, basins: &'a [Basin]) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            let new: BTreeMap<&str, &Basin> = basins.iter().map(|b| (b.code.as_str(), b)).collect();
            in_transaction!(self, session => {
                lock(&mut session).await?;
                let old = list(&mut session, BASINS, basin).await?;
                let old: BTreeMap<&str, &Basin> = old.iter().map(|b| (b.code.as_str(), b)).collect();
                let difference = Difference::between(&old, &new);
                for gone in difference.gone.chunks(1_000) {
                    let gone: Vec<String> = gone.iter().map(|&code| code.to_owned()).collect();
                    session.among("delete from basins where code in", &gone).await?;
                }
                put_basins(&mut session, &difference.put).await?;
                let rows = difference.rows();
                bump(&mut session, rows).await?;
                rows
            })
        })
    }

    /// Puts this version of ROME in the place of the one that is there, in one transaction. Answers
    /// how many rows that changed, a new version's name included; when it is none,
    /// [`Store::reference_rev`] stays.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when an appellation belongs to no occupation; when the database
    /// fails. Nothing is then changed.
    pub fn replace_rome<'a>(&'a self, rome: &'a RomeRelease) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            let new: BTreeMap<&str, &Occupation> = rome.occupations.iter().map(|o| (o.code.as_str(), o)).collect();
            let new_titles: BTreeMap<u32, &Appellation> = rome.appellations.iter().map(|a| (a.ogr, a)).collect();
            if let Some(orphan) = new_titles.values().find(|a| !new.contains_key(a.rome.as_str())) {
                let (ogr, code) = (orphan.ogr, &orphan.rome);
                return Err(StoreError::Conflict(format!(
                    "appellation {ogr} belongs to {code}, which is no occupation"
                )));
            }
            in_transaction!(self, session => {
                lock(&mut session).await?;
                let old = list(&mut session, OCCUPATIONS, occupation).await?;
                let old: BTreeMap<&str, &Occupation> = old.iter().map(|o| (o.code.as_str(), o)).collect();
                let old_titles = list(&mut session, APPELLATIONS, appellation).await?;
                let old_titles: BTreeMap<u32, &Appellation> = old_titles.iter().map(|a| (a.ogr, a)).collect();
                let occupations = Difference::between(&old, &new);
                let appellations = Difference::between(&old_titles, &new_titles);
                put_occupations(&mut session, &occupations.put).await?;
                put_appellations(&mut session, &appellations.put).await?;
                for ogr in &appellations.gone {
                    session.execute("delete from appellations where ogr = $1", &[Value::Int(i64::from(*ogr))]).await?;
                }
                for gone in occupations.gone.chunks(1_000) {
                    let gone: Vec<String> = gone.iter().map(|&code| code.to_owned()).collect();
                    session.among("delete from occupations where code in", &gone).await?;
                }
                let skills = skills::replace(&mut session, rome).await?;
                let portraits = portraits::replace(&mut session, rome).await?;
                let version = session
                    .execute(
                        "update database_info set rome_version = $1 where coalesce(rome_version, '') <> $1",
                        &[Value::Text(&rome.version)],
                    )
                    .await?;
                let rows = occupations.rows() + appellations.rows() + skills + portraits + version;
                bump(&mut session, rows).await?;
                rows
            })
        })
    }

    /// The version of ROME that is there.
    ///
    /// # Errors
    /// When the database fails.
    pub fn rome_version(&self) -> StoreFuture<'_, Option<String>> {
        Box::pin(async move {
            self.pool.read().await?.one("select rome_version from database_info", &[]).await?.maybe_text(0)
        })
    }

    /// A number that grows with every change of the reference data; 0 while there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub fn reference_rev(&self) -> StoreFuture<'_, i64> {
        Box::pin(async move { self.pool.read().await?.number("select reference_rev from database_info", &[]).await })
    }

    /// All communes, by code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn communes(&self) -> StoreFuture<'_, Vec<Commune>> {
        Box::pin(async move { list(&mut self.pool.read().await?, COMMUNES, commune).await })
    }

    /// All labour basins that have a name, by code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn basins(&self) -> StoreFuture<'_, Vec<Basin>> {
        Box::pin(async move { list(&mut self.pool.read().await?, BASINS, basin).await })
    }

    /// The commune with this code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn commune<'a>(&'a self, code: &'a CommuneCode) -> StoreFuture<'a, Option<Commune>> {
        Box::pin(async move {
            let row = self.pool.read().await?.maybe(COMMUNE, &[Value::Text(code.as_str())]).await?;
            row.as_ref().map(commune).transpose()
        })
    }

    /// All occupations, by code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn occupations(&self) -> StoreFuture<'_, Vec<Occupation>> {
        Box::pin(async move { list(&mut self.pool.read().await?, OCCUPATIONS, occupation).await })
    }

    /// All appellations, by OGR code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn appellations(&self) -> StoreFuture<'_, Vec<Appellation>> {
        Box::pin(async move { list(&mut self.pool.read().await?, APPELLATIONS, appellation).await })
    }

    /// The occupation with this code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn occupation<'a>(&'a self, code: &'a RomeCode) -> StoreFuture<'a, Option<Occupation>> {
        Box::pin(async move {
            let row = self.pool.read().await?.maybe(OCCUPATION, &[Value::Text(code.as_str())]).await?;
            row.as_ref().map(occupation).transpose()
        })
    }
}

/// What must be done to make one table of another.
pub(crate) struct Difference<K, V> {
    pub(crate) put: Vec<V>,
    pub(crate) gone: Vec<K>,
}

impl<K: Ord + Copy, V: PartialEq + Copy> Difference<K, V> {
    pub(crate) fn between(old: &BTreeMap<K, V>, new: &BTreeMap<K, V>) -> Self {
        let kept: BTreeSet<K> = new.keys().copied().collect();
        Self {
            put: new.iter().filter(|(key, value)| old.get(key) != Some(value)).map(|(_, value)| *value).collect(),
            gone: old.keys().filter(|key| !kept.contains(key)).copied().collect(),
        }
    }

    pub(crate) const fn rows(&self) -> u64 {
        (self.put.len() + self.gone.len()) as u64
    }
}

pub(crate) async fn list<T>(
    session: &mut Session,
    sql: &'static str,
    read: impl Fn(&crate::backend::Row) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    session.all(sql, &[]).await?.iter().map(read).collect()
}

/// One replacement at a time.
async fn lock(session: &mut Session) -> Result<(), StoreError> {
    session.execute("update database_info set reference_rev = reference_rev", &[]).await?;
    Ok(())
}

async fn bump(session: &mut Session, rows: u64) -> Result<(), StoreError> {
    if rows > 0 {
        session.execute("update database_info set reference_rev = reference_rev + 1", &[]).await?;
    }
    Ok(())
}
