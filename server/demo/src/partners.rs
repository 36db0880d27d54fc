//! The demo's partners: fictional associations, each with its own offers and look.

use super::{DemoError, rows};
use domain::partner::{Colour, Density, Mode, Partner, Theme, Written};

const FILE: &str = "partners.csv";

/// The demo's partners.
///
/// # Errors
/// When our own file is wrong.
pub fn partners() -> Result<Vec<Partner>, DemoError> {
    rows(include_str!("data/partners.csv")).map(|(line, cells)| partner(line, &cells)).collect()
}

fn partner(line: usize, cells: &[&str]) -> Result<Partner, DemoError> {
    let wrong = |what: &dyn core::fmt::Display| DemoError::new(FILE, line, what);
    let [key, name, site, origins, query, lang, accent, accent_dark, mode, radius, density] = cells[..] else {
        return Err(wrong(&"11 cells expected"));
    };
    let colour = |text| Colour::parse(text).map_err(|refused| wrong(&refused));
    let theme = Theme {
        accent: colour(accent)?,
        accent_dark: if accent_dark.is_empty() { None } else { Some(colour(accent_dark)?) },
        mode: Mode::from_code(mode).ok_or_else(|| wrong(&"mode"))?,
        radius: radius.parse().map_err(|error| wrong(&error))?,
        density: Density::from_code(density).ok_or_else(|| wrong(&"density"))?,
    };
    let written = Written {
        key: key.to_owned(),
        name: name.to_owned(),
        site: Some(site.to_owned()),
        origins: origins.split(' ').map(str::to_owned).collect(),
        query: query.to_owned(),
        lang: lang.to_owned(),
        theme,
    };
    Partner::try_from(written).map_err(|refused| wrong(&refused))
}
