//! `make bench`: the rows of the design's table that exist, as ratios measured in this one run.
//!
//! Absolute times depend on the machine; ratios and bytes do not. Search at 10 k to 1 M beside
//! PostgreSQL is `search.rs`; pages beside a bare handler `pages.rs`; import, start and memory `process.rs`.

mod pages;
mod process;
mod search_rows;
mod sizes;

use std::process::ExitCode;

/// What a measurement may fail with.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let only = std::env::args().nth(1);
    let wants = |name: &str| only.as_deref().is_none_or(|o| o == name);
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let result = runtime.block_on(async {
        row("what", "measured", "goal");
        row("---", "---", "---");
        if wants("sizes") {
            sizes::measure()?;
        }
        if wants("process") {
            process::measure()?;
        }
        if wants("pages") {
            pages::measure().await?;
        }
        if wants("search") {
            search_rows::measure().await?;
        }
        Ok::<(), Failure>(())
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints a row of the table.
#[expect(clippy::print_stdout, reason = "this program prints a table")]
pub(crate) fn row(what: &str, measured: &str, goal: &str) {
    println!("| {what} | {measured} | {goal} |");
}
