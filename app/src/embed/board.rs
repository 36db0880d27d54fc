//! What frame and page have alike: what is said of the search, cards, pages of the list, an offer's parts.

use super::Scene;
use crate::hub::desk;
use crate::offers::{Found, Links, OfferView, cards_to, dates, french};
use crate::ui::icon::{Glyph, icon};
use crate::ui::notice::notice;
use domain::number::OfferNumber;
use maud::{Markup, html};

/// Where a page of the list is, and where an offer is.
pub(super) struct Ways<'a> {
    /// A page of the same list.
    pub(super) page: &'a dyn Fn(u32) -> String,
    /// An offer, by its slug and number.
    pub(super) offer: &'a dyn Fn(&str, OfferNumber) -> String,
    /// Where all of them open.
    pub(super) target: Option<&'static str>,
}

/// The answer of a search.
pub(super) fn answer(scene: Scene<'_>, found: &Found, ways: &Ways<'_>) -> Markup {
    let t = scene.t;
    let links = Links { address: ways.offer, target: ways.target };
    html! {
        h2 id="count" { (found.count) }
        @if let Some(place) = &found.unknown_place {
            (notice(&html! { (t.results_unknown_place(place)) " " (t.results_unknown_place_hint()) }))
        }
        @if let Some(words) = &found.corrected { (notice(&html! { (t.results_corrected(words)) })) }
        @if !found.cards.is_empty() {
            (cards_to(t, &found.cards, found.today, &links))
        } @else if found.total > 0 {
            p { (t.results_last_page()) " " a href=((ways.page)(1)) target=[ways.target] { (t.results_first_page()) } }
        } @else {
            p { (t.results_none_hint()) }
            @if let Some(help) = &found.help { (desk(t, help)) }
        }
        (pages(scene, found, ways))
    }
}

/// The pages before and after this one.
fn pages(scene: Scene<'_>, found: &Found, ways: &Ways<'_>) -> Markup {
    let t = scene.t;
    let (page, last) = (found.query.page, found.pages.max(1));
    html! {
        @if last > 1 {
            nav.pages aria-label=(t.pages_label()) {
                @if page > 1 {
                    a.button.quiet rel="prev" href=((ways.page)(page - 1)) target=[ways.target] { (t.pages_previous()) }
                }
                span aria-current="page" { (t.pages_position(&page.to_string(), &last.to_string())) }
                @if page < last {
                    a.button.quiet rel="next" href=((ways.page)(page + 1)) target=[ways.target] { (t.pages_next()) }
                }
            }
        }
    }
}

/// The head of an offer: the way back, title, when it was published.
pub(super) fn offer_head(scene: Scene<'_>, offer: &OfferView, back: &str, target: Option<&'static str>) -> Markup {
    html! {
        p { a.tap href=(back) target=[target] { (icon(Glyph::List)) (scene.p.embed_back()) } }
        h1 lang=[french(scene.t)] { (offer.title) }
        p.quiet-text { (dates(scene.t, offer)) }
    }
}

/// The title of a partner's board.
pub(super) fn title(scene: Scene<'_>) -> String {
    format!("{} – {}", scene.t.results_title(), scene.partner.name())
}
