//! How to apply: a typed channel. It is shown only after a tap, and never in the API, feeds,
//! structured data or embeds.

use serde::{Deserialize, Serialize};

/// One way to apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum ApplyChannel {
    /// A page of the employer or of the source.
    Url(String),
    /// A business phone number in national form; never a surcharged one.
    Phone(String),
    /// A business e-mail address.
    Email(String),
    /// Come in person, at this address.
    InPerson(String),
    /// Tell this offer number at the source (France Travail: 3949 or an agency).
    SourceNumber(String),
}

/// Reads a French phone number to its ten national digits: "+33 (0)3 20 12 34 56" → "0320123456".
/// Short numbers (3949) are kept. `None` for what is no number and for surcharged ones (08 9x, 081, 082):
/// those are never shown.
#[must_use]
pub fn business_phone(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = if let Some(rest) =
        digits.strip_prefix("0033").or_else(|| digits.strip_prefix("33").filter(|r| r.len() >= 9))
    {
        format!("0{}", rest.trim_start_matches('0'))
    } else {
        digits
    };
    match national.len() {
        10 if national.starts_with('0') && !is_surcharged(&national) => Some(national),
        4 if national.starts_with("39") || national.starts_with("36") => Some(national),
        _ => None,
    }
}

/// Whether a national number costs more than a normal call: 081, 082, 089 (Arcep's "majoré" and "banalisé").
#[must_use]
pub fn is_surcharged(national: &str) -> bool {
    ["081", "082", "089"].iter().any(|p| national.starts_with(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surcharged_numbers_are_never_shown() {
        assert_eq!(business_phone("+33 (0)3 20 12 34 56").as_deref(), Some("0320123456"));
        assert_eq!(business_phone("03.20.12.34.56").as_deref(), Some("0320123456"));
        assert_eq!(business_phone("3949").as_deref(), Some("3949"));
        assert_eq!(business_phone("08 99 12 34 56"), None);
        assert_eq!(business_phone("0825 12 34 56"), None);
        assert_eq!(business_phone("[masqué]"), None);
    }
}
