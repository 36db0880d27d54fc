//! Cells of a row: what is wrong is kept, so that a person mends all of it at once. Used by [`super`]
//! only.

use super::COLUMNS;
use crate::france_travail::web;
use crate::rejection;
use crate::table::Row;
use domain::apply::business_phone;
use domain::help::{HelpKind, Spoken};
use domain::import::Rejection;
use domain::mask;
use domain::opening::Opening;
use domain::text::{fold, shorten};

/// A row, and what is wrong with it.
pub(super) struct Cells<'a> {
    row: &'a Row,
    columns: &'a [Option<usize>],
    name: Option<&'a str>,
    wrong: Vec<Rejection>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(row: &'a Row, columns: &'a [Option<usize>]) -> Self {
        let mut cells = Self { row, columns, name: None, wrong: Vec::new() };
        cells.name = cells.raw("nom");
        cells
    }

    /// Everything that is wrong.
    pub(super) fn wrong(self) -> Vec<Rejection> {
        self.wrong
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

    fn parsed<T>(&mut self, column: &str, expected: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let cell = self.raw(column)?;
        let parsed = parse(cell);
        if parsed.is_none() {
            self.complain(column, cell, &format!("n'est pas compris : on attend {expected}"));
        }
        parsed
    }

    /// One clean line, at most `max` characters.
    pub(super) fn text(&mut self, column: &str, max: usize) -> Option<String> {
        let expected = format!("un texte d'au plus {max} caractères");
        self.parsed(column, &expected, |cell| {
            Some(mask::line(cell)).filter(|text| !text.is_empty() && text.chars().count() <= max)
        })
    }

    /// [`Cells::text`] that must be there.
    pub(super) fn required(&mut self, column: &str, max: usize) -> Option<String> {
        if self.raw(column).is_none() {
            self.missing(column);
        }
        self.text(column, max)
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
        self.parsed("code_postal", "un code postal à 5 chiffres", |cell| {
            // A spreadsheet loses the zero of 01000.
            let full = format!("{cell:0>5}");
            (cell.len() >= 4 && full.len() == 5 && full.bytes().all(|b| b.is_ascii_digit())).then_some(full)
        })
    }

    pub(super) fn phone(&mut self) -> Option<String> {
        if self.raw("telephone").is_none() {
            self.missing("telephone");
        }
        self.parsed("telephone", "un numéro français à 10 chiffres, non surtaxé", |cell| {
            // A spreadsheet loses the first zero of a number.
            let digits = cell.bytes().filter(u8::is_ascii_digit).count();
            business_phone(&if digits == 9 { format!("0{cell}") } else { cell.to_owned() })
        })
    }

    pub(super) fn email(&mut self) -> Option<String> {
        self.parsed("courriel", "une adresse de courriel", |cell| mask::first_email(cell).filter(|found| found == cell))
    }

    pub(super) fn website(&mut self) -> Option<String> {
        self.parsed("site", "une adresse web qui commence par https://", web)
    }

    pub(super) fn flag(&mut self, column: &str) -> Option<bool> {
        self.parsed(column, "oui ou non (ou rien)", |cell| match fold(cell).trim() {
            "oui" | "o" | "1" | "vrai" | "true" | "x" => Some(true),
            "non" | "n" | "0" | "faux" | "false" => Some(false),
            _ => None,
        })
    }

    pub(super) fn languages(&mut self) -> Vec<Spoken> {
        let mut out = Vec::new();
        for name in self.raw("langues").unwrap_or_default().split([',', '|', ';', '/']) {
            let name = name.trim();
            match Spoken::read(name) {
                Some(language) if !out.contains(&language) => out.push(language),
                None if !name.is_empty() => {
                    self.complain("langues", name, "n'est pas une langue connue : voyez la liste dans l'aide");
                }
                _ => {}
            }
        }
        out
    }

    /// Opening hours and exceptions are one text in two columns.
    pub(super) fn hours(&mut self) -> Option<Opening> {
        for column in ["horaires", "exceptions"] {
            if let Some(Err(error)) = self.raw(column).map(str::parse::<Opening>) {
                self.wrong.push(rejection(self.row.line, self.name, column, error.to_string()));
                return None;
            }
        }
        let both = [self.raw("horaires")?, self.raw("exceptions").unwrap_or_default()].join("; ");
        match both.parse() {
            Ok(hours) => Some(hours),
            Err(error) => {
                self.wrong.push(rejection(self.row.line, self.name, "exceptions", error.to_string()));
                None
            }
        }
    }
}
