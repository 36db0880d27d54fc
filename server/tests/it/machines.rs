//! What machines read of the site: structured data, feeds, sitemaps, the head's links.

use crate::helpers::{TestApp, now, publish, shared_data, stores};
use crate::imports;
use axum::http::StatusCode;
use domain::offer::{Offer, StoredOffer};
use serde_json::Value;

const LD: &str = "<script type=\"application/ld+json\">";

/// The JSON-LD of a page, and whether there is one.
fn json_ld(page: &str) -> Option<Value> {
    let rest = &page[page.find(LD)? + LD.len()..];
    Some(serde_json::from_str(&rest[..rest.find("</script>").unwrap()]).unwrap())
}

async fn page(app: &TestApp, offer: &StoredOffer) -> String {
    let path = app::url::offer(app::i18n::Lang::Fr, &offer.offer.slug(), offer.number);
    let (status, _, body) = app.get(&path).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    body
}

/// What schema.org and Google require of a JobPosting, and that nothing was invented.
fn check(ld: &Value, stored: &StoredOffer) {
    let offer = &stored.offer;
    let text = |name: &str| ld[name].as_str().unwrap_or_else(|| panic!("{}: {name}: {ld}", offer.source_id)).to_owned();
    assert_eq!((text("@context"), text("@type")), ("https://schema.org".into(), "JobPosting".into()));
    assert_eq!(text("title"), offer.title);
    assert_eq!(text("datePosted"), offer.posted.unwrap().to_string());
    assert!(text("description").starts_with("<p>"));
    assert!(text("url").contains(&stored.number.to_string()));
    assert_eq!(ld["hiringOrganization"]["name"].as_str(), offer.employer.shown_name());
    let places = ld["jobLocation"].as_array().unwrap();
    assert!(!places.is_empty());
    for place in places {
        let address = &place["address"];
        assert_eq!((place["@type"].as_str(), address["addressCountry"].as_str()), (Some("Place"), Some("FR")));
        assert!(address["addressLocality"].is_string() || address["addressRegion"].is_string(), "{address}");
    }
    assert_eq!(ld["validThrough"].is_string(), offer.closes.is_some());
    assert_eq!(ld["baseSalary"].is_object(), offer.pay.is_some());
    if let Some(kinds) = ld["employmentType"].as_array() {
        const GOOGLE: [&str; 4] = ["FULL_TIME", "PART_TIME", "TEMPORARY", "CONTRACTOR"];
        assert!(kinds.iter().all(|k| GOOGLE.contains(&k.as_str().unwrap())), "{kinds:?}");
    }
    const KNOWN: &[&str] = &[
        "@context",
        "@type",
        "title",
        "description",
        "datePosted",
        "hiringOrganization",
        "jobLocation",
        "url",
        "identifier",
        "employmentType",
        "validThrough",
        "baseSalary",
        "jobLocationType",
        "totalJobOpenings",
        "experienceRequirements",
    ];
    for name in ld.as_object().unwrap().keys() {
        assert!(KNOWN.contains(&name.as_str()), "{name}");
    }
}

/// Checks every open offer's page; how many have a JobPosting.
async fn check_all(app: &TestApp, offers: &[StoredOffer]) -> usize {
    let mut with = 0;
    for stored in offers {
        let body = page(app, stored).await;
        let offer = &stored.offer;
        let known = |p: &domain::place::Place| {
            use domain::place::Precision::{Commune, Departement, Region};
            matches!(p.precision, Commune | Departement | Region)
        };
        let complete = offer.text.is_some()
            && offer.posted.is_some()
            && offer.employer.shown_name().is_some()
            && offer.places.iter().take(20).any(known);
        let ld = json_ld(&body);
        assert_eq!(ld.is_some(), complete, "{}", offer.source_id);
        if let Some(ld) = ld {
            check(&ld, stored);
            with += 1;
        }
    }
    with
}

