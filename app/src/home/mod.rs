//! Home: two doors, one for people who look for work, one for people who hire. Others may use the page.

mod api;
#[cfg(feature = "ssr")]
mod below;
mod page_home;
#[cfg(feature = "ssr")]
mod pictograms;

pub use api::{GetHome, get_home};
pub(crate) use page_home::page_home;
#[cfg(feature = "ssr")]
pub(crate) use pictograms::of as pictogram;
