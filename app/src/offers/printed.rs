//! What only paper shows: the square that a phone reads, the short address, who helps. In the page from
//! the start, so that printing needs no client; `style/features/print.css` makes one page of it all.

use super::view::OfferView;
use crate::hub::helper;
use crate::i18n::Texts;
use maud::{Markup, html};

/// Texts longer than this, in bytes, are set smaller on paper.
const MID: usize = 1_800;
/// Texts longer than this may not fit: the page says where the rest is.
const LONG: usize = 4_500;

/// The class of an offer, by how much there is to set.
pub(super) fn size(offer: &OfferView) -> &'static str {
    let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    match length(&offer.text) + length(&offer.about) {
        LONG.. => "offer mid long",
        MID.. => "offer mid",
        _ => "offer",
    }
}

/// The square and the words beside it.
pub(super) fn printed(t: Texts, offer: &OfferView) -> Markup {
    let (side, path) = &offer.qr;
    html! {
        div.paper {
            svg viewBox={ "0 0 " (side) " " (side) } { path d=(path) {} }
            p { (t.print_scan()) br; (offer.short) }
        }
        div.paper-foot {
            p.rest { (t.print_more()) " " (offer.short) }
            (helper(t))
        }
    }
}
