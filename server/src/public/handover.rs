//! What a person shows an adviser: the page on which it is read, and `POST /handover/keep`, `read`, `close`. Ciphertext and its name travel in
//! bodies, never in addresses, and stand in no log; the code from which both come never arrives here.

use crate::public::api::cached;
use crate::public::guide::guarded;
use crate::state::AppState;
use app::context::Visitor;
use app::i18n::Lang;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};

/// How long it is shown, in seconds.
const SHOWN: i64 = 2 * 3_600;
/// Hexadecimal digits of a name.
const ID: usize = 32;
/// The longest body that is kept, in characters.
const LONGEST: usize = 24_000;

/// What a phone sends to be kept.
#[derive(Deserialize)]
pub struct Keep {
    id: String,
    body: String,
}

/// What is asked for, or closed.
#[derive(Deserialize)]
pub struct Named {
    id: String,
}

/// What is shown.
#[derive(Serialize)]
struct Shown {
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    /// Seconds since 1970.
    until: i64,
}

fn is_id(id: &str) -> bool {
    id.len() == ID && id.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn is_body(body: &str) -> bool {
    (1..=LONGEST).contains(&body.len()) && body.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// The addresses of the page on which it is read, in every language.
pub fn paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| app::url::shown(*lang))
}

/// `GET` of one of [`paths`]: the same for everybody.
pub async fn page(State(state): State<AppState>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let html = app::skills::shown_page(&state.context, Lang::of_path(uri.path()));
    guarded(cached(html.into_bytes(), "text/html; charset=utf-8", &headers))
}

/// Keeps what a phone sealed.
pub async fn keep(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Json(own): Json<Keep>,
) -> Response {
    let now = state.clock.now();
    if !is_id(&own.id) || !is_body(&own.body) {
        return answer(StatusCode::BAD_REQUEST, None);
    }
    if !state.visitors.take_shown(visitor, now) {
        return answer(StatusCode::TOO_MANY_REQUESTS, None);
    }
    let until = Timestamp(now.0 + SHOWN);
    match state.store.keep_handover(&own.id, &own.body, until).await {
        Ok(true) => answer(StatusCode::CREATED, Some(Shown { body: None, until: until.0 })),
        Ok(false) => answer(StatusCode::CONFLICT, None),
        Err(error) => failed(&error),
    }
}

/// What is under a name.
pub async fn read(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Json(own): Json<Named>,
) -> Response {
    let now = state.clock.now();
    if !state.visitors.take_look(visitor, now) {
        return answer(StatusCode::TOO_MANY_REQUESTS, None);
    }
    if !is_id(&own.id) {
        return answer(StatusCode::NOT_FOUND, None);
    }
    match state.store.handover(&own.id, now).await {
        Ok(Some((body, until))) => answer(StatusCode::OK, Some(Shown { body: Some(body), until: until.0 })),
        Ok(None) => answer(StatusCode::NOT_FOUND, None),
        Err(error) => failed(&error),
    }
}

/// Destroys what is under a name: who knows the name knows the code.
pub async fn close(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Json(own): Json<Named>,
) -> Response {
    if !state.visitors.take_look(visitor, state.clock.now()) {
        return answer(StatusCode::TOO_MANY_REQUESTS, None);
    }
    match state.store.close_handover(&own.id).await {
        Ok(_) => answer(StatusCode::NO_CONTENT, None),
        Err(error) => failed(&error),
    }
}

fn failed(error: &store::StoreError) -> Response {
    tracing::error!(%error, "what is shown to an adviser could not be reached");
    answer(StatusCode::SERVICE_UNAVAILABLE, None)
}

fn answer(status: StatusCode, shown: Option<Shown>) -> Response {
    let mut response = shown.map_or_else(|| status.into_response(), |shown| (status, Json(shown)).into_response());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
