//! A part of a page that the server draws: markup fetched for a key (a search, a number), shown inert.

use crate::error::AppError;
use crate::i18n::{Lang, Texts};
use crate::navigation;
use crate::ui::inert::Inert;
use crate::ui::ready::ready;
use crate::wire::{Html, InPage};
use leptos::prelude::*;
use maud::PreEscaped;
use std::future::Future;
use std::pin::Pin;

/// A server function that draws.
pub(crate) type Fetch = fn(Lang, String) -> Pin<Box<dyn Future<Output = Result<Html, AppError>> + Send>>;

/// What `fetch` draws for `key`, anew whenever the key changes; `failed` says what to show otherwise.
pub(crate) fn remote(key: Memo<String>, fetch: Fetch, failed: fn(AppError) -> AnyView) -> AnyView {
    let t = expect_context::<Texts>();
    let html = Resource::<_, InPage>::new_with_options(move || key.get(), move |key| fetch(t.lang(), key), false);
    view! {
        <Transition fallback=move || view! { <p class="lead">{t.results_loading()}</p> }>
            {move || Suspend::new(async move {
                let answer = html.await;
                ready().await;
                navigation::after_paint(navigation::page_ready);
                match answer {
                    Ok(html) => view! { <Inert markup=PreEscaped(html.0)/> }.into_any(),
                    Err(error) => failed(error),
                }
            })}
        </Transition>
    }
    .into_any()
}
