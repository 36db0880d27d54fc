//! Cells of a row of the CSV: each parsed once, with an error that says what is wrong and how to mend it.

use super::csv::COLUMNS;
use crate::rejection;
use crate::table::{self, Row};
use domain::gate::Gate;
use domain::import::Rejection;
use domain::mask;
use domain::occupation::RomeCode;
use domain::text::shorten;
use domain::time::Day;

/// A row, and where its columns stand.
pub(super) struct Cells<'a> {
    pub(super) row: &'a Row,
    pub(super) columns: &'a [Option<usize>],
}

impl<'a> Cells<'a> {
    /// The cell as it stands; `None` when it is empty or says nothing ("N/C", "-").
    pub(super) fn raw(&self, column: &str) -> Option<&'a str> {
        let at = COLUMNS.iter().position(|names| names[0] == column)?;
        self.row.find(self.columns.get(at).copied().flatten()).filter(|cell| !mask::is_nothing(cell))
    }

    /// What is wrong with a cell.
    pub(super) fn wrong(&self, column: &str, why: impl Into<String>) -> Rejection {
        rejection(self.row.line, self.raw("identifiant"), column, why)
    }

    pub(super) fn parsed<T>(
        &self,
        column: &str,
        expected: &str,
        parse: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<Option<T>, Rejection> {
        let Some(cell) = self.raw(column) else { return Ok(None) };
        let why = || format!("« {} » n'est pas compris : on attend {expected}", shorten(cell, 60));
        parse(cell).map(Some).ok_or_else(|| self.wrong(column, why()))
    }

    pub(super) fn required<T>(&self, column: &str, cell: Option<T>) -> Result<T, Rejection> {
        cell.ok_or_else(|| self.wrong(column, "cette case est vide : elle est obligatoire"))
    }

    /// One clean line, at most `max` characters.
    pub(super) fn text(&self, column: &str, max: usize) -> Result<Option<String>, Rejection> {
        self.parsed(column, &format!("un texte d'au plus {max} caractères"), |cell| {
            Some(mask::line(cell)).filter(|text| !text.is_empty() && text.chars().count() <= max)
        })
    }

    pub(super) fn number<T: TryFrom<u32>>(&self, column: &str, expected: &str) -> Result<Option<T>, Rejection> {
        self.parsed(column, expected, |cell| table::whole_number(cell).and_then(|number| T::try_from(number).ok()))
    }

    pub(super) fn day(&self, column: &str) -> Result<Option<Day>, Rejection> {
        self.parsed(column, "une date comme 2027-01-31 ou 31/01/2027", table::day)
    }

    pub(super) fn flag(&self, column: &str) -> Result<bool, Rejection> {
        Ok(self.parsed(column, "oui ou non (ou rien)", table::flag)?.unwrap_or(false))
    }

    /// Parts of a cell between `|`.
    pub(super) fn parts(&self, column: &str) -> impl Iterator<Item = &'a str> {
        self.raw(column).unwrap_or_default().split('|').map(str::trim).filter(|part| !part.is_empty())
    }

    pub(super) fn romes(&self) -> Result<Vec<RomeCode>, Rejection> {
        let code = |part: &str| {
            RomeCode::parse(part).map_err(|_| {
                self.wrong("rome", format!("« {part} » n'est pas un code ROME : une lettre et 4 chiffres, comme N1101"))
            })
        };
        self.parts("rome").map(code).collect()
    }

    pub(super) fn gates(&self, column: &str) -> Result<Vec<Gate>, Rejection> {
        let gate = |part: &str| {
            Gate::from_code(part).ok_or_else(|| {
                let known = "permis-b, caces-r489, habilitation-electrique, cnaps, sst, haccp, niveau-cap, francais…";
                self.wrong(column, format!("« {part} » n'est pas connu : on attend {known}"))
            })
        };
        self.parts(column).map(gate).collect()
    }
}
