//! What the head says to search engines and feed readers (server only): the page's one address, the
//! same page in the other languages, the feed of a search.

use crate::context::{self, AppContext};
use crate::i18n::{Lang, Texts};
use crate::offers::results_query;
use crate::url::{self, Feed};
use leptos::html::meta;
use leptos::prelude::*;

/// The links of the requested page; none outside of a request.
pub(crate) fn links(lang: Lang) -> Option<impl IntoView> {
    let app = use_context::<AppContext>()?;
    let site = app.config.public_url.as_str();
    let path = context::request_path()?;
    let query = (path == url::offers_path(lang)).then(|| results_query(&context::request_search()));
    // Whatever else the address holds (how to apply, a tracker's mark), it is the same page.
    let search = query.as_ref().map(url::search_of).unwrap_or_default();
    let here = |lang| format!("{site}{}", url::in_language(lang, &path, &search));
    let alternates: Vec<_> =
        Lang::ALL.iter().map(|lang| view! { <link rel="alternate" hreflang=lang.code() href=here(*lang)/> }).collect();
    let feeds = query.map(|query| {
        view! {
            <link rel="alternate" type="application/atom+xml" href=url::feed(Feed::Atom, &query)/>
            <link rel="alternate" type="application/feed+json" href=url::feed(Feed::Json, &query)/>
            <link rel="alternate" type="text/calendar" href=url::feed(Feed::Calendar, &query)/>
        }
    });
    let shared =
        (!path.starts_with(&format!("{}/", url::offers_path(lang)))).then(|| site_tags(lang, site, here(lang)));
    Some(view! {
        {property("og:site_name", Texts::of(lang).app_name().to_owned())}
        {property("og:locale", if lang == Lang::Fr { "fr_FR" } else { "en_GB" }.to_owned())}
        <meta name="twitter:card" content="summary_large_image"/>
        {shared}
        <link rel="canonical" href=here(lang)/>
        {alternates}
        <link rel="alternate" type="application/json+oembed" href=url::oembed(site, &url::in_language(lang, &path, &search))/>
        {feeds}
    })
}

/// What social networks show of a page that is no offer; an offer says it itself (`offers/open_graph.rs`).
fn site_tags(lang: Lang, site: &str, here: String) -> impl IntoView + use<> {
    let t = Texts::of(lang);
    (
        property("og:title", t.app_name().to_owned()),
        property("og:description", t.app_description().to_owned()),
        property("og:type", "website".to_owned()),
        property("og:url", here),
        property("og:image", format!("{site}{}", url::SITE_PICTURE)),
    )
}

fn property(name: &'static str, content: String) -> impl IntoView {
    meta().attr("property", name).content(content)
}
