//! `passerelle import …`: reads a source, stages it in batches, publishes it in one transaction,
//! prints the report.

use crate::cli::staging::Staging;
use crate::cli::{CliError, complain, open, say};
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use domain::import::{ImportReport, Outcome};
use domain::minimum_pay::{MinimumPay, Territory, floor_moved};
use domain::offer::Offer;
use domain::pay::PayPeriod;
use domain::place::CommuneCode;
use domain::time::{Day, Timestamp};
use import::resolve::Reference;
use import::{Feed, Format, certifications, count_missing, help_places, input, offers, places, rome};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{ImportId, PublishOptions, Store};

/// Offers staged at a time.
const BATCH: usize = 1_000;
/// A line of progress every so many records.
const PROGRESS: u64 = 10_000;
/// Rejections printed; all of them are in the stored report, up to its own limit.
const PRINTED: usize = 20;

/// What to import.
#[derive(Subcommand)]
pub enum Import {
    /// Communes: Insee's list, La Poste's coordinates and former communes, and the labour basins. `.gz` and `-` are understood.
    Places {
        /// Communes (code, nom, departement, region, codes_postaux, population).
        communes: PathBuf,
        /// La Poste's "hexasmal" file (postcodes and coordinates).
        laposte: PathBuf,
        /// Commune to CLPE.
        clpe: Option<PathBuf>,
    },
    /// ROME: the archive of CSV files as France Travail publishes it.
    Rome {
        /// The zip.
        zip: PathBuf,
    },
    /// Places of help: CSV; replaces those that are there. What a wrong row names stays as it was.
    HelpPlaces {
        /// The file; `-` is standard input; `.gz` is understood.
        file: PathBuf,
    },
    /// Certifications: CertifInfo's CSV; after ROME, whose codes they are joined to. Replaces those that are there.
    Certifications {
        /// The file; `-` is standard input; `.gz` is understood.
        file: PathBuf,
    },
    /// Trainings and other steps of one source, with their sessions.
    Trainings(super::import_trainings::Trainings),
    /// Offers of one source.
    Offers(Offers),
}

/// Offers of one source.
#[derive(Args)]
pub struct Offers {
    /// Name of the source, always the same: offers of one source replace each other.
    #[arg(long)]
    source: String,
    /// How the file is written.
    #[arg(long, value_parser = coded(Format::ALL, Format::code))]
    format: Format,
    /// The file is only a part: what is absent stays open.
    #[arg(long)]
    partial: bool,
    /// Publish even if much is missing.
    #[arg(long)]
    force: bool,
    /// The file; `-` is standard input; `.gz` is understood.
    file: PathBuf,
}

/// Understands one of `all`, by its code.
pub(super) fn coded<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    code: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    // Every possible value is one of `all`.
    let found = move |said: String| all.iter().copied().find(|one| code(*one) == said).ok_or("unknown");
    PossibleValuesParser::new(all.iter().map(|one| code(*one))).try_map(found)
}

/// Runs an import.
pub(crate) async fn run(config: &Config, what: Import) -> Result<ExitCode, CliError> {
    let store = open(config).await?;
    let clock = Clock::new(&config.hub_timezone).ok_or_else(|| ConfigError::TimeZone(config.hub_timezone.clone()))?;
    match what {
        Import::Places { communes, laposte, clpe } => {
            import_places(&store, &clock, &communes, &laposte, clpe.as_deref()).await
        }
        Import::Rome { zip } => import_rome(&store, &clock, &zip).await,
        Import::HelpPlaces { file } => import_help_places(&store, &clock, &file).await,
        Import::Certifications { file } => import_certifications(&store, &clock, &file).await,
        Import::Trainings(args) => super::import_trainings::run(&store, &clock, &args).await,
        Import::Offers(args) => import_offers(&store, &clock, &config.minimum_pay()?, &args).await,
    }
}

async fn import_places(
    store: &Store,
    clock: &Clock,
    communes: &Path,
    laposte: &Path,
    clpe: Option<&Path>,
) -> Result<ExitCode, CliError> {
    let started = clock.now();
    let clpe = clpe.map(input::open).transpose()?;
    let places::ReadPlaces { communes, basins, mut report } =
        places::read_places(input::open(communes)?, input::open(laposte)?, clpe)?;
    let changed = store.replace_places(&communes).await? + store.replace_basins(&basins).await?;
    "places".clone_into(&mut report.kind);
    report.changed = changed;
    store.record_run(&report, started, clock.now()).await?;
    say(&format!("{} communes, {changed} rows changed", communes.len()));
    print(&report);
    Ok(ExitCode::SUCCESS)
}

