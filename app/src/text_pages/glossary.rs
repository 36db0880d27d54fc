//! What words mean: one entry a word, each with its anchor, which never changes.

use super::{Content, Scene};
use maud::html;

pub(super) fn page(Scene { p, .. }: Scene) -> Content {
    let body = html! {
        @for (anchor, lines) in p.group("word.") {
            section.word id=(anchor) {
                @for (i, line) in lines.iter().enumerate() {
                    @if i == 0 { h2 { (line) } } @else { p { (line) } }
                }
            }
        }
    };
    Content { title: p.glossary_title(), lead: p.glossary_lead(), body }
}
