//! Trainings: staged in short transactions, published in one; read whole by who makes the public files.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value, in_transaction};
use crate::error::StoreError;
use crate::import::{MAX_STAGED, PUT_NAMED, id_at};
use crate::publish::PublishOptions;
use crate::{runs, values};
use domain::import::{ImportReport, guard};
use domain::time::Timestamp;
use domain::training::{StoredTraining, Training, TrainingNumber};
use std::collections::{BTreeMap, BTreeSet};

/// An import that began so long ago and is not over was killed.
const DEAD_AFTER_SECONDS: i64 = 86_400;
/// Rows of one question.
const PAGE: i64 = 1_000;

/// An import of trainings under way.
#[derive(Debug)]
pub struct TrainingImport {
    id: String,
    source: String,
    begun: Timestamp,
}

const STAGED: &str = "select count(*) from training_staging where import_id = $1";
const LIVE: &str = "select count(*) from trainings where source = $1";
const NEW: &str = "select count(*) from training_staging s where s.import_id = $1
    and not exists (select 1 from trainings t where t.number = s.number)";
const CHANGED: &str = "select count(*) from training_staging s join trainings t on t.number = s.number
    where s.import_id = $1 and t.facts_hash <> s.facts_hash";
const ABSENT: &str = "select count(*) from trainings t where t.source = $2
    and not exists (select 1 from training_staging s where s.import_id = $1 and s.number = t.number)
    and not exists (select 1 from import_named n where n.import_id = $1 and n.number = t.number)";
const KEPT: &str = "select count(*) from trainings t join import_named n on n.import_id = $1 and n.number = t.number
    where t.source = $2
    and not exists (select 1 from training_staging s where s.import_id = $1 and s.number = t.number)";
const PUT: &str = "insert into trainings (number, source, facts_hash, facts, first_seen, changed)
    select s.number, $2, s.facts_hash, s.facts, cast($3 as bigint), cast($3 as bigint)
    from training_staging s where s.import_id = $1
    on conflict (number) do update
    set facts_hash = excluded.facts_hash, facts = excluded.facts, changed = excluded.changed
    where trainings.facts_hash <> excluded.facts_hash";
const REMOVE: &str = "delete from trainings where source = $2 and not exists
    (select 1 from training_staging s where s.import_id = $1 and s.number = trainings.number)
    and not exists (select 1 from import_named n where n.import_id = $1 and n.number = trainings.number)";
const FORGET_NAMED: &str = "delete from import_named where import_id = $1";
/// What killed imports left: ids of imports are in the order of their times.
const SWEEP_NAMED: &str =
    "delete from import_named where import_id < $1 and import_id not in (select i.id from imports i)";

impl Store {
    /// Begins an import of trainings of `source`. Sweeps away what killed imports left behind.
    ///
    /// # Errors
    /// When the database fails.
    pub fn begin_trainings<'a>(&'a self, source: &'a str, now: Timestamp) -> StoreFuture<'a, TrainingImport> {
        Box::pin(async move {
            in_transaction!(self, session => {
                let dead = Value::Int(now.0.saturating_sub(DEAD_AFTER_SECONDS));
                session.execute("delete from training_staging where begun < $1", &[dead]).await?;
                let before = id_at(Timestamp(now.0.saturating_sub(DEAD_AFTER_SECONDS)));
                session.execute(SWEEP_NAMED, &[Value::Text(&before)]).await?
            })?;
            Ok(TrainingImport { id: id_at(now), source: source.to_owned(), begun: now })
        })
    }

