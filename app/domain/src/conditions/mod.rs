//! Conditions that people add to a trade ("cariste CDI", "sans permis", "pas le dimanche"): found in what is typed
//! ([`typed`]), and in what an offer says ([`said`]), by one vocabulary for each language.

mod condition;
mod french;
mod reader;
mod said;
mod typed;

pub use condition::Condition;
pub use said::{Said, said};
pub use typed::{Note, Phrase, Typed, typed};
