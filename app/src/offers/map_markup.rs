//! The drawn map of a search (server only): a drawing for the eye, and a table that says the same. The
//! drawing's links are for pointers; keyboard and screen reader have the table.

use super::map::{MapView, Mark, WIDTH};
use crate::hub::helper;
use crate::i18n::{Texts, format};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use domain::query::OfferQuery;
use maud::{Markup, html};

/// The whole of the page below its title.
pub(super) fn whole(t: Texts, view: &MapView, query: &OfferQuery) -> Markup {
    html! {
        p.lead { (lead(t, view, query)) }
        p { a.button.quiet href=(url::offers(t.lang(), query)) { (icon(Glyph::List)) (t.map_list()) } }
        @if view.places.is_empty() {
            p { (t.results_none()) }
            (helper(t))
        } @else {
            div.map-columns {
                (drawing(t, view, query))
                (table(t, view, query))
            }
        }
    }
}

fn lead(t: Texts, view: &MapView, query: &OfferQuery) -> String {
    let count = t.results_count(view.total.into());
    let count = if query.text.is_empty() { count } else { format!("{count} : {}", query.text) };
    match &view.place {
        Some(place) => format!("{count}, {}", t.results_near(&query.radius_km.to_string(), place)),
        None => count,
    }
}

/// The offers of the search in one commune.
fn there(t: Texts, query: &OfferQuery, place: &Mark) -> String {
    let commune = Some(place.code.clone());
    url::offers(t.lang(), &OfferQuery { commune, place_text: place.name.clone(), radius_km: 0, ..query.clone() })
}

fn drawing(t: Texts, view: &MapView, query: &OfferQuery) -> Markup {
    html! {
        svg.map viewBox={ "0 0 " (WIDTH) " " (view.height) } aria-hidden="true" {
            @if let Some((x, y, r)) = view.around { circle.around cx=(x) cy=(y) r=(r) {} }
            @for place in &view.places {
                a href=(there(t, query, place)) tabindex="-1" { circle cx=(place.x) cy=(place.y) r=(place.r) {} }
            }
            @for place in view.places.iter().filter(|place| place.named) {
                text x=(place.x) y=(i32::from(place.y) - i32::from(place.r) - 4) { (place.name) }
            }
        }
    }
}

fn table(t: Texts, view: &MapView, query: &OfferQuery) -> Markup {
    html! {
        div {
        table.facts {
            caption { (t.map_table()) }
            thead { tr { th scope="col" { (t.map_commune()) } th scope="col" { (t.nav_offers()) } } }
            tbody {
                @for place in &view.places {
                    tr {
                        th scope="row" { a.tap href=(there(t, query, place)) { (place.name) } }
                        td { (format::number(t.lang(), place.count.into())) }
                    }
                }
            }
        }
        @if view.elsewhere > 0 { p.quiet-text { (t.map_elsewhere(view.elsewhere.into())) } }
        }
    }
}
