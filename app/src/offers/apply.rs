//! How to apply: shown only after a tap, which is a link to the same page with `?postuler=1`, so
//! that it works without a client and no robot that reads the page finds a contact.

use super::view::{ChannelView, OfferView};
use crate::i18n::{Texts, format};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use maud::{Markup, html};

/// The section; nothing for a closed offer.
pub(super) fn apply(t: Texts, offer: &OfferView) -> Markup {
    apply_at(t, offer, &url::offer_apply(t.lang(), &offer.slug, offer.number))
}

/// The section of another page than the offer's own: `shown` is its address with how to apply shown.
pub(super) fn apply_at(t: Texts, offer: &OfferView, shown: &str) -> Markup {
    let ask = offer.can_apply && offer.apply.is_empty();
    html! {
        @if offer.closed.is_none() {
            section.apply.ask[ask] id=(url::APPLY) aria-labelledby="apply-title" {
                h2 id="apply-title" { (t.offer_apply()) }
                @if ask {
                    a.button rel="nofollow" href=(shown) { (t.offer_apply_show()) }
                }
                @if !offer.can_apply { p { (t.offer_apply_none()) } }
                @if !offer.apply.is_empty() {
                    ul.channels {
                        @for channel in &offer.apply { li { (channel_line(t, channel)) } }
                    }
                    p { strong { (t.offer_apply_warning()) } }
                }
            }
        }
    }
}

fn channel_line(t: Texts, channel: &ChannelView) -> Markup {
    match channel {
        ChannelView::Url(to) if super::view::is_web(to) => html! {
            a.button href=(to) rel="external nofollow noopener noreferrer" {
                (icon(Glyph::External)) (t.offer_apply_url())
            }
        },
        ChannelView::Url(words) => html! { (words) },
        ChannelView::Phone(number) => {
            named(t.offer_apply_phone(), &html! { a href={ "tel:" (number) } dir="ltr" { (format::phone(number)) } })
        }
        ChannelView::Email(to) => named(t.offer_apply_email(), &html! { a href={ "mailto:" (to) } { (to) } }),
        ChannelView::InPerson(place) => named(t.offer_apply_person(), &html! { (place) }),
        ChannelView::SourceNumber(number) => html! {
            (t.offer_apply_number()) " "
            a href="tel:3949" { "3949" }
            strong.big { (number) }
        },
    }
}

fn named(name: &str, value: &Markup) -> Markup {
    html! { (name) " : " (value) }
}