async fn import_rome(store: &Store, clock: &Clock, zip: &Path) -> Result<ExitCode, CliError> {
    let started = clock.now();
    let (rome, mut report) = rome::read_rome(input::open_seekable(zip)?)?;
    let changed = store.replace_rome(&rome).await?;
    "rome".clone_into(&mut report.kind);
    report.changed = changed;
    store.record_run(&report, started, clock.now()).await?;
    say(&format!(
        "ROME {}: {} occupations, {} appellations, {changed} rows changed",
        rome.version,
        rome.occupations.len(),
        rome.appellations.len()
    ));
    print(&report);
    Ok(ExitCode::SUCCESS)
}

async fn import_help_places(store: &Store, clock: &Clock, file: &Path) -> Result<ExitCode, CliError> {
    let started = clock.now();
    let read = help_places::read(input::open(file)?, &store.communes().await?)?;
    let mut report = read.report;
    if report.refusal.is_none() {
        let changes = store.replace_help_places(&read.places, &read.named).await?;
        (report.new, report.changed) = (changes.new, changes.changed);
        (report.unchanged, report.closed, report.kept) = (changes.unchanged, changes.removed, changes.kept);
    }
    store.record_run(&report, started, clock.now()).await?;
    print(&report);
    Ok(outcome(&report))
}

async fn import_certifications(store: &Store, clock: &Clock, file: &Path) -> Result<ExitCode, CliError> {
    let started = clock.now();
    let occupations = store.occupations().await?;
    let read = certifications::read(input::open(file)?, &occupations)?;
    let mut report = read.report;
    if report.refusal.is_none() {
        let changes = store.replace_certifications(&read.all).await?;
        (report.new, report.changed) = (changes.new, changes.changed);
        (report.unchanged, report.closed) = (changes.unchanged, changes.removed);
    }
    store.record_run(&report, started, clock.now()).await?;
    print(&report);
    let reached: BTreeSet<_> = read.all.iter().flat_map(|one| &one.rome).collect();
    say(&format!("occupations with a certification: {} of {}", reached.len(), occupations.len()));
    Ok(outcome(&report))
}

/// Imports a complete feed that another command read.
pub(crate) async fn feed(
    store: &Store,
    clock: &Clock,
    minimum: &MinimumPay,
    file: &Path,
    (source, force): (&str, bool),
) -> Result<ExitCode, CliError> {
    let (source, file) = (source.to_owned(), file.to_owned());
    let args = Offers { source, format: Format::FranceTravail, partial: false, force, file };
    import_offers(store, clock, minimum, &args).await
}

async fn import_offers(
    store: &Store,
    clock: &Clock,
    minimum: &MinimumPay,
    args: &Offers,
) -> Result<ExitCode, CliError> {
    check_source(&args.source)?;
    let reference = Reference::new(&store.communes().await?, &store.occupations().await?, &store.appellations().await?);
    let import = store.begin_import(&args.source, clock.now()).await?;
    let day_of = |instant: Timestamp| -> Day { clock.day_of(instant) };
    let feed = Feed { source: &args.source, reference: &reference, today: clock.today(), day_of: &day_of };
    let staged = stage(store, &import, args, feed, minimum).await;
    let report = match staged {
        Ok(report) => report,
        Err(error) => {
            store.abandon(import).await?;
            return Err(error);
        }
    };
    let options = PublishOptions { partial: args.partial, force: args.force, now: clock.now() };
    let report = store.publish(import, &options, report).await?;
    print(&report);
    Ok(outcome(&report))
}

/// A source's name is a short word: it stands in keys and reports.
pub(super) fn check_source(source: &str) -> Result<(), CliError> {
    let slug = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let good = !source.is_empty() && source.len() <= 40 && source.bytes().all(slug);
    if good { Ok(()) } else { Err(CliError::Source(source.to_owned())) }
}

