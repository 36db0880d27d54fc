//! `GET /packs/…`: the public files that phones fetch whole.

use crate::state::AppState;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A file by its name. Always brotli: whoever runs WebAssembly reads it. A name that is no longer made
/// is 404: the page that asks for it then asks the server.
pub async fn file(State(state): State<AppState>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(set) = state.packs.get() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let path = format!("/packs/{name}");
    // A local pack is made when it is first asked for: not on a thread that answers others.
    let made = tokio::task::spawn_blocking(move || set.file(&path).map(|file| file.brotli.clone())).await;
    let Ok(Some(bytes)) = made else {
        return (StatusCode::NOT_FOUND, "Ce fichier n’existe pas (ou plus).").into_response();
    };
    let accepts = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok());
    if !accepts.flat_map(|v| v.split(',')).any(|v| v.trim().split(';').next() == Some("br")) {
        return (StatusCode::NOT_ACCEPTABLE, "br").into_response();
    }
    let mut response = Response::new(Body::from(bytes.to_vec()));
    let all = response.headers_mut();
    all.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    all.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    all.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    all.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}
