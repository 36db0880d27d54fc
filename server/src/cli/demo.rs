//! `passerelle demo`: our own fictional data, offline, with dates relative to today.

use crate::cli::{CliError, connect, say};
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use domain::import::ImportReport;
use domain::time::{Day, Timestamp};
use std::process::ExitCode;
use store::{Hub, PublishOptions, Store};

/// Version under which the demo's occupations are kept.
const DEMO_ROME: &str = "460 (demo)";
/// Source name of the demo's offers.
const SOURCE: &str = "demo";
/// Offers staged at a time.
const BATCH: usize = 1_000;

/// Fills an empty database; on a demo database moves the dates; refuses any other.
pub(crate) async fn run(config: &Config) -> Result<ExitCode, CliError> {
    let store = connect(config).await?;
    store.migrate().await?;
    let clock = Clock::new(&config.hub_timezone).ok_or_else(|| ConfigError::TimeZone(config.hub_timezone.clone()))?;
    let hub = store.hub().await?;
    let today = clock.today();
    if !hub.demo && !is_empty(&store).await? {
        return Err(CliError::NotADemo);
    }
    if hub.demo && hub.demo_day == Some(today) {
        say("the demo is already of today");
        return Ok(ExitCode::SUCCESS);
    }
    let (name, phone, place) = demo::hub();
    // Said first: a demo that is killed half-way is still known as one, and can be run again.
    store.set_hub(&Hub { name, phone, place, demo: true, demo_day: hub.demo_day }).await?;
    store.replace_places(&demo::communes()?).await?;
    store.replace_rome(&demo::rome(DEMO_ROME)?).await?;
    store.replace_help_places(&demo::help_places()?, &[]).await?;
    for partner in demo::partners()? {
        // What somebody changed in the demo stays as it is.
        store.put_partner(&partner, false).await?;
    }
    let offers = demo::offers(today)?;
    let now = clock.now();
    publish_trainings(&store, today, now).await?;
    let import = store.begin_import(SOURCE, now).await?;
    for batch in offers.chunks(BATCH) {
        store.stage(&import, batch).await?;
    }
    let report = ImportReport {
        kind: "offers".to_owned(),
        source: SOURCE.to_owned(),
        read: offers.len() as u64,
        ..ImportReport::default()
    };
    let options = PublishOptions { partial: false, force: true, now };
    let report = store.publish(import, &options, report).await?;
    let hub = store.hub().await?;
    store.set_hub(&Hub { demo_day: Some(today), ..hub }).await?;
    say(&format!("the demo is there: {} new offers, {} moved to today", report.new, report.changed));
    Ok(ExitCode::SUCCESS)
}

async fn publish_trainings(store: &Store, today: Day, now: Timestamp) -> Result<(), CliError> {
    let trainings = demo::trainings(today)?;
    let import = store.begin_trainings(SOURCE, now).await?;
    for batch in trainings.chunks(BATCH) {
        store.stage_trainings(&import, batch).await?;
    }
    let report = ImportReport { read: trainings.len() as u64, ..ImportReport::default() };
    store.publish_trainings(import, &PublishOptions { partial: false, force: true, now }, report).await?;
    Ok(())
}

async fn is_empty(store: &Store) -> Result<bool, CliError> {
    Ok(store.current_rev().await? == 0 && store.reference_rev().await? == 0 && store.training_rev().await? == 0)
}
