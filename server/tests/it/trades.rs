//! The pages of trades: every trade of the demo has its page; what the import of the real ROME gives them.

use crate::helpers::{TestApp, now, publish, shared_data};
use app::i18n::Lang;
use app::url;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use domain::apply::ApplyChannel;
use domain::occupation::{ContextKind, RomeCode};
use domain::offer::Offer;
use import::{input, rome};
use store::PublishOptions;

/// The demo with its trainings, all counted.
async fn demo() -> TestApp {
    let app = TestApp::demo().await;
    let trainings = demo::trainings(now().utc_day()).unwrap();
    let import = app.state.store.begin_trainings("demo", now()).await.unwrap();
    app.state.store.stage_trainings(&import, &trainings).await.unwrap();
    let options = PublishOptions { partial: false, force: true, now: now() };
    app.state.store.publish_trainings(import, &options, domain::import::ImportReport::default()).await.unwrap();
    count(&app).await;
    app
}

async fn count(app: &TestApp) {
    server::jobs::packs::refresh(&app.state.store, app.state.clock.today(), &app.state.packs).await.unwrap();
}

fn light(path: &str, body: &str) {
    let mut packed = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
    brotli::BrotliCompress(&mut body.as_bytes(), &mut packed, &options).unwrap();
    assert!(packed.len() <= 14_000, "{path}: {} B", packed.len());
    let nodes = body.matches('<').count() - body.matches("</").count();
    assert!(nodes <= 800, "{path}: {nodes} nodes");
}

fn plain(path: &str, headers: &HeaderMap, body: &str) {
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("style-src 'sha256-") && policy.contains("script-src 'self';"), "{path}: {policy}");
    assert!(body.matches("<script").count() <= 1 && !body.contains("<script>"), "{path}: none of its own");
    assert!(!body.contains(" style=") && !body.contains("wasm"), "{path}");
    assert_eq!(body.matches("<h1").count(), 1, "{path}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_trade_of_the_demo_has_its_page_in_every_language() {
    let app = demo().await;
    let offers = demo::offers(now().utc_day()).unwrap();
    let contacts: Vec<String> = offers.iter().flat_map(|offer| &offer.apply).filter_map(contact).collect();
    let hidden: Vec<&str> =
        offers.iter().filter(|o| o.employer.anonymous).filter_map(|o| o.employer.name.as_deref()).collect();
    assert!(contacts.len() > 50 && !hidden.is_empty());
    let shown: Vec<&str> = offers.iter().filter_map(|o| o.employer.shown_name()).collect();
    for own in app.state.store.occupations().await.unwrap() {
        let here = offers.iter().filter(|offer| offer.rome.as_ref() == Some(&own.code)).count();
        for (lang, words) in [
            (
                Lang::Fr,
                ["Une journée", "L'effort", "Les horaires", "Comment y entrer", "Où l'essayer", "Métiers proches"],
            ),
            (
                Lang::En,
                ["A day there", "The effort", "The hours", "How to get in", "Where to try it", "Trades close to it"],
            ),
        ] {
            let path = url::trade(lang, &own.label, &own.code);
            let (status, headers, body) = app.get(&path).await;
            assert_eq!(status, StatusCode::OK, "{path}");
            plain(&path, &headers, &body);
            light(&path, &body);
            assert!(headers["cache-control"].to_str().unwrap().contains("max-age=60") && headers.contains_key("etag"));
            let main = &body[body.find("<main").unwrap()..body.find("<footer").unwrap()];
            for section in words {
                assert!(main.contains(&format!("<h2>{section}</h2>")), "{path}: {section}");
            }
            assert_eq!(
                main.contains(if lang == Lang::Fr { "Qui embauche ici" } else { "Who hires here" }),
                here > 0,
                "{path}"
            );
            assert!(main.contains(&format!("/parcours?vers={}", own.code)), "{path}");
            for contact in &contacts {
                assert!(!main.contains(contact.as_str()), "{path}: {contact}");
            }
            for name in hidden.iter().filter(|name| !shown.contains(name)) {
                assert!(!main.contains(&format!(">{name} (")), "{path}: {name} asked not to be named");
            }
        }
    }
}

