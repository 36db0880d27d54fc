//! Places of help, from a CSV with the French header of `docs/importer.md`; called by
//! `import help-places` and by the demo.
//!
//! The file replaces all places. A row that makes no place is told, with everything that is wrong with it; the place
//! of that name then stays as it was.

mod cells;

use crate::resolve::{PlaceHint, Reference};
use crate::table::{Record, Table};
use crate::{BadRecord, ImportError, rejection};
use cells::Cells;
use domain::help::HelpPlace;
use domain::import::{ImportReport, Refusal, Rejection};
use domain::place::{Commune, CommuneCode};
use std::collections::HashMap;
use std::io::Read;

/// Name of each column, then other names that are understood, as `table::column_name` writes them.
pub(super) const COLUMNS: &[&[&str]] = &[
    &["nom", "name", "structure", "lieu"],
    &["type", "categorie"],
    &["adresse", "rue"],
    &["code_postal", "cp"],
    &["commune", "ville"],
    &["commune_insee", "code_insee", "insee"],
    &["telephone", "tel"],
    &["courriel", "email", "e_mail", "mail"],
    &["site", "site_web", "url", "lien"],
    &["langues", "langues_parlees"],
    &["gratuit"],
    &["aide_pour", "aide", "services"],
    &["horaires", "heures", "heures_d_ouverture"],
    &["exceptions", "fermetures"],
];
const REQUIRED: &[&str] = &["nom", "adresse", "commune", "telephone"];
/// More places than any hub has; beyond it the file is something else.
const MAX_PLACES: usize = 5_000;
/// Longest texts, in characters: they stand in a small box.
const MAX_NAME: usize = 120;
const MAX_HELPS_WITH: usize = 160;

/// What a file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct HelpFile {
    /// Its places.
    pub places: Vec<HelpPlace>,
    /// All that may be the name of a place in rows that were not taken.
    pub named: Vec<String>,
    /// How it went. With a refusal in it nothing may be kept.
    pub report: ImportReport,
}

/// Reads a file.
///
/// # Errors
/// When the file cannot be read to its end or lacks a column.
pub fn read(input: impl Read, communes: &[Commune]) -> Result<HelpFile, ImportError> {
    let mut report =
        ImportReport { kind: "help-places".to_owned(), source: "hub".to_owned(), ..ImportReport::default() };
    let reference = Communes { by_words: Reference::new(communes, &[], &[]), all: communes };
    let mut table = Table::feed("lieux d'aide (CSV)", input, COLUMNS, REQUIRED)?;
    let columns: Vec<Option<usize>> = COLUMNS.iter().map(|names| table.column(names)).collect();
    let (mut places, mut named) = (Vec::new(), Vec::new());
    let mut lines = HashMap::new();
    while let Some(record) = table.next_record()? {
        report.read += 1;
        let row = match record {
            Record::Row(row) => row,
            Record::Broken(broken) => {
                let bad = BadRecord::from(broken);
                report.reject(bad.rejection);
                named.extend(bad.named);
                continue;
            }
        };
        if places.len() == MAX_PLACES {
            report.reject(rejection(row.line, None, "fichier", format!("plus de {MAX_PLACES} lieux d'aide")));
            break;
        }
        let mut cells = Cells::new(&row, &columns);
        let name = cells.raw("nom");
        let found = place(&mut cells, &reference);
        let (wrong, notices) = cells.told();
        let Some(place) = found.filter(|_| wrong.is_empty()) else {
            // One row is one rejection, however much is wrong with it.
            report.reject(joined(wrong, row.line, name));
            named.extend(name.map(str::to_owned));
            continue;
        };
        match lines.insert(place.key(), row.line) {
            Some(first) => {
                let reason = format!("le même lieu est déjà à la ligne {first} : gardez une seule des deux lignes");
                report.reject(rejection(row.line, Some(&place.name), "nom", reason));
            }
            None => {
                notices.into_iter().for_each(|one| report.notice(one));
                places.push(place);
            }
        }
    }
    if places.is_empty() {
        report.refusal = Some(Refusal::Nothing);
    }
    Ok(HelpFile { places, named, report })
}

/// All that is wrong with a row.
fn joined(wrong: Vec<Rejection>, line: u64, name: Option<&str>) -> Rejection {
    let fields: Vec<&str> = wrong.iter().map(|one| one.field.as_str()).collect();
    let reasons: Vec<String> = match &wrong[..] {
        [one] => vec![one.reason.clone()],
        several => several.iter().map(|one| format!("{} : {}", one.field, one.reason)).collect(),
    };
    rejection(line, name, &fields.join(", "), reasons.join(" ; "))
}

/// The place of a row; `None` where something that makes it is missing or wrong.
fn place(cells: &mut Cells, communes: &Communes) -> Option<HelpPlace> {
    let name = cells.required("nom", MAX_NAME);
    let address = cells.required("adresse", MAX_NAME);
    let commune = communes.find(cells);
    let phone = cells.phone();
    let kind = cells.kind();
    let (email, website) = (cells.email(), cells.website());
    let languages = cells.languages();
    let (free, helps_with) = (cells.flag("gratuit"), cells.text("aide_pour", MAX_HELPS_WITH));
    let (hours, hours_text) = cells.hours();
    let (commune, postcode) = commune?;
    Some(HelpPlace {
        name: name?,
        kind,
        address: address?,
        commune,
        postcode,
        phone: phone?,
        email,
        website,
        languages,
        free,
        helps_with,
        hours,
        hours_text,
    })
}

/// The communes of the reference data.
struct Communes<'a> {
    by_words: Reference,
    all: &'a [Commune],
}

impl Communes<'_> {
    /// The commune and the postcode of a row.
    fn find(&self, cells: &mut Cells) -> Option<(CommuneCode, String)> {
        let postcode = cells.postcode();
        let code = match cells.raw("commune_insee") {
            Some(cell) => self.by_code(cells, cell)?,
            None => self.by_name(cells, postcode.as_deref())?,
        };
        // Already known to be there by both ways.
        let commune = self.all.iter().find(|c| c.code == code)?;
        let postcode = postcode.or_else(|| commune.postcodes.first().cloned()).unwrap_or_default();
        Some((code, postcode))
    }

    fn by_code(&self, cells: &mut Cells, cell: &str) -> Option<CommuneCode> {
        let code = crate::table::commune_code(cell).filter(|code| self.all.iter().any(|c| c.code == *code));
        if code.is_none() {
            let why =
                "n'est pas un code Insee connu : on attend 5 caractères comme 59512, et les communes importées avant";
            cells.complain("commune_insee", cell, why);
        }
        code
    }

    fn by_name(&self, cells: &mut Cells, postcode: Option<&str>) -> Option<CommuneCode> {
        let Some(name) = cells.raw("commune") else {
            cells.missing("commune");
            return None;
        };
        let hint = PlaceHint { label: Some(name), postcode, ..PlaceHint::default() };
        let found = self.by_words.places(&hint).into_iter().next().and_then(|place| place.commune);
        if found.is_none() {
            let why = "n'est pas trouvée avec certitude : ajoutez le code postal, ou le code Insee dans commune_insee";
            cells.complain("commune", name, why);
        }
        found
    }
}

#[cfg(test)]
mod tests;
