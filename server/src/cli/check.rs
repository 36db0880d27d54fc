//! `passerelle check`: says what is well and what is not.

use crate::cli::pull::SOURCE;
use crate::cli::{CliError, connect, say};
use crate::clock::Clock;
use crate::config::{Config, ConfigError, redact};
use crate::jobs::index_folder::IndexFolder;
use domain::time::Timestamp;
use search::SearchIndex;
use std::process::ExitCode;
use store::{SchemaState, SourceState};

/// Runs it.
pub(crate) async fn run(config: &Config) -> Result<ExitCode, CliError> {
    let mut wrong = Vec::new();
    say(&format!("settings    well ({})", redact(&config.database_url())));
    let store = connect(config).await?;
    match store.schema_state().await? {
        SchemaState::Current => say("schema      current"),
        SchemaState::Empty => wrong.push("schema: the database is empty; run `passerelle migrate`".to_owned()),
        SchemaState::Older => wrong.push("schema: older than this program; run `passerelle migrate`".to_owned()),
        SchemaState::Newer => wrong.push("schema: newer than this program; install the newer program".to_owned()),
    }
    if wrong.is_empty() {
        let problems = store.integrity().await?;
        if problems.is_empty() {
            say("database    well");
        }
        wrong.extend(problems.into_iter().map(|p| format!("database: {p}")));
        let clock =
            Clock::new(&config.hub_timezone).ok_or_else(|| ConfigError::TimeZone(config.hub_timezone.clone()))?;
        say(&format!("open offers {}", store.count_open(clock.today()).await?));
        say(&format!("reports     {} waiting (`passerelle reports`)", store.reports_waiting().await?));
        for source in store.sources().await? {
            let last = source.last_import.map_or_else(|| "never".to_owned(), |t| t.to_rfc3339());
            say(&format!("source      {}: {} live, last import {last}", source.source, source.live));
            wrong.extend(stale(&source, clock.now()));
        }
        index(config, &store, &mut wrong).await?;
    }
    for problem in &wrong {
        say(&format!("WRONG       {problem}"));
    }
    Ok(if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// France Travail's licence asks to refresh its offers at least every 24 hours.
fn stale(source: &SourceState, now: Timestamp) -> Option<String> {
    let hours = (now.0 - source.last_import?.0) / 3_600;
    (source.source == SOURCE && source.live > 0 && hours >= 24).then(|| {
        format!(
            "source {SOURCE}: last import {hours} hours ago; its licence asks for one every 24 hours: `passerelle pull`"
        )
    })
}

async fn index(config: &Config, store: &store::Store, wrong: &mut Vec<String>) -> Result<(), CliError> {
    let folder = IndexFolder::open(&config.data_dir).map_err(crate::jobs::index::FollowError::from)?;
    let Some(name) = folder.current() else {
        say("index       none yet; `serve` builds it");
        return Ok(());
    };
    let opened = SearchIndex::open(&folder.generation(&name)).map_err(crate::jobs::index::FollowError::from)?;
    let rev = store.current_rev().await?;
    match opened.and_then(|i| i.stamp()) {
        Some(stamp) if stamp.database_id != store.database_id().await? => {
            wrong.push("index: of another database; `serve` or `reindex` builds it anew".to_owned());
        }
        Some(stamp) => say(&format!("index       at change {} of {rev}", stamp.rev)),
        None => wrong.push("index: unreadable; run `passerelle reindex`".to_owned()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_of_france_travail_must_be_of_today() {
        let now = Timestamp(1_000_000);
        let state = |source: &str, live, hours: i64| SourceState {
            source: source.into(),
            live,
            last_import: Some(Timestamp(now.0 - hours * 3_600)),
        };
        assert!(stale(&state(SOURCE, 5, 25), now).is_some_and(|w| w.contains("25 hours")));
        for fresh in [state(SOURCE, 5, 23), state(SOURCE, 0, 99), state("mairies", 5, 99)] {
            assert_eq!(stale(&fresh, now), None);
        }
    }
}
