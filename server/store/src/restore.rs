//! Reading a backup into an empty database, in one transaction: all of it or nothing.

use crate::Store;
use crate::backend::{Session, StoreFuture, Value};
use crate::backup::{ChangeLine, FORMAT, Header, Line, OfferLine, RunLine, SourceLine, Tally};
use crate::error::StoreError;
use crate::import::text_hash;
use crate::partner_counts::{self, CountLine, SecretLine};
use crate::reference_rows::{put_appellations, put_basins, put_communes, put_occupations};
use crate::reports::StoredReport;
use crate::schema::SCHEMA;
use crate::{certifications, help, hub, partners, portraits, reports, runs, skills, trainings, values};
use domain::certification::Certification;
use domain::help::HelpPlace;
use domain::occupation::{Appellation, Occupation, Portrait};
use domain::offer::Offer;
use domain::partner::Partner;
use domain::place::{Basin, Commune};
use domain::skill::{MacroSkill, NamedSkill, OccupationSkills};
use domain::time::{Day, Timestamp};
use domain::training::StoredTraining;
use std::collections::HashSet;
use std::io::{BufRead, Read as _};

/// Rows that are written together.
const BATCH: usize = 1_000;
/// No row is so long, in bytes.
const MAX_LINE: u64 = 64 * 1024 * 1024;

impl Store {
    /// Fills an empty, migrated database from a backup of either kind of database. Answers the
    /// number of rows. The hub's settings become the backup's; the database keeps its own id, so
    /// that an index of the old database is built anew; change numbers go on where they were.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`]; [`StoreError::Backup`] with the line that is wrong;
    /// [`StoreError::SchemaNewer`] for a backup of a newer program; when reading or the database
    /// fails. Nothing is then changed.
    pub fn restore<'a>(&'a self, input: impl BufRead + Send + 'a) -> StoreFuture<'a, u64> {
        let input: Box<dyn BufRead + Send + 'a> = Box::new(input);
        Box::pin(async move {
            self.require_current_schema().await?;
            let mut session = self.pool.write().await?;
            let restored = fill(&mut session, input).await;
            match restored {
                Ok(rows) => session.commit().await.map(|()| rows),
                Err(error) => {
                    session.rollback().await?;
                    Err(error)
                }
            }
        })
    }
}

async fn fill(session: &mut Session, input: impl BufRead + Send) -> Result<u64, StoreError> {
    refuse_unless_empty(session).await?;
    let mut lines = Lines { input, line: 0, buffer: Vec::new() };
    let Some(Line::Backup(header)) = lines.next()? else {
        return Err(lines.wrong("no header: this is not a backup of Passerelle"));
    };
    check(&header, &lines)?;
    let mut rows = Rows::new(header.rev);
    let mut tally = Tally::default();
    let footer = loop {
        match lines.next()? {
            None => return Err(lines.wrong("the file ends here without its last line: it was cut off")),
            Some(Line::End(footer)) => break footer,
            Some(Line::Backup(_)) => return Err(lines.wrong("a second header")),
            Some(row) => {
                tally.add(row.kind(), lines.text());
                rows.take(row).map_err(|what| lines.wrong(what))?;
            }
        }
        if rows.pending >= BATCH {
            rows.write(session).await.map_err(|error| lines.refused(error))?;
        }
    };
    let read = tally.footer();
    if read.rows != footer.rows {
        let (found, told) = (values::to_json(&read.rows)?, values::to_json(&footer.rows)?);
        return Err(lines.wrong(format!("the file holds {found} rows and should hold {told}")));
    }
    if read != footer {
        return Err(lines.wrong("the rows are not those that were written: their SHA-256 differs"));
    }
    rows.write(session).await.map_err(|error| lines.refused(error))?;
    if lines.next()?.is_some() {
        return Err(lines.wrong("something follows the last line"));
    }
    session.execute("update change_counter set rev = $1", &[Value::Int(header.rev)]).await?;
    trainings::raise(session).await?;
    let info = [Value::Int(header.reference_rev), Value::MaybeText(header.rome_version.as_deref())];
    session.execute("update database_info set reference_rev = $1, rome_version = $2", &info).await?;
    Ok(tally.total())
}

async fn refuse_unless_empty(session: &mut Session) -> Result<(), StoreError> {
    // The hub's row does not count: `serve` sets it on a database that is otherwise empty.
    let used = session
        .number(
            "select (select count(*) from communes) + (select count(*) from basins)
                + (select count(*) from help_places) + (select count(*) from occupations)
                + (select count(*) from certifications) + (select count(*) from partners) + (select count(*) from trainings)
                + (select count(*) from sources) + (select count(*) from offers)
                + (select count(*) from offer_changes) + (select count(*) from imports)
                + (select count(*) from import_runs) + (select count(*) from reports) + (select rev from change_counter)
                + (select reference_rev from database_info)",
            &[],
        )
        .await?;
    if used == 0 { Ok(()) } else { Err(StoreError::NotEmpty) }
}

