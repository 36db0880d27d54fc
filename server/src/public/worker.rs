//! `GET /sw.js`: the service worker of this release; `GET /hors-ligne`: what it shows where nothing was kept;
//! `GET /manifest.webmanifest`.

use crate::state::AppState;
use app::i18n::Lang;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};

const WORKER: &str = include_str!("../../../app/offline/worker.js");
/// A worker that removes itself and all that was kept: for a day on which ours is broken.
const NONE: &str = "addEventListener('install',()=>skipWaiting());\
addEventListener('activate',e=>e.waitUntil(caches.keys().then(n=>Promise.all(n.map(k=>caches.delete(k))))\
.then(()=>registration.unregister())))\n";

/// The service worker. Never cached: a new one is taken within one navigation.
pub async fn worker(State(state): State<AppState>) -> Response {
    let Some(assets) = &state.context.config.assets else { return StatusCode::NOT_FOUND.into_response() };
    let code = if state.config.service_worker_off { NONE.to_owned() } else { made(assets) };
    let mut response = code.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    // A worker's own policy decides what it may fetch.
    let policy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}

/// The worker with its release (a hash of the names of all files, which are hashes themselves) and what it
/// fetches beforehand.
fn made(assets: &app::context::Assets) -> String {
    let texts = assets.langs.values().chain(assets.guide_langs.values()).map(String::as_str);
    let names = [&assets.js, &assets.wasm, &assets.phone, &assets.guide_js, &assets.guide_wasm];
    let all: Vec<&str> = names.iter().map(|name| name.as_str()).chain(texts).collect();
    let style = [app::text_pages::style(), app::text_pages::guide_style()].concat();
    let hash = Sha256::digest(all.join("\n") + &style + WORKER);
    let release: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    // The rest comes when it is used.
    let first =
        ["/hors-ligne", "/competences", assets.phone.as_str(), assets.guide_js.as_str(), assets.guide_wasm.as_str()];
    let files = serde_json::to_string(&first).unwrap_or_default();
    let lines = WORKER.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    let code: Vec<&str> = lines.collect();
    code.join("\n").replace("${RELEASE}", &release).replace("FILES", &files)
}

/// What is shown without a network where nothing was kept.
pub async fn offline(State(state): State<AppState>) -> Response {
    let html = app::text_pages::offline_page(&state.context, Lang::Fr);
    super::text_pages::page_of(html, &axum::http::HeaderMap::new())
}

/// The manifest that makes the site installable.
pub async fn manifest(State(state): State<AppState>) -> Response {
    let t = app::i18n::Texts::of(Lang::Fr);
    let icon = serde_json::json!({"src": "/icone.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"});
    let body = serde_json::json!({
        "name": format!("{} – {}", t.app_name(), state.context.hub.name).trim_end_matches(" – ").to_owned(),
        "short_name": t.app_name(),
        "description": t.app_description(),
        "lang": "fr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf6ee",
        "theme_color": "#0a5445",
        "icons": [icon],
    });
    let mut response = body.to_string().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/manifest+json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}
