//! Build step of `app`: makes the stylesheets.

#![expect(clippy::print_stdout, reason = "this is how a build script speaks to Cargo")]
#![expect(clippy::disallowed_methods, reason = "a build script reads what Cargo sets, and its sources")]

mod styles;

use std::path::{Path, PathBuf};

fn main() -> Result<(), String> {
    let root = PathBuf::from(setting("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(setting("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build");
    let folder = watched(&root.join("../style"));
    write(&out.join("style.css"), &styles::site(&folder)?)?;
    write(&out.join("frame.css"), &styles::frame(&folder)?)?;
    write(&out.join("configure.css"), &styles::of(&folder, "configure")?)?;
    write(&out.join("poster.css"), &styles::of(&folder, "poster")?)?;
    write(&out.join("poster-a3.css"), &styles::of(&folder, "poster-a3")?)?;
    write(&out.join("guide.css"), &styles::guide(&folder)?)
}

fn setting(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set"))
}

fn watched(path: &Path) -> PathBuf {
    println!("cargo::rerun-if-changed={}", path.display());
    path.to_owned()
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}

/// Reads a text file, its name in the error.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// The files of a folder with an extension, sorted by name; none where there is no such folder.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|e| e.path()).filter(|p| p.extension().is_some_and(|x| x == extension)).collect();
    files.sort();
    files
}
