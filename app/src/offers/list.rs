//! The answer of a search as the server draws it: what was understood, cards, pages, what to relax.

use super::answer::{Fit, PlaceView, RelaxView, ResultsView};
use super::filters::active;
use super::given::ResultsPage;
use super::labels;
use super::offer_card::cards;
use super::search_form::{CHOSEN_FOR, FORM};
use crate::hub::desk;
use crate::i18n::{Key, Texts};
use crate::ui::icon::{Glyph, icon};
use crate::ui::notice::notice;
use crate::ui::pagination::pagination;
use crate::url;
use crate::wire::Html;
use domain::answer::Relax;
use domain::query::{MAX_PAGE, OfferQuery, PAGE_SIZE, Sort};
use maud::{Markup, html};

/// The page's answer: the list drawn, the filters' counts as they are.
pub(super) fn draw(t: Texts, view: ResultsView, query: &OfferQuery) -> ResultsPage {
    ResultsPage {
        ready: view.ready,
        total: view.total,
        count: count(t, &view, query),
        list: Html(list(t, &view, query).into_string()),
        moved: view.moved,
        place: view.place.map(|place| place.name),
        facets: view.facets,
    }
}

pub(super) fn count(t: Texts, view: &ResultsView, query: &OfferQuery) -> String {
    if view.total == 0 {
        let none = view.cards.is_empty();
        return if none { t.results_none().to_owned() } else { t.results_none_exact().to_owned() };
    }
    let count = t.results_count(view.total.into());
    match (&view.place, view.widened_km.unwrap_or(query.radius_km)) {
        (None, _) => view.area.as_ref().map_or(count.clone(), |area| format!("{count} {}", t.results_area(area))),
        (Some(place), 0) => format!("{count} {}", t.results_in(&place.name)),
        (Some(place), km) => format!("{count} {}", t.results_near(&km.to_string(), &place.name)),
    }
}

fn list(t: Texts, view: &ResultsView, query: &OfferQuery) -> Markup {
    let shown = view.total + view.silent + view.partial;
    let pages = shown.div_ceil(PAGE_SIZE).min(MAX_PAGE);
    let address = |page| url::offers(t.lang(), &OfferQuery { page, ..query.clone() });
    html! {
        (hidden_fields(query))
        (notices(t, view, query))
        (active(t, query))
        @if view.ready && view.total > 0 {
            a.tap href=(url::map(t.lang(), query)) { (icon(Glyph::Map)) (t.map_open()) }
        }
        @if view.ready && view.total > 1 { (sorts(t, query, view.place.is_some())) }
        @if view.total == 0 && !view.relax.is_empty() { (relax(t, &view.relax)) }
        @if !view.cards.is_empty() {
            (parts(t, view, query))
        } @else if shown > 0 {
            p { (t.results_last_page()) " " a href=(address(1)) { (t.results_first_page()) } }
        } @else {
            p { (t.results_none_hint()) }
        }
        @if view.total > 0 && !view.relax.is_empty() { (relax(t, &view.relax)) }
        @if let Some(help) = &view.help { (desk(t, help)) }
        (pagination(t, query.page, pages, address))
    }
}

/// The cards, those that fit alike together: what an offer does not have is said before it.
fn parts(t: Texts, view: &ResultsView, query: &OfferQuery) -> Markup {
    let mut rest = view.cards.as_slice();
    let parts = view.parts.iter().map(|(fit, count)| {
        let (part, more) = rest.split_at((*count).min(rest.len()));
        rest = more;
        html! {
            @match fit {
                Fit::All => {}
                Fit::Unsaid(facets) => {
                    div.part {
                        h3 { (t.results_silent(view.silent.into())) }
                        p { (t.results_silent_what(&facets.iter().map(|f| labels::facet(t, *f)).collect::<Vec<_>>().join(", "))) }
                    }
                }
                Fit::Lacks(words) => div.part { h3 { (t.results_without(&words.join(", "))) } },
                Fit::InText => div.part { h3 { (t.results_in_text(&query.text)) } },
            }
            (cards(t, part, view.today))
        }
    });
    html! { @for part in parts { (part) } }
}

fn sorts(t: Texts, query: &OfferQuery, has_place: bool) -> Markup {
    html! {
        nav.sorts aria-label=(t.sort_label()) {
            @for sort in Sort::ALL.iter().filter(|sort| has_place || **sort != Sort::Distance) {
                a href=(url::offers(t.lang(), &OfferQuery { sort: *sort, page: 1, ..query.clone() }))
                    aria-current=[(*sort == query.sort).then_some("true")] { (sort_words(t, *sort)) }
            }
        }
    }
}

