//! `passerelle reports`: what readers told of offers, for the hub's staff.

use crate::cli::{CliError, open, say};
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use clap::Args;
use domain::report::{ReportReason, ReportText};
use domain::time::{Day, Timestamp};
use std::process::ExitCode;
use store::StoredReport;

/// Reports shown at once.
const MOST: u32 = 1_000;

/// Which reports, and what to do with them.
#[derive(Args)]
pub struct Reports {
    /// Only those sent on this day (UTC) or later: 2026-11-23.
    #[arg(long, value_name = "DAY", value_parser = day)]
    since: Option<Day>,
    /// Those that were handled, too.
    #[arg(long)]
    all: bool,
    /// Note that these were handled: ids, as the list shows them.
    #[arg(long, value_name = "ID", num_args = 1..)]
    handled: Vec<String>,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "expected a day such as 2026-11-23".to_owned())
}

/// Runs it.
pub(crate) async fn run(config: &Config, asked: Reports) -> Result<ExitCode, CliError> {
    let store = open(config).await?;
    let clock = Clock::new(&config.hub_timezone).ok_or_else(|| ConfigError::TimeZone(config.hub_timezone.clone()))?;
    let mut unknown = 0;
    for id in &asked.handled {
        let waited = store.handle_report(id, clock.now()).await?;
        unknown += usize::from(!waited);
        say(&format!("{id} {}", if waited { "handled" } else { "is no report that waits" }));
    }
    if asked.handled.is_empty() {
        let since = asked.since.map_or(Timestamp(0), |day| Timestamp(i64::from(day.0) * 86_400));
        let reports = store.reports(since, !asked.all, MOST).await?;
        for report in &reports {
            say(&line(report, &config.public_url()));
        }
        say(&format!("{} shown, {} waiting", reports.len(), store.reports_waiting().await?));
    }
    Ok(if unknown == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn line(stored: &StoredReport, site: &str) -> String {
    let report = &stored.report;
    let words = report.text.as_ref().map_or(String::new(), |text| format!("\n    {}", indented(text)));
    let handled = stored.handled.map_or(String::new(), |at| format!(" (handled {})", at.to_rfc3339()));
    let offer = app::url::offer_short(report.number);
    format!("{} {} {}{handled}\n    {site}{offer}{words}", stored.id, report.at.to_rfc3339(), reason(report.reason))
}

fn indented(text: &ReportText) -> String {
    text.as_str().replace('\n', "\n    ")
}

const fn reason(reason: ReportReason) -> &'static str {
    match reason {
        ReportReason::Filled => "the job is taken",
        ReportReason::Wrong => "wrong information",
        ReportReason::Money => "asks for money or papers",
        ReportReason::Discriminatory => "discriminatory",
        ReportReason::Silent => "the employer does not answer",
        ReportReason::Other => "something else",
    }
}
