//! The pages of trades (« Zoom Métiers », server only): what recruits here by family of work, and for each trade a day
//! there, effort, hours, pay seen here, who hires, how one gets in, where to try it, trades close to it.
//!
//! Plain HTML as the pages of text, without the client. The server's routes gather a view and call [`index`] or
//! [`trade`]; everything that is shown comes in it. Others may link to a trade with [`link`].

mod index;
mod near;
mod page;
mod ways;
mod work;

use crate::context::AppContext;
use crate::i18n::pages::PageTexts;
use crate::i18n::{GuideTexts, Lang, Texts};
use crate::text_pages::frame;
use crate::url;
use domain::occupation::{Occupation, Portrait, RomeCode};
use domain::time::Day;
use guide::Picto;
use guide::skills::families::Family;
use maud::{Markup, html};
use packs::{Here, TradeLine};

/// What a list of trades shows.
#[derive(Clone, Debug)]
pub enum Listed {
    /// The families of work, each with the trades that have most offers, and how many trades it has.
    Families(Vec<(Family, Vec<TradeLine>, usize)>),
    /// Trades of one family, and how many it has.
    Family(Family, Vec<TradeLine>, usize),
    /// What a text found.
    Found(String, Vec<TradeLine>),
    /// Nothing yet: the offers are being counted.
    Waiting,
}

/// A trade close to another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The trade.
    pub line: TradeLine,
    /// What one keeps.
    pub kept: Vec<String>,
    /// What is new.
    pub new: Vec<String>,
}

/// A trade as its page shows it.
#[derive(Clone, Copy, Debug)]
pub struct TradeView<'a> {
    /// The trade.
    pub occupation: &'a Occupation,
    /// How it is to work there, where it is known.
    pub portrait: Option<&'a Portrait>,
    /// The version of ROME that it is from.
    pub version: &'a str,
    /// What is here; `None` while it is counted.
    pub here: Option<&'a Here>,
    /// Trades close to it.
    pub near: &'a [Near],
    /// The day of all this.
    pub today: Day,
}

/// The words of these pages.
#[derive(Clone, Copy)]
struct Words {
    t: Texts,
    g: GuideTexts,
    p: PageTexts,
}

impl Words {
    fn of(lang: Lang) -> Self {
        Self { t: Texts::of(lang), g: GuideTexts::of(lang), p: PageTexts::of(lang) }
    }

    const fn lang(self) -> Lang {
        self.t.lang()
    }

    /// `12 offres`.
    fn offers(self, count: u32) -> String {
        self.t.results_count(count.into())
    }

    /// `CDI (12 offres)`.
    fn counted(self, words: &str, count: u32) -> String {
        format!("{words} ({})", self.offers(count))
    }
}

/// The page of all trades, of one family, or of what was found.
#[must_use]
pub fn index(app: &AppContext, lang: Lang, listed: &Listed) -> String {
    let w = Words::of(lang);
    let search = match listed {
        Listed::Family(family, ..) => format!("?{}={}", url::FAMILY, family.code()),
        Listed::Families(_) | Listed::Found(..) | Listed::Waiting => String::new(),
    };
    let addresses = |lang| url::trades(lang) + &search;
    framed(
        app,
        lang,
        (w.p.trades_title(), w.p.trades_lead()),
        &addresses,
        index::pictos(listed),
        &index::body(w, listed),
    )
}

/// The page of a trade.
#[must_use]
pub fn trade(app: &AppContext, lang: Lang, view: TradeView<'_>) -> String {
    let w = Words::of(lang);
    let Occupation { label, code, .. } = view.occupation;
    let lead = w.p.trade_lead(label);
    framed(app, lang, (label, &lead), &|lang| url::trade(lang, label, code), String::new(), &page::body(w, view))
}

/// The page of an address that is no trade's (404).
#[must_use]
pub fn missing(app: &AppContext, lang: Lang) -> String {
    let p = PageTexts::of(lang);
    problem(app, lang, p.trades_none_title(), p.trades_none_lead())
}

/// The page that says that the database does not answer (503).
#[must_use]
pub fn failed(app: &AppContext, lang: Lang) -> String {
    let p = PageTexts::of(lang);
    problem(app, lang, p.trades_failed_title(), p.trades_failed_lead())
}

fn problem(app: &AppContext, lang: Lang, title: &str, lead: &str) -> String {
    let w = Words::of(lang);
    let body = html! {
        article.text {
            h1 { (title) }
            p.lead { (lead) }
            p { a.button href=(url::trades(lang)) { (w.p.trades_title()) } }
            (crate::hub::desk(w.t, &app.own_help()))
        }
    };
    framed(app, lang, (title, lead), &url::trades, String::new(), &body)
}

fn framed(
    app: &AppContext,
    lang: Lang,
    (title, lead): (&str, &str),
    addresses: &dyn Fn(Lang) -> String,
    sprite: String,
    body: &Markup,
) -> String {
    let page = frame::Page { title, lead, addresses, style: None, script: None, sprite };
    frame::around(app, lang, &page, body).into_string()
}

/// The way from another page to the page of a trade.
pub(crate) fn link(lang: Lang, code: &RomeCode) -> Markup {
    html! { a.tap rel="external" href=(url::trade_short(lang, code)) { (PageTexts::of(lang).trade_discover()) } }
}

/// Pictograms that these pages need, each once.
fn sprite_of(pictos: impl IntoIterator<Item = Picto>) -> String {
    let each: std::collections::BTreeSet<Picto> = pictos.into_iter().collect();
    crate::skills::sprite_of(&each.into_iter().collect::<Vec<_>>())
}
