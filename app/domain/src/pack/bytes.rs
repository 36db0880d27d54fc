//! Writing and reading of numbers and texts. The reader trusts nothing: every length is checked against
//! what is left.

/// Why a file is not one of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It begins otherwise: another file, or another shape of it.
    #[error("this is no file of this kind, or one of another version of the app")]
    Kind,
    /// It ends in the middle.
    #[error("the file ends at byte {0}, in the middle of something")]
    End(usize),
    /// A number is larger than it can be.
    #[error("the number at byte {0} is out of its bounds")]
    Number(usize),
    /// A text is not UTF-8.
    #[error("the text at byte {0} is not UTF-8")]
    Text(usize),
    /// Something follows the end.
    #[error("something follows the end, at byte {0}")]
    More(usize),
}

/// Writes.
#[derive(Debug, Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    /// A number, seven bits a byte, the lowest first (LEB128).
    pub(super) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A text with its length.
    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.0.extend(text.bytes());
    }

    /// A number that may be below 0 (zigzag).
    pub(super) fn signed(&mut self, number: i32) {
        self.number(((number << 1) ^ (number >> 31)).cast_unsigned());
    }

    /// Growing numbers, as differences.
    pub(super) fn growing(&mut self, numbers: impl IntoIterator<Item = u32>) {
        let mut before = 0;
        for number in numbers {
            self.number(number.wrapping_sub(before));
            before = number;
        }
    }
}

/// Reads.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Of a file that begins with its kind.
    pub(super) fn of(bytes: &'a [u8], kind: &[u8]) -> Result<Self, PackError> {
        if bytes.starts_with(kind) { Ok(Self { bytes, at: kind.len() }) } else { Err(PackError::Kind) }
    }

    /// A number.
    pub(super) fn number(&mut self) -> Result<u32, PackError> {
        let start = self.at;
        let mut number = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = *self.bytes.get(self.at).ok_or(PackError::End(self.at))?;
            self.at += 1;
            let part = u32::from(byte & 0x7f);
            if shift == 28 && part > 0x0f {
                return Err(PackError::Number(start));
            }
            number |= part << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(PackError::Number(start))
    }

    /// A number that may be below 0.
    pub(super) fn signed(&mut self) -> Result<i32, PackError> {
        let both = self.number()?;
        Ok((both >> 1).cast_signed() ^ -((both & 1).cast_signed()))
    }

    /// As many bytes as it takes.
    pub(super) fn bytes<const N: usize>(&mut self) -> Result<[u8; N], PackError> {
        let all = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk::<N>());
        self.at += N;
        all.copied().ok_or(PackError::End(self.bytes.len()))
    }

    /// Numbers below `end`, one for each.
    pub(super) fn column(&mut self, count: usize, end: usize) -> Result<Vec<u16>, PackError> {
        (0..count).map(|_| self.below(end)).collect()
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> Result<u16, PackError> {
        let start = self.at;
        let number = self.number()?;
        let fits = (number as usize) < end;
        u16::try_from(number).ok().filter(|_| fits).ok_or(PackError::Number(start))
    }

    /// How many follow: never more than bytes are left, so that nothing is set aside for what cannot come.
    pub(super) fn count(&mut self) -> Result<usize, PackError> {
        let start = self.at;
        let count = self.number()? as usize;
        if count <= usize::from(u16::MAX) && count <= self.bytes.len() - self.at {
            Ok(count)
        } else {
            Err(PackError::Number(start))
        }
    }

    /// A text.
    pub(super) fn text(&mut self) -> Result<&'a str, PackError> {
        let length = self.number()? as usize;
        let start = self.at;
        let end =
            start.checked_add(length).filter(|end| *end <= self.bytes.len()).ok_or(PackError::End(self.bytes.len()))?;
        self.at = end;
        core::str::from_utf8(&self.bytes[start..end]).map_err(|_| PackError::Text(start))
    }

    /// The next of growing numbers.
    pub(super) fn grown(&mut self, before: &mut u32) -> Result<u32, PackError> {
        let start = self.at;
        *before = before.checked_add(self.number()?).ok_or(PackError::Number(start))?;
        Ok(*before)
    }

    /// Nothing may follow.
    pub(super) fn end(&self) -> Result<(), PackError> {
        if self.at == self.bytes.len() { Ok(()) } else { Err(PackError::More(self.at)) }
    }

    /// Where the reader is.
    pub(super) const fn at(&self) -> usize {
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_and_texts_go_there_and_back(numbers in proptest::collection::vec(any::<u32>(), 0..20), text in ".{0,40}") {
            let mut out = Writer(b"K".to_vec());
            numbers.iter().for_each(|n| out.number(*n));
            out.text(&text);
            let mut sorted = numbers.clone();
            sorted.sort_unstable();
            out.growing(sorted.iter().copied());
            let mut read = Reader::of(&out.0, b"K").unwrap();
            for number in &numbers {
                prop_assert_eq!(read.number(), Ok(*number));
            }
            prop_assert_eq!(read.text(), Ok(text.as_str()));
            let mut before = 0;
            for number in &sorted {
                prop_assert_eq!(read.grown(&mut before), Ok(*number));
            }
            prop_assert_eq!(read.end(), Ok(()));
        }

        #[test]
        fn whatever_comes_in_nothing_breaks(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let mut read = Reader { bytes: &bytes, at: 0 };
            while read.text().is_ok() && read.at() < bytes.len() {}
            let mut read = Reader { bytes: &bytes, at: 0 };
            while read.number().is_ok() {}
            prop_assert!(read.at() <= bytes.len());
        }
    }

    #[test]
    fn an_error_says_where() {
        assert_eq!(Reader::of(b"XY", b"K").map(|_| ()), Err(PackError::Kind));
        let mut read = Reader::of(b"K\xff\xff\xff\xff\xff", b"K").unwrap();
        assert_eq!(read.number(), Err(PackError::Number(1)));
        let mut read = Reader::of(b"K\x05ab", b"K").unwrap();
        assert_eq!(read.text(), Err(PackError::End(4)));
    }
}
