//! Any search of offers as a feed, its newest offers first. Never a contact.

use crate::public::api::parse_query;
use crate::public::feed::{self, Item, Items};
use crate::public::problem::Problem;
use crate::state::AppState;
use app::i18n::Lang;
use app::url::{self, Feed};
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::offer::StoredOffer;
use domain::query::{OfferQuery, Sort};
use domain::time::Timestamp;

/// `GET /flux/offres.atom`.
pub async fn atom(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    match items(&state, raw.as_deref()).await {
        Ok(items) => feed::atom(&items, &headers),
        Err(problem) => problem.into_response(),
    }
}

/// `GET /flux/offres.json`.
pub async fn json(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    match items(&state, raw.as_deref()).await {
        Ok(items) => feed::json(&items, &headers),
        Err(problem) => problem.into_response(),
    }
}

async fn items(state: &AppState, raw: Option<&str>) -> Result<Items, Problem> {
    let pairs = parse_query(raw.unwrap_or_default());
    let (query, problems) = OfferQuery::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
    if !problems.is_empty() {
        return Err(Problem::bad_parameters(problems));
    }
    let query = OfferQuery { sort: Sort::Date, page: 1, ..query };
    let index = state.search.get().ok_or_else(Problem::not_ready)?;
    let answer = index.search(&query, state.clock.today()).map_err(|error| Problem::internal(&error))?;
    let numbers: Vec<_> = answer.hits.iter().map(|hit| hit.card.number).collect();
    let offers = state.store.offers(&numbers).await.map_err(|error| Problem::internal(&error))?;
    let what = [query.text.as_str(), answer.understood.place.as_ref().map_or("", |p| p.name.as_str())];
    let what = what.into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ");
    let (hub, site) = (&state.context.hub.name, state.config.public_url());
    let title = if what.is_empty() { format!("Offres d’emploi – {hub}") } else { format!("{what} – {hub}") };
    let whole = |path: String| format!("{site}{path}");
    Ok(Items {
        title,
        page: whole(url::offers(Lang::Fr, &query)),
        atom: whole(url::feed(Feed::Atom, &query)),
        json: whole(url::feed(Feed::Json, &query)),
        items: offers.into_iter().map(|offer| item(&site, offer)).collect(),
    })
}

fn item(site: &str, offer: StoredOffer) -> Item {
    let number = offer.number;
    Item {
        // The number alone: the address follows the title, the id stays.
        ids: (format!("{site}{}", url::offer_short(number)), number.to_string()),
        url: format!("{site}{}", url::offer(Lang::Fr, &offer.offer.slug(), number)),
        author: offer.offer.employer.shown_name().unwrap_or(&offer.offer.source).to_owned(),
        summary: summary(&offer),
        published: published(&offer),
        changed: offer.changed,
        title: offer.offer.title,
        content: offer.offer.text,
    }
}

/// One line: employer, place, source and licence.
fn summary(offer: &StoredOffer) -> String {
    let card = offer.card();
    let source = match &offer.offer.licence {
        Some(licence) => format!("Source : {} ({licence})", offer.offer.source),
        None => format!("Source : {}", offer.offer.source),
    };
    [card.employer, card.place, Some(source)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// When it was published where that is said, else when we saw it first.
fn published(offer: &StoredOffer) -> Timestamp {
    offer.offer.posted.map_or(offer.first_seen, |day| Timestamp(i64::from(day.0) * 86_400))
}