    /// Stages at most [`MAX_STAGED`] trainings. Answers how many of them this import had already staged, this call
    /// included: the last one counts.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when there are too many, or one is of another source; when the database fails.
    pub fn stage_trainings<'a>(&'a self, import: &'a TrainingImport, all: &'a [Training]) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            if all.len() > MAX_STAGED {
                return Err(StoreError::Conflict(format!("{} trainings at once: at most {MAX_STAGED}", all.len())));
            }
            let mut once = BTreeMap::new();
            for training in all {
                if training.source != import.source {
                    let (of, here) = (&training.source, &import.source);
                    return Err(StoreError::Conflict(format!("a training of {of} in an import of {here}")));
                }
                let facts = values::to_json(training)?;
                once.insert(training.number().to_string(), (values::facts_hash(&facts), facts));
            }
            let rows: Vec<_> = once
                .iter()
                .map(|(number, (hash, facts))| {
                    let begun = Value::Int(import.begun.0);
                    vec![Value::Text(&import.id), Value::Text(number), begun, Value::Text(hash), Value::Text(facts)]
                })
                .collect();
            let (before, after) = in_transaction!(self, session => {
                let id = [Value::Text(&import.id)];
                let before = session.number(STAGED, &id).await?;
                let update = " on conflict (import_id, number) do update
                    set facts_hash = excluded.facts_hash, facts = excluded.facts";
                let head = "insert into training_staging (import_id, number, begun, facts_hash, facts) ";
                session.insert(head, &rows, update).await?;
                (before, session.number(STAGED, &id).await?)
            })?;
            values::unsigned(all.len() as i64 - (after - before), "repeated trainings")
        })
    }

    /// Keeps ids of records that this import could not read: what is published under them stays as it was.
    ///
    /// # Errors
    /// When the database fails.
    pub fn stage_named_trainings<'a>(&'a self, import: &'a TrainingImport, ids: &'a [String]) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let numbers: BTreeSet<String> =
                ids.iter().map(|id| TrainingNumber::of(&import.source, id).to_string()).collect();
            let rows: Vec<_> =
                numbers.iter().map(|number| vec![Value::Text(&import.id), Value::Text(number)]).collect();
            for batch in rows.chunks(MAX_STAGED) {
                in_transaction!(self, session => {
                    session.insert(PUT_NAMED, batch, " on conflict (import_id, number) do nothing").await?;
                })?;
            }
            Ok(())
        })
    }

    /// Publishes what was staged in one transaction, and keeps the report with its counts filled in. A complete feed
    /// that looks broken ([`domain::import::guard`]) is refused unless forced: nothing is then changed.
    ///
    /// # Errors
    /// When the database fails; nothing is then changed.
    pub fn publish_trainings<'a>(
        &'a self,
        import: TrainingImport,
        options: &'a PublishOptions,
        report: ImportReport,
    ) -> StoreFuture<'a, ImportReport> {
        Box::pin(async move {
            in_transaction!(self, session => {
                let mut report = report.clone();
                "trainings".clone_into(&mut report.kind);
                report.source.clone_from(&import.source);
                // The counter's row comes first: publications come one after the other.
                session.execute("update training_counter set rev = rev", &[]).await?;
                apply(&mut session, &import, options, &mut report).await?;
                session.execute("delete from training_staging where import_id = $1", &[Value::Text(&import.id)]).await?;
                session.execute(FORGET_NAMED, &[Value::Text(&import.id)]).await?;
                runs::write(&mut session, &import.id, &report, import.begun, options.now).await?;
                report
            })
        })
    }

    /// Ends an import that is not to be published.
    ///
    /// # Errors
    /// When the database fails.
    pub fn abandon_trainings(&self, import: TrainingImport) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            in_transaction!(self, session => {
                session.execute("delete from training_staging where import_id = $1", &[Value::Text(&import.id)]).await?;
                session.execute(FORGET_NAMED, &[Value::Text(&import.id)]).await?;
            })
        })
    }

    /// All trainings, by number.
    ///
    /// # Errors
    /// When the database fails, or holds what it should not.
    pub fn trainings(&self) -> StoreFuture<'_, Vec<Training>> {
        Box::pin(async move { Ok(self.stored_trainings().await?.into_iter().map(|stored| stored.training).collect()) })
    }

    /// All trainings with when they were there, by number.
    ///
    /// # Errors
    /// When the database fails, or holds what it should not.
    pub fn stored_trainings(&self) -> StoreFuture<'_, Vec<StoredTraining>> {
        Box::pin(async move {
            let mut session = self.pool.snapshot().await?;
            let mut all = Vec::new();
            let mut last = String::new();
            loop {
                let rows = page(&mut session, &last).await?;
                let Some(end) = rows.last() else { break };
                last = end.text(0)?;
                for row in &rows {
                    all.push(stored(row)?);
                }
            }
            session.rollback().await?;
            Ok(all)
        })
    }

    /// A training; `None` where there is none of this number.
    ///
    /// # Errors
    /// When the database fails, or holds what it should not.
    pub fn training(&self, number: TrainingNumber) -> StoreFuture<'_, Option<Training>> {
        Box::pin(async move {
            let sql = "select number, facts from trainings where number = $1";
            let row = self.pool.read().await?.maybe(sql, &[Value::Text(&number.to_string())]).await?;
            row.as_ref().map(training).transpose()
        })
    }

    /// What everything that changes a training or a certification raises.
    ///
    /// # Errors
    /// When the database fails.
    pub fn training_rev(&self) -> StoreFuture<'_, i64> {
        Box::pin(async move { self.pool.read().await?.number("select rev from training_counter", &[]).await })
    }
}