async fn stage(
    store: &Store,
    import: &ImportId,
    args: &Offers,
    feed: Feed<'_>,
    minimum: &MinimumPay,
) -> Result<ImportReport, CliError> {
    let mut hours = Vec::new();
    let mut report = ImportReport { kind: "offers".to_owned(), source: args.source.clone(), ..ImportReport::default() };
    let mut batch: Vec<Offer> = Vec::with_capacity(BATCH);
    let mut named = Vec::new();
    let mut staging = Staging::new(store, import);
    let mut records = offers(args.format, feed, input::open(&args.file)?)?;
    if !records.unknown_columns().is_empty() {
        complain(&format!("columns that are not known are left out: {}", records.unknown_columns().join(", ")));
    }
    while let Some(record) = records.next() {
        report.read += 1;
        match record {
            Ok(offer) => {
                count_missing(&offer, &mut report);
                hours.extend(by_the_hour(&offer));
                batch.push(offer);
            }
            Err(bad) => {
                report.reject(bad.rejection);
                named.extend(bad.named);
            }
        }
        records.take_notices().into_iter().for_each(|one| report.notice(one));
        if batch.len() == BATCH || named.len() >= BATCH {
            staging.put(core::mem::take(&mut batch), core::mem::take(&mut named)).await?;
        }
        if report.read.is_multiple_of(PROGRESS) {
            complain(&format!("{} records read, {} rejected", report.read, report.rejected));
        }
    }
    staging.put(batch, named).await?;
    report.duplicates = staging.finish().await?;
    // A file that ends half-way must not pass for a complete feed.
    records.finish()?;
    report.floor = minimum.hour_cents(feed.today, Territory::Country).and_then(|known| floor_moved(hours, known));
    Ok(report)
}

/// What an offer pays an hour, in gross cents, where the country's legal minimum holds for it.
fn by_the_hour(offer: &Offer) -> Option<i64> {
    let commune = offer.places.first().and_then(|place| place.commune.as_ref());
    let territory = Territory::of_commune(commune.map(CommuneCode::as_str));
    let covered = offer.contract.is_none_or(|c| c.is_salaried() && !c.is_alternance());
    let pay = offer.pay.as_ref().filter(|pay| pay.period == PayPeriod::Hour && covered)?;
    (territory == Territory::Country).then_some(pay.min_cents)
}

/// Refused is a failure for who called.
pub(super) fn outcome(report: &ImportReport) -> ExitCode {
    match report.outcome() {
        Outcome::Published => ExitCode::SUCCESS,
        Outcome::Refused => ExitCode::FAILURE,
    }
}

pub(super) fn print(report: &ImportReport) {
    if let Some(refusal) = &report.refusal {
        say(&format!("REFUSED, nothing was changed: {refusal}"));
    }
    say(&format!(
        "read {} · new {} · changed {} · unchanged {} · closed {} · rejected {} · repeated {}",
        report.read, report.new, report.changed, report.unchanged, report.closed, report.rejected, report.duplicates
    ));
    if report.kept > 0 {
        say(&format!("kept as they were, because the file names them but they could not be read: {}", report.kept));
    }
    if !report.missing.is_empty() {
        let missing: Vec<String> = report.missing.iter().map(|(field, n)| format!("{field} {n}")).collect();
        say(&format!("not said by the source: {}", missing.join(" · ")));
    }
    if let Some(floor) = &report.floor {
        say(&format!(
            "legal minimum pay: {} offers state {}.{:02} euros an hour, more than the hub's table has. Check it, and set HUB_SMIC",
            floor.offers,
            floor.cents / 100,
            floor.cents % 100
        ));
    }
    for rejection in report.rejections.iter().take(PRINTED) {
        let id = rejection.id.as_deref().unwrap_or("no id");
        say(&format!("  line {} ({id}), {}: {}", rejection.line, rejection.field, rejection.reason));
    }
    if report.rejected > PRINTED as u64 {
        say(&format!("  … and {} more, in the stored report", report.rejected - PRINTED as u64));
    }
    if report.noticed > 0 {
        say(&format!("notices on what was taken: {}", report.noticed));
    }
    for notice in report.notices.iter().take(PRINTED) {
        let id = notice.id.as_deref().unwrap_or("no id");
        say(&format!("  line {} ({id}), {}: {}", notice.line, notice.field, notice.text));
    }
}
