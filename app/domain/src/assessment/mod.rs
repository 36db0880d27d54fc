//! The self-assessment: from what a person did to what she can do, with doubt kept as doubt.
//!
//! - [`belief`]: probabilities of items and macro-compétences from named jobs, unpaid activities and answers;
//! - [`cards`]: which question to ask next, when no job could be named;
//! - [`questions`]: what cards can ask, made ready once;
//! - [`constants`]: every number that this rests on.

pub mod belief;
pub mod cards;
pub mod constants;
pub mod questions;

pub use belief::{ActivityLinks, Belief};
pub use cards::Cards;
pub use questions::{Here, LocalWeights, Questions};
