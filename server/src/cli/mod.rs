//! The command line: one file a command. Only here is anything printed.

use crate::config::{Config, ConfigError};
use clap::{Parser, Subcommand};
use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use store::{SchemaState, Store, StoreError};

pub mod backup;
pub mod check;
pub mod demo;
pub mod import;
mod import_trainings;
pub mod partner;
pub mod pull;
pub mod reindex;
pub mod reports;
pub mod serve;
mod staging;
pub mod tick;

/// Passerelle: offers, skills and pathways of a local employment hub.
#[derive(Parser)]
#[command(name = "passerelle", version, about, max_term_width = 100)]
pub struct Cli {
    /// The settings.
    #[command(flatten)]
    pub config: Config,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the app. Migrates the default SQLite file; refuses another database of an older schema.
    Serve,
    /// Bring the database's schema up to date. May be run again at any time.
    Migrate,
    /// Fill an empty database with fictional data; on a demo database, move its dates to today.
    Demo,
    /// Import reference data or offers.
    #[command(subcommand)]
    Import(import::Import),
    /// Read a public API whole and import it.
    #[command(subcommand)]
    Pull(pull::Pull),
    /// Do once what runs beside `serve`: close what has expired. For a scheduler.
    Tick,
    /// Build the search index from nothing and swap it in.
    Reindex,
    /// Write everything to one portable file (JSON lines), the same for both databases.
    Backup {
        /// Where to write; `-` is standard output.
        file: PathBuf,
    },
    /// Fill an empty database from a backup.
    Restore {
        /// What to read; `-` is standard input; `.gz` is understood.
        file: PathBuf,
    },
    /// List what readers told of offers, or note that it was handled.
    Reports(reports::Reports),
    /// Partners: associations whose sites show the board.
    #[command(subcommand)]
    Partner(partner::PartnerCommand),
    /// Check settings, database and index; exit code 1 when something is wrong.
    Check,
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// A setting.
    #[error("settings")]
    Config(#[from] ConfigError),
    /// The database.
    #[error("database")]
    Store(#[from] StoreError),
    /// The schema is older than this program.
    #[error("the database's schema is older than this program: run `passerelle migrate` first")]
    SchemaOlder,
    /// The schema is newer than this program.
    #[error("the database's schema is newer than this program: install the newer program")]
    SchemaNewer,
    /// Work beside the reading of an input ended half-way.
    #[error("staging")]
    Task(#[from] tokio::task::JoinError),
    /// An input could not be read.
    #[error("input")]
    Import(#[from] ::import::ImportError),
    /// The demo data could not be read.
    #[error("demo data")]
    Demo(#[from] ::demo::DemoError),
    /// The database is not empty, and is no demo.
    #[error("this database holds real data: `demo` only fills an empty database")]
    NotADemo,
    /// The index.
    #[error("search index")]
    Follow(#[from] crate::jobs::index::FollowError),
    /// Another process writes the index.
    #[error("another process holds the index's lock: stop it first")]
    IndexLocked,
    /// A file.
    #[error("{path}")]
    File {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The API.
    #[error("pull")]
    Pull(#[from] crate::pull::PullError),
    /// A partner that may not be one.
    #[error("partner")]
    Partner(#[from] domain::partner::Refused),
    /// The database holds a partner that may not be one.
    #[error(
        "a partner in the database is malformed, and browsers drop a whole list of sites that they cannot read: mend it \
         with `passerelle partner add KEY --replace …` or take it away with `passerelle partner remove KEY` \
         (`passerelle partner list` names it)"
    )]
    Partners(#[source] StoreError),
    /// The system gives none.
    #[error("no randomness")]
    Randomness(#[from] getrandom::Error),
    /// A name that is no slug.
    #[error("--source is {0:?}: expected small letters, digits and hyphens, such as france-travail")]
    Source(String),
}

/// Runs a command.
///
/// # Errors
/// What failed, where, and how to mend it.
pub async fn run(cli: Cli) -> Result<ExitCode, CliError> {
    cli.config.check()?;
    let config = cli.config;
    match cli.command {
        Command::Serve => serve::run(config).await,
        Command::Migrate => {
            let store = connect(&config).await?;
            store.migrate().await?;
            say("the schema is up to date");
            Ok(ExitCode::SUCCESS)
        }
        Command::Demo => demo::run(&config).await,
        Command::Import(what) => import::run(&config, what).await,
        Command::Pull(what) => pull::run(&config, what).await,
        Command::Tick => tick::run(&config).await,
        Command::Reindex => reindex::run(&config).await,
        Command::Backup { file } => backup::backup(&config, &file).await,
        Command::Restore { file } => backup::restore(&config, &file).await,
        Command::Reports(asked) => reports::run(&config, asked).await,
        Command::Partner(asked) => partner::run(&config, asked).await,
        Command::Check => check::run(&config).await,
    }
}

/// Opens the database as it is.
pub(crate) async fn connect(config: &Config) -> Result<Store, CliError> {
    Ok(Store::open(&config.database_url(), config.database_connections).await?)
}

/// Opens the database and sees to its schema: the default SQLite file is migrated, another one
/// must be current.
pub(crate) async fn open(config: &Config) -> Result<Store, CliError> {
    let store = connect(config).await?;
    match store.schema_state().await? {
        SchemaState::Current => {}
        SchemaState::Newer => return Err(CliError::SchemaNewer),
        SchemaState::Empty | SchemaState::Older if config.is_default_database() => store.migrate().await?,
        SchemaState::Empty | SchemaState::Older => return Err(CliError::SchemaOlder),
    }
    Ok(store)
}

/// Prints a line of a command's result.
pub(crate) fn say(line: &str) {
    // A closed pipe is no reason to fail.
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// Prints progress or a complaint on standard error.
pub(crate) fn complain(line: &str) {
    drop(writeln!(std::io::stderr(), "passerelle: {line}"));
}

/// An error with its causes, on one line.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut out = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let text = cause.to_string();
        if !out.contains(&text) {
            out.push_str(": ");
            out.push_str(&text);
        }
        source = cause.source();
    }
    out
}
