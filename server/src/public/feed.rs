//! A feed, whatever it is of: Atom ([RFC 4287]) and [JSON Feed 1.1].
//!
//! [RFC 4287]: https://www.rfc-editor.org/rfc/rfc4287
//! [JSON Feed 1.1]: https://www.jsonfeed.org/version/1.1/

use crate::public::api::{self, cached};
use crate::public::problem::Problem;
use crate::public::xml;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::time::Timestamp;
use serde::Serialize;
use std::io;

/// What both formats are written from. Addresses are whole.
pub(super) struct Items {
    pub(super) title: String,
    /// The page of the same search.
    pub(super) page: String,
    /// The feed's own address in Atom.
    pub(super) atom: String,
    /// The feed's own address in JSON.
    pub(super) json: String,
    pub(super) items: Vec<Item>,
}

/// One of them.
pub(super) struct Item {
    /// Stays the same whatever changes: what Atom's id and JSON Feed's are.
    pub(super) ids: (String, String),
    pub(super) url: String,
    pub(super) title: String,
    pub(super) author: String,
    pub(super) summary: String,
    /// The whole text, where there is one.
    pub(super) content: Option<String>,
    pub(super) published: Timestamp,
    pub(super) changed: Timestamp,
}

/// As Atom.
pub(super) fn atom(items: &Items, headers: &HeaderMap) -> Response {
    match write_atom(items) {
        Ok(bytes) => cached(bytes, "application/atom+xml; charset=utf-8", headers),
        Err(error) => Problem::internal(&error).into_response(),
    }
}

/// As a JSON feed.
pub(super) fn json(items: &Items, headers: &HeaderMap) -> Response {
    api::json_as(&feed(items), "application/feed+json", headers)
}

fn write_atom(items: &Items) -> io::Result<Vec<u8>> {
    let newest = items.items.iter().map(|item| item.changed).max().unwrap_or(Timestamp(0));
    xml::document(|writer| {
        writer.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom")).write_inner_content(
            |feed| {
                xml::text(feed, "id", &items.atom)?;
                xml::text(feed, "title", &items.title)?;
                xml::text(feed, "updated", &newest.to_rfc3339())?;
                link(feed, "self", &items.atom)?;
                link(feed, "alternate", &items.page)?;
                items.items.iter().try_for_each(|item| entry(feed, item))
            },
        )?;
        Ok(())
    })
}

fn entry(feed: &mut xml::Writer, item: &Item) -> io::Result<()> {
    feed.create_element("entry").write_inner_content(|entry| {
        xml::text(entry, "id", &item.ids.0)?;
        xml::text(entry, "title", &item.title)?;
        xml::text(entry, "updated", &item.changed.to_rfc3339())?;
        xml::text(entry, "published", &item.published.to_rfc3339())?;
        link(entry, "alternate", &item.url)?;
        entry.create_element("author").write_inner_content(|inside| xml::text(inside, "name", &item.author))?;
        xml::text(entry, "summary", &item.summary)?;
        item.content.as_ref().map_or(Ok(()), |text| xml::text(entry, "content", text))
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
    home_page_url: &'a str,
    feed_url: &'a str,
    language: &'static str,
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    /// A feed's item must have a content: where the source gives no text, the summary is it.
    content_text: &'a str,
    summary: &'a str,
    date_published: String,
    date_modified: String,
}

fn feed(items: &Items) -> JsonFeed<'_> {
    let item = |item| {
        let Item { ids, url, title, summary, content, published, changed, .. }: &Item = item;
        JsonItem {
            id: &ids.1,
            url,
            title,
            content_text: content.as_deref().unwrap_or(summary),
            summary,
            date_published: published.to_rfc3339(),
            date_modified: changed.to_rfc3339(),
        }
    };
    JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &items.title,
        home_page_url: &items.page,
        feed_url: &items.json,
        language: "fr",
        items: items.items.iter().map(item).collect(),
    }
}