fn contact(channel: &ApplyChannel) -> Option<String> {
    match channel {
        ApplyChannel::Phone(own) | ApplyChannel::Email(own) => Some(own.clone()),
        ApplyChannel::Url(_) | ApplyChannel::InPerson(_) | ApplyChannel::SourceNumber(_) => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_say_where_they_are_from() {
    let app = demo().await;
    let code = RomeCode::parse("K1406").unwrap();
    let (_, _, body) = app.get("/metiers/secretaire-de-mairie-K1406").await;
    let body = body.replace('\u{a0}', " ");
    let offers = demo::offers(now().utc_day()).unwrap();
    let own: Vec<&Offer> = offers.iter().filter(|offer| offer.rome.as_ref() == Some(&code)).collect();
    let seen = domain::seen::Seen::of(own.iter().copied());
    assert!(body.contains(&format!("Offres ouvertes ici : {}", own.len())));
    let hourly = seen.hourly.or(seen.monthly).unwrap();
    assert!(body.contains(&format!("d'ici, sur {}.", own.len())) && hourly.offers > 0);
    for words in ["Promesse d'embauche signée : Six communes de la vallée du Thérain. Emplois : 6", "Rien à payer"]
    {
        assert!(body.contains(words), "{words}");
    }
    assert!(body.contains("Code du travail, L. 5135-1") && body.contains("Textes de démonstration."));
    assert!(body.contains("Vous gardez : "), "a close trade says why");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_trade_has_one_address_and_no_trade_has_none() {
    let app = demo().await;
    for (path, to) in [
        ("/metiers/N1101", "/metiers/cariste-N1101"),
        ("/metiers/n1101", "/metiers/cariste-N1101"),
        ("/metiers/autre-N1101", "/metiers/cariste-N1101"),
        ("/en/metiers/cariste-n1101", "/en/metiers/cariste-N1101"),
    ] {
        let (status, headers, _) = app.get(path).await;
        assert_eq!((status, headers["location"].to_str().unwrap()), (StatusCode::MOVED_PERMANENTLY, to), "{path}");
    }
    for (path, index) in
        [("/metiers/A1101", "/metiers"), ("/metiers/rien", "/metiers"), ("/en/metiers/x-Z9999", "/en/metiers")]
    {
        let (status, headers, body) = app.get(path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        plain(path, &headers, &body);
        assert!(body.contains(&format!("href=\"{index}\"")) && headers["cache-control"] == "no-store", "{path}");
    }
    let (_, headers, _) = app.get("/metiers/cariste-N1101").await;
    let again = Request::builder().uri("/metiers/cariste-N1101").header("if-none-match", &headers["etag"]);
    assert_eq!(app.send(again.body(Body::empty()).unwrap()).await.status(), StatusCode::NOT_MODIFIED);
    app.state.store.close().await;
    let (status, _, body) = app.get("/metiers/cariste-N1101").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(body.contains("class=\"desk\""), "a person to call");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_leads_to_every_trade_that_recruits() {
    let app = TestApp::demo().await;
    let (status, _, waiting) = app.get("/metiers").await;
    assert!(status == StatusCode::OK && waiting.contains("Nous comptons les offres."));
    let (status, _, early) = app.get("/metiers/cariste-N1101").await;
    assert!(status == StatusCode::OK && early.contains("Une journée") && !early.contains("Qui embauche ici"));
    let app = demo().await;
    let set = app.state.packs.get().unwrap();
    let mut listed = String::new();
    for family in guide::skills::families::Family::ALL {
        for lang in Lang::ALL {
            let path = url::trades_of(*lang, family.code());
            let (status, headers, body) = app.get(&path).await;
            assert_eq!(status, StatusCode::OK, "{path}");
            plain(&path, &headers, &body);
            light(&path, &body);
            listed.push_str(&body);
        }
    }
    let (_, _, sitemap) = app.get("/sitemap/metiers.xml").await;
    assert!(set.recruiting().count() > 50);
    for line in set.recruiting() {
        let address = url::trade(Lang::Fr, &line.label, &line.code);
        assert!(listed.contains(&format!("href=\"{address}\"")), "{address}");
        assert!(sitemap.contains(&format!("<loc>http://127.0.0.1:3000{address}</loc>")), "{address}");
    }
    for lang in Lang::ALL {
        let path = url::trades(*lang);
        let (_, headers, body) = app.get(&path).await;
        plain(&path, &headers, &body);
        light(&path, &body);
        assert!(body.contains(&format!("href=\"{}\"", url::skills(*lang))), "{path}: who has no idea yet");
    }
    let (_, _, found) = app.get("/metiers?q=boulang%C3%A8re").await;
    assert!(found.contains("href=\"/metiers/boulanger-boulangere-D1102\""));
    let (_, _, nothing) = app.get("/metiers?q=%3Cscript%3Ezzzz").await;
    assert!(nothing.contains("&lt;script&gt;zzzz") && !nothing.contains("<script>zzzz"));
}

#[tokio::test(flavor = "multi_thread")]
async fn other_pages_lead_to_a_trade() {
    let app = demo().await;
    let offers = app.state.store.newest_open(app.state.clock.today(), 40, 0).await.unwrap();
    let own = offers.iter().find(|stored| stored.offer.rome.is_some()).unwrap();
    let (_, _, body) = app.get(&url::offer(Lang::Fr, &own.offer.slug(), own.number)).await;
    let code = own.offer.rome.as_ref().unwrap();
    assert!(body.contains(&format!("rel=\"external\" href=\"/metiers/{code}\"")));
    let (_, _, paths) = app.get("/parcours?vers=K1406").await;
    assert!(paths.contains("href=\"/metiers/K1406\""));
    assert!(app.get("/sitemap/pages.xml").await.2.contains("<loc>http://127.0.0.1:3000/metiers</loc>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_texts_of_offers_and_trainings_are_shown_as_they_are() {
    let app = demo().await;
    let mut offer = Offer::new("hostile", "1", "<img src=x onerror=alert(1)>");
    offer.rome = RomeCode::parse("N1101").ok();
    // The newest: its title is shown.
    offer.posted = Some(now().utc_day());
    offer.employer.name = Some("\"><script>alert(2)</script>".into());
    offer.requirements.conditions = vec!["</section><b>".into()];
    publish(&app.state.store, "hostile", &[offer], now(), true).await;
    count(&app).await;
    let (_, headers, body) = app.get("/metiers/cariste-N1101").await;
    plain("hostile", &headers, &body);
    for harmless in ["&lt;img src=x", "&quot;&gt;&lt;script&gt;alert(2)", "&lt;/section&gt;&lt;b&gt;"] {
        assert!(body.contains(harmless), "{harmless}");
    }
    assert!(!body.contains("<img") && !body.contains("<b>"));
}

/// The real ROME: what every page of a trade can say, and that the longest one is light.
#[tokio::test(flavor = "multi_thread")]
async fn the_real_rome_says_how_one_gets_in_and_what_the_work_is_like() {
    let Some(data) = shared_data() else { return };
    let (release, report) =
        rome::read_rome(input::open_seekable(&data.join("rome/rome_v460_utf8.zip")).unwrap()).unwrap();
    assert_eq!(release.occupations.len(), 1_584);
    assert_eq!(release.portraits.len(), 1_584);
    let with =
        |has: &dyn Fn(&domain::occupation::Portrait) -> bool| release.portraits.iter().filter(|own| has(own)).count();
    assert_eq!(with(&|own| !own.access.is_empty()), 1_584);
    assert_eq!(with(&|own| !own.contexts.is_empty()), 1_584);
    let contexts: usize = release.portraits.iter().map(|own| own.contexts.len()).sum();
    assert_eq!(contexts, 13_663, "every link of the file");
    let driver = release.portraits.iter().find(|own| own.rome.as_str() == "N1101").unwrap();
    assert!(driver.access.contains("CACES") && driver.access.contains("l'accession"), "apostrophes are single");
    assert!(driver.of(ContextKind::Hours).any(|label| label == "Travail en horaires décalés"));
    assert_eq!(report.missing.get("access"), None);

    let app = TestApp::demo().await;
    app.state.store.replace_rome(&release).await.unwrap();
    count(&app).await;
    let set = app.state.packs.get().unwrap();
    assert!(set.near(&RomeCode::parse("N1101").unwrap()).count() > 5);
    let mut all = app.state.store.occupations().await.unwrap();
    all.sort_by_key(|own| core::cmp::Reverse(own.definition.len()));
    for own in all.iter().take(5).chain(all.iter().filter(|own| own.code.as_str() == "N1101")) {
        let path = url::trade(Lang::Fr, &own.label, &own.code);
        let (status, _, body) = app.get(&path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        light(&path, &body);
        assert!(body.replace('\u{a0}', " ").contains("ROME 4.0 version 60, France Travail."), "{path}");
    }
}
