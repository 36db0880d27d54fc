//! The portable backup: one file for both databases, JSON lines. The first line is a header, the
//! last one a footer with the counts and the SHA-256 of all lines between them; every other line is
//! one row. `restore` reads it. Imports under way and leases are left out.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value};
use crate::certifications::{CERTIFICATIONS, certification};
use crate::error::StoreError;
use crate::help::{HELP_PLACES, help_place};
use crate::hub::{self, Hub};
use crate::partner_counts::{self, COUNTS, CountLine, SECRETS, SecretLine};
use crate::partners::{PARTNERS, partner};
use crate::portraits::{PORTRAITS, portrait};
use crate::reference_rows::{APPELLATIONS, BASINS, COMMUNES, OCCUPATIONS, appellation, basin, commune, occupation};
use crate::reports::{self, StoredReport};
use crate::skills::{self, macro_skill, occupation_skills, skill};
use crate::{runs::run, schema::SCHEMA, trainings, values};
use domain::certification::Certification;
use domain::help::HelpPlace;
use domain::import::ImportReport;
use domain::number::OfferNumber;
use domain::occupation::{Appellation, Occupation, Portrait};
use domain::partner::Partner;
use domain::place::{Basin, Commune};
use domain::report::{Report, ReportReason, ReportText};
use domain::skill::{MacroSkill, NamedSkill, OccupationSkills};
use domain::time::{Day, Timestamp};
use domain::training::StoredTraining;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::io::Write;

/// The format of the file. A file with another number is refused.
pub(crate) const FORMAT: u32 = 1;
/// Rows of one question.
const PAGE: i64 = 1_000;

/// A line of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Line {
    Backup(Header),
    Hub(Hub),
    HelpPlace(Box<HelpPlace>),
    Partner(Box<Partner>),
    PartnerCount(CountLine),
    PartnerSecret(SecretLine),
    Commune(Commune),
    Basin(Basin),
    Occupation(Occupation),
    Appellation(Appellation),
    MacroSkill(MacroSkill),
    Skill(NamedSkill),
    OccupationSkills(OccupationSkills),
    Portrait(Portrait),
    Certification(Certification),
    Training(Box<StoredTraining>),
    Source(SourceLine),
    Offer(OfferLine),
    Change(ChangeLine),
    ImportRun(RunLine),
    Report(ReportLine),
    End(Footer),
}

