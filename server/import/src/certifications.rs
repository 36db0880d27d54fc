//! CertifInfo: certifications with their occupations, RNCP and RS numbers and level. Codes of ROME 3 become those of
//! ROME 4 that come from them (`code_rome_parent`).

use crate::table::{Row, Table};
use crate::{ImportError, rejection};
use domain::certification::Certification;
use domain::import::{ImportReport, Refusal, Rejection};
use domain::mask;
use domain::occupation::{Occupation, RomeCode};
use domain::text::shorten;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

const ROMES: [&str; 5] = ["code_rome_1", "code_rome_2", "code_rome_3", "code_rome_4", "code_rome_5"];
const MAX_TITLE: usize = 300;

/// Certifications of a file, and how it went.
#[derive(Debug, Default)]
pub struct Certifications {
    /// By id.
    pub all: Vec<Certification>,
    /// Counts and rejections. `missing["rome"]` counts those that lead to no occupation of ours.
    pub report: ImportReport,
}

/// Where the columns stand.
struct Columns {
    id: usize,
    title: usize,
    kind: Option<usize>,
    level: Option<usize>,
    rncp: Option<usize>,
    rs: Option<usize>,
    romes: Vec<usize>,
}

/// Reads a file. The last of two rows with the same id counts.
///
/// # Errors
/// When the file cannot be read to its end or lacks a column.
pub fn read(input: impl Read, occupations: &[Occupation]) -> Result<Certifications, ImportError> {
    let mut table = Table::open("certifications (CertifInfo)", input)?;
    let columns = Columns {
        id: table.require(&["code_diplome"])?,
        title: table.require(&["libelle_diplome"])?,
        kind: table.column(&["libelle_type_diplome"]),
        level: table.column(&["code_niveau_europeen"]),
        rncp: table.column(&["code_rncp"]),
        rs: table.column(&["code_rs"]),
        romes: std::iter::once(table.require(&ROMES[..1]))
            .chain(ROMES[1..].iter().map(|name| table.require(&[name])))
            .collect::<Result<_, _>>()?,
    };
    let links = Links::new(occupations);
    let mut report =
        ImportReport { kind: "certifications".to_owned(), source: "certifinfo".to_owned(), ..ImportReport::default() };
    let mut all: BTreeMap<u32, Certification> = BTreeMap::new();
    while let Some(row) = table.next_row()? {
        report.read += 1;
        match certification(&row, &columns, &links) {
            Ok(one) => {
                if one.rome.is_empty() {
                    report.miss("rome");
                }
                report.duplicates += u64::from(all.insert(one.id, one).is_some());
            }
            Err(rejection) => report.reject(rejection),
        }
    }
    if all.is_empty() {
        report.refusal = Some(Refusal::Nothing);
    }
    Ok(Certifications { all: all.into_values().collect(), report })
}

/// From codes of either ROME to ours.
struct Links<'a> {
    ours: BTreeSet<&'a RomeCode>,
    from: BTreeMap<&'a RomeCode, Vec<&'a RomeCode>>,
}

impl<'a> Links<'a> {
    fn new(occupations: &'a [Occupation]) -> Self {
        let mut from: BTreeMap<&RomeCode, Vec<&RomeCode>> = BTreeMap::new();
        for one in occupations {
            if let Some(parent) = &one.parent {
                from.entry(parent).or_default().push(&one.code);
            }
        }
        Self { ours: occupations.iter().map(|one| &one.code).collect(), from }
    }

    /// A code that stands in both lists means the occupation, and those that were cut out of it.
    fn of(&self, code: &RomeCode) -> impl Iterator<Item = RomeCode> {
        let own = self.ours.get(code).copied();
        own.into_iter().chain(self.from.get(code).into_iter().flatten().copied()).cloned()
    }
}

fn certification(row: &Row, columns: &Columns, links: &Links) -> Result<Certification, Rejection> {
    let id_cell = row.get(columns.id);
    let wrong = |field: &str, why: String| rejection(row.line, Some(id_cell).filter(|id| !id.is_empty()), field, why);
    let id = id_cell
        .parse()
        .map_err(|_| wrong("Code_Diplome", format!("« {} » n'est pas un nombre", shorten(id_cell, 40))))?;
    let title = shorten(&mask::line(row.get(columns.title)), MAX_TITLE);
    if title.is_empty() {
        return Err(wrong("Libelle_Diplome", "cette case est vide : elle est obligatoire".to_owned()));
    }
    let number = |column: Option<usize>, name: &str| match row.find(column) {
        None => Ok(None),
        Some(cell) => cell
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .parse::<u32>()
            .map(Some)
            .map_err(|_| wrong(name, format!("« {} » n'est pas un nombre", shorten(cell, 40)))),
    };
    let mut rome = BTreeSet::new();
    for column in &columns.romes {
        if let Some(cell) = row.find(Some(*column)) {
            let code = RomeCode::parse(cell).map_err(|error| wrong("Code_Rome", error.to_string()))?;
            rome.extend(links.of(&code));
        }
    }
    Ok(Certification {
        id,
        title,
        kind: row.find(columns.kind).map(|kind| shorten(&mask::line(kind), MAX_TITLE)),
        level: row.find(columns.level).and_then(|level| level.parse().ok()).filter(|level| (1..=8).contains(level)),
        rncp: number(columns.rncp, "Code_RNCP")?,
        rs: number(columns.rs, "Code_RS")?,
        rome: rome.into_iter().collect(),
    })
}
