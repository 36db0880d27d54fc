//! What a volunteer chose on the configurator, read from the page's address: a partner of ours or an association that is
//! not one yet, its offers, its look. What is shown is always something that can be read; what cannot is told.

use crate::context::AppContext;
use crate::i18n::Lang;
use crate::offers::{CHOSEN_FOR, forget_other_commune};
use crate::url;
use domain::partner::{Colour, Density, Mode, Partner, Theme, Written};
use domain::query::OfferQuery;

/// The key under which somebody tries who has none.
const TRIAL: &str = "essai";
/// Parameters of the search that the form sets; a partner's others stay.
const ASKED: [&str; 6] = ["where", "commune", "radius_km", "contract", "no_car", "insertion"];

/// Why a look is refused.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Refusal {
    /// It is no colour.
    NoColour,
    /// It cannot be read: contrast, whether on dark grounds, the nearest that can.
    Faint(f64, bool, Colour),
}

/// What was chosen.
pub(super) struct Choice {
    /// The key as it was typed.
    pub(super) key: String,
    /// The partner with this key.
    pub(super) known: Option<Partner>,
    /// What is shown: the partner, or the association that tries, as chosen.
    pub(super) shown: Partner,
    /// The accent as it was typed.
    pub(super) accent: String,
    /// Why the look is not the one that was chosen.
    pub(super) refused: Option<Refusal>,
    /// The name of the place.
    pub(super) place: String,
    /// The site that is asked about.
    pub(super) site: String,
    pairs: Vec<(String, String)>,
}

impl Choice {
    /// Reads an address. The fields of a form that was drawn for another key say nothing: the partner's own hold.
    pub(super) async fn read(app: &AppContext, lang: Lang, search: &str) -> Self {
        let pairs = url::read_pairs(search);
        let last = |name: &str| pairs.iter().rev().find(|(own, _)| own == name).map(|(_, value)| value.trim());
        let key = key_of(last("partner").unwrap_or_default()).to_owned();
        let known = app.partners.get(&key);
        let base = known.clone().map_or_else(|| trial(lang), Written::from);
        let mut accent = base.theme.accent.to_string();
        let (written, refused) = match last("for") == Some(key.as_str()) {
            true => {
                accent = last("accent").unwrap_or(&accent).to_owned();
                changed(&base, known.is_some(), &pairs)
            }
            false => (base.clone(), None),
        };
        let shown = Partner::try_from(written).or_else(|_| Partner::try_from(base)).unwrap_or_else(|_| fallback());
        let place = place_of(app, shown.query()).await;
        let site = last("site").unwrap_or_default().to_owned();
        Self { known, accent, refused, place, site, key, shown, pairs: pairs.clone() }
    }

    /// The parameters that say all this again.
    pub(super) fn search(&self) -> String {
        let rest = self.pairs.iter().filter(|(name, _)| name != "site");
        url::write_pairs(rest.map(|(name, value)| (name.as_str(), value.as_str())))
    }

    /// What the snippet has to say beside the key: parameters of the frame that differ from the partner's own.
    pub(super) fn differences(&self) -> Vec<(&'static str, String)> {
        let Some(own) = &self.known else { return Vec::new() };
        let mut out = Vec::new();
        let (before, now) = (values(own.query()), values(self.shown.query()));
        for name in ["where", "commune", "radius_km", "contract", "no_car", "insertion"] {
            let of = |all: &[(&str, String)]| {
                all.iter()
                    .filter(|(other, _)| *other == name)
                    .map(|(_, value)| value.clone())
                    .collect::<Vec<_>>()
                    .join(",")
            };
            if of(&before) != of(&now) {
                out.push((name, of(&now)));
            }
        }
        // A place replaces a place, whichever way it is said.
        if out.iter().any(|(name, value)| *name == "commune" && !value.is_empty()) {
            out.retain(|(name, _)| *name != "where");
        } else if out.iter().any(|(name, value)| *name == "where" && !value.is_empty()) {
            out.retain(|(name, _)| *name != "commune");
        }
        if own.lang != self.shown.lang {
            out.push(("lang", self.shown.lang.clone()));
        }
        if own.theme.mode != self.shown.theme.mode {
            out.push(("theme", self.shown.theme.mode.code().to_owned()));
        }
        out
    }

    /// Whether only the hub can make it look so.
    pub(super) fn needs_the_hub(&self) -> bool {
        let look = |theme: &Theme| Theme { mode: Mode::Auto, ..theme.clone() };
        self.known.as_ref().is_none_or(|own| look(&own.theme) != look(&self.shown.theme))
    }
}

