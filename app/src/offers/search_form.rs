//! The search form: what, where, how far. A plain GET form; once hydrated, the router takes it and
//! the address stays canonical.

use crate::i18n::Texts;
use crate::ui::field::{select_field, text_field};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use domain::query::{DEFAULT_RADIUS_KM, OfferQuery, RADII_KM, Sort};
use leptos::prelude::*;
use maud::{Markup, html};

/// The form's id: filters stand outside of it and name it.
pub(super) const FORM: &str = "search";

/// Name of the hidden field that holds the place field's words when a commune was chosen for them:
/// once the words differ, the commune is another one.
const CHOSEN_FOR: &str = "place";

/// Reads the parameters of an address, as the form or a link wrote them.
pub(super) fn query_of(search: &str) -> OfferQuery {
    let pairs = url::read_pairs(search);
    let (mut query, _) = OfferQuery::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let chosen_for = pairs.iter().find(|(name, _)| name == CHOSEN_FOR).map(|(_, value)| value.trim());
    if chosen_for.is_some_and(|words| words != query.place_text) {
        query.commune = None;
    }
    query
}

/// What, where, how far.
#[component]
pub fn SearchForm(
    /// The search that the address holds when the form is made; later ones are put in by [`fields`].
    query: OfferQuery,
) -> impl IntoView {
    let t = expect_context::<Texts>();
    let [text, place, radius] = fields(&query);
    let radii: Vec<_> = RADII_KM.iter().map(|km| (km.to_string(), radius_words(t, *km))).collect();
    let inside = html! {
        (text_field(text.0, t.search_what(), t.search_what_hint(), &text.1))
        (text_field(place.0, t.search_where(), t.search_where_hint(), &place.1))
        (select_field(radius.0, t.search_radius(), &radii, &radius.1, None))
        button.button type="submit" { (icon(Glyph::Search)) (t.search_submit()) }
    };
    let submit = use_submit(true);
    view! {
        <form
            id=FORM
            class="search"
            role="search"
            aria-label=t.search_label()
            method="get"
            action=url::offers_path(t.lang())
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
            inner_html=inside.into_string()
        ></form>
    }
}

fn radius_words(t: Texts, km: u16) -> String {
    if km == 0 { t.search_radius_here().to_owned() } else { t.search_radius_km(&km.to_string()) }
}

/// The form's own fields: parameter and value of a search.
pub(super) fn fields(query: &OfferQuery) -> [(&'static str, String); 3] {
    let radius = if RADII_KM.contains(&query.radius_km) { query.radius_km } else { DEFAULT_RADIUS_KM };
    [("q", query.text.clone()), ("where", query.place_text.clone()), ("radius_km", radius.to_string())]
}

/// What the address holds and no field shows; it stands with the answer, and names the form.
pub(super) fn hidden_fields(query: &OfferQuery) -> Markup {
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
    }
}

/// What sends the form through the router: to the canonical address of what its fields say.
#[cfg(feature = "hydrate")]
pub(super) fn use_submit(scroll: bool) -> impl Fn() + Clone + 'static {
    use leptos_router::NavigateOptions;
    let lang = expect_context::<Texts>().lang();
    let navigate = leptos_router::hooks::use_navigate();
    move || {
        if let Some(search) = crate::navigation::form_search(FORM) {
            crate::navigation::remember_scroll();
            let address = url::offers(lang, &query_of(&search));
            navigate(&address, NavigateOptions { scroll, ..NavigateOptions::default() });
        }
    }
}

/// Nothing, on the server.
#[cfg(not(feature = "hydrate"))]
pub(super) fn use_submit(scroll: bool) -> impl Fn() + Clone + 'static {
    move || _ = scroll
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_commune_holds_only_for_the_words_it_was_chosen_for() {
        let chosen = query_of("q=cariste&where=Saint-Denis&commune=93066&place=Saint-Denis");
        assert_eq!(chosen.commune.map(|c| c.to_string()).as_deref(), Some("93066"));
        assert_eq!(query_of("where=Roubaix&commune=93066&place=Saint-Denis").commune, None);
        assert!(query_of("commune=59512").commune.is_some());
    }

    #[test]
    fn what_a_plain_form_sends_is_the_same_search_as_the_canonical_address() {
        let plain = query_of("q=cariste&where=&radius_km=20&since=&contract=cdi&contract=cdd");
        assert_eq!(url::search_of(&plain), "q=cariste&contract=cdi&contract=cdd");
    }
}
