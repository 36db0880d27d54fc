//! `GET /flux/offres.ics`: the closing days of any search as a calendar (RFC 5545). Offers that say none are not in it.
//! Never a contact.

use crate::public::api::cached;
use crate::public::feeds::{Items, items, summary};
use crate::state::AppState;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::ical::{Calendar, Event};

/// Pages of the search that are looked at: a calendar shows days to come, not just the newest offers.
const PAGES: u32 = 10;

/// The calendar.
pub async fn closing_days(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    match items(&state, raw.as_deref(), PAGES).await {
        Ok(items) => cached(write(&items), "text/calendar; charset=utf-8", &headers),
        Err(problem) => problem.into_response(),
    }
}

fn write(items: &Items) -> Vec<u8> {
    let mut out = Calendar::new("Offres");
    out.text("NAME", &items.title);
    out.text("X-WR-CALNAME", &items.title);
    out.property("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
    let mut offers: Vec<_> = items.offers.iter().filter_map(|offer| Some((offer.offer.closes?, offer))).collect();
    offers.sort_by_key(|(closes, offer)| (*closes, offer.number));
    for (closes, offer) in offers {
        let place = offer.card().place.unwrap_or_default();
        out.event(&Event {
            uid: &offer.number.to_string(),
            stamp: offer.changed,
            days: (closes, closes.plus(1)),
            title: &offer.offer.title,
            place: &place,
            what: &summary(offer),
            page: &items.link(offer),
        });
    }
    out.finish()
}
