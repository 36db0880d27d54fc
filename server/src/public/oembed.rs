//! `GET /oembed`: what a pasted address becomes on another site (<https://oembed.com>). A partner's pages become a short
//! frame, which its own sites alone may show; every other page of ours is a link with a name.
//!
//! WordPress keeps an `iframe` that stands beside a `blockquote`, sandboxes it, and gives it the height that the frame
//! says, between 200 and 1,000 pixels.

use crate::addresses;
use crate::public::api::json_as;
use crate::state::AppState;
use app::embed::Asked;
use app::url;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::form::{read_pairs, write_pairs};
use domain::partner::Partner;
use serde::Serialize;

/// A frame's width where nothing is asked, in pixels.
const WIDTH: u32 = 600;
/// A short frame's height before it says its own.
const HEIGHT: u32 = 860;
/// For so long may the answer be kept, in seconds.
const CACHE_AGE: u32 = 3_600;

/// The answer.
#[derive(Serialize)]
struct Shown {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_url: Option<String>,
    provider_name: String,
    provider_url: String,
    cache_age: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
    #[serde(flatten)]
    frame: Option<Frame>,
}

/// What a frame adds.
#[derive(Serialize)]
struct Frame {
    html: String,
    width: u32,
    height: u32,
}

/// What is asked.
#[derive(Default)]
struct Ask {
    url: String,
    format: String,
    max_width: Option<u32>,
    max_height: Option<u32>,
}

impl Ask {
    fn read(raw: &str) -> Self {
        let mut ask = Self::default();
        for (name, value) in read_pairs(raw) {
            match name.as_str() {
                "url" => ask.url = value,
                "format" => ask.format = value,
                "maxwidth" => ask.max_width = value.parse().ok(),
                "maxheight" => ask.max_height = value.parse().ok(),
                _ => {}
            }
        }
        ask
    }
}

/// Answers.
pub async fn oembed(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    let ask = Ask::read(raw.as_deref().unwrap_or_default());
    if !matches!(ask.format.as_str(), "" | "json") {
        return (StatusCode::NOT_IMPLEMENTED, "format: json").into_response();
    }
    if ask.url.is_empty() {
        return (StatusCode::BAD_REQUEST, "url").into_response();
    }
    match shown(&state, &ask).await {
        Ok(Some(shown)) => json_as(&shown, "application/json", &headers),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "oEmbed failed");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn shown(state: &AppState, ask: &Ask) -> Result<Option<Shown>, store::StoreError> {
    let site = state.config.public_url();
    let Some(rest) = addresses::behind_site(&ask.url, &site) else { return Ok(None) };
    let rest = rest.split('#').next().unwrap_or_default();
    let (path, search) = rest.split_once('?').unwrap_or((rest, ""));
    if let Some(own) = path.strip_prefix("/p/").or_else(|| path.strip_prefix("/e/")) {
        return of_partner(state, ask, own, search).await;
    }
    let segment = app::i18n::Lang::strip(path).strip_prefix("/offres/");
    if let Some(segment) = segment {
        let title = offer_title(state, segment).await?;
        return Ok(title.map(|(number, title)| Shown {
            thumbnail_url: format!("{site}{}", url::offer_picture(number)),
            ..link(state, title)
        }));
    }
    if let Some(title) = record_title(state, path).await? {
        return Ok(Some(link(state, title)));
    }
    Ok(app::named(&state.context, path, search).map(|(_, title)| link(state, title)))
}

/// The title of a training, or of a trade, by the end of its address.
async fn record_title(state: &AppState, path: &str) -> Result<Option<String>, store::StoreError> {
    let path = app::i18n::Lang::strip(path);
    if let Some((_, number)) = path.strip_prefix("/formations/").and_then(url::read_training) {
        return Ok(state.store.training(number).await?.map(|training| training.title));
    }
    match path.strip_prefix("/metiers/").and_then(url::read_trade) {
        Some(code) => Ok(state.store.occupation(&code).await?.map(|occupation| occupation.label)),
        None => Ok(None),
    }
}

type Named = Option<(domain::number::OfferNumber, String)>;

async fn offer_title(state: &AppState, segment: &str) -> Result<Named, store::StoreError> {
    let Some((_, number)) = url::read_offer(segment) else { return Ok(None) };
    Ok(state.store.offer(number).await?.map(|stored| (number, stored.offer.title)))
}

/// A link with a name.
fn link(state: &AppState, title: String) -> Shown {
    let site = state.config.public_url();
    let hub = &state.context.hub.name;
    Shown {
        version: "1.0",
        kind: "link",
        title,
        author_name: None,
        author_url: None,
        provider_name: if hub.is_empty() { app::offers::SITE_NAME.to_owned() } else { hub.clone() },
        thumbnail_url: format!("{site}{}", url::SITE_PICTURE),
        thumbnail_width: 1200,
        thumbnail_height: 630,
        provider_url: site,
        cache_age: CACHE_AGE,
        frame: None,
    }
}

/// A partner's board, or one offer on it, as a frame: `own` is what follows `/p/`.
async fn of_partner(state: &AppState, ask: &Ask, own: &str, search: &str) -> Result<Option<Shown>, store::StoreError> {
    let (key, rest) = own.split_once('/').unwrap_or((own, ""));
    let Some(partner) = state.context.partners.get(key) else { return Ok(None) };
    let site = state.config.public_url();
    let short = short_search(&partner, search);
    let (title, picture, page, frame) = if let Some(segment) = rest.strip_prefix("offres/") {
        let Some((number, title)) = offer_title(state, segment).await? else { return Ok(None) };
        let slug = domain::text::slug(&title);
        let page = url::partner_offer(&partner.key, &slug, number, "");
        (title, url::offer_picture(number), page, url::frame_offer(&partner.key, &slug, number, &short))
    } else if rest.is_empty() {
        let asked = Asked::read(&partner, search);
        let title = app::embed::title(&state.context, &partner, &asked);
        let page = url::partner(&partner.key, search);
        (title, url::SITE_PICTURE.to_owned(), page, url::frame(&partner.key, &short))
    } else {
        return Ok(None);
    };
    let width = ask.max_width.unwrap_or(WIDTH).clamp(1, 2_000);
    let height = ask.max_height.unwrap_or(HEIGHT).clamp(1, HEIGHT);
    let html = app::embed::pasted(&title, &format!("{site}{page}"), &format!("{site}{frame}"), height);
    Ok(Some(Shown {
        kind: "rich",
        author_name: Some(partner.name().to_owned()),
        author_url: partner.home(),
        thumbnail_url: format!("{site}{picture}"),
        frame: Some(Frame { html, width, height }),
        ..link(state, title)
    }))
}

/// The parameters of the short frame of a page.
fn short_search(partner: &Partner, search: &str) -> String {
    let asked = Asked::read(partner, search).search_of_all();
    let pairs = read_pairs(&asked);
    write_pairs([("short", "1")].into_iter().chain(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
}
