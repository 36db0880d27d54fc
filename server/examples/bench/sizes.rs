//! Bytes: the client, the binary.

use crate::{Failure, row};
use std::fs;
use std::path::Path;

/// Prints the sizes of what was built.
pub(crate) fn measure() -> Result<(), Failure> {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let mut client = 0;
    for entry in fs::read_dir(target.join("site/pkg"))?.flatten() {
        if entry.path().extension().is_some_and(|e| e == "br") {
            client += entry.metadata()?.len();
        }
    }
    for (path, brotli) in server::assets::Site::load().languages_sizes() {
        if path.contains("/fr.") {
            client += brotli as u64;
        }
    }
    row("client, brotli (wasm + glue + French)", &format!("{client} B"), "≤ 220,000 B");
    let binary = fs::metadata(target.join("release/passerelle"))?.len();
    row("binary, site inside", &format!("{:.1} MB", binary as f64 / 1e6), "one file");
    Ok(())
}
