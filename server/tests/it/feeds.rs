//! Feeds as others read them: Atom against its schema, JSON Feed against its rules, calendars through a parser
//! that is not ours; and what is asked again and has not changed is not sent again.

use crate::framing::{partner, with};
use crate::helpers::{TestApp, now, publish, read};
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use domain::offer::Offer;
use icalendar::{Calendar, CalendarComponent, Component as _};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Searches, everything, nothing, each partner of the demo, and a text that is hard to write.
async fn searches(app: &TestApp) -> Vec<String> {
    let mut all: Vec<String> =
        ["", "?q=agent&radius_km=20", "?q=zzzzqqqq", "?q=dragons", "?q=%3C%26%22%5D%5D%3E"].map(str::to_owned).to_vec();
    for own in demo::partners().unwrap() {
        all.push(format!("?partner={}", own.key));
        all.push(format!("?partner={}&q=dragons", own.key));
        all.push(format!("?partner={}&where=Lens&contract=cdi", own.key));
    }
    assert!(all.len() > 10 && app.state.search.get().is_some());
    all
}

async fn demo() -> TestApp {
    let mut app = TestApp::demo().await;
    let mut hard = Offer::new("test", "1", "Dresseuse de dragons < 3 ans & \"co\" ]]> ; , \\n \u{1f409} (H/F)");
    hard.text = Some(format!("Feu \u{1}, {}\n\r\n; \\ fin", "é".repeat(200)));
    hard.closes = Some(app.state.clock.today().plus(9));
    publish(&app.state.store, "test", std::slice::from_ref(&hard), now(), false).await;
    app.follower.step().await.unwrap();
    app
}

