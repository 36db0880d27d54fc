//! The poster of the week and the configurator, as the server writes them; what paper and browsers make of them is looked
//! at end to end.

use crate::framing::{partner, with};
use crate::helpers::TestApp;
use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

fn styles(body: &str) -> Vec<String> {
    let inside = body.split("<style>").skip(1).map(|part| part.split("</style>").next().unwrap());
    inside.map(|style| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poster_is_plain_and_says_who_to_call() {
    let app = TestApp::demo().await;
    for own in demo::partners().unwrap() {
        for (search, most) in [("", 8), ("?format=a3", 12)] {
            let (status, headers, body) = app.get(&format!("/p/{}/affiche{search}", own.key)).await;
            assert_eq!(status, StatusCode::OK);
            let count = body.matches("class=\"offer\"").count();
            assert!((8..=most).contains(&count), "{}: {count}", own.key);
            let policy = headers["content-security-policy"].to_str().unwrap();
            for style in styles(&body) {
                assert!(policy.contains(&style), "{}{search}: {policy}", own.key);
            }
            assert!(policy.contains("frame-ancestors 'none'") && !headers.contains_key("set-cookie"));
            assert!(headers.contains_key("etag"), "the same sheet is not sent twice");
            for never in ["<script", " style=", "mailto:", "<form", "tel:"] {
                assert!(!body.contains(never), "{}: {never}", own.key);
            }
            let phone = app.state.store.hub().await.unwrap().phone;
            let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
            assert!(body.replace('\u{a0}', "").contains(&digits), "{}: the hub's number", own.key);
        }
    }
    assert_eq!(app.get("/p/nobody/affiche").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_from_paper_finds_its_offer_in_every_search() {
    let app = TestApp::demo().await;
    let (_, _, body) = app.get("/p/ateliers-du-canal/affiche").await;
    let plain = body.replace('\u{a0}', " ");
    let numbers: Vec<&str> = plain.split("N° ").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert!(numbers.len() >= 8 && numbers.iter().all(|number| number.len() >= 7), "{numbers:?}");
    for number in numbers {
        let typed = number.replace(' ', "+");
        for path in ["/offres", "/en/offres", "/p/amities-de-l-oise", "/e/la-fosse-aux-projets"] {
            let (_, _, found) = app.get(&format!("{path}?q={typed}&contract=cui-pec")).await;
            let end = format!("-{}", number.replace(' ', ""));
            let cards: Vec<&str> = found.split("class=\"card\"").skip(1).collect();
            // Pages of ours hold an empty card, too, for what a phone keeps.
            let shown: Vec<_> = cards.iter().filter(|card| card.contains("/offres/")).collect();
            assert!(cards.len() < 3 && shown.iter().any(|card| card.contains(&end)), "{path} {number}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_configurator_tells_only_of_the_key_and_site_that_were_asked() {
    let app = with(&[partner("asso", &["https://secret-one.example"])]).await;
    let (status, headers, body) = app.get("/partenaires/integrer?partner=asso&site=https://other.example/x").await;
    assert_eq!(status, StatusCode::OK);
    let policy = headers["content-security-policy"].to_str().unwrap();
    for style in styles(&body) {
        assert!(policy.contains(&style), "{policy}");
    }
    let mut packed = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
    brotli::BrotliCompress(&mut body.as_bytes(), &mut packed, &options).unwrap();
    assert!(packed.len() <= 14_000, "{} B", packed.len());
    assert!(app.get("/sitemap/pages.xml").await.2.contains("/partenaires/integrer</loc>"));
    assert!(policy.contains("frame-src 'self'") && policy.contains("frame-ancestors 'none'"));
    assert!(body.contains("https://other.example") && !body.contains("secret-one"), "nothing of its other sites");
    let (_, _, body) = app.get("/partenaires/integrer?partner=asso&site=secret-one.example").await;
    assert!(body.contains("<strong>Oui.</strong>"));
    for hostile in ["partner=%22%3E%3Cscript%3E", "name=%3C/textarea%3E%3Cscript%3E&for=", "site=%3Cb%3E&partner=asso"]
    {
        let (status, _, body) = app.get(&format!("/partenaires/integrer?{hostile}")).await;
        assert_eq!(status, StatusCode::OK);
        assert!(
            !body.contains("<script>") && !body.contains("<b>") && body.matches("</textarea>").count() < 6,
            "{hostile}"
        );
    }
}
