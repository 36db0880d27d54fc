//! `/partenaires/integrer`, the configurator, and `/partenaires/cadre`, the board that it shows: framed by our own page alone,
//! kept nowhere, counted nowhere.

use super::{SCRIPT_HASH, integrity, pinned_name, status};
use crate::public::api::{cached, cached_with};
use crate::state::AppState;
use app::embed::{Pinned, configure as draw, configure_style, configured_frame, style};
use app::i18n::Lang;
use app::{text_pages, url};
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

/// The policy of the page: its two styles, our scripts, our own frames.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let [site, own] = [text_pages::style(), configure_style()].map(|style| STANDARD.encode(Sha256::digest(style)));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{site}' 'sha256-{own}'; script-src 'self'; connect-src 'self'; \
         img-src 'self' data:; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).ok()
});

/// Addresses of the page, in every language.
pub fn paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::configure(*lang, ""))
}

/// Addresses of the board that it shows.
pub fn frame_paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::configured_frame(*lang, ""))
}

/// `GET` of one of [`paths`].
pub async fn page(State(state): State<AppState>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let pinned = state.site.public(url::LOADER).map(|loader| Pinned {
        path: url::LOADER.replace("v1.js", &pinned_name(&loader)),
        integrity: integrity(&loader),
    });
    let (lang, search) = (Lang::of_path(uri.path()), uri.query().unwrap_or_default());
    let html = draw(&state.context, lang, search, &pinned.unwrap_or_default()).await;
    let mut response = cached(html.into_bytes(), "text/html; charset=utf-8", &headers);
    if let Some(policy) = &*POLICY {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}

/// `GET` of one of [`frame_paths`].
pub async fn frame(State(state): State<AppState>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let (lang, search) = (Lang::of_path(uri.path()), uri.query().unwrap_or_default());
    let Ok((drawn, theme, mode)) = configured_frame(&state.context, lang, search).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let own = STANDARD.encode(Sha256::digest(style(&theme, mode)));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{own}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'",
        *SCRIPT_HASH
    );
    let mut response = cached_with(drawn.html.into_bytes(), &policy, "text/html; charset=utf-8", &headers);
    status(&mut response, drawn.status);
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