/// What `xmllint` says of an Atom document; `None` when it is valid.
fn invalid(folder: &Path, document: &str) -> Option<String> {
    let file = folder.join("feed.atom");
    std::fs::write(&file, document).unwrap();
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden/atom.rng");
    let said =
        Command::new("xmllint").args(["--noout", "--nonet", "--relaxng"]).args([&schema, &file]).output().unwrap();
    (!said.status.success()).then(|| String::from_utf8_lossy(&said.stderr).into_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_atom_feed_is_valid_by_the_schema() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        eprintln!("skipped: xmllint is not installed (libxml2-utils)");
        return;
    }
    let app = demo().await;
    let folder = tempfile::tempdir().unwrap();
    let (mut entries, mut last) = (0, String::new());
    let offers = searches(&app).await.into_iter().map(|search| format!("/flux/offres.atom{search}"));
    for path in offers.chain(["/flux/formations.atom".to_owned(), "/flux/formations.atom?q=cariste".to_owned()]) {
        let (status, _, body) = app.get(&path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert_eq!(invalid(folder.path(), &body), None, "{path}");
        entries += body.matches("<entry>").count();
        last = body;
    }
    assert!(entries > 100, "{entries}");
    for (from, to) in [("<updated>", "<updated>hier "), ("<entry><id>", "<entry><nom>"), ("href=", "lien=")] {
        assert!(invalid(folder.path(), &last.replace(from, to)).is_some(), "{from} → {to}");
    }
}

/// What the [rules](https://www.jsonfeed.org/version/1.1/) require, and that nothing else is in it.
fn check_json(path: &str, feed: &Value) -> usize {
    const FEED: [&str; 6] = ["version", "title", "home_page_url", "feed_url", "language", "items"];
    const ITEM: [&str; 7] = ["id", "url", "title", "content_text", "summary", "date_published", "date_modified"];
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(feed), FEED.map(str::to_owned).into(), "{path}");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    let items = feed["items"].as_array().unwrap();
    let ids: BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len(), "{path}: an id is one item's");
    for item in items {
        assert_eq!(names(item), ITEM.map(str::to_owned).into(), "{path}");
        let text = |name: &str| item[name].as_str().unwrap_or_else(|| panic!("{path}: {name}"));
        assert!(text("url").starts_with("http") && !text("content_text").is_empty() && !text("title").is_empty());
        for date in ["date_published", "date_modified"] {
            assert!(text(date).parse::<jiff::Timestamp>().is_ok(), "{path}: {date} by RFC 3339: {}", text(date));
        }
    }
    items.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_json_feed_keeps_the_rules() {
    let app = demo().await;
    let mut items = 0;
    for search in searches(&app).await {
        let path = format!("/flux/offres.json{search}");
        let feed = app.json(&path).await;
        assert!(feed["feed_url"].as_str().unwrap().starts_with("http://127.0.0.1:3000/flux/offres.json"));
        items += check_json(&path, &feed);
    }
    items += check_json("sessions", &app.json("/flux/formations.json").await);
    assert!(items > 100, "{items}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parser_reads_every_calendar_back() {
    let app = demo().await;
    let mut events = 0;
    let offers = searches(&app).await.into_iter().map(|search| format!("/flux/offres.ics{search}"));
    for path in offers.chain(["/flux/formations.ics".to_owned()]) {
        let (status, _, body) = app.get(&path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        let calendar: Calendar = body.parse().unwrap_or_else(|error| panic!("{path}: {error}\n{body}"));
        assert_eq!(calendar.property_value("VERSION"), Some("2.0"), "{path}");
        assert!(calendar.property_value("PRODID").is_some(), "{path}");
        let mut known = BTreeSet::new();
        for component in &calendar.components {
            let CalendarComponent::Event(event) = component else { panic!("{path}: {component:?}") };
            assert!(known.insert(event.get_uid().unwrap().to_owned()), "{path}: a UID is one event's");
            assert!(event.get_timestamp().is_some() && event.get_start().is_some(), "{path}: {event:?}");
            assert!(event.get_summary().is_some_and(|title| !title.is_empty()));
            assert!(event.get_url().is_some_and(|url| url.starts_with("http://127.0.0.1:3000/")));
        }
        events += known.len();
    }
    assert!(events > 50, "{events}");
    let (_, _, hard) = app.get("/flux/offres.ics?q=dragons").await;
    let calendar: Calendar = hard.parse().unwrap();
    let CalendarComponent::Event(event) = &calendar.components[0] else { panic!("{hard}") };
    assert_eq!(event.get_summary(), Some("Dresseuse de dragons < 3 ans & \"co\" ]]> ; , \\n \u{1f409} (H/F)"));
}

async fn ask(app: &TestApp, path: &str, known: Option<&HeaderMap>) -> (StatusCode, HeaderMap, String) {
    let mut request = Request::builder().uri(path).header(header::HOST, "127.0.0.1:3000");
    if let Some(known) = known {
        request = request.header(header::IF_NONE_MATCH, known[header::ETAG].clone());
    }
    read(app.send(request.body(Body::empty()).unwrap()).await).await
}

/// A network of caches may carry what partners read: it is public, it has a mark, and the mark is believed.
#[tokio::test(flavor = "multi_thread")]
async fn what_did_not_change_is_not_sent_again() {
    let mut app = with(&[partner("asso", &["https://asso.example"])]).await;
    let stored = app.state.store.newest_open(app.state.clock.today(), 1, 0).await.unwrap().remove(0);
    let offer = format!("{}-{}", stored.offer.slug(), stored.number);
    let offers = [
        "/e/asso",
        "/e/asso?q=agent",
        "/p/asso",
        "/p/asso/affiche",
        "/api/v1/offers?q=agent",
        "/flux/offres.atom?partner=asso",
        "/flux/offres.json?partner=asso",
        "/flux/offres.ics?partner=asso",
    ]
    .map(str::to_owned);
    let others = [
        "/flux/formations.atom",
        "/flux/formations.json",
        "/flux/formations.ics",
        "/oembed?url=http%3A%2F%2F127.0.0.1%3A3000%2Fp%2Fasso",
        "/formations",
        "/metiers",
    ]
    .map(str::to_owned);
    let ones = [format!("/e/asso/offres/{offer}"), format!("/p/asso/offres/{offer}"), "/embed/v1.js".to_owned()];
    let mut marks = Vec::new();
    for path in offers.iter().chain(&others).chain(&ones) {
        let (status, first, body) = ask(&app, path, None).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(!body.is_empty() && first.contains_key(header::ETAG), "{path}");
        let cache = first[header::CACHE_CONTROL].to_str().unwrap();
        assert!(cache.starts_with("public, ") && cache.contains("stale-while-revalidate="), "{path}: {cache}");
        assert!(!first.contains_key(header::SET_COOKIE), "{path}");
        let (status, again, body) = ask(&app, path, Some(&first)).await;
        assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
        assert_eq!(again[header::ETAG], first[header::ETAG], "{path}");
        assert_eq!(again[header::CACHE_CONTROL], first[header::CACHE_CONTROL], "{path}");
        marks.push(first);
    }
    // A new offer changes every list of offers, and the old mark fetches it.
    let mut new = Offer::new("test", "new", "Agent de test à Roubaix");
    new.places = stored.offer.places;
    new.posted = Some(app.state.clock.today());
    new.closes = Some(app.state.clock.today().plus(3));
    publish(&app.state.store, "test", std::slice::from_ref(&new), now(), false).await;
    app.follower.step().await.unwrap();
    for (path, known) in offers.iter().zip(&marks) {
        let (status, _, body) = ask(&app, path, Some(known)).await;
        assert!(status == StatusCode::OK && !body.is_empty(), "{path}: {status}");
    }
}
