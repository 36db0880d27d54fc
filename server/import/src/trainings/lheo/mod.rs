//! LHEO 2.x (<https://lheo.gouv.fr>): `lheo/offres/formation`, and the answers of a search, `lheo-index/resume-offre`.
//! Namespaces differ from version to version and are not looked at. Read element by element, never the whole file.

mod fields;
mod tree;

use crate::resolve::Reference;
use crate::{ImportError, rejection};
use domain::import::Rejection;
use domain::training::Training;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::VecDeque;
use std::io::{self, BufRead, Read};
use tree::Node;

/// What the file is called in errors.
const WHAT: &str = "formations (LHEO)";
/// The largest record, in bytes of text: beyond it the file is something else.
const MAX_RECORD: usize = 8 << 20;

/// The records of a file.
pub(super) struct Records<R> {
    reader: Reader<Lines<R>>,
    buffer: Vec<u8>,
    /// Trainings of the record that was read last: a `formation` has one for each `action`.
    ready: VecDeque<Result<Training, Rejection>>,
    /// Whether the root was one of ours.
    known: bool,
    depth: usize,
}

impl<R: BufRead> Records<R> {
    pub(super) fn open(input: R) -> Self {
        let reader = Reader::from_reader(Lines { inner: input, line: 1 });
        Self { reader, buffer: Vec::new(), ready: VecDeque::new(), known: false, depth: 0 }
    }

    /// The next training; `None` at the end.
    pub(super) fn next(
        &mut self,
        source: &str,
        reference: &Reference,
    ) -> Result<Option<Result<Training, Rejection>>, ImportError> {
        loop {
            if let Some(ready) = self.ready.pop_front() {
                return Ok(Some(ready));
            }
            let line = self.reader.get_ref().line;
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| broken(line, error))?;
            match event {
                Event::Start(start) => {
                    let name = start.local_name().as_ref().to_owned();
                    if self.depth == 0 {
                        self.known = matches!(name.as_str(), "lheo" | "lheo-index");
                        if !self.known {
                            let expected = "un document LHEO (lheo ou lheo-index)";
                            return Err(ImportError::NotThis { what: WHAT.to_owned(), expected });
                        }
                    }
                    if matches!(name.as_str(), "formation" | "resume-offre") {
                        let record = Node::new(name, &start);
                        let record = self.record(record)?;
                        self.ready = fields::trainings(source, &record, line, reference).into();
                    } else {
                        self.depth += 1;
                    }
                }
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                Event::Eof if !self.known => return Err(ImportError::Empty { what: WHAT.to_owned() }),
                Event::Eof if self.depth > 0 => return Err(ImportError::Cut { what: WHAT.to_owned(), line }),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// Reads the rest of a record.
    fn record(&mut self, record: Node) -> Result<Node, ImportError> {
        let mut open = vec![record];
        let mut size = 0;
        loop {
            let line = self.reader.get_ref().line;
            self.buffer.clear();
            match self.reader.read_event_into(&mut self.buffer).map_err(|error| broken(line, error))? {
                Event::Start(start) => {
                    let name = start.local_name().as_ref().to_owned();
                    open.push(Node::new(name, &start));
                }
                Event::Empty(start) => {
                    let name = start.local_name().as_ref().to_owned();
                    let node = Node::new(name, &start);
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(node);
                    }
                }
                Event::Text(text) => put(&mut open, &text),
                Event::CData(text) => put(&mut open, &text),
                Event::GeneralRef(name) => put(&mut open, &tree::entity(&name)),
                Event::End(_) => {
                    let Some(done) = open.pop() else { return Err(cut(line)) };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(done),
                        None => return Ok(done),
                    }
                }
                Event::Eof => return Err(cut(line)),
                _ => {}
            }
            size += self.buffer.len();
            if size > MAX_RECORD {
                return Err(ImportError::TooLong { what: WHAT.to_owned(), line, max_mb: MAX_RECORD >> 20 });
            }
        }
    }
}

fn put(open: &mut [Node], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

fn cut(line: u64) -> ImportError {
    ImportError::Cut { what: WHAT.to_owned(), line }
}

fn broken(line: u64, error: quick_xml::Error) -> ImportError {
    match error {
        quick_xml::Error::Syntax(_) => cut(line),
        other => ImportError::Read { what: WHAT.to_owned(), line, source: io::Error::other(other) },
    }
}

/// A record that is not taken.
fn wrong(line: u64, id: &str, field: &str, why: impl Into<String>) -> Rejection {
    rejection(line, Some(id).filter(|id| !id.is_empty()), field, why)
}

/// A reader that knows on which line it is.
struct Lines<R> {
    inner: R,
    line: u64,
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        self.line += out[..n].iter().filter(|byte| **byte == b'\n').count() as u64;
        Ok(n)
    }
}

impl<R: BufRead> BufRead for Lines<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // What is consumed was filled before: asking again reads nothing.
        let lines =
            self.inner.fill_buf().map_or(0, |all| all.iter().take(amount).filter(|byte| **byte == b'\n').count());
        self.line += lines as u64;
        self.inner.consume(amount);
    }
}
