//! What guards every request: headers, the origin of writes. A rendered page brings its own
//! Content-Security-Policy with its nonce (`app::context`).

use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The policy of everything that carries no nonce: nothing may be loaded, nothing may frame it.
const STATIC_CSP: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
);

/// Adds the security headers to every response, error pages included. What a handler set stays.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut default = |name: HeaderName, value: HeaderValue| {
        headers.entry(name).or_insert(value);
    };
    default(header::CONTENT_SECURITY_POLICY, STATIC_CSP);
    // For browsers that do not know `frame-ancestors`; where a partner's sites are allowed it would forbid them.
    let framed = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    if framed.is_some_and(|policy| policy.contains("frame-ancestors 'none'")) {
        headers.entry(header::X_FRAME_OPTIONS).or_insert(HeaderValue::from_static("DENY"));
    }
    let mut default = |name: HeaderName, value: HeaderValue| {
        headers.entry(name).or_insert(value);
    };
    default(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    default(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin"));
    default(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin"));
    default(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    default(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), interest-cohort=()",
        ),
    );
    response
}

/// Adds HSTS; used only when the public address is https.
pub async fn strict_transport(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    response
}

/// Refuses a request that could change something and comes from another site. Leptos' server
/// functions check nothing of the kind (leptos issue 3786).
pub async fn same_origin_writes(request: Request, next: Next) -> Response {
    if is_safe(request.method()) || is_same_origin(&request) {
        next.run(request).await
    } else {
        tracing::warn!("a write from another origin was refused");
        (StatusCode::FORBIDDEN, "Cette demande vient d’un autre site. Elle est refusée.").into_response()
    }
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// As browsers tell: `Sec-Fetch-Site` where it is sent, else `Origin` must be this host. Without
/// either it is no browser, and there is no ambient right to abuse.
fn is_same_origin(request: &Request) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (header("origin"), header("host")) {
        (None, _) => true,
        (Some(origin), Some(host)) => {
            origin.parse::<Uri>().ok().and_then(|u| u.authority().map(|a| a.as_str() == host)).unwrap_or(false)
        }
        (Some(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn request(headers: &[(&str, &str)]) -> Request {
        let mut builder = Request::builder().method("POST").uri("/");
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        builder.body(Body::empty()).unwrap()
    }

    #[test]
    fn a_write_from_another_site_is_refused() {
        assert!(is_same_origin(&request(&[("sec-fetch-site", "same-origin")])));
        assert!(is_same_origin(&request(&[("sec-fetch-site", "none")])));
        assert!(is_same_origin(&request(&[("origin", "http://hub.example"), ("host", "hub.example")])));
        assert!(is_same_origin(&request(&[("host", "hub.example")])));
        assert!(!is_same_origin(&request(&[("sec-fetch-site", "cross-site")])));
        assert!(!is_same_origin(&request(&[
            ("sec-fetch-site", "same-site"),
            ("origin", "http://hub.example"),
            ("host", "hub.example")
        ])));
        assert!(!is_same_origin(&request(&[("origin", "http://evil.example"), ("host", "hub.example")])));
        assert!(!is_same_origin(&request(&[("origin", "null"), ("host", "hub.example")])));
    }
}
