//! What the search knows of the words people type: communes and other places, ROME occupations and
//! appellations, old names of trades. Built from the reference data, kept as a file beside the index.

mod areas;
mod arena;
mod forms;
mod heard;
mod home;
mod keys;
mod meaning;
pub(crate) mod names;
mod places;
mod sound;
mod synonyms;
mod titles;
mod vocabulary;

pub(crate) use areas::Areas;
#[doc(hidden)]
pub use forms::{Form, forms_of};
pub(crate) use heard::Heard;
pub(crate) use home::Home;
pub(crate) use keys::{Keys, Kind, Target};
pub(crate) use meaning::Meaning;
pub(crate) use places::Places;
pub(crate) use sound::sound;
pub(crate) use synonyms::{Synonym, Synonyms};
pub(crate) use titles::{Group, Titles};
pub(crate) use vocabulary::{Near, Vocabulary, one_edit};

use crate::SearchError;
use domain::occupation::{Appellation, Occupation};
use domain::place::{Basin, Commune};
use domain::skill::{NamedSkill, OccupationSkills};
use serde::{Deserialize, Serialize};
use std::io::ErrorKind;
use std::path::Path;

/// Raised whenever what is in the file changes.
const LEXICON_VERSION: u32 = 3;

/// Places, occupations, appellations and synonyms, compact and ready to match.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    pub(crate) places: Places,
    pub(crate) areas: Areas,
    /// The names of both.
    pub(crate) keys: Keys,
    /// How towns are called by ear.
    pub(crate) heard: Heard,
    /// Where the hub is: not part of the file.
    #[serde(skip)]
    pub(crate) home: Home,
    pub(crate) titles: Titles,
    pub(crate) synonyms: Synonyms,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) meaning: Meaning,
}

/// What is known of trades: a release of ROME, or a part of one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trades<'a> {
    /// Occupations.
    pub occupations: &'a [Occupation],
    /// Their titles.
    pub appellations: &'a [Appellation],
    /// What one can do or knows.
    pub skills: &'a [NamedSkill],
    /// What each occupation asks for.
    pub asked: &'a [OccupationSkills],
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
    pub fn build(communes: &[Commune], basins: &[Basin], trades: Trades<'_>) -> Self {
        let Trades { occupations, appellations, skills, asked } = trades;
        let mut names = keys::Gathered::default();
        let places = Places::build(communes, &mut names);
        let areas = Areas::build(&places, basins, &mut names);
        let heard = Heard::build(&places);
        let titles = Titles::build(occupations, appellations);
        let synonyms = Synonyms::build(&titles);
        let vocabulary = Vocabulary::build(occupations, appellations, synonyms.phrases());
        let meaning = Meaning::build(&titles, (occupations, appellations), (skills, asked));
        let (keys, home) = (names.finish(), Home::default());
        Self { places, areas, keys, heard, home, titles, synonyms, vocabulary, meaning }
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
