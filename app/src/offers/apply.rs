//! How to apply: shown only after a tap, which is a link to the same page with `?postuler=1`, so
//! that it works without a client and no robot that reads the page finds a contact.

use super::view::{ChannelView, OfferView};
use crate::i18n::Texts;
use crate::ui::icon::{Glyph, icon};
use crate::url;
use maud::{Markup, html};

/// The section; nothing for a closed offer.
pub(super) fn apply(t: Texts, offer: &OfferView) -> Markup {
    let ask = offer.can_apply && offer.apply.is_empty();
    html! {
        @if offer.closed.is_none() {
            section.apply id=(url::APPLY) aria-labelledby="apply-title" {
                h2 id="apply-title" { (t.offer_apply()) }
                @if ask {
                    a.button rel="nofollow" href=(url::offer_apply(t.lang(), &offer.slug, offer.number)) {
                        (t.offer_apply_show())
                    }
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
            named(t.offer_apply_phone(), &html! { a href={ "tel:" (number) } dir="ltr" { (spaced(number)) } })
        }
        ChannelView::Email(to) => named(t.offer_apply_email(), &html! { a href={ "mailto:" (to) } { (to) } }),
        ChannelView::InPerson(place) => named(t.offer_apply_person(), &html! { (place) }),
        ChannelView::SourceNumber(number) => named(t.offer_apply_number(), &html! { strong.big { (number) } }),
    }
}

fn named(name: &str, value: &Markup) -> Markup {
    html! { (name) " : " (value) }
}

/// Ten digits by twos, on one line: `03 20 12 34 56` with no-break spaces.
fn spaced(number: &str) -> String {
    if number.len() != 10 || !number.is_ascii() {
        return number.to_owned();
    }
    (0..10).step_by(2).map(|i| &number[i..i + 2]).collect::<Vec<_>>().join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::spaced;

    #[test]
    fn phone_numbers_are_read_by_twos() {
        assert_eq!(spaced("0320123456"), "03\u{a0}20\u{a0}12\u{a0}34\u{a0}56");
        assert_eq!(spaced("3949"), "3949");
    }
}
