//! The app and THE route table: path → page, once for each language. No logic here.

use crate::hub::Hub;
use crate::i18n::{Lang, Texts};
use crate::pages::layout::{Footer, Header, SkipLink};
use crate::{home, offers, pages};
use leptos::children::ToChildren;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, FlatRoutesProps, RouteChildren, Router};
use leptos_router::{MatchNestedRoutes, NestedRoute, ParamSegment, SsrMode, StaticSegment};

/// The whole app: what `shell` renders and the client hydrates.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(texts());
    provide_context(Hub::shared());
    view! {
        <Router>
            <SkipLink/>
            <Header/>
            <main id="main" tabindex="-1">{table()}</main>
            <Footer/>
        </Router>
    }
}

/// Every route, in every language.
fn table() -> impl IntoView {
    let routes = || (pages_under(Lang::Fr), pages_under(Lang::En));
    let fallback = || pages::not_found();
    FlatRoutes(FlatRoutesProps::builder().fallback(fallback).children(RouteChildren::to_children(routes)).build())
}

/// The pages of a language. Every language has the same types, so it costs the client nothing.
fn pages_under(lang: Lang) -> impl MatchNestedRoutes + Clone + Send + 'static {
    let root = StaticSegment(if lang == Lang::Fr { "" } else { lang.code() });
    let offers = (root, StaticSegment("offres"));
    let offer = (root, StaticSegment("offres"), ParamSegment(offers::OFFER_PARAM));
    let map = (root, StaticSegment("carte"));
    (
        NestedRoute::new(map, offers::page_map).ssr_mode(SsrMode::Async),
        NestedRoute::new(root, home::page_home).ssr_mode(SsrMode::Async),
        NestedRoute::new(offers, offers::page_results).ssr_mode(SsrMode::Async),
        NestedRoute::new(offer, offers::page_offer).ssr_mode(SsrMode::Async),
    )
}

#[cfg(feature = "ssr")]
fn texts() -> Texts {
    Texts::of(crate::shell::request_lang())
}

#[cfg(feature = "hydrate")]
fn texts() -> Texts {
    Texts::active()
}

#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
fn texts() -> Texts {
    Texts::of(Lang::default())
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_there_in_every_language() {
        let routes = leptos_axum::generate_route_list(App);
        let paths: Vec<&str> = routes.iter().map(|route| route.path()).collect();
        for lang in Lang::ALL {
            let prefix = lang.prefix();
            let home = crate::url::home(*lang);
            for path in [
                home,
                format!("{prefix}/carte"),
                format!("{prefix}/offres"),
                format!("{prefix}/offres/{{{}}}", offers::OFFER_PARAM),
            ] {
                assert!(paths.contains(&path.as_str()), "{path} is not in {paths:?}");
            }
        }
        assert_eq!(paths.len(), 4 * Lang::ALL.len(), "{paths:?}");
    }
}
