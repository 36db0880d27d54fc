//! The search as the server uses it: one binary, one file a concern.

#![expect(clippy::unwrap_used, reason = "what a test cannot have it stops at")]

mod catalogue;
mod facets;
mod history;
mod hostile;
mod made;
mod official;
mod places;
mod real;
mod relaxing;
mod said;
mod sets;
mod speech;
mod words;

#[path = "../../examples/support/mod.rs"]
mod support;
