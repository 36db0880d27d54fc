//! The search form: what, where, how far. A plain GET form; once hydrated, the router takes it and
//! the address stays canonical.

use super::{nearby, suggestions};
use crate::i18n::Texts;
use crate::ui::combobox::announcer;
use crate::ui::field::{select_field, text_field};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use domain::query::{DEFAULT_RADIUS_KM, OfferQuery, RADII_KM};
use leptos::prelude::*;
use maud::{Markup, html};

/// The form's id: filters stand outside of it and name it.
pub(super) const FORM: &str = "search";

/// Name of the hidden field that holds the place field's words when a commune was chosen for them:
/// once the words differ, the commune is another one.
pub(crate) const CHOSEN_FOR: &str = "place";

/// Trades that are suggested without a script.
#[cfg(feature = "ssr")]
const SUGGESTED: usize = 40;

/// Reads the parameters of an address, as the form or a link wrote them.
pub(super) fn query_of(search: &str) -> OfferQuery {
    let pairs = url::read_pairs(search);
    let (mut query, _) = OfferQuery::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    forget_other_commune(&mut query, &pairs);
    query
}

/// A commune was chosen for the words that stood in the place field: once they differ, it is another place.
pub(crate) fn forget_other_commune(query: &mut OfferQuery, pairs: &[(String, String)]) {
    let chosen_for = pairs.iter().find(|(name, _)| name == CHOSEN_FOR).map(|(_, value)| value.trim());
    if chosen_for.is_some_and(|words| words != query.place_text) {
        query.commune = None;
    }
}

/// What, where, how far.
#[component]
pub fn SearchForm(
    /// The search that the address holds when the form is made; later ones are put in by [`fields`].
    query: OfferQuery,
) -> impl IntoView {
    let t = expect_context::<Texts>();
    let [text, place, radius] = fields(&named(query));
    let radii: Vec<_> = RADII_KM.iter().map(|km| (km.to_string(), radius_words(t, *km))).collect();
    let here = html! { button.link.awake type="button" id=(nearby::BUTTON) { (icon(Glyph::Locate)) (t.near_me()) } };
    let inside = html! {
        (text_field(text.0, t.search_what(), t.search_what_hint(), &text.1, None))
        (text_field(place.0, t.search_where(), t.search_where_hint(), &place.1, Some(here)))
        (select_field(radius.0, t.search_radius(), &radii, &radius.1, None))
        button.button type="submit" { (icon(Glyph::Search)) (t.search_submit()) }
        (announcer())
        (plain())
    };
    let submit = use_submit(true);
    let live = suggestions::Live::new(t, submit.clone());
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
                live.leave();
                submit();
            }
            on:focusin=move |event| live.enter(&event)
            on:focusout=move |_| live.leave()
            on:input=move |event| live.input(&event)
            on:keydown=move |event| live.key(&event)
            on:mousedown=move |event| live.press(&event)
            on:click=move |event| live.click(&event)
            inner_html=inside.into_string()
        ></form>
    }
}

/// The search with its commune's name in the place field, where only its code is known.
#[cfg(feature = "ssr")]
fn named(mut query: OfferQuery) -> OfferQuery {
    if let (true, Some(code)) = (query.place_text.is_empty(), &query.commune) {
        let index = use_context::<crate::context::AppContext>().and_then(|app| app.search.get());
        query.place_text = index.and_then(|index| index.commune(code)).map(|place| place.name).unwrap_or_default();
    }
    query
}

/// What recruits here and where, as suggestions for browsers without scripts.
#[cfg(feature = "ssr")]
fn plain() -> Markup {
    use crate::ui::field::plain_suggestions;
    let app = use_context::<crate::context::AppContext>();
    let overview = app.and_then(|app| app.search.get()?.overview(app.now().today).ok());
    html! {
        @if let Some(all) = overview {
            (plain_suggestions("q", all.trades.iter().take(SUGGESTED).map(|trade| trade.label.as_str())))
            (plain_suggestions("where", all.communes.iter().map(|commune| commune.place.name.as_str())))
        }
    }
}

/// The browser that runs this has the client's own suggestions.
#[cfg(not(feature = "ssr"))]
fn plain() -> Markup {
    Markup::default()
}

/// In the browser the answer brings the name.
#[cfg(not(feature = "ssr"))]
const fn named(query: OfferQuery) -> OfferQuery {
    query
}

pub(crate) fn radius_words(t: Texts, km: u16) -> String {
    if km == 0 { t.search_radius_here().to_owned() } else { t.search_radius_km(&km.to_string()) }
}

/// The form's own fields: parameter and value of a search.
pub(super) fn fields(query: &OfferQuery) -> [(&'static str, String); 3] {
    let radius = if RADII_KM.contains(&query.radius_km) { query.radius_km } else { DEFAULT_RADIUS_KM };
    [("q", query.text.clone()), ("where", query.place_text.clone()), ("radius_km", radius.to_string())]
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
