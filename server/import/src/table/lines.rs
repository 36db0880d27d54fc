//! The physical lines of a file, numbered and decoded; used by [`super`] only.

use crate::ImportError;
use crate::input::{EightBit, MAX_RECORD};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};

/// One physical line, without its end.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// From 1.
    pub(super) number: u64,
    pub(super) text: String,
    /// Whether the file ends here, without an end of line.
    pub(super) last: bool,
}

/// How lines end in a file: known once the first one has ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Unknown,
    /// `\n`, or `\r\n`.
    Feed,
    /// `\r` alone, as old programs on the Mac write it.
    Return,
}

/// Reads lines, and takes back those that were read ahead.
pub(super) struct Lines<R> {
    what: String,
    input: BufReader<R>,
    decoder: EightBit,
    ending: Ending,
    number: u64,
    again: VecDeque<Line>,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(what: &str, input: R) -> Self {
        Self {
            what: what.to_owned(),
            input: BufReader::with_capacity(64 << 10, input),
            decoder: EightBit::default(),
            ending: Ending::Unknown,
            number: 0,
            again: VecDeque::new(),
        }
    }

    /// Gives lines back: they come again, in this order, before all others.
    pub(super) fn give_back(&mut self, lines: Vec<Line>) {
        for line in lines.into_iter().rev() {
            self.again.push_front(line);
        }
    }

    /// The next line; `None` at the end of the file.
    ///
    /// # Errors
    /// When the file cannot be read on, or the line is longer than a record may be.
    pub(super) fn next_line(&mut self) -> Result<Option<Line>, ImportError> {
        if let Some(line) = self.again.pop_front() {
            return Ok(Some(line));
        }
        let number = self.number + 1;
        let failed = |source| ImportError::reading(&self.what, number, source);
        let mut bytes = Vec::new();
        let mut ended = false;
        while !ended {
            let chunk = self.input.fill_buf().map_err(failed)?;
            if chunk.is_empty() {
                break;
            }
            let end = chunk.iter().position(|byte| match self.ending {
                Ending::Unknown => matches!(byte, b'\n' | b'\r'),
                Ending::Feed => *byte == b'\n',
                Ending::Return => *byte == b'\r',
            });
            let taken = end.unwrap_or(chunk.len());
            bytes.extend_from_slice(&chunk[..taken]);
            let sign = end.map(|at| chunk[at]);
            self.input.consume(taken + usize::from(end.is_some()));
            ended = end.is_some();
            if let (Ending::Unknown, Some(sign)) = (self.ending, sign) {
                // `\r\n` may lie on two chunks.
                let feeds = sign == b'\n' || self.input.fill_buf().map_err(failed)?.first() == Some(&b'\n');
                self.ending = if feeds { Ending::Feed } else { Ending::Return };
                if sign == b'\r' && feeds {
                    self.input.consume(1);
                }
            }
            if bytes.len() > MAX_RECORD {
                return Err(ImportError::TooLong { what: self.what.clone(), line: number, max_mb: MAX_RECORD >> 20 });
            }
        }
        if bytes.is_empty() && !ended {
            return Ok(None);
        }
        while bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        self.number = number;
        let text = self.decoder.decode(&bytes).into_owned();
        Ok(Some(Line { number, text, last: !ended }))
    }
}
