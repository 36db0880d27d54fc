//! The board of partners: what it shows, what never changes of it, what a snippet and a pasted address become.

use crate::framing::{partner, with};
use crate::helpers::{TestApp, read};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::partner::{Host, Mode, Partner, PartnerEvent, PartnerKey, Theme, Written};
use serde_json::Value;
use server::public::embed::{Counter, integrity, pinned_name};
use server::router::{PLAIN_ROUTES, page_routes};
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

const SITE: &str = "http://127.0.0.1:3000";
const BUDGET: usize = 14_000;
const LOADER_BUDGET: usize = 2_048;

fn brotli(bytes: &[u8], quality: i32) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).unwrap()
}

async fn first_offer(app: &TestApp) -> String {
    let stored = app.state.store.newest_open(app.state.clock.today(), 1, 0).await.unwrap().remove(0);
    format!("{}-{}", stored.offer.slug(), stored.number)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_shows_the_partners_offers_and_searches_among_them() {
    let app = TestApp::demo().await;
    for own in demo::partners().unwrap() {
        let (status, headers, body) = app.get(&url(&own, "")).await;
        assert_eq!(status, StatusCode::OK);
        assert!(body.matches("class=\"card\"").count() > 3, "{}: {}", own.key, body.matches("class=\"card\"").count());
        let size = brotli(body.as_bytes(), 5);
        eprintln!("frame of {}: {size} B", own.key);
        assert!(size <= BUDGET, "{size}");
        let cache = headers[header::CACHE_CONTROL].to_str().unwrap();
        assert!(cache.contains("public") && cache.contains("stale-while-revalidate"), "{cache}");
        assert!(body.contains(&format!("action=\"/e/{}\"", own.key)) && body.contains("target=\"_self\""));
        let (_, _, found) = app.get(&url(&own, "?q=zzzzqqqq")).await;
        assert!(!found.contains("class=\"card\"") && found.contains("tel:"), "a dead end has a person to call");
    }
    let (_, _, body) = app.get("/e/ateliers-du-canal?where=Nice&q=serveur").await;
    assert!(body.contains("value=\"Nice\"") && body.contains("value=\"serveur\""), "what was typed stays");
    let (_, _, body) = app.get("/e/ateliers-du-canal?lang=en").await;
    assert!(body.contains("<html lang=\"en\"") && body.contains("name=\"lang\" value=\"en\""));
    let (_, _, body) = app.get("/e/ateliers-du-canal?short=1").await;
    assert_eq!((body.matches("class=\"card\"").count(), body.matches("<form").count()), (3, 0));
    for (path, status) in
        [("/e/nobody", StatusCode::NOT_FOUND), ("/p/nobody", StatusCode::NOT_FOUND), ("/e/..", StatusCode::NOT_FOUND)]
    {
        assert_eq!(app.get(path).await.0, status, "{path}");
    }
}

fn url(own: &Partner, search: &str) -> String {
    format!("{}{search}", app::url::frame(&own.key, ""))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_read_in_the_frame_and_answered_outside_of_it() {
    let app = TestApp::demo().await;
    let offer = first_offer(&app).await;
    let (status, _, body) = app.get(&format!("/e/ateliers-du-canal/offres/{offer}?q=agent&page=2")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(brotli(body.as_bytes(), 5) <= BUDGET);
    let there = format!("/p/ateliers-du-canal/offres/{offer}?postuler=1&amp;q=agent#postuler");
    assert!(body.contains(&there), "{body}");
    assert!(body.contains("href=\"/e/ateliers-du-canal?q=agent&amp;page=2\" target=\"_self\""), "the way back");
    assert!(body.contains("<base target=\"_top\">"));
    let stored = app.state.store.newest_open(app.state.clock.today(), 1, 0).await.unwrap().remove(0);
    let (_, _, page) = app.get(&there.replace("&amp;", "&").replace("#postuler", "")).await;
    assert!(page.contains("Les Ateliers du Canal") && page.contains("https://ateliers-du-canal.example/emploi"));
    assert!(page.contains(&format!("rel=\"canonical\" href=\"{SITE}/offres/{offer}\"")), "the same offer, once");
    assert!(!stored.offer.apply.is_empty() && page.contains("class=\"channels\""));
    // A wrong slug leads to the right one, and an old search is kept.
    let number = stored.number;
    for place in ["e", "p"] {
        let (status, headers, _) = app.get(&format!("/{place}/ateliers-du-canal/offres/x-{number}?q=a")).await;
        assert_eq!(status, StatusCode::MOVED_PERMANENTLY);
        assert_eq!(headers["location"], format!("/{place}/ateliers-du-canal/offres/{offer}?q=a"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_allows_exactly_the_style_and_the_script_of_the_page() {
    let themes = Mode::ALL.iter().map(|mode| Theme { mode: *mode, radius: 3, ..Theme::default() });
    let partners: Vec<Partner> = themes
        .filter_map(|theme| {
            let theme = match theme.mode {
                Mode::Dark => Theme { accent: domain::partner::Colour([0xff, 0xcf, 0x5c]), ..theme },
                _ => theme,
            };
            let own = Written { key: format!("in-{}", theme.mode), theme, ..partner("asso", &[]).into() };
            Partner::try_from(own).ok()
        })
        .collect();
    assert_eq!(partners.len(), 3);
    let app = with(&partners).await;
    for own in &partners {
        for search in ["", "?theme=dark", "?theme=light", "?theme=auto"] {
            let (_, headers, body) = app.get(&url(own, search)).await;
            let policy = headers["content-security-policy"].to_str().unwrap();
            for (open, close, kind) in [("<style>", "</style>", "style-src"), ("<script>", "</script>", "script-src")] {
                let inside = body.split(open).nth(1).unwrap().split(close).next().unwrap();
                let hash = STANDARD.encode(Sha256::digest(inside));
                assert!(policy.contains(&format!("{kind} 'sha256-{hash}';")), "{}{search}: {policy}", own.key);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_frame_is_not_sent_twice_unless_its_sites_changed() {
    let app = with(&[partner("asso", &["https://asso.example"])]).await;
    let (_, headers, _) = app.get("/e/asso").await;
    let again = || {
        let request = Request::builder().uri("/e/asso").header(header::IF_NONE_MATCH, headers[header::ETAG].clone());
        request.body(Body::empty()).unwrap()
    };
    let kept = app.send(again()).await;
    assert_eq!(kept.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(kept.headers()["content-security-policy"], headers["content-security-policy"]);
    app.state.store.put_partner(&partner("asso", &["https://other.example"]), true).await.unwrap();
    app.state.context.partners.refresh(&app.state.store).await.unwrap();
    assert_eq!(app.send(again()).await.status(), StatusCode::OK);
}

/// What partners have pasted keeps working: these words are frozen.
#[tokio::test(flavor = "multi_thread")]
async fn version_one_never_changes() {
    let own = partner("asso", &["https://asso.example"]);
    let golden =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden/embed_v1.txt")).unwrap();
    let loader = std::fs::read_to_string(public("v1.js")).unwrap();
    let list = loader.split("ASKED = [").nth(1).unwrap().split(']').next().unwrap();
    let attributes: Vec<&str> = list.split(',').map(|one| one.trim().trim_matches('\'')).collect();
    let message = &app::embed::FRAME_SCRIPT.lines().find(|line| line.contains("passerelle:height")).unwrap();
    let number = domain::number::OfferNumber::of("demo", "1");
    let now = [
        format!("snippet {}", app::embed::snippet(&own, "https://hub.example")),
        format!("attributes {}", attributes.join(" ")),
        format!("message {message}"),
        format!("frame {} {}", app::url::frame(&own.key, ""), app::url::frame_offer(&own.key, "agent", number, "")),
        format!("page {} {}", app::url::partner(&own.key, ""), app::url::partner_offer(&own.key, "agent", number, "")),
        format!("parameters {} lang theme short partner", domain::query::OfferQuery::PARAMETERS.join(" ")),
        format!(
            "feeds {}",
            [app::url::Feed::Atom, app::url::Feed::Json, app::url::Feed::Calendar]
                .map(|feed| app::url::partner_feed(feed, &own.key))
                .join(" ")
        ),
        format!("oembed {}", app::url::oembed("https://hub.example", "/p/asso")),
    ]
    .join("\n");
    assert_eq!(now, golden.trim_end(), "partners have pasted this: add to it, never change it");
    // What is asked in the words of an old day is answered.
    let app = with(&[own]).await;
    for search in
        ["?q=agent&commune=59512&radius_km=10&contract=cdi&lang=fr&theme=dark", "?radius=5&unknown=1&contract=gone"]
    {
        assert_eq!(app.get(&format!("/e/asso{search}")).await.0, StatusCode::OK, "{search}");
    }
}

fn public(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("public/embed").join(name)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_loader_is_small_open_and_kept_for_ever_under_its_hash() {
    let app = TestApp::demo().await;
    let current = std::fs::read(public("v1.js")).unwrap();
    let size = brotli(&current, 5);
    eprintln!("loader: {size} B");
    assert!(size <= LOADER_BUDGET, "{size}");
    let pinned = pinned_name(&current);
    assert!(public(&pinned).exists(), "the loader changed: run `make loader`, and commit public/embed/{pinned}");
    let mut published = 0;
    for entry in std::fs::read_dir(public("")).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let bytes = std::fs::read(entry.path()).unwrap();
        assert!(name == "v1.js" || name == pinned_name(&bytes), "{name} was changed after it was published");
        let (status, headers, body) = app.get(&format!("/embed/{name}")).await;
        assert_eq!((status, body.as_bytes()), (StatusCode::OK, &bytes[..]), "{name}");
        assert_eq!(headers["cross-origin-resource-policy"], "cross-origin");
        let cache = headers[header::CACHE_CONTROL].to_str().unwrap();
        assert_eq!(cache.contains("immutable"), name != "v1.js", "{name}: {cache}");
        assert!(!headers.contains_key("set-cookie"));
        published += 1;
    }
    assert!(published >= 2);
    let request = Request::builder().uri(format!("/embed/{pinned}")).header("origin", "https://asso.example");
    let response = app.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(response.headers()["access-control-allow-origin"], "*", "for `crossorigin` and `integrity`");
    assert!(integrity(&current).starts_with("sha384-"));
    for file in ["v2.js", "v1.0000000000000000.js", "..%2ficone.svg"] {
        assert_eq!(app.get(&format!("/embed/{file}")).await.0, StatusCode::NOT_FOUND, "{file}");
    }
}

/// A page's oEmbed address, as its head says it.
fn discovery(body: &str) -> Option<String> {
    let link = body.split("<link ").find(|link| link.contains("application/json+oembed"))?;
    let href = link.split("href=\"").nth(1)?.split('"').next()?;
    // WordPress asks whole addresses only.
    Some(href.strip_prefix(SITE)?.replace("&amp;", "&"))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_can_be_pasted() {
    let app = TestApp::demo().await;
    let today = app.state.clock.today();
    let offers = app.state.store.newest_open(today, 1_000, 0).await.unwrap();
    let offers =
        offers.iter().map(|o| app::url::offer(app::i18n::Lang::Fr, &o.offer.slug(), o.number)).collect::<Vec<_>>();
    let plain = PLAIN_ROUTES.iter().map(|(path, _)| *path).filter(|path| !path.contains(['{', '.']));
    let pages = page_routes().iter().map(|route| route.path()).filter(|path| !path.contains([':', '{', '*']));
    let mut pages: Vec<String> =
        plain.chain(pages).map(|path| if path.is_empty() { "/" } else { path }.to_owned()).collect();
    pages
        .extend(["/offres?q=agent", "/p/ateliers-du-canal", "/p/ateliers-du-canal?q=agent&lang=en"].map(str::to_owned));
    pages.extend(offers.iter().step_by(25).cloned());
    let trainings = app.state.store.trainings().await.unwrap();
    let address = |own: &domain::training::Training| app::url::training(app::i18n::Lang::Fr, &own.slug(), own.number());
    pages.extend(trainings.iter().step_by(20).map(address));
    pages.extend(["/metiers/cariste-N1101", "/en/metiers/cariste-N1101"].map(str::to_owned));
    pages.extend(offers.iter().step_by(60).map(|path| format!("/p/amities-de-l-oise{path}")));
    let mut seen = 0;
    for path in pages {
        let (_, headers, body) = app.get(&path).await;
        let html = headers.get("content-type").is_some_and(|kind| kind.to_str().unwrap().starts_with("text/html"));
        if !html || body.contains("content=\"noindex\"") {
            continue;
        }
        let address = discovery(&body).unwrap_or_else(|| panic!("{path} has no discovery link"));
        let shown = app.json(&address).await;
        assert_eq!(shown["version"], "1.0", "{path}");
        assert!(!shown["title"].as_str().unwrap().is_empty() && shown["provider_url"] == SITE, "{path}: {shown}");
        let rich = path.starts_with("/p/");
        assert_eq!(shown["type"], if rich { "rich" } else { "link" }, "{path}");
        assert_eq!(shown["html"].is_string(), rich, "{path}");
        seen += 1;
    }
    assert!(seen > 35, "{seen}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partners_page_that_is_pasted_is_a_short_frame() {
    let app = TestApp::demo().await;
    let ask = |url: &str, more: &str| format!("/oembed?{}{more}", domain::form::write_pairs([("url", url)]));
    let page = format!("{SITE}/p/ateliers-du-canal?q=agent&theme=light");
    let shown = app.json(&ask(&page, "&maxwidth=500&maxheight=600&format=json")).await;
    let html = shown["html"].as_str().unwrap();
    assert_eq!((shown["width"].as_u64(), shown["height"].as_u64()), (Some(500), Some(600)));
    assert!(
        html.starts_with(&format!("<blockquote><a href=\"{SITE}/p/ateliers-du-canal?q=agent&amp;theme=light\">")),
        "{html}"
    );
    assert!(
        html.contains(&format!("<iframe src=\"{SITE}/e/ateliers-du-canal?short=1&amp;q=agent&amp;theme=light\"")),
        "{html}"
    );
    assert!(html.contains("sandbox=\"allow-scripts ") && !html.contains("allow-same-origin"));
    let usual = app.json(&ask(&page, "")).await;
    let height = usual["height"].as_u64().unwrap();
    assert!((200..=1_000).contains(&height), "what WordPress allows");
    assert_eq!(shown["author_name"], "Les Ateliers du Canal");
    let offer = first_offer(&app).await;
    let one = app.json(&ask(&format!("{SITE}/p/ateliers-du-canal/offres/{offer}"), "")).await;
    assert!(one["html"].as_str().unwrap().contains(&format!("/e/ateliers-du-canal/offres/{offer}?short=1")), "{one}");
    for (path, status) in [
        (ask(&page, "&format=xml"), StatusCode::NOT_IMPLEMENTED),
        ("/oembed".to_owned(), StatusCode::BAD_REQUEST),
        (ask("https://evil.example/p/ateliers-du-canal", ""), StatusCode::NOT_FOUND),
        (ask(&format!("{SITE}.evil.example/"), ""), StatusCode::NOT_FOUND),
        (ask(&format!("{SITE}/p/nobody"), ""), StatusCode::NOT_FOUND),
        (ask(&format!("{SITE}/offres/x-000000000000"), ""), StatusCode::NOT_FOUND),
        (ask(&format!("{SITE}/nulle-part"), ""), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(app.get(&path).await.0, status, "{path}");
    }
    let hostile = app.json(&ask(&format!("{SITE}/p/ateliers-du-canal?q=\"><script>alert(1)</script>"), "")).await;
    assert!(!hostile["html"].as_str().unwrap().contains("<script"), "{hostile}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_with_a_slash_behind_or_in_capitals_is_the_same_page() {
    let app = TestApp::demo().await;
    let offer = first_offer(&app).await;
    let training = app.json("/flux/formations.json").await["items"][0]["url"].as_str().unwrap().replace(SITE, "");
    let pages = [
        "/offres".to_owned(),
        "/en/offres".to_owned(),
        format!("/offres/{offer}"),
        "/p/ateliers-du-canal".to_owned(),
        format!("/p/ateliers-du-canal/offres/{offer}"),
        training,
        "/formations".to_owned(),
        "/metiers".to_owned(),
    ];
    for page in &pages {
        assert_eq!(app.get(page).await.0, StatusCode::OK, "{page}");
        for (asked, to) in [(format!("{page}/"), page.clone()), (format!("{page}//?q=a"), format!("{page}?q=a"))] {
            let (status, headers, _) = app.get(&asked).await;
            assert_eq!(
                (status, headers[header::LOCATION].to_str().unwrap()),
                (StatusCode::MOVED_PERMANENTLY, to.as_str())
            );
        }
        let capitals = format!("HTTP://127.0.0.1:3000{page}/");
        let shown = app.json(&format!("/oembed?{}", domain::form::write_pairs([("url", capitals.as_str())]))).await;
        assert!(!shown["title"].as_str().unwrap().is_empty(), "{page}");
    }
    assert_eq!(app.get("/flux/offres.atom/").await.0, StatusCode::MOVED_PERMANENTLY);
    let (_, headers, _) = app.get("/%2F/evil.example/").await;
    assert!(!headers[header::LOCATION].to_str().unwrap().starts_with("//"), "{headers:?}");
    let posted = Request::post("/offres/x/").header("host", "127.0.0.1:3000").body(Body::empty()).unwrap();
    assert_ne!(app.send(posted).await.status(), StatusCode::MOVED_PERMANENTLY, "what is written is not sent elsewhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_may_begin_where_the_partner_does() {
    let app = TestApp::demo().await;
    let json = app.json("/flux/offres.json?partner=la-fosse-aux-projets").await;
    assert!(json["items"].as_array().unwrap().len() > 3);
    assert_eq!(json["feed_url"], format!("{SITE}/flux/offres.json?partner=la-fosse-aux-projets"));
    assert_eq!(json["home_page_url"], format!("{SITE}/p/la-fosse-aux-projets"));
    let first = &json["items"][0];
    assert!(first["url"].as_str().unwrap().starts_with(&format!("{SITE}/p/la-fosse-aux-projets/offres/")));
    assert_eq!(first["id"].as_str().unwrap().len(), 12, "the same id in every feed");
    let narrowed = app.json("/flux/offres.json?partner=la-fosse-aux-projets&q=cuisinier").await;
    assert!(narrowed["items"].as_array().unwrap().len() < json["items"].as_array().unwrap().len());
    let (status, _, problem) = app.get("/flux/offres.atom?partner=nobody").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(problem.contains("the key of a partner"), "{problem}");
    let (status, _, atom) = app.get("/flux/offres.atom?partner=la-fosse-aux-projets").await;
    assert_eq!(status, StatusCode::OK);
    assert!(atom.contains("/p/la-fosse-aux-projets/offres/"));
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_days_are_a_calendar() {
    let app = TestApp::demo().await;
    let (status, headers, text) = app.get("/flux/offres.ics").await;
    assert_eq!(status, StatusCode::OK);
    assert!(headers["content-type"].to_str().unwrap().starts_with("text/calendar"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75) && !text.replace("\r\n", "").contains('\n'));
    let whole = text.replace("\r\n ", "");
    let lines: Vec<&str> = whole.lines().collect();
    assert_eq!((lines[0], *lines.last().unwrap()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let of = |start: &str| lines.iter().filter(|line| line.starts_with(start)).copied().collect::<Vec<_>>();
    let mut uids = of("UID:");
    assert!(uids.len() > 5, "{}", uids.len());
    assert_eq!(
        (of("BEGIN:VEVENT").len(), of("END:VEVENT").len(), of("URL:").len()),
        (uids.len(), uids.len(), uids.len())
    );
    let days = of("DTSTART;VALUE=DATE:");
    assert!(days.is_sorted());
    let again = app.get("/flux/offres.ics").await.2;
    assert_eq!(again, text, "the same offers, the same events");
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), days.len());
    assert!(
        !whole.contains("mailto:") && !whole.contains('@') || whole.matches('@').count() == uids.len(),
        "no contact"
    );
    assert_eq!(app.get("/flux/offres.ics?radius_km=x").await.0, StatusCode::BAD_REQUEST);
}

type Told = (String, String, PartnerEvent);

#[derive(Default)]
struct Notes(Mutex<Vec<Told>>);

impl Counter for Notes {
    fn count(&self, partner: &PartnerKey, host: Host, event: PartnerEvent) {
        self.0.lock().unwrap().push((partner.to_string(), host.to_string(), event));
    }
}

/// Partner, site, event: nothing else of a request reaches the counter.
#[tokio::test(flavor = "multi_thread")]
async fn what_happens_can_be_counted_without_knowing_who() {
    let mut app = with(&[partner("asso", &["https://asso.example"])]).await;
    let notes = Arc::new(Notes::default());
    app.change(|state| state.counter = notes.clone());
    let offer = first_offer(&app).await;
    for (path, referer) in [
        ("/e/asso".to_owned(), Some("https://asso.example/")),
        ("/e/asso?q=agent".to_owned(), Some(SITE)),
        (format!("/e/asso/offres/{offer}"), None),
        (format!("/p/asso/offres/{offer}?postuler=1"), Some("https://asso.example.evil.example/")),
        (format!("/p/asso/offres/{offer}"), None),
        ("/e/nobody".to_owned(), Some("https://asso.example/")),
    ] {
        let mut request = Request::builder().uri(&path);
        if let Some(referer) = referer {
            request = request.header(header::REFERER, referer);
        }
        read(app.send(request.body(Body::empty()).unwrap()).await).await;
    }
    let told: Vec<Told> = notes.0.lock().unwrap().clone();
    let one = |site: &str, event| ("asso".to_owned(), site.to_owned(), event);
    use PartnerEvent::{Open, Search, Start, View};
    assert_eq!(
        told,
        [
            one("https://asso.example", View),
            one("hub", Search),
            one("direct", Open),
            one("autre", Start),
            one("direct", Open),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_says_the_same_in_both_languages() {
    let app = TestApp::demo().await;
    for (path, lang, words) in
        [("/p/ateliers-du-canal", "fr", "Retour au site"), ("/p/ateliers-du-canal?lang=en", "en", "Back to the site")]
    {
        let (status, headers, body) = app.get(path).await;
        assert_eq!(status, StatusCode::OK);
        assert!(body.contains(&format!("<html lang=\"{lang}\"")) && body.contains(words), "{path}");
        assert_eq!((body.matches("<h1").count(), body.matches("id=\"main\"").count()), (1, 1));
        assert!(headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'"));
        assert!(body.contains("/flux/offres.ics?partner=ateliers-du-canal"));
        assert!(brotli(body.as_bytes(), 5) <= BUDGET, "{path}: {}", brotli(body.as_bytes(), 5));
    }
    let value: Value = app.json("/oembed?url=http%3A%2F%2F127.0.0.1%3A3000%2Fp%2Fateliers-du-canal%3Flang%3Den").await;
    assert!(value["title"].as_str().unwrap().contains("Les Ateliers du Canal"), "{value}");
}
