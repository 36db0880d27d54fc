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
    /// Address of the module of the pages that a phone answers by itself.
    pub guide_js: String,
    /// Address of its WebAssembly.
    pub guide_wasm: String,
    /// What is shown to an adviser: the module.
    pub handover_js: String,
    /// Its WebAssembly.
    pub handover_wasm: String,
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
    guides: BTreeMap<String, String>,
}

impl Site {
    /// Gathers the built client (if it was built), the public files and the languages.
    #[must_use]
    pub fn load() -> Self {
        let mut files = BTreeMap::new();
        let ours = |name: &String| name.starts_with("pkg/") || name.starts_with("embed/");
        let mut names: Vec<String> = Built::iter().map(|n| n.to_string()).filter(ours).collect();
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
        let client = || {
            Some(Client {
                js: find("client.", ".js")?,
                wasm: find("client.", ".wasm")?,
                phone: find("phone.", ".js")?,
                guide_js: find("guide.", ".js")?,
                guide_wasm: find("guide.", ".wasm")?,
                handover_js: find("handover.", ".js")?,
                handover_wasm: find("handover.", ".wasm")?,
            })
        };
        let client = client();
        let mut languages = BTreeMap::new();
        let mut guides = BTreeMap::new();
        let mut put = |name: &str, json: String| {
            let json = json.into_bytes();
            let path = format!("/pkg/{name}.{}.json", hash(&json));
            let brotli = compress(&json);
            let file = File { mime: "application/json", plain: json.into(), brotli: Some(brotli.into()) };
            files.insert(path.clone(), file);
            path
        };
        for lang in app::i18n::Lang::ALL {
            let code = lang.code();
            languages.insert(code.to_owned(), put(code, app::i18n::client_json(*lang)));
            guides.insert(code.to_owned(), put(&format!("guide-{code}"), app::i18n::guide_json(*lang)));
        }
        Self { client, files, languages, guides }
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

    /// Language code to the address of the texts of the pages that a phone answers by itself.
    #[must_use]
    pub fn guides(&self) -> BTreeMap<String, String> {
        self.guides.clone()
    }

    /// Address and compressed size of each language's texts.
    pub fn texts_sizes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.languages.values().filter_map(|path| {
            let file = self.files.get(path)?;
            Some((path.as_str(), file.brotli.as_ref().map_or(file.plain.len(), |b| b.len())))
        })
    }

    /// Addresses of the public files outside `/pkg`.
    pub fn public_paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(|k| !k.starts_with("/pkg/"))
    }

    /// The bytes of a public file.
    #[must_use]
    pub fn public(&self, path: &str) -> Option<Vec<u8>> {
        self.files.get(path).filter(|_| !path.starts_with("/pkg/")).map(|file| file.plain.to_vec())
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

/// The media type of a file, by its name.
pub(crate) fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "zip" => "application/zip",
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
