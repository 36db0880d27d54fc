//! Every internal address, and how parameters are written and read. No page writes an address by hand.

use crate::i18n::Lang;
use core::fmt::Display;
use domain::form::encode;
pub use domain::form::{read_pairs, write_pairs};
use domain::number::OfferNumber;
use domain::partner::PartnerKey;
use domain::query::{OfferQuery, Sort};

mod records;

pub use records::{
    FAMILY, read_trade, read_training, trade, trade_short, trades, trades_of, training, training_short, trainings,
    trainings_feed, trainings_path, trainings_search,
};

/// First segments that are no page of the app; see [`reserved`].
const RESERVED: &[&str] = &[
    "e",
    "p",
    "api",
    "embed",
    "hors-ligne",
    "icone.svg",
    "manifest.webmanifest",
    "sw.js",
    "flux",
    "oembed",
    "og",
    "packs",
    "partenaires.js",
    "pkg",
    "sitemap",
    "sitemap.xml",
    "robots.txt",
    "style",
    "_f",
    "healthz",
    "readyz",
];

/// The parameter that asks to show how to apply.
pub const APPLY: &str = "postuler";
/// The parameter of a page that thanks for a report.
pub const REPORTED: &str = "signale";
/// The id of the form that reports a problem.
pub const REPORT: &str = "signaler";

/// A page of text: plain HTML outside of the route table, so that its words never go to the phone's
/// client. Links to it carry `rel="external"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPage {
    /// Where people help.
    Help,
    /// How it works.
    How,
    /// What words mean.
    Glossary,
    /// Legal notice.
    Legal,
    /// Personal data.
    Privacy,
    /// Accessibility statement.
    Accessibility,
    /// Offers that the phone keeps.
    Kept,
}

impl TextPage {
    /// Every page of text, as the footer lists them.
    pub const ALL: &'static [Self] =
        &[Self::Help, Self::How, Self::Glossary, Self::Privacy, Self::Accessibility, Self::Legal, Self::Kept];

    /// The page at a path, in whatever language.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|page| page.path() == Lang::strip(path))
    }

    /// Its path, after the language.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Help => "/aide",
            Self::How => "/comment-ca-marche",
            Self::Glossary => "/glossaire",
            Self::Legal => "/mentions-legales",
            Self::Privacy => "/vie-privee",
            Self::Accessibility => "/accessibilite",
            Self::Kept => "/mes-offres",
        }
    }
}

/// A page of text.
#[must_use]
pub fn text_page(lang: Lang, page: TextPage) -> String {
    lang.prefix() + page.path()
}

/// What makes the site installable: pages name it on the server alone.
#[cfg(feature = "ssr")]
pub(crate) const MANIFEST: &str = "/manifest.webmanifest";

/// Where an adviser reads what a person shows.
#[must_use]
pub fn shown(lang: Lang) -> String {
    lang.prefix() + "/montrer"
}

/// The self-assessment.
#[must_use]
pub fn skills(lang: Lang) -> String {
    lang.prefix() + "/competences"
}

/// The cards of the self-assessment on paper.
#[must_use]
pub fn cards(lang: Lang) -> String {
    skills(lang) + "/cartes"
}

/// Paths to a job.
#[must_use]
pub fn paths(lang: Lang) -> String {
    lang.prefix() + "/parcours"
}

/// The parameter of that page that says where to: a ROME code or an offer's number.
pub const TOWARDS: &str = "vers";

/// Paths to a trade (its ROME code), or to an offer (its number).
#[must_use]
pub fn paths_to(lang: Lang, to: &impl Display) -> String {
    format!("{}?{TOWARDS}={to}", paths(lang))
}

/// A word of the glossary, by its anchor.
#[must_use]
pub fn word(lang: Lang, anchor: &str) -> String {
    text_page(lang, TextPage::Glossary) + "#" + anchor
}

/// Home.
#[must_use]
pub fn home(lang: Lang) -> String {
    let prefix = lang.prefix();
    if prefix.is_empty() { "/".to_owned() } else { prefix }
}

/// Results without a search: where the form goes.
#[must_use]
pub fn offers_path(lang: Lang) -> String {
    format!("{}/offres", lang.prefix())
}

