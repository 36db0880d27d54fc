//! Pages that belong to no feature: home, not found, error.

mod home;
pub(crate) mod layout;
mod problem;

pub(crate) use home::home;
pub(crate) use problem::{Problem, not_found};
