//! The public number of an offer: short, stable, the same wherever the offer is imported.

use core::fmt;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const CROCKFORD: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 12 Crockford base-32 characters (60 bits) of SHA-256(source, 0x1F, the source's id).
///
/// It is the API's `id`, the end of an offer's address, the feed's id and the last sort key
/// everywhere. Kept as its 60 bits, so that it is a sortable integer in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfferNumber(u64);

/// The fewest characters by which an offer is called on paper.
const SHORTEST: usize = 6;
/// So many stand together.
const GROUP: usize = 3;

impl OfferNumber {
    /// The number of the offer that `source` calls `source_id`.
    #[must_use]
    pub fn of(source: &str, source_id: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(source.as_bytes());
        hash.update([0x1f]);
        hash.update(source_id.as_bytes());
        let bytes = hash.finalize();
        let mut word = [0u8; 8];
        word.copy_from_slice(&bytes[..8]);
        Self(u64::from_be_bytes(word) >> 4)
    }

    /// The 60 bits as an integer; sorts as the text does.
    #[must_use]
    pub const fn as_u64(self) -> u64 {
        self.0
    }

    /// From [`OfferNumber::as_u64`]; `None` where it has more than 60 bits.
    #[must_use]
    pub const fn from_u64(bits: u64) -> Option<Self> {
        if bits >> 60 == 0 { Some(Self(bits)) } else { None }
    }

    /// Reads 12 characters, in either case; Crockford's look-alikes (o, i, l) are understood.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).filter(|(length, _)| *length == 12).map(|(_, bits)| Self(bits))
    }
}

impl OfferNumber {
    /// The numbers that begin with what somebody typed or was told: six to twelve characters with a letter and a digit
    /// among them, whatever stands between. `None` for anything else: most words, postcodes, phone numbers.
    #[must_use]
    pub fn beginning(typed: &str) -> Option<(Self, Self)> {
        let plain: String = typed.chars().filter(|c| !c.is_whitespace() && !"-.".contains(*c)).collect();
        let (_, number) = Self::read(&plain).filter(|(length, _)| (SHORTEST..=12).contains(length))?;
        let rest = 5 * (12 - plain.len());
        let text = Self(number << rest).to_string();
        if !is_telling(&text[..plain.len()]) {
            return None;
        }
        Some((Self(number << rest), Self(number << rest | ((1 << rest) - 1))))
    }

    /// How the offer is called on paper: its first characters, as few as tell it from `others`, in groups of three.
    #[must_use]
    pub fn short(self, others: &[Self]) -> String {
        let text = self.to_string();
        let shared =
            |length: usize| others.iter().any(|other| *other != self && other.to_string().starts_with(&text[..length]));
        let length = (SHORTEST..12).find(|length| is_telling(&text[..*length]) && !shared(*length)).unwrap_or(12);
        let letters: Vec<char> = text[..length].chars().collect();
        letters.chunks(GROUP).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }

    /// How many characters, and their bits; `None` when one of them stands in no number.
    fn read(text: &str) -> Option<(usize, u64)> {
        let mut bits = 0u64;
        for byte in text.bytes() {
            let byte = match byte.to_ascii_lowercase() {
                b'o' => b'0',
                b'i' | b'l' => b'1',
                other => other,
            };
            let digit = CROCKFORD.iter().position(|c| *c == byte)?;
            bits = bits.checked_mul(32)? | digit as u64;
        }
        Some((text.len(), bits))
    }
}

/// A letter and a digit: no word, no postcode.
fn is_telling(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit()) && text.bytes().any(|b| b.is_ascii_alphabetic())
}

impl fmt::Display for OfferNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for i in (0..12).rev() {
            let digit = (self.0 >> (i * 5)) & 31;
            write!(f, "{}", char::from(CROCKFORD[usize::try_from(digit).unwrap_or(0)]))?;
        }
        Ok(())
    }
}

impl Serialize for OfferNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for OfferNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("an offer number is 12 Crockford base-32 characters"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(id in "\\PC{0,30}") {
            let number = OfferNumber::of("ft", &id);
            prop_assert_eq!(OfferNumber::parse(&number.to_string()), Some(number));
            prop_assert_eq!(OfferNumber::parse(&number.to_string().to_uppercase()), Some(number));
            prop_assert_eq!(OfferNumber::from_u64(number.as_u64()), Some(number));
        }

        #[test]
        fn sorts_as_its_text(a in any::<u64>(), b in any::<u64>()) {
            let (a, b) = (OfferNumber(a >> 4), OfferNumber(b >> 4));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }

    proptest! {
        #[test]
        fn what_stands_on_paper_finds_the_offer(a in any::<u64>(), b in any::<u64>(), close in any::<bool>()) {
            let one = OfferNumber(a >> 4);
            let other = OfferNumber(if close { one.0 ^ (b >> 40) } else { b >> 4 });
            let short = one.short(&[one, other]);
            for typed in [short.clone(), short.replace(' ', ""), format!(" {} ", short.to_uppercase().replace(' ', "-"))] {
                let (first, last) = OfferNumber::beginning(&typed).unwrap_or((one, one));
                prop_assert!(first <= one && one <= last);
                prop_assert!(other == one || other < first || last < other);
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,20}") {
            let _ = (OfferNumber::beginning(&text), OfferNumber::parse(&text));
        }
    }

    #[test]
    fn words_and_other_numbers_are_no_beginning() {
        for text in
            ["agent", "dessert", "59100 Roubaix", "K2204", "0612345678", "59512", "", "ab12", "é12345", "abcdef0123456"]
        {
            assert_eq!(OfferNumber::beginning(text), None, "{text}");
        }
        assert!(OfferNumber::beginning("7k2 m9p").is_some() && OfferNumber::beginning("7K2-M9P").is_some());
    }

    #[test]
    fn never_changes() {
        assert_eq!(
            OfferNumber::of("france-travail", "188VMCV").to_string(),
            OfferNumber::of("france-travail", "188VMCV").to_string()
        );
        assert_ne!(OfferNumber::of("ab", "c"), OfferNumber::of("a", "bc"));
        assert_eq!(OfferNumber::parse("too-short"), None);
    }
}
