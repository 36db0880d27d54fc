//! Is all well? What `passerelle check` asks of the database.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value};
use crate::certifications::{CERTIFICATIONS, certification};
use crate::error::StoreError;
use crate::help::{HELP_PLACES, help_place};
use crate::partner_counts::{COUNTS, SECRETS, count, secret};
use crate::partners::{PARTNERS, partner};
use crate::portraits::{PORTRAITS, portrait};
use crate::reference_rows::{APPELLATIONS, COMMUNES, OCCUPATIONS, appellation, commune, occupation};
use crate::values;
use domain::time::Timestamp;

/// Rows of one question.
const PAGE: i64 = 1_000;
/// So many problems are told; a database with more is not mended one by one.
const MAX_PROBLEMS: usize = 100;

impl Store {
    /// What is wrong with the database, a line each (at most 100); nothing when all is well. Reads
    /// every row: seconds on a large database.
    ///
    /// # Errors
    /// When the database fails.
    pub fn integrity(&self) -> StoreFuture<'_, Vec<String>> {
        Box::pin(async move {
            let mut session = self.pool.snapshot().await?;
            let mut wrong = session.self_check().await?;
            reference(&mut session, &mut wrong).await?;
            offers(&mut session, &mut wrong).await?;
            reports(&mut session, &mut wrong).await?;
            trainings(&mut session, &mut wrong).await?;
            counts(&mut session, &mut wrong).await?;
            session.rollback().await?;
            wrong.truncate(MAX_PROBLEMS);
            Ok(wrong)
        })
    }
}

/// Places, ROME, places of help, partners and what came of them can be read.
async fn reference(session: &mut Session, wrong: &mut Vec<String>) -> Result<(), StoreError> {
    let told = |found: Result<(), StoreError>| found.err().map(|e| e.to_string());
    wrong.extend(session.all(COMMUNES, &[]).await?.iter().filter_map(|row| told(commune(row).map(drop))));
    wrong.extend(session.all(OCCUPATIONS, &[]).await?.iter().filter_map(|row| told(occupation(row).map(drop))));
    wrong.extend(session.all(APPELLATIONS, &[]).await?.iter().filter_map(|row| told(appellation(row).map(drop))));
    wrong.extend(session.all(PORTRAITS, &[]).await?.iter().filter_map(|row| told(portrait(row).map(drop))));
    wrong.extend(session.all(HELP_PLACES, &[]).await?.iter().filter_map(|row| told(help_place(row).map(drop))));
    wrong.extend(session.all(PARTNERS, &[]).await?.iter().filter_map(|row| told(partner(row).map(drop))));
    wrong.extend(session.all(COUNTS, &[]).await?.iter().filter_map(|row| told(count(row).map(drop))));
    wrong.extend(session.all(SECRETS, &[]).await?.iter().filter_map(|row| told(secret(row).map(drop))));
    Ok(())
}

/// What readers told can be read.
async fn reports(session: &mut Session, wrong: &mut Vec<String>) -> Result<(), StoreError> {
    let rows = session.all("select id, number, reason, words, sent, handled from reports order by id", &[]).await?;
    wrong.extend(rows.iter().filter_map(|row| crate::reports::stored(row).err()).map(|error| error.to_string()));
    Ok(())
}

/// Every training and certification can be read, and is what was written.
async fn trainings(session: &mut Session, wrong: &mut Vec<String>) -> Result<(), StoreError> {
    let rows = session.all(CERTIFICATIONS, &[]).await?;
    wrong.extend(rows.iter().filter_map(|row| certification(row).err()).map(|error| error.to_string()));
    let mut last = String::new();
    while wrong.len() < MAX_PROBLEMS {
        let rows = crate::trainings::page(session, &last).await?;
        let Some(end) = rows.last() else { break };
        last = end.text(0)?;
        for row in &rows {
            if let Err(error) = crate::trainings::training(row) {
                wrong.push(error.to_string());
            } else if values::facts_hash(&row.text(1)?) != row.text(2)? {
                let number = row.text(0)?;
                wrong
                    .push(format!("training {number}: its facts are not those that were written (their hash differs)"));
            }
        }
    }
    Ok(())
}

