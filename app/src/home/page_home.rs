//! The page `/`: the search form, and below it what the server draws.

use super::api::get_home;
use crate::i18n::Texts;
use crate::offers::SearchForm;
use crate::ui::icon::{Glyph, icon};
use crate::ui::inert::Inert;
use crate::ui::remote::remote;
use crate::ui::title::PageTitle;
use domain::query::OfferQuery;
use leptos::prelude::*;
use maud::html;

/// The page `/`.
pub(crate) fn page_home() -> AnyView {
    let t = expect_context::<Texts>();
    let below = remote(
        Memo::new(|_| String::new()),
        |lang, _| Box::pin(get_home(lang)),
        // The form is enough.
        |_| ().into_any(),
    );
    let lead = html! {
        p.lead { (t.home_lead()) }
        p { a.tap href="#recruter" rel="external" { (t.home_recruit()) } }
    };
    let seek = html! { h2 { (icon(Glyph::Search)) (t.home_seek()) } };
    view! {
        <div class="hero">
            <PageTitle text=t.home_title().to_owned()/>
            <Inert markup=lead/>
        </div>
        <div class="door main-door">
            <Inert markup=seek/>
            <SearchForm query=OfferQuery::default()/>
        </div>
        {below}
    }
    .into_any()
}
