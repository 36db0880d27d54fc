//! What a pull has read so far, on disk: a pull that is killed goes on where it was.
//!
//! A folder in DATA_DIR: `run.json` says when the pull began and of what; each slice that was read
//! whole is a file of its offers, one a line; one that had to be divided is an empty file.

use crate::pull::PullError;
use crate::pull::slice::Slice;
use domain::place::DepartementCode;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Older than this, what was read is no picture of one moment any more: it is read again.
const STALE_SECONDS: i64 = 6 * 3_600;

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    began: i64,
    departements: Vec<String>,
}

/// The folder of one pull.
pub(crate) struct Folder {
    path: PathBuf,
    /// When the pull began: nothing that was created later is asked for.
    pub(crate) began: Timestamp,
}

/// What is known of a slice.
pub(crate) enum Known {
    Nothing,
    Whole,
    Divided,
}

impl Folder {
    /// Opens the pull that is under way, or begins one.
    pub(crate) fn open(path: &Path, departements: &[DepartementCode], now: Timestamp) -> Result<Self, PullError> {
        let failed = |source| PullError::Folder { path: path.to_owned(), source };
        let departements: Vec<String> = departements.iter().map(|d| d.as_str().to_owned()).collect();
        let file = path.join("run.json");
        let old = fs::read(&file).ok().and_then(|bytes| serde_json::from_slice::<Run>(&bytes).ok());
        let fits = |run: &Run| run.departements == departements && (0..STALE_SECONDS).contains(&(now.0 - run.began));
        if let Some(run) = old.filter(fits) {
            return Ok(Self { path: path.to_owned(), began: Timestamp(run.began) });
        }
        if path.exists() {
            fs::remove_dir_all(path).map_err(failed)?;
        }
        fs::create_dir_all(path).map_err(failed)?;
        let folder = Self { path: path.to_owned(), began: now };
        let run = serde_json::to_vec(&Run { began: now.0, departements }).map_err(|e| failed(e.into()))?;
        folder.put("run.json", |out| out.write_all(&run))?;
        Ok(folder)
    }

    pub(crate) fn known(&self, slice: &Slice) -> Known {
        if self.path.join(format!("{}.jsonl", slice.name())).exists() {
            Known::Whole
        } else if self.path.join(format!("{}.divided", slice.name())).exists() {
            Known::Divided
        } else {
            Known::Nothing
        }
    }

    /// Keeps a slice that was read whole.
    pub(crate) fn keep<'a>(&self, slice: &Slice, offers: impl Iterator<Item = &'a Value>) -> Result<(), PullError> {
        self.put(&format!("{}.jsonl", slice.name()), |out| {
            for offer in offers {
                serde_json::to_writer(&mut *out, offer)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        })
    }

    /// Remembers that a slice is too large.
    pub(crate) fn divide(&self, slice: &Slice) -> Result<(), PullError> {
        self.put(&format!("{}.divided", slice.name()), |_| Ok(()))
    }

    /// Joins all slices into one file, each offer once; the file and how many offers it holds.
    pub(crate) fn join(&self) -> Result<(PathBuf, usize), PullError> {
        let failed = |source| PullError::Folder { path: self.path.clone(), source };
        let mut names: Vec<PathBuf> = fs::read_dir(&self.path)
            .map_err(failed)?
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
            .collect();
        names.sort();
        let mut seen = BTreeSet::new();
        self.put("whole.json", |out| {
            for name in &names {
                for line in BufReader::new(File::open(name)?).lines() {
                    let line = line?;
                    let offer: Value = serde_json::from_str(&line)?;
                    let id = id(&offer);
                    if id.is_empty() || seen.insert(id) {
                        writeln!(out, "{line}")?;
                    }
                }
            }
            Ok(())
        })?;
        Ok((self.path.join("whole.json"), seen.len()))
    }

    /// Forgets the pull: its offers are imported.
    pub(crate) fn remove(self) -> Result<(), PullError> {
        fs::remove_dir_all(&self.path).map_err(|source| PullError::Folder { path: self.path, source })
    }

    /// Writes a file whole or not at all.
    fn put(
        &self,
        name: &str,
        write: impl FnOnce(&mut BufWriter<File>) -> std::io::Result<()>,
    ) -> Result<(), PullError> {
        let unfinished = self.path.join(format!("{name}.part"));
        let result = File::create(&unfinished).and_then(|file| {
            let mut out = BufWriter::new(file);
            write(&mut out)?;
            out.into_inner()?.sync_all()?;
            fs::rename(&unfinished, self.path.join(name))
        });
        result.map_err(|source| PullError::Folder { path: unfinished, source })
    }
}

/// The source's own number of an offer; empty where it has none, which the import rejects by name.
pub(crate) fn id(offer: &Value) -> String {
    offer["id"].as_str().unwrap_or_default().to_owned()
}
