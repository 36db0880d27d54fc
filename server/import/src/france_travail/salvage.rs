//! A record that is no JSON: what of it can be mended, what whole records it swallowed, and which ids it
//! names. Used by [`super`] only.

use serde_json::{Deserializer, Value};
use std::borrow::Cow;

/// So many beginnings of records are tried in one broken record.
const MAX_TRIES: usize = 1_000;
/// The longest text that could be an id, in bytes.
const MAX_NAME: usize = 400;

/// What is known of a record that cannot be read.
pub(super) struct Broken {
    pub(super) error: serde_json::Error,
    /// Whole records inside it: a quote that is lost makes one record of several.
    pub(super) whole: Vec<Value>,
    /// All that may be its id; the likeliest first.
    pub(super) named: Vec<String>,
}

/// Reads a record. Half a sign (a lone surrogate: a text cut inside an emoji) is left out.
pub(super) fn read(text: &str) -> Result<Value, Broken> {
    let error = match serde_json::from_str(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mended = without_half_signs(text);
    if let Cow::Owned(mended) = &mended
        && let Ok(value) = serde_json::from_str(mended)
    {
        return Ok(value);
    }
    let (whole, rest) = whole_records(&mended);
    let named = rest.iter().flat_map(|part| named(part)).collect();
    Err(Broken { error, whole, named })
}

/// A text of JSON without escapes that are half of a pair.
fn without_half_signs(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut copied, mut at) = (0, 0);
    let bytes = text.as_bytes();
    while let Some(found) = bytes[at..].iter().position(|b| *b == b'\\') {
        at += found;
        let unit = |at: usize| {
            let hex = text.get(at..at + 6)?.strip_prefix("\\u")?;
            u16::from_str_radix(hex, 16).ok()
        };
        match (unit(at), unit(at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => at += 12,
            (Some(0xd800..=0xdfff), _) => {
                out.push_str(&text[copied..at]);
                at += 6;
                copied = at;
            }
            // An escape is two bytes at least; what it escapes is no backslash of its own.
            _ => at = (at + 2).min(bytes.len()),
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// Objects that begin with an id and can be read, and the texts around them.
fn whole_records(text: &str) -> (Vec<Value>, Vec<&str>) {
    let (mut whole, mut rest) = (Vec::new(), Vec::new());
    let (mut from, mut at, mut failed) = (0, 1, 0);
    while failed < MAX_TRIES
        && let Some(found) = text.get(at..).and_then(|tail| tail.find('{'))
    {
        at += found;
        let begins = text[at + 1..].trim_start().starts_with("\"id\"");
        let mut values = Deserializer::from_str(&text[at..]).into_iter::<Value>();
        match begins.then(|| values.next()).flatten() {
            Some(Ok(value)) => {
                rest.push(&text[from..at]);
                at += values.byte_offset();
                from = at;
                whole.push(value);
            }
            none => {
                failed += usize::from(none.is_some());
                at += 1;
            }
        }
    }
    rest.push(&text[from..]);
    (whole, rest)
}

/// What follows `"id"`, then all other short texts between quotes.
fn named(text: &str) -> Vec<String> {
    let plain = |text: &str| {
        let text = text.trim().trim_matches('"').trim();
        (!text.is_empty() && text.len() <= MAX_NAME).then(|| text.to_owned())
    };
    let ids = text.split("\"id\"").skip(1).filter_map(|after| {
        let value = after.trim_start().strip_prefix(':').unwrap_or(after);
        plain(value.split([',', '}', '\n']).next().unwrap_or_default())
    });
    // Whatever was lost, an id stands between two quotes or between a quote and a sign of JSON.
    let others = text.split(['"', ',', '{', '}', ':', '\n']).filter_map(plain);
    ids.chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_a_sign_is_left_out_and_whole_ones_stay() {
        let of = |text: &str| read(text).ok().map(|value| value["a"].as_str().unwrap_or_default().to_owned());
        assert_eq!(of(r#"{"a":"Rejoignez-nous \ud83d"}"#).as_deref(), Some("Rejoignez-nous "));
        assert_eq!(of(r#"{"a":"\ude00 oui \ud83d\ude00"}"#).as_deref(), Some(" oui \u{1f600}"));
        assert_eq!(of(r#"{"a":"C:\\ud83d"}"#).as_deref(), Some("C:\\ud83d"), "an escaped backslash");
    }

    #[test]
    fn what_a_lost_quote_swallowed_comes_back() {
        let text = r#"{"id":"A1","intitule":"Cariste},{"id":"A2","intitule":"Soudeur"},{"id":"A3","intitule":"Maçon"},{"id":"A4","intitule":Serveur"}"#;
        let Err(broken) = read(text) else { panic!("it is no JSON") };
        let ids: Vec<&str> = broken.whole.iter().filter_map(|value| value["id"].as_str()).collect();
        assert_eq!(ids, ["A2", "A3"]);
        assert_eq!(broken.named.first().map(String::as_str), Some("A1"));
        assert!(broken.named.iter().any(|name| name == "A4"));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(\\\\|\\\\u|\\\\ud8[0-9]{2}|\\{|\\}|\"id\"|\"|:|,|[a-z0-9é]){0,40}") {
            let _ = read(&text);
        }
    }
}
