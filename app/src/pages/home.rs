//! Home: two doors, one for people who look for work, one for people who hire.

use crate::hub::helper;
use crate::i18n::Texts;
use crate::navigation;
use crate::offers::SearchForm;
use crate::ui::icon::{Glyph, icon};
use crate::ui::inert::Inert;
use crate::ui::title::PageTitle;
use crate::url;
use domain::query::OfferQuery;
use leptos::prelude::*;
use maud::html;

/// The page `/`.
pub(crate) fn home() -> AnyView {
    let t = expect_context::<Texts>();
    Effect::new(|_| navigation::page_ready());
    let lead = html! { p.lead { (t.home_lead()) } };
    let seek = html! { h2 id="seek" { (icon(Glyph::Search)) (t.home_seek()) } };
    let all = html! { a.button.quiet href=(url::offers_path(t.lang())) { (t.home_all()) } };
    let recruit = html! {
        h2 { (icon(Glyph::Users)) (t.home_recruit()) }
        p { (t.home_recruit_text()) }
        (helper(t))
    };
    view! {
        <div class="hero">
            <PageTitle text=t.home_title().to_owned()/>
            <Inert markup=lead/>
        </div>
        <div class="doors">
            <div class="door main-door">
                <Inert markup=seek/>
                <SearchForm query=OfferQuery::default()/>
                <Inert markup=all/>
            </div>
            <Inert class="door" markup=recruit/>
        </div>
    }
    .into_any()
}
