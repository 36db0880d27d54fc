//! What the head says to search engines and feed readers (server only): the page's one address, the
//! same page in the other languages, the feed of a search.

use crate::context::{self, AppContext};
use crate::i18n::Lang;
use crate::offers::results_query;
use crate::url::{self, Feed};
use leptos::prelude::*;

/// The links of the requested page; none outside of a request.
pub(crate) fn links(lang: Lang) -> Option<impl IntoView> {
    let site = use_context::<AppContext>()?.config.public_url;
    let path = context::request_path()?;
    let query = (path == url::offers_path(lang)).then(|| results_query(&context::request_search()));
    // Whatever else the address holds (how to apply, a tracker's mark), it is the same page.
    let search = query.as_ref().map(url::search_of).unwrap_or_default();
    let here = move |lang| format!("{site}{}", url::in_language(lang, &path, &search));
    let alternates: Vec<_> =
        Lang::ALL.iter().map(|lang| view! { <link rel="alternate" hreflang=lang.code() href=here(*lang)/> }).collect();
    let feeds = query.map(|query| {
        view! {
            <link rel="alternate" type="application/atom+xml" href=url::feed(Feed::Atom, &query)/>
            <link rel="alternate" type="application/feed+json" href=url::feed(Feed::Json, &query)/>
        }
    });
    Some(view! {
        <link rel="canonical" href=here(lang)/>
        {alternates}
        {feeds}
    })
}