fn notices(t: Texts, view: &ResultsView, query: &OfferQuery) -> Markup {
    let with = |text: &str| url::offers(t.lang(), &OfferQuery { text: text.to_owned(), page: 1, ..query.clone() });
    html! {
        @if !view.ready { (notice(&html! { (t.results_not_ready()) })) }
        @if let Some(place) = &view.unknown_place {
            (notice(&html! { (t.results_unknown_place(place)) " " (t.results_unknown_place_hint()) }))
        }
        @if let (Some(typed), Some(found)) = (&view.guessed, place_name(view)) {
            (notice(&html! { (t.results_guessed_place(found, typed)) }))
        }
        @if let (Some(typed), Some(found)) = (&view.former, place_name(view)) {
            (notice(&html! { (t.results_former_place(found, typed)) }))
        }
        @if let (Some(km), Some(found)) = (view.widened_km, place_name(view)) {
            (notice(&html! { (t.results_widened(&km.to_string(), found)) }))
        }
        @if view.internship { (notice(&html! { (t.results_internship()) })) }
        @if let Some((text, exact)) = &view.corrected {
            (notice(&html! {
                (t.results_corrected(text))
                @if let Some(exact) = exact { " " a href=(with(exact)) { (t.results_exact(&query.text)) } }
            }))
        }
        @for spelling in &view.spellings {
            (notice(&html! {
                (t.results_also(&spelling.also)) " "
                a href=(with(&spelling.exact)) { (t.results_exact(&spelling.typed)) }
            }))
        }
        @if !view.left_out.is_empty() {
            (notice(&html! {
                @if view.total == 0 {
                    (t.results_nothing_has_all(view.partial.into()))
                } @else {
                    (t.results_few_have_all(view.partial.into()))
                }
                @for left in &view.left_out { " " a href=(with(&left.insist)) { (t.results_insist(&left.word)) } }
            }))
        }
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

/// The place that was understood, whatever it is.
fn place_name(view: &ResultsView) -> Option<&str> {
    view.place.as_ref().map(|place| place.name.as_str()).or(view.area.as_deref())
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
                            (relax_words(t, &one.change)) " · " (t.results_count(one.total.into()))
                        }
                    }
                }
            }
        }
    }
}

/// What the address holds and no field shows; it stands with the answer, and names the form.
fn hidden_fields(query: &OfferQuery) -> Markup {
    let commune = query.commune.as_ref().map(ToString::to_string);
    let chosen_for = commune.as_ref().map(|_| query.place_text.clone());
    let fields = [
        ("commune", commune),
        (CHOSEN_FOR, chosen_for),
        ("sort", (query.sort != Sort::Relevance).then(|| query.sort.to_string())),
        ("non_salaried", query.filters.non_salaried.then(|| "1".to_owned())),
        ("employer", query.filters.employer.clone()),
    ];
    html! {
        @for (name, value) in fields {
            @if let Some(value) = value { input type="hidden" form=(FORM) name=(name) value=(value); }
        }
        @for code in &query.filters.rome { input type="hidden" form=(FORM) name="rome" value=(code); }
    }
}

/// Names of the orders.
fn sort_words(t: Texts, sort: Sort) -> &'static str {
    t.get(match sort {
        Sort::Relevance => Key::SortRelevance,
        Sort::Distance => Key::SortDistance,
        Sort::Date => Key::SortDate,
    })
}

/// What is relaxed, in words.
fn relax_words(t: Texts, change: &Relax) -> String {
    match change {
        Relax::Radius { km } => t.relax_radius(&km.to_string()),
        Relax::Anywhere => t.relax_anywhere().to_owned(),
        Relax::DropFilter { facet } => t.relax_drop_filter(labels::facet(t, *facet)),
        Relax::DropFilters => t.relax_drop_filters().to_owned(),
        Relax::OnlyText => t.relax_only_text().to_owned(),
        Relax::OnlyPlace => t.relax_only_place().to_owned(),
        Relax::Everything => t.relax_everything().to_owned(),
        Relax::DropText => t.relax_drop_text().to_owned(),
        Relax::NonSalaried => t.relax_non_salaried().to_owned(),
        Relax::DropEmployer => t.relax_drop_employer().to_owned(),
    }
}
