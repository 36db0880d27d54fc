//! What happens to files on their way.

use crate::files::{File, Kind};
use std::collections::BTreeSet;

/// A small generator of numbers (`SplitMix64`, by Sebastiano Vigna): the same seed gives the same file.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `most`, 0 where there is none.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % (most.max(1) as u64)).unwrap()
    }
}

/// A file as it arrives.
pub(crate) struct Changed {
    pub(crate) bytes: Vec<u8>,
    /// The same as text.
    pub(crate) text: String,
    /// Ids of the rows that were changed themselves.
    pub(crate) touched: BTreeSet<String>,
    /// Ids of the rows that are still there.
    pub(crate) rows_left: BTreeSet<String>,
    /// What was done: a failure prints it.
    pub(crate) what: Vec<String>,
}

/// One to three changes.
pub(crate) fn changed(file: &File, dice: &mut Dice) -> Changed {
    let mut file = file.clone();
    let mut touched = BTreeSet::new();
    let mut what = Vec::new();
    for _ in 0..=dice.below(3) {
        let at = dice.below(file.rows.len());
        let row = file.rows[at].clone();
        let place = char_at(&row.text, dice);
        match dice.below(8) {
            0 => {
                let end = (place + 1 + dice.below(8)).min(row.text.len());
                let end = (end..=row.text.len()).find(|end| row.text.is_char_boundary(*end)).unwrap_or(row.text.len());
                file.rows[at].text.replace_range(place..end, "");
                touched.insert(row.id.clone());
                what.push(format!("bytes {place}..{end} of {} lost", row.id));
            }
            1 => {
                file.rows[at].text.insert(place, '"');
                touched.insert(row.id.clone());
                what.push(format!("a quote at {place} of {}", row.id));
            }
            2 => {
                file.rows[at].text.truncate(place);
                touched.insert(row.id.clone());
                what.push(format!("{} cut at {place}", row.id));
            }
            3 => {
                let to = dice.below(file.rows.len() + 1);
                // The last row of an id counts: a copy behind a changed row, or before it, is what arrives.
                file.rows.insert(to, row.clone());
                what.push(format!("{} twice", row.id));
                // Two places of help cannot have one name, two rows of one training are two sessions.
                if file.kind != Kind::Offers(import::Format::Csv)
                    && file.kind != Kind::Offers(import::Format::FranceTravail)
                {
                    touched.insert(row.id.clone());
                }
            }
            4 => {
                file.rows.remove(at);
                what.push(format!("{} gone", row.id));
                if file.rows.is_empty() {
                    file.rows.push(row);
                }
            }
            5 if file.delimiter.is_some() => {
                let delimiter = file.delimiter.unwrap_or(';');
                file.rows[at].text.insert(place, delimiter);
                touched.insert(row.id.clone());
                what.push(format!("a cell moved at {place} of {}", row.id));
            }
            6 if file.delimiter.is_some() => {
                file.rows[at].text.insert(place, '\n');
                touched.insert(row.id.clone());
                what.push(format!("a line break at {place} of {}", row.id));
            }
            _ => {
                let to = dice.below(file.rows.len());
                file.rows.swap(at, to);
                what.push("rows in another order".to_owned());
            }
        }
    }
    // A row whose copy was changed, or which is there twice with a change, is touched as such.
    let rows_left = file.rows.iter().map(|row| row.id.clone()).collect();
    let text = file.text();
    let bytes = encoded(&text, &file, dice, &mut what);
    Changed { bytes, text, touched, rows_left, what }
}

/// A place between two letters.
fn char_at(text: &str, dice: &mut Dice) -> usize {
    let at = dice.below(text.len());
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// The text in one of the encodings that arrive.
fn encoded(text: &str, file: &File, dice: &mut Dice, what: &mut Vec<String>) -> Vec<u8> {
    let units = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    // What says nothing of its encoding is a table of a spreadsheet.
    let table = file.delimiter.is_some();
    match dice.below(8) {
        0 => {
            what.push("UTF-16, little end first".to_owned());
            [vec![0xff, 0xfe], units(u16::to_le_bytes)].concat()
        }
        1 => {
            what.push("UTF-16, big end first".to_owned());
            [vec![0xfe, 0xff], units(u16::to_be_bytes)].concat()
        }
        2 => {
            what.push("UTF-8 with a mark".to_owned());
            [b"\xef\xbb\xbf".to_vec(), text.as_bytes().to_vec()].concat()
        }
        3 if table => {
            what.push("Windows-1252".to_owned());
            encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
        }
        4 if table => {
            what.push("Mac Roman".to_owned());
            encoding_rs::MACINTOSH.encode(text).0.into_owned()
        }
        _ => text.as_bytes().to_vec(),
    }
}
