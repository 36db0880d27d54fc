//! A notice: something the reader should know before going on.

use crate::ui::icon::{Glyph, icon};
use maud::{Markup, html};

/// A framed message with an icon; `role="status"` leaves the reader where she is.
pub fn notice(words: &Markup) -> Markup {
    html! {
        div.notice role="status" {
            (icon(Glyph::Info))
            div { (words) }
        }
    }
}
