//! The page `/offres`: search form, filters, offers. The address always holds the whole search.

use super::api::search_offers;
use super::found::found;
use super::search_form::{SearchForm, query_of};
use crate::error::AppError;
use crate::i18n::Texts;
use crate::navigation;
use crate::ui::inert::Inert;
use crate::ui::notice::notice;
use crate::ui::ready::ready;
use crate::ui::title::{self, PageTitle};
use crate::url;
use crate::wire::InPage;
use domain::query::OfferQuery;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use maud::{Markup, html};

/// The results of the address's search.
pub(crate) fn page_results() -> AnyView {
    let t = expect_context::<Texts>();
    let location = use_location();
    let here = location.pathname.get_untracked();
    // When another page is opened the address changes first: it holds no search, and none is asked for.
    let query = Memo::new(move |before: Option<&OfferQuery>| match before {
        Some(before) if location.pathname.with(|path| *path != here) => before.clone(),
        _ => location.search.with(|s| query_of(s)),
    });
    let results = Resource::<_, InPage>::new_with_options(
        move || query.with(url::search_of),
        move |search| search_offers(search, t.lang()),
        false,
    );
    let shown = StoredValue::new(query.get_untracked());
    let pending = RwSignal::new(false);
    // On the server an effect would run on one thread while another draws, and a signal that is
    // being written cannot be read: the page would fail, once in some thousands.
    let set_pending = cfg!(not(feature = "ssr")).then(|| pending.into());
    // On the server the title is read after the page's memos are gone: there it is a plain text.
    let tab: TextProp = if cfg!(feature = "ssr") {
        title_of(t, &query.get_untracked()).into()
    } else {
        (move || query.with(|q| title_of(t, q))).into()
    };
    let fallback = (move || t.results_loading()).into();
    let children = ToChildren::to_children(move || {
        move || {
            Suspend::new(async move {
                let answer = results.await;
                ready().await;
                let mut query = query.get_untracked();
                if let Some(search) = answer.as_ref().ok().and_then(|page| page.moved.as_deref()) {
                    query = query_of(search);
                    replace(&url::offers(t.lang(), &query));
                }
                if let (true, Ok(Some(place))) = (query.place_text.is_empty(), answer.as_ref().map(|a| &a.place)) {
                    // An address may hold the code alone; the field says the name.
                    if query.commune.is_some() {
                        query.place_text.clone_from(place);
                    }
                }
                follow(shown, &query);
                match answer {
                    Ok(page) => Either::Left(found(t, page, &query)),
                    Err(error) => Either::Right(view! { <Inert markup=problem(t, &error, &query)/> }),
                }
            })
        }
    });
    view! {
        <PageTitle text=t.results_title().to_owned()/>
        <Title text=tab/>
        <SearchForm query=query.get_untracked()/>
        <div class="answer" aria-busy=move || pending.get().then_some("true")>
            {Transition(TransitionProps { fallback, set_pending, children })}
        </div>
    }
    .into_any()
}

/// Words became filters: the address says so, in place of the one that was asked for.
#[cfg(feature = "ssr")]
fn replace(address: &str) {
    leptos_axum::redirect(address);
}

/// In the browser the answer is here already.
#[cfg(not(feature = "ssr"))]
fn replace(address: &str) {
    navigation::replace(address);
}

/// What tabs and the history say: the words that were searched.
fn title_of(t: Texts, query: &OfferQuery) -> String {
    let title = if query.text.is_empty() { t.results_title().to_owned() } else { t.results_title_text(&query.text) };
    title::document_title(t, &title)
}

/// After the answer is shown: scroll back where there is something to go back to, and bring fields
/// and focus in line with a new address. The first answer leaves fields and focus alone. Nothing on the
/// server, which shows an answer once.
fn follow(shown: StoredValue<OfferQuery>, query: &OfferQuery) {
    if cfg!(feature = "ssr") {
        return;
    }
    navigation::after_paint(navigation::page_ready);
    let before = shown.get_value();
    if before == *query {
        return;
    }
    shown.set_value(query.clone());
    #[cfg(feature = "hydrate")]
    {
        let turned = before.page != query.page;
        let fields = super::search_form::fields(query);
        navigation::after_paint(move || {
            navigation::set_hidden(super::search_form::FORM, &[]);
            navigation::sync_form(super::search_form::FORM, &fields);
            // A link of the old answer (a sort, a relaxation) took the focus away with it.
            if turned || navigation::is_focus_lost() {
                navigation::focus_id(super::found::COUNT);
            }
        });
    }
}

fn problem(t: Texts, error: &AppError, query: &OfferQuery) -> Markup {
    #[cfg(feature = "ssr")]
    crate::context::set_status(error.status());
    let text = if *error == AppError::Network { t.error_network_text() } else { t.error_unavailable_text() };
    notice(&html! {
        p { (t.error_unavailable()) ". " (text) }
        a.button href=(url::offers(t.lang(), query)) rel="external" { (t.error_retry()) }
    })
}