impl Line {
    /// Under which name the footer counts it.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Backup(_) => "backup",
            Self::Hub(_) => "hub",
            Self::HelpPlace(_) => "help_place",
            Self::Partner(_) => "partner",
            Self::PartnerCount(_) => "partner_count",
            Self::PartnerSecret(_) => "partner_secret",
            Self::Commune(_) => "commune",
            Self::Basin(_) => "basin",
            Self::Occupation(_) => "occupation",
            Self::Appellation(_) => "appellation",
            Self::MacroSkill(_) => "macro_skill",
            Self::Skill(_) => "skill",
            Self::OccupationSkills(_) => "occupation_skills",
            Self::Portrait(_) => "portrait",
            Self::Certification(_) => "certification",
            Self::Training(_) => "training",
            Self::Source(_) => "source",
            Self::Offer(_) => "offer",
            Self::Change(_) => "change",
            Self::ImportRun(_) => "import_run",
            Self::Report(_) => "report",
            Self::End(_) => "end",
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Header {
    pub(crate) format: u32,
    pub(crate) schema: i64,
    pub(crate) database_id: String,
    pub(crate) rev: i64,
    pub(crate) reference_rev: i64,
    pub(crate) rome_version: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SourceLine {
    pub(crate) source: String,
    pub(crate) last_import: Option<i64>,
}

/// An offer. What can be computed from the facts is not repeated.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct OfferLine {
    pub(crate) number: OfferNumber,
    pub(crate) id: String,
    pub(crate) first_seen: i64,
    pub(crate) confirmed: i64,
    pub(crate) changed: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) closed: Option<i64>,
    /// Since which day its text is as it is; not in files from before that was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) text_since: Option<Day>,
    /// As they are, to the byte: their hash says whether an import changes them.
    pub(crate) facts: Box<RawValue>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ChangeLine {
    pub(crate) rev: i64,
    pub(crate) number: OfferNumber,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RunLine {
    pub(crate) id: String,
    pub(crate) started: i64,
    pub(crate) ended: i64,
    pub(crate) report: ImportReport,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ReportLine {
    pub(crate) id: String,
    pub(crate) number: OfferNumber,
    pub(crate) reason: ReportReason,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<String>,
    pub(crate) sent: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) handled: Option<i64>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Footer {
    pub(crate) rows: BTreeMap<String, u64>,
    pub(crate) sha256: String,
}

/// Counts and hash of the rows, while they are written or read.
#[derive(Default)]
pub(crate) struct Tally {
    rows: BTreeMap<String, u64>,
    hash: Sha256,
}

impl Tally {
    /// Counts a row; `line` without its end of line.
    pub(crate) fn add(&mut self, kind: &str, line: &[u8]) {
        *self.rows.entry(kind.to_owned()).or_default() += 1;
        self.hash.update(line);
        self.hash.update(b"\n");
    }

    pub(crate) fn total(&self) -> u64 {
        self.rows.values().sum()
    }

    pub(crate) fn footer(&self) -> Footer {
        Footer { rows: self.rows.clone(), sha256: values::hex(&self.hash.clone().finalize()) }
    }
}

/// Where the lines go.
struct Sink<'a> {
    out: &'a mut (dyn Write + Send),
    tally: Tally,
}

impl Sink<'_> {
    /// The header or the footer.
    fn frame(&mut self, line: &Line) -> Result<(), StoreError> {
        self.out.write_all(values::to_json(line)?.as_bytes())?;
        self.out.write_all(b"\n")?;
        Ok(())
    }

    fn row(&mut self, line: &Line) -> Result<(), StoreError> {
        let json = values::to_json(line)?;
        self.tally.add(line.kind(), json.as_bytes());
        self.out.write_all(json.as_bytes())?;
        self.out.write_all(b"\n")?;
        Ok(())
    }
}

impl Store {
    /// Writes everything that is worth keeping, as it is at one instant, while others go on writing.
    /// Answers the number of rows. Two databases with the same content give the same bytes after
    /// the first line.
    ///
    /// # Errors
    /// When the schema is not this program's, when writing or the database fails.
    pub fn backup<'a>(&'a self, out: &'a mut (dyn Write + Send)) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            self.require_current_schema().await?;
            let mut session = self.pool.snapshot().await?;
            let mut sink = Sink { out, tally: Tally::default() };
            sink.frame(&Line::Backup(header(&mut session).await?))?;
            sink.row(&Line::Hub(hub::read(&mut session).await?))?;
            all(&mut session, &mut sink, COMMUNES, |row| Ok(Line::Commune(commune(row)?))).await?;
            all(&mut session, &mut sink, BASINS, |row| Ok(Line::Basin(basin(row)?))).await?;
            all(&mut session, &mut sink, OCCUPATIONS, |row| Ok(Line::Occupation(occupation(row)?))).await?;
            all(&mut session, &mut sink, APPELLATIONS, |row| Ok(Line::Appellation(appellation(row)?))).await?;
            all(&mut session, &mut sink, skills::MACROS, |row| Ok(Line::MacroSkill(macro_skill(row)?))).await?;
            all(&mut session, &mut sink, skills::SKILLS, |row| Ok(Line::Skill(skill(row)?))).await?;
            all(&mut session, &mut sink, skills::ASKED, |row| Ok(Line::OccupationSkills(occupation_skills(row)?)))
                .await?;
            all(&mut session, &mut sink, PORTRAITS, |row| Ok(Line::Portrait(portrait(row)?))).await?;
            all(&mut session, &mut sink, HELP_PLACES, |row| Ok(Line::HelpPlace(Box::new(help_place(row)?)))).await?;
            all(&mut session, &mut sink, PARTNERS, |row| Ok(Line::Partner(Box::new(partner(row)?)))).await?;
            all(&mut session, &mut sink, COUNTS, |row| Ok(Line::PartnerCount(partner_counts::count(row)?))).await?;
            all(&mut session, &mut sink, SECRETS, |row| Ok(Line::PartnerSecret(partner_counts::secret(row)?))).await?;
            all(&mut session, &mut sink, CERTIFICATIONS, |row| Ok(Line::Certification(certification(row)?))).await?;
            all_trainings(&mut session, &mut sink).await?;
            for row in session.all("select source, last_import from sources order by source", &[]).await? {
                sink.row(&Line::Source(SourceLine { source: row.text(0)?, last_import: row.maybe_int(1)? }))?;
            }
            offers(&mut session, &mut sink).await?;
            changes(&mut session, &mut sink).await?;
            import_runs(&mut session, &mut sink).await?;
            told(&mut session, &mut sink).await?;
            session.rollback().await?;
            let footer = sink.tally.footer();
            sink.frame(&Line::End(footer))?;
            sink.out.flush()?;
            Ok(sink.tally.total())
        })
    }
}

/// Every row of a table, as lines.
async fn all(
    session: &mut Session,
    sink: &mut Sink<'_>,
    sql: &'static str,
    line: impl Fn(&Row) -> Result<Line, StoreError>,
) -> Result<(), StoreError> {
    for row in session.all(sql, &[]).await? {
        sink.row(&line(&row)?)?;
    }
    Ok(())
}