fn check<R>(header: &Header, lines: &Lines<R>) -> Result<(), StoreError> {
    if header.format != FORMAT {
        let format = header.format;
        return Err(lines.wrong(format!("format {format}: this program reads format {FORMAT}")));
    }
    if header.schema > SCHEMA {
        return Err(StoreError::SchemaNewer { found: header.schema, needed: SCHEMA });
    }
    if header.rev < 0 || header.reference_rev < 0 {
        return Err(lines.wrong("a change number below 0"));
    }
    Ok(())
}

/// The lines of the file, with their numbers.
struct Lines<R> {
    input: R,
    line: u64,
    buffer: Vec<u8>,
}

impl<R> Lines<R> {
    /// The line just read, without its end.
    fn text(&self) -> &[u8] {
        self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer)
    }

    fn wrong(&self, what: impl Into<String>) -> StoreError {
        StoreError::Backup { line: self.line, what: what.into() }
    }

    /// What the database refuses of the rows before this line: said with the line.
    fn refused(&self, error: StoreError) -> StoreError {
        match &error {
            StoreError::Db(sqlx::Error::Database(cause)) if !error.is_transient() => {
                self.wrong(format!("one of the last {BATCH} rows is refused by the database: {}", cause.message()))
            }
            _ => error,
        }
    }
}

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> Result<Option<Line>, StoreError> {
        self.buffer.clear();
        self.line += 1;
        let read = self.input.by_ref().take(MAX_LINE).read_until(b'\n', &mut self.buffer);
        let read = read.map_err(|error| self.wrong(format!("it cannot be read: {error}")))?;
        if read == 0 {
            return Ok(None);
        }
        if self.buffer.last() != Some(&b'\n') {
            return Err(self.wrong("the file ends in the middle of this line: it was cut off"));
        }
        serde_json::from_slice(self.text()).map(Some).map_err(|error| self.wrong(error.to_string()))
    }
}

/// Rows read and not yet written.
#[derive(Default)]
struct Rows {
    pending: usize,
    rev: i64,
    known_occupations: HashSet<String>,
    hub: Option<hub::Hub>,
    /// Rank of the next place of help: the file holds them in their order.
    help_rank: i64,
    help_places: Vec<HelpPlace>,
    partners: Vec<Partner>,
    partner_counts: Vec<CountLine>,
    partner_secrets: Vec<SecretLine>,
    communes: Vec<Commune>,
    basins: Vec<Basin>,
    occupations: Vec<Occupation>,
    appellations: Vec<Appellation>,
    macros: Vec<MacroSkill>,
    skills: Vec<NamedSkill>,
    asked: Vec<OccupationSkills>,
    portraits: Vec<Portrait>,
    certifications: Vec<Certification>,
    trainings: Vec<StoredTraining>,
    sources: Vec<SourceLine>,
    offers: Vec<(OfferLine, Offer)>,
    changes: Vec<ChangeLine>,
    runs: Vec<RunLine>,
    reports: Vec<StoredReport>,
}

impl Rows {
    fn new(rev: i64) -> Self {
        Self { rev, ..Self::default() }
    }

    /// Checks a row and keeps it until it is written; or says what is wrong with it.
    fn take(&mut self, line: Line) -> Result<(), String> {
        self.pending += 1;
        match line {
            Line::Hub(row) => self.hub = Some(row),
            Line::HelpPlace(row) => self.help_places.push(*row),
            Line::Partner(row) => self.partners.push(*row),
            Line::PartnerCount(row) => self.partner_counts.push(row),
            Line::PartnerSecret(row) => self.partner_secrets.push(row),
            Line::Commune(row) => self.communes.push(row),
            Line::Basin(row) => self.basins.push(row),
            Line::Occupation(row) => {
                self.known_occupations.insert(row.code.as_str().to_owned());
                self.occupations.push(row);
            }
            Line::Appellation(row) if !self.known_occupations.contains(row.rome.as_str()) => {
                return Err(format!("an appellation of {}, which is no occupation", row.rome));
            }
            Line::Appellation(row) => self.appellations.push(row),
            Line::MacroSkill(row) => self.macros.push(row),
            Line::Skill(row) => self.skills.push(row),
            Line::OccupationSkills(row) => self.asked.push(row),
            Line::Portrait(row) => self.portraits.push(row),
            Line::Certification(row) => self.certifications.push(row),
            Line::Training(row) => self.trainings.push(*row),
            Line::Source(row) => self.sources.push(row),
            Line::Offer(row) => {
                let offer: Offer = serde_json::from_str(row.facts.get()).map_err(|e| e.to_string())?;
                if offer.number() != row.number {
                    return Err(format!("offer {} has the facts of offer {}", row.number, offer.number()));
                }
                self.offers.push((row, offer));
            }
            Line::Change(row) if row.rev > self.rev => {
                return Err(format!("change {} is newer than the backup itself ({})", row.rev, self.rev));
            }
            Line::Change(row) => self.changes.push(row),
            Line::ImportRun(row) => self.runs.push(row),
            Line::Report(row) => self.reports.push(row.read()?),
            Line::Backup(_) | Line::End(_) => {}
        }
        Ok(())
    }

