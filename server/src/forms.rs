//! Forms that work without a client: a page's form posts to the page itself, which answers with a
//! redirection when it is done, or with the page, its reason, and what was typed.

use crate::public::api::parse_query;
use crate::router::page_context;
use crate::state::AppState;
use app::context::Visitor;
use app::offers::Draft;
use app::{shell, url};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::provide_context;
use leptos_axum::render_app_async_with_context;

/// `POST /offres/{offer}`: a report on the offer.
pub async fn report(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(segment): Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, crate::router::BODY_LIMIT).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let context = page_context(&state);
    let Some((_, number)) = url::read_offer(&segment) else {
        return render(parts, context).await;
    };
    let draft = read(&bytes);
    match app::offers::report(&state.context, visitor, number, &draft).await {
        Ok(()) => see(&url::offer_reported(parts.uri.path())),
        Err(refusal) => {
            let context = move || {
                context();
                provide_context((draft.clone(), refusal));
            };
            render(parts, context).await
        }
    }
}

fn read(body: &Bytes) -> Draft {
    let mut draft = Draft::default();
    for (name, value) in parse_query(&String::from_utf8_lossy(body)) {
        match name.as_str() {
            "reason" => draft.reason = value,
            "text" => draft.text = value,
            "website" => draft.website = value,
            _ => {}
        }
    }
    draft
}

/// The page of this address, as a GET shows it, with what `context` gives it.
async fn render(mut parts: axum::http::request::Parts, context: impl Fn() + Clone + Send + Sync + 'static) -> Response {
    parts.method = Method::GET;
    render_app_async_with_context(context, shell)(Request::from_parts(parts, Body::empty())).await
}

/// 303: the answer is a page to GET, so that reloading it sends nothing again.
fn see(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}
