//! Where indexes lie: `DATA_DIR/index/<schema>/<generation>`, a file `current` that names the
//! generation in use, and a lock that says who writes.
//!
//! A rebuild goes into a new generation and is swapped in by renaming `current`, so that readers
//! see the old one or the new one.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The folder of one schema.
#[derive(Clone, Debug)]
pub struct IndexFolder {
    root: PathBuf,
}

/// Held while this process writes the index; the operating system lets go of it when the process dies.
#[derive(Debug)]
pub struct WriterLock {
    _file: File,
}

impl IndexFolder {
    /// The folder for the running schema, made if it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(data_dir: &Path) -> io::Result<Self> {
        let root = data_dir.join("index").join(search::schema_folder());
        fs::create_dir_all(&root)?;
        Ok(Self { root })
    }

    /// Name of the generation in use.
    #[must_use]
    pub fn current(&self) -> Option<String> {
        let name = fs::read_to_string(self.root.join("current")).ok()?;
        let name = name.trim();
        (!name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')).then(|| name.to_owned())
    }

    /// Folder of a generation.
    #[must_use]
    pub fn generation(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// A new, empty generation.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new_generation(&self, seed: i64) -> io::Result<String> {
        let name = format!("g{seed}-{}", std::process::id());
        let path = self.generation(&name);
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir_all(path)?;
        Ok(name)
    }

    /// Makes a generation the one in use, and removes the others (a reader that still has one open
    /// keeps its files until it lets go).
    ///
    /// # Errors
    /// When `current` cannot be replaced.
    pub fn swap_in(&self, name: &str) -> io::Result<()> {
        let next = self.root.join("current.next");
        fs::write(&next, name)?;
        File::open(&next)?.sync_all()?;
        fs::rename(&next, self.root.join("current"))?;
        for entry in fs::read_dir(&self.root)?.flatten() {
            let other = entry.file_name();
            if entry.path().is_dir() && other != *name {
                // Another process may be opening it at this moment; what stays is removed next time.
                drop(fs::remove_dir_all(entry.path()));
            }
        }
        Ok(())
    }

    /// The lock of the writer, or `None` when another process holds it.
    ///
    /// # Errors
    /// When the lock file cannot be opened.
    pub fn try_lock(&self) -> io::Result<Option<WriterLock>> {
        let file = File::options().create(true).truncate(false).write(true).open(self.root.join("writer.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(WriterLock { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generation_is_swapped_in_whole() {
        let dir = tempfile::tempdir().unwrap();
        let folder = IndexFolder::open(dir.path()).unwrap();
        assert_eq!(folder.current(), None);
        let first = folder.new_generation(1).unwrap();
        folder.swap_in(&first).unwrap();
        assert_eq!(folder.current().as_deref(), Some(first.as_str()));
        let second = folder.new_generation(2).unwrap();
        folder.swap_in(&second).unwrap();
        assert_eq!(folder.current().as_deref(), Some(second.as_str()));
        assert!(!folder.generation(&first).exists());
    }

    #[test]
    fn one_process_writes() {
        let dir = tempfile::tempdir().unwrap();
        let folder = IndexFolder::open(dir.path()).unwrap();
        let lock = folder.try_lock().unwrap();
        assert!(lock.is_some());
        assert!(folder.try_lock().unwrap().is_none());
        drop(lock);
        assert!(folder.try_lock().unwrap().is_some());
    }
}
