//! The pages of text (`app::text_pages`): plain HTML, the same for everybody, so that they may be kept
//! for a while and need no nonce.

use crate::public::api::cached;
use crate::state::AppState;
use app::i18n::Lang;
use app::text_pages;
use app::url::TextPage;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

/// The policy of these pages: their one style, known by its hash; of scripts only our files.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let hash = STANDARD.encode(Sha256::digest(text_pages::style()));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; script-src 'self'; connect-src 'self'; img-src 'self' data:; \
         manifest-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).ok()
});

/// Their addresses, in every language.
pub fn paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().flat_map(|lang| TextPage::ALL.iter().map(|page| app::url::text_page(*lang, *page)))
}

/// Those that search engines are shown: what a phone keeps is nobody else's.
pub fn indexed() -> impl Iterator<Item = String> {
    paths().filter(|path| TextPage::of_path(path) != Some(TextPage::Kept))
}

/// `GET` of one of [`paths`].
pub async fn text_page(State(state): State<AppState>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let Some(page) = TextPage::of_path(uri.path()) else { return StatusCode::NOT_FOUND.into_response() };
    let lang = Lang::of_path(uri.path());
    let html = text_pages::render(&state.context, lang, page, uri.query().unwrap_or_default());
    page_of(html, &headers)
}

/// `GET /style`, in development.
pub async fn style(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let today = (state.context.clock)().today;
    page_of(text_pages::style_page(&state.context, today), &headers)
}

pub(super) fn page_of(html: String, headers: &HeaderMap) -> Response {
    let mut response = cached(html.into_bytes(), "text/html; charset=utf-8", headers);
    if let Some(policy) = &*POLICY {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}
