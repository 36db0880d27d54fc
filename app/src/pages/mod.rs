//! Pages that belong to no feature: what stands on every page, not found, error.

pub(crate) mod layout;
mod problem;

pub(crate) use problem::{Problem, not_found};
