//! The pages of text (`app::text_pages`): plain HTML without a script, so that they may be kept for a
//! while and need no nonce.

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

/// The policy of these pages: their one style, known by its hash; nothing runs.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let hash = STANDARD.encode(Sha256::digest(text_pages::style()));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; img-src 'self' data:; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).ok()
});

/// Their addresses, in every language.
pub fn paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().flat_map(|lang| TextPage::ALL.iter().map(|page| app::url::text_page(*lang, *page)))
}

/// `GET` of one of [`paths`].
pub async fn text_page(State(state): State<AppState>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let Some(page) = TextPage::of_path(uri.path()) else { return StatusCode::NOT_FOUND.into_response() };
    let lang = Lang::of_path(uri.path());
    let html = text_pages::render(&state.context, lang, page, uri.query().unwrap_or_default());
    let mut response = cached(html.into_bytes(), "text/html; charset=utf-8", &headers);
    if let Some(policy) = &*POLICY {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}
