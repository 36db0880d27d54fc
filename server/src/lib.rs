//! Passerelle's server: one binary that serves, imports, backs up and checks.
//!
//! - [`cli`]: one file a command; [`config`]: every setting, read once;
//! - [`router`] and [`security`]: every route and what guards it; [`forms`] and [`visitors`]: what a page posts, how often;
//!   [`public`]: what outsiders read;
//! - [`pull`]: reading a public API whole;
//! - [`jobs`]: what runs beside the requests (the index follows the store, expiry).

use clap::Parser;
use std::process::ExitCode;

mod addresses;
pub mod assets;
pub mod cli;
pub mod clock;
pub mod config;
pub mod forms;
pub mod jobs;
pub mod partner_secret;
pub mod public;
pub mod pull;
pub mod router;
pub mod security;
pub mod state;
pub mod telemetry;
pub mod visitors;

/// Workers of the runtime: at least four even on one core, because server rendering can park one
/// (leptos issue 4647).
const MIN_WORKERS: usize = 4;

/// Runs the command line to its end.
#[must_use]
pub fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    telemetry::init(&cli.config);
    let workers = std::thread::available_parallelism().map_or(MIN_WORKERS, |n| n.get().max(MIN_WORKERS));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            cli::complain(&format!("cannot start the runtime: {error}"));
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(cli::run(cli)) {
        Ok(code) => code,
        Err(error) => {
            cli::complain(&cli::chain(&error));
            ExitCode::FAILURE
        }
    }
}
