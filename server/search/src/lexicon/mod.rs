//! What the search knows of the words people type: communes, ROME occupations and appellations,
//! old names of trades. Built from the reference data, kept as a file beside the index.

mod arena;
mod departements;
mod forms;
mod places;
mod synonyms;
mod titles;
mod vocabulary;

pub(crate) use departements::departement;
#[doc(hidden)]
pub use forms::{Form, forms_of};
pub(crate) use places::{Places, compact};
pub(crate) use synonyms::{Synonym, Synonyms};
pub(crate) use titles::{Group, Titles};
pub(crate) use vocabulary::{Vocabulary, one_edit};

use crate::SearchError;
use domain::occupation::{Appellation, Occupation};
use domain::place::Commune;
use serde::{Deserialize, Serialize};
use std::io::ErrorKind;
use std::path::Path;

/// Raised whenever what is in the file changes.
const LEXICON_VERSION: u32 = 1;

/// Communes, occupations, appellations and synonyms, compact and ready to match.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    pub(crate) places: Places,
    pub(crate) titles: Titles,
    pub(crate) synonyms: Synonyms,
    pub(crate) vocabulary: Vocabulary,
}

/// What stands before the lexicon in its file.
#[derive(Serialize, Deserialize)]
struct Head {
    version: u32,
    reference_rev: i64,
}

impl Lexicon {
    /// From the reference data.
    #[must_use]
    pub fn build(communes: &[Commune], occupations: &[Occupation], appellations: &[Appellation]) -> Self {
        let titles = Titles::build(occupations, appellations);
        let synonyms = Synonyms::build(&titles);
        let vocabulary = Vocabulary::build(occupations, appellations, synonyms.phrases());
        Self { places: Places::build(communes), titles, synonyms, vocabulary }
    }

    /// Writes it to a file, with the number of the reference data that it was built from.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, path: &Path, reference_rev: i64) -> Result<(), SearchError> {
        let bytes = postcard::to_stdvec(&Head { version: LEXICON_VERSION, reference_rev })?;
        let bytes = postcard::to_extend(self, bytes)?;
        // Readers of other processes see the old file or the whole new one.
        let next = path.with_extension(format!("{}.next", std::process::id()));
        std::fs::write(&next, bytes).map_err(SearchError::file(&next))?;
        std::fs::rename(&next, path).map_err(SearchError::file(path))
    }

    /// Reads it back; `None` when there is no such file, or one of other reference data or version.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn load(path: &Path, reference_rev: i64) -> Result<Option<Self>, SearchError> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(SearchError::file(path)(error)),
        };
        // A damaged file is as good as none: it is built anew.
        let Ok((head, rest)) = postcard::take_from_bytes::<Head>(&bytes) else { return Ok(None) };
        if head.version != LEXICON_VERSION || head.reference_rev != reference_rev {
            return Ok(None);
        }
        Ok(postcard::from_bytes(rest).ok())
    }
}
