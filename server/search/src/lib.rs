//! The search: a derived index of the open offers, French analysis, relevance, facets, relaxation.
//!
//! The truth is in the store; this crate only reads what it is handed. The server builds the index
//! ([`IndexWriter`]) and hands [`SearchIndex`] to pages and API. Searching is synchronous and cheap.
//!
//! From what is typed to the answer: [`understand`] (place, words, corrections, occupations) makes a
//! [`plan`]; [`scan`] reads the plan's terms and gives each offer's bits; [`score`] weighs them;
//! [`evaluate`] and [`tally`] keep the page and the counts; [`relax`] says what else to try.
//! [`catalogue`] holds trainings in memory and asks the same of them.
//! [`analyse`] is the French that both sides share, [`lexicon`] what is known of places and trades.

mod analyse;
mod catalogue;
mod document;
mod error;
mod evaluate;
mod facts;
mod gate;
mod geo;
mod index;
mod leads;
mod lexicon;
mod overview;
mod plan;
mod relax;
mod scan;
mod schema;
mod score;
mod similar;
mod snapshot;
mod suggest;
mod tally;
mod understand;
mod wide;
mod writer;

pub use catalogue::{Catalogue, Listed, TrainingAnswer, TrainingChange, TrainingCount, TrainingHit, TrainingRelax};
pub use error::SearchError;
pub use index::SearchIndex;
pub use lexicon::{Form, Lexicon, Trades, forms_of};
pub use overview::{Overview, TradeCount};
pub use schema::{SCHEMA_VERSION, schema_folder};
pub use writer::{IndexWriter, Stamp};
