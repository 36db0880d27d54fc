//! The self-assessment for who has no WebAssembly, and the first page for everybody: a form comes in, the
//! next page goes out. What comes in is neither kept nor logged nor put into an address.

use crate::packs::{Basin, PackSet};
use crate::public::api::cached;
use crate::state::AppState;
use app::i18n::{GuideTexts, Lang};
use app::skills::{Files, document, on_paper};
use app::{text_pages, url};
use axum::body::Bytes;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use guide::skills::{FileKind, answer, first};
use guide::world::{BasinLine, World};
use guide::{Form, skills};
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

/// The policy of these pages: one style, known by its hash; our scripts, which run WebAssembly and fetch
/// from us alone.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let hash = STANDARD.encode(Sha256::digest(text_pages::style()));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
         img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).ok()
});

/// Its addresses, in every language.
pub fn paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::skills(*lang))
}

/// Addresses of the cards on paper.
pub fn card_paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::cards(*lang))
}

/// `GET`: the cards on paper.
pub async fn skills_cards(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    let lang = Lang::of_path(uri.path());
    let owned = state.clone();
    let drawn = tokio::task::spawn_blocking(move || {
        let set = owned.packs.get()?;
        let action = url::skills(lang);
        let market = set.basins().first().map(Basin::market);
        let t = GuideTexts::of(lang);
        let today = (owned.context.clock)().today;
        let world = World { t, rome: set.rome(lang), market, basins: &[], today, action: &action };
        Some(on_paper(&owned.context, lang, &skills::paper(world)))
    });
    let page = drawn.await.ok().flatten();
    let page = page.unwrap_or_else(|| document(&state.context, lang, &skills::waiting(GuideTexts::of(lang)), None));
    guarded(cached(page.into_bytes(), "text/html; charset=utf-8", &headers))
}

/// `GET`: the first screen, the same for everybody.
pub async fn skills_first(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    let page = draw(&state, &uri, None).await;
    guarded(cached(page.into_bytes(), "text/html; charset=utf-8", &headers))
}

/// `POST`: the screen that answers a form.
pub async fn skills_answer(State(state): State<AppState>, OriginalUri(uri): OriginalUri, body: Bytes) -> Response {
    let form = Form::parse(&String::from_utf8_lossy(&body));
    if let Some(kind) = form.one("go").and_then(FileKind::from_code) {
        return file(&state, &uri, form, kind).await;
    }
    let mut response = guarded(Html(draw(&state, &uri, Some(form)).await).into_response());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What she takes away, for who has no WebAssembly.
async fn file(state: &AppState, uri: &Uri, form: Form, kind: FileKind) -> Response {
    let lang = Lang::of_path(uri.path());
    let owned = state.clone();
    let made = tokio::task::spawn_blocking(move || {
        let set = owned.packs.get()?;
        let basin = chosen(&set, &skills::State::read(&form));
        let world = World {
            t: GuideTexts::of(lang),
            rome: set.rome(lang),
            market: basin.map(Basin::market),
            basins: &[],
            today: (owned.context.clock)().today,
            action: "",
        };
        Some(skills::file(world, &form, kind))
    });
    let Ok(Some(bytes)) = made.await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let name = format!("attachment; filename=\"competences.{}\"", kind.code());
    let headers = [
        (header::CONTENT_TYPE, kind.mime().to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// Gives a page the policy of those that run WebAssembly.
pub(super) fn guarded(mut response: Response) -> Response {
    if let Some(policy) = &*POLICY {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}

async fn draw(state: &AppState, uri: &Uri, form: Option<Form>) -> String {
    let lang = Lang::of_path(uri.path());
    let state = state.clone();
    // Matching thousands of offers is work: not on a thread that answers others.
    let drawn = tokio::task::spawn_blocking(move || page(&state, lang, form.as_ref())).await;
    drawn.unwrap_or_default()
}

/// The offers that are looked at: those of her basin, invented ones where a group practises.
fn chosen<'a>(set: &'a PackSet, said: &skills::State) -> Option<&'a Basin> {
    if said.practises() {
        return Some(set.practice());
    }
    said.basin.as_deref().and_then(|code| set.basin(code)).or_else(|| set.basins().first())
}

fn page(state: &AppState, lang: Lang, form: Option<&Form>) -> String {
    let t = GuideTexts::of(lang);
    let Some(set) = state.packs.get() else {
        return document(&state.context, lang, &skills::waiting(t), None);
    };
    let basins: Vec<BasinLine> = set
        .basins()
        .iter()
        .map(|basin| BasinLine {
            code: basin.code.clone(),
            name: basin.name.clone(),
            offers: u32::try_from(basin.offers).unwrap_or(u32::MAX),
        })
        .collect();
    let basin = form.and_then(|form| chosen(&set, &skills::State::read(form)));
    let action = url::skills(lang);
    let world = World {
        t,
        rome: set.rome(lang),
        market: basin.map(Basin::market),
        basins: &basins,
        today: (state.context.clock)().today,
        action: &action,
    };
    let screen = form.map_or_else(|| first(world), |form| answer(world, form));
    let lines = basins.iter().map(|b| format!("{}\t{}\t{}", b.code, b.name, b.offers)).collect::<Vec<_>>().join("\n");
    let packs: Vec<(&str, &str)> =
        set.basins().iter().chain([set.practice()]).map(|b| (b.code.as_str(), b.path.as_str())).collect();
    let files = Files {
        rome: set.rome_file(lang).path.clone(),
        basins: lines,
        packs: serde_json::to_string(&packs).unwrap_or_default(),
        today: world.today.0,
        fresh: form.is_none(),
    };
    document(&state.context, lang, &screen, Some(&files))
}
