//! Every setting, read once from the command line or the environment, checked at start.

use clap::Args;
use core::fmt;
use domain::minimum_pay::MinimumPay;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// The settings. `passerelle --help` lists them all.
#[derive(Args, Clone)]
pub struct Config {
    /// Database: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`. Default: SQLite in DATA_DIR.
    #[arg(long, env = "DATABASE_URL", global = true, hide_env_values = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// The only folder that is written to: the SQLite file and the search index.
    #[arg(long, env = "DATA_DIR", global = true, default_value = "data", value_name = "DIR")]
    pub data_dir: PathBuf,
    /// Port to listen on.
    #[arg(long, env = "PORT", global = true, default_value_t = 3000)]
    pub port: u16,
    /// Address to listen on.
    #[arg(long, env = "LISTEN_ADDR", global = true, default_value = "0.0.0.0", value_name = "IP")]
    pub listen_addr: IpAddr,
    /// Address that people type, without a final slash. Default: http://127.0.0.1:PORT.
    #[arg(long, env = "PUBLIC_URL", global = true, value_name = "URL")]
    pub public_url: Option<String>,
    /// Where Prometheus metrics are served (host:port); off when absent.
    #[arg(long, env = "METRICS_ADDR", global = true, value_name = "ADDR")]
    pub metrics_addr: Option<SocketAddr>,
    /// Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas.
    #[arg(long, env = "TRUSTED_PROXIES", global = true, value_delimiter = ',', value_name = "IP")]
    pub trusted_proxies: Vec<IpAddr>,
    /// Connections to the database.
    #[arg(long, env = "DATABASE_CONNECTIONS", global = true, default_value_t = 8, value_name = "N")]
    pub database_connections: u32,
    /// Name of the hub; kept in the database by `serve`.
    #[arg(long, env = "HUB_NAME", global = true, value_name = "TEXT")]
    pub hub_name: Option<String>,
    /// Phone number of the hub, shown on every dead end.
    #[arg(long, env = "HUB_PHONE", global = true, value_name = "PHONE")]
    pub hub_phone: Option<String>,
    /// Where the hub is ("Roubaix"): of several places with one name those near it come first.
    #[arg(long, env = "HUB_PLACE", global = true, value_name = "TEXT")]
    pub hub_place: Option<String>,
    /// Time zone of the hub: days begin and end there.
    #[arg(long, env = "HUB_TIMEZONE", global = true, default_value = "Europe/Paris", value_name = "TZ")]
    pub hub_timezone: String,
    /// Who publishes the site: name and legal form, for the legal notice.
    #[arg(long, env = "HUB_PUBLISHER", global = true, value_name = "TEXT")]
    pub hub_publisher: Option<String>,
    /// Address of the publisher, for the legal notice.
    #[arg(long, env = "HUB_ADDRESS", global = true, value_name = "TEXT")]
    pub hub_address: Option<String>,
    /// Who answers for what is published (directeur de la publication).
    #[arg(long, env = "HUB_DIRECTOR", global = true, value_name = "TEXT")]
    pub hub_director: Option<String>,
    /// Name, address and phone of who hosts the site.
    #[arg(long, env = "HUB_HOST", global = true, value_name = "TEXT")]
    pub hub_host: Option<String>,
    /// E-mail address to write to.
    #[arg(long, env = "HUB_CONTACT", global = true, value_name = "TEXT")]
    pub hub_contact: Option<String>,
    /// Who answers for personal data (délégué à la protection des données).
    #[arg(long, env = "HUB_DPO", global = true, value_name = "TEXT")]
    pub hub_dpo: Option<String>,
    /// Legal minimum pay (SMIC) that this program does not know yet: DAY=EUROS gross an hour, separated by
    /// commas ("2027-01-01=12.20").
    #[arg(long, env = "HUB_SMIC", global = true, value_delimiter = ',', value_name = "DAY=EUROS")]
    pub hub_smic: Vec<String>,
    /// Serve the style page at /style, for those who build.
    #[arg(long, env = "STYLE_PAGE", global = true)]
    pub style_page: bool,
    /// Send a service worker that removes itself and all that it kept: for a day on which ours is broken.
    #[arg(long, env = "SERVICE_WORKER_OFF", global = true)]
    pub service_worker_off: bool,
    /// How logs are written.
    #[arg(long, env = "LOG_FORMAT", global = true, value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
}

