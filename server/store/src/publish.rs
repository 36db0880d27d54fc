//! The second half of an import of offers: what was staged becomes what is published, in one
//! transaction of a fixed number of set-based statements. Readers see all of it or none.

use crate::Store;
use crate::backend::{Session, StoreFuture, Value, in_transaction};
use crate::changes::stamp;
use crate::error::StoreError;
use crate::import::{ImportId, lock_source, taken_for_dead};
use crate::{runs, values};
use domain::import::{ImportReport, Refusal, guard};
use domain::offer::CONFIRMATION_DAYS;
use domain::time::{Day, Timestamp};

/// How an import is to be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishOptions {
    /// The feed is only a part of what the source has: nothing is closed for being absent.
    pub partial: bool,
    /// Publish even what looks like a broken feed.
    pub force: bool,
    /// The moment that is written as first seen, confirmed, changed, closed. Its UTC day is today.
    pub now: Timestamp,
}

/// What each staged offer is, beside what is published. Live is: not closed, and open today.
/// - *new*: not there, or not live and open again (the offer keeps the day it was first seen);
/// - *changed*: the facts differ;
/// - *confirmed*: a live offer, equal, that was last confirmed before today. The day is what counts,
///   so that the same feed published twice on a day changes nothing.
///
/// An equal offer that is over, here and in the feed, stays as it is and has no row.
/// $1 import, $2 today, $3 the first second of today.
const PLAN: &str = "
    insert into change_plan (batch, number, fate)
    select $1, s.number,
        case when o.number is null then 'new'
             when (o.closed is not null or o.open_until < $2) and coalesce(s.closes, $2) >= $2 then 'new'
             when o.facts_hash <> s.facts_hash then 'changed'
             else 'confirmed' end
    from import_staging s left join offers o on o.number = s.number
    where s.import_id = $1
      and (o.number is null
        or o.facts_hash <> s.facts_hash
        or ((o.closed is not null or o.open_until < $2) and coalesce(s.closes, $2) >= $2)
        or (o.closed is null and o.open_until >= $2 and o.confirmed < $3))";

/// A complete feed closes what is live and absent; what it names and could not be read is not absent.
/// $1 import, $2 today, $3 source.
const PLAN_ABSENT: &str = "
    insert into change_plan (batch, number, fate)
    select $1, o.number, 'closed' from offers o
    where o.source = $3 and o.closed is null and o.open_until >= $2
      and not exists (select 1 from import_staging s where s.import_id = $1 and s.number = o.number)
      and not exists (select 1 from import_named n where n.import_id = $1 and n.number = o.number)";

/// What stays as it was. $1 import, $2 today, $3 source.
const KEPT: &str = "
    select count(*) from offers o join import_named n on n.import_id = $1 and n.number = o.number
    where o.source = $3 and o.closed is null and o.open_until >= $2
      and not exists (select 1 from import_staging s where s.import_id = $1 and s.number = o.number)";

/// The text of an offer is as it is since its day of publication, or since today where that is later or unknown;
/// once it is here, since the day of an import that changes it, whatever day of publication the source gives.
/// $1 import, $2 source, $3 now, $4 the last open day of what is confirmed now, $5 today.
const PUT: &str = "
    insert into offers (number, id, source, source_id, facts_hash, posted, open_until,
        first_seen, confirmed, changed, closed, text_hash, text_since)
    select s.number, s.id, $2, s.source_id, s.facts_hash, s.posted,
        case when s.closes < $4 then s.closes else $4 end, $3, $3, $3, null,
        s.text_hash, case when s.posted < $5 then s.posted else $5 end
    from import_staging s join change_plan p on p.batch = s.import_id and p.number = s.number
    where s.import_id = $1 and p.batch = $1 and p.fate in ('new', 'changed')
    on conflict (number) do update set facts_hash = excluded.facts_hash,
        posted = excluded.posted, open_until = excluded.open_until, confirmed = excluded.confirmed,
        changed = case when offers.facts_hash = excluded.facts_hash then offers.changed else excluded.changed end,
        text_since = case when offers.text_hash in ('', excluded.text_hash) then offers.text_since else $5 end,
        text_hash = excluded.text_hash,
        closed = null";

/// $1 import, $2 now, $3 the last open day of what is confirmed now.
const CONFIRM: &str = "
    update offers set confirmed = $2, open_until = case when s.closes < $3 then s.closes else $3 end,
        text_hash = s.text_hash
    from import_staging s join change_plan p on p.batch = s.import_id and p.number = s.number
    where s.import_id = $1 and p.batch = $1 and p.fate = 'confirmed' and offers.number = s.number";

