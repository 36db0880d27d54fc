//! Reads fields of a JSON object without trusting their types. Used by [`super`] and its parts.

use domain::mask;
use serde_json::{Map, Value};

/// A text that says something: not empty, not "[masqué]", not ".".
pub(super) fn text<'a>(object: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str().map(str::trim).filter(|t| !mask::is_nothing(t))
}

/// One clean line of text.
pub(super) fn line(object: &Map<String, Value>, key: &str) -> Option<String> {
    text(object, key).map(mask::line).filter(|t| !mask::is_nothing(t))
}

/// A number, also when it is written as a text.
pub(super) fn number(object: &Map<String, Value>, key: &str) -> Option<f64> {
    match object.get(key)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().replace(',', ".").parse().ok(),
        _ => None,
    }
}

/// True or false, when it is said.
pub(super) fn flag(object: &Map<String, Value>, key: &str) -> Option<bool> {
    object.get(key)?.as_bool()
}

/// An object inside the object.
pub(super) fn object<'a>(object: &'a Map<String, Value>, key: &str) -> Option<&'a Map<String, Value>> {
    object.get(key)?.as_object()
}

/// The items of a list; none when it is no list.
pub(super) fn list<'a>(object: &'a Map<String, Value>, key: &str) -> impl Iterator<Item = &'a Value> {
    object.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default().iter().take(MAX_ITEMS)
}

/// Items of a list that are read; more is no offer.
const MAX_ITEMS: usize = 100;
