//! Reporting a problem: what is acknowledged is kept, what is refused says why and loses nothing.

use crate::helpers::{TestApp, read};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use domain::report::ReportReason;
use domain::time::Timestamp;
use std::net::SocketAddr;
use store::StoredReport;

struct Sender<'a> {
    app: &'a TestApp,
    address: &'static str,
}

impl Sender<'_> {
    async fn post(&self, path: &str, body: &str) -> (StatusCode, HeaderMap, String) {
        let mut request = Request::builder()
            .method("POST")
            .uri(path)
            .header("host", "127.0.0.1:3000")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body.to_owned()))
            .unwrap();
        let peer: SocketAddr = format!("{}:4000", self.address).parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        read(self.app.send(request).await).await
    }
}

async fn page(app: &TestApp, n: u32) -> (String, String) {
    let offer = app.state.store.newest_open(app.state.clock.today(), 1, n).await.unwrap().remove(0);
    (app::url::offer(app::i18n::Lang::Fr, &offer.offer.slug(), offer.number), offer.number.to_string())
}

async fn kept(app: &TestApp) -> Vec<StoredReport> {
    app.state.store.reports(Timestamp(0), false, 1_000).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_posted_without_a_client_is_kept_and_thanked_for() {
    let app = TestApp::demo().await;
    let from = Sender { app: &app, address: "192.0.2.1" };
    let (path, number) = page(&app, 0).await;
    let body = "reason=argent&text=50+%E2%82%AC%0D%0Apour+le+dossier%1B&website=";
    let (status, headers, _) = from.post(&path, body).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(headers["location"].to_str().unwrap(), format!("{path}?signale=1#signaler"));
    let reports = kept(&app).await;
    assert_eq!(reports.len(), 1);
    let report = &reports[0].report;
    assert_eq!((report.number.to_string(), report.reason), (number, ReportReason::Money));
    assert_eq!(report.text.as_ref().map(|t| t.as_str()), Some("50 €\npour le dossier"));
    let (_, _, thanks) = app.get(&format!("{path}?signale=1")).await;
    let (_, _, before) = app.get(&path).await;
    let shown = "<p class=\"good\" data-said=\"ok\">";
    assert!(thanks.contains(shown) && !before.contains(shown));
    assert!(!thanks.contains("pour le dossier"), "never shown");

    // Again: thanked for, kept once. Another reason, or another person, is another report.
    assert_eq!(from.post(&path, body).await.0, StatusCode::SEE_OTHER);
    assert_eq!(kept(&app).await.len(), 1);
    assert_eq!(from.post(&path, "reason=pourvue").await.0, StatusCode::SEE_OTHER);
    let other = Sender { app: &app, address: "192.0.2.2" };
    assert_eq!(other.post(&format!("/en{path}"), "reason=argent").await.0, StatusCode::SEE_OTHER);
    assert_eq!(kept(&app).await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_says_why_and_keeps_what_was_typed() {
    let app = TestApp::demo().await;
    let from = Sender { app: &app, address: "192.0.2.1" };
    let (path, _) = page(&app, 0).await;
    let long = format!("reason=autre&text={}", "a".repeat(501));
    for (body, status, says) in [
        ("text=Bonjour+%3C%2Ftextarea%3E%3Cscript%3E", 422, "Choisissez"),
        ("reason=nope&text=Bonjour+%3C%2Ftextarea%3E", 422, "Choisissez"),
        (long.as_str(), 422, "trop long"),
        ("reason=autre&website=http%3A%2F%2Fx", 422, "pas parti"),
    ] {
        let (found, headers, page) = from.post(&path, body).await;
        assert_eq!(found.as_u16(), status, "{body}");
        assert!(page.contains("<details class=\"act\" id=\"signaler\" open"), "{body}");
        let said = page.split("role=\"status\"").find(|part| part.contains("<p class=\"bad\">")).unwrap();
        assert!(said.contains(says), "{body}: {said}");
        assert!(!body.contains("Bonjour") || page.contains("Bonjour &lt;/textarea"), "{body}");
        assert!(!page.contains("<script>\n") && headers.contains_key("content-security-policy"));
    }
    let (_, _, again) = from.post(&path, &long).await;
    assert!(again.contains(&"a".repeat(501)) && again.contains("value=\"autre\" checked"));
    assert_eq!(from.post("/offres/rien-000000000000", "reason=autre").await.0, StatusCode::NOT_FOUND);
    assert!(kept(&app).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_client_calls_a_function_and_is_told_the_same() {
    let app = TestApp::demo().await;
    let from = Sender { app: &app, address: "192.0.2.1" };
    let (_, number) = page(&app, 0).await;
    let call = |body: String| from.post("/_f/report_offer", Box::leak(body.into_boxed_str()));
    assert_eq!(call(format!("number={number}&reason=erreur&text=Faux&website=")).await.0, StatusCode::OK);
    assert_eq!(kept(&app).await.len(), 1);
    assert_eq!(call(format!("number={number}&reason=nope")).await.0.as_u16(), 422);
    assert_eq!(call("number=000000000000&reason=erreur".to_owned()).await.0.as_u16(), 404);
    assert!(call("number=x&reason=erreur".to_owned()).await.0.is_client_error() || kept(&app).await.len() == 1);
    assert_eq!(kept(&app).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_place_cannot_fill_the_list_and_the_others_do_not_notice() {
    let app = TestApp::demo().await;
    let from = Sender { app: &app, address: "192.0.2.1" };
    let (path, _) = page(&app, 0).await;
    let mut answers = Vec::new();
    for reason in ReportReason::ALL {
        answers.push(from.post(&path, &format!("reason={reason}&text=Mon+texte")).await);
    }
    let statuses: Vec<u16> = answers.iter().map(|(status, ..)| status.as_u16()).collect();
    assert_eq!(statuses, [303, 303, 303, 429, 429, 429]);
    assert!(answers[5].2.contains("Mon texte") && answers[5].2.contains("value=\"autre\" checked"));
    assert_eq!(kept(&app).await.len(), 3);
    let other = Sender { app: &app, address: "192.0.2.2" };
    assert_eq!(other.post(&path, "reason=autre").await.0, StatusCode::SEE_OTHER);
    let (elsewhere, _) = page(&app, 1).await;
    assert_eq!(from.post(&elsewhere, "reason=autre").await.0, StatusCode::SEE_OTHER);
    assert_eq!(from.post(&path, "reason=pourvue").await.0, StatusCode::SEE_OTHER, "what is kept is thanked for");
    // Nothing of who sent them is in the database.
    let mut backup = Vec::new();
    app.state.store.backup(&mut backup).await.unwrap();
    assert!(!String::from_utf8(backup).unwrap().contains("192.0.2."));
}
