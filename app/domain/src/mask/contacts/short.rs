//! Short numbers that cost more than a call ("3615", "118 218"), inside texts; used by [`super`].
//!
//! Four digits are more often pay, a year or a count than a number to call: they are masked only after
//! a word of calling, and only those that cost more.

use super::Span;
use super::view::{View, is_alphanumeric};
use crate::apply::is_surcharged;

/// How far before a number the word of calling may stand, in characters.
const REACH: usize = 24;
/// Beginnings of words of calling. None of them is in a mask.
const CALLING: &[&str] =
    &["appelez", "appeler", "appelle", "compos", "telephon", "tel ", "tel.", "tel:", "joign", "joindre", "contacte"];
/// What follows an amount.
const AMOUNTS: &[&str] = &["$", "euro", "eur ", "k$", "h", "km", "m2", "%", "/"];

/// The spans of surcharged short numbers that a text says to call.
pub(super) fn numbers(view: &View) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < view.len() {
        match number(view, at) {
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
fn number(view: &View, at: usize) -> Option<usize> {
    if !matches!(view.at(at), b'1' | b'3') || is_alphanumeric(view.before(at)) {
        return None;
    }
    let mut digits = String::new();
    let mut to = at;
    while to - at < 9 && digits.len() < 7 {
        match view.at(to) {
            digit if digit.is_ascii_digit() => digits.push(char::from(digit)),
            b' ' | b'.' | b'-' if view.at(to + 1).is_ascii_digit() => {}
            _ => break,
        }
        to += 1;
    }
    let ends = !is_alphanumeric(view.at(to));
    let after = view.end(to, |byte| byte == b' ');
    let amount = AMOUNTS.iter().any(|sign| view.starts_with(after, sign));
    let decimal = view.at(to) == b',' && view.at(to + 1).is_ascii_digit();
    (ends && !amount && !decimal && is_surcharged(&digits) && is_called(view.bytes((at.saturating_sub(REACH), at))))
        .then_some(to)
}

fn is_called(before: &[u8]) -> bool {
    CALLING.iter().any(|word| before.windows(word.len()).any(|window| window == word.as_bytes()))
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
