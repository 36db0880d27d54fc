//! The document of a page of text: the same head, header and footer as the app's pages, without its
//! client: the one script is what the phone keeps.

use super::{Content, Scene};
use crate::context::AppContext;
use crate::i18n::{Lang, Texts};
use crate::pages::layout::foot;
use crate::phone;
use crate::shell::{ICON, STYLE};
use crate::ui::icon::{Glyph, icon, sprite};
use crate::url::{self, TextPage};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// What a page puts into the frame.
pub(crate) struct Page<'a> {
    /// Title.
    pub(crate) title: &'a str,
    /// What it is, in a sentence.
    pub(crate) lead: &'a str,
    /// Its address in each language; none is told to search engines when it is [`TextPage::Kept`].
    pub(crate) addresses: &'a dyn Fn(Lang) -> String,
    /// A style of its own, beside the site's.
    pub(crate) style: Option<&'a str>,
    /// A script of its own, beside what the phone keeps.
    pub(crate) script: Option<&'a str>,
    /// Pictograms of its own.
    pub(crate) sprite: String,
}

/// The whole document.
pub(super) fn document(scene: Scene, content: &Content) -> Markup {
    let body = html! {
        article.text {
            h1 { (content.title) }
            p.lead { (content.lead) }
            (content.body)
        }
    };
    let page = Page {
        title: content.title,
        lead: content.lead,
        addresses: &|lang| url::text_page(lang, scene.page),
        style: None,
        script: None,
        sprite: String::new(),
    };
    around(scene.app, scene.t.lang(), &page, &body)
}

/// The document round a page's body.
pub(crate) fn around(app: &AppContext, lang: Lang, page: &Page<'_>, body: &Markup) -> Markup {
    around_with(app, lang, page, &Markup::default(), body)
}

/// The document round a page's body, with something more in its head.
pub(crate) fn around_with(app: &AppContext, lang: Lang, page: &Page<'_>, head: &Markup, body: &Markup) -> Markup {
    let t = Texts::of(lang);
    let kept = (page.addresses)(lang) == url::text_page(lang, TextPage::Kept);
    html! {
        (DOCTYPE)
        html lang=(lang.code()) dir=(lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) " – " (t.app_name()) }
                meta name="description" content=(page.lead);
                link rel="icon" href=(PreEscaped(ICON));
                link rel="manifest" href=(url::MANIFEST);
                @if kept { meta name="robots" content="noindex"; } @else { (links(app, lang, page)) }
                (head)
                style { (PreEscaped(STYLE)) }
                @if let Some(style) = page.style { style { (PreEscaped(style)) } }
            }
            body {
                a.skip href="#main" { (t.app_skip()) }
                (header(t, page, kept))
                main id="main" tabindex="-1" { (body) }
                footer.foot { (foot(t, &app.own_help())) }
                svg hidden { (PreEscaped(sprite())) (PreEscaped(&page.sprite)) }
                (phone::parts(lang))
                @if let Some(assets) = &app.config.assets { script type="module" async src=(assets.phone) {} }
                @if let Some(script) = page.script { script type="module" async src=(script) {} }
            }
        }
    }
}

/// The page's one address, and the same page in the other languages.
fn links(app: &AppContext, own: Lang, page: &Page<'_>) -> Markup {
    let here = |lang| format!("{}{}", app.config.public_url, (page.addresses)(lang));
    html! {
        link rel="canonical" href=(here(own));
        @for lang in Lang::ALL {
            link rel="alternate" hreflang=(lang.code()) href=(here(*lang));
        }
        link rel="alternate" type="application/json+oembed" href=(url::oembed(&app.config.public_url, &(page.addresses)(own)));
    }
}

/// Name, main menu, languages, as `layout::Header` writes them.
fn header(t: Texts, page: &Page<'_>, kept: bool) -> Markup {
    html! {
        header.top {
            a.brand href=(url::home(t.lang())) { (t.app_name()) }
            nav aria-label=(t.nav_label()) {
                a href=(url::offers_path(t.lang())) { (icon(Glyph::Briefcase)) (t.nav_offers()) }
                a.mine href=(url::text_page(t.lang(), TextPage::Kept)) aria-current=[kept.then_some("page")] {
                    (icon(Glyph::Heart)) span { (t.nav_kept()) }
                }
                @for other in Lang::ALL.iter().filter(|other| **other != t.lang()) {
                    a href=((page.addresses)(*other)) rel="alternate" hreflang=(other.code())
                        lang=(other.code()) { (other.endonym()) }
                }
            }
        }
    }
}
