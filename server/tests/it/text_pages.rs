//! The pages of text, and the people to call on every page where one could be stuck.

use crate::helpers::{TestApp, now, publish};
use app::context::Now;
use app::text_pages::CRITERIA;
use axum::http::StatusCode;
use domain::offer::Offer;
use domain::place::{CommuneCode, Place, Precision};
use domain::time::Day;
use server::public::text_pages::paths;
use std::path::Path;
use std::sync::Arc;

/// The demo, at a moment of a wall clock.
async fn at(day: &str, hour: u16, minute: u16) -> TestApp {
    let mut app = TestApp::demo().await;
    let (today, timestamp) = (Day::parse(day).unwrap(), now());
    app.change(|state| {
        state.context.clock = Arc::new(move || Now { timestamp, today, minute: hour * 60 + minute });
    });
    app
}

/// The offer's page, of an offer in a commune of the demo, or nowhere.
async fn offer_in(app: &mut TestApp, commune: Option<&str>) -> String {
    let mut offer = Offer::new("test", commune.unwrap_or("x"), "Cariste");
    if let Some(code) = commune {
        let found = app.state.store.commune(&CommuneCode::parse(code).unwrap()).await.unwrap().unwrap();
        offer.places = vec![Place {
            precision: Precision::Commune,
            label: found.name,
            commune: Some(found.code.clone()),
            departement: Some(found.code.departement()),
            postcode: None,
            point: found.point,
        }];
    }
    publish(&app.state.store, "test", std::slice::from_ref(&offer), now(), true).await;
    let path = app::url::offer(app::i18n::Lang::Fr, &offer.slug(), offer.number());
    let (status, _, body) = app.get(&path).await;
    assert_eq!(status, StatusCode::OK);
    body.replace('\u{a0}', " ")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_tells_its_language_and_has_one_heading() {
    let app = TestApp::demo().await;
    let all: Vec<String> = paths().chain(["/", "/offres", "/en", "/nulle-part"].map(str::to_owned)).collect();
    assert!(all.len() > 15);
    for path in all {
        let (_, _, body) = app.get(&path).await;
        let lang = if path.starts_with("/en") { "en" } else { "fr" };
        assert!(body.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        assert_eq!(body.matches("<h1").count(), 1, "{path}");
        assert_eq!(body.matches("id=\"main\"").count(), 1, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_text_are_plain_light_and_kept_for_a_while() {
    let app = TestApp::demo().await;
    for path in paths() {
        let (status, headers, body) = app.get(&path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(headers["content-type"].to_str().unwrap().starts_with("text/html"), "{path}");
        assert!(headers["cache-control"].to_str().unwrap().contains("max-age=60"), "{path}");
        assert!(headers.contains_key("etag"), "{path}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("style-src 'sha256-") && policy.contains("script-src 'self';"), "{path}: {policy}");
        assert!(body.matches("<script").count() <= 1 && !body.contains("<script>"), "{path}: none of its own");
        for never in [" style=", "http-equiv", "wasm"] {
            assert!(!body.contains(never), "{path}: {never}");
        }
        if path.ends_with("/mes-offres") {
            assert!(body.contains("content=\"noindex\""), "{path}");
            continue;
        }
        let french = app::url::in_language(app::i18n::Lang::Fr, &path, "");
        for link in [
            format!("rel=\"canonical\" href=\"http://127.0.0.1:3000{path}\""),
            format!("hreflang=\"fr\" href=\"http://127.0.0.1:3000{french}\""),
            format!("hreflang=\"en\" href=\"http://127.0.0.1:3000/en{french}\""),
        ] {
            assert!(body.contains(&link), "{path}: {link}");
        }
        let mut packed = Vec::new();
        let options = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
        brotli::BrotliCompress(&mut body.as_bytes(), &mut packed, &options).unwrap();
        assert!(packed.len() <= 14_000, "{path}: {} B", packed.len());
    }
    let (_, _, sitemap) = app.get("/sitemap/pages.xml").await;
    for path in server::public::text_pages::indexed() {
        assert!(sitemap.contains(&format!("<loc>http://127.0.0.1:3000{path}</loc>")), "{path}");
    }
    assert!(!sitemap.contains("mes-offres"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_footer_of_every_page_leads_to_the_pages_of_text() {
    let app = TestApp::demo().await;
    for (path, prefix) in [("/", ""), ("/offres", ""), ("/nulle-part", ""), ("/en", "/en"), ("/en/glossaire", "/en")] {
        let (_, _, body) = app.get(path).await;
        let foot = &body[body.find("<footer").unwrap()..];
        for page in app::url::TextPage::ALL {
            assert!(foot.contains(&format!("href=\"{prefix}{}\"", page.path())), "{path}: {page:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_names_the_nearest_person_and_whether_she_is_there() {
    // A Monday morning, then Armistice Day.
    let mut app = at("2026-11-23", 10, 0).await;
    let tourcoing = offer_in(&mut app, Some("59599")).await;
    for words in ["Le Fil de Tourcoing", "tel:0353014107", "Ouvert maintenant, jusqu'à 12 h.", "Gratuit.", "العربية"]
    {
        assert!(tourcoing.contains(words), "{words}");
    }
    let cannes = offer_in(&mut app, Some("06029")).await;
    assert!(cannes.contains("Le Quai des métiers") && cannes.contains("tel:0465713348"));
    // No place at all: the hub's own people, with their own hours.
    let nowhere = offer_in(&mut app, None).await;
    assert!(nowhere.contains("Maison de l’emploi du Canal") && nowhere.contains("jusqu'à 12 h 30."), "{nowhere}");
    let mut app = at("2026-11-11", 10, 0).await;
    let closed = offer_in(&mut app, Some("59599")).await;
    assert!(closed.contains("Fermé aujourd'hui, jour férié. Rouvre demain à 9 h."));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_dead_end_has_a_person_to_call() {
    let app = at("2026-11-28", 15, 0).await;
    let (status, _, nothing) = app.get("/offres?q=zzzzqqqq&where=Nice").await;
    assert_eq!(status, StatusCode::OK);
    assert!(nothing.contains("Escale Emploi Nice-Ouest") && nothing.contains("Rouvre lundi à 8"), "the nearest");
    let (_, _, nowhere) = app.get("/offres?q=zzzzqqqq").await;
    assert!(nowhere.contains("tel:0353012026") && nowhere.contains("class=\"desk\""), "the hub's own");
    for (path, words) in [("/nulle-part", "Rouvre lundi à 9"), ("/en/nowhere", "Opens Monday at 9:00")] {
        let (status, _, missing) = app.get(path).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(missing.contains("tel:0353012026") && missing.contains(words), "{path}");
    }
    // The database is gone: the person to call is not.
    app.state.store.close().await;
    let (status, _, broken) = app.get("/offres/rien-000000000000").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(broken.contains("tel:0353012026") && broken.contains("Rouvre lundi"));
}

#[tokio::test(flavor = "multi_thread")]
async fn places_of_help_are_listed_from_the_nearest() {
    let app = TestApp::demo().await;
    let all = demo::help_places().unwrap();
    let (_, _, body) = app.get("/aide").await;
    for place in &all {
        assert!(body.contains(&place.name) && body.contains(&format!("tel:{}", place.phone)), "{}", place.name);
    }
    let first = |body: &str| {
        let name = body.split("<li class=\"card\"><h3>").nth(1).unwrap();
        name[..name.find('<').unwrap()].to_owned()
    };
    assert_eq!(first(&body), all[0].name);
    for (path, name) in [
        ("/aide?where=Nice", "Escale Emploi Nice-Ouest"),
        ("/aide?where=62300", "La Lampe, accueil emploi"),
        ("/en/aide?commune=60057", "Point Emploi du Beauvaisis"),
    ] {
        assert_eq!(first(&app.get(path).await.2), name, "{path}");
    }
    let (status, _, unknown) = app.get("/aide?where=%3Cscript%3E").await;
    assert_eq!(status, StatusCode::OK);
    assert!(unknown.contains("Nous ne connaissons pas ce lieu") && !unknown.contains("<script>"));
    let (_, _, english) = app.get("/en/aide").await;
    assert!(english.contains("Monday") && english.contains("from 9:00 to 12:30"), "hours in the page's language");
}

#[tokio::test(flavor = "multi_thread")]
async fn hard_words_of_an_offer_are_one_tap_away() {
    let app = TestApp::demo().await;
    let offers = app.state.store.newest_open(app.state.clock.today(), 40, 0).await.unwrap();
    let (_, _, glossary) = app.get("/glossaire").await;
    let mut seen = 0;
    for stored in offers.iter().filter(|o| o.offer.contract.is_some() && o.offer.pay.is_some()) {
        let path = app::url::offer(app::i18n::Lang::Fr, &stored.offer.slug(), stored.number);
        let (_, _, page) = app.get(&path).await;
        let anchor = stored.offer.contract.unwrap().code();
        for anchor in [anchor, "brut"] {
            assert!(page.contains(&format!("rel=\"external\" href=\"/glossaire#{anchor}\"")), "{path}: {anchor}");
            assert!(glossary.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
        seen += 1;
    }
    assert!(seen > 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_law_is_told_what_is_missing() {
    let mut app = TestApp::demo().await;
    let (_, _, empty) = app.get("/mentions-legales").await;
    assert_eq!(empty.matches("à compléter par le hub").count(), 4, "address, director, host, contact");
    app.change(|state| {
        let legal = &mut Arc::make_mut(&mut state.context.config).legal;
        legal.publisher = "Association <Le Canal>".into();
        legal.address = "12 quai du Canal, Roubaix".into();
        legal.director = "La présidente".into();
        legal.host = "Hébergeur fictif".into();
        legal.contact = "ecrire@canal.example".into();
        legal.dpo = "dpo@canal.example".into();
    });
    let (_, _, full) = app.get("/mentions-legales").await;
    assert!(!full.contains("à compléter") && full.contains("Association &lt;Le Canal&gt;"));
    assert!(full.contains("href=\"mailto:ecrire@canal.example\""));
    assert!(app.get("/vie-privee").await.2.contains("dpo@canal.example"));
}

#[test]
fn every_test_that_the_statement_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    assert!(CRITERIA.len() >= 10);
    for criterion in CRITERIA {
        let text = std::fs::read_to_string(root.join(criterion.file)).unwrap_or_default();
        let there = text.lines().any(|line| {
            let line = line.trim_start();
            if criterion.file.ends_with(".rs") {
                line.contains(&format!("fn {}(", criterion.test))
            } else {
                line.starts_with("test(") && line.contains(criterion.test)
            }
        });
        assert!(there, "{}: no test {:?} in {}", criterion.key, criterion.test, criterion.file);
    }
}
