//! The public number of a training.

use crate::number::OfferNumber;
use core::fmt;
use serde::{Deserialize, Serialize};

/// 12 Crockford base-32 characters, made as an offer's number is, of other words: a training and an offer that
/// a source gives the same id have two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TrainingNumber(OfferNumber);

impl TrainingNumber {
    /// The number of the training that `source` calls `source_id`.
    #[must_use]
    pub fn of(source: &str, source_id: &str) -> Self {
        Self(OfferNumber::of("formation", &format!("{source}\u{1f}{source_id}")))
    }

    /// The 60 bits as an integer; sorts as the text does.
    #[must_use]
    pub const fn as_u64(self) -> u64 {
        self.0.as_u64()
    }

    /// From [`TrainingNumber::as_u64`]; `None` where it has more than 60 bits.
    #[must_use]
    pub const fn from_u64(bits: u64) -> Option<Self> {
        match OfferNumber::from_u64(bits) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// Reads 12 characters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        OfferNumber::parse(text).map(Self)
    }
}

impl fmt::Display for TrainingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
