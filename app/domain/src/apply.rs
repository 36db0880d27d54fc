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

/// Short numbers of public services that cost no more than a call, or nothing, and that a jobseeker may be
/// given: the Caf, alimony, health insurance, violence against women, discrimination, Allô Service Public, France
/// Travail, pensions, violence against the old or disabled, Tabac Info Service, France Travail's employers' line.
const PLAIN_SHORT: &[&str] = &["3230", "3238", "3646", "3919", "3928", "3939", "3949", "3960", "3977", "3989", "3995"];

/// Reads a French phone number to its ten national digits: "+33 (0)3 20 12 34 56" → "0320123456".
/// Short numbers that cost no more than a call (3949) are kept. `None` for what is no number and for
/// surcharged ones ([`is_surcharged`]): those are never shown.
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
    let known = match national.len() {
        10 => national.starts_with('0'),
        4 => national.starts_with('3'),
        _ => false,
    };
    (known && !is_surcharged(&national)).then_some(national)
}

/// Whether a national number costs more than a normal call, or may. Of the ten digits that begin with 08
/// only 080 is free or normal; of the four that begin with 3, 30 and 31 are free, and of the others only
/// those that we know; 118 are the directories (Arcep, plan de numérotation, décision 2018-0881).
#[must_use]
pub fn is_surcharged(national: &str) -> bool {
    match national.len() {
        10 => national.starts_with("08") && !national.starts_with("080"),
        4 => national.starts_with('3') && !["30", "31"].contains(&&national[..2]) && !PLAIN_SHORT.contains(&national),
        6 => national.starts_with("118"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mask;
    use proptest::prelude::*;

    #[test]
    fn numbers_that_cost_a_call_are_read() {
        for (text, number) in [
            ("+33 (0)3 20 12 34 56", "0320123456"),
            ("03.20.12.34.56", "0320123456"),
            ("0033 3 20 12 34 56", "0320123456"),
            ("0 800 12 34 56", "0800123456"),
            ("0 809 12 34 56", "0809123456"),
            ("3949", "3949"),
            ("39 49", "3949"),
            ("3018", "3018"),
        ] {
            assert_eq!(business_phone(text).as_deref(), Some(number), "{text}");
        }
        for text in ["[masqué]", "", "2026", "118 218", "3615", "36 72", "08 99 12 34 56", "0825 12 34 56", "é3949é9"]
        {
            assert_eq!(business_phone(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_surcharged_number_is_shown_nowhere(
            tail in 0u32..10_000_000,
            kind in "8[1-9]",
            prefix in "0|\\+33 ?|\\+33 ?\\(0\\) ?|0033 ?|0 ",
            sep in " |\\.|-| - |",
        ) {
            let digits = format!("{kind}{tail:07}");
            let pairs: Vec<&str> = [(0, 1), (1, 3), (3, 5), (5, 7), (7, 9)].iter().map(|&(a, b)| &digits[a..b]).collect();
            let number = format!("{prefix}{}", pairs.join(&sep));
            prop_assert_eq!(business_phone(&number), None, "{}", number);
            let told = mask::text(&format!("Appelez le {number}, merci")).unwrap_or_default();
            prop_assert!(!told.chars().any(|c| c.is_ascii_digit()), "{} -> {}", number, told);
        }

        #[test]
        fn a_surcharged_short_number_is_shown_nowhere(
            n in 3_200u32..4_000,
            sep in " |\\.|",
            before in "Appelez le |composez le |Tél : |Tél\\. |joignez-nous au |téléphone ",
        ) {
            let digits = n.to_string();
            let number = format!("{}{sep}{}", &digits[..2], &digits[2..]);
            let told = mask::text(&format!("{before}{number} pour postuler")).unwrap_or_default();
            if PLAIN_SHORT.contains(&digits.as_str()) {
                prop_assert!(told.contains(&number) && business_phone(&number) == Some(digits));
            } else {
                prop_assert_eq!(business_phone(&number), None);
                prop_assert!(!told.chars().any(|c| c.is_ascii_digit()), "{} -> {}", number, told);
            }
        }
    }
}
