//! Pages that belong to no feature: what stands on every page, not found, error.

pub(crate) mod layout;
#[cfg(feature = "ssr")]
mod named;
mod problem;

#[cfg(feature = "ssr")]
pub use named::named;
pub(crate) use problem::{Problem, not_found};
