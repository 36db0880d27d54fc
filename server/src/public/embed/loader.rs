//! `GET /embed/v1.js`: what a partner pastes; `GET /embed/v1.<hash>.js`: the same, for sites that pin what they run;
//! `GET /embed/passerelle-offres.zip`: the plugin that prints it in WordPress, as `scripts/build-site` made it.
//!
//! `public/embed/v1.js` is the loader. A copy under its hash lies beside it and is served for ever: a loader that was
//! published is never changed or removed, whatever becomes of `v1.js` (`make loader` makes the copy).

use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

/// The loader that can be mended: kept for an hour, then looked at again.
const SHORT: HeaderValue = HeaderValue::from_static("public, max-age=3600, stale-while-revalidate=86400");
/// A loader under its hash.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// `GET /embed/{file}`.
pub async fn loader(State(state): State<AppState>, Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(bytes) = state.site.public(&format!("/embed/{file}")) else {
        return (StatusCode::NOT_FOUND, "Ce fichier n’existe pas.").into_response();
    };
    let mut response = crate::public::api::cached(bytes, crate::assets::mime(&file), &headers);
    // Whatever bears no hash in its name may be mended: the loader, the plugin for WordPress.
    let pinned = file.starts_with("v1.") && file != "v1.js";
    let cache = if pinned { FOR_EVER } else { SHORT };
    response.headers_mut().insert(header::CACHE_CONTROL, cache);
    response
}

/// The file's name for what a site pins.
#[must_use]
pub fn pinned_name(loader: &[u8]) -> String {
    let hash: String = Sha256::digest(loader).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("v1.{hash}.js")
}

/// The `integrity` of a loader.
#[must_use]
pub fn integrity(loader: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(loader)))
}
