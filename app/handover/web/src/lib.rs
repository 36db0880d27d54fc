//! What `handover.js` calls.

use handover::{Code, Keys, NONCE};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static KEYS: RefCell<Option<Keys>> = const { RefCell::new(None) };
}

/// A code of ten random bytes; empty when they are not ten.
#[wasm_bindgen]
pub fn make(random: &[u8]) -> String {
    random.try_into().map(|random| Code::of_random(random).to_string()).unwrap_or_default()
}

/// Takes a code; its name on the server, or nothing when it is no code.
#[wasm_bindgen]
pub fn prepare(code: &str) -> Option<String> {
    let keys = Keys::of(&Code::parse(code).ok()?)?;
    let id = keys.id();
    KEYS.replace(Some(keys));
    Some(id)
}

/// Seals a text under the code that was taken.
#[wasm_bindgen]
pub fn seal(nonce: &[u8], text: &str) -> Option<String> {
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    KEYS.with_borrow(|keys| Some(keys.as_ref()?.seal(nonce, text)))
}

/// Opens what was sealed under the code that was taken.
#[wasm_bindgen]
pub fn open(body: &str) -> Option<String> {
    KEYS.with_borrow(|keys| keys.as_ref()?.open(body).ok())
}

/// The path of a QR code, after its modules a side and a space.
#[wasm_bindgen]
pub fn square(text: &str) -> String {
    let (side, path) = qr::path(text);
    format!("{side} {path}")
}