/// Every offer is what its columns say.
async fn offers(session: &mut Session, wrong: &mut Vec<String>) -> Result<(), StoreError> {
    let rev = session.number("select rev from change_counter", &[]).await?;
    let mut last = String::new();
    while wrong.len() < MAX_PROBLEMS {
        let rows = session
            .all(
                "select o.number, o.source, o.source_id, f.facts, o.facts_hash, o.posted, o.open_until, o.confirmed, c.rev
                 from offers o left join offer_changes c on c.number = o.number
                    left join offer_facts f on f.number = o.number and f.facts_hash = o.facts_hash
                 where o.number > $1 order by o.number limit $2",
                &[Value::Text(&last), Value::Int(PAGE)],
            )
            .await?;
        let Some(end) = rows.last() else { break };
        last = end.text(0)?;
        for row in &rows {
            if let Some(what) = offer(row, rev)? {
                wrong.push(format!("offer {}: {what}", row.text(0)?));
            }
        }
    }
    Ok(())
}

fn offer(row: &Row, current: i64) -> Result<Option<String>, StoreError> {
    let number = row.text(0)?;
    let Some(json) = row.maybe_text(3)? else { return Ok(Some("its facts are lost".to_owned())) };
    let offer = match values::facts(&number, &json) {
        Ok(offer) => offer,
        Err(error) => return Ok(Some(error.to_string())),
    };
    let until = i64::from(offer.last_open_day(Timestamp(row.int(7)?)).0);
    let problem = if values::facts_hash(&json) != row.text(4)? {
        "its facts are not those that were written (their hash differs)"
    } else if offer.number().to_string() != number {
        "its number is not that of its source and id"
    } else if offer.source != row.text(1)? || offer.source_id != row.text(2)? {
        "its source or id is not that of its facts"
    } else if offer.posted.map(|d| i64::from(d.0)) != row.maybe_int(5)? {
        "its day of publication is not that of its facts"
    } else if until != row.int(6)? {
        "its last open day is not that of its facts"
    } else {
        return Ok(match row.maybe_int(8)? {
            None => Some("it has no change number: no index will ever see it".to_owned()),
            Some(rev) if rev > current => Some(format!("its change number {rev} is above the counter ({current})")),
            Some(_) => None,
        });
    };
    Ok(Some(problem.to_owned()))
}

/// What only a count can tell.
async fn counts(session: &mut Session, wrong: &mut Vec<String>) -> Result<(), StoreError> {
    for (what, sql) in [
        (
            "offers of a source that is not in the list of sources",
            "select count(*) from offers o where not exists (select 1 from sources s where s.source = o.source)",
        ),
        (
            "places of help in a commune that is not in the list of communes",
            "select count(*) from help_places h where not exists (select 1 from communes c where c.code = h.commune)",
        ),
        (
            "counts of a partner that is not in the list of partners",
            "select count(*) from partner_counts c where not exists (select 1 from partners p where p.key = c.partner)",
        ),
        (
            "rows of an import that is not in the list of imports",
            "select count(*) from import_staging t where not exists (select 1 from imports i where i.id = t.import_id)",
        ),
        (
            "facts of no offer",
            "select count(*) from offer_facts f where not exists (select 1 from offers o where o.number = f.number)
                and f.number not in (select s.number from import_staging s)",
        ),
        (
            "change numbers above the counter",
            "select count(*) from offer_changes where rev > (select rev from change_counter)",
        ),
        ("missing ids of the database", "select count(*) from database_info where id is null"),
    ] {
        let count = session.number(sql, &[]).await?;
        if count > 0 {
            wrong.push(format!("{count} {what}"));
        }
    }
    Ok(())
}
