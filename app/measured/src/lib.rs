//! What `end2end` calls to measure the pathway search in a browser, and to see that it answers there as it does
//! natively. Built by `scripts/build-measured`, never shipped.

use domain::pathway::{made, plain, search};
use wasm_bindgen::prelude::wasm_bindgen;

/// How many ways a large made-up problem has; with or without the bounds.
#[wasm_bindgen]
pub fn ways(seed: u32, sessions: u32, missing: u32, steps: u8, bounded: bool) -> u32 {
    let problem = made::large(seed.into(), sessions, missing, steps);
    let ways = if bounded { search(&problem) } else { plain(&problem) };
    ways.len() as u32
}

/// One number of all answers to the first problems: the same on every machine.
#[wasm_bindgen]
pub fn fingerprint(problems: u32) -> u32 {
    made::fingerprint(problems)
}
