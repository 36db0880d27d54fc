//! The pages of text: help, how it works, glossary, legal, privacy, accessibility. Plain HTML made on
//! the server, with the app's header, footer and styles, without the client; the same for everybody, so that it can be cached. The
//! server's routes call [`render`]; nobody else uses them. Their words are in `i18n/pages`.

mod accessibility;
mod criteria;
pub(crate) mod frame;
mod glossary;
mod how;
mod kept;
mod legal;
mod places;
mod privacy;
mod style;

pub use criteria::{CRITERIA, Criterion};
pub use style::style_page;

use crate::context::AppContext;
use crate::i18n::pages::PageTexts;
use crate::i18n::{Lang, Texts};
use crate::shell::{GUIDE_STYLE, STYLE};
use crate::url::TextPage;
use maud::Markup;

/// What a page is made from.
#[derive(Clone, Copy)]
struct Scene<'a> {
    app: &'a AppContext,
    /// The words of the whole site.
    t: Texts,
    /// The words of these pages.
    p: PageTexts,
    page: TextPage,
    /// The parameters of the address.
    search: &'a str,
}

impl<'a> Scene<'a> {
    fn of(app: &'a AppContext, lang: Lang, page: TextPage, search: &'a str) -> Self {
        Self { app, t: Texts::of(lang), p: PageTexts::of(lang), page, search }
    }
}

/// Title, first words and the rest of a page.
struct Content {
    title: &'static str,
    lead: &'static str,
    body: Markup,
}

/// The whole page as HTML.
#[must_use]
pub fn render(app: &AppContext, lang: Lang, page: TextPage, search: &str) -> String {
    let scene = Scene::of(app, lang, page, search);
    frame::document(scene, &content(scene)).into_string()
}

/// The title of a page.
#[must_use]
pub fn title(app: &AppContext, lang: Lang, page: TextPage) -> &'static str {
    content(Scene::of(app, lang, page, "")).title
}

fn content(scene: Scene<'_>) -> Content {
    match scene.page {
        TextPage::Help => places::page(scene),
        TextPage::How => how::page(scene),
        TextPage::Glossary => glossary::page(scene),
        TextPage::Kept => kept::page(scene),
        TextPage::Legal => legal::page(scene),
        TextPage::Privacy => privacy::page(scene),
        TextPage::Accessibility => accessibility::page(scene),
    }
}

/// What a phone shows without a network where it kept nothing of the page.
#[must_use]
pub fn offline_page(app: &AppContext, lang: Lang) -> String {
    let p = PageTexts::of(lang);
    let body = maud::html! {
        article.text {
            h1 { (p.offline_title()) }
            p.lead { (p.offline_lead()) }
            ul.plain {
                li { a.button.quiet href=(crate::url::text_page(lang, TextPage::Kept)) { (p.offline_offers()) } }
                li { a.button.quiet href=(crate::url::skills(lang)) { (p.offline_skills()) } }
            }
            p { (p.offline_again()) }
        }
    };
    let page = frame::Page {
        title: p.offline_title(),
        lead: p.offline_lead(),
        addresses: &|lang| crate::url::text_page(lang, TextPage::Kept),
        script: None,
        style: None,
        sprite: String::new(),
    };
    frame::around(app, lang, &page, &body).into_string()
}

/// The inline style of these pages: its hash is what their content security policy allows.
#[must_use]
pub const fn style() -> &'static str {
    STYLE
}

/// What the self-assessment and the paths have beside it, in a style of its own.
#[must_use]
pub const fn guide_style() -> &'static str {
    GUIDE_STYLE
}

/// A heading with paragraphs.
fn section(title: &str, lines: impl Iterator<Item = &'static str>) -> Markup {
    maud::html! {
        section {
            h2 { (title) }
            @for line in lines { p { (line) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::contract::Contract;
    use std::collections::BTreeSet;

    #[test]
    fn every_contract_and_gross_have_their_word() {
        for lang in Lang::ALL {
            let words: BTreeSet<String> = PageTexts::of(*lang).group("word.").map(|(anchor, _)| anchor).collect();
            for contract in Contract::ALL {
                assert!(words.contains(contract.code()), "{contract} is not in the glossary");
            }
            for word in ["brut", "rqth", "caces", "habilitation", "immersion", "savoir-etre", "temps-partiel"] {
                assert!(words.contains(word), "{word}");
            }
        }
    }

    #[test]
    fn every_criterion_has_its_words_and_its_test() {
        let words: BTreeSet<String> = PageTexts::of(Lang::Fr).group("criterion.").map(|(key, _)| key).collect();
        let named: BTreeSet<String> = CRITERIA.iter().map(|c| c.key.to_owned()).collect();
        assert_eq!(words, named);
    }

    #[test]
    fn every_kind_of_place_has_its_words() {
        for kind in domain::help::HelpKind::ALL {
            assert!(!PageTexts::of(Lang::Fr).one("kind.", kind.code()).is_empty(), "{kind}");
        }
    }
}
