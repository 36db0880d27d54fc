//! The document of a page of text: the same head, header and footer as the app's pages, without its
//! client: the one script is what the phone keeps.

use super::{Content, Scene};
use crate::i18n::{Lang, Texts};
use crate::pages::layout::foot;
use crate::phone;
use crate::shell::{ICON, STYLE};
use crate::ui::icon::{Glyph, icon, sprite};
use crate::url::{self, TextPage};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The whole document.
pub(super) fn document(scene: Scene, content: &Content) -> Markup {
    let t = scene.t;
    html! {
        (DOCTYPE)
        html lang=(t.lang().code()) dir=(t.lang().dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (content.title) " – " (t.app_name()) }
                meta name="description" content=(content.lead);
                link rel="icon" href=(PreEscaped(ICON));
                @if scene.page == TextPage::Kept { meta name="robots" content="noindex"; } @else { (links(scene)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { (t.app_skip()) }
                (header(t, scene))
                main id="main" tabindex="-1" {
                    article.text {
                        h1 { (content.title) }
                        p.lead { (content.lead) }
                        (content.body)
                    }
                }
                footer.foot { (foot(t, &scene.app.own_help())) }
                svg hidden { (PreEscaped(sprite())) }
                (phone::parts(t.lang()))
                @if let Some(assets) = &scene.app.config.assets { script type="module" async src=(assets.phone) {} }
            }
        }
    }
}

/// The page's one address, and the same page in the other languages.
fn links(scene: Scene) -> Markup {
    let here = |lang| format!("{}{}", scene.app.config.public_url, url::text_page(lang, scene.page));
    html! {
        link rel="canonical" href=(here(scene.t.lang()));
        @for lang in Lang::ALL {
            link rel="alternate" hreflang=(lang.code()) href=(here(*lang));
        }
    }
}

/// Name, main menu, languages, as `layout::Header` writes them.
fn header(t: Texts, scene: Scene) -> Markup {
    html! {
        header.top {
            a.brand href=(url::home(t.lang())) { (t.app_name()) }
            nav aria-label=(t.nav_label()) {
                a href=(url::offers_path(t.lang())) { (icon(Glyph::Briefcase)) (t.nav_offers()) }
                a.mine href=(url::text_page(t.lang(), TextPage::Kept)) aria-current=[(scene.page == TextPage::Kept).then_some("page")] {
                    (icon(Glyph::Heart)) span { (t.nav_kept()) }
                }
                @for other in Lang::ALL.iter().filter(|other| **other != t.lang()) {
                    a href=(url::text_page(*other, scene.page)) rel="alternate" hreflang=(other.code())
                        lang=(other.code()) { (other.endonym()) }
                }
            }
        }
    }
}
