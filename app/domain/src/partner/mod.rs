//! A partner: an association whose site shows the board. Who it is, which sites may frame the board, which
//! offers it shows, how they look there. Nothing of a person.

mod colour;
mod count;
mod key;
mod origin;
mod theme;

pub use colour::Colour;
pub use count::{Counted, Host, MIN_SHOWN, PartnerEvent, Shown, Week, weeks};
pub use key::PartnerKey;
pub use origin::Origin;
pub use theme::{Density, Faint, MAX_RADIUS, MIN_CONTRAST, Mode, Palette, Theme};

use crate::query::{OfferQuery, QueryProblem};
use crate::text::is_command;
use serde::{Deserialize, Serialize};

/// The longest name, in characters.
pub const MAX_NAME: usize = 80;
/// Sites that may frame one partner's board.
pub const MAX_ORIGINS: usize = 20;

/// Something that a partner may not be, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field} {value:?}: {why}")]
pub struct Refused {
    /// Which part of it.
    pub field: &'static str,
    /// What was given, shortened.
    pub value: String,
    /// What is wrong, and what would be right.
    pub why: String,
}

impl Refused {
    pub(crate) fn new(field: &'static str, value: &str, why: impl Into<String>) -> Self {
        Self { field, value: crate::text::shorten(value, 80), why: why.into() }
    }
}

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Partner {
    /// What stands in addresses.
    pub key: PartnerKey,
    name: String,
    site: Option<String>,
    origins: Vec<Origin>,
    query: OfferQuery,
    /// ISO 639-1 code of the language of its pages.
    pub lang: String,
    /// How it looks.
    pub theme: Theme,
}

/// A partner before it is checked: as it is typed, and as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// What stands in addresses.
    pub key: String,
    /// Its name, as people know it.
    pub name: String,
    /// Its site, for the way back; else the first of the origins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// Sites that may frame the board.
    #[serde(default)]
    pub origins: Vec<String>,
    /// Which offers it shows: the parameters of a search.
    #[serde(default)]
    pub query: String,
    /// Language.
    #[serde(default = "french")]
    pub lang: String,
    /// How it looks.
    #[serde(default)]
    pub theme: Theme,
}

fn french() -> String {
    "fr".to_owned()
}

impl Partner {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the way back leads: its site, or the first one that may frame the board.
    #[must_use]
    pub fn home(&self) -> Option<String> {
        self.site.clone().or_else(|| self.origins.first().map(|origin| format!("{origin}/")))
    }

    /// Sites that may frame the board, each once.
    #[must_use]
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// The offers that it shows when nothing else is asked.
    #[must_use]
    pub const fn query(&self) -> &OfferQuery {
        &self.query
    }

    /// Its search with what an address asks in its place. A parameter that is there, even empty, replaces all of the
    /// partner's own of that name; a place replaces a place.
    #[must_use]
    pub fn asked(&self, pairs: &[(String, String)]) -> (OfferQuery, Vec<QueryProblem>) {
        const PLACE: [&str; 2] = ["where", "commune"];
        let named = |name: &str| pairs.iter().any(|(other, _)| other == name);
        let placed = PLACE.iter().any(|name| named(name));
        let own = self.query.to_pairs();
        let kept = own.iter().filter(|(name, _)| !(named(name) || placed && PLACE.contains(name)));
        let kept = kept.map(|(name, value)| (*name, value.as_str()));
        OfferQuery::from_pairs(kept.chain(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
    }
}

impl TryFrom<Written> for Partner {
    type Error = Refused;

    fn try_from(written: Written) -> Result<Self, Refused> {
        let name = written.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > MAX_NAME || name.chars().any(is_command) {
            return Err(Refused::new("name", &written.name, format!("1 to {MAX_NAME} characters expected")));
        }
        let site = written.site.map(|site| site_address(&site)).transpose()?;
        let mut origins: Vec<Origin> = Vec::new();
        for text in &written.origins {
            let origin = Origin::parse(text)?;
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
        if origins.len() > MAX_ORIGINS {
            return Err(Refused::new("origin", &origins.len().to_string(), format!("at most {MAX_ORIGINS} sites")));
        }
        let lang = written.lang;
        if lang.len() != 2 || !lang.bytes().all(|b| b.is_ascii_lowercase()) {
            return Err(Refused::new("lang", &lang, "two small letters expected, such as fr"));
        }
        written.theme.check()?;
        let key = PartnerKey::parse(&written.key)?;
        Ok(Self { key, name, site, origins, query: search(&written.query)?, lang, theme: written.theme })
    }
}

impl From<Partner> for Written {
    fn from(partner: Partner) -> Self {
        let pairs = partner.query.to_pairs();
        Self {
            key: partner.key.as_str().to_owned(),
            name: partner.name,
            site: partner.site,
            origins: partner.origins.iter().map(ToString::to_string).collect(),
            query: crate::form::write_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str()))),
            lang: partner.lang,
            theme: partner.theme,
        }
    }
}

/// The address of a site: web, and nothing that could break out of a link.
fn site_address(text: &str) -> Result<String, Refused> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |rest: &str| {
        !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || is_command(c) || "<>\"'\\".contains(c))
    };
    match rest {
        Some(rest) if plain(rest) && text.len() <= 300 => Ok(text.to_owned()),
        _ => Err(Refused::new("site", text, "an address such as https://association.example/ expected")),
    }
}

/// The search of a partner: every parameter is understood, and it begins at its first page.
fn search(text: &str) -> Result<OfferQuery, Refused> {
    let pairs = crate::form::read_pairs(text);
    let known = |name: &str| OfferQuery::PARAMETERS.contains(&name);
    if let Some((name, _)) = pairs.iter().find(|(name, _)| !known(name)) {
        return Err(Refused::new("query", name, format!("unknown; known: {}", OfferQuery::PARAMETERS.join(", "))));
    }
    let (query, problems) = OfferQuery::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    match problems.first() {
        Some(problem) => {
            let why = format!("{} expected", problem.expected);
            Err(Refused::new("query", &format!("{}={}", problem.parameter, problem.value), why))
        }
        None => Ok(OfferQuery { page: 1, ..query }),
    }
}

#[cfg(test)]
mod tests;
