//! How a person and the jobs around her fit: for her, on her phone. Nothing here ranks people.
//!
//! - [`needs`]: what an offer or an occupation asks for, weighed;
//! - [`fit`]: score, « vous savez déjà faire n choses sur m », what is missing, bucket, order;
//! - [`market`]: all of that for thousands of offers at once;
//! - [`similar`]: occupations that are close to another, with the reason; [`closeness`]: by what.
//!
//! All orders are of integers, so that the server and the phone agree (skills.md §B2).

pub mod closeness;
pub mod fit;
pub mod market;
pub mod needs;
pub mod similar;

pub use fit::{Fit, Known, Ranked, fit, known, rank};
pub use market::{Looking, Market};
pub use needs::{Need, Needs};
