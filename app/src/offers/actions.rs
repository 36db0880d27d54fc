//! What can be done with an offer besides answering it: give it to somebody, print it, hear it.
//! Sharing works without a client; what needs one is shown once it is awake, in a
//! place that was kept for it (`in_browser.rs` acts, `style/features/actions.css` shows).

use super::view::OfferView;
use crate::i18n::Texts;
use crate::phone;
use crate::ui::icon::{Glyph, icon};
use crate::url;
use maud::{Markup, html};

/// The row of actions.
pub(super) fn actions(t: Texts, offer: &OfferView) -> Markup {
    let message = format!("{} : {}", offer.title, offer.short);
    html! {
        div.actions {
            details.act {
                summary data-act="share" data-url=(offer.short) { (icon(Glyph::Share)) (t.share_open()) }
                p role="status" data-copied=(t.share_copied()) {}
                p {
                    a.tap href={ "sms:?body=" (url::percent(&message)) } { (t.share_sms()) }
                    " · "
                    a.tap href={ "mailto:?subject=" (url::percent(&offer.title)) "&body=" (url::percent(&message)) } {
                        (t.share_mail())
                    }
                }
            }
            (save(t, offer))
            button.awake type="button" data-act="print" { (icon(Glyph::Printer)) (t.print_open()) }
            button.awake.voice type="button" data-act="listen" {
                (icon(Glyph::Speaker))
                span { (t.listen_start()) }
                span { (t.listen_stop()) }
            }
        }
    }
}

/// The button that keeps the offer on the phone.
fn save(t: Texts, offer: &OfferView) -> Markup {
    let employer = offer.employer.as_deref().unwrap_or(t.card_employer_hidden());
    let place = offer.places.first().map_or(t.card_place_to_check(), |(_, name, _)| name.as_str());
    let address = url::offer(t.lang(), &offer.slug, offer.number);
    phone::save_button(t.lang(), &offer.number.to_string(), &offer.title, &address, &format!("{employer} · {place}"))
}
