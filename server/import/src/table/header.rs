//! Where the header of a table is, and what separates its cells; used by [`super`] only.

use super::lines::{Line, Lines};
use super::scan::{Scanner, Standing};
use crate::ImportError;
use domain::text::fold;
use std::io::Read;

/// What separates cells; where a header says nothing, the first one.
const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];
/// Lines among which the header is looked for: people write a title above it.
const MAX_ABOVE: usize = 20;
/// Lines that one header may take.
const MAX_LINES: usize = 20;

/// A header.
pub(super) struct Found {
    pub(super) delimiter: char,
    pub(super) columns: Vec<String>,
}

/// The form in which column names are compared: folded, words joined by `_`.
#[must_use]
pub fn column_name(text: &str) -> String {
    domain::text::words(&fold(text)).join("_")
}

/// The first line with all required columns; where there is none, the first line. `None` in an empty file.
pub(super) fn find<R: Read>(lines: &mut Lines<R>, required: &[&[&str]]) -> Result<Option<Found>, ImportError> {
    let mut said = None;
    let mut passed: Vec<Line> = Vec::new();
    while passed.len() < MAX_ABOVE {
        let Some(line) = lines.next_line()? else { break };
        if passed.is_empty()
            && let Some(delimiter) = separator(&line.text)
        {
            said = Some(delimiter);
            continue;
        }
        if line.text.trim_matches(|c: char| c.is_whitespace() || DELIMITERS.contains(&c)).is_empty() {
            continue;
        }
        let columns = columns(lines, &line, said)?;
        let known: Vec<String> = columns.columns.iter().map(|name| column_name(name)).collect();
        if required.iter().all(|names| names.iter().any(|name| known.iter().any(|own| own == name))) {
            return Ok(Some(columns));
        }
        passed.push(line);
    }
    // Not there: the first line is what the error speaks of.
    let Some(first) = passed.first().cloned() else { return Ok(None) };
    lines.give_back(passed.split_off(1));
    columns(lines, &first, said).map(Some)
}

/// `sep=;`, by which a spreadsheet says what separates cells.
fn separator(text: &str) -> Option<char> {
    let text = text.trim_start_matches('\u{feff}').trim().trim_matches('"');
    let said = text.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and_then(|_| text[4..].chars().next());
    said.filter(|sign| DELIMITERS.contains(sign))
}

/// The cells of a line, and of the next ones while a quote is open.
fn columns<R: Read>(lines: &mut Lines<R>, first: &Line, said: Option<char>) -> Result<Found, ImportError> {
    let text = first.text.trim_start_matches('\u{feff}');
    let delimiter = said.unwrap_or_else(|| delimiter(text));
    let mut scanner = Scanner::new(delimiter);
    let mut standing = scanner.line(text);
    let mut read = Vec::new();
    while standing == Standing::Open && read.len() < MAX_LINES {
        let Some(next) = lines.next_line()? else { break };
        standing = scanner.line(&next.text);
        read.push(next);
    }
    if standing == Standing::Open {
        lines.give_back(read);
        return Ok(Found { delimiter, columns: super::scan::plain(text, delimiter) });
    }
    Ok(Found { delimiter, columns: scanner.finish() })
}

/// What separates the cells of a header: the sign that is there most often, outside quotes.
fn delimiter(header: &str) -> char {
    let outside: String = header.split('"').step_by(2).collect();
    let count = |sign: &char| outside.matches(*sign).count();
    // The last of several that are there as often: the first of the list.
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(';')
}
