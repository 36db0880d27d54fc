//! Cells of a row. What makes a place is told when it is wrong, all of it at once; anything else that is not
//! understood is left out, or kept as it is written, with a notice. Used by [`super`] only.

use super::COLUMNS;
use crate::france_travail::web;
use crate::table::{self, Row};
use crate::{notice, rejection};
use domain::help::{HelpKind, Spoken};
use domain::import::{Notice, Rejection};
use domain::mask;
use domain::opening::Opening;
use domain::text::{fold, shorten};

/// The longest hours that are kept as they are written, in characters.
const MAX_HOURS: usize = 300;

/// A row, what is wrong with it, and what is to be known of it.
pub(super) struct Cells<'a> {
    row: &'a Row,
    columns: &'a [Option<usize>],
    name: Option<&'a str>,
    wrong: Vec<Rejection>,
    notices: Vec<Notice>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(row: &'a Row, columns: &'a [Option<usize>]) -> Self {
        let mut cells = Self { row, columns, name: None, wrong: Vec::new(), notices: Vec::new() };
        cells.name = cells.raw("nom");
        cells
    }

    /// Everything that is wrong, and everything that is to be known.
    pub(super) fn told(self) -> (Vec<Rejection>, Vec<Notice>) {
        (self.wrong, self.notices)
    }

    /// The cell as it stands; `None` when it is empty or says nothing ("N/C", "-").
    pub(super) fn raw(&self, column: &str) -> Option<&'a str> {
        let at = COLUMNS.iter().position(|names| names[0] == column)?;
        self.row.find(self.columns.get(at).copied().flatten()).filter(|cell| !mask::is_nothing(cell))
    }

    /// Keeps what is wrong with a cell.
    pub(super) fn complain(&mut self, column: &str, cell: &str, why: &str) {
        let reason = format!("« {} » {why}", shorten(cell, 60));
        self.wrong.push(rejection(self.row.line, self.name, column, reason));
    }

    /// Keeps that a cell is empty.
    pub(super) fn missing(&mut self, column: &str) {
        self.wrong.push(rejection(self.row.line, self.name, column, "cette case est vide : elle est obligatoire"));
    }

    /// Keeps that a cell is left out.
    fn leave_out(&mut self, column: &str, cell: &str, why: &str) {
        let text = format!("« {} » {why} : cette case n'est pas montrée", shorten(cell, 60));
        self.notices.push(notice(self.row.line, self.name, column, text));
    }

    fn parsed<T>(&mut self, column: &str, expected: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let cell = self.raw(column)?;
        let parsed = parse(cell);
        if parsed.is_none() {
            self.leave_out(column, cell, &format!("n'est pas compris (on attend {expected})"));
        }
        parsed
    }

    /// One clean line, at most `max` characters; what is longer is cut.
    pub(super) fn text(&mut self, column: &str, max: usize) -> Option<String> {
        let text = mask::line(self.raw(column)?);
        if text.chars().count() > max {
            let why = format!("dépasse {max} caractères : le texte est coupé");
            self.notices.push(notice(self.row.line, self.name, column, format!("« {} » {why}", shorten(&text, 60))));
        }
        Some(shorten(&text, max)).filter(|text| !text.is_empty())
    }

    /// [`Cells::text`] that must be there.
    pub(super) fn required(&mut self, column: &str, max: usize) -> Option<String> {
        let text = self.text(column, max);
        if text.is_none() {
            self.missing(column);
        }
        text
    }

    pub(super) fn kind(&mut self) -> HelpKind {
        let codes: Vec<&str> = HelpKind::ALL.iter().map(|kind| kind.code()).collect();
        let kind = self.parsed("type", &codes.join(", "), |cell| {
            let code = fold(cell).trim().replace([' ', '_'], "-");
            match code.as_str() {
                "ccas" | "commune" => Some(HelpKind::TownHall),
                "plie" | "maison-de-l'emploi" => Some(HelpKind::Hub),
                "bibliotheque" => Some(HelpKind::Library),
                "centre-social" => Some(HelpKind::Association),
                code => HelpKind::from_code(code),
            }
        });
        kind.unwrap_or(HelpKind::Other)
    }

    pub(super) fn postcode(&mut self) -> Option<String> {
        self.parsed("code_postal", "un code postal à 5 chiffres", table::postcode)
    }

    /// A place without a number to call is no help.
    pub(super) fn phone(&mut self) -> Option<String> {
        let Some(cell) = self.raw("telephone") else {
            self.missing("telephone");
            return None;
        };
        let phone = table::business_phone(cell);
        if phone.is_none() {
            let why = "n'est pas compris : on attend un numéro français à 10 chiffres, non surtaxé";
            self.complain("telephone", cell, why);
        }
        phone
    }

    pub(super) fn email(&mut self) -> Option<String> {
        self.parsed("courriel", "une adresse de courriel", |cell| mask::first_email(cell).filter(|found| found == cell))
    }

    pub(super) fn website(&mut self) -> Option<String> {
        self.parsed("site", "une adresse web qui commence par https://", web)
    }

    pub(super) fn flag(&mut self, column: &str) -> Option<bool> {
        self.parsed(column, "oui ou non (ou rien)", table::flag)
    }

    pub(super) fn languages(&mut self) -> Vec<Spoken> {
        let mut out = Vec::new();
        for name in self.raw("langues").unwrap_or_default().split([',', '|', ';', '/']) {
            let name = name.trim();
            match Spoken::read(name) {
                Some(language) if !out.contains(&language) => out.push(language),
                None if !name.is_empty() => {
                    self.leave_out("langues", name, "n'est pas une langue de la liste de l'aide");
                }
                _ => {}
            }
        }
        out
    }

    /// Opening hours and exceptions, which are one text in two columns; or both as they are written, where one of
    /// them is not understood.
    pub(super) fn hours(&mut self) -> (Option<Opening>, Option<String>) {
        let (usual, other) = (self.raw("horaires"), self.raw("exceptions"));
        let said: Vec<&str> = usual.into_iter().chain(other).collect();
        if said.is_empty() {
            return (None, None);
        }
        let column = match usual.map(str::parse::<Opening>) {
            Some(Ok(_)) | None => "exceptions",
            Some(Err(_)) => "horaires",
        };
        match said.join("; ").parse::<Opening>() {
            Ok(hours) => (Some(hours), None),
            Err(error) => {
                let text = format!("{error}. En attendant, ils sont montrés comme ils sont écrits");
                self.notices.push(notice(self.row.line, self.name, column, text));
                let lines: Vec<String> = said.iter().map(|text| mask::line(text)).collect();
                (None, Some(shorten(&lines.join(" ; "), MAX_HOURS)))
            }
        }
    }
}
