//! What a search found: count, what was understood, cards, pages, and what to relax.

use super::filters::filters;
use super::labels;
use super::offer_card::cards;
use super::search_form::hidden_fields;
use super::view::{PlaceView, RelaxView, ResultsView};
use crate::hub::desk;
use crate::i18n::Texts;
use crate::ui::inert::Inert;
use crate::ui::notice::notice;
use crate::ui::pagination::pagination;
use crate::url;
use domain::query::{MAX_PAGE, OfferQuery, PAGE_SIZE, Sort};
use leptos::prelude::*;
use maud::{Markup, html};

/// Id of the heading that says how many: it takes the focus when the page of results changes.
pub(super) const COUNT: &str = "count";

/// Filters beside the list. Filters and count are views: they keep focus and are announced.
pub(super) fn found(t: Texts, view: &ResultsView, query: &OfferQuery) -> impl IntoView + use<> {
    view! {
        <div class="columns">
            {view.ready.then(|| filters(t, view, query))}
            <section class="found" aria-labelledby=COUNT>
                <div role="status">
                    <h2 id=COUNT tabindex="-1">
                        {count(t, view, query)}
                    </h2>
                </div>
                <Inert markup=list(t, view, query)/>
            </section>
        </div>
    }
}

fn count(t: Texts, view: &ResultsView, query: &OfferQuery) -> String {
    if view.total == 0 {
        return t.results_none().to_owned();
    }
    let count = t.results_count(view.total.into());
    match (&view.place, query.radius_km) {
        (None, _) => count,
        (Some(place), 0) => format!("{count} {}", t.results_in(&place.name)),
        (Some(place), km) => format!("{count} {}", t.results_near(&km.to_string(), &place.name)),
    }
}

fn list(t: Texts, view: &ResultsView, query: &OfferQuery) -> Markup {
    let pages = view.total.div_ceil(PAGE_SIZE).min(MAX_PAGE);
    let address = |page| url::offers(t.lang(), &OfferQuery { page, ..query.clone() });
    html! {
        (hidden_fields(query))
        (notices(t, view))
        @if view.ready && view.total > 1 { (sorts(t, query, view.place.is_some())) }
        @if !view.cards.is_empty() {
            (cards(t, &view.cards, view.today))
        } @else if view.total > 0 {
            p { (t.results_last_page()) " " a href=(address(1)) { (t.results_first_page()) } }
        } @else {
            p { (t.results_none_hint()) }
        }
        @if !view.relax.is_empty() { (relax(t, &view.relax)) }
        @if let Some(help) = &view.help { (desk(t, help)) }
        (pagination(t, query.page, pages, address))
    }
}

fn sorts(t: Texts, query: &OfferQuery, has_place: bool) -> Markup {
    html! {
        nav.sorts aria-label=(t.sort_label()) {
            @for sort in Sort::ALL.iter().filter(|sort| has_place || **sort != Sort::Distance) {
                a href=(url::offers(t.lang(), &OfferQuery { sort: *sort, page: 1, ..query.clone() }))
                    aria-current=[(*sort == query.sort).then_some("true")] { (labels::sort(t, *sort)) }
            }
        }
    }
}

fn notices(t: Texts, view: &ResultsView) -> Markup {
    html! {
        @if !view.ready { (notice(&html! { (t.results_not_ready()) })) }
        @if let Some(place) = &view.unknown_place {
            (notice(&html! { (t.results_unknown_place(place)) " " (t.results_unknown_place_hint()) }))
        }
        @if let Some(text) = &view.corrected { (notice(&html! { (t.results_corrected(text)) })) }
        @if !view.other_places.is_empty() {
            p {
                (t.results_other_places())
                @for place in &view.other_places { " " (other_place(t, place)) }
            }
        }
        @if view.hidden > 0 {
            p.quiet-text {
                (t.results_hidden(view.hidden.into())) " "
                a href=(url::offers_search(t.lang(), &view.hidden_search)) { (t.results_hidden_show()) }
            }
        }
    }
}

fn other_place(t: Texts, place: &PlaceView) -> Markup {
    html! {
        a.tap href=(url::offers_search(t.lang(), &place.search)) {
            (place.name)
            @if let Some(code) = &place.postcode { " (" (code) ")" }
        }
    }
}

fn relax(t: Texts, relax: &[RelaxView]) -> Markup {
    html! {
        div.relax {
            h3 { (t.results_few()) }
            ul {
                @for one in relax {
                    li {
                        a.button.quiet href=(url::offers_search(t.lang(), &one.search)) {
                            (labels::relax(t, one.change)) " · " (t.results_count(one.total.into()))
                        }
                    }
                }
            }
        }
    }
}