    /// Writes what is kept. Occupations come before the appellations that refer to them.
    async fn write(&mut self, session: &mut Session) -> Result<(), StoreError> {
        self.pending = 0;
        if let Some(row) = self.hub.take() {
            hub::write(session, &row).await?;
        }
        put_communes(session, &self.communes.iter().collect::<Vec<_>>()).await?;
        put_basins(session, &self.basins.iter().collect::<Vec<_>>()).await?;
        put_occupations(session, &self.occupations.iter().collect::<Vec<_>>()).await?;
        put_appellations(session, &self.appellations.iter().collect::<Vec<_>>()).await?;
        skills::put_macros(session, &self.macros.iter().collect::<Vec<_>>()).await?;
        skills::put_skills(session, &self.skills.iter().collect::<Vec<_>>()).await?;
        skills::put_asked(session, &self.asked.iter().collect::<Vec<_>>()).await?;
        portraits::put_portraits(session, &self.portraits.iter().collect::<Vec<_>>()).await?;
        help::put(session, self.help_rank, &self.help_places).await?;
        let help_rank = self.help_rank + self.help_places.len() as i64;
        partners::put(session, &self.partners).await?;
        partner_counts::put(session, &self.partner_counts, &self.partner_secrets).await?;
        certifications::put(session, &self.certifications).await?;
        trainings::put(session, &self.trainings).await?;
        for row in &self.sources {
            let sql = "insert into sources (source, last_import) values ($1, $2)";
            session.execute(sql, &[Value::Text(&row.source), Value::MaybeInt(row.last_import)]).await?;
        }
        put_offers(session, &self.offers).await?;
        let numbers: Vec<String> = self.changes.iter().map(|row| row.number.to_string()).collect();
        let changes: Vec<_> =
            self.changes.iter().zip(&numbers).map(|(row, n)| vec![Value::Text(n), Value::Int(row.rev)]).collect();
        session.insert("insert into offer_changes (number, rev) ", &changes, "").await?;
        for row in &self.runs {
            runs::write(session, &row.id, &row.report, Timestamp(row.started), Timestamp(row.ended)).await?;
        }
        for row in &self.reports {
            reports::put(session, row).await?;
        }
        let known_occupations = core::mem::take(&mut self.known_occupations);
        *self = Self { known_occupations, help_rank, ..Self::new(self.rev) };
        Ok(())
    }
}

/// Since which day the text of an offer is as it is; from its other days where the file does not say.
fn since(row: &OfferLine, offer: &Offer) -> Day {
    let seen = Timestamp(row.first_seen).utc_day();
    row.text_since.unwrap_or_else(|| offer.posted.map_or(seen, |posted| posted.min(seen)))
}

async fn put_offers(session: &mut Session, offers: &[(OfferLine, Offer)]) -> Result<(), StoreError> {
    let keys: Vec<(String, String)> =
        offers.iter().map(|(row, _)| (row.number.to_string(), values::facts_hash(row.facts.get()))).collect();
    let texts: Vec<String> = offers.iter().map(|(_, offer)| text_hash(offer)).collect();
    let rows: Vec<_> = offers
        .iter()
        .zip(&keys)
        .zip(&texts)
        .map(|(((row, offer), (number, hash)), text)| {
            vec![
                Value::Text(number),
                Value::Text(&row.id),
                Value::Text(&offer.source),
                Value::Text(&offer.source_id),
                Value::Text(hash),
                Value::MaybeInt(offer.posted.map(|d| i64::from(d.0))),
                Value::Int(i64::from(offer.last_open_day(Timestamp(row.confirmed)).0)),
                Value::Int(row.first_seen),
                Value::Int(row.confirmed),
                Value::Int(row.changed),
                Value::MaybeInt(row.closed),
                Value::Text(text),
                Value::Int(i64::from(since(row, offer).0)),
            ]
        })
        .collect();
    let facts: Vec<_> = offers
        .iter()
        .zip(&keys)
        .map(|((row, _), (number, hash))| vec![Value::Text(number), Value::Text(hash), Value::Text(row.facts.get())])
        .collect();
    session.insert("insert into offer_facts (number, facts_hash, facts) ", &facts, "").await?;
    session
        .insert(
            "insert into offers (number, id, source, source_id, facts_hash, posted, open_until,
                first_seen, confirmed, changed, closed, text_hash, text_since) ",
            &rows,
            "",
        )
        .await?;
    Ok(())
}
