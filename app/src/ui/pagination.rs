//! Pages of a list: previous, position, next. Three are enough on a phone, and say where one is.

use crate::i18n::{Texts, format};
use maud::{Markup, html};

/// Links to the neighbouring pages; nothing when there is one page only.
pub fn pagination(t: Texts, page: u32, pages: u32, address: impl Fn(u32) -> String) -> Markup {
    let number = |n: u32| format::number(t.lang(), n.into());
    html! {
        @if pages > 1 || page > 1 {
            nav.pages aria-label=(t.pages_label()) {
                @if page > 1 { a.button.quiet rel="prev" href=(address(page - 1)) { (t.pages_previous()) } }
                span aria-current="page" { (t.pages_position(&number(page), &number(pages.max(1)))) }
                @if page < pages { a.button.quiet rel="next" href=(address(page + 1)) { (t.pages_next()) } }
            }
        }
    }
}
