//! `/p/{partner}/suivi`: what came of a partner's board, for who has its code. The code is in the body of a form, never in
//! an address; the answer is kept nowhere. Tries are limited by sender.

use crate::partner_secret;
use crate::public::text_pages::page_of;
use crate::router::nothing_here;
use crate::state::AppState;
use app::context::Visitor;
use app::embed::{Asked, Drawn, Followed, Scene, counts_csv, followed};
use app::i18n::Lang;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::form::read_pairs;
use domain::partner::{Counted, Partner};
use store::StoreError;

/// `GET`: the question for the code.
pub async fn ask(State(state): State<AppState>, Path(key): Path<String>, request: Request) -> Response {
    let Some(partner) = state.context.partners.get(&key) else { return nothing_here(&state, request).await };
    let asked = Asked::read(&partner, request.uri().query().unwrap_or_default());
    page(followed(Scene::new(&state.context, &partner, &asked), &Followed::Asked), request.headers())
}

/// `POST`: the numbers, on a page or as a file.
pub async fn answer(
    State(state): State<AppState>,
    Path(key): Path<String>,
    RawQuery(raw): RawQuery,
    Extension(visitor): Extension<Visitor>,
    body: Bytes,
) -> Response {
    let Some(partner) = state.context.partners.get(&key) else { return StatusCode::NOT_FOUND.into_response() };
    let asked = Asked::read(&partner, raw.as_deref().unwrap_or_default());
    let scene = Scene::new(&state.context, &partner, &asked);
    let none = HeaderMap::new();
    if !state.visitors.take_code(visitor, state.clock.now()) {
        return page(followed(scene, &Followed::TooMany), &none);
    }
    let form = read_pairs(&String::from_utf8_lossy(&body));
    let said = |name: &str| form.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    match counted(&state, &partner, said("code").unwrap_or_default()).await {
        Ok(Some(counted)) if said("file").is_some() => file(&partner, asked.lang, &counted),
        Ok(Some(counted)) => page(followed(scene, &Followed::Shown(&counted)), &none),
        Ok(None) => page(followed(scene, &Followed::Wrong), &none),
        Err(error) => {
            tracing::error!(error = %crate::cli::chain(&error), "what came of a board could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// What was counted, for the right code. A partner without a code opens to none.
async fn counted(state: &AppState, partner: &Partner, code: &str) -> Result<Option<Vec<Counted>>, StoreError> {
    let kept = state.store.partner_secret(&partner.key).await?;
    // Hashes are compared, not codes: how long it takes tells nothing of the code.
    if kept.is_none_or(|kept| kept != partner_secret::hash(code)) {
        return Ok(None);
    }
    state.store.counts(&partner.key).await.map(Some)
}

fn page(drawn: Drawn, headers: &HeaderMap) -> Response {
    let mut response = page_of(drawn.html, headers);
    if let Ok(status) = StatusCode::from_u16(drawn.status) {
        *response.status_mut() = status;
    }
    unkept(response)
}

fn file(partner: &Partner, lang: Lang, counted: &[Counted]) -> Response {
    let mut response = counts_csv(lang, counted).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"suivi-{}.csv\"", partner.key)) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    unkept(response)
}

fn unkept(mut response: Response) -> Response {
    response.headers_mut().remove(header::ETAG);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
