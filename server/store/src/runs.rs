//! The reports of imports: what each run did, kept for the hub's staff.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::import::id_at;
use crate::values;
use domain::import::ImportReport;
use domain::time::Timestamp;

/// A run of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRun {
    /// Its key.
    pub id: String,
    /// What it did.
    pub report: ImportReport,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub ended: Timestamp,
}

impl Store {
    /// Keeps the report of an import of places or ROME. [`Store::publish`] keeps its own.
    ///
    /// # Errors
    /// When the database fails.
    pub fn record_run<'a>(
        &'a self,
        report: &'a ImportReport,
        started: Timestamp,
        ended: Timestamp,
    ) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let id = id_at(ended);
            in_transaction!(self, session => { write(&mut session, &id, report, started, ended).await? })
        })
    }

    /// The last runs, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn import_runs(&self, limit: u32) -> StoreFuture<'_, Vec<ImportRun>> {
        Box::pin(async move {
            let sql = "select id, started, ended, report from import_runs order by ended desc, id desc limit $1";
            let rows = self.pool.read().await?.all(sql, &[Value::Int(i64::from(limit))]).await?;
            rows.iter().map(run).collect()
        })
    }
}

/// A run from: id, started, ended, report.
pub(crate) fn run(row: &Row) -> Result<ImportRun, StoreError> {
    let id = row.text(0)?;
    Ok(ImportRun {
        report: values::json(&row.text(3)?, &format!("the report of run {id}"))?,
        id,
        started: Timestamp(row.int(1)?),
        ended: Timestamp(row.int(2)?),
    })
}

pub(crate) async fn write(
    session: &mut Session,
    id: &str,
    report: &ImportReport,
    started: Timestamp,
    ended: Timestamp,
) -> Result<(), StoreError> {
    // PostgreSQL's text takes no NUL; in JSON it is escaped, so that only these two could hold one.
    let (kind, source) = (report.kind.replace('\0', ""), report.source.replace('\0', ""));
    session
        .execute(
            "insert into import_runs (id, kind, source, started, ended, report) values ($1, $2, $3, $4, $5, $6)",
            &[
                Value::Text(id),
                Value::Text(&kind),
                Value::Text(&source),
                Value::Int(started.0),
                Value::Int(ended.0),
                Value::Text(&values::to_json(report)?),
            ],
        )
        .await?;
    Ok(())
}
