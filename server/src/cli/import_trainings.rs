//! `passerelle import trainings`: stages in batches, publishes in one transaction, prints the report.

use super::import::{check_source, coded, outcome, print};
use crate::cli::{CliError, complain};
use crate::clock::Clock;
use clap::Args;
use domain::import::ImportReport;
use domain::training::Training;
use import::input;
use import::resolve::Reference;
use import::trainings::{TrainingFormat, trainings};
use std::path::PathBuf;
use std::process::ExitCode;
use store::{MAX_STAGED, PublishOptions, Store, TrainingImport};

/// A line of progress every so many records.
const PROGRESS: u64 = 10_000;

/// Trainings of one source.
#[derive(Args)]
pub struct Trainings {
    /// Name of the source, always the same: trainings of one source replace each other.
    #[arg(long)]
    source: String,
    /// How the file is written.
    #[arg(long, value_parser = coded(TrainingFormat::ALL, TrainingFormat::code))]
    format: TrainingFormat,
    /// The file is only a part: what is absent stays.
    #[arg(long)]
    partial: bool,
    /// Publish even if much is missing.
    #[arg(long)]
    force: bool,
    /// The file; `-` is standard input; `.gz` is understood.
    file: PathBuf,
}

/// Runs the import.
pub(super) async fn run(store: &Store, clock: &Clock, args: &Trainings) -> Result<ExitCode, CliError> {
    check_source(&args.source)?;
    let reference = Reference::new(&store.communes().await?, &[], &[]);
    let import = store.begin_trainings(&args.source, clock.now()).await?;
    let report = match stage(store, &import, args, &reference).await {
        Ok(report) => report,
        Err(error) => {
            store.abandon_trainings(import).await?;
            return Err(error);
        }
    };
    let options = PublishOptions { partial: args.partial, force: args.force, now: clock.now() };
    let report = store.publish_trainings(import, &options, report).await?;
    print(&report);
    Ok(outcome(&report))
}

async fn stage(
    store: &Store,
    import: &TrainingImport,
    args: &Trainings,
    reference: &Reference,
) -> Result<ImportReport, CliError> {
    let mut report = ImportReport::default();
    let mut batch: Vec<Training> = Vec::with_capacity(MAX_STAGED);
    let mut records = trainings(args.format, &args.source, input::open(&args.file)?, reference)?;
    for record in records.by_ref() {
        report.read += 1;
        match record {
            Ok(training) => {
                count_missing(&training, &mut report);
                batch.push(training);
            }
            Err(bad) => {
                report.reject(bad.rejection);
                store.stage_named_trainings(import, &bad.named).await?;
            }
        }
        if batch.len() == MAX_STAGED {
            report.duplicates += store.stage_trainings(import, &batch).await?;
            batch.clear();
        }
        if report.read.is_multiple_of(PROGRESS) {
            complain(&format!("{} records read, {} rejected", report.read, report.rejected));
        }
    }
    report.duplicates += store.stage_trainings(import, &batch).await?;
    // A file that ends half-way must not pass for a complete feed.
    records.finish()?;
    Ok(report)
}

/// What a person would miss.
fn count_missing(training: &Training, report: &mut ImportReport) {
    for (field, missing) in [
        ("sessions", training.sessions.is_empty()),
        ("rome", training.rome.is_empty()),
        ("cost", training.cost.remaining.is_none()),
        ("phone", training.phone.is_none()),
        ("place", training.sessions.iter().any(|session| session.commune.is_none() && !session.remote)),
    ] {
        if missing {
            report.miss(field);
        }
    }
}
