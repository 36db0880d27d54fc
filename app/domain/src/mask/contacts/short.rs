//! Short numbers that cost more than a call ("3615", "118 218"), inside texts; used by [`super`].
//!
//! Four digits are more often pay, a year or a count than a number to call: they are masked only after
//! a word of calling, and only those that cost more.

use crate::apply::is_surcharged;
use crate::text::fold;

/// How far before a number the word of calling may stand, in characters.
const REACH: usize = 24;
/// Beginnings of words of calling, folded. None of them is in a mask.
const CALLING: &[&str] =
    &["appelez", "appeler", "appelle", "compos", "telephon", "tel ", "tel.", "tel:", "joign", "joindre", "contacte"];
/// What follows an amount, folded.
const AMOUNTS: &[&str] = &["€", "euro", "eur ", "k€", "h", "km", "m2", "m²", "%", "/"];

/// The spans of surcharged short numbers that a text says to call.
pub(super) fn numbers(chars: &[char]) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match number(chars, at) {
            Some(to) => {
                spans.push((at, to));
                at = to;
            }
            None => at += 1,
        }
    }
    spans
}

/// The end of a short number at `at`.
fn number(chars: &[char], at: usize) -> Option<usize> {
    if !matches!(chars[at], '1' | '3') || (at > 0 && chars[at - 1].is_alphanumeric()) {
        return None;
    }
    let mut digits = String::new();
    let mut to = at;
    while to < chars.len() && to - at < 9 && digits.len() < 7 {
        match chars[to] {
            c if c.is_ascii_digit() => digits.push(c),
            ' ' | '.' | '-' if chars.get(to + 1).is_some_and(char::is_ascii_digit) => {}
            _ => break,
        }
        to += 1;
    }
    let ends = !chars.get(to).is_some_and(|c| c.is_alphanumeric());
    let after: String = chars[to..].iter().take(6).collect();
    let after = fold(&after);
    let amount = AMOUNTS.iter().any(|sign| after.trim_start().starts_with(sign));
    let decimal = after.starts_with(',') && after[1..].starts_with(|c: char| c.is_ascii_digit());
    (ends && !amount && !decimal && is_surcharged(&digits) && is_called(&chars[at.saturating_sub(REACH)..at]))
        .then_some(to)
}

fn is_called(before: &[char]) -> bool {
    let before = fold(&before.iter().collect::<String>());
    CALLING.iter().any(|word| before.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::{NUMBER_MASK, contacts};

    #[test]
    fn numbers_to_call_are_masked_and_amounts_stay() {
        for text in ["appelez le 3615 vite", "Tél : 36.72", "composez le 118 218.", "Joignez-nous au 32 48"] {
            let masked = contacts(text);
            assert!(masked.contains(NUMBER_MASK) && !masked.chars().any(|c| c.is_ascii_digit()), "{masked}");
        }
        for text in [
            "appelez le 3949",
            "appelez le 39 49 ou le 3646",
            "appel d'offres de 3500 €",
            "appel à projets : 3200 euros",
            "3615 clients",
            "appelés à parcourir 3600 km",
            "un appel de 3500,50 par mois",
            "téléphone 3018",
            "appel 2026",
        ] {
            assert_eq!(contacts(text), text);
        }
    }
}
