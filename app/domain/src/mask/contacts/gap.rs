//! What stands between two parts of a number.

use super::view::{DEGREE, PHONE, View, is_alphanumeric};

/// The longest that still belongs to one number.
const MAX_WIDTH: usize = 5;

/// Words between two groups that somebody dictates.
const TOLD: &[&str] = &["puis", "ensuite", "et", "enfin", "suivi de", "suivi du"];

/// Spaces, brackets and at most some signs between two groups of digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap {
    /// The first sign that is no space and no bracket; 0 when there is none.
    pub(super) sign: u8,
    /// How many characters it is wide.
    pub(super) width: usize,
    /// How many lines end in it.
    pub(super) lines: usize,
    /// Whether a word of dictating stands in it.
    pub(super) told: bool,
}

impl Gap {
    /// The gap that begins here and the place after it; `None` where a number ends.
    pub(super) fn read(view: &View, at: usize) -> Option<(Self, usize)> {
        let mut gap = Self::default();
        loop {
            let byte = view.at(at + gap.width);
            match byte {
                _ if is_alphanumeric(byte) => break,
                0 | b'$' | b'%' | b'@' | b'&' | DEGREE | PHONE => return None,
                b' ' | b'(' | b')' | b'[' | b']' | b'{' | b'}' => {}
                b'\n' => gap.lines += 1,
                sign if gap.sign == 0 => gap.sign = sign,
                _ => {}
            }
            gap.width += 1;
            if gap.width > MAX_WIDTH {
                return None;
            }
        }
        (gap.width > 0 && gap.lines < 3).then_some((gap, at + gap.width))
    }

    /// Like [`Self::read`], also with "puis" or "et ensuite" in it.
    pub(super) fn told(view: &View, at: usize) -> Option<(Self, usize)> {
        let (mut gap, mut next) = Self::read(view, at)?;
        for _ in 0..2 {
            let Some(word) = TOLD.iter().find(|word| view.is_word(next, word)) else { break };
            next = Self::read(view, next + word.len())?.1;
            gap.told = true;
        }
        if gap.told && view.is_word(next, "le") {
            next = Self::read(view, next + 2)?.1;
        }
        Some((gap, next))
    }

    /// "1, 2": how lists are written, and seldom numbers to call.
    pub(super) fn is_of_a_list(self) -> bool {
        matches!(self.sign, b',' | b';') && self.width > 1
    }
}
