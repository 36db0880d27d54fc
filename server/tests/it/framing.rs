//! Who may frame what: every route against every site, and nothing that changes anything inside a frame.

use crate::helpers::TestApp;
use axum::http::StatusCode;
use domain::partner::{Partner, Theme, Written};
use server::router::{FRAMED, PLAIN_ROUTES, PREVIEWED, page_routes};

/// A partner with these sites.
pub(crate) fn partner(key: &str, origins: &[&str]) -> Partner {
    let written = Written {
        key: key.into(),
        name: format!("Association {key}"),
        site: Some(format!("https://{key}.example/emploi")),
        origins: origins.iter().map(|origin| (*origin).to_owned()).collect(),
        query: String::new(),
        lang: "fr".into(),
        theme: Theme::default(),
    };
    Partner::try_from(written).unwrap()
}

/// The demo with these partners beside its own.
pub(crate) async fn with(partners: &[Partner]) -> TestApp {
    let app = TestApp::demo().await;
    for partner in partners {
        assert!(app.state.store.put_partner(partner, false).await.unwrap());
    }
    app.state.context.partners.refresh(&app.state.store).await.unwrap();
    app
}

/// A path with something real in each of its places.
fn filled(path: &str, partner: &str, offer: &str) -> String {
    let one = |part: &str| match part.trim_matches(['{', '}', '*', ':']) {
        "partner" => partner.to_owned(),
        "offer" => offer.to_owned(),
        "id" => offer.rsplit('-').next().unwrap().to_owned(),
        "file" => "v1.js".to_owned(),
        _ if part.starts_with([':', '{']) => "x".to_owned(),
        _ => part.to_owned(),
    };
    path.split('/').map(one).collect::<Vec<_>>().join("/")
}

/// Sites that a policy lets frame.
fn framers(policy: &str) -> Vec<&str> {
    let list = policy.split(';').find_map(|part| part.trim().strip_prefix("frame-ancestors ")).unwrap();
    list.split(' ').collect()
}

/// Every route × every site: only the frames of a partner, only by its own sites.
#[tokio::test(flavor = "multi_thread")]
async fn only_a_partners_frames_may_be_framed_and_only_by_its_sites() {
    const SITES: &[&str] = &[
        "https://a.example",
        "https://www.a.example:8443",
        "https://b.example",
        "https://evil.example",
        "http://a.example",
        "http://localhost:8080",
        "null",
        "*",
    ];
    let partners = [
        partner("asso-a", &["https://a.example", "https://www.a.example:8443"]),
        partner("asso-b", &["https://b.example", "http://localhost:8080"]),
        partner("asso-none", &[]),
    ];
    let app = with(&partners).await;
    let stored = app.state.store.newest_open(app.state.clock.today(), 1, 0).await.unwrap().remove(0);
    let offer = format!("{}-{}", stored.offer.slug(), stored.number);
    let plain = PLAIN_ROUTES.iter().map(|(path, _)| (*path).to_owned());
    let pages = page_routes().iter().map(|route| route.path().to_owned());
    let mut allowed = 0;
    let all: Vec<(String, bool)> = plain
        .chain(pages)
        .map(|path| (path, false))
        .chain(FRAMED.iter().map(|(path, _)| ((*path).to_owned(), true)))
        .collect();
    assert!(all.len() > 50);
    for own in &partners {
        for (path, frame) in &all {
            let path = filled(path, own.key.as_str(), &offer);
            let path = if path.is_empty() { "/" } else { &path };
            let (status, headers, _) = app.get(path).await;
            let policy = headers["content-security-policy"].to_str().unwrap();
            let framers = framers(policy);
            for site in SITES {
                let may = *frame && own.origins().iter().any(|origin| origin.as_str() == *site);
                assert_eq!(framers.contains(site), may, "{path} by {site}: {policy}");
                allowed += usize::from(may);
            }
            assert_eq!(headers.contains_key("x-frame-options"), !frame, "{path}");
            if *frame {
                assert_eq!(status, StatusCode::OK, "{path}");
                assert_eq!(framers.len(), own.origins().len() + 1, "{path}: itself, to show what it looks like");
            }
        }
    }
    assert_eq!(allowed, 2 * 4);
}

/// What the configurator shows is framed by our own pages alone, whatever partner it is of.
#[tokio::test(flavor = "multi_thread")]
async fn a_preview_is_framed_by_ourselves_alone() {
    let app = with(&[partner("asso", &["https://asso.example"])]).await;
    for (path, _) in PREVIEWED {
        for search in ["", "?partner=asso", "?partner=asso&for=asso&mode=dark&accent=%23ffcf5c", "?partner=nobody"] {
            let (status, headers, body) = app.get(&format!("{path}{search}")).await;
            assert_eq!(status, StatusCode::OK, "{path}{search}");
            let policy = headers["content-security-policy"].to_str().unwrap();
            assert_eq!(framers(policy), ["'self'"], "{path}{search}: {policy}");
            assert!(policy.contains("form-action 'none'") && body.contains("content=\"noindex\""));
            assert!(!headers.contains_key("x-frame-options") && !headers.contains_key("set-cookie"));
        }
    }
    assert_eq!(app.state.counts.waiting(), 0, "who tries is no visitor");
}

/// Nothing in a frame keeps, changes or runs anything but its one script.
#[tokio::test(flavor = "multi_thread")]
async fn a_frame_is_plain_and_keeps_nothing() {
    let app = with(&[partner("asso", &["https://asso.example"])]).await;
    let stored = app.state.store.newest_open(app.state.clock.today(), 1, 0).await.unwrap().remove(0);
    let offer = format!("{}-{}", stored.offer.slug(), stored.number);
    for path in [
        "/e/asso".to_owned(),
        "/e/asso?q=agent&theme=dark&lang=en".to_owned(),
        "/e/asso?short=1".to_owned(),
        format!("/e/asso/offres/{offer}?postuler=1"),
        "/e/asso/offres/rien-000000000000".to_owned(),
    ] {
        let (_, headers, body) = app.get(&path).await;
        for never in ["set-cookie", "clear-site-data", "service-worker-allowed", "x-frame-options"] {
            assert!(!headers.contains_key(never), "{path}: {never}");
        }
        assert_eq!(body.matches("<script").count(), 1, "{path}");
        for never in
            [" style=", "onload=", "onclick=", "method=\"post\"", "<link", "http-equiv", "<img", "localStorage"]
        {
            assert!(!body.contains(never), "{path}: {never}");
        }
        assert!(body.matches("<form").count() <= 1 && !body.contains("mailto:"), "{path}");
        assert_eq!(headers["cross-origin-resource-policy"], "cross-origin");
        // Where the sites change and the page does not, what a browser kept is still another answer.
        assert!(headers.contains_key("etag"), "{path}");
    }
}
