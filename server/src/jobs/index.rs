//! The index follows the store: it polls the store's change number and takes in what is newer.
//!
//! The process that holds the lock writes; the others on the same disk read, and try the lock
//! again. An index of another database, or one that is ahead of its database, is rebuilt in a new
//! generation and swapped in.

use crate::jobs::index_folder::{IndexFolder, WriterLock};
use app::context::SearchHandle;
use domain::place::CommuneCode;
use search::{IndexWriter, Lexicon, SearchError, SearchIndex, Stamp, Trades};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::{Cursor, Store, StoreError};

/// How often the change number is asked (design §1: a new offer is searchable everywhere within 2 s).
const EVERY: Duration = Duration::from_millis(500);
/// Offers read from the store at a time.
const PAGE: u32 = 1_000;
/// Memory that tantivy may use while it takes offers in.
const WRITER_BYTES: usize = 48 * 1024 * 1024;

/// What went wrong while following.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The store.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// The index.
    #[error("the index failed")]
    Search(#[from] SearchError),
    /// The disk.
    #[error("the index folder failed")]
    Io(#[from] io::Error),
    /// A task of ours was cancelled.
    #[error("a task stopped early")]
    Task(#[from] tokio::task::JoinError),
}

/// Follows the store; one per process.
pub struct Follower {
    store: Store,
    folder: IndexFolder,
    handle: SearchHandle,
    database_id: String,
    writing: Option<Writing>,
    opened: Option<(String, SearchIndex)>,
    reference_rev: Option<i64>,
}

struct Writing {
    lock: WriterLock,
    writer: Option<IndexWriter>,
    rev: i64,
}

impl Follower {
    /// Opens what is on disk. The handle is filled at once when there is a usable index.
    ///
    /// # Errors
    /// When the folder or the store cannot be read.
    pub async fn open(store: Store, data_dir: &Path, handle: SearchHandle) -> Result<Self, FollowError> {
        let folder = IndexFolder::open(data_dir)?;
        let database_id = store.database_id().await?;
        let mut follower =
            Self { store, folder, handle, database_id, writing: None, opened: None, reference_rev: None };
        follower.adopt_current().await?;
        Ok(follower)
    }

    /// Runs for ever.
    pub async fn run(mut self) {
        loop {
            if let Err(error) = self.step().await {
                tracing::warn!(error = %crate::cli::chain(&error), "the index could not follow; it will be tried again");
                // A writer in an unknown state is dropped; the next step opens it anew.
                self.writing = None;
            }
            tokio::time::sleep(EVERY).await;
        }
    }

    /// One look at the store: takes the lock where it is free, catches up, sees what others wrote.
    ///
    /// # Errors
    /// When the store, the index or the disk fails; the next step tries again.
    pub async fn step(&mut self) -> Result<(), FollowError> {
        if self.writing.is_none()
            && let Some(lock) = self.folder.try_lock()?
        {
            self.start_writing(lock).await?;
        }
        if self.writing.is_some() {
            self.catch_up().await?;
        } else {
            self.adopt_current().await?;
            if let Some((_, index)) = &self.opened {
                index.reload()?;
            }
        }
        self.follow_reference().await
    }

    /// Whether this process writes the index.
    #[must_use]
    pub const fn is_writer(&self) -> bool {
        self.writing.is_some()
    }

    /// Opens the generation that `current` names, when it is another one, of this database, and whole.
    async fn adopt_current(&mut self) -> Result<(), FollowError> {
        let Some(name) = self.folder.current() else { return Ok(()) };
        if self.opened.as_ref().is_some_and(|(open, _)| *open == name) {
            return Ok(());
        }
        let path = self.folder.generation(&name);
        let Some(index) = blocking(move || SearchIndex::open(&path)).await?? else { return Ok(()) };
        let rev = self.store.current_rev().await?;
        let usable = index.stamp().is_some_and(|s| s.database_id == self.database_id && s.rev <= rev);
        if usable {
            self.show(name, index).await?;
        }
        Ok(())
    }

    /// Gives an index its lexicon and shows it to the requests.
    async fn show(&mut self, name: String, index: SearchIndex) -> Result<(), FollowError> {
        let reference_rev = self.store.reference_rev().await?;
        let lexicon = self.lexicon(&name, reference_rev).await?;
        index.set_lexicon(lexicon);
        self.reference_rev = Some(reference_rev);
        self.handle.set(Some(index.clone()));
        self.opened = Some((name, index));
        Ok(())
    }

    /// The lexicon for this hub: of several places with one name, those near it come first.
    async fn lexicon(&self, generation: &str, reference_rev: i64) -> Result<Lexicon, FollowError> {
        let lexicon = self.anywhere(generation, reference_rev).await?;
        let hub = self.store.hub().await?;
        let help: Vec<CommuneCode> =
            self.store.help_places().await?.into_iter().map(|located| located.place.commune).collect();
        blocking(move || lexicon.at_home(&hub.place, &help)).await
    }

    /// The lexicon from its file beside the index, else made from the store and saved.
    async fn anywhere(&self, generation: &str, reference_rev: i64) -> Result<Lexicon, FollowError> {
        let path: PathBuf = self.folder.generation(generation).join("lexicon");
        let read = path.clone();
        if let Some(lexicon) = blocking(move || Lexicon::load(&read, reference_rev)).await?? {
            return Ok(lexicon);
        }
        let communes = self.store.communes().await?;
        let basins = self.store.basins().await?;
        let occupations = self.store.occupations().await?;
        let appellations = self.store.appellations().await?;
        let skills = self.store.skills().await?;
        let asked = self.store.occupation_skills().await?;
        let save = self.writing.is_some();
        blocking(move || {
            let trades =
                Trades { occupations: &occupations, appellations: &appellations, skills: &skills, asked: &asked };
            let lexicon = Lexicon::build(&communes, &basins, trades);
            if save {
                lexicon.save(&path, reference_rev)?;
            }
            Ok::<_, SearchError>(lexicon)
        })
        .await?
        .map_err(Into::into)
    }

    /// Places or ROME were imported: a new lexicon.
    async fn follow_reference(&mut self) -> Result<(), FollowError> {
        let Some((name, index)) = self.opened.clone() else { return Ok(()) };
        let reference_rev = self.store.reference_rev().await?;
        if self.reference_rev != Some(reference_rev) {
            let lexicon = self.lexicon(&name, reference_rev).await?;
            index.set_lexicon(lexicon);
            self.reference_rev = Some(reference_rev);
            tracing::info!(reference_rev, "the search knows the new reference data");
        }
        Ok(())
    }

    /// The lock is ours: go on with the current generation, or build one anew.
    async fn start_writing(&mut self, lock: WriterLock) -> Result<(), FollowError> {
        self.adopt_current().await?;
        let rev = self.opened.as_ref().and_then(|(_, index)| index.stamp()).map(|s| s.rev);
        let writer = match &self.opened {
            Some((_, index)) => index.try_writer(WRITER_BYTES)?,
            None => None,
        };
        match (rev, writer) {
            (Some(rev), Some(writer)) => self.writing = Some(Writing { lock, writer: Some(writer), rev }),
            _ => self.rebuild(lock).await?,
        }
        Ok(())
    }

    /// Builds a new generation from the store, then shows it.
    async fn rebuild(&mut self, lock: WriterLock) -> Result<(), FollowError> {
        let target = self.store.current_rev().await?;
        let name = self.folder.new_generation(target)?;
        let path = self.folder.generation(&name);
        let index = blocking(move || SearchIndex::create(&path)).await??;
        let writer = index.try_writer(WRITER_BYTES)?;
        self.writing = Some(Writing { lock, writer, rev: 0 });
        self.catch_up_into(&index).await?;
        self.folder.swap_in(&name)?;
        tracing::info!(rev = target, "the index was built anew");
        self.show(name, index).await
    }

    /// Builds the index from nothing, if this process can have the lock.
    ///
    /// # Errors
    /// When the store, the index or the disk fails; the index in use stays.
    pub async fn rebuild_now(&mut self) -> Result<bool, FollowError> {
        let lock = match self.writing.take() {
            Some(writing) => Some(writing.lock),
            None => self.folder.try_lock()?,
        };
        let Some(lock) = lock else { return Ok(false) };
        self.rebuild(lock).await?;
        Ok(true)
    }

    async fn catch_up(&mut self) -> Result<(), FollowError> {
        if let Some(writing) = &self.writing
            && self.store.current_rev().await? < writing.rev
        {
            tracing::warn!("the index is ahead of the database: building it anew");
            self.rebuild_now().await?;
            return Ok(());
        }
        let Some((_, index)) = self.opened.clone() else { return Ok(()) };
        self.catch_up_into(&index).await
    }

    /// Takes in everything newer than the writer's change number; one commit at the end.
    async fn catch_up_into(&mut self, index: &SearchIndex) -> Result<(), FollowError> {
        let Some(writing) = self.writing.as_mut() else { return Ok(()) };
        let target = self.store.current_rev().await?;
        let fresh = index.stamp().is_none();
        if target == writing.rev && !fresh {
            return Ok(());
        }
        let mut cursor = Cursor::after(writing.rev);
        let mut seen = 0u64;
        loop {
            let changes = self.store.changes_since(&cursor, PAGE).await?;
            seen += (changes.upserts.len() + changes.removed.len()) as u64;
            let Some(mut writer) = writing.writer.take() else { return Ok(()) };
            let more = changes.more;
            cursor = changes.next;
            writer = blocking(move || {
                for offer in &changes.upserts {
                    writer.upsert(offer)?;
                }
                for number in &changes.removed {
                    writer.remove(*number)?;
                }
                Ok::<_, SearchError>(writer)
            })
            .await??;
            writing.writer = Some(writer);
            if !more {
                break;
            }
        }
        let Some(mut writer) = writing.writer.take() else { return Ok(()) };
        let stamp = Stamp { database_id: self.database_id.clone(), rev: cursor.rev.max(target) };
        let rev = stamp.rev;
        writer = blocking(move || writer.commit(&stamp).map(|()| writer)).await??;
        writing.writer = Some(writer);
        writing.rev = rev;
        let index = index.clone();
        blocking(move || index.reload()).await??;
        metrics::gauge!("passerelle_index_rev").set(rev as f64);
        tracing::debug!(rev, offers = seen, "the index caught up");
        Ok(())
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, FollowError> {
    Ok(tokio::task::spawn_blocking(work).await?)
}
