//! The short name of a partner that stands in addresses and snippets: it never changes.

use super::Refused;
use core::fmt;
use serde::{Deserialize, Serialize};

/// The longest one.
const MAX: usize = 40;

/// 2 to 40 small letters, digits and hyphens, such as `ateliers-du-canal`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartnerKey(String);

impl PartnerKey {
    /// Reads a key.
    ///
    /// # Errors
    /// When it is none, with what would be one.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let ends = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let inside = text.chars().all(|c| ends(c) || c == '-') && !text.contains("--");
        if (2..=MAX).contains(&text.len()) && inside && text.starts_with(ends) && text.ends_with(ends) {
            return Ok(Self(text.to_owned()));
        }
        let why = format!("2 to {MAX} small letters, digits and single hyphens expected, such as ateliers-du-canal");
        Err(Refused::new("key", text, why))
    }

    /// The key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PartnerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for PartnerKey {
    type Error = Refused;
    fn try_from(text: String) -> Result<Self, Refused> {
        Self::parse(&text)
    }
}

impl From<PartnerKey> for String {
    fn from(key: PartnerKey) -> Self {
        key.0
    }
}
