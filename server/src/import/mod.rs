//! Pure parsers of the sources: bytes in, values of `domain` or a located error out.
//!
//! They open files ([`input`]) and nothing else: no store, no clock, no network. Called by
//! `cli::import`, by the demo's own checks and by the tests. One file or folder is one source:
//!
//! - [`places`]: communes, their coordinates, their labour basins;
//! - [`rome`]: the archive of ROME as France Travail publishes it;
//! - [`france_travail`] and [`csv_offers`]: offers, record by record, through [`offers`];
//! - [`resolve`]: from a source's words to our communes and occupations.

pub mod csv_offers;
mod error;
pub mod france_travail;
pub mod input;
pub mod places;
pub mod resolve;
pub mod rome;
pub mod table;
pub mod territories;

pub use error::ImportError;

use domain::import::{ImportReport, Rejection};
use domain::offer::Offer;
use domain::place::Precision;
use resolve::Reference;
use std::io::BufRead;

/// How a file of offers is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// France Travail: the search envelope, an array, or one JSON a line.
    FranceTravail,
    /// CSV with the French header of `docs/importer.md`.
    Csv,
}

/// Reads the offers of a file, one at a time; never the whole file.
///
/// Each item is an offer or a located [`Rejection`]. A file that cannot be read to its end (cut,
/// broken archive) ends the iteration with a rejection of the field "fichier", and
/// [`Offers::finish`] then says so: what was read must not be published as a complete feed.
///
/// # Errors
/// When the file is empty, is not in this format, or a required column is missing.
pub fn offers<'a, R: BufRead>(
    format: Format,
    source: &str,
    input: R,
    reference: &'a Reference,
) -> Result<Offers<'a, R>, ImportError> {
    let records = match format {
        Format::FranceTravail => Records::Json(Box::new(france_travail::Records::open(input)?)),
        Format::Csv => Records::Csv(Box::new(csv_offers::Records::open(input)?)),
    };
    Ok(Offers { records, source: source.to_owned(), reference, fault: None, done: false })
}

enum Records<R> {
    Json(Box<france_travail::Records<R>>),
    Csv(Box<csv_offers::Records<R>>),
}

/// The offers of a file: see [`offers`].
pub struct Offers<'a, R> {
    records: Records<R>,
    source: String,
    reference: &'a Reference,
    fault: Option<ImportError>,
    done: bool,
}

impl<R: BufRead> Offers<'_, R> {
    /// To be called when the iteration is over: whether the file was read to its end.
    ///
    /// # Errors
    /// What stopped the reading, with its line.
    pub fn finish(self) -> Result<(), ImportError> {
        self.fault.map_or(Ok(()), Err)
    }

    /// Columns of a CSV that are not known, and so were not read; empty for other formats.
    #[must_use]
    pub fn unknown_columns(&self) -> &[String] {
        match &self.records {
            Records::Json(_) => &[],
            Records::Csv(records) => records.unknown_columns(),
        }
    }
}

impl<R: BufRead> Iterator for Offers<'_, R> {
    type Item = Result<Offer, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let next = match &mut self.records {
            Records::Json(records) => records.next_offer(&self.source, self.reference),
            Records::Csv(records) => records.next_offer(&self.source, self.reference),
        };
        match next {
            Ok(Some(item)) => Some(item),
            Ok(None) => {
                self.done = true;
                None
            }
            Err(fault) => {
                self.done = true;
                let rejection =
                    Rejection { line: fault.line(), id: None, field: "fichier".to_owned(), reason: fault.to_string() };
                self.fault = Some(fault);
                Some(Err(rejection))
            }
        }
    }
}

/// Counts the fields that a taken offer lacks, under the names that the report shows.
pub fn count_missing(offer: &Offer, report: &mut ImportReport) {
    let unresolved = offer.places.iter().any(|p| p.precision == Precision::Unresolved);
    let missing = [
        ("text", offer.text.is_none()),
        ("place", offer.places.is_empty()),
        ("place_to_check", unresolved),
        ("posted", offer.posted.is_none()),
        ("rome", offer.rome.is_none()),
        ("employer", offer.employer.name.is_none()),
        ("contract", offer.contract.is_none()),
        ("hours", offer.hours.weekly_min.is_none() && offer.hours.work_time.is_none()),
        ("pay", offer.pay.is_none()),
        ("experience", offer.requirements.experience_band().is_none()),
        ("apply", offer.apply.is_empty() && offer.origin_url.is_none()),
    ];
    for (field, _) in missing.iter().filter(|(_, lacks)| *lacks) {
        report.miss(field);
    }
}

/// A rejection, from what is wrong where.
fn rejection(line: u64, id: Option<&str>, field: &str, reason: impl Into<String>) -> Rejection {
    let id = id.map(|id| domain::text::shorten(id, 60));
    Rejection { line, id, field: field.to_owned(), reason: reason.into() }
}
