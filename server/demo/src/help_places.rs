//! The demo's places of help: fictional names and streets in real communes, numbers kept for fiction.

use super::{DemoError, reference};
use domain::help::HelpPlace;
use import::help_places;

/// The demo's places of help, read as the import reads a hub's file.
///
/// # Errors
/// When our own file is wrong.
pub fn help_places() -> Result<Vec<HelpPlace>, DemoError> {
    const FILE: &str = "help_places.csv";
    let text = include_str!("data/help_places.csv");
    let read = help_places::read(text.as_bytes(), &reference::communes()?);
    let read = read.map_err(|error| DemoError::new(FILE, 1, error))?;
    let wrong = read.report.rejections.iter().map(|one| (one.line, &one.field, &one.reason));
    let told = read.report.notices.iter().map(|one| (one.line, &one.field, &one.text));
    match wrong.chain(told).next() {
        Some((line, field, why)) => {
            let line = usize::try_from(line).unwrap_or_default();
            Err(DemoError::new(FILE, line, format!("{field}: {why}")))
        }
        None => Ok(read.places),
    }
}
