//! The search: a derived index of the open offers, French analysis, relevance, facets, relaxation.
//!
//! The truth is in the store; this crate only reads what it is handed. The server builds the index
//! ([`IndexWriter`]) and hands [`SearchIndex`] to pages and API. Searching is synchronous and cheap.

mod error;
mod index;
mod lexicon;
mod schema;
mod suggest;
mod writer;

pub use error::SearchError;
pub use index::SearchIndex;
pub use lexicon::Lexicon;
pub use schema::{SCHEMA_VERSION, schema_folder};
pub use suggest::SuggestionCount;
pub use writer::{IndexWriter, Stamp};
