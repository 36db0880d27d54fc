//! The public read API: what it answers, what it refuses, what it never says.

use crate::helpers::TestApp;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};

#[tokio::test(flavor = "multi_thread")]
async fn anyone_can_search_offers() {
    let app = TestApp::demo().await;
    let list = app.json("/api/v1/offers?q=cariste").await;
    assert!(list["total"].as_u64().unwrap() > 0, "{list}");
    let first = &list["items"][0];
    assert_eq!(first["rome_code"], "N1101", "{first}");
    for field in ["id", "url", "title", "contract", "posted_at"] {
        assert!(first[field].is_string(), "{field}: {first}");
    }
    assert!(list["facets"]["contract"].is_object());
    let id = first["id"].as_str().unwrap();
    let one = app.json(&format!("/api/v1/offers/{id}")).await;
    assert_eq!(one["title"], first["title"]);
    assert!(first["url"].as_str().unwrap().ends_with(id));
}

#[tokio::test(flavor = "multi_thread")]
async fn distance_is_from_the_commune_asked() {
    let app = TestApp::demo().await;
    let list = app.json("/api/v1/offers?commune=59512&radius_km=10&sort=distance").await;
    let distances: Vec<f64> =
        list["items"].as_array().unwrap().iter().filter_map(|i| i["distance_km"].as_f64()).collect();
    assert!(!distances.is_empty());
    assert!(distances.is_sorted() && distances.iter().all(|d| *d <= 10.0), "{distances:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_parameters_are_explained() {
    let app = TestApp::demo().await;
    let (status, headers, body) = app.get("/api/v1/offers?contract=xyz&page=0").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(problem["errors"].as_array().unwrap().len(), 2);
    assert!(problem["errors"][0]["expected"].as_str().unwrap().contains("cdi"));
    assert_eq!(app.get("/api/v1/offers/000000000000").await.0, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/api/v1/offers/nonsense").await.0, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/api/v2/whatever").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_answer_is_not_sent_twice() {
    let app = TestApp::demo().await;
    let (_, headers, _) = app.get("/api/v1/offers?q=serveur").await;
    let request = Request::builder()
        .uri("/api/v1/offers?q=serveur")
        .header(header::IF_NONE_MATCH, headers[header::ETAG].clone())
        .header(header::ORIGIN, "https://association.example")
        .body(Body::empty())
        .unwrap();
    let response = app.send(request).await;
    assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(response.headers()[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
}

/// Contacts and anonymous employers are in the demo on purpose.
#[tokio::test(flavor = "multi_thread")]
async fn contacts_and_anonymous_employers_never_leave() {
    let app = TestApp::demo().await;
    let today = app.state.clock.today();
    let offers = app.state.store.newest_open(today, 1_000, 0).await.unwrap();
    let mut anonymous = 0;
    let mut channels = 0;
    for stored in &offers {
        let (status, _, body) = app.get(&format!("/api/v1/offers/{}", stored.number)).await;
        assert_eq!(status, StatusCode::OK);
        for channel in &stored.offer.apply {
            use domain::apply::ApplyChannel::{Email, InPerson, Phone, SourceNumber, Url};
            let value = match channel {
                Url(v) | Phone(v) | Email(v) | InPerson(v) => v,
                SourceNumber(_) => continue,
            };
            channels += 1;
            assert!(!body.contains(value.as_str()), "{}: {value}", stored.number);
        }
        if stored.offer.employer.anonymous
            && let Some(name) = &stored.offer.employer.name
        {
            anonymous += 1;
            assert!(!body.contains(name.as_str()), "{}: {name}", stored.number);
        }
    }
    assert!(anonymous > 0 && channels > 100, "{anonymous} anonymous, {channels} channels");
}