/// $1 import, $2 now.
const CLOSE: &str = "
    update offers set closed = $2
    where number in (select p.number from change_plan p where p.batch = $1 and p.fate = 'closed')";

impl Store {
    /// Publishes what was staged, in one short transaction, and keeps the report with its counts
    /// filled in. A complete feed that looks broken ([`domain::import::guard`]) is refused unless
    /// forced: the answer then holds the refusal, nothing is changed, the staging is thrown away.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the import was taken for dead; when the database fails.
    /// Nothing is then changed.
    pub fn publish<'a>(
        &'a self,
        import: ImportId,
        options: &'a PublishOptions,
        mut report: ImportReport,
    ) -> StoreFuture<'a, ImportReport> {
        Box::pin(async move {
            if report.kind.is_empty() {
                "offers".clone_into(&mut report.kind);
            }
            report.source.clone_from(&import.source);
            let report = in_transaction!(self, session => {
                let mut report = report.clone();
                end(&mut session, &import).await?;
                match plan(&mut session, &import, options, &mut report).await? {
                    Ok(()) => {
                        apply(&mut session, &import, options).await?;
                        runs::write(&mut session, &import.id, &report, import.begun, options.now).await?;
                        stamp(&mut session, &import.id).await?;
                    }
                    // The plan is thrown away with the staging; it is nobody else's.
                    Err(refusal) => {
                        report.refusal = Some(refusal);
                        runs::write(&mut session, &import.id, &report, import.begun, options.now).await?;
                    }
                }
                report
            })?;
            // What was published stays published when sweeping fails; the next import sweeps again.
            if let Err(error) = self.sweep().await {
                tracing::warn!(%error, "the staging rows of an import are swept away later");
            }
            Ok(report)
        })
    }
}

/// Locks the source, so that publications of one source come one after the other, and ends the import.
async fn end(session: &mut Session, import: &ImportId) -> Result<(), StoreError> {
    lock_source(session, &import.source).await?;
    let ended = session
        .execute("update imports set done = true where id = $1 and done = false", &[Value::Text(&import.id)])
        .await?;
    if ended == 1 { Ok(()) } else { Err(taken_for_dead(import)) }
}

/// Writes down what is to be done with each offer and counts it; or refuses the feed.
async fn plan(
    session: &mut Session,
    import: &ImportId,
    options: &PublishOptions,
    report: &mut ImportReport,
) -> Result<Result<(), Refusal>, StoreError> {
    let id = Value::Text(&import.id);
    let source = Value::Text(&import.source);
    let today = options.now.utc_day();
    let (day, midnight) = (Value::Int(i64::from(today.0)), Value::Int(i64::from(today.0) * 86_400));
    session.execute(PLAN, &[id, day, midnight]).await?;
    let staged = count(session, "select count(*) from import_staging where import_id = $1", &[id]).await?;
    let mut closing = 0;
    if !options.partial {
        closing = session.execute(PLAN_ABSENT, &[id, day, source]).await?;
    }
    if !options.partial && !options.force {
        let live_sql = "select count(*) from offers where source = $1 and closed is null and open_until >= $2";
        let live = count(session, live_sql, &[source, day]).await?;
        if let Err(refusal) = guard(staged, live, closing) {
            return Ok(Err(refusal));
        }
    }
    let fate = "select count(*) from change_plan where batch = $1 and fate = $2";
    report.new = count(session, fate, &[id, Value::Text("new")]).await?;
    report.changed = count(session, fate, &[id, Value::Text("changed")]).await?;
    report.unchanged = staged.saturating_sub(report.new + report.changed);
    report.closed = closing;
    report.kept = if options.partial { 0 } else { count(session, KEPT, &[id, day, source]).await? };
    Ok(Ok(()))
}

/// Does what was planned.
async fn apply(session: &mut Session, import: &ImportId, options: &PublishOptions) -> Result<(), StoreError> {
    let id = Value::Text(&import.id);
    let source = Value::Text(&import.source);
    let now = Value::Int(options.now.0);
    let Day(until) = options.now.plus_days(CONFIRMATION_DAYS).utc_day();
    let until = Value::Int(i64::from(until));
    let today = Value::Int(i64::from(options.now.utc_day().0));
    session.execute(PUT, &[id, source, now, until, today]).await?;
    session.execute(CONFIRM, &[id, now, until]).await?;
    session.execute(CLOSE, &[id, now]).await?;
    session.execute("update sources set last_import = $2 where source = $1", &[source, now]).await?;
    Ok(())
}

async fn count(session: &mut Session, sql: &'static str, given: &[Value<'_>]) -> Result<u64, StoreError> {
    values::unsigned(session.number(sql, given).await?, "a count")
}
