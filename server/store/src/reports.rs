//! What readers tell of offers: kept until the staff has seen to it.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::import::id_at;
use crate::values;
use domain::report::{Report, ReportReason, ReportText};
use domain::time::Timestamp;

/// A report as the store keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredReport {
    /// Its key.
    pub id: String,
    /// What was told.
    pub report: Report,
    /// When the staff saw to it; `None` while it waits.
    pub handled: Option<Timestamp>,
}

impl Store {
    /// Keeps a report. `once` is a mark of the report and its sender that only the caller can make:
    /// what has the mark of an earlier one is the same report again and is not kept twice. Answers
    /// whether it was kept.
    ///
    /// # Errors
    /// When the database fails.
    pub fn add_report<'a>(&'a self, report: &'a Report, once: &'a str) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let id = id_at(report.at);
            let written = in_transaction!(self, session => {
                let row = [
                    Value::Text(&id),
                    Value::Text(&report.number.to_string()),
                    Value::Text(report.reason.code()),
                    Value::MaybeText(report.text.as_ref().map(ReportText::as_str)),
                    Value::Int(report.at.0),
                    Value::Text(once),
                ];
                session.execute(
                    "insert into reports (id, number, reason, words, sent, once) values ($1, $2, $3, $4, $5, $6)
                     on conflict (once) do nothing",
                    &row,
                ).await?
            })?;
            Ok(written > 0)
        })
    }

    /// Whether a report with this mark is kept.
    ///
    /// # Errors
    /// When the database fails.
    pub fn has_report<'a>(&'a self, once: &'a str) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let mut session = self.pool.read().await?;
            let found = session.maybe("select id from reports where once = $1", &[Value::Text(once)]).await?;
            Ok(found.is_some())
        })
    }

    /// The reports sent since an instant, oldest first, at most `limit`; only those that wait, or all.
    ///
    /// # Errors
    /// When the database fails.
    pub fn reports(&self, since: Timestamp, waiting_only: bool, limit: u32) -> StoreFuture<'_, Vec<StoredReport>> {
        Box::pin(async move {
            let rows = self
                .pool
                .read()
                .await?
                .all(
                    "select id, number, reason, words, sent, handled from reports
                 where sent >= $1 and (handled is null or $2 = 0) order by sent, id limit $3",
                    &[Value::Int(since.0), Value::Int(i64::from(waiting_only)), Value::Int(i64::from(limit))],
                )
                .await?;
            rows.iter().map(stored).collect()
        })
    }

    /// How many reports wait for the staff.
    ///
    /// # Errors
    /// When the database fails.
    pub fn reports_waiting(&self) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let sql = "select count(*) from reports where handled is null";
            values::unsigned(self.pool.read().await?.number(sql, &[]).await?, "a count of reports")
        })
    }

    /// Notes that the staff has seen to a report. Answers whether it was waiting.
    ///
    /// # Errors
    /// When the database fails.
    pub fn handle_report<'a>(&'a self, id: &'a str, now: Timestamp) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let values = [Value::Int(now.0), Value::Text(id)];
            let sql = "update reports set handled = $1 where id = $2 and handled is null";
            Ok(in_transaction!(self, session => { session.execute(sql, &values).await? })? > 0)
        })
    }

    /// Forgets the reports sent before an instant. Answers how many.
    ///
    /// # Errors
    /// When the database fails.
    pub fn purge_reports(&self, before: Timestamp) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            let values = [Value::Int(before.0)];
            in_transaction!(self, session => { session.execute("delete from reports where sent < $1", &values).await? })
        })
    }
}

/// A report from: id, number, reason, words, sent, handled.
pub(crate) fn stored(row: &Row) -> Result<StoredReport, StoreError> {
    let (id, reason) = (row.text(0)?, row.text(2)?);
    let wrong = |what: &str| StoreError::corrupt(format_args!("report {id}"), what);
    let words = row.maybe_text(3)?.map(|words| ReportText::parse(&words).map_err(|_| wrong("its words are too long")));
    Ok(StoredReport {
        report: Report {
            number: values::number(&row.text(1)?)?,
            reason: ReportReason::from_code(&reason).ok_or_else(|| wrong("an unknown reason"))?,
            text: words.transpose()?.flatten(),
            at: Timestamp(row.int(4)?),
        },
        handled: row.maybe_int(5)?.map(Timestamp),
        id,
    })
}

/// Writes a report of a backup. Its mark means nothing on another day or in another process.
pub(crate) async fn put(session: &mut Session, row: &StoredReport) -> Result<(), StoreError> {
    let values = [
        Value::Text(&row.id),
        Value::Text(&row.report.number.to_string()),
        Value::Text(row.report.reason.code()),
        Value::MaybeText(row.report.text.as_ref().map(ReportText::as_str)),
        Value::Int(row.report.at.0),
        Value::MaybeInt(row.handled.map(|at| at.0)),
    ];
    let sql = "insert into reports (id, number, reason, words, sent, handled) values ($1, $2, $3, $4, $5, $6)";
    session.execute(sql, &values).await?;
    Ok(())
}
