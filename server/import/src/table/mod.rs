//! A CSV with a header, read record by record; used by the parsers of this folder.
//!
//! `;`, `,`, tab or `|` by what the header holds, or by a line `sep=;` before it; columns are found by name,
//! whatever their order, case, accents and spaces; encodings and ends of lines as [`lines`] says; line breaks
//! inside quotes. A [`feed`](Table::feed) comes from people who make mistakes: a record that is not whole is
//! told with its line, and never takes another one with it. An official file ([`Table::open`]) is taken as
//! it stands.

mod cell;
mod header;
mod lines;
mod scan;

pub use cell::{business_phone, commune_code, day, decimals_off, flag, postcode, reference, whole_number};
pub use header::column_name;

use crate::ImportError;
use crate::input::MAX_RECORD;
use lines::{Line, Lines};
use scan::{Scanner, Standing, plain, shape};
use std::collections::BTreeSet;
use std::io::Read;

/// How often, behind one broken record, the end of another quote is looked for: it may be far away.
const MAX_LOOKS: u32 = 64;
/// Shapes of references that are remembered.
const MAX_SHAPES: usize = 64;
/// The longest cell that could be a reference, in bytes.
const MAX_NAME: usize = 400;

/// An open table.
pub struct Table<R> {
    what: String,
    lines: Lines<R>,
    delimiter: char,
    columns: Vec<String>,
    names: Vec<String>,
    known: Option<Known>,
}

/// What is known of the records of a feed.
struct Known {
    /// The column that names a record.
    key: usize,
    /// Shapes of the names seen so far.
    shapes: BTreeSet<String>,
    /// The fewest cells of a whole record: columns without a name may be left out.
    width: usize,
}

/// One record: its line and its cells, trimmed.
pub struct Row {
    /// Line on which it begins, from 1.
    pub line: u64,
    cells: Vec<String>,
}

/// Lines of a feed that are no whole record.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// The first of them, from 1.
    pub line: u64,
    /// What is wrong and how to mend it.
    pub reason: String,
    /// All that may be a reference in them.
    pub named: Vec<String>,
}

/// What [`Table::next_record`] found.
pub enum Record {
    /// A whole record.
    Row(Row),
    /// Something else.
    Broken(Broken),
}

impl Row {
    /// The cell of a column; empty where there is none.
    #[must_use]
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The cell of a column that may be absent; `None` where it is empty.
    #[must_use]
    pub fn find(&self, column: Option<usize>) -> Option<&str> {
        column.map(|c| self.get(c)).filter(|cell| !cell.is_empty())
    }
}

impl<R: Read> Table<R> {
    /// Reads the header of an official file: its first line. `what` names the file in errors.
    ///
    /// # Errors
    /// When there is no header or it cannot be read.
    pub fn open(what: &str, input: R) -> Result<Self, ImportError> {
        Self::found(what, input, &[])
    }

    /// Reads the header of a feed: the first line with all required columns. Each of `columns` has several names
    /// (in [`column_name`]'s form); `required` are first names of some. The first of them names a record.
    ///
    /// # Errors
    /// When there is no header, a required column is missing, or the file cannot be read.
    pub fn feed(what: &str, input: R, columns: &[&[&str]], required: &[&str]) -> Result<Self, ImportError> {
        let needed: Vec<&[&str]> = columns.iter().copied().filter(|names| required.contains(&names[0])).collect();
        let mut table = Self::found(what, input, &needed)?;
        if let Some(missing) = needed.iter().find(|names| table.column(names).is_none()) {
            return Err(ImportError::MissingColumn {
                what: what.to_owned(),
                missing: missing[0].to_owned(),
                found: table.columns.join(", "),
                expected: columns.iter().map(|names| names[0]).collect::<Vec<_>>().join(", "),
            });
        }
        let key = needed.first().and_then(|names| table.column(names)).unwrap_or(0);
        let width = table.columns.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        table.known = Some(Known { key, shapes: BTreeSet::new(), width });
        Ok(table)
    }

    fn found(what: &str, input: R, required: &[&[&str]]) -> Result<Self, ImportError> {
        let mut lines = Lines::new(what, input);
        let Some(found) = header::find(&mut lines, required)? else {
            return Err(ImportError::Empty { what: what.to_owned() });
        };
        let names = found.columns.iter().map(|c| column_name(c)).collect();
        let (delimiter, columns) = (found.delimiter, found.columns);
        Ok(Self { what: what.to_owned(), lines, delimiter, columns, names, known: None })
    }