/// Results of a search; equal searches have equal addresses.
#[must_use]
pub fn offers(lang: Lang, query: &OfferQuery) -> String {
    with_search(offers_path(lang), &search_of(query))
}

/// Results of a search that is already written as parameters.
#[must_use]
pub fn offers_search(lang: Lang, search: &str) -> String {
    with_search(offers_path(lang), search)
}

/// The map of a search.
#[must_use]
pub fn map(lang: Lang, query: &OfferQuery) -> String {
    let all = OfferQuery { page: 1, sort: Sort::Relevance, ..query.clone() };
    with_search(format!("{}/carte", lang.prefix()), &search_of(&all))
}

/// An offer: `/offres/<slug>-<number>`.
#[must_use]
pub fn offer(lang: Lang, slug: &str, number: OfferNumber) -> String {
    format!("{}/offres/{slug}-{number}", lang.prefix())
}

/// An offer with how to apply shown.
#[must_use]
pub fn offer_apply(lang: Lang, slug: &str, number: OfferNumber) -> String {
    format!("{}?{APPLY}=1#{APPLY}", offer(lang, slug, number))
}

/// An offer by its number alone: what is shared, printed and photographed. It leads to the whole address.
#[must_use]
pub fn offer_short(number: OfferNumber) -> String {
    format!("/offres/{number}")
}

/// An offer after a report was sent: the parameter says so, the fragment is where it is said.
#[must_use]
pub fn offer_reported(path: &str) -> String {
    format!("{path}?{REPORTED}=1#{REPORT}")
}

/// The picture of an offer that social networks show.
#[must_use]
pub fn offer_picture(number: OfferNumber) -> String {
    format!("/og/{number}.png")
}

/// The picture of the site.
pub const SITE_PICTURE: &str = "/og/site.png";

/// What a partner's site runs: it makes a frame of the links that were pasted.
pub const LOADER: &str = "/embed/v1.js";

/// A partner's board as its site frames it.
#[must_use]
pub fn frame(key: &PartnerKey, search: &str) -> String {
    with_search(format!("/e/{key}"), search)
}

/// An offer in a partner's frame.
#[must_use]
pub fn frame_offer(key: &PartnerKey, slug: &str, number: OfferNumber, search: &str) -> String {
    with_search(format!("/e/{key}/offres/{slug}-{number}"), search)
}

/// A partner's board as a page of its own.
#[must_use]
pub fn partner(key: &PartnerKey, search: &str) -> String {
    with_search(format!("/p/{key}"), search)
}

/// An offer on a partner's page.
#[must_use]
pub fn partner_offer(key: &PartnerKey, slug: &str, number: OfferNumber, search: &str) -> String {
    with_search(format!("/p/{key}/offres/{slug}-{number}"), search)
}

/// The same with how to apply shown.
#[must_use]
pub fn partner_apply(key: &PartnerKey, slug: &str, number: OfferNumber, search: &str) -> String {
    let rest = if search.is_empty() { String::new() } else { format!("&{search}") };
    partner_offer(key, slug, number, &format!("{APPLY}=1{rest}")) + "#" + APPLY
}

/// A partner's offers of the week on paper.
#[must_use]
pub fn poster(key: &PartnerKey, search: &str) -> String {
    with_search(format!("/p/{key}/affiche"), search)
}

/// Where a partner reads what came of its board.
#[must_use]
pub fn partner_counts(key: &PartnerKey, search: &str) -> String {
    with_search(format!("/p/{key}/suivi"), search)
}

/// Where a volunteer chooses what her site shows, and copies it.
#[must_use]
pub fn configure(lang: Lang, search: &str) -> String {
    with_search(lang.prefix() + "/partenaires/integrer", search)
}

/// The board as it is shown there.
#[must_use]
pub fn configured_frame(lang: Lang, search: &str) -> String {
    with_search(lang.prefix() + "/partenaires/cadre", search)
}

/// What that page runs.
#[cfg(feature = "ssr")]
pub(crate) const CONFIGURE_SCRIPT: &str = "/partenaires.js";

