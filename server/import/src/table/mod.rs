//! A CSV with a header, read record by record; used by the parsers of this folder.
//!
//! `;`, `,` or tab by what the header holds; columns are found by name, whatever their order, case,
//! accents and spaces; UTF-8 or Windows-1252 by record; line breaks inside quotes; a record that is
//! larger than [`MAX_RECORD`] ends the reading instead of filling the memory.

use crate::ImportError;
use crate::input::{MAX_RECORD, decode};
use csv::{ByteRecord, ReaderBuilder};
use domain::text::fold;
use std::collections::VecDeque;
use std::io::{self, Cursor, Read};

/// The largest header, in bytes.
const MAX_HEADER: usize = 64 << 10;
/// What the csv reader may have read ahead.
const READ_AHEAD: u64 = 64 << 10;

/// An open table.
pub struct Table<R> {
    what: String,
    reader: csv::Reader<Guarded<io::Chain<Cursor<Vec<u8>>, R>>>,
    columns: Vec<String>,
    names: Vec<String>,
    record: ByteRecord,
}

/// One record: its line and its cells, trimmed.
pub struct Row {
    /// Line on which it begins, from 1.
    pub line: u64,
    cells: Vec<String>,
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

    /// How many cells there are.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells.len()
    }
}

impl<R: Read> Table<R> {
    /// Reads the header. `what` names the file in errors.
    ///
    /// # Errors
    /// When there is no header or it cannot be read.
    pub fn open(what: &str, mut input: R) -> Result<Self, ImportError> {
        let failed = |line, source| ImportError::Read { what: what.to_owned(), line, source };
        let mut head = Vec::new();
        let mut byte = [0u8; 1024];
        while head.len() < MAX_HEADER && !head.contains(&b'\n') {
            match input.read(&mut byte).map_err(|e| failed(1, e))? {
                0 => break,
                n => head.extend_from_slice(&byte[..n]),
            }
        }
        if head.starts_with(b"\xef\xbb\xbf") {
            head.drain(..3);
        }
        let delimiter = delimiter(head.split(|b| *b == b'\n').next().unwrap_or_default());
        let guarded = Guarded::new(Cursor::new(head).chain(input));
        let mut reader =
            ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(guarded);
        let mut record = ByteRecord::new();
        let there = reader.read_byte_record(&mut record).map_err(|e| failed(1, into_io(e)))?;
        if !there || record.iter().all(<[u8]>::is_empty) {
            return Err(ImportError::Empty { what: what.to_owned() });
        }
        let columns: Vec<String> = cells(&record);
        let names = columns.iter().map(|c| column_name(c)).collect();
        Ok(Self { what: what.to_owned(), reader, columns, names, record })
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

    /// The next record; empty lines are passed over.
    ///
    /// # Errors
    /// When the file cannot be read on, or a record is too large.
    pub fn next_row(&mut self) -> Result<Option<Row>, ImportError> {
        loop {
            let begins = self.reader.position().byte();
            self.reader.get_mut().allowed = begins + MAX_RECORD as u64 + READ_AHEAD;
            let read = self.reader.read_byte_record(&mut self.record);
            let line = self.reader.get_mut().line_after(begins);
            match read {
                Ok(false) => return Ok(None),
                Ok(true) => {
                    let cells = cells(&self.record);
                    if cells.iter().any(|c| !c.is_empty()) {
                        return Ok(Some(Row { line, cells }));
                    }
                }
                Err(error) => {
                    let (what, source) = (self.what.clone(), into_io(error));
                    return Err(if source.kind() == io::ErrorKind::FileTooLarge {
                        ImportError::TooLong { what, line, max_mb: MAX_RECORD >> 20 }
                    } else {
                        ImportError::Read { what, line, source }
                    });
                }
            }
        }
    }
}

/// The form in which column names are compared: folded, words joined by `_`.
#[must_use]
pub fn column_name(text: &str) -> String {
    domain::text::words(&fold(text)).join("_")
}

fn cells(record: &ByteRecord) -> Vec<String> {
    // One decision for the whole record: see `input::decode`.
    let utf8 = std::str::from_utf8(record.as_slice()).is_ok();
    record
        .iter()
        .map(|cell| if utf8 { String::from_utf8_lossy(cell).trim().to_owned() } else { decode_1252(cell) })
        .collect()
}

fn decode_1252(cell: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell).0.trim().to_owned()
}

