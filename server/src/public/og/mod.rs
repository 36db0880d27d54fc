//! The pictures that social networks show of an offer and of the site: `GET /og/{file}`, PNG.
//!
//! Drawing one takes some tens of milliseconds of one core and 2.3 MB while it lasts, so that at most
//! [`AT_ONCE`] are drawn together; the last ones are kept, and a robot that has one is answered 304
//! without drawing.

mod canvas;
mod layout;

use crate::public::problem::Problem;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use domain::number::OfferNumber;
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

/// Pictures drawn at the same time.
const AT_ONCE: usize = 2;
/// Pictures kept, of about 20 kB each.
const KEPT: usize = 64;
/// Grows when the drawing changes: what robots keep is then drawn anew.
const DRAWING: u8 = 1;

/// The pictures drawn last, and turns to draw.
#[derive(Clone)]
pub struct Pictures {
    turns: Arc<Semaphore>,
    kept: Arc<Mutex<VecDeque<(String, Bytes)>>>,
}

impl Default for Pictures {
    fn default() -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), kept: Arc::default() }
    }
}

impl Pictures {
    fn kept(&self, tag: &str) -> Option<Bytes> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(other, _)| other == tag).map(|(_, png)| png.clone())
    }

    /// The picture of these words: kept, or drawn in its turn. `None` when drawing failed.
    async fn picture(&self, tag: &str, words: Words) -> Option<Bytes> {
        if let Some(png) = self.kept(tag) {
            return Some(png);
        }
        let _turn = self.turns.acquire().await.ok()?;
        // Somebody else may have drawn it meanwhile.
        if let Some(png) = self.kept(tag) {
            return Some(png);
        }
        let png = Bytes::from(tokio::task::spawn_blocking(move || draw(&words)).await.ok()??);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.truncate(KEPT - 1);
        kept.push_front((tag.to_owned(), png.clone()));
        Some(png)
    }
}

/// What stands on a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Who says it: the site and the hub.
    pub brand: String,
    /// In large letters.
    pub title: String,
    /// Below it.
    pub lines: Vec<String>,
}

impl Words {
    fn tag(&self) -> String {
        let mut hash = Sha256::new();
        hash.update([DRAWING]);
        for text in [&self.brand, &self.title].into_iter().chain(&self.lines) {
            hash.update(text.len().to_be_bytes());
            hash.update(text);
        }
        hash.finalize().iter().take(12).map(|b| format!("{b:02x}")).collect()
    }
}

/// Draws a picture as PNG. `None` only where the font cannot be read.
#[must_use]
pub fn draw(words: &Words) -> Option<Vec<u8>> {
    layout::draw(words)?.into_png()
}

/// `GET /og/{file}`: `site.png`, or `NUMBER.png`.
pub async fn picture(State(state): State<AppState>, Path(file): Path<String>, headers: HeaderMap) -> Response {
    let hub = &state.context.hub;
    let brand = [app::offers::SITE_NAME, hub.name.as_str()].into_iter().filter(|s| !s.is_empty());
    let brand = brand.collect::<Vec<_>>().join(" · ");
    let number = file.strip_suffix(".png").and_then(OfferNumber::parse);
    let (title, lines) = match number {
        _ if file == "site.png" => app::offers::site_words(),
        Some(number) => match state.store.offer(number).await {
            Ok(Some(stored)) => app::offers::picture_words(&stored.card()),
            Ok(None) => return Problem::not_found("There is no such offer.").into_response(),
            Err(error) => return Problem::internal(&error).into_response(),
        },
        None => return Problem::not_found("There is no such picture.").into_response(),
    };
    answer(&state.pictures, Words { brand, title, lines }, &headers).await
}

async fn answer(pictures: &Pictures, words: Words, headers: &HeaderMap) -> Response {
    let tag = words.tag();
    let known = headers.get_all(header::IF_NONE_MATCH).iter().any(|v| v.to_str().is_ok_and(|v| v.contains(&tag)));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match pictures.picture(&tag, words).await {
            Some(png) => png.into_response(),
            None => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    };
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/png"));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400, stale-while-revalidate=604800"));
    // Social networks show it on their own pages.
    out.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}\"")) {
        out.insert(header::ETAG, tag);
    }
    response
}
