//! Build step of `i18n`: checks the language files and makes typed texts of them.
//!
//! A missing text, a placeholder that differs between languages or a text that is too long stops
//! the build, with the name of the file and the key.

#![expect(clippy::print_stdout, reason = "this is how a build script speaks to Cargo")]
#![expect(clippy::disallowed_methods, reason = "a build script reads what Cargo sets, and its sources")]

mod texts;

use std::path::{Path, PathBuf};

#[path = "../src/plural.rs"]
#[expect(dead_code, unreachable_pub, reason = "the crate uses the rest of this file, as a public module")]
mod plural;

fn main() -> Result<(), String> {
    let root = PathBuf::from(setting("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(setting("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src");
    write(&out.join("texts.rs"), &texts::generate(&root.join("src"), "Texts")?)?;
    write(&out.join("guide_texts.rs"), &texts::generate(&root.join("src/guide"), "GuideTexts")?)?;
    write(&out.join("page_texts.rs"), &texts::generate_pages(&root.join("src/pages"))?)
}

fn setting(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set"))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}

/// Reads a text file, its name in the error.
fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// The files of a folder with an extension, sorted by name; none where there is no such folder.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|e| e.path()).filter(|p| p.extension().is_some_and(|x| x == extension)).collect();
    files.sort();
    files
}
