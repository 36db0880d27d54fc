//! The site's files: inside the binary in release builds, read from disk in debug builds.
//!
//! `scripts/build-site` leaves them in `target/site`, named by content hash and compressed
//! beforehand; the texts of each language are made here at start, from the languages compiled in.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::coded_enum;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;

#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Built;

#[derive(RustEmbed)]
#[folder = "../public"]
#[allow_missing = true]
struct Public;

/// Where a file of the client is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Address of the JavaScript glue.
    pub js: String,
    /// Address of the WebAssembly.
    pub wasm: String,
    /// Address of what the phone keeps.
    pub phone: String,
}

coded_enum! {
    /// Content encodings that we keep ready.
    enum Encoding {
        /// Brotli.
        Brotli = "br",
        /// As it is.
        Identity = "identity",
    }
}

struct File {
    mime: &'static str,
    plain: Cow<'static, [u8]>,
    brotli: Option<Cow<'static, [u8]>>,
}

/// The site's files, ready to serve.
pub struct Site {
    client: Option<Client>,
    files: BTreeMap<String, File>,
    languages: BTreeMap<String, String>,
}

impl Site {
    /// Gathers the built client (if it was built), the public files and the languages.
    #[must_use]
    pub fn load() -> Self {
        let mut files = BTreeMap::new();
        let mut names: Vec<String> = Built::iter().map(|n| n.to_string()).filter(|n| n.starts_with("pkg/")).collect();
        names.sort();
        for name in names.iter().filter(|n| !n.ends_with(".br")) {
            let Some(plain) = Built::get(name) else { continue };
            let brotli = Built::get(&format!("{name}.br")).map(|f| f.data);
            files.insert(format!("/{name}"), File { mime: mime(name), plain: plain.data, brotli });
        }
        for name in Public::iter() {
            if let Some(file) = Public::get(&name) {
                files.insert(format!("/{name}"), File { mime: mime(&name), plain: file.data, brotli: None });
            }
        }
        let find = |name: &str, end: &str| {
            files
                .keys()
                .find(|k| k.strip_prefix("/pkg/").is_some_and(|k| k.starts_with(name)) && k.ends_with(end))
                .cloned()
        };
        let client = match (find("client.", ".js"), find("client.", ".wasm"), find("phone.", ".js")) {
            (Some(js), Some(wasm), Some(phone)) => Some(Client { js, wasm, phone }),
            _ => None,
        };
        let mut languages = BTreeMap::new();
        for lang in app::i18n::Lang::ALL {
            let json = app::i18n::client_json(*lang).into_bytes();
            let path = format!("/pkg/{}.{}.json", lang.code(), hash(&json));
            let brotli = compress(&json);
            files.insert(
                path.clone(),
                File { mime: "application/json", plain: json.into(), brotli: Some(brotli.into()) },
            );
            languages.insert(lang.code().to_owned(), path);
        }
        Self { client, files, languages }
    }

    /// The client, when it was built.
    #[must_use]
    pub fn client(&self) -> Option<&Client> {
        self.client.as_ref()
    }

    /// Language code to the address of its texts.
    #[must_use]
    pub fn languages(&self) -> BTreeMap<String, String> {
        self.languages.clone()
    }

    /// Address and compressed size of each language's texts.
    pub fn languages_sizes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.languages.values().filter_map(|path| {
            let file = self.files.get(path)?;
            Some((path.as_str(), file.brotli.as_ref().map_or(file.plain.len(), |b| b.len())))
        })
    }

    /// Addresses of the public files outside `/pkg`.
    pub fn public_paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(|k| !k.starts_with("/pkg/"))
    }

    /// Answers with a file, or `None`.
    #[must_use]
    pub fn respond(&self, path: &str, headers: &HeaderMap) -> Option<Response> {
        let file = self.files.get(path)?;
        let accepts_brotli = headers
            .get_all(header::ACCEPT_ENCODING)
            .iter()
            .filter_map(|v| v.to_str().ok())
            .any(|v| v.split(',').any(|e| e.trim().split(';').next() == Some(Encoding::Brotli.code())));
        let cache =
            if path.starts_with("/pkg/") { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
        let mut response = match &file.brotli {
            Some(brotli) if accepts_brotli => {
                let mut response = Response::new(Body::from(brotli.to_vec()));
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
                response
            }
            _ => Response::new(Body::from(file.plain.to_vec())),
        };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.mime));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        Some(response)
    }
}

/// Serves `/pkg/…`.
pub async fn pkg(
    State(state): State<crate::state::AppState>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Response {
    state
        .site
        .respond(&format!("/pkg/{path}"), &headers)
        .unwrap_or_else(|| (StatusCode::NOT_FOUND, "Ce fichier n’existe pas (ou plus).").into_response())
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|b| format!("{b:02x}")).collect()
}

fn compress(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    // Writing into memory cannot fail; an empty answer would be seen by the end-to-end tests.
    if brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).is_err() {
        out.clear();
    }
    out
}
