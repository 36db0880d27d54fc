//! `passerelle tick`: what runs beside `serve`, once, for a hub that sleeps between requests.

use crate::cli::{CliError, open, say};
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::jobs::expire;
use std::process::ExitCode;

/// Runs it.
pub(crate) async fn run(config: &Config) -> Result<ExitCode, CliError> {
    let store = open(config).await?;
    let clock = Clock::new(&config.hub_timezone).ok_or_else(|| ConfigError::TimeZone(config.hub_timezone.clone()))?;
    let holder = format!("tick-{}", std::process::id());
    let (closed, purged) = expire::once(&store, &clock, &holder).await?;
    say(&format!("closed {closed} expired offers, forgot {purged} long closed ones"));
    Ok(ExitCode::SUCCESS)
}
