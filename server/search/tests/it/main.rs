//! The search as the server uses it: one binary, one file a concern.

mod facets;
mod history;
mod hostile;
mod made;
mod places;
mod real;
mod relaxing;
mod sets;
mod words;

#[path = "../../examples/support/mod.rs"]
mod support;
