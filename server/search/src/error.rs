//! What can go wrong with the index. Everything here is mended by building the index anew.

use std::path::PathBuf;

/// Why the index or its lexicon failed.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index itself: a disk that is full, a broken file.
    #[error("the search index failed")]
    Index(#[from] tantivy::TantivyError),
    /// A file beside the index.
    #[error("the file {path} could not be read or written", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// What lies in the index is not what this program wrote.
    #[error("the index holds something unreadable: {what}")]
    Unreadable {
        /// What is unreadable.
        what: &'static str,
    },
}
