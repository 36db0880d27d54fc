//! Bytes: each WebAssembly with what it is fetched with, the binary.

use crate::{Failure, row};
use server::assets::Site;
use std::fs;
use std::path::Path;

/// What a page fetches together: its name, the beginnings of its files' names, and the budget in bytes, brotli. The
/// browser tests hold the same budgets (`pages_stay_light`).
const FETCHED: &[(&str, &[&str], u64)] = &[
    ("the app: client, phone.js, French", &["client.", "phone.", "fr."], 220_000),
    ("the guide: its answers on the phone, without texts", &["guide."], 210_000),
    ("the handover: what an adviser is shown", &["handover."], 32_000),
];

/// Prints the sizes of what was built.
pub(crate) fn measure() -> Result<(), Failure> {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let mut files: Vec<(String, u64)> = Vec::new();
    for entry in fs::read_dir(target.join("site/pkg"))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".br") {
            files.push((name, entry.metadata()?.len()));
        }
    }
    files.extend(Site::load().texts_sizes().map(|(path, bytes)| (path.replace("/pkg/", ""), bytes as u64)));
    for (what, begins, budget) in FETCHED {
        let own = |wasm: bool| {
            let ours = files.iter().filter(|(name, _)| begins.iter().any(|begin| name.starts_with(begin)));
            ours.filter(|(name, _)| !wasm || name.ends_with(".wasm.br")).map(|(_, bytes)| bytes).sum::<u64>()
        };
        row(what, &format!("{} B, its WebAssembly {} B, brotli", own(false), own(true)), &format!("≤ {budget} B"));
    }
    let binary = fs::metadata(target.join("release/passerelle"))?.len();
    row("binary, site inside", &format!("{:.1} MB", binary as f64 / 1e6), "one file");
    Ok(())
}
