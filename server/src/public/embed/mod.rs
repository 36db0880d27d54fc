//! The board of partners for the outside: `/e/…` in frames of their sites, `/p/…` as pages of its own, the loader.
//!
//! Only `/e/…` may be framed, by the sites of its partner alone (and by ourselves, to show what it looks like). It sets
//! no cookie, keeps nothing, holds no form that changes anything, and runs one script, known by its hash.

pub mod configure;
mod count;
mod follow;
mod loader;
mod poster;

pub use count::{Counter, Counts};
pub use follow::{answer as counts_answer, ask as counts_asked};
pub use loader::{integrity, loader, pinned_name};
pub use poster::poster;

use crate::public::api::cached_with;
use crate::public::text_pages::page_of;
use crate::router::nothing_here;
use crate::state::AppState;
use app::embed::{
    Asked, Drawn, FRAME_SCRIPT, Page, Scene, frame_gone, frame_list, frame_offer, style, top_list, top_offer,
};
use app::error::AppError;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::partner::{Partner, PartnerEvent};
use domain::query::{OfferQuery, QueryProblem};
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

static SCRIPT_HASH: LazyLock<String> = LazyLock::new(|| STANDARD.encode(Sha256::digest(FRAME_SCRIPT.as_str())));

/// `GET /e/{partner}`: the list in a frame.
pub async fn list(
    State(state): State<AppState>,
    Path(key): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Some(partner) = state.context.partners.get(&key) else { return unknown() };
    let asked = Asked::read(&partner, raw.as_deref().unwrap_or_default());
    let scene = Scene::new(&state.context, &partner, &asked);
    let drawn = match frame_list(scene).await {
        Ok(drawn) => {
            count::count(&state, &partner, &headers, seen(&asked));
            drawn
        }
        Err(error) => frame_gone(scene, &error),
    };
    framed(&partner, &asked, drawn, &headers)
}

/// `GET /e/{partner}/offres/{offer}`: an offer in a frame, without how to apply.
pub async fn offer(
    State(state): State<AppState>,
    Path((key, segment)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Some(partner) = state.context.partners.get(&key) else { return unknown() };
    let asked = Asked::read(&partner, raw.as_deref().unwrap_or_default());
    let scene = Scene::new(&state.context, &partner, &asked);
    let drawn = match frame_offer(scene, &segment).await {
        Ok(Page::There(to)) => return there(&to),
        Ok(Page::Here(drawn)) => {
            count::count(&state, &partner, &headers, PartnerEvent::Open);
            drawn
        }
        Err(error) => frame_gone(scene, &error),
    };
    framed(&partner, &asked, drawn, &headers)
}

/// `GET /p/{partner}`: the list as a page.
pub async fn top(State(state): State<AppState>, Path(key): Path<String>, request: Request) -> Response {
    let Some(partner) = state.context.partners.get(&key) else { return nothing_here(&state, request).await };
    let asked = Asked::read(&partner, request.uri().query().unwrap_or_default());
    match top_list(Scene::new(&state.context, &partner, &asked)).await {
        Ok(drawn) => {
            count::count(&state, &partner, request.headers(), seen(&asked));
            whole(drawn, request.headers())
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// What it is to see the list.
fn seen(asked: &Asked) -> PartnerEvent {
    if asked.searches() { PartnerEvent::Search } else { PartnerEvent::View }
}

/// `GET /p/{partner}/offres/{offer}`: an offer as a page, with how to apply when that was asked for.
pub async fn top_of_offer(
    State(state): State<AppState>,
    Path((key, segment)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some(partner) = state.context.partners.get(&key) else { return nothing_here(&state, request).await };
    let asked = Asked::read(&partner, request.uri().query().unwrap_or_default());
    match top_offer(Scene::new(&state.context, &partner, &asked), &segment).await {
        Ok(Page::There(to)) => there(&to),
        Ok(Page::Here(drawn)) => {
            let event = if asked.apply { PartnerEvent::Start } else { PartnerEvent::Open };
            count::count(&state, &partner, request.headers(), event);
            whole(drawn, request.headers())
        }
        Err(AppError::NotFound) => nothing_here(&state, request).await,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// What parameters ask, over what the partner shows that they name (`partner=…`).
pub(super) fn query_of(
    state: &AppState,
    pairs: &[(String, String)],
) -> (OfferQuery, Option<Partner>, Vec<QueryProblem>) {
    let named = pairs.iter().find(|(name, _)| name == "partner").map(|(_, value)| value.as_str());
    match named.map(|key| (key, state.context.partners.get(key))) {
        Some((_, Some(partner))) => {
            let (query, problems) = partner.asked(pairs);
            (query, Some(partner), problems)
        }
        other => {
            let (query, mut problems) = OfferQuery::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
            if let Some((value, None)) = other {
                let expected = "the key of a partner".to_owned();
                problems.push(QueryProblem { parameter: "partner".to_owned(), value: value.to_owned(), expected });
            }
            (query, None, problems)
        }
    }
}

/// The policy of a frame: its one style and its one script, by their hashes; who may frame it.
fn policy(partner: &Partner, asked: &Asked) -> String {
    let style = STANDARD.encode(Sha256::digest(style(&partner.theme, asked.mode)));
    let sites: String = partner.origins().iter().map(|origin| format!(" {origin}")).collect();
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'self'{sites}",
        *SCRIPT_HASH
    )
}

fn framed(partner: &Partner, asked: &Asked, drawn: Drawn, headers: &HeaderMap) -> Response {
    let policy = policy(partner, asked);
    let mut response = cached_with(drawn.html.into_bytes(), &policy, "text/html; charset=utf-8", headers);
    status(&mut response, drawn.status);
    let out = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        out.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    // A site that isolates itself embeds only what says that it may be.
    out.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    response
}

fn whole(drawn: Drawn, headers: &HeaderMap) -> Response {
    let mut response = page_of(drawn.html, headers);
    status(&mut response, drawn.status);
    response
}

/// An answer that is not well is asked for again each time.
fn status(response: &mut Response, status: u16) {
    if status == 200 {
        return;
    }
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

/// 301 to the right address of an offer.
fn there(to: &str) -> Response {
    let mut response = StatusCode::MOVED_PERMANENTLY.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

fn unknown() -> Response {
    (StatusCode::NOT_FOUND, "Ce partenaire n’existe pas (ou plus).").into_response()
}
