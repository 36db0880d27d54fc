//! Cuts a stream of JSON into records without loading it: a search envelope `{"resultats":[…]}`,
//! an array, or one object a line. Used by [`super`] only.
//!
//! A wrong line of a file with one object a line is one wrong record. In an array there is no way
//! to know where the next record begins, so a file that is broken there ends the reading.

use crate::ImportError;
use crate::input::MAX_RECORD;
use std::io::BufRead;

/// What errors call the file.
const WHAT: &str = "offres (JSON)";
/// The list's name in the envelope.
const LIST: &[u8] = b"\"resultats\"";

/// Where in the file we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Before the first record.
    Start,
    /// Between the records of an array.
    Array,
    /// At the start of a line, or after a first record.
    Lines,
    /// After the array.
    End,
}

/// Records of a file, as bytes.
pub(super) struct JsonRecords<R> {
    input: R,
    mode: Mode,
    line: u64,
    rank: u64,
    record: Vec<u8>,
}

/// How the reading of one value ended.
#[derive(PartialEq, Eq)]
enum Scan {
    /// The value is complete.
    Whole,
    /// It was the envelope: the list begins.
    List,
    /// A line that is not complete, in a file with one object a line.
    Broken,
}

impl<R: BufRead> JsonRecords<R> {
    /// Looks at the first character.
    pub(super) fn open(input: R) -> Result<Self, ImportError> {
        let mut records = Self { input, mode: Mode::Start, line: 1, rank: 0, record: Vec::new() };
        match records.next_sign()? {
            None => Err(ImportError::Empty { what: WHAT.to_owned() }),
            Some(b'[') => {
                records.bump();
                records.mode = Mode::Array;
                Ok(records)
            }
            Some(b'{') => Ok(records),
            Some(_) => Err(ImportError::NotThis {
                what: WHAT.to_owned(),
                expected: "du JSON de France Travail ({\"resultats\":[…]}, un tableau, ou un objet par ligne)",
            }),
        }
    }

    /// The next record and its line (its rank, in an array).
    pub(super) fn next_record(&mut self) -> Result<Option<(u64, &[u8])>, ImportError> {
        let at = match self.mode {
            Mode::Start => self.first()?,
            Mode::Array => self.of_array()?,
            Mode::Lines => self.of_line()?,
            Mode::End => None,
        };
        Ok(at.map(|at| (at, self.record.as_slice())))
    }

    fn first(&mut self) -> Result<Option<u64>, ImportError> {
        let line = self.line;
        match self.value(true)? {
            Scan::Whole | Scan::Broken => {
                self.mode = Mode::Lines;
                Ok(Some(line))
            }
            Scan::List => {
                self.mode = Mode::Array;
                self.of_array()
            }
        }
    }

    fn of_array(&mut self) -> Result<Option<u64>, ImportError> {
        loop {
            match self.next_sign()? {
                None => return Err(ImportError::Cut { what: WHAT.to_owned(), line: self.line }),
                Some(b',') => self.bump(),
                Some(b']') => {
                    self.mode = Mode::End;
                    return Ok(None);
                }
                Some(_) => {
                    self.rank += 1;
                    self.value(false)?;
                    return Ok(Some(self.rank));
                }
            }
        }
    }

    fn of_line(&mut self) -> Result<Option<u64>, ImportError> {
        while let Some(sign) = self.next_sign()? {
            if sign == b',' {
                self.bump();
                continue;
            }
            let line = self.line;
            self.record.clear();
            loop {
                let chunk = self.input.fill_buf().map_err(|source| failed(line, source))?;
                let (len, ends) = match chunk.iter().position(|b| *b == b'\n') {
                    Some(at) => (at + 1, true),
                    None => (chunk.len(), chunk.is_empty()),
                };
                self.record.extend_from_slice(&chunk[..len]);
                self.input.consume(len);
                check(self.record.len(), line)?;
                if ends {
                    self.line += 1;
                    break;
                }
            }
            return Ok(Some(line));
        }
        Ok(None)
    }

