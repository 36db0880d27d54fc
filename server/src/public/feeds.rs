//! Any search as a feed, its newest offers first: Atom ([RFC 4287]) and [JSON Feed 1.1]. Never a contact.
//!
//! [RFC 4287]: https://www.rfc-editor.org/rfc/rfc4287
//! [JSON Feed 1.1]: https://www.jsonfeed.org/version/1.1/

use crate::public::api::{self, cached, parse_query};
use crate::public::problem::Problem;
use crate::public::xml;
use crate::state::AppState;
use app::i18n::Lang;
use app::url::{self, Feed};
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::offer::StoredOffer;
use domain::query::{OfferQuery, Sort};
use domain::time::Timestamp;
use serde::Serialize;
use std::io;

/// A feed, whatever its format.
struct Items {
    title: String,
    site: String,
    query: OfferQuery,
    offers: Vec<StoredOffer>,
}

/// `GET /flux/offres.atom`.
pub async fn atom(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    let written = match items(&state, raw.as_deref()).await {
        Ok(items) => write_atom(&items),
        Err(problem) => return problem.into_response(),
    };
    match written {
        Ok(bytes) => cached(bytes, "application/atom+xml; charset=utf-8", &headers),
        Err(error) => Problem::internal(&error).into_response(),
    }
}

/// `GET /flux/offres.json`.
pub async fn json(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    match items(&state, raw.as_deref()).await {
        Ok(items) => api::json_as(&feed(&items), "application/feed+json", &headers),
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
    let hub = &state.context.hub.name;
    let title = if what.is_empty() { format!("Offres d’emploi – {hub}") } else { format!("{what} – {hub}") };
    Ok(Items { title, site: state.config.public_url(), query, offers })
}

impl Items {
    fn link(&self, offer: &StoredOffer) -> String {
        format!("{}{}", self.site, url::offer(Lang::Fr, &offer.offer.slug(), offer.number))
    }

    fn page(&self) -> String {
        format!("{}{}", self.site, url::offers(Lang::Fr, &self.query))
    }

    fn own(&self, format: Feed) -> String {
        format!("{}{}", self.site, url::feed(format, &self.query))
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

fn write_atom(items: &Items) -> io::Result<Vec<u8>> {
    let newest = items.offers.iter().map(|offer| offer.changed).max().unwrap_or(Timestamp(0));
    xml::document(|writer| {
        writer.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom")).write_inner_content(
            |feed| {
                xml::text(feed, "id", &items.own(Feed::Atom))?;
                xml::text(feed, "title", &items.title)?;
                xml::text(feed, "updated", &newest.to_rfc3339())?;
                link(feed, "self", &items.own(Feed::Atom))?;
                link(feed, "alternate", &items.page())?;
                for offer in &items.offers {
                    entry(feed, items, offer)?;
                }
                Ok(())
            },
        )?;
        Ok(())
    })
}

fn entry(feed: &mut xml::Writer, items: &Items, offer: &StoredOffer) -> io::Result<()> {
    feed.create_element("entry").write_inner_content(|entry| {
        // The number alone: the address follows the title, the id stays.
        xml::text(entry, "id", &format!("{}/offres/{}", items.site, offer.number))?;
        xml::text(entry, "title", &offer.offer.title)?;
        xml::text(entry, "updated", &offer.changed.to_rfc3339())?;
        xml::text(entry, "published", &published(offer).to_rfc3339())?;
        link(entry, "alternate", &items.link(offer))?;
        let author = offer.offer.employer.shown_name().unwrap_or(&offer.offer.source);
        entry.create_element("author").write_inner_content(|inside| xml::text(inside, "name", author))?;
        xml::text(entry, "summary", &summary(offer))?;
        if let Some(text) = &offer.offer.text {
            xml::text(entry, "content", text)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn link(writer: &mut xml::Writer, rel: &str, href: &str) -> io::Result<()> {
    writer.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty()?;
    Ok(())
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    language: &'static str,
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: String,
    url: String,
    title: &'a str,
    /// A feed's item must have a content: where the source gives no text, the summary is it.
    content_text: String,
    summary: String,
    date_published: String,
    date_modified: String,
}

fn feed(items: &Items) -> JsonFeed<'_> {
    JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &items.title,
        home_page_url: items.page(),
        feed_url: items.own(Feed::Json),
        language: "fr",
        items: items
            .offers
            .iter()
            .map(|offer| JsonItem {
                id: offer.number.to_string(),
                url: items.link(offer),
                title: &offer.offer.title,
                content_text: offer.offer.text.clone().unwrap_or_else(|| summary(offer)),
                summary: summary(offer),
                date_published: published(offer).to_rfc3339(),
                date_modified: offer.changed.to_rfc3339(),
            })
            .collect(),
    }
}
