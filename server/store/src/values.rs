//! Numbers and texts of the database to domain values, with an error that says where.

use crate::error::StoreError;
use domain::number::OfferNumber;
use domain::offer::Offer;
use domain::time::Day;
use sha2::{Digest as _, Sha256};

/// A day.
pub(crate) fn day(value: i64, column: &str) -> Result<Day, StoreError> {
    i32::try_from(value).map(Day).map_err(|e| StoreError::corrupt(column, e))
}

/// A whole number that is never negative.
pub(crate) fn unsigned(value: i64, column: &str) -> Result<u64, StoreError> {
    u64::try_from(value).map_err(|e| StoreError::corrupt(column, e))
}

/// An offer's public number.
pub(crate) fn number(text: &str) -> Result<OfferNumber, StoreError> {
    OfferNumber::parse(text).ok_or_else(|| StoreError::corrupt("an offer's number", text))
}

/// The mapped fields of an offer, from their JSON.
pub(crate) fn facts(number: &str, json: &str) -> Result<Offer, StoreError> {
    serde_json::from_str(json).map_err(|e| StoreError::corrupt(format_args!("the facts of offer {number}"), e))
}

/// Any other JSON that the store keeps.
pub(crate) fn json<T: serde::de::DeserializeOwned>(text: &str, column: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|e| StoreError::corrupt(column, e))
}

/// JSON of a value; cannot fail for what the store keeps.
pub(crate) fn to_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| StoreError::corrupt("a value to be kept", e))
}

/// What an offer's facts are compared by: the first half of the SHA-256 of their JSON.
pub(crate) fn facts_hash(json: &str) -> String {
    hex(&sha256(json)[..16])
}

/// SHA-256 of a text.
pub(crate) fn sha256(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).map(|n| char::from(DIGITS[usize::from(n)])).collect()
}
