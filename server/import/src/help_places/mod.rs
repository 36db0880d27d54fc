//! Places of help, from a CSV with the French header of `docs/importer.md`; called by
//! `import help-places` and by the demo.
//!
//! The file replaces all places, so it is taken whole or not at all: every wrong cell is told, with
//! its line, what is wrong and how to mend it.

mod cells;

use crate::resolve::{PlaceHint, Reference};
use crate::table::{Row, Table};
use crate::{ImportError, rejection};
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

/// Reads a file. With a refusal in the report nothing of it may be kept.
///
/// # Errors
/// When the file cannot be read to its end or lacks a column.
pub fn read(input: impl Read, communes: &[Commune]) -> Result<(Vec<HelpPlace>, ImportReport), ImportError> {
    let mut report =
        ImportReport { kind: "help-places".to_owned(), source: "hub".to_owned(), ..ImportReport::default() };
    let reference = Communes { by_words: Reference::new(communes, &[], &[]), all: communes };
    let mut table = Table::open("lieux d'aide (CSV)", input)?;
    let columns: Vec<Option<usize>> = COLUMNS.iter().map(|names| table.column(names)).collect();
    for names in COLUMNS.iter().filter(|names| REQUIRED.contains(&names[0])) {
        table.require(names)?;
    }
    let mut out: Vec<HelpPlace> = Vec::new();
    let mut lines = HashMap::new();
    while let Some(row) = table.next_row()? {
        report.read += 1;
        if out.len() == MAX_PLACES {
            report.reject(rejection(row.line, None, "fichier", format!("plus de {MAX_PLACES} lieux d'aide")));
            break;
        }
        match place(&row, &columns, &reference) {
            Err(wrong) => wrong.into_iter().for_each(|one| report.reject(one)),
            Ok(place) => match lines.insert(place.key(), row.line) {
                Some(first) => {
                    let reason = format!("le même lieu est déjà à la ligne {first} : gardez une seule des deux lignes");
                    report.reject(rejection(row.line, Some(&place.name), "nom", reason));
                }
                None => out.push(place),
            },
        }
    }
    if report.rejected > 0 {
        report.refusal = Some(Refusal::WrongCells { wrong: report.rejected });
    } else if out.is_empty() {
        report.refusal = Some(Refusal::Nothing);
    }
    Ok((out, report))
}

/// A place, or everything that is wrong with its row.
fn place(row: &Row, columns: &[Option<usize>], communes: &Communes) -> Result<HelpPlace, Vec<Rejection>> {
    let mut cells = Cells::new(row, columns);
    let name = cells.required("nom", MAX_NAME);
    let address = cells.required("adresse", MAX_NAME);
    let commune = communes.find(&mut cells);
    let phone = cells.phone();
    let kind = cells.kind();
    let (email, website) = (cells.email(), cells.website());
    let languages = cells.languages();
    let (free, helps_with) = (cells.flag("gratuit"), cells.text("aide_pour", MAX_HELPS_WITH));
    let hours = cells.hours();
    let wrong = cells.wrong();
    match (name, address, commune, phone) {
        (Some(name), Some(address), Some((commune, postcode)), Some(phone)) if wrong.is_empty() => Ok(HelpPlace {
            name,
            kind,
            address,
            commune,
            postcode,
            phone,
            email,
            website,
            languages,
            free,
            helps_with,
            hours,
        }),
        _ => Err(wrong),
    }
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
        let code = CommuneCode::parse(cell).ok().filter(|code| self.all.iter().any(|c| c.code == *code));
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
