//! Any search of offers, and what a partner shows (`partner=…`), as a feed, its newest offers first. Never a contact.

use crate::public::api::parse_query;
use crate::public::embed::query_of;
use crate::public::feed::{self, Item};
use crate::public::problem::Problem;
use crate::state::AppState;
use app::i18n::Lang;
use app::url::{self, Feed};
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::offer::StoredOffer;
use domain::partner::Partner;
use domain::query::{OfferQuery, Sort};
use domain::time::Timestamp;

/// The offers of a feed, whatever its format.
pub(super) struct Items {
    pub(super) title: String,
    pub(super) site: String,
    pub(super) query: OfferQuery,
    /// Whose board it is, and what was asked over it.
    pub(super) partner: Option<(Partner, String)>,
    pub(super) offers: Vec<StoredOffer>,
}

/// `GET /flux/offres.atom`.
pub async fn atom(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    match items(&state, raw.as_deref(), 1).await {
        Ok(items) => feed::atom(&items.feed(), &headers),
        Err(problem) => problem.into_response(),
    }
}

/// `GET /flux/offres.json`.
pub async fn json(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    match items(&state, raw.as_deref(), 1).await {
        Ok(items) => feed::json(&items.feed(), &headers),
        Err(problem) => problem.into_response(),
    }
}

/// What a feed holds: the newest offers of a search, so many pages of them.
pub(super) async fn items(state: &AppState, raw: Option<&str>, pages: u32) -> Result<Items, Problem> {
    let pairs = parse_query(raw.unwrap_or_default());
    let (query, partner, problems) = query_of(state, &pairs);
    if !problems.is_empty() {
        return Err(Problem::bad_parameters(problems));
    }
    let query = OfferQuery { sort: Sort::Date, page: 1, wider: false, ..query };
    let index = state.search.get().ok_or_else(Problem::not_ready)?;
    let mut numbers = Vec::new();
    let mut place = String::new();
    for page in 1..=pages {
        let asked = OfferQuery { page, ..query.clone() };
        let answer = index.search(&asked, state.clock.today()).map_err(|error| Problem::internal(&error))?;
        numbers.extend(answer.hits.iter().map(|hit| hit.card.number));
        place = answer.understood.place.map_or(place, |place| place.name);
        if numbers.len() >= answer.total as usize || answer.hits.is_empty() {
            break;
        }
    }
    let offers = state.store.offers(&numbers).await.map_err(|error| Problem::internal(&error))?;
    let what = [query.text.as_str(), &place].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ");
    let by = partner.as_ref().map_or(state.context.hub.name.as_str(), |partner| partner.name());
    let title = if what.is_empty() { format!("Offres d’emploi – {by}") } else { format!("{what} – {by}") };
    let over = |(name, value): &(String, String)| OfferQuery::PARAMETERS.contains(&name.as_str()) && !value.is_empty();
    let over = url::write_pairs(pairs.iter().filter(|pair| over(pair)).map(|(n, v)| (n.as_str(), v.as_str())));
    Ok(Items { title, site: state.config.public_url(), query, partner: partner.map(|own| (own, over)), offers })
}

impl Items {
    pub(super) fn link(&self, offer: &StoredOffer) -> String {
        let slug = offer.offer.slug();
        let path = match &self.partner {
            Some((partner, _)) => url::partner_offer(&partner.key, &slug, offer.number, ""),
            None => url::offer(Lang::Fr, &slug, offer.number),
        };
        format!("{}{path}", self.site)
    }

    pub(super) fn page(&self) -> String {
        let path = match &self.partner {
            Some((partner, over)) => url::partner(&partner.key, over),
            None => url::offers(Lang::Fr, &self.query),
        };
        format!("{}{path}", self.site)
    }

    fn own(&self, format: Feed) -> String {
        let path = match &self.partner {
            Some((partner, over)) if over.is_empty() => url::partner_feed(format, &partner.key),
            Some((partner, over)) => format!("{}&{over}", url::partner_feed(format, &partner.key)),
            None => url::feed(format, &self.query),
        };
        format!("{}{path}", self.site)
    }

    fn feed(self) -> feed::Items {
        feed::Items {
            page: self.page(),
            atom: self.own(Feed::Atom),
            json: self.own(Feed::Json),
            items: self.offers.iter().map(|offer| self.item(offer)).collect(),
            title: self.title,
        }
    }

    fn item(&self, offer: &StoredOffer) -> Item {
        Item {
            // The number alone: the address follows the title, the id stays.
            ids: (format!("{}{}", self.site, url::offer_short(offer.number)), offer.number.to_string()),
            url: self.link(offer),
            author: offer.offer.employer.shown_name().unwrap_or(&offer.offer.source).to_owned(),
            summary: summary(offer),
            published: published(offer),
            changed: offer.changed,
            title: offer.offer.title.clone(),
            content: offer.offer.text.clone(),
        }
    }
}

/// One line: employer, place, source and licence.
pub(super) fn summary(offer: &StoredOffer) -> String {
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
