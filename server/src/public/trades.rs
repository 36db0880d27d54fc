//! The pages of trades (`app::trades`): plain HTML, the same for everybody, kept for a while as the pages of text.

use crate::public::text_pages::page_of;
use crate::state::AppState;
use app::i18n::Lang;
use app::trades::{self, Listed, Near, TradeView};
use app::url;
use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::matching::similar::why;
use domain::occupation::{Occupation, Portrait, RomeCode};
use domain::skill::ItemIx;
use guide::skills::families::Family;
use packs::{Here, PackSet, TradeLine};
use std::cmp::Reverse;
use store::StoreError;

/// Trades of each family that the first page shows.
const SHORT: usize = 6;
/// Trades of one family that its page shows: with more it would be too heavy.
const LONG: usize = 150;
/// Trades that a search shows.
const FOUND: usize = 20;
/// Trades close to one that are shown, and how many of the closest they are chosen from.
const NEAR: usize = 6;
const NEAR_OF: usize = 12;

/// Addresses of the lists, in every language.
pub fn indexes() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::trades(*lang))
}

/// Routes of the trades' own pages, in every language.
pub fn routes() -> impl Iterator<Item = String> {
    indexes().map(|path| path + "/{trade}")
}

/// `GET`: the trades that recruit here, those of a family, or what a text finds.
pub async fn index(State(state): State<AppState>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let lang = Lang::of_path(uri.path());
    let asked = url::read_pairs(uri.query().unwrap_or_default());
    let said = |name: &str| asked.iter().find(|(own, _)| own == name).map(|(_, value)| value.trim());
    let listed = match state.packs.get() {
        None => Listed::Waiting,
        Some(set) => match (said("q").filter(|text| !text.is_empty()), said(url::FAMILY).and_then(Family::from_code)) {
            (Some(text), _) => Listed::Found(text.to_owned(), found(&set, text)),
            (None, Some(family)) => {
                let (all, count) = of_family(&set, family, LONG);
                Listed::Family(family, all, count)
            }
            (None, None) => families(&set),
        },
    };
    page_of(trades::index(&state.context, lang, &listed), &headers)
}

fn families(set: &PackSet) -> Listed {
    let each = Family::ALL.iter().map(|family| (*family, of_family(set, *family, SHORT)));
    Listed::Families(each.filter(|(_, (all, _))| !all.is_empty()).map(|(family, (all, n))| (family, all, n)).collect())
}

/// The trades of a family that recruit here, those with most offers first, at most `most`; and how many there are.
fn of_family(set: &PackSet, family: Family, most: usize) -> (Vec<TradeLine>, usize) {
    let mut all: Vec<TradeLine> = set.recruiting().filter(|line| family.has(&line.code)).collect();
    let count = all.len();
    all.sort_by(|a, b| (Reverse(a.offers), &a.label).cmp(&(Reverse(b.offers), &b.label)));
    all.truncate(most);
    (all, count)
}

/// The trades that a text names, with or without offers here.
fn found(set: &PackSet, text: &str) -> Vec<TradeLine> {
    let rome = set.rome(Lang::Fr);
    let offers = |at| {
        let code = rome.referential.code(at);
        code.and_then(|code| set.here(code)).map_or(0, |here| here.seen.offers)
    };
    let mut codes: Vec<&RomeCode> = Vec::new();
    for one in rome.titles.find(text, FOUND, offers) {
        if let Some(code) = rome.referential.code(one.occupation).filter(|code| !codes.contains(code)) {
            codes.push(code);
        }
    }
    codes.into_iter().filter_map(|code| set.line(code)).collect()
}

/// `GET` of `/metiers/<slug>-<code>`: the trade; another slug or case leads there, an unknown code is 404.
pub async fn trade(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path(segment): Path<String>,
    headers: HeaderMap,
) -> Response {
    let lang = Lang::of_path(uri.path());
    let known = match url::read_trade(&segment) {
        Some(code) => read(&state, &code).await,
        None => Ok(None),
    };
    match known {
        Ok(Some(known)) => {
            let address = url::trade(lang, &known.occupation.label, &known.occupation.code);
            if uri.path() == address { page_of(draw(&state, lang, &known), &headers) } else { moved(&address) }
        }
        Ok(None) => refused(StatusCode::NOT_FOUND, trades::missing(&state.context, lang), &headers),
        Err(error) => {
            tracing::error!(error = %crate::cli::chain(&error), "a trade cannot be read");
            refused(StatusCode::SERVICE_UNAVAILABLE, trades::failed(&state.context, lang), &headers)
        }
    }
}

/// What the database knows of a trade.
struct Known {
    occupation: Occupation,
    portrait: Option<Portrait>,
    version: String,
}

async fn read(state: &AppState, code: &RomeCode) -> Result<Option<Known>, StoreError> {
    let Some(occupation) = state.store.occupation(code).await? else { return Ok(None) };
    let portrait = state.store.portrait(code).await?;
    let version = state.store.rome_version().await?.unwrap_or_default();
    Ok(Some(Known { occupation, portrait, version }))
}

fn draw(state: &AppState, lang: Lang, known: &Known) -> String {
    let set = state.packs.get();
    let nothing = Here::default();
    let code = &known.occupation.code;
    let near = set.as_ref().map(|set| near(set, code)).unwrap_or_default();
    let view = TradeView {
        occupation: &known.occupation,
        portrait: known.portrait.as_ref(),
        version: &known.version,
        here: set.as_ref().map(|set| set.here(code).unwrap_or(&nothing)),
        near: &near,
        today: set.as_ref().map_or_else(|| (state.context.clock)().today, |set| set.day()),
    };
    trades::trade(&state.context, lang, view)
}

/// Trades close to one: of the closest, those that recruit here first.
fn near(set: &PackSet, code: &RomeCode) -> Vec<Near> {
    let mut lines: Vec<TradeLine> = set.near(code).take(NEAR_OF).filter_map(|other| set.line(&other)).collect();
    // Stable: of two that recruit, the closer one comes first.
    lines.sort_by_key(|line| line.offers == 0);
    lines.truncate(NEAR);
    let rome = set.referential();
    let named = |items: Vec<ItemIx>| items.into_iter().filter_map(|item| set.item(item).map(str::to_owned)).collect();
    let explained = |line: TradeLine| {
        let step = why(rome, rome.occupation(code)?, rome.occupation(&line.code)?);
        Some(Near { line, kept: named(step.kept), new: named(step.new) })
    };
    lines.into_iter().filter_map(explained).collect()
}

/// 301 to the trade's own address.
fn moved(address: &str) -> Response {
    let mut response = StatusCode::MOVED_PERMANENTLY.into_response();
    if let Ok(to) = HeaderValue::from_str(address) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// A page that says why there is nothing: whole even for who has a copy, and kept by nobody.
fn refused(status: StatusCode, html: String, headers: &HeaderMap) -> Response {
    let mut fresh = headers.clone();
    fresh.remove(header::IF_NONE_MATCH);
    let mut response = page_of(html, &fresh);
    *response.status_mut() = status;
    response.headers_mut().remove(header::ETAG);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
