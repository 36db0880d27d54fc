//! The public read API: `/api/v1/offers` and `/api/v1/offers/{id}`. Open to any site, cacheable.

use crate::public::offer_json::{self, OfferDetail, OfferList};
use crate::public::problem::Problem;
use crate::state::AppState;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::number::OfferNumber;
use domain::query::OfferQuery;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Searches the open offers.
#[utoipa::path(
    get,
    path = "/api/v1/offers",
    operation_id = "search_offers",
    params(
        ("q" = Option<String>, Query, description = "What is looked for, as typed: a trade, a place, conditions (\"cariste lille CDI\"); a word in quotes must be there"),
        ("where" = Option<String>, Query, description = "Name or postcode of a commune"),
        ("commune" = Option<String>, Query, description = "INSEE code of a commune; wins over `where`"),
        ("radius_km" = Option<u16>, Query, description = "0 to 200, default 20"),
        ("rome" = Option<Vec<String>>, Query, description = "ROME codes of occupations, repeated or joined by commas"),
        ("contract" = Option<Vec<String>>, Query, description = "Contract codes, repeated or joined by commas"),
        ("hours" = Option<Vec<String>>, Query, description = "temps-plein, temps-partiel"),
        ("experience" = Option<Vec<String>>, Query, description = "debutant, moins-1-an, 1-a-3-ans, plus-3-ans"),
        ("diploma" = Option<Vec<String>>, Query, description = "sans, cap, bac, bac-2, bac-3, bac-5"),
        ("schedule" = Option<Vec<String>>, Query, description = "journee, nuit, week-end, equipes, decale, matin, soir"),
        ("sector" = Option<Vec<String>>, Query, description = "NAF section, A to U"),
        ("remote" = Option<Vec<String>>, Query, description = "partiel, complet"),
        ("permit" = Option<Vec<String>>, Query, description = "Driving licence asked for: sans, b, autre"),
        ("avoid" = Option<Vec<String>>, Query, description = "What must not be in it: charges, hauteur, nuit, debout, week-end, soir, equipes, deplacements"),
        ("pay_min" = Option<String>, Query, description = "Least pay: 1800-mois-net, 12.50-heure-brut; a month and gross where unsaid"),
        ("since" = Option<u16>, Query, description = "Posted in the last so many days"),
        ("pay" = Option<u8>, Query, description = "1: only offers that state pay"),
        ("no_car" = Option<u8>, Query, description = "1: reachable without a car"),
        ("insertion" = Option<u8>, Query, description = "1: insertion only"),
        ("reserved" = Option<u8>, Query, description = "1: reserved posts only"),
        ("non_salaried" = Option<u8>, Query, description = "1: with non-salaried work"),
        ("employer" = Option<String>, Query, description = "Name of the employer"),
        ("sort" = Option<String>, Query, description = "pertinence, distance, date"),
        ("page" = Option<u32>, Query, description = "From 1 to 500"),
        ("wider" = Option<u8>, Query, description = "1: after all others also offers that do not say whether they pass a filter, or lack a word"),
    ),
    responses(
        (status = 200, body = OfferList),
        (status = 304, description = "Not modified (ETag)"),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn search_offers(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    let pairs = parse_query(raw.as_deref().unwrap_or_default());
    let (query, problems) = OfferQuery::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
    if !problems.is_empty() {
        return Problem::bad_parameters(problems).into_response();
    }
    let Some(index) = state.search.get() else { return Problem::not_ready().into_response() };
    match index.search(&query, state.clock.today()) {
        Ok(answer) => json(&offer_json::list(&answer, query.page, &state.config.public_url()), &headers),
        Err(error) => Problem::internal(&error).into_response(),
    }
}

/// One open offer.
#[utoipa::path(
    get,
    path = "/api/v1/offers/{id}",
    operation_id = "get_offer",
    params(("id" = String, Path, description = "Public number: 12 characters")),
    responses(
        (status = 200, body = OfferDetail),
        (status = 304, description = "Not modified (ETag)"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 410, body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn get_offer(State(state): State<AppState>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let Some(number) = OfferNumber::parse(&id) else {
        return Problem::not_found("An offer's id is 12 characters.").into_response();
    };
    match state.store.offer(number).await {
        Ok(Some(offer)) if offer.is_open(state.clock.today()) => {
            json(&offer_json::detail(&offer, &state.config.public_url()), &headers)
        }
        Ok(Some(_)) => Problem::gone().into_response(),
        Ok(None) => Problem::not_found("There is no offer with this id.").into_response(),
        Err(error) => Problem::internal(&error).into_response(),
    }
}

/// Any other path under `/api`.
pub async fn unknown() -> Problem {
    Problem::not_found("There is nothing here. See /api/v1/openapi.json.")
}

/// Writes JSON; see [`cached`].
pub(crate) fn json(body: &impl Serialize, headers: &HeaderMap) -> Response {
    json_as(body, "application/json", headers)
}

/// Writes JSON of a more precise media type; see [`cached`].
pub(crate) fn json_as(body: &impl Serialize, kind: &'static str, headers: &HeaderMap) -> Response {
    match serde_json::to_vec(body) {
        Ok(bytes) => cached(bytes, kind, headers),
        Err(error) => Problem::internal(&error).into_response(),
    }
}

/// Bytes that may be kept a little, with an ETag of them; answers 304 when the client has them.
pub(crate) fn cached(bytes: Vec<u8>, kind: &'static str, headers: &HeaderMap) -> Response {
    cached_with(bytes, "", kind, headers)
}

/// The same where a header (`beside`) belongs to the answer: it changes with it.
pub(crate) fn cached_with(bytes: Vec<u8>, beside: &str, kind: &'static str, headers: &HeaderMap) -> Response {
    let digest = Sha256::new().chain_update(&bytes).chain_update(beside).finalize();
    let tag: String = digest.iter().take(12).map(|b| format!("{b:02x}")).collect();
    // Weak, because a proxy or our own layer may compress the same bytes.
    let etag = format!("W/\"{tag}\"");
    let known =
        headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok()).any(|v| {
            v.split(',').any(|t| t.trim().trim_start_matches("W/").trim_matches('"') == tag || t.trim() == "*")
        });
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { bytes.into_response() };
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60, stale-while-revalidate=300"));
    if let Ok(value) = HeaderValue::from_str(&etag) {
        out.insert(header::ETAG, value);
    }
    response
}

/// Decodes `application/x-www-form-urlencoded` pairs; bad escapes become U+FFFD, never an error.
#[must_use]
pub fn parse_query(raw: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(raw.as_bytes()).into_owned().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_etag_answers_304() {
        let first = json(&"x", &HeaderMap::new());
        assert_eq!(first.status(), StatusCode::OK);
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        assert_eq!(json(&"x", &headers).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(json(&"y", &headers).status(), StatusCode::OK);
    }
}
