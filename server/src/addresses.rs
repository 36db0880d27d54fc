//! Addresses as people and their programs change them: a slash behind, capitals in scheme or host.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Leads an address with slashes behind it to the one without; no page of ours ends with one.
pub(crate) async fn no_slash_behind(request: Request<Body>, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    match bare(request.uri().path(), request.uri().query()).filter(|_| reads) {
        Some(address) => match HeaderValue::from_str(&address) {
            Ok(address) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, address)]).into_response(),
            Err(_) => next.run(request).await,
        },
        None => next.run(request).await,
    }
}

/// The address without the slashes behind its path; `None` where there are none.
///
/// It begins with one slash: with two it would be another site's.
fn bare(path: &str, query: Option<&str>) -> Option<String> {
    let kept = path.trim_end_matches('/');
    if kept.len() == path.len() || kept.is_empty() {
        return None;
    }
    let kept = kept.trim_start_matches(['/', '\\']);
    Some(match query {
        Some(query) => format!("/{kept}?{query}"),
        None => format!("/{kept}"),
    })
}

/// What stands behind our own site in an address; `None` where it is another site's. Scheme and host are
/// compared without their case (RFC 3986, 6.2.2.1); the slashes behind the path are taken off.
pub(crate) fn behind_site(address: &str, site: &str) -> Option<String> {
    let head = address.get(..site.len()).filter(|head| head.eq_ignore_ascii_case(site))?;
    let rest = &address[head.len()..];
    if !rest.is_empty() && !rest.starts_with(['/', '?', '#']) {
        return None;
    }
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let (path, tail) = rest.split_at(end);
    let path = path.trim_end_matches('/');
    Some(format!("{}{tail}", if path.is_empty() { "/" } else { path }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes_behind_are_taken_off_and_lead_nowhere_else() {
        for (path, query, address) in [
            ("/offres/", None, Some("/offres")),
            ("/offres//", Some("ou=Lens"), Some("/offres?ou=Lens")),
            ("/p/cle/", None, Some("/p/cle")),
            ("//ailleurs.example/", None, Some("/ailleurs.example")),
            ("/\\ailleurs.example/", None, Some("/ailleurs.example")),
            ("/", None, None),
            ("//", None, None),
            ("/offres", None, None),
        ] {
            assert_eq!(bare(path, query).as_deref(), address, "{path}");
        }
    }

    #[test]
    fn our_own_addresses_are_known_in_any_case() {
        let site = "https://emploi.example";
        for (address, rest) in [
            ("HTTPS://Emploi.EXAMPLE/p/cle/", Some("/p/cle")),
            ("https://emploi.example", Some("/")),
            ("https://emploi.example/offres/?ou=Lens#a", Some("/offres?ou=Lens#a")),
            ("https://emploi.example.org/p/cle", None),
            ("https://emploi.example:81/", None),
            ("https://autre.example/", None),
        ] {
            assert_eq!(behind_site(address, site).as_deref(), rest, "{address}");
        }
    }
}
