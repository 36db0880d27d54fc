//! What a reader sees when there is nothing to show: what happened, what to do, who helps.

use crate::error::AppError;
use crate::hub::helper;
use crate::i18n::Texts;
use crate::navigation;
use crate::ui::inert::Inert;
use crate::ui::title::PageTitle;
use crate::url;
use leptos::prelude::*;
use maud::html;

/// The page of an unknown address, with status 404.
pub(crate) fn not_found() -> AnyView {
    Effect::new(|_| navigation::page_ready());
    view! { <Problem error=AppError::NotFound/> }.into_any()
}

/// A whole page for an error; sets the status on the server.
#[component]
pub fn Problem(
    /// What went wrong.
    error: AppError,
) -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::context::set_status(error.status());
    let t = expect_context::<Texts>();
    let (title, text) = match error {
        AppError::NotFound | AppError::BadRequest => (t.error_not_found(), t.error_not_found_text()),
        AppError::Unavailable | AppError::TooMany => (t.error_unavailable(), t.error_unavailable_text()),
        AppError::Network => (t.error_unavailable(), t.error_network_text()),
    };
    let body = html! {
        p.lead { (text) }
        p { a.button href=(url::offers_path(t.lang())) { (t.home_all()) } }
        (helper(t))
    };
    view! {
        <PageTitle text=title.to_owned()/>
        <Inert markup=body/>
    }
}