/// What a page is called and how it is shown elsewhere (<https://oembed.com>): a whole address, since WordPress asks no other.
#[must_use]
pub fn oembed(site: &str, page: &str) -> String {
    let page = format!("{site}{page}");
    format!("{site}/oembed?{}", write_pairs([("url", page.as_str()), ("format", "json")]))
}

/// The same page in another language.
#[must_use]
pub fn in_language(lang: Lang, path: &str, search: &str) -> String {
    let rest = Lang::strip(path);
    let path = if rest == "/" { home(lang) } else { format!("{}{rest}", lang.prefix()) };
    with_search(path, search)
}

/// The same search as a feed: its new offers as they come.
#[must_use]
pub fn feed(format: Feed, query: &OfferQuery) -> String {
    let path = match format {
        Feed::Atom => "/flux/offres.atom",
        Feed::Json => "/flux/offres.json",
        Feed::Calendar => "/flux/offres.ics",
    };
    with_search(path.to_owned(), &search_of(&OfferQuery { page: 1, sort: Sort::Date, ..query.clone() }))
}

/// The feed of what a partner shows.
#[must_use]
pub fn partner_feed(format: Feed, key: &PartnerKey) -> String {
    let path = feed(format, &OfferQuery::default());
    let path = path.split('?').next().unwrap_or_default().to_owned();
    with_search(path, &write_pairs([("partner", key.as_str())]))
}

/// The formats of feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// RFC 4287.
    Atom,
    /// <https://www.jsonfeed.org/version/1.1/>
    Json,
    /// RFC 5545: the closing days.
    Calendar,
}

/// The slug and the number of `<slug>-<number>`; a number is twelve letters and digits, of whatever it is.
fn numbered<N>(segment: &str, parse: impl FnOnce(&str) -> Option<N>) -> Option<(&str, N)> {
    let at = segment.len().checked_sub(12)?;
    let number = parse(segment.get(at..)?)?;
    Some((segment.get(..at)?.trim_end_matches('-'), number))
}

/// The slug and the number of an offer's address.
#[must_use]
pub fn read_offer(segment: &str) -> Option<(&str, OfferNumber)> {
    numbered(segment, OfferNumber::parse)
}

/// The parameters of a search, canonical, without `?`.
#[must_use]
pub fn search_of(query: &OfferQuery) -> String {
    write_pairs(query.to_pairs().iter().map(|(name, value)| (*name, value.as_str())))
}

/// Whether a path belongs to something else than the app's pages.
#[must_use]
pub fn reserved(path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    RESERVED.contains(&first)
}

fn with_search(path: String, search: &str) -> String {
    if search.is_empty() { path } else { format!("{path}?{search}") }
}

/// A text as it may stand in the parameters of `mailto:` and `sms:`, where a plus is a plus.
#[must_use]
pub fn percent(text: &str) -> String {
    let mut out = String::new();
    encode(text, &mut out);
    out.replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plus_is_a_plus_in_a_message() {
        assert_eq!(percent("a b+c&é"), "a%20b%2Bc%26%C3%A9");
    }

    #[test]
    fn an_offer_is_found_by_the_end_of_its_address() {
        let number = OfferNumber::of("test", "1");
        for lang in Lang::ALL {
            let address = offer(*lang, "secretaire-de-mairie", number);
            let segment = address.rsplit('/').next().unwrap();
            assert_eq!(read_offer(segment), Some(("secretaire-de-mairie", number)));
        }
        assert_eq!(read_offer(&number.to_string()), Some(("", number)));
        assert_eq!(read_offer("offre-sans-numéroé"), None);
        assert_eq!(read_offer("x"), None);
    }

    #[test]
    fn the_language_changes_and_the_page_stays() {
        assert_eq!(in_language(Lang::En, "/offres", "q=cariste"), "/en/offres?q=cariste");
        assert_eq!(in_language(Lang::Fr, "/en/offres/x", ""), "/offres/x");
        assert_eq!(in_language(Lang::Fr, "/en", ""), "/");
        assert_eq!(in_language(Lang::En, "/", ""), "/en");
        assert!(reserved("/_f/search_offers") && !reserved("/offres"));
    }
}
