//! The pages as the server renders them: right status, right language, nothing that must not be there.

use crate::helpers::{TestApp, now, publish};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use domain::offer::Offer;
use std::sync::atomic::{AtomicUsize, Ordering};
use tower::ServiceExt;

fn link<'a>(body: &'a str, starts: &str) -> &'a str {
    let at = body.find(&format!("href=\"{starts}")).unwrap_or_else(|| panic!("no link to {starts}")) + 6;
    let end = body[at..].find('"').unwrap();
    &body[at..at + end]
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_answer_in_both_languages() {
    let app = TestApp::demo().await;
    for (path, lang) in [("/", "fr"), ("/offres", "fr"), ("/en", "en"), ("/en/offres", "en")] {
        let (status, headers, body) = app.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(body.contains(&format!("<html lang=\"{lang}\"")), "{path}: {}", &body[..200]);
        assert_eq!(headers["cache-control"], "no-store", "{path}");
        assert!(headers["content-security-policy"].to_str().unwrap().contains("nonce-"), "{path}");
    }
    assert_eq!(app.get("/nulle-part").await.0, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/xx/offres").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_page_leads_to_its_offers() {
    let app = TestApp::demo().await;
    let (_, _, body) = app.get("/offres?q=cariste").await;
    let offer = link(&body, "/offres/").to_owned();
    let (status, _, page) = app.get(&offer).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<h1"));
    // A wrong slug is sent to the right one; an unknown number is not found.
    let number = offer.rsplit('-').next().unwrap();
    let (status, headers, _) = app.get(&format!("/offres/autre-titre-{number}")).await;
    assert_eq!(status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(headers["location"].to_str().unwrap(), offer);
    assert_eq!(app.get("/offres/rien-000000000000").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contact_is_in_the_page_only_after_a_tap() {
    let app = TestApp::demo().await;
    let offers = app.state.store.newest_open(app.state.clock.today(), 60, 0).await.unwrap();
    let mut tapped = 0;
    for stored in &offers {
        let path = app::url::offer(app::i18n::Lang::Fr, &stored.offer.slug(), stored.number);
        let (_, _, page) = app.get(&path).await;
        for channel in &stored.offer.apply {
            if let domain::apply::ApplyChannel::Email(mail) = channel {
                assert!(!page.contains(mail.as_str()), "{path}");
                let (_, _, after) = app.get(&format!("{path}?postuler=1")).await;
                assert!(after.contains(mail.as_str()), "{path}");
                tapped += 1;
            }
        }
    }
    assert!(tapped > 3, "{tapped}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_offer_answers_410_and_says_so() {
    let mut app = TestApp::demo().await;
    let offer = Offer::new("test", "1", "Cariste de nuit");
    publish(&app.state.store, "test", std::slice::from_ref(&offer), now(), false).await;
    publish(&app.state.store, "test", &[], now(), true).await;
    app.follower.step().await.unwrap();
    let path = app::url::offer(app::i18n::Lang::Fr, &offer.slug(), offer.number());
    let (status, _, body) = app.get(&path).await;
    assert_eq!(status, StatusCode::GONE);
    assert!(body.contains("/offres/"), "similar offers are shown");
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_texts_are_shown_harmless() {
    let mut app = TestApp::demo().await;
    let mut offer =
        Offer::new("test", "x", "Cariste </title><script>alert(1)</script> \"><img src=x onerror=alert(2)>");
    offer.text = Some("</script><script>alert(3)</script> {{7*7}} \u{202e}evil".repeat(20));
    offer.employer.name = Some("<b>Employeur</b> & fils".into());
    publish(&app.state.store, "test", std::slice::from_ref(&offer), now(), false).await;
    app.follower.step().await.unwrap();
    let path = app::url::offer(app::i18n::Lang::Fr, &offer.slug(), offer.number());
    for path in
        [path.as_str(), "/offres?q=cariste%3C/title%3E%3Cscript%3Ealert(8)&where=%3Cscript%3Ealert(9)%3C/script%3E"]
    {
        let (status, _, body) = app.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        for bad in ["<script>alert", "<img src=x", "<b>Employeur</b>", "</script><script>alert"] {
            assert!(!body.contains(bad), "{path}: {bad}");
        }
    }
}

/// Pages are rendered by several threads: what one still reads, another must neither have let go of
/// nor be writing. Where that happens beside the request, the page is whole and only the panic tells.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_readers_at_once_all_get_their_page() {
    static LOST: AtomicUsize = AtomicUsize::new(0);
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let lost = panic.payload_as_str().is_some_and(|text| text.contains("disposed"));
        LOST.fetch_add(usize::from(lost), Ordering::Relaxed);
        before(panic);
    }));
    let app = std::sync::Arc::new(TestApp::demo().await);
    let router = server::router::build(app.state.clone());
    let offer = app.get("/offres").await.2;
    let offer = link(&offer, "/offres/").to_owned();
    let mut readers = tokio::task::JoinSet::new();
    for reader in 0..8 {
        let (router, offer) = (router.clone(), offer.clone());
        readers.spawn(async move {
            for round in 0..500 {
                let path = ["/offres?page=1&q=cariste&radius_km=20", offer.as_str(), "/offres?q=agent", "/"]
                    [(reader + round) % 4];
                let request = Request::builder().uri(path).body(Body::empty()).unwrap();
                let response = router.clone().oneshot(request).await.unwrap();
                assert_eq!(response.status(), StatusCode::OK, "{path}");
                // The body is let go of wherever the connection is, on another thread.
                let body = tokio::spawn(to_bytes(response.into_body(), usize::MAX)).await.unwrap().unwrap();
                assert!(body.windows(9).any(|part| part == b"</footer>"), "{path}");
            }
        });
    }
    while let Some(done) = readers.join_next().await {
        done.unwrap();
    }
    assert_eq!(LOST.load(Ordering::Relaxed), 0, "a value was read while another thread wrote it or let go of it");
}
