//! The document round the self-assessment and the paths: head, header, footer, pictograms (server only). What stands in it
//! is made by the crate `guide`, on the server and on the phone alike.

mod pictos;
mod shown;

pub(crate) use pictos::sprite_of;
pub use shown::shown_page;

use crate::context::AppContext;
use crate::i18n::{GuideTexts, Lang};
use crate::text_pages::{self, frame};
use crate::url;
use maud::{Markup, html};

/// Where a document's files are.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The file of ROME.
    pub rome: String,
    /// The basins: a line each, code, name and offers between tabs.
    pub basins: String,
    /// JSON: code and local pack of each basin.
    pub packs: String,
    /// Today, in days since 1970.
    pub today: i32,
    /// Whether this is the first page: who was here before goes on from there.
    pub fresh: bool,
    /// What the first page asked beside what the phone keeps: which paths. Only there are steps fetched.
    pub ask: Option<String>,
}

/// The whole page round a screen; `files` are there when a phone can go on by itself.
#[must_use]
pub fn document(app: &AppContext, lang: Lang, screen: &Markup, files: Option<&Files>) -> String {
    let t = GuideTexts::of(lang);
    framed(app, lang, (t.guide_title(), t.guide_lead()), &|lang| url::skills(lang), (screen, pictos::sprite()), files)
}

/// The whole page round paths.
#[must_use]
pub fn paths_document(app: &AppContext, lang: Lang, screen: &Markup, files: Option<&Files>) -> String {
    let t = GuideTexts::of(lang);
    let sprite = pictos::sprite_of(guide::paths::PICTOS);
    framed(app, lang, (t.paths_title(), t.paths_lead()), &|lang| url::paths(lang), (screen, sprite), files)
}

/// The page round the cards on paper.
#[must_use]
pub fn on_paper(app: &AppContext, lang: Lang, cards: &Markup) -> String {
    let t = GuideTexts::of(lang);
    framed(app, lang, (t.paper_title(), t.paper_lead()), &|lang| url::cards(lang), (cards, pictos::sprite()), None)
}

fn framed(
    app: &AppContext,
    lang: Lang,
    (title, lead): (&str, &str),
    addresses: &dyn Fn(Lang) -> String,
    (screen, sprite): (&Markup, String),
    files: Option<&Files>,
) -> String {
    let t = GuideTexts::of(lang);
    let assets = app.config.assets.as_ref();
    let texts = assets.and_then(|assets| assets.guide_langs.get(lang.code()));
    let shown = format!("{}{}", app.config.public_url, url::shown(lang));
    let body = html! {
        @if let (Some(assets), Some(texts), Some(files)) = (assets, texts, files) {
            div id="guide" data-wasm=(assets.guide_wasm) data-texts=(texts) data-rome=(files.rome) data-basins=(files.basins)
                data-packs=(files.packs) data-today=(files.today) data-fresh[files.fresh] data-ask=[files.ask.as_ref()]
                data-origin=(app.config.public_url)
                data-handover=(assets.handover_js) data-handover-wasm=(assets.handover_wasm) data-shown=(shown) {
                (screen)
            }
        } @else {
            div id="guide" { (screen) }
        }
        @if files.is_some() { noscript { p.quiet-text { (t.guide_sent()) } } }
    };
    let page = frame::Page {
        title,
        lead,
        addresses,
        style: Some(text_pages::guide_style()),
        script: assets.map(|assets| assets.guide_js.as_str()),
        sprite,
    };
    frame::around(app, lang, &page, &body).into_string()
}