#[tokio::test(flavor = "multi_thread")]
async fn every_complete_offer_of_the_demo_is_a_job_posting() {
    let app = TestApp::demo().await;
    let offers = app.state.store.newest_open(app.state.clock.today(), 1_000, 0).await.unwrap();
    assert!(check_all(&app, &offers).await > 250);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_complete_real_offer_is_a_job_posting() {
    let Some(data) = shared_data() else { return };
    let dir = tempfile::tempdir().unwrap();
    let store = stores(&dir, "machines").await.remove(0);
    let reference = imports::reference(&store, &data).await;
    imports::import(&store, &data, &reference).await;
    let app = TestApp::on(store, dir).await;
    let today = app.state.clock.today();
    let at = |part: u64| domain::number::OfferNumber::from_u64(part << 57);
    let (mut with, mut of) = (0, 0);
    // An eighth at a time, by their numbers: all pages at once would fill the memory.
    for part in 0..8 {
        let open = app.state.store.open_between(today, at(part).unwrap(), at(part + 1)).await.unwrap();
        with += check_all(&app, &open).await;
        of += open.len();
    }
    assert!(of > 17_000 && with > 3_000, "{with} of {of}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_offer_is_no_job_posting_and_a_hostile_text_ends_no_script() {
    let mut app = TestApp::demo().await;
    let today = app.state.clock.today();
    let mut offer = app.state.store.newest_open(today, 1, 0).await.unwrap().remove(0).offer;
    offer.source = "test".into();
    offer.employer.name = Some("Fictif & <Fils>".into());
    offer.employer.anonymous = false;
    offer.text = Some("</script><script>alert(1)</script>\u{2028}<!-- \"x\"".into());
    publish(&app.state.store, "test", std::slice::from_ref(&offer), now(), false).await;
    app.follower.step().await.unwrap();
    let stored = app.state.store.offer(offer.number()).await.unwrap().unwrap();
    let body = page(&app, &stored).await;
    assert!(!body.contains("<script>alert"));
    let ld = json_ld(&body).unwrap();
    check(&ld, &stored);
    assert!(ld["description"].as_str().unwrap().contains("&lt;/script&gt;"));
    publish(&app.state.store, "test", &[], now(), true).await;
    let path = app::url::offer(app::i18n::Lang::Fr, &offer.slug(), offer.number());
    let (status, _, body) = app.get(&path).await;
    assert_eq!((status, json_ld(&body)), (StatusCode::GONE, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn any_search_is_a_feed() {
    let mut app = TestApp::demo().await;
    let mut offer = Offer::new("test", "1", "Dresseuse de dragons < 3 ans & co (H/F)");
    offer.text = Some("Feu \u{1} et \u{b} flammes".into());
    offer.apply = vec![domain::apply::ApplyChannel::Email("contact@fictif.example".into())];
    publish(&app.state.store, "test", std::slice::from_ref(&offer), now(), false).await;
    app.follower.step().await.unwrap();
    let (status, headers, atom) = app.get("/flux/offres.atom?q=dragons").await;
    assert_eq!(status, StatusCode::OK, "{atom}");
    assert!(headers["content-type"].to_str().unwrap().starts_with("application/atom+xml"));
    assert!(atom.contains("<title>Dresseuse de dragons &lt; 3 ans &amp; co (H/F)</title>"), "{atom}");
    assert_eq!(atom.matches("<entry>").count(), 1);
    for element in ["<id>", "<updated>", "rel=\"self\"", "rel=\"alternate\"", "<author>", "<content>"] {
        assert!(atom.contains(element), "{element}: {atom}");
    }
    assert!(!atom.contains("contact@") && !atom.contains('\u{1}'));
    let (status, headers, body) = app.get("/flux/offres.json?q=dragons").await;
    assert_eq!((status, headers["content-type"].to_str().unwrap()), (StatusCode::OK, "application/feed+json"));
    assert_eq!(headers["access-control-allow-origin"], "*");
    let feed: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["items"].as_array().unwrap().len(), 1);
    assert_eq!(feed["items"][0]["id"], offer.number().to_string());
    assert!(!body.contains("contact@"));
    // The newest first, whatever was asked; a wrong parameter is named.
    let all = app.json("/flux/offres.json?sort=pertinence").await;
    let days: Vec<&str> =
        all["items"].as_array().unwrap().iter().map(|i| i["date_published"].as_str().unwrap()).collect();
    assert!(days.len() == 20 && days.is_sorted_by(|a, b| a >= b), "{days:?}");
    assert_eq!(app.get("/flux/offres.atom?radius_km=x").await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sitemap_lists_every_open_offer_once() {
    let app = TestApp::demo().await;
    let (_, _, robots) = app.get("/robots.txt").await;
    assert!(robots.contains("Sitemap: http://127.0.0.1:3000/sitemap.xml"));
    let (status, _, index) = app.get("/sitemap.xml").await;
    assert_eq!(status, StatusCode::OK);
    let locs = |xml: &str| -> Vec<String> {
        xml.split("<loc>").skip(1).map(|rest| rest[..rest.find("</loc>").unwrap()].to_owned()).collect()
    };
    let mut pages = Vec::new();
    for file in locs(&index) {
        let (status, _, xml) = app.get(file.strip_prefix("http://127.0.0.1:3000").unwrap()).await;
        assert_eq!(status, StatusCode::OK, "{file}");
        pages.extend(locs(&xml));
    }
    let open = app.state.store.count_open(app.state.clock.today()).await.unwrap();
    let offers = pages.iter().filter(|p| p.contains("/offres/")).count();
    assert_eq!(offers as u64, open);
    let before = pages.len();
    pages.sort();
    pages.dedup();
    assert_eq!(pages.len(), before);
    for page in pages.iter().step_by(40) {
        let path = page.strip_prefix("http://127.0.0.1:3000").unwrap();
        assert_eq!(app.get(if path.is_empty() { "/" } else { path }).await.0, StatusCode::OK, "{path}");
    }
    assert_eq!(app.get("/sitemap/offres-9-9999.xml").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_says_its_one_address_and_its_languages() {
    let app = TestApp::demo().await;
    let (_, _, body) = app.get("/offres?page=1&q=cariste&utm_source=x&radius_km=20").await;
    assert!(
        body.contains("<link rel=\"canonical\" href=\"http://127.0.0.1:3000/offres?q=cariste\""),
        "{}",
        &body[..900]
    );
    assert!(body.contains("hreflang=\"en\" href=\"http://127.0.0.1:3000/en/offres?q=cariste\""));
    assert!(
        body.contains("type=\"application/atom+xml\" href=\"/flux/offres.atom?q=cariste&amp;sort=date\""),
        "{}",
        &body[..1500]
    );
    let (_, _, body) = app.get("/en").await;
    assert!(body.contains("<link rel=\"canonical\" href=\"http://127.0.0.1:3000/en\""));
    assert!(!body.contains("/flux/"));
}
