//! What stands on every page: skip link, header, footer.

use crate::hub::{HelpView, call, hub};
use crate::i18n::{Lang, Texts};
use crate::ui::icon::{Glyph, icon};
use crate::url::{self, TextPage};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use maud::{Markup, html};

/// The first thing that the keyboard reaches. `external`: the browser moves the focus, not the router.
#[component]
pub fn SkipLink() -> impl IntoView {
    let t = expect_context::<Texts>();
    view! {
        <a class="skip" href="#main" rel="external">
            {t.app_skip()}
        </a>
    }
}

/// Name, main menu, languages.
#[component]
pub fn Header() -> impl IntoView {
    let t = expect_context::<Texts>();
    let lang = t.lang();
    let here = use_location();
    let offers = url::offers_path(lang);
    let current = {
        let offers = offers.clone();
        move || here.pathname.with(|path| *path == offers).then_some("page")
    };
    let others = Lang::ALL.iter().copied().filter(|other| *other != lang).map(|other| {
        let to = move || here.pathname.with(|path| here.search.with(|search| url::in_language(other, path, search)));
        view! {
            <a href=to rel="external alternate" hreflang=other.code() lang=other.code()>
                {other.endonym()}
            </a>
        }
    });
    let words = html! { (icon(Glyph::Briefcase)) (t.nav_offers()) };
    let kept = html! { (icon(Glyph::Heart)) span { (t.nav_kept()) } };
    view! {
        <header class="top">
            <a class="brand" href=url::home(lang)>
                {t.app_name()}
            </a>
            <nav aria-label=t.nav_label()>
                <a href=offers aria-current=current inner_html=words.into_string()></a>
                <a class="mine" href=url::text_page(lang, TextPage::Kept) rel="external" inner_html=kept.into_string()></a>
                {others.collect_view()}
            </nav>
        </header>
    }
}

/// Who helps, and what this is.
#[component]
pub fn Footer() -> impl IntoView {
    let t = expect_context::<Texts>();
    view! { <footer class="foot" inner_html=foot(t, &hub()).into_string()></footer> }
}

/// What the footer holds; the pages of text have the same one.
pub(crate) fn foot(t: Texts, hub: &HelpView) -> Markup {
    let words = [
        (TextPage::Help, t.help_all()),
        (TextPage::How, t.foot_how()),
        (TextPage::Glossary, t.foot_glossary()),
        (TextPage::Privacy, t.foot_privacy()),
        (TextPage::Accessibility, t.foot_accessibility()),
        (TextPage::Legal, t.foot_legal()),
    ];
    html! {
        (call(t, hub))
        p { (hub.name) ". " (t.app_free()) }
        nav aria-label=(t.foot_label()) {
            @for (page, words) in words {
                a rel="external" href=(url::text_page(t.lang(), page)) { (words) } " "
            }
            a rel="external" href=(url::configure(t.lang(), "")) { (t.foot_partners()) }
        }
        // Without a script these lead to the page that says what is kept.
        p.answers {
            @for (act, words) in [("ask-erase", t.foot_erase()), ("ask-next", t.foot_next())] {
                a.button.quiet rel="external" data-phone=(act) href=(url::text_page(t.lang(), TextPage::Kept)) { (words) } " "
            }
        }
    }
}