async fn apply(
    session: &mut Session,
    import: &TrainingImport,
    options: &PublishOptions,
    report: &mut ImportReport,
) -> Result<(), StoreError> {
    let both = [Value::Text(&import.id), Value::Text(&import.source)];
    let id = &both[..1];
    let staged = count(session, STAGED, id).await?;
    let absent = if options.partial { 0 } else { count(session, ABSENT, &both).await? };
    report.kept = if options.partial { 0 } else { count(session, KEPT, &both).await? };
    if !options.partial && !options.force {
        let live = count(session, LIVE, &both[1..]).await?;
        if let Err(refusal) = guard(staged, live, absent) {
            report.refusal = Some(refusal);
            return Ok(());
        }
    }
    report.new = count(session, NEW, id).await?;
    report.changed = count(session, CHANGED, id).await?;
    report.unchanged = staged.saturating_sub(report.new + report.changed);
    report.closed = absent;
    session.execute(PUT, &[both[0], both[1], Value::Int(options.now.0)]).await?;
    if absent > 0 {
        session.execute(REMOVE, &both).await?;
    }
    if report.new + report.changed + report.closed > 0 {
        raise(session).await?;
    }
    Ok(())
}

/// Says that a training or a certification changed.
pub(crate) async fn raise(session: &mut Session) -> Result<(), StoreError> {
    session.execute("update training_counter set rev = rev + 1", &[]).await?;
    Ok(())
}

async fn count(session: &mut Session, sql: &'static str, given: &[Value<'_>]) -> Result<u64, StoreError> {
    values::unsigned(session.number(sql, given).await?, "a count")
}

/// The next trainings after a number: number, facts, their hash, first seen, changed.
pub(crate) async fn page(session: &mut Session, after: &str) -> Result<Vec<Row>, StoreError> {
    let sql = "select number, facts, facts_hash, first_seen, changed from trainings where number > $1 order by number limit $2";
    session.all(sql, &[Value::Text(after), Value::Int(PAGE)]).await
}

/// A training from: number, facts.
pub(crate) fn training(row: &Row) -> Result<Training, StoreError> {
    let number = row.text(0)?;
    let training: Training = values::json(&row.text(1)?, &format!("the facts of training {number}"))?;
    if training.number().to_string() != number {
        let what = "its number is not that of its source and id";
        return Err(StoreError::corrupt(format_args!("training {number}"), what));
    }
    Ok(training)
}

/// A training with when it was there from: number, facts, their hash, first seen, changed.
pub(crate) fn stored(row: &Row) -> Result<StoredTraining, StoreError> {
    let (first_seen, changed) = (Timestamp(row.int(3)?), Timestamp(row.int(4)?));
    Ok(StoredTraining { training: training(row)?, first_seen, changed })
}

/// Adds trainings to a database that has none of them.
pub(crate) async fn put(session: &mut Session, all: &[StoredTraining]) -> Result<(), StoreError> {
    let texts = all
        .iter()
        .map(|one| Ok((one.training.number().to_string(), values::to_json(&one.training)?)))
        .collect::<Result<Vec<_>, StoreError>>()?;
    let hashes: Vec<String> = texts.iter().map(|(_, facts)| values::facts_hash(facts)).collect();
    let rows: Vec<_> = all
        .iter()
        .zip(texts.iter().zip(&hashes))
        .map(|(one, ((number, facts), hash))| {
            let (seen, changed) = (Value::Int(one.first_seen.0), Value::Int(one.changed.0));
            let source = Value::Text(&one.training.source);
            vec![Value::Text(number), source, Value::Text(hash), Value::Text(facts), seen, changed]
        })
        .collect();
    let head = "insert into trainings (number, source, facts_hash, facts, first_seen, changed) ";
    session.insert(head, &rows, "").await?;
    Ok(())
}
