//! What an address of a partner's board asks: a search over the partner's own, a language, light or dark, short or
//! whole. Parameters of version 1: they are never renamed.

use super::own_lang;
use crate::i18n::Lang;
use crate::offers::{CHOSEN_FOR, forget_other_commune};
use crate::url::{self, APPLY};
use domain::partner::{Mode, Partner};
use domain::query::OfferQuery;

/// The parameter of the language.
const LANG: &str = "lang";
/// The parameter of light or dark.
const THEME: &str = "theme";
/// The parameter that asks for a short board, for places that cut what is high.
const SHORT: &str = "short";

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The search.
    pub query: OfferQuery,
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub mode: Mode,
    /// A few offers, no form.
    pub short: bool,
    /// How to apply is to be shown.
    pub apply: bool,
    /// What the address says of the search, as it stands there.
    said: Vec<(String, String)>,
    /// What it says of how the board looks.
    look: Vec<(String, String)>,
}

impl Asked {
    /// Reads an address's parameters. What is not understood is as if it were not there: a snippet of an old day, or one
    /// with a mistake, still shows offers.
    #[must_use]
    pub fn read(partner: &Partner, search: &str) -> Self {
        let pairs = url::read_pairs(search);
        let last = |name: &str| pairs.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
        let said = |name: &str| OfferQuery::PARAMETERS.contains(&name) || name == CHOSEN_FOR;
        let mode = last(THEME).and_then(Mode::from_code);
        let lang = last(LANG).and_then(Lang::from_code);
        let look = [(LANG, lang.map(Lang::code)), (THEME, mode.map(Mode::code))];
        let (mut query, _) = partner.asked(&pairs);
        forget_other_commune(&mut query, &pairs);
        Self {
            query,
            lang: lang.unwrap_or_else(|| own_lang(partner)),
            mode: mode.unwrap_or(partner.theme.mode),
            short: last(SHORT) == Some("1"),
            apply: last(APPLY) == Some("1"),
            look: look.into_iter().filter_map(|(n, v)| Some((n.to_owned(), v?.to_owned()))).collect(),
            said: pairs.iter().filter(|(name, _)| said(name)).cloned().collect(),
        }
    }

    /// Whether the address asks for another list than the partner's own.
    #[must_use]
    pub fn searches(&self) -> bool {
        self.said.iter().any(|(name, value)| name != "page" && !value.is_empty())
    }

    /// What the address says of the search.
    pub(super) fn said(&self) -> &[(String, String)] {
        &self.said
    }

    /// What it says of how the board looks.
    pub(super) fn look(&self) -> &[(String, String)] {
        &self.look
    }

    /// The parameters that lead to the same list, at a page.
    pub(super) fn search(&self, page: u32) -> String {
        let page = (page > 1).then(|| ("page", page.to_string()));
        let rest = self.said.iter().filter(|(name, _)| name != "page").chain(&self.look);
        let pairs = rest.map(|(name, value)| (name.as_str(), value.as_str()));
        url::write_pairs(pairs.chain(page.as_ref().map(|(name, value)| (*name, value.as_str()))))
    }

    /// All that the address says, as it is understood.
    #[must_use]
    pub fn search_of_all(&self) -> String {
        self.search(1)
    }

    /// The parameters of how the board looks, in a language.
    pub(super) fn look_in(&self, partner: &Partner, lang: Lang) -> String {
        let rest = self.look.iter().filter(|(name, _)| name != LANG).map(|(n, v)| (n.as_str(), v.as_str()));
        let lang = (lang != own_lang(partner)).then_some((LANG, lang.code()));
        url::write_pairs(rest.chain(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::partner::{Theme, Written};

    fn partner() -> Partner {
        let written = Written {
            key: "canal".into(),
            name: "Le Canal".into(),
            site: None,
            origins: Vec::new(),
            query: "commune=59512&radius_km=10".into(),
            lang: "fr".into(),
            theme: Theme::default(),
        };
        written.try_into().unwrap()
    }

    #[test]
    fn a_snippet_with_a_mistake_still_shows_offers() {
        let asked = Asked::read(&partner(), "contract=nope&theme=pink&lang=xx&page=0&utm_source=x&<script>=1");
        assert_eq!(asked.query, *partner().query());
        assert_eq!((asked.lang, asked.mode, asked.short), (Lang::Fr, Mode::Auto, false));
        assert_eq!(asked.search(1), "contract=nope", "what is passed on is read again");
    }

    #[test]
    fn links_keep_what_was_asked() {
        let asked = Asked::read(&partner(), "q=cariste&page=3&theme=dark&lang=en");
        assert!(asked.searches());
        assert_eq!(asked.search(4), "q=cariste&lang=en&theme=dark&page=4");
        assert_eq!(asked.search(1), "q=cariste&lang=en&theme=dark");
        assert_eq!(asked.look_in(&partner(), Lang::Fr), "theme=dark");
        assert!(!Asked::read(&partner(), "page=2&theme=dark").searches());
    }

    #[test]
    fn another_place_is_another_commune() {
        let asked = |search: &str| Asked::read(&partner(), search).query;
        assert!(asked("where=Roubaix&commune=59512&place=Roubaix").commune.is_some());
        let lens = asked("where=Lens&commune=59512&place=Roubaix");
        assert_eq!((lens.commune, lens.place_text.as_str(), lens.radius_km), (None, "Lens", 10));
        assert_eq!(asked("where=&commune=59512&place=Roubaix").commune, None, "everywhere");
    }
}
