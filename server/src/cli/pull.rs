//! `passerelle pull …`: reads a public API whole, then imports it as a complete feed.

use crate::cli::{CliError, complain, import, open, say};
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::pull::{Settings, pull};
use clap::{Args, Subcommand};
use domain::place::DepartementCode;
use std::process::ExitCode;
use std::time::Duration;

/// Name of the source in the database.
pub(crate) const SOURCE: &str = "france-travail";

/// What to pull.
#[derive(Subcommand)]
pub enum Pull {
    /// France Travail's API "Offres d'emploi v2". Run it every day: its licence asks for it.
    FranceTravail(FranceTravail),
}

/// France Travail.
#[derive(Args)]
pub struct FranceTravail {
    /// Code of a département ("59", "2A", "974"); may be repeated. Always all of them: an offer of
    /// another one is closed.
    #[arg(long = "departement", required = true, value_parser = departement, value_name = "CODE")]
    departements: Vec<DepartementCode>,
    /// Publish even if much is missing.
    #[arg(long)]
    force: bool,
    /// Identifier of our application at francetravail.io.
    #[arg(long, env = "FRANCE_TRAVAIL_CLIENT_ID", value_name = "ID")]
    client_id: String,
    /// Secret of our application.
    #[arg(long, env = "FRANCE_TRAVAIL_CLIENT_SECRET", hide_env_values = true, value_name = "SECRET")]
    client_secret: String,
    /// Where tokens are given.
    #[arg(
        long,
        env = "FRANCE_TRAVAIL_TOKEN_URL",
        default_value = "https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire",
        value_name = "URL"
    )]
    token_url: String,
    /// The API.
    #[arg(
        long,
        env = "FRANCE_TRAVAIL_API_URL",
        default_value = "https://api.francetravail.io/partenaire/offresdemploi",
        value_name = "URL"
    )]
    api_url: String,
}

fn departement(text: &str) -> Result<DepartementCode, String> {
    DepartementCode::parse(text).map_err(|_| format!("{text:?} is no département: expected 59, 2A or 974"))
}

/// Runs it.
pub(crate) async fn run(config: &Config, what: Pull) -> Result<ExitCode, CliError> {
    let Pull::FranceTravail(args) = what;
    let store = open(config).await?;
    let clock = Clock::new(&config.hub_timezone).ok_or_else(|| ConfigError::TimeZone(config.hub_timezone.clone()))?;
    let settings = Settings {
        token_url: args.token_url,
        api_url: args.api_url.trim_end_matches('/').to_owned(),
        client_id: args.client_id,
        client_secret: args.client_secret,
        second: Duration::from_secs(1),
    };
    let folder = config.data_dir.join("pull").join(SOURCE);
    let mut departements = args.departements;
    departements.sort();
    departements.dedup();
    let pulled = pull(settings, &departements, &folder, clock.now(), complain).await?;
    say(&format!("{} offers read", pulled.offers));
    let code = import::feed(&store, &clock, &config.minimum_pay()?, &pulled.file, (SOURCE, args.force)).await?;
    // A feed that is refused is kept: `--force` need not read it again.
    if code == ExitCode::SUCCESS {
        pulled.done()?;
    }
    Ok(code)
}
