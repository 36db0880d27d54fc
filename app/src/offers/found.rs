//! What a search found: filters and count, which the phone builds, beside the list, which the server
//! draws. Filters and count are views: they keep focus and are announced.

use super::filters::filters;
use super::given::ResultsPage;
use crate::i18n::Texts;
use crate::ui::inert::Inert;
use domain::query::OfferQuery;
use leptos::prelude::*;
use maud::PreEscaped;

/// Id of the heading that says how many: it takes the focus when the page of results changes.
pub(super) const COUNT: &str = "count";

/// Filters beside the list.
pub(super) fn found(t: Texts, page: ResultsPage, query: &OfferQuery) -> impl IntoView + use<> {
    view! {
        <div class="columns">
            {page.ready.then(|| filters(t, &page, query))}
            <section class="found" aria-labelledby=COUNT>
                <div role="status">
                    <h2 id=COUNT tabindex="-1">
                        {page.count}
                    </h2>
                </div>
                <Inert markup=PreEscaped(page.list.0)/>
            </section>
        </div>
    }
}
