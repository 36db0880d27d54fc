//! The daily feed of France Travail: everything that is open in some départements, whole and exact,
//! as one file for the import.
//!
//! The API shows the first 3,150 offers of a search, so a département is divided by time of creation
//! until every part fits. A part whose total changes while it is read is read again. Nothing is
//! imported before everything was read.

mod api;
mod folder;
mod pace;
mod slice;

use api::{Api, PAGE, SHOWN};
use domain::place::DepartementCode;
use domain::time::Timestamp;
use folder::{Folder, Known, id};
use slice::Slice;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Between two requests: never more than ten a second.
pub(crate) const INTERVAL: Duration = Duration::from_millis(101);
/// Times that a slice is read which changes meanwhile.
const READINGS: u32 = 8;
/// No offer is older: 2000-01-01.
const OLDEST: Timestamp = Timestamp(946_684_800);

/// Where the API is, and who we are there.
#[derive(Clone)]
pub struct Settings {
    /// Where tokens are given.
    pub token_url: String,
    /// The API, without `/v2/…`.
    pub api_url: String,
    /// Our identifier.
    pub client_id: String,
    /// Our secret. Never printed.
    pub client_secret: String,
    /// What a second of waiting is: a second. Tests make it shorter.
    pub second: Duration,
}

/// Why a pull failed. What was read is kept: the next one goes on.
#[derive(Debug, thiserror::Error)]
pub enum PullError {
    /// The credentials are wrong.
    #[error(
        "the API refused our credentials (status {status}): check FRANCE_TRAVAIL_CLIENT_ID and …_SECRET, and that the application has the API « Offres d'emploi v2 »"
    )]
    Credentials {
        /// HTTP status.
        status: u16,
    },
    /// The API does not take the request.
    #[error("the API refused a request (status {status}): {answer}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// The beginning of what it said.
        answer: String,
    },
    /// The API does not answer well, after several tries.
    #[error("the API does not answer ({what}): {why}. What was read is kept: run the same command again")]
    Unreachable {
        /// Which slice.
        what: String,
        /// The last problem.
        why: String,
    },
    /// A slice changes faster than it can be read.
    #[error("the offers {0} change faster than they can be read: run the same command again later")]
    Unstable(String),
    /// More offers in one second than the API shows.
    #[error("the API has more than 3,150 offers of one second ({0}) and shows no more")]
    TooDense(String),
    /// The folder of the pull.
    #[error("{path}")]
    Folder {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The program is being stopped.
    #[error("stopped")]
    Stopped,
}

/// A pull that is complete.
pub struct Pulled {
    /// The offers, one a line.
    pub file: PathBuf,
    /// How many.
    pub offers: usize,
    folder: Folder,
}

impl Pulled {
    /// Removes what was read, once it is imported.
    ///
    /// # Errors
    /// When the folder cannot be removed.
    pub fn done(self) -> Result<(), PullError> {
        self.folder.remove()
    }
}

/// What reading a slice came to.
enum Reading {
    Whole(BTreeMap<String, serde_json::Value>),
    /// More than the API shows.
    TooLarge,
    /// Its total changed meanwhile.
    Changed,
}

/// Reads every open offer of the départements, going on where an unfinished pull was.
///
/// `told` is called with a line of progress after each slice.
///
/// # Errors
/// See [`PullError`]; what was read so far is kept in `folder`.
pub async fn pull(
    settings: Settings,
    departements: &[DepartementCode],
    folder: &Path,
    now: Timestamp,
    mut told: impl FnMut(&str),
) -> Result<Pulled, PullError> {
    let folder = Folder::open(folder, departements, now)?;
    let mut api = Api::new(settings);
    let whole = |d: &DepartementCode| Slice { departement: d.clone(), from: OLDEST, until: folder.began };
    let mut waiting: Vec<Slice> = departements.iter().rev().map(whole).collect();
    while let Some(slice) = waiting.pop() {
        let divided = match folder.known(&slice) {
            Known::Whole => continue,
            Known::Divided => true,
            Known::Nothing => match read(&mut api, &slice).await? {
                Some(offers) => {
                    folder.keep(&slice, offers.values())?;
                    told(&format!("{}: {} offers", slice.name(), offers.len()));
                    false
                }
                None => true,
            },
        };
        if divided {
            let halves = slice.split().ok_or_else(|| PullError::TooDense(slice.name()))?;
            folder.divide(&slice)?;
            waiting.extend(halves.into_iter().rev());
        }
    }
    let (file, offers) = folder.join()?;
    Ok(Pulled { file, offers, folder })
}

/// The offers of a slice; `None` when it must be divided.
async fn read(api: &mut Api, slice: &Slice) -> Result<Option<BTreeMap<String, serde_json::Value>>, PullError> {
    for _ in 0..READINGS {
        match read_once(api, slice).await? {
            Reading::Whole(offers) => return Ok(Some(offers)),
            Reading::TooLarge => return Ok(None),
            Reading::Changed => {}
        }
    }
    Err(PullError::Unstable(slice.name()))
}

async fn read_once(api: &mut Api, slice: &Slice) -> Result<Reading, PullError> {
    let mut offers = BTreeMap::new();
    let (mut first, mut read) = (0, 0);
    let mut total = None;
    loop {
        let page = api.search(slice, first).await?;
        if page.total > SHOWN {
            return Ok(Reading::TooLarge);
        }
        if *total.get_or_insert(page.total) != page.total {
            return Ok(Reading::Changed);
        }
        read += page.offers.len();
        for offer in page.offers {
            // Without a number it is kept all the same: the import rejects it by name.
            let key = match id(&offer) {
                none if none.is_empty() => format!("?{}", offers.len()),
                id => id,
            };
            offers.insert(key, offer);
        }
        first += PAGE;
        if first >= page.total {
            // An offer that moved from one page to another was read twice, and hid one.
            let exact = read == page.total && offers.len() == page.total;
            return Ok(if exact { Reading::Whole(offers) } else { Reading::Changed });
        }
    }
}
