//! The page `/carte`: where the offers of a search are, as a map and as a table.

use super::api::get_map;
use super::search_form::query_of;
use crate::i18n::Texts;
use crate::pages::Problem;
use crate::ui::remote::remote;
use crate::ui::title::PageTitle;
use crate::url;
use domain::query::OfferQuery;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The map of the address's search.
pub(crate) fn page_map() -> AnyView {
    let t = expect_context::<Texts>();
    let search = use_location().search;
    let query = Memo::new(move |_| search.with(|s| url::search_of(&OfferQuery { page: 1, ..query_of(s) })));
    let map =
        remote(query, |lang, search| Box::pin(get_map(search, lang)), |error| view! { <Problem error/> }.into_any());
    view! {
        <PageTitle text=t.map_title().to_owned()/>
        {map}
    }
    .into_any()
}
