//! What crawlers ask first: `robots.txt`, and the [sitemap](https://www.sitemaps.org/protocol.html) of
//! the pages, of the trainings and of every open offer, with the day of its last change.
//!
//! Offers are shared out by number, so that one that comes or goes moves no other to another file.

use crate::public::api::cached;
use crate::public::problem::Problem;
use crate::public::xml;
use crate::public::{text_pages, trainings};
use crate::state::AppState;
use app::i18n::Lang;
use app::url;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::number::OfferNumber;
use domain::training::StoredTraining;
use std::io;

/// Offers of a file that are aimed at; the protocol allows 50,000.
const OFFERS_A_FILE: u64 = 10_000;
/// The protocol's limit.
const MOST_TRAININGS: usize = 50_000;
/// Bits of an offer's number.
const NUMBER_BITS: u32 = 60;
/// More files than any hub needs.
const MAX_FILE_BITS: u32 = 12;
/// The file of the pages, and that of the trades.
const PAGES: &str = "pages.xml";
const TRADES: &str = "metiers.xml";
const TRAININGS: &str = "formations.xml";
const XML: &str = "application/xml; charset=utf-8";
const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// `GET /robots.txt`.
pub async fn robots(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let site = state.config.public_url();
    // The client and the pages' own calls are nothing to list.
    let text = format!(
        "User-agent: *\nDisallow: /_f/\nDisallow: /packs/\nDisallow: /pkg/\nDisallow: /api/\n\nSitemap: {site}/sitemap.xml\n"
    );
    cached(text.into_bytes(), "text/plain; charset=utf-8", &headers)
}

/// `GET /sitemap.xml`: the files.
pub async fn index(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let open = match state.store.count_open(state.clock.today()).await {
        Ok(open) => open,
        Err(error) => return Problem::internal(&error).into_response(),
    };
    let site = state.config.public_url();
    let bits = file_bits(open);
    let offers = (0..1_u64 << bits).map(|part| format!("{site}/sitemap/offres-{bits}-{part}.xml"));
    let pages = [PAGES, TRADES, TRAININGS].map(|name| format!("{site}/sitemap/{name}"));
    let files: Vec<String> = pages.into_iter().chain(offers).collect();
    answer(&headers, || {
        xml::document(|writer| {
            writer.create_element("sitemapindex").with_attribute(NAMESPACE).write_inner_content(|index| {
                for file in &files {
                    index.create_element("sitemap").write_inner_content(|entry| xml::text(entry, "loc", file))?;
                }
                Ok(())
            })?;
            Ok(())
        })
    })
}

/// `GET /sitemap/{file}`: `pages.xml`, `metiers.xml`, `formations.xml`, or `offres-BITS-PART.xml`.
pub async fn file(State(state): State<AppState>, Path(file): Path<String>, headers: HeaderMap) -> Response {
    let site = state.config.public_url();
    if file == PAGES {
        let app = Lang::ALL.iter().flat_map(|lang| [url::home(*lang), url::offers_path(*lang)]);
        let pages: Vec<_> = app
            .chain(text_pages::indexed())
            .chain(super::guide::paths())
            .chain(trainings::paths())
            .chain(super::trades::indexes())
            .chain(super::embed::configure::paths())
            .map(|path| (path, None))
            .collect();
        return answer(&headers, || urls(&site, &pages));
    }
    if file == TRAININGS {
        let pages = of_trainings(&state);
        return answer(&headers, || urls(&site, &pages));
    }
    if file == TRADES {
        // Those that recruit here; none while they are counted.
        let set = state.packs.get();
        let recruiting = set.iter().flat_map(|set| set.recruiting());
        let pages: Vec<_> = recruiting.map(|own| (url::trade(Lang::Fr, &own.label, &own.code), None)).collect();
        return answer(&headers, || urls(&site, &pages));
    }
    let Some((from, until)) = part(&file) else {
        return Problem::not_found("There is no such sitemap. See /sitemap.xml.").into_response();
    };
    match state.store.open_between(state.clock.today(), from, until).await {
        Ok(offers) => {
            let pages: Vec<_> = offers
                .iter()
                .map(|o| (url::offer(Lang::Fr, &o.offer.slug(), o.number), Some(o.changed.to_rfc3339())))
                .collect();
            answer(&headers, || urls(&site, &pages))
        }
        Err(error) => Problem::internal(&error).into_response(),
    }
}

/// Every training that can still be begun, with its last change. They are a few thousand: one file.
fn of_trainings(state: &AppState) -> Vec<(String, Option<String>)> {
    let today = state.clock.today();
    let catalogue = state.context.catalogue.get();
    let all = catalogue.iter().flat_map(|catalogue| catalogue.listed()).map(|listed| &listed.stored);
    let open = all.filter(|stored| stored.training.open_sessions(today).next().is_some());
    let page = |stored: &StoredTraining| {
        let training = &stored.training;
        let changed = stored.changed.to_rfc3339();
        (url::training(Lang::Fr, &training.slug(), training.number()), Some(changed))
    };
    open.map(page).take(MOST_TRAININGS).collect()
}

/// How many leading bits of the number choose the file.
fn file_bits(offers: u64) -> u32 {
    (0..MAX_FILE_BITS).find(|bits| offers >> bits <= OFFERS_A_FILE).unwrap_or(MAX_FILE_BITS)
}

/// The numbers of a file.
fn part(file: &str) -> Option<(OfferNumber, Option<OfferNumber>)> {
    let (bits, part) = file.strip_prefix("offres-")?.strip_suffix(".xml")?.split_once('-')?;
    let bits = bits.parse::<u32>().ok().filter(|bits| *bits <= MAX_FILE_BITS)?;
    let part = part.parse::<u64>().ok().filter(|part| *part < 1 << bits)?;
    let at = |part: u64| OfferNumber::from_u64(part << (NUMBER_BITS - bits));
    Some((at(part)?, at(part + 1)))
}

fn urls(site: &str, pages: &[(String, Option<String>)]) -> io::Result<Vec<u8>> {
    xml::document(|writer| {
        writer.create_element("urlset").with_attribute(NAMESPACE).write_inner_content(|set| {
            for (path, changed) in pages {
                set.create_element("url").write_inner_content(|entry| {
                    xml::text(entry, "loc", &format!("{site}{path}"))?;
                    changed.as_ref().map_or(Ok(()), |changed| xml::text(entry, "lastmod", changed))
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

fn answer(headers: &HeaderMap, write: impl FnOnce() -> io::Result<Vec<u8>>) -> Response {
    match write() {
        Ok(bytes) => cached(bytes, XML, headers),
        Err(error) => Problem::internal(&error).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_hold_all_numbers_once() {
        assert_eq!((file_bits(0), file_bits(10_000), file_bits(10_001), file_bits(100_000)), (0, 0, 1, 4));
        let whole = part("offres-0-0.xml").unwrap();
        assert_eq!(whole, (OfferNumber::from_u64(0).unwrap(), None));
        let mut from = OfferNumber::from_u64(0);
        for n in 0..8 {
            let (first, after) = part(&format!("offres-3-{n}.xml")).unwrap();
            assert_eq!(Some(first), from);
            from = after;
        }
        assert_eq!(from, None);
        for wrong in ["offres-3-8.xml", "offres-13-0.xml", "offres.xml", "offres-x-0.xml", "offres-0-0"] {
            assert_eq!(part(wrong), None, "{wrong}");
        }
    }
}