    /// Reads one value into `record`. With `first`, watches for the envelope and for a broken line.
    fn value(&mut self, first: bool) -> Result<Scan, ImportError> {
        let begins = self.line;
        self.record.clear();
        let mut state = Scanner { first, ..Scanner::default() };
        loop {
            let chunk = self.input.fill_buf().map_err(|source| failed(self.line, source))?;
            if chunk.is_empty() {
                return Err(ImportError::Cut { what: WHAT.to_owned(), line: self.line });
            }
            let mut used = 0;
            let mut outcome = None;
            for byte in chunk {
                match state.step(*byte, &self.record) {
                    Step::Take => self.record.push(*byte),
                    Step::Last(scan) => {
                        self.record.push(*byte);
                        used += 1;
                        outcome = Some(scan);
                        break;
                    }
                    Step::Before(scan) => {
                        outcome = Some(scan);
                        break;
                    }
                }
                if *byte == b'\n' {
                    self.line += 1;
                }
                used += 1;
            }
            self.input.consume(used);
            check(self.record.len(), begins)?;
            if let Some(scan) = outcome {
                return Ok(scan);
            }
        }
    }

    /// The next byte that is no white space, not consumed.
    fn next_sign(&mut self) -> Result<Option<u8>, ImportError> {
        loop {
            let line = self.line;
            let chunk = self.input.fill_buf().map_err(|source| failed(line, source))?;
            if chunk.is_empty() {
                return Ok(None);
            }
            let blank = chunk.iter().position(|b| !b.is_ascii_whitespace());
            let skipped = blank.unwrap_or(chunk.len());
            self.line += chunk[..skipped].iter().filter(|b| **b == b'\n').count() as u64;
            let sign = blank.map(|at| chunk[at]);
            self.input.consume(skipped);
            if sign.is_some() {
                return Ok(sign);
            }
        }
    }

    fn bump(&mut self) {
        self.input.consume(1);
    }
}

fn failed(line: u64, source: std::io::Error) -> ImportError {
    ImportError::reading(WHAT, line, source)
}

fn check(len: usize, line: u64) -> Result<(), ImportError> {
    if len > MAX_RECORD {
        return Err(ImportError::TooLong { what: WHAT.to_owned(), line, max_mb: MAX_RECORD >> 20 });
    }
    Ok(())
}

/// Follows the nesting of one value, byte by byte.
#[derive(Default)]
struct Scanner {
    first: bool,
    depth: u32,
    in_string: bool,
    escaped: bool,
    /// The last byte that is no white space, outside strings (`"` for the end of a string).
    before: u8,
    /// Where the last string of the outermost object begins in the record.
    string_from: usize,
    /// Whether the last string of the outermost object is the list's name.
    names_list: bool,
}

enum Step {
    Take,
    Last(Scan),
    Before(Scan),
}

