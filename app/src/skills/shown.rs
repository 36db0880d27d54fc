//! Where an adviser reads what a person shows: the code is typed here (or comes behind the `#` of a QR code's
//! address, which no server sees), and `handover.js` opens what it names.

use crate::context::AppContext;
use crate::i18n::Lang;
use crate::i18n::pages::PageTexts;
use crate::text_pages::{self, frame};
use crate::url;
use maud::html;

/// The whole page.
#[must_use]
pub fn shown_page(app: &AppContext, lang: Lang) -> String {
    let p = PageTexts::of(lang);
    let assets = app.config.assets.as_ref();
    let none: Vec<&str> = p.shown_none().collect();
    let body = html! {
        article.text id="handover" data-wasm=[assets.map(|a| &a.handover_wasm)] data-bad=(p.shown_bad()) data-none=(none.join(" "))
            data-many=(p.shown_many()) data-failed=(p.shown_failed()) data-wait=(p.shown_wait())
            data-until=(p.shown_until("{hour}")) data-closed=(p.shown_closed()) {
            h1 { (p.shown_title()) }
            p.lead { (p.shown_lead()) }
            noscript { p.notice { (p.shown_no_script()) } }
            form.find {
                label for="code" { (p.shown_code()) }
                input type="text" id="code" name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false";
                button.button type="submit" { (p.shown_go()) }
            }
            p role="status" {}
            div.sheet hidden {}
            p { button.button.quiet type="button" data-handover="close" hidden { (p.shown_close()) } }
        }
    };
    let page = frame::Page {
        title: p.shown_title(),
        lead: p.shown_lead(),
        addresses: &|lang| url::shown(lang),
        style: Some(text_pages::guide_style()),
        script: assets.map(|assets| assets.handover_js.as_str()),
        sprite: String::new(),
    };
    frame::around(app, lang, &page, &body).into_string()
}
