//! `passerelle reindex`: the search index from nothing, swapped in when it is whole.

use crate::cli::{CliError, open, say};
use crate::config::Config;
use crate::jobs::index::Follower;
use app::context::SearchHandle;
use std::process::ExitCode;

/// Runs it.
pub(crate) async fn run(config: &Config) -> Result<ExitCode, CliError> {
    let store = open(config).await?;
    let handle = SearchHandle::default();
    let mut follower = Follower::open(store, &config.data_dir, handle).await?;
    if !follower.rebuild_now().await? {
        return Err(CliError::IndexLocked);
    }
    say("the index is built and in use");
    Ok(ExitCode::SUCCESS)
}
