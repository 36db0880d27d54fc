//! What a person shows an adviser: kept sealed, read, closed; limited.

use crate::helpers::{TestApp, read};
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::json;

const ID: &str = "00112233445566778899aabbccddeeff";

async fn post(app: &TestApp, what: &str, body: &serde_json::Value) -> (StatusCode, HeaderMap, String) {
    let request = Request::builder()
        .method("POST")
        .uri(format!("/handover/{what}"))
        .header("host", "127.0.0.1:3000")
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    read(app.send(request).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_is_read_until_it_is_closed() {
    let app = TestApp::demo().await;
    assert_eq!(post(&app, "read", &json!({ "id": ID })).await.0, StatusCode::NOT_FOUND);
    let (status, headers, body) = post(&app, "keep", &json!({ "id": ID, "body": "c2VhbGVk" })).await;
    assert_eq!(status, StatusCode::CREATED, "{body}");
    assert_eq!(headers["cache-control"], "no-store");
    let until = serde_json::from_str::<serde_json::Value>(&body).unwrap()["until"].as_i64().unwrap();
    let now = app.state.clock.now().0;
    assert!((now + 7_190..=now + 7_200).contains(&until), "two hours");
    assert_eq!(post(&app, "keep", &json!({ "id": ID, "body": "YW5vdGhlcg" })).await.0, StatusCode::CONFLICT);
    let (status, headers, body) = post(&app, "read", &json!({ "id": ID })).await;
    assert_eq!((status, headers["cache-control"].to_str().unwrap()), (StatusCode::OK, "no-store"));
    assert!(body.contains("c2VhbGVk") && !body.contains("YW5vdGhlcg"), "{body}");
    assert_eq!(post(&app, "close", &json!({ "id": ID })).await.0, StatusCode::NO_CONTENT);
    assert_eq!(post(&app, "read", &json!({ "id": ID })).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_phone_sends_is_refused() {
    let app = TestApp::demo().await;
    let long = "a".repeat(24_001);
    for (id, body) in
        [("", "abc"), ("ABC", "abc"), (&ID[1..], "abc"), (ID, ""), (ID, "a b"), (ID, "<script>"), (ID, &long)]
    {
        let status = post(&app, "keep", &json!({ "id": id, "body": body })).await.0;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{id:?} {:?}", body.get(..20));
    }
    assert!(post(&app, "keep", &json!({ "id": ID })).await.0.is_client_error());
    assert!(post(&app, "keep", &json!("x")).await.0.is_client_error());
    assert_eq!(app.get("/handover/read").await.0, StatusCode::METHOD_NOT_ALLOWED, "a name belongs in no address");
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_is_limited() {
    let app = TestApp::demo().await;
    let mut answers = Vec::new();
    for i in 0..62 {
        answers.push(post(&app, "read", &json!({ "id": format!("{i:032x}") })).await.0);
    }
    assert!(answers[..60].iter().all(|status| *status == StatusCode::NOT_FOUND));
    assert_eq!(answers[61], StatusCode::TOO_MANY_REQUESTS);
}