/// What separates the cells of a header: the sign that is there most often, outside quotes.
fn delimiter(header: &[u8]) -> u8 {
    let header = decode(header);
    let outside: String = header.split('"').step_by(2).collect();
    let count = |sign: char| outside.matches(sign).count();
    [(';', b';'), (',', b','), ('\t', b'\t')]
        .into_iter()
        .rev()
        .max_by_key(|(sign, _)| count(*sign))
        .map_or(b';', |(_, b)| b)
}

fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A reader that stops when more was read than is allowed so far, and knows on which line it is.
/// The csv reader's own count is off after empty lines and with `\r\n`.
struct Guarded<R> {
    inner: R,
    read: u64,
    allowed: u64,
    /// Lines with something on them that no record was taken from yet: where that ends, and their number.
    lines: VecDeque<(u64, u64)>,
    /// The line that is being read, from 1, and where what is on it ends so far.
    line: u64,
    content_end: Option<u64>,
}

impl<R> Guarded<R> {
    fn new(inner: R) -> Self {
        let allowed = MAX_RECORD as u64 + READ_AHEAD;
        Self { inner, read: 0, allowed, lines: VecDeque::new(), line: 1, content_end: None }
    }

    /// The first line with something on it after this many bytes.
    fn line_after(&mut self, bytes: u64) -> u64 {
        while self.lines.front().is_some_and(|(end, _)| *end <= bytes) {
            self.lines.pop_front();
        }
        self.lines.front().map_or(self.line, |(_, line)| *line)
    }
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.read > self.allowed {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let n = self.inner.read(buffer)?;
        for byte in &buffer[..n] {
            self.read += 1;
            match byte {
                b'\n' => {
                    self.lines.extend(self.content_end.take().map(|end| (end, self.line)));
                    self.line += 1;
                }
                b'\r' => {}
                _ => self.content_end = Some(self.read),
            }
        }
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        let mut table = Table::open("essai", bytes).unwrap();
        let mut out = Vec::new();
        while let Some(row) = table.next_row().unwrap() {
            out.push((row.line, row.cells));
        }
        out
    }

    #[test]
    fn separators_encodings_and_line_breaks() {
        let expected = vec![(2, vec!["1".to_owned(), "é\nà".to_owned()]), (5, vec!["2".to_owned(), "b".to_owned()])];
        assert_eq!(rows("\u{feff}id;Texte\n1;\"é\nà\"\n\n2; b \n".as_bytes()), expected);
        assert_eq!(rows("id,Texte\r\n1,\"é\nà\"\r\n\r\n2,b".as_bytes()), expected);
        assert_eq!(rows("id,Texte\r\n1,\"é\nà\"\r\n\r\n2,b\r\n".as_bytes()), expected);
        assert_eq!(rows(b"id\tTexte\n1\t\"\xe9\n\xe0\"\n\n2\tb\n"), expected);
    }

    #[test]
    fn columns_are_found_whatever_their_case_and_accents() {
        let table = Table::open("essai", "#Code_commune_INSEE;Libellé  du POSTE;\n".as_bytes()).unwrap();
        assert_eq!(table.column(&["code_commune_insee"]), Some(0));
        assert_eq!(table.column(&["nope", "libelle_du_poste"]), Some(1));
        let error = table.require(&["titre"]).unwrap_err().to_string();
        assert!(error.contains("titre") && error.contains("Libellé"), "{error}");
        assert!(Table::open("essai", &b""[..]).is_err());
    }

    #[test]
    fn an_open_quote_does_not_fill_the_memory() {
        let mut bytes = b"id;texte\n1;a\n2;\"".to_vec();
        bytes.resize(12 << 20, b'x');
        let mut table = Table::open("essai", bytes.as_slice()).unwrap();
        assert!(table.next_row().unwrap().is_some());
        let error = table.next_row().map(|_| ()).unwrap_err();
        assert!(matches!(error, ImportError::TooLong { line: 3, .. }), "{error:?}");
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(mut table) = Table::open("essai", bytes.as_slice()) {
                while let Ok(Some(row)) = table.next_row() {
                    prop_assert!(row.line >= 1);
                }
            }
        }
    }
}
