//! The demo's trainings: fictional bodies in real communes, days counted from today (`J+21`). Three of them are
//! the stories of the README: the town halls' secretaries (SM-1), the workshop of the mining basin (ERBM-1 to 3),
//! the hotels' 400 hours (UPE-1).

use super::{DemoError, reference};
use domain::time::Day;
use domain::training::Training;
use import::resolve::Reference;
use import::trainings::{TrainingFormat, trainings as read};

/// Source name of the demo's trainings, as of its offers.
const SOURCE: &str = "demo";
const FILE: &str = "trainings.csv";

/// The demo's trainings of a day, read as the import reads a hub's file.
///
/// # Errors
/// When our own file is wrong.
pub fn trainings(today: Day) -> Result<Vec<Training>, DemoError> {
    let text = include_str!("data/trainings.csv");
    // Remarks are ours, not the format's.
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let text: String = lines.map(|line| dated(line, today) + "\n").collect();
    let reference = Reference::new(&reference::communes()?, &[], &[]);
    let wrong = |error: &dyn core::fmt::Display| DemoError::new(FILE, 1, error.to_string());
    let mut records = read(TrainingFormat::Csv, SOURCE, text.as_bytes(), &reference).map_err(|error| wrong(&error))?;
    let mut all = Vec::new();
    for record in records.by_ref() {
        all.push(record.map_err(|bad| {
            let one = bad.rejection;
            let line = usize::try_from(one.line).unwrap_or_default() + 1;
            DemoError::new(FILE, line, format!("{}: {}", one.field, one.reason))
        })?);
    }
    records.finish().map_err(|error| wrong(&error))?;
    Ok(all)
}

/// A line with its days: `J+21` is three weeks from today. They stand after `;` or `:`.
fn dated(line: &str, today: Day) -> String {
    let cell = |cell: &str| {
        // With its sign: J1501 is a code of ROME.
        let days =
            cell.strip_prefix('J').filter(|rest| rest.starts_with(['+', '-'])).and_then(|rest| rest.parse().ok());
        days.map_or_else(|| cell.to_owned(), |days| today.plus(days).to_string())
    };
    let parts = |cells: &str| {
        cells
            .split('|')
            .map(|part| part.split(':').map(cell).collect::<Vec<_>>().join(":"))
            .collect::<Vec<_>>()
            .join("|")
    };
    line.split(';').map(parts).collect::<Vec<_>>().join(";")
}
