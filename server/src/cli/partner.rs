//! `passerelle partner`: the associations whose sites show the board. A running server sees a change within half a minute.
//! A partner's code is printed once, when it is made.

use crate::cli::{CliError, complain, open, say};
use crate::config::Config;
use crate::partner_secret;
use app::i18n::Lang;
use app::url;
use clap::{Args, Subcommand};
use domain::partner::{Colour, Density, Mode, Partner, PartnerKey, Refused, Theme, Written};
use std::process::ExitCode;
use store::Store;

/// What to do with partners.
#[derive(Subcommand)]
pub enum PartnerCommand {
    /// Add a partner, or with --replace put it in the place of the one with its key.
    Add(Box<Add>),
    /// List the partners, and what is wrong with one.
    List,
    /// Say what came of a partner's board, week by week. Numbers under five stay hidden.
    Counts {
        /// Its key.
        key: String,
        /// As CSV, for spreadsheets.
        #[arg(long)]
        csv: bool,
    },
    /// Make a new code with which a partner reads what came of its board; the old one ends.
    Code {
        /// Its key.
        key: String,
    },
    /// Remove a partner: its frames and pages are gone within half a minute, and what was counted with them.
    Remove {
        /// Its key.
        key: String,
    },
}

/// A partner.
#[derive(Args)]
pub struct Add {
    /// What stands in addresses and snippets, for ever: small letters, digits, hyphens.
    key: String,
    /// Its name, as people know it.
    #[arg(long, value_name = "TEXT")]
    name: String,
    /// Its site, for the way back. Default: the first origin.
    #[arg(long, value_name = "URL")]
    site: Option<String>,
    /// A site that may frame the board (https://www.association.example). May be repeated.
    #[arg(long, value_name = "ORIGIN")]
    origin: Vec<String>,
    /// Which offers it shows: the parameters of a search ("commune=59512&radius_km=20&contract=cdi").
    #[arg(long, value_name = "SEARCH", default_value = "")]
    query: String,
    /// Language of its pages.
    #[arg(long, value_name = "CODE", default_value = "fr")]
    lang: String,
    /// Colour of links and buttons.
    #[arg(long, value_name = "#RRGGBB")]
    accent: Option<String>,
    /// The same on dark grounds. Default: the accent, made lighter until it can be read.
    #[arg(long, value_name = "#RRGGBB")]
    accent_dark: Option<String>,
    /// auto (as the reader's device), light or dark.
    #[arg(long, value_name = "MODE", default_value = "auto")]
    mode: String,
    /// How round corners are, in pixels.
    #[arg(long, value_name = "PIXELS", default_value_t = 14)]
    radius: u8,
    /// comfortable or compact.
    #[arg(long, value_name = "DENSITY", default_value = "comfortable")]
    density: String,
    /// Put it in the place of the partner with its key.
    #[arg(long)]
    replace: bool,
}

/// Runs it.
pub(crate) async fn run(config: &Config, command: PartnerCommand) -> Result<ExitCode, CliError> {
    let store = open(config).await?;
    match command {
        PartnerCommand::Add(add) => {
            let replace = add.replace;
            let partner = read(*add)?;
            if !store.put_partner(&partner, replace).await? {
                let key = &partner.key;
                complain(&if replace {
                    format!("there is no partner {key} to replace: leave --replace out")
                } else {
                    format!("there is a partner {key} already: --replace puts this one in its place")
                });
                return Ok(ExitCode::FAILURE);
            }
            say(&line(&partner, &config.public_url()));
            if !replace {
                give_code(&store, &partner.key, &config.public_url()).await?;
            }
            Ok(ExitCode::SUCCESS)
        }
        PartnerCommand::Counts { key, csv } => counts(&store, &key, csv).await,
        PartnerCommand::Code { key } => give_code(&store, &PartnerKey::parse(&key)?, &config.public_url()).await,
        PartnerCommand::List => {
            let kept = store.kept_partners().await?;
            let mut wrong = false;
            for kept in &kept {
                match &kept.read {
                    Ok(partner) => say(&line(partner, &config.public_url())),
                    Err(error) => {
                        wrong = true;
                        say(&format!("{}: WRONG, {error}", kept.key));
                    }
                }
            }
            say(&format!("partners: {}", kept.len()));
            Ok(if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        PartnerCommand::Remove { key } => {
            let removed = store.remove_partner(&key).await?;
            say(&format!("{key} {}", if removed { "removed" } else { "is no partner" }));
            Ok(if removed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
    }
}

/// Makes a code, keeps its hash, prints it: nobody can read it again.
async fn give_code(store: &Store, key: &PartnerKey, site: &str) -> Result<ExitCode, CliError> {
    let code = partner_secret::make()?;
    if !store.set_partner_secret(key, &partner_secret::hash(&code)).await? {
        complain(&format!("{key} is no partner"));
        return Ok(ExitCode::FAILURE);
    }
    say(&format!(
        "    numbers  {site}{}\n    code     {code} (shown once: give it to the partner)",
        url::partner_counts(key, "")
    ));
    Ok(ExitCode::SUCCESS)
}

async fn counts(store: &Store, key: &str, csv: bool) -> Result<ExitCode, CliError> {
    let key = PartnerKey::parse(key)?;
    if !store.kept_partners().await?.iter().any(|kept| kept.key == key.as_str()) {
        complain(&format!("{key} is no partner"));
        return Ok(ExitCode::FAILURE);
    }
    let counted = store.counts(&key).await?;
    let text = if csv { app::embed::counts_csv(Lang::Fr, &counted) } else { app::embed::counts_lines(&counted) };
    say(text.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// A partner from what was typed; everything is checked as it is when it is read.
fn read(add: Add) -> Result<Partner, Refused> {
    let none = Theme::default();
    let colour = |text: Option<String>| text.map(|text| Colour::parse(&text)).transpose();
    let theme = Theme {
        accent: colour(add.accent)?.unwrap_or(none.accent),
        accent_dark: colour(add.accent_dark)?,
        mode: Mode::from_code(&add.mode).ok_or_else(|| one_of("mode", &add.mode, "auto, light or dark"))?,
        radius: add.radius,
        density: Density::from_code(&add.density)
            .ok_or_else(|| one_of("density", &add.density, "comfortable or compact"))?,
    };
    if Lang::from_code(&add.lang).is_none() {
        let known: Vec<&str> = Lang::ALL.iter().map(|lang| lang.code()).collect();
        return Err(one_of("lang", &add.lang, &known.join(" or ")));
    }
    let written = Written {
        key: add.key,
        name: add.name,
        site: add.site,
        origins: add.origin,
        query: add.query,
        lang: add.lang,
        theme,
    };
    Partner::try_from(written)
}

fn one_of(field: &'static str, value: &str, known: &str) -> Refused {
    Refused { field, value: value.to_owned(), why: format!("{known} expected") }
}

/// What there is to know of a partner, and what to paste.
fn line(partner: &Partner, site: &str) -> String {
    let key = &partner.key;
    let origins: Vec<&str> = partner.origins().iter().map(|origin| origin.as_str()).collect();
    let origins = if origins.is_empty() { "none: no site may frame it".to_owned() } else { origins.join(" ") };
    let search = url::search_of(partner.query());
    let search = if search.is_empty() { "every offer" } else { &search };
    format!(
        "{key}: {}\n    page     {site}{}\n    sites    {origins}\n    offers   {search}\n    paste    {}",
        partner.name(),
        url::partner(key, ""),
        app::embed::snippet(partner, site)
    )
}