impl Scanner {
    fn step(&mut self, byte: u8, record: &[u8]) -> Step {
        if self.in_string {
            match byte {
                // No string of JSON holds a line break, not even behind a backslash: the line is broken off.
                b'\n' if self.first => return Step::Last(Scan::Broken),
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => {
                    self.in_string = false;
                    self.before = b'"';
                    if self.depth == 1 {
                        self.names_list = record.get(self.string_from..).is_some_and(|s| s == &LIST[..LIST.len() - 1]);
                    } else if self.depth == 0 {
                        return Step::Last(Scan::Whole);
                    }
                }
                _ => {}
            }
            return Step::Take;
        }
        match byte {
            b'"' => {
                self.in_string = true;
                self.string_from = record.len();
            }
            b'{' | b'[' => {
                let envelope = byte == b'[' && self.before == b':' && self.names_list;
                if self.first && self.depth == 1 && envelope {
                    return Step::Last(Scan::List);
                }
                // Inside an object a brace stands only after a colon: this is the next line's.
                if self.first && self.depth == 1 && byte == b'{' && self.before != b':' {
                    return Step::Before(Scan::Broken);
                }
                self.depth += 1;
            }
            // A stray brace is a wrong record of its own, so that the reading moves on.
            b'}' if self.depth == 0 && record.is_empty() => {}
            b'}' | b']' if self.depth == 0 => return Step::Before(Scan::Whole),
            b'}' | b']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    return Step::Last(Scan::Whole);
                }
            }
            // A bare value in an array.
            b',' if self.depth == 0 => return Step::Before(Scan::Whole),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            self.before = byte;
        }
        Step::Take
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::BufReader;

    fn all(text: &[u8], capacity: usize) -> (Vec<(u64, String)>, Option<ImportError>) {
        let mut out = Vec::new();
        let mut records = match JsonRecords::open(BufReader::with_capacity(capacity, text)) {
            Ok(records) => records,
            Err(error) => return (out, Some(error)),
        };
        loop {
            match records.next_record() {
                Ok(Some((at, bytes))) => out.push((at, String::from_utf8_lossy(bytes).trim().to_owned())),
                Ok(None) => return (out, None),
                Err(error) => return (out, Some(error)),
            }
        }
    }

    fn whole(text: &str) -> Vec<(u64, String)> {
        let (records, error) = all(text.as_bytes(), 7);
        assert!(error.is_none(), "{error:?}");
        records
    }

    #[test]
    fn the_three_shapes_give_the_same_records() {
        let (a, b) = (r#"{"id":"1","t":"}\"]","r":["resultats"],"l":{"x":[1]}}"#, r#"{"id":"2"}"#);
        let with = |first: u64| vec![(first, a.to_owned()), (first + 1, b.to_owned())];
        assert_eq!(whole(&format!("{a}\n{b}\n")), with(1));
        assert_eq!(whole(&format!("{a}\n\n{b}")), vec![(1, a.to_owned()), (3, b.to_owned())]);
        assert_eq!(whole(&format!("[{a},{b}]")), with(1));
        assert_eq!(whole(&format!("\n[\n {a},\n {b}\n]\n")), with(1));
        assert_eq!(
            whole(&format!("{{\"filtresPossibles\":[{{\"x\":[1]}}],\"resultats\" : [{a},{b}],\"z\":1}}")),
            with(1)
        );
        assert_eq!(whole("[]"), vec![]);
        assert_eq!(whole("{\"resultats\":[]}"), vec![]);
    }

    #[test]
    fn a_wrong_line_does_not_take_the_next_ones_with_it() {
        let found = whole("{\"id\":\"1\",\n{\"id\":\"2\"}\nnot json\n{\"id\":\"4\n{\"id\":\"5\"}\n");
        let lines: Vec<u64> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 2, 3, 4, 5]);
        assert_eq!(found[1].1, "{\"id\":\"2\"}");
        assert_eq!(found[4].1, "{\"id\":\"5\"}");
    }

    #[test]
    fn a_file_that_is_cut_says_so() {
        assert!(matches!(all(b"[{\"id\":1},", 9).1, Some(ImportError::Cut { .. })));
        assert!(matches!(all(b"{\"resultats\":[{\"id\":1", 9).1, Some(ImportError::Cut { .. })));
        assert!(matches!(all(b"", 9).1, Some(ImportError::Empty { .. })));
        assert!(matches!(all(b"id;titre\n1;x", 9).1, Some(ImportError::NotThis { .. })));
        let mut huge = b"[{\"a\":\"".to_vec();
        huge.resize(MAX_RECORD + 100_000, b'x');
        assert!(matches!(all(&huge, 8192).1, Some(ImportError::TooLong { line: 1, .. })));
    }

    #[test]
    fn bare_values_in_an_array_are_records_of_their_own() {
        let found: Vec<String> = whole("[1, \"a,b\", null, {\"id\":1}, [2,3]]").into_iter().map(|(_, r)| r).collect();
        assert_eq!(found, ["1", "\"a,b\"", "null", "{\"id\":1}", "[2,3]"]);
    }

    proptest! {
        #[test]
        fn no_bytes_panic_and_the_reading_ends(text in "[\\[\\]{},:\"\\\\a1 \\n]{0,60}", capacity in 1usize..9) {
            let (records, _) = all(text.as_bytes(), capacity);
            prop_assert!(records.len() <= text.len());
        }
    }
}
