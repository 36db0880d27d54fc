//! Occupations (métiers) and appellations of ROME 4.0, France Travail's repertory of jobs.

mod portrait;
pub mod titles;

pub use portrait::{Context, ContextKind, Portrait};

use crate::place::BadCode;
use core::fmt;
use serde::{Deserialize, Serialize};

/// A ROME code: one letter A–N and four digits (`N1101`). ROME 3 and ROME 4 share the form;
/// `code_rome_parent` joins old data to new.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RomeCode(String);

impl RomeCode {
    /// Reads a code in either case.
    ///
    /// # Errors
    /// When it is not a letter A–N followed by four digits.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        let text = text.trim().to_ascii_uppercase();
        let bytes = text.as_bytes();
        let ok = bytes.len() == 5 && (b'A'..=b'N').contains(&bytes[0]) && bytes[1..].iter().all(u8::is_ascii_digit);
        if ok { Ok(Self(text)) } else { Err(BadCode::new("ROME code (a letter A to N and 4 digits)", &text)) }
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RomeCode {
    type Error = BadCode;
    fn try_from(text: String) -> Result<Self, BadCode> {
        Self::parse(&text)
    }
}

impl From<RomeCode> for String {
    fn from(code: RomeCode) -> Self {
        code.0
    }
}

impl fmt::Display for RomeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An occupation (métier) of ROME 4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occupation {
    /// ROME 4 code.
    pub code: RomeCode,
    /// Official label in both forms: "Boulanger / Boulangère".
    pub label: String,
    /// The ROME 3 code that it comes from (`code_rome_parent`); may equal `code`.
    pub parent: Option<RomeCode>,
    /// What one does there, in plain words.
    pub definition: String,
}

/// A job title (appellation) of an occupation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appellation {
    /// OGR code, ROME's own key.
    pub ogr: u32,
    /// Label in both forms: "Caissier / Caissière de libre-service".
    pub label: String,
    /// The occupation it belongs to.
    pub rome: RomeCode,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rome_code_is_a_letter_and_four_digits() {
        assert_eq!(RomeCode::parse(" n1101 ").unwrap().as_str(), "N1101");
        for bad in ["Z1101", "N110", "N11011", "11101", "", "éé"] {
            assert!(RomeCode::parse(bad).is_err(), "{bad}");
        }
    }
}