/// A key, or what is pasted in its place: the address of the partner's page.
fn key_of(typed: &str) -> &str {
    let rest = typed.split_once("/p/").or_else(|| typed.split_once("/e/")).map_or(typed, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// An association that is no partner yet.
fn trial(lang: Lang) -> Written {
    Written {
        key: TRIAL.to_owned(),
        name: "Votre association".to_owned(),
        site: None,
        origins: Vec::new(),
        query: String::new(),
        lang: lang.code().to_owned(),
        theme: Theme::default(),
    }
}

fn fallback() -> Partner {
    // What is written here is a partner; a test says so.
    Partner::try_from(trial(Lang::Fr)).unwrap_or_else(|why| unreachable!("{why}"))
}

/// What the form makes of a partner, and why its look is not as chosen.
fn changed(base: &Written, known: bool, pairs: &[(String, String)]) -> (Written, Option<Refusal>) {
    let last = |name: &str| pairs.iter().rev().find(|(own, _)| own == name).map(|(_, value)| value.trim());
    let own = &base.theme;
    let mode = last("mode").and_then(Mode::from_code).unwrap_or(own.mode);
    let radius =
        last("corners").and_then(|text| text.parse().ok()).unwrap_or(own.radius).min(domain::partner::MAX_RADIUS);
    let density = last("density").and_then(Density::from_code).unwrap_or(own.density);
    let read = last("accent").map_or(Ok(own.accent), Colour::parse);
    let (theme, refused) = match read {
        Ok(accent) => {
            // Another accent is another one in the dark, too.
            let accent_dark = own.accent_dark.filter(|_| accent == own.accent);
            let theme = Theme { accent, accent_dark, mode, radius, density };
            match theme.faint() {
                None => (theme, None),
                Some(faint) => {
                    let dark = faint.pair.ends_with("(dark)");
                    (readable(own, mode, radius, density), Some(Refusal::Faint(faint.contrast, dark, faint.nearest)))
                }
            }
        }
        Err(_) => (readable(own, mode, radius, density), Some(Refusal::NoColour)),
    };
    let name = last("name").filter(|name| !known && !name.is_empty()).unwrap_or(&base.name);
    let lang = last("lang").and_then(Lang::from_code).map_or_else(|| base.lang.clone(), |lang| lang.code().to_owned());
    let query = url::search_of(&query_of(&base.query, pairs));
    (Written { name: name.to_owned(), lang, query, theme, ..base.clone() }, refused)
}

/// The partner's own accent in a look, or, where that cannot be read, ours.
fn readable(own: &Theme, mode: Mode, radius: u8, density: Density) -> Theme {
    let theme = Theme { mode, radius, density, ..own.clone() };
    if theme.faint().is_none() { theme } else { Theme { mode: own.mode, ..theme } }
}

/// The partner's search with what the form says in place of its own.
fn query_of(own: &str, pairs: &[(String, String)]) -> OfferQuery {
    let own = url::read_pairs(own);
    let kept = own.iter().filter(|(name, _)| !ASKED.contains(&name.as_str()));
    let said = pairs.iter().filter(|(name, _)| ASKED.contains(&name.as_str()));
    let all = kept.chain(said).map(|(name, value)| (name.as_str(), value.as_str()));
    let (mut query, _) = OfferQuery::from_pairs(all);
    forget_other_commune(&mut query, pairs);
    if query.commune.is_some() {
        // Its name is the database's to say.
        query.place_text.clear();
    }
    OfferQuery { page: 1, ..query }
}

fn values(query: &OfferQuery) -> Vec<(&'static str, String)> {
    query.to_pairs()
}

/// The name of the place of a search.
async fn place_of(app: &AppContext, query: &OfferQuery) -> String {
    match &query.commune {
        Some(code) if query.place_text.is_empty() => {
            app.store.commune(code).await.ok().flatten().map_or_else(|| code.to_string(), |commune| commune.name)
        }
        _ => query.place_text.clone(),
    }
}

/// The parameter that says for which commune the words of the place were written.
pub(super) const PLACE: &str = CHOSEN_FOR;

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        url::read_pairs(text)
    }

    #[test]
    fn a_key_may_be_pasted_as_an_address() {
        for typed in ["canal", "https://hub.example/p/canal", "hub.example/p/canal?q=x", "/e/canal/offres/x"] {
            assert_eq!(key_of(typed), "canal");
        }
        assert_eq!(fallback().key.as_str(), TRIAL);
    }

    #[test]
    fn a_look_that_cannot_be_read_is_told_and_not_shown() {
        let of = |text: &str| changed(&trial(Lang::Fr), false, &pairs(text));
        let (written, refused) = of("accent=%23ffcc00&mode=light&corners=4&name=Le+Canal&where=Lens&radius_km=30");
        assert!(matches!(refused, Some(Refusal::Faint(contrast, false, _)) if contrast < 4.5), "{refused:?}");
        assert_eq!((written.theme.accent, written.theme.radius), (Theme::default().accent, 4));
        assert_eq!((written.name.as_str(), written.query.as_str()), ("Le Canal", "where=Lens&radius_km=30"));
        assert_eq!(of("accent=yellow").1, Some(Refusal::NoColour));
        assert_eq!(of("accent=%237a1f3d&corners=99").0.theme.radius, 24);
        assert!(of("accent=%237a1f3d").1.is_none());
    }
}
