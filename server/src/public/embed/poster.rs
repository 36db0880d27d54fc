//! `GET /p/{partner}/affiche`: the poster of the week, on A4 or (`?format=a3`) on A3.

use crate::public::api::cached_with;
use crate::router::nothing_here;
use crate::state::AppState;
use app::embed::{Asked, Scene, poster_styles};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::form::read_pairs;
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

/// Its styles by their hashes, and nothing else.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hashes = poster_styles().map(|style| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)))).join(" ");
    format!(
        "default-src 'none'; style-src {hashes}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
});

/// Answers.
pub async fn poster(State(state): State<AppState>, Path(key): Path<String>, request: Request) -> Response {
    let Some(partner) = state.context.partners.get(&key) else { return nothing_here(&state, request).await };
    let search = request.uri().query().unwrap_or_default();
    let asked = Asked::read(&partner, search);
    let a3 = read_pairs(search).iter().any(|(name, value)| name == "format" && value == "a3");
    match app::embed::poster(Scene::new(&state.context, &partner, &asked), a3).await {
        Ok(drawn) => {
            let html = drawn.html.into_bytes();
            let mut response = cached_with(html, &POLICY, "text/html; charset=utf-8", request.headers());
            if let Ok(policy) = HeaderValue::from_str(&POLICY) {
                response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
            }
            response
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
