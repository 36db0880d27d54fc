//! `passerelle backup` and `passerelle restore`: one portable file for both databases.

use crate::cli::{CliError, connect, open, say};
use crate::config::Config;
use import::input;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

/// Writes a backup. A file is written beside its place and moved there when it is whole.
pub(crate) async fn backup(config: &Config, file: &Path) -> Result<ExitCode, CliError> {
    let store = open(config).await?;
    let wrap = |source| CliError::File { path: file.display().to_string(), source };
    if file == Path::new("-") {
        let mut out = BufWriter::new(std::io::stdout());
        store.backup(&mut out).await?;
        out.flush().map_err(wrap)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut unfinished = file.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let mut out = BufWriter::new(File::create(&unfinished).map_err(wrap)?);
    let rows = store.backup(&mut out).await?;
    let whole = out.into_inner().map_err(|e| wrap(e.into_error()))?;
    whole.sync_all().map_err(wrap)?;
    std::fs::rename(&unfinished, file).map_err(wrap)?;
    say(&format!("{rows} rows are in {}", file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Fills an empty database; migrates it first.
pub(crate) async fn restore(config: &Config, file: &Path) -> Result<ExitCode, CliError> {
    let store = connect(config).await?;
    store.migrate().await?;
    let rows = store.restore(input::open(file)?).await?;
    say(&format!("{rows} rows are back"));
    Ok(ExitCode::SUCCESS)
}
