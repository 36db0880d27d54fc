//! What social networks show of an offer (server only): [Open Graph](https://ogp.me) in the head. The
//! picture is drawn by `server/src/public/og`. Never a contact, never an anonymous employer.

use super::labels;
use super::view::OfferView;
use crate::context::AppContext;
use crate::i18n::{Lang, Texts};
use crate::url;
use domain::offer::OfferCard;
use leptos::prelude::*;
use leptos_meta::Meta;

/// The site's name, as pictures say it.
pub const SITE_NAME: &str = "Passerelle";

/// What the picture of an offer says: its title, then a line or two.
#[must_use]
pub fn picture_words(card: &OfferCard) -> (String, Vec<String>) {
    let contract = card.contract.map(|c| labels::contract_with_length(Texts::of(Lang::Fr), c, card.contract_days));
    let facts: Vec<String> = card.place.clone().into_iter().chain(contract).collect();
    (card.title.clone(), vec![card.employer.clone().unwrap_or_default(), facts.join(" · ")])
}

/// What the picture of the site says.
#[must_use]
pub fn site_words() -> (String, Vec<String>) {
    let t = Texts::of(Lang::Fr);
    (t.home_title().to_owned(), vec![t.home_lead().to_owned()])
}

/// Puts an offer's tags into the head.
pub(super) fn tell(t: Texts, offer: &OfferView) {
    let Some(app) = use_context::<AppContext>() else { return };
    let site = &app.config.public_url;
    let contract = offer.contract.map(|c| labels::contract_with_length(t, c, offer.contract_days));
    let place = offer.places.first().map(|(_, label, _)| label.clone());
    let facts: Vec<String> = [offer.employer.clone(), place, contract].into_iter().flatten().collect();
    let tags = [
        ("og:title", offer.title.clone()),
        ("og:description", facts.join(" · ")),
        ("og:type", "website".to_owned()),
        ("og:url", format!("{site}{}", url::offer(t.lang(), &offer.slug, offer.number))),
        ("og:image", format!("{site}{}", url::offer_picture(offer.number))),
    ];
    for (property, content) in tags {
        // Rendering it is what puts it into the head; the page itself shows nothing.
        drop(view! { <Meta property=property content=content/> }.to_html());
    }
}
