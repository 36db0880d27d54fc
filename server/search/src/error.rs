//! What can go wrong with the index. Everything here is mended by building the index anew.

use std::path::{Path, PathBuf};

/// Why the index or its lexicon failed.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index itself: a disk that is full, a broken file.
    #[error("the search index failed")]
    Index(#[from] tantivy::TantivyError),
    /// A file or folder of the index.
    #[error("the file {path} could not be read or written", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A part of the index could not be read.
    #[error("the search index could not be read")]
    Read(#[from] std::io::Error),
    /// A card or stamp in the index is not what this program writes.
    #[error("the index holds something unreadable")]
    Card(#[from] serde_json::Error),
    /// The lexicon could not be written.
    #[error("the lexicon could not be encoded")]
    Lexicon(#[from] postcard::Error),
    /// What lies in the index is not what this program wrote.
    #[error("the index holds something unreadable: {what}")]
    Unreadable {
        /// What is unreadable.
        what: &'static str,
    },
}

impl SearchError {
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