/// How logs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// One line for people.
    Text,
    /// One JSON object a line.
    Json,
}

/// What is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// PUBLIC_URL is no address.
    #[error("PUBLIC_URL is {0:?}: expected https://host or http://host:port, without a path")]
    PublicUrl(String),
    /// HUB_TIMEZONE is unknown.
    #[error("HUB_TIMEZONE is {0:?}: expected a name such as Europe/Paris or Indian/Reunion")]
    TimeZone(String),
    /// HUB_SMIC is not understood.
    #[error("HUB_SMIC is {0:?}: expected DAY=EUROS, such as 2027-01-01=12.20")]
    MinimumPay(String),
    /// DATABASE_URL is of another kind.
    #[error("DATABASE_URL must begin with sqlite: or postgres://")]
    Database,
    /// DATA_DIR cannot be made.
    #[error("DATA_DIR {path:?} cannot be created: {source}")]
    DataDir {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl Config {
    /// Checks what clap cannot, and makes DATA_DIR.
    ///
    /// # Errors
    /// The first setting that is wrong, and how to mend it.
    pub fn check(&self) -> Result<(), ConfigError> {
        let url = self.public_url();
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if !host.is_some_and(|h| !h.is_empty() && !h.contains(['/', '?', '#', ' ', '@'])) {
            return Err(ConfigError::PublicUrl(url));
        }
        let database = self.database_url();
        if !(database.starts_with("sqlite:")
            || database.starts_with("postgres://")
            || database.starts_with("postgresql://"))
        {
            return Err(ConfigError::Database);
        }
        if crate::clock::Clock::new(&self.hub_timezone).is_none() {
            return Err(ConfigError::TimeZone(self.hub_timezone.clone()));
        }
        self.minimum_pay()?;
        std::fs::create_dir_all(&self.data_dir)
            .map_err(|source| ConfigError::DataDir { path: self.data_dir.clone(), source })
    }

    /// The database, the default one when none is set.
    #[must_use]
    pub fn database_url(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| format!("sqlite:{}", self.data_dir.join("passerelle.db").display()))
    }

    /// Whether the database is the default SQLite file: the only one that `serve` migrates by itself.
    #[must_use]
    pub const fn is_default_database(&self) -> bool {
        self.database_url.is_none()
    }

    /// The legal minimum pay: what the program knows, and what the setting adds.
    ///
    /// # Errors
    /// The first value that is not understood.
    pub fn minimum_pay(&self) -> Result<MinimumPay, ConfigError> {
        self.hub_smic.iter().try_fold(MinimumPay::default(), |known, setting| {
            known.with(setting).ok_or_else(|| ConfigError::MinimumPay(setting.clone()))
        })
    }

    /// The address that people type.
    #[must_use]
    pub fn public_url(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://127.0.0.1:{}", self.port),
        }
    }
}

/// A database URL without its password.
#[must_use]
pub fn redact(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    match rest.rsplit_once('@') {
        Some((who, host)) => {
            let user = who.split(':').next().unwrap_or_default();
            let host = host.split('?').next().unwrap_or_default();
            format!("{scheme}://{user}:***@{host}")
        }
        None => format!("{scheme}://{}", rest.split('?').next().unwrap_or_default()),
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("database_url", &redact(&self.database_url()))
            .field("data_dir", &self.data_dir)
            .field("port", &self.port)
            .field("listen_addr", &self.listen_addr)
            .field("public_url", &self.public_url())
            .field("metrics_addr", &self.metrics_addr)
            .field("trusted_proxies", &self.trusted_proxies)
            .field("hub_timezone", &self.hub_timezone)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn a_password_is_never_printed() {
        assert_eq!(redact("postgres://hub:s3:cr@t@db.example/hub?password=x"), "postgres://hub:***@db.example/hub");
        assert_eq!(redact("postgres://db.example/hub?password=x"), "postgres://db.example/hub");
        assert_eq!(redact("sqlite:data/passerelle.db"), "sqlite:data/passerelle.db");
    }
}
