//! What the server gives to pages and server functions, and the only place that reads it (server only).
//!
//! The server provides one [`AppContext`] for each request (`leptos_routes_with_context`,
//! `handle_server_fns_with_context`). Read it before the first await.

pub use crate::embed::PartnerHandle;
use crate::error::AppError;
pub use crate::hub::{HelpHandle, HubInfo};
pub use crate::trainings::CatalogueHandle;
use domain::minimum_pay::MinimumPay;
use domain::number::OfferNumber;
use domain::time::{Day, LocalTime, Timestamp};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, LOCATION};
use http::request::Parts;
use http::{HeaderValue, StatusCode};
use leptos::context::use_context;
use leptos_axum::ResponseOptions;
use search::SearchIndex;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use store::Store;

/// Everything that a request can reach.
#[derive(Clone)]
pub struct AppContext {
    /// The database.
    pub store: Store,
    /// The search index, once there is one.
    pub search: SearchHandle,
    /// The trainings.
    pub catalogue: CatalogueHandle,
    /// The clock.
    pub clock: Arc<dyn Fn() -> Now + Send + Sync>,
    /// The hub. Shared, as the settings are: every request clones what it is given.
    pub hub: Arc<HubInfo>,
    /// The places of help.
    pub help: HelpHandle,
    /// The partners.
    pub partners: PartnerHandle,
    /// How much one place may write.
    pub limits: Arc<dyn Limits>,
    /// Settings that pages show or need.
    pub config: Arc<SiteConfig>,
}

/// Where a request comes from, without saying where: made from its address with a secret of the day,
/// kept nowhere, and put into the request by the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Visitor(pub [u8; 32]);

/// How much one place may write.
pub trait Limits: Send + Sync {
    /// Takes one turn to report this offer; `false` when there is none left.
    fn take_report(&self, visitor: Visitor, number: OfferNumber, now: Timestamp) -> bool;
}

/// Where the request comes from.
#[must_use]
pub(crate) fn visitor() -> Visitor {
    use_context::<Parts>().and_then(|parts| parts.extensions.get().copied()).unwrap_or_default()
}

impl AppContext {
    /// Now, by the server's clock.
    #[must_use]
    pub fn now(&self) -> Now {
        (self.clock)()
    }
}

/// The instant of a request, and the day that it is at the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The instant.
    pub timestamp: Timestamp,
    /// The calendar day in the hub's zone.
    pub today: Day,
    /// The minute of that day, as a clock on the hub's wall shows it.
    pub minute: u16,
}

impl Now {
    /// Day and minute.
    #[must_use]
    pub const fn local(self) -> LocalTime {
        LocalTime { day: self.today, minute: self.minute }
    }
}

/// The search index, or none while it is being built.
#[derive(Clone, Default)]
pub struct SearchHandle(Arc<RwLock<Option<SearchIndex>>>);

impl SearchHandle {
    /// The index, when it is ready.
    #[must_use]
    pub fn get(&self) -> Option<SearchIndex> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts an index in its place (server, when one is opened or rebuilt); `None` takes it away.
    pub fn set(&self, index: Option<SearchIndex>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = index;
    }
}

/// Settings that pages need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteConfig {
    /// Address that people type, without a final slash.
    pub public_url: String,
    /// The legal minimum pay.
    pub minimum_pay: MinimumPay,
    /// The client's files; `None` when the server was built without them: pages then work as plain HTML.
    pub assets: Option<Assets>,
    /// What the law asks a site to say of itself.
    pub legal: LegalFacts,
}

/// What the law asks a site to say of itself; empty where the hub has not set it yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalFacts {
    /// Who publishes the site: name and legal form.
    pub publisher: String,
    /// The publisher's address.
    pub address: String,
    /// Who answers for what is published.
    pub director: String,
    /// Name, address and phone of who hosts it.
    pub host: String,
    /// E-mail address or page to write to.
    pub contact: String,
    /// Who answers for personal data.
    pub dpo: String,
}

/// Addresses of the client's files, with a hash in their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// wasm-bindgen's module.
    pub js: String,
    /// The client itself.
    pub wasm: String,
    /// What the phone keeps (`phone.js`).
    pub phone: String,
    /// The texts, by language code; written with [`crate::i18n::client_json`].
    pub langs: BTreeMap<String, String>,
    /// The module of the pages that a phone answers by itself.
    pub guide_js: String,
    /// Its WebAssembly.
    pub guide_wasm: String,
    /// Its texts, by language code; written with [`crate::i18n::guide_json`].
    pub guide_langs: BTreeMap<String, String>,
    /// The module of what is shown to an adviser.
    pub handover_js: String,
    /// Its WebAssembly.
    pub handover_wasm: String,
}

/// What the server provided.
///
/// # Errors
/// `Unavailable` when it provided nothing, which only a wrongly built router does.
pub fn app() -> Result<AppContext, AppError> {
    use_context().ok_or_else(|| {
        tracing::error!("no AppContext was provided to this request");
        AppError::Unavailable
    })
}

/// The path of the request; none outside of a request (while routes are listed).
#[must_use]
pub fn request_path() -> Option<String> {
    use_context::<Parts>().map(|parts| parts.uri.path().to_owned())
}

/// The parameters of the request's address, without `?`.
#[must_use]
pub(crate) fn request_search() -> String {
    use_context::<Parts>().and_then(|parts| parts.uri.query().map(str::to_owned)).unwrap_or_default()
}

/// Sets the status of the response.
pub fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

/// Sends the reader to another address, for good (301).
pub fn redirect_permanently(to: &str) {
    set_header(LOCATION, to);
    set_status(301);
}

/// Headers of a page: its own content security policy, and no copy kept, since the nonce is its own.
pub(crate) fn set_page_headers(nonce: &str) {
    set_header(CACHE_CONTROL, "no-store");
    set_header(CONTENT_SECURITY_POLICY, &content_security_policy(nonce));
}

/// Lets the phone keep the answer of a reading server function a little, so that "back" is instant.
/// Does nothing while a page is being rendered.
pub(crate) fn keep_briefly() {
    if request_path().is_some_and(|path| crate::url::reserved(&path)) {
        set_header(CACHE_CONTROL, "private, max-age=60");
    }
}

fn set_header(name: HeaderName, value: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(value)) {
        response.insert_header(name, value);
    }
}

/// The policy of the app's pages: only what carries the nonce runs, nothing comes from elsewhere.
#[must_use]
pub fn content_security_policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'nonce-{nonce}'; \
         img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    )
}
