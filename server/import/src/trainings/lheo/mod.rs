//! LHEO 2.x (<https://lheo.gouv.fr>): `lheo/offres/formation`, and the answers of a search, `lheo-index/resume-offre`.
//! Namespaces differ from version to version and are not looked at. Read element by element, never the whole file;
//! in the encoding that the document is in ([`document`]), with the entities that it declares ([`entities`]).

mod document;
mod entities;
mod fields;
mod tree;

use crate::resolve::Reference;
use crate::{BadRecord, ImportError, rejection};
use document::Document;
use domain::import::Rejection;
use domain::training::Training;
use entities::{Entities, Wrong};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::VecDeque;
use std::io::{self, BufRead};
use std::sync::Arc;
use tree::Node;

/// What the file is called in errors.
const WHAT: &str = "formations (LHEO)";
/// The largest record, in bytes of text: beyond it the file is something else.
const MAX_RECORD: usize = 8 << 20;
/// Elements inside each other; LHEO has about ten.
const MAX_DEPTH: usize = 64;

/// The records of a file.
pub(super) struct Records<R: BufRead> {
    reader: Reader<Document<R>>,
    buffer: Vec<u8>,
    entities: Entities,
    /// Trainings of the record that was read last: a `formation` has one for each `action`.
    ready: VecDeque<Result<Training, BadRecord>>,
    /// Whether the root was one of ours.
    known: bool,
    depth: usize,
}

impl<R: BufRead> Records<R> {
    pub(super) fn open(input: R) -> Result<Self, ImportError> {
        let reader = Reader::from_reader(Document::open(WHAT, input)?);
        let entities = Entities::default();
        Ok(Self { reader, buffer: Vec::new(), entities, ready: VecDeque::new(), known: false, depth: 0 })
    }

    /// The line on which the reading is, with room for one more event.
    fn next_line(&mut self) -> u64 {
        self.buffer.clear();
        let document = self.reader.get_mut();
        document.allow(MAX_RECORD);
        document.line
    }

    /// The next training; `None` at the end.
    pub(super) fn next(
        &mut self,
        source: &str,
        reference: &Reference,
    ) -> Result<Option<Result<Training, BadRecord>>, ImportError> {
        loop {
            if let Some(ready) = self.ready.pop_front() {
                return Ok(Some(ready));
            }
            let line = self.next_line();
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| broken(line, error))?;
            match event {
                Event::DocType(doctype) => self.entities.declare(&doctype),
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
                        let record = Node::new(&start, &self.entities).map_err(|why| entity(line, "numero", why))?;
                        let record = self.record(record)?;
                        self.ready = fields::trainings(source, &record, line, reference).into();
                    } else {
                        Node::new(&start, &self.entities).map_err(|why| entity(line, "numero", why))?;
                        self.depth += 1;
                        deep(self.depth, line)?;
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
            let line = self.next_line();
            match self.reader.read_event_into(&mut self.buffer).map_err(|error| broken(line, error))? {
                Event::Start(start) => {
                    open.push(Node::new(&start, &self.entities).map_err(|why| entity(line, "numero", why))?);
                    deep(self.depth + open.len(), line)?;
                }
                Event::Empty(start) => {
                    let node = Node::new(&start, &self.entities).map_err(|why| entity(line, "numero", why))?;
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(node);
                    }
                }
                Event::Text(text) => put(&mut open, &text),
                Event::CData(text) => put(&mut open, &text),
                Event::GeneralRef(name) => {
                    let text = self.entities.text(&name).map_err(|why| entity(line, &name, why))?;
                    size += text.len();
                    put(&mut open, &text);
                }
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

fn deep(depth: usize, line: u64) -> Result<(), ImportError> {
    if depth <= MAX_DEPTH {
        return Ok(());
    }
    Err(ImportError::TooDeep { what: WHAT.to_owned(), line, max: MAX_DEPTH })
}

fn entity(line: u64, name: &str, why: Wrong) -> ImportError {
    let name = name.to_owned();
    match why {
        Wrong::Tag => ImportError::BadTag { what: WHAT.to_owned(), line },
        Wrong::Unknown => ImportError::UnknownEntity { what: WHAT.to_owned(), line, name },
        Wrong::Unsafe => ImportError::UnsafeEntity { what: WHAT.to_owned(), line, name },
    }
}

fn broken(line: u64, error: quick_xml::Error) -> ImportError {
    match error {
        quick_xml::Error::Syntax(_) => cut(line),
        quick_xml::Error::Io(source) if source.kind() == io::ErrorKind::FileTooLarge => {
            ImportError::TooLong { what: WHAT.to_owned(), line, max_mb: MAX_RECORD >> 20 }
        }
        // Shared by the reader of XML; the first one has what went wrong.
        quick_xml::Error::Io(source) => {
            let kind = source.kind();
            ImportError::reading(WHAT, line, Arc::try_unwrap(source).unwrap_or_else(|_| kind.into()))
        }
        other => ImportError::reading(WHAT, line, io::Error::other(other)),
    }
}

/// A record that is not taken.
fn wrong(line: u64, id: &str, field: &str, why: impl Into<String>) -> Rejection {
    rejection(line, Some(id).filter(|id| !id.is_empty()), field, why)
}
