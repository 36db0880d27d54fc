//! The hub that this database is for: one row.

use crate::Store;
use crate::backend::{StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::values::day;
use domain::time::Day;
use serde::{Deserialize, Serialize};

/// The hub of a database.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hub {
    /// Its name, as people know it.
    pub name: String,
    /// Its phone number.
    pub phone: String,
    /// Where it is.
    pub place: String,
    /// Whether the database holds the fictional demo data.
    pub demo: bool,
    /// The day to which the demo's dates were last moved.
    pub demo_day: Option<Day>,
}

impl Store {
    /// The hub; empty texts until they are set.
    ///
    /// # Errors
    /// When the database fails.
    pub fn hub(&self) -> StoreFuture<'_, Hub> {
        Box::pin(async move { crate::hub::read(&mut self.pool.read().await?).await })
    }

    /// Sets every field of the hub.
    ///
    /// # Errors
    /// When the database fails.
    pub fn set_hub<'a>(&'a self, hub: &'a Hub) -> StoreFuture<'a, ()> {
        Box::pin(async move { in_transaction!(self, session => { crate::hub::write(&mut session, hub).await? }) })
    }
}

pub(crate) async fn read(session: &mut crate::backend::Session) -> Result<Hub, StoreError> {
    let row = session.one("select name, phone, place, demo, demo_day from hub", &[]).await?;
    Ok(Hub {
        name: row.text(0)?,
        phone: row.text(1)?,
        place: row.text(2)?,
        demo: row.bool(3)?,
        demo_day: row.maybe_int(4)?.map(|d| day(d, "hub.demo_day")).transpose()?,
    })
}

pub(crate) async fn write(session: &mut crate::backend::Session, hub: &Hub) -> Result<(), StoreError> {
    session
        .execute(
            "update hub set name = $1, phone = $2, place = $3, demo = $4, demo_day = $5",
            &[
                Value::Text(&hub.name),
                Value::Text(&hub.phone),
                Value::Text(&hub.place),
                Value::Bool(hub.demo),
                Value::MaybeInt(hub.demo_day.map(|d| i64::from(d.0))),
            ],
        )
        .await?;
    Ok(())
}
