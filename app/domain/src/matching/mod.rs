//! How a person and the jobs around her fit: for her, on her phone. Nothing here ranks people.
//!
//! - [`needs`]: what an offer or an occupation asks for, weighed;
//! - [`fit`]: score, « vous savez déjà faire n choses sur m », what is missing, bucket, order;
//! - [`similar`]: occupations that are close to another, with the reason.
//!
//! All orders are of integers, so that the server and the phone agree (skills.md §B2).

pub mod fit;
pub mod needs;
pub mod similar;

pub use fit::{Fit, Known, Ranked, fit, rank};
pub use needs::{Need, Needs};
