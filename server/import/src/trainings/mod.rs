//! Trainings of a file, one at a time: CSV with the French header of `docs/importer.md` ([`csv`]), or LHEO ([`lheo`]).
//! Called by the commands of the server and by the demo.

mod cells;
mod csv;
mod lheo;

use crate::resolve::{PlaceHint, Reference};
use crate::{BadRecord, ImportError, table};
use domain::coded_enum;
use domain::place::CommuneCode;
use domain::training::Training;
use std::io::BufRead;

coded_enum! {
    /// How a file of trainings is written.
    pub enum TrainingFormat {
        /// LHEO 2.x, as Carif-Oref publish it.
        Lheo = "lheo",
        /// CSV with the French header of `docs/importer.md`.
        Csv = "csv",
    }
}

enum Records<R: BufRead> {
    Lheo(Box<lheo::Records<R>>),
    Csv(Box<csv::Records<R>>),
}

/// The trainings of a file: see [`trainings`].
pub struct Trainings<'a, R: BufRead> {
    records: Records<R>,
    source: String,
    reference: &'a Reference,
    fault: Option<ImportError>,
    done: bool,
}

/// Reads the trainings of a file; never the whole file. A file that cannot be read to its end ends the iteration,
/// and [`Trainings::finish`] says so: what was read must not be published as a complete feed.
///
/// # Errors
/// When the file is empty, is not in this format, or a required column is missing.
pub fn trainings<'a, R: BufRead>(
    format: TrainingFormat,
    source: &str,
    input: R,
    reference: &'a Reference,
) -> Result<Trainings<'a, R>, ImportError> {
    let records = match format {
        TrainingFormat::Lheo => Records::Lheo(Box::new(lheo::Records::open(input)?)),
        TrainingFormat::Csv => Records::Csv(Box::new(csv::Records::open(input)?)),
    };
    Ok(Trainings { records, source: source.to_owned(), reference, fault: None, done: false })
}

impl<R: BufRead> Trainings<'_, R> {
    /// To be called when the iteration is over: whether the file was read to its end.
    ///
    /// # Errors
    /// What stopped the reading, with its line.
    pub fn finish(self) -> Result<(), ImportError> {
        self.fault.map_or(Ok(()), Err)
    }
}

impl<R: BufRead> Iterator for Trainings<'_, R> {
    type Item = Result<Training, BadRecord>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let next = match &mut self.records {
            Records::Lheo(records) => records.next(&self.source, self.reference),
            Records::Csv(records) => records.next(&self.source, self.reference),
        };
        match next {
            Ok(Some(record)) => Some(record),
            Ok(None) => {
                self.done = true;
                None
            }
            Err(fault) => {
                self.done = true;
                self.fault = Some(fault);
                None
            }
        }
    }
}

/// The commune that a source names; `None` where it cannot be told for certain.
fn commune(
    reference: &Reference,
    code: Option<&str>,
    name: Option<&str>,
    postcode: Option<&str>,
) -> Option<CommuneCode> {
    let code = code.map(|cell| table::commune_code(cell).map_or_else(|| cell.to_owned(), |code| code.to_string()));
    let postcode = postcode.map(|cell| table::postcode(cell).unwrap_or_else(|| cell.to_owned()));
    let hint = PlaceHint { label: name, commune: code.as_deref(), postcode: postcode.as_deref(), point: None };
    reference.places(&hint).into_iter().next().and_then(|place| place.commune)
}

#[cfg(test)]
mod tests;
