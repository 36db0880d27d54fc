//! Every route and server function is in the table of rights, and answers as the table says.

use crate::helpers::TestApp;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::account::{Action, Role, can};
use server::router::{ANSWERS, FOLLOWED, FORMS, FRAMED, FUNCTIONS, HANDOVERS, PLAIN_ROUTES, PREVIEWED, page_routes};

#[tokio::test(flavor = "multi_thread")]
async fn every_route_carries_the_security_headers() {
    let app = TestApp::demo().await;
    let pages = page_routes().iter().map(|r| r.path().to_owned());
    // Without a partner that is known a framed route is as closed as any other.
    let plain = PLAIN_ROUTES.iter().chain(FRAMED).map(|(p, _)| (*p).to_owned());
    let mut seen = 0;
    for path in pages.chain(plain).chain(["/nothing-here".to_owned()]) {
        let path = path.replace("{*path}", "x").replace("{*name}", "x").replace("{id}", "x");
        let path: String =
            path.split('/').map(|s| if s.starts_with([':', '{']) { "x" } else { s }).collect::<Vec<_>>().join("/");
        let (_, headers, _) = app.get(if path.is_empty() { "/" } else { &path }).await;
        for name in ["content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy"] {
            assert!(headers.contains_key(name), "{path}: {name}");
        }
        let csp = headers["content-security-policy"].to_str().unwrap();
        assert!(csp.contains("frame-ancestors 'none'") && csp.contains("default-src 'none'"), "{path}: {csp}");
        assert!(!csp.contains("unsafe-inline"), "{path}: {csp}");
        assert_eq!(headers["x-frame-options"], "DENY", "{path}");
        seen += 1;
    }
    assert!(seen > 8);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_public_reaches_only_what_the_table_gives() {
    for (path, action) in
        PLAIN_ROUTES.iter().chain(FRAMED).chain(ANSWERS).chain(HANDOVERS).chain(FOLLOWED).chain(PREVIEWED)
    {
        assert!(can(Role::Public, *action), "{path}");
    }
    assert!(!can(Role::Public, Action::ReadMetrics));
    let app = TestApp::demo().await;
    for path in ["/metrics", "/api/v1/imports", "/admin"] {
        assert_eq!(app.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

/// Every registered server function has its line in the table; what reads is asked by GET, what changes
/// something by POST, and the public may do it.
#[tokio::test(flavor = "multi_thread")]
async fn every_server_function_is_in_the_table_of_rights() {
    let app = TestApp::demo().await;
    let functions: Vec<_> = leptos::server_fn::axum::server_fn_paths().collect();
    assert_eq!(functions.len(), FUNCTIONS.len(), "{functions:?}");
    for (path, method) in functions {
        let action =
            FUNCTIONS.iter().find(|(p, _)| *p == path).unwrap_or_else(|| panic!("{path} is not in the table")).1;
        assert!(can(Role::Public, action), "{path}");
        assert_eq!(method, if action.is_read() { "GET" } else { "POST" }, "{path}");
        let other = if action.is_read() { "POST" } else { "GET" };
        let request = Request::builder().method(other).uri(path).body(Body::empty()).unwrap();
        assert!(app.send(request).await.status().is_client_error(), "{other} {path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_cannot_write() {
    let app = TestApp::demo().await;
    let forms = FORMS.iter().map(|(path, _)| path.replace("{offer}", "x-000000000000"));
    let functions = FUNCTIONS.iter().map(|(path, _)| (*path).to_owned());
    let answers = ANSWERS.iter().map(|(path, _)| (*path).to_owned());
    let followed = FOLLOWED.iter().map(|(path, _)| path.replace("{partner}", "ateliers-du-canal"));
    for path in forms
        .chain(functions)
        .chain(answers)
        .chain(followed)
        .chain(["/", "/offres", "/api/v1/offers"].map(str::to_owned))
    {
        let request = Request::builder()
            .method("POST")
            .uri(&path)
            .header("sec-fetch-site", "cross-site")
            .header("origin", "https://evil.example")
            .body(Body::empty())
            .unwrap();
        assert_eq!(app.send(request).await.status(), StatusCode::FORBIDDEN, "{path}");
    }
}