    /// The columns as the file writes them.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The place of the first column that has one of these names (in [`column_name`]'s form).
    #[must_use]
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|c| c == name))
    }

    /// [`Table::column`] for one that must be there.
    ///
    /// # Errors
    /// Which is missing, what was found, what is understood.
    pub fn require(&self, names: &[&str]) -> Result<usize, ImportError> {
        self.column(names).ok_or_else(|| ImportError::MissingColumn {
            what: self.what.clone(),
            missing: names.first().copied().unwrap_or_default().to_owned(),
            found: self.columns.join(", "),
            expected: names.join(", "),
        })
    }

    /// The next record of an official file; empty lines are passed over.
    ///
    /// # Errors
    /// When the file cannot be read on, ends inside quotes, or a record is too large.
    pub fn next_row(&mut self) -> Result<Option<Row>, ImportError> {
        while let Some(first) = self.lines.next_line()? {
            let line = first.number;
            let mut scanner = Scanner::new(self.delimiter);
            let mut standing = scanner.line(&first.text);
            let mut size = first.text.len();
            while standing == Standing::Open {
                let Some(next) = self.lines.next_line()? else { return Err(self.cut(line)) };
                size += next.text.len();
                if size > MAX_RECORD {
                    return Err(ImportError::TooLong { what: self.what.clone(), line, max_mb: MAX_RECORD >> 20 });
                }
                standing = scanner.line(&next.text);
            }
            let cells = scanner.finish();
            if cells.iter().any(|cell| !cell.is_empty()) {
                return Ok(Some(Row { line, cells }));
            }
        }
        Ok(None)
    }

    /// The next record of a feed, whole or not; empty lines are passed over.
    ///
    /// # Errors
    /// When the file cannot be read on, or ends in the middle of a record.
    pub fn next_record(&mut self) -> Result<Option<Record>, ImportError> {
        while let Some(first) = self.lines.next_line()? {
            if first.text.chars().all(|c| c == self.delimiter || c == '"' || c.is_whitespace()) {
                continue;
            }
            let mut scanner = Scanner::new(self.delimiter);
            let closed = match scanner.line(&first.text) {
                // « "Le Bistrot" de Lille » is whole; with one quote more it goes on, nobody knows how far.
                Standing::Whole => !scanner.is_loose() || first.text.matches('"').count().is_multiple_of(2),
                Standing::Open => self.close_quote(&first, &mut scanner)?.is_some(),
            };
            return if closed { self.whole(&first, scanner).map(Some) } else { self.recover(&first).map(Some) };
        }
        Ok(None)
    }

    /// Reads on to the end of an open quote, and answers the lines that were read. `None`, with nothing read,
    /// where it is a mistake: it has no end, something stands behind the end, or a line in between is a record
    /// of its own.
    fn close_quote(&mut self, first: &Line, scanner: &mut Scanner) -> Result<Option<Vec<Line>>, ImportError> {
        let own = shape(&self.key(&plain(&first.text, self.delimiter)));
        let (mut read, mut size) = (Vec::new(), 0);
        let closed = loop {
            let Some(next) = self.lines.next_line()? else { break false };
            let record = self.is_record(&next.text, &own);
            size += next.text.len();
            let standing = scanner.line(&next.text);
            read.push(next);
            if record || scanner.is_loose() || size > MAX_RECORD {
                break false;
            }
            if standing == Standing::Whole {
                break true;
            }
        };
        if closed {
            return Ok(Some(read));
        }
        self.lines.give_back(read);
        Ok(None)
    }

    /// A record whose quotes are closed: a row, unless cells are missing or too many.
    fn whole(&mut self, first: &Line, scanner: Scanner) -> Result<Record, ImportError> {
        let loose = scanner.is_loose();
        let mut cells = scanner.finish();
        let width = self.columns.len();
        if loose && cells.len() != width {
            let otherwise = plain(&first.text, self.delimiter);
            if otherwise.len() == width {
                cells = otherwise;
            }
        }
        let (found, key) = (cells.len(), self.key(&cells));
        let Some(known) = &mut self.known else { return Ok(Record::Row(Row { line: first.number, cells })) };
        if found < known.width {
            // The last line of a file that ends in the middle of a record like the others.
            if first.last && known.shapes.contains(&shape(&key)) {
                return Err(self.cut(first.number));
            }
            let reason = format!(
                "{found} cellules pour {width} colonnes : la ligne est coupée, ou un texte contient un retour à la ligne \
                 sans guillemets autour"
            );
            let named = names(cells.into_iter().chain(plain(&first.text, self.delimiter)));
            return Ok(Record::Broken(Broken { line: first.number, reason, named }));
        }
        if cells.iter().skip(width).any(|cell| !cell.is_empty()) {
            let reason = format!(
                "{found} cellules pour {width} colonnes : mettez entre guillemets les textes qui contiennent le séparateur"
            );
            let named = names(cells.into_iter().chain(plain(&first.text, self.delimiter)));
            return Ok(Record::Broken(Broken { line: first.number, reason, named }));
        }
        if !key.is_empty() && known.shapes.len() < MAX_SHAPES {
            known.shapes.insert(shape(&key));
        }
        Ok(Record::Row(Row { line: first.number, cells }))
    }

    /// Passes over what an open quote may belong to: up to the next line that is certainly a record.
    fn recover(&mut self, first: &Line) -> Result<Record, ImportError> {
        let mut named = names(plain(&first.text, self.delimiter));
        let mut last = first.number;
        let (mut cut, mut size, mut looks) = (first.last, 0, 0);
        loop {
            let Some(next) = self.lines.next_line()? else {
                // Nothing but the rest of a record follows: the end of the file is missing.
                if cut || last > first.number {
                    return Err(self.cut(last));
                }
                break;
            };
            if let Some(mut read) = self.begins_record(&next, &mut looks)? {
                read.insert(0, next);
                self.lines.give_back(read);
                break;
            }
            (last, cut) = (next.number, next.last);
            named.extend(names(plain(&next.text, self.delimiter)));
            size += next.text.len();
            if size > MAX_RECORD {
                let (what, line) = (self.what.clone(), first.number);
                return Err(ImportError::TooLong { what, line, max_mb: MAX_RECORD >> 20 });
            }
        }
        let until = if last > first.number { format!(" (jusqu'à la ligne {last})") } else { String::new() };
        let reason = format!(
            "un guillemet s'ouvre et n'est pas fermé{until} : retirez-le, ou doublez-le et mettez la cellule entre guillemets"
        );
        Ok(Record::Broken(Broken { line: first.number, reason, named }))
    }

    /// Whether a line, within an open quote of the record `own`, is a record of its own: all its cells are there,
    /// and it is named as `own` or the others are.
    fn is_record(&self, text: &str, own: &str) -> bool {
        let mut scanner = Scanner::new(self.delimiter);
        let whole = scanner.line(text) == Standing::Whole && !scanner.is_loose();
        let cells = if whole { scanner.finish() } else { plain(text, self.delimiter) };
        cells.len() == self.columns.len() && self.is_named(&cells, own)
    }

    /// Whether the reading can begin again on a line: what begins here is certainly a record. Answers the lines that
    /// it goes on with.
    fn begins_record(&mut self, line: &Line, looks: &mut u32) -> Result<Option<Vec<Line>>, ImportError> {
        let mut scanner = Scanner::new(self.delimiter);
        let mut read = Vec::new();
        if scanner.line(&line.text) == Standing::Open {
            let cells = plain(&line.text, self.delimiter);
            if !self.is_named(&cells, "") || *looks == MAX_LOOKS {
                return Ok(None);
            }
            *looks += 1;
            match self.close_quote(line, &mut scanner)? {
                Some(lines) => read = lines,
                // A record of its own, with a mistake of its own.
                None => return Ok((cells.len() == self.columns.len()).then(Vec::new)),
            }
        }
        let loose = scanner.is_loose();
        let cells = scanner.finish();
        if !loose && cells.len() == self.columns.len() && self.is_named(&cells, "") {
            return Ok(Some(read));
        }
        self.lines.give_back(read);
        Ok(None)
    }

    /// Whether a record is named as those before it, or as `own`; anything will do while none is known.
    fn is_named(&self, cells: &[String], own: &str) -> bool {
        let Some(known) = &self.known else { return false };
        let key = shape(&self.key(cells));
        let alike = own == key || known.shapes.contains(&key);
        !key.is_empty() && (alike || (known.shapes.is_empty() && own.is_empty()))
    }

    fn key(&self, cells: &[String]) -> String {
        let at = self.known.as_ref().map_or(0, |known| known.key);
        cells.get(at).map(|cell| cell.trim_matches('"').to_owned()).unwrap_or_default()
    }

    fn cut(&self, line: u64) -> ImportError {
        ImportError::Cut { what: self.what.clone(), line }
    }
}

/// The cells that may be a reference.
fn names(cells: impl IntoIterator<Item = String>) -> Vec<String> {
    let plain = cells.into_iter().map(|cell| cell.trim_matches('"').trim().to_owned());
    plain.filter(|cell| !cell.is_empty() && cell.len() <= MAX_NAME).collect()
}

#[cfg(test)]
mod tests;
