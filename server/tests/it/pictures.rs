//! The pictures and tags that social networks show, and what an offer's page has for paper and phone.

use crate::helpers::{TestApp, now, publish};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::contract::Contract;
use domain::hours::WorkTime;
use domain::minimum_pay::Territory;
use domain::offer::Offer;
use domain::pay::{Pay, PayPeriod};
use server::public::og::{Words, draw};

fn words(title: &str) -> Words {
    Words {
        brand: "Passerelle · Le Relais".into(),
        title: title.into(),
        lines: vec!["Roubaix · CDI".into(), String::new()],
    }
}

/// Width and height that a PNG says.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_names_a_picture_that_is_there() {
    let app = TestApp::demo().await;
    let stored = app.state.store.newest_open(app.state.clock.today(), 1, 0).await.unwrap().remove(0);
    let path = app::url::offer(app::i18n::Lang::Fr, &stored.offer.slug(), stored.number);
    for (path, image) in [
        (path.as_str(), format!("/og/{}.png", stored.number)),
        ("/", "/og/site.png".into()),
        ("/en/offres", "/og/site.png".into()),
    ] {
        let (_, _, page) = app.get(path).await;
        let head = page.split("</head>").next().unwrap();
        for name in ["og:title", "og:description", "og:type", "og:url", "og:image", "og:locale", "og:site_name"] {
            assert_eq!(head.matches(&format!("property=\"{name}\"")).count(), 1, "{path} {name}");
        }
        assert!(
            head.contains("name=\"twitter:card\"") && head.contains(&format!("http://127.0.0.1:3000{image}")),
            "{path}"
        );
        let request =
            |tag: &str| Request::builder().uri(&image).header("if-none-match", tag).body(Body::empty()).unwrap();
        let response = app.send(request("\"x\"")).await;
        assert_eq!(
            (response.status(), response.headers()["content-type"].to_str().unwrap()),
            (StatusCode::OK, "image/png")
        );
        assert!(response.headers()["cache-control"].to_str().unwrap().contains("max-age=86400"));
        let tag = response.headers()["etag"].to_str().unwrap().to_owned();
        let png = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        assert_eq!(size(&png), (1_200, 630));
        assert_eq!(app.send(request(&tag)).await.status(), StatusCode::NOT_MODIFIED);
    }
    for missing in ["/og/000000000000.png", "/og/x.png", "/og/site.jpg"] {
        assert_eq!(app.get(missing).await.0, StatusCode::NOT_FOUND, "{missing}");
    }
}

#[test]
fn hostile_titles_are_drawn_all_the_same() {
    let zalgo = format!("e{}", "\u{301}\u{489}".repeat(5_000));
    for title in [
        "",
        " ",
        "\u{202e}\u{2067}xyz",
        "👩🏽‍🍳👨‍👩‍👧",
        "مدير متجر",
        "漢字",
        "\u{0}\u{7}",
        &zalgo,
        &"W".repeat(100_000),
        &"a ".repeat(50_000),
    ] {
        let png = draw(&words(title)).unwrap();
        assert_eq!(size(&png), (1_200, 630));
        assert!(png.len() < 200_000, "{}", png.len());
    }
    assert_ne!(draw(&words("Cariste")), draw(&words("Serveur")));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_anonymous_employer_is_in_no_tag_and_no_picture() {
    let mut app = TestApp::demo().await;
    let mut offer = Offer::new("test", "1", "Cariste \"><script>alert(1)</script>");
    offer.employer.name = Some("Fictif SARL".into());
    offer.employer.anonymous = true;
    publish(&app.state.store, "test", std::slice::from_ref(&offer), now(), false).await;
    app.follower.step().await.unwrap();
    let (_, _, page) = app.get(&app::url::offer(app::i18n::Lang::Fr, &offer.slug(), offer.number())).await;
    assert!(!page.contains("Fictif") && !page.contains("<script>alert"));
    let stored = app.state.store.offer(offer.number()).await.unwrap().unwrap();
    assert!(!format!("{:?}", app::offers::picture_words(&stored.card())).contains("Fictif"));
}

#[tokio::test(flavor = "multi_thread")]
async fn pay_under_the_legal_minimum_is_told_on_the_card_and_on_the_offer() {
    let mut app = TestApp::demo().await;
    let today = app.state.clock.today();
    let cents = app.state.context.config.minimum_pay.hour_cents(today, Territory::Country).unwrap();
    let with = |id: &str, cents: i64| {
        let mut offer = Offer::new("test", id, &format!("Zingueur {id}"));
        offer.contract = Some(Contract::Cdi);
        offer.hours.work_time = Some(WorkTime::Full);
        offer.pay = Some(Pay { min_cents: cents, max_cents: cents, period: PayPeriod::Hour, months_e2: None });
        offer
    };
    let offers = [with("sous", cents - 1), with("juste", cents)];
    publish(&app.state.store, "test", &offers, now(), false).await;
    app.follower.step().await.unwrap();
    for (offer, told) in offers.iter().zip([1, 0]) {
        let (_, _, page) = app.get(&app::url::offer(app::i18n::Lang::Fr, &offer.slug(), offer.number())).await;
        // The other one is below, as an offer like it.
        let facts = page.split("</table>").next().unwrap();
        assert_eq!(facts.matches("Sous le salaire minimum légal").count(), told, "{}", offer.title);
        let (_, _, list) = app.get(&format!("/offres?q=zingueur+{}", offer.source_id)).await;
        assert!(list.contains("Zingueur"), "{}", offer.title);
    }
    let (_, _, list) = app.get("/offres?q=zingueur").await;
    let card = |title: &str| list.split("<li class=\"card\">").find(|card| card.contains(title)).unwrap().to_owned();
    assert!(card("Zingueur sous").contains("salaire minimum légal"));
    assert!(!card("Zingueur juste").contains("salaire minimum légal"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_short_address_that_is_printed_leads_to_the_offer() {
    let app = TestApp::demo().await;
    let stored = app.state.store.newest_open(app.state.clock.today(), 1, 0).await.unwrap().remove(0);
    let short = app::url::offer_short(stored.number);
    let path = app::url::offer(app::i18n::Lang::Fr, &stored.offer.slug(), stored.number);
    let (status, headers, _) = app.get(&short).await;
    assert_eq!((status, headers["location"].to_str().unwrap()), (StatusCode::MOVED_PERMANENTLY, path.as_str()));
    let (_, _, page) = app.get(&path).await;
    assert!(page.contains("sms:?body=") && page.contains("mailto:?subject="));
    assert!(page.contains(&format!("data-url=\"http://127.0.0.1:3000{short}\"")));
    assert!(page.contains("<div class=\"paper\"><svg viewBox=\"0 0 "));
}
