//! The dialog that asks whose phone it is and before anything is erased; the templates that `phone.js`
//! copies into cards.

use crate::i18n::Lang;
use crate::i18n::pages::PageTexts;
use crate::ui::icon::{Glyph, icon};
use maud::{Markup, html};

/// What `phone.js` needs in a document, to be put at the end of `body`.
pub(crate) fn parts(lang: Lang) -> Markup {
    let p = PageTexts::of(lang);
    html! {
        dialog.phone id="phone" {
            (step("whose", p.phone_whose(), html! { p { (p.phone_whose_why()) } },
                &[("not-mine", p.phone_not_mine()), ("mine", p.phone_mine())]))
            (step("none", p.phone_none(), html! { p { (p.phone_none_hint()) } p.big data-number {} },
                &[("close", p.phone_ok())]))
            (step("erase", p.phone_erase(), html! { p { (p.phone_erase_what()) } },
                &[("close", p.phone_no()), ("erase", p.phone_erase_yes())]))
            (step("erased", p.phone_erased(), html! { p { (p.phone_erased_hint()) } }, &[("close", p.phone_ok())]))
            (step("next", p.phone_next(), html! { p { (p.phone_next_what()) } },
                &[("close", p.phone_no()), ("next", p.phone_next_yes())]))
            (step("idle", p.phone_idle(), html! { p { (p.phone_idle_before()) " " strong data-left {} " " (p.phone_idle_after()) } },
                &[("close", p.phone_stay())]))
        }
        template id="phone-save" { (save(p)) }
        template id="phone-seen" { span.seen { (p.phone_seen()) } }
        template id="phone-kept" {
            li.card { h2 { a { "…" } } p {} p.quiet-text { (p.phone_kept_on()) " " } }
        }
    }
}

/// One step: what is asked, and its answers. The first answer is the safe one, and has the focus.
fn step(name: &str, title: &str, body: Markup, answers: &[(&str, &str)]) -> Markup {
    html! {
        section data-step=(name) hidden {
            h2 id={ "phone-" (name) } { (title) }
            (body)
            p.answers {
                @for (act, words) in answers {
                    button.button.quiet[*act == "close" || *act == "not-mine"] type="button" data-phone=(act) { (words) }
                }
            }
        }
    }
}

fn save(p: PageTexts) -> Markup {
    html! {
        button.save type="button" data-phone="save" aria-pressed="false" {
            (icon(Glyph::Heart)) span { (p.phone_save()) }
        }
    }
}

/// The button of an offer's page, which says what it stands for.
pub(crate) fn save_button(lang: Lang, number: &str, title: &str, href: &str, line: &str) -> Markup {
    html! {
        button.save.awake type="button" data-phone="save" data-number=(number) data-title=(title) data-href=(href)
            data-line=(line) aria-pressed="false" { (icon(Glyph::Heart)) span { (PageTexts::of(lang).phone_save()) } }
    }
}