async fn header(session: &mut Session) -> Result<Header, StoreError> {
    let row = session.one("select id, reference_rev, rome_version from database_info", &[]).await?;
    Ok(Header {
        format: FORMAT,
        schema: SCHEMA,
        database_id: row.text(0)?,
        reference_rev: row.int(1)?,
        rome_version: row.maybe_text(2)?,
        rev: session.number("select rev from change_counter", &[]).await?,
    })
}

async fn all_trainings(session: &mut Session, sink: &mut Sink<'_>) -> Result<(), StoreError> {
    let mut last = String::new();
    loop {
        let rows = trainings::page(session, &last).await?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.text(0)?;
        for row in &rows {
            sink.row(&Line::Training(Box::new(trainings::stored(row)?)))?;
        }
    }
}

async fn offers(session: &mut Session, sink: &mut Sink<'_>) -> Result<(), StoreError> {
    let mut last = String::new();
    loop {
        let rows = session
            .all(
                "select o.number, o.id, o.first_seen, o.confirmed, o.changed, o.closed, f.facts, o.text_since
                 from offers o left join offer_facts f on f.number = o.number and f.facts_hash = o.facts_hash
                 where o.number > $1 order by o.number limit $2",
                &[Value::Text(&last), Value::Int(PAGE)],
            )
            .await?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.text(0)?;
        for row in &rows {
            let number = row.text(0)?;
            sink.row(&Line::Offer(OfferLine {
                number: values::number(&number)?,
                id: row.text(1)?,
                first_seen: row.int(2)?,
                confirmed: row.int(3)?,
                changed: row.int(4)?,
                closed: row.maybe_int(5)?,
                text_since: Some(values::day(row.int(7)?, &number)?),
                facts: RawValue::from_string(row.text(6)?)
                    .map_err(|e| StoreError::corrupt(format_args!("the facts of offer {number}"), e))?,
            }))?;
        }
    }
}

async fn changes(session: &mut Session, sink: &mut Sink<'_>) -> Result<(), StoreError> {
    let (mut rev, mut number) = (0, String::new());
    loop {
        let rows = session
            .all(
                "select rev, number from offer_changes
                 where (rev, number) > ($1, $2) order by rev, number limit $3",
                &[Value::Int(rev), Value::Text(&number), Value::Int(PAGE)],
            )
            .await?;
        let Some(end) = rows.last() else { return Ok(()) };
        (rev, number) = (end.int(0)?, end.text(1)?);
        for row in &rows {
            sink.row(&Line::Change(ChangeLine { rev: row.int(0)?, number: values::number(&row.text(1)?)? }))?;
        }
    }
}

async fn import_runs(session: &mut Session, sink: &mut Sink<'_>) -> Result<(), StoreError> {
    let mut last = String::new();
    loop {
        let rows = session
            .all(
                "select id, started, ended, report from import_runs where id > $1 order by id limit 100",
                &[Value::Text(&last)],
            )
            .await?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.text(0)?;
        for row in &rows {
            let run = run(row)?;
            let (Timestamp(started), Timestamp(ended)) = (run.started, run.ended);
            sink.row(&Line::ImportRun(RunLine { id: run.id, started, ended, report: run.report }))?;
        }
    }
}

/// What readers told.
async fn told(session: &mut Session, sink: &mut Sink<'_>) -> Result<(), StoreError> {
    let mut last = String::new();
    loop {
        let rows = session
            .all(
                "select id, number, reason, words, sent, handled from reports where id > $1 order by id limit $2",
                &[Value::Text(&last), Value::Int(PAGE)],
            )
            .await?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.text(0)?;
        for row in &rows {
            sink.row(&Line::Report(reports::stored(row)?.into()))?;
        }
    }
}

impl From<StoredReport> for ReportLine {
    fn from(row: StoredReport) -> Self {
        let Report { number, reason, text, at } = row.report;
        let words = text.map(|text| text.as_str().to_owned());
        Self { id: row.id, number, reason, words, sent: at.0, handled: row.handled.map(|at| at.0) }
    }
}

impl ReportLine {
    /// As the store keeps it, or what is wrong with it.
    pub(crate) fn read(self) -> Result<StoredReport, String> {
        let text = self.words.as_deref().map(ReportText::parse).transpose().map_err(|e| e.to_string())?.flatten();
        let report = Report { number: self.number, reason: self.reason, text, at: Timestamp(self.sent) };
        Ok(StoredReport { id: self.id, report, handled: self.handled.map(Timestamp) })
    }
}
