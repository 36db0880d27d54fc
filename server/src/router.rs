//! Every route, and the layers round them. The order of the layers is explained where it matters.

use crate::addresses;
use crate::assets;
use crate::forms;
use crate::public::{
    api, calendar, embed, feeds, guide, handover, health, oembed, og, openapi, packs, sitemap, text_pages, trades,
    trainings, worker,
};
use crate::security;
use crate::state::AppState;
use crate::telemetry;
use crate::visitors;
use app::{App, shell};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use leptos::prelude::provide_context;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use std::sync::OnceLock;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::cors::{Any, CorsLayer};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

/// A page that takes longer is answered 504 and logged: a rendering that hangs must not stay unseen.
const PAGE_TIMEOUT: Duration = Duration::from_secs(10);
/// No request that we understand is larger.
pub(crate) const BODY_LIMIT: usize = 256 * 1024;
/// Quality of brotli for what is compressed on the way out (design §5).
const BROTLI_QUALITY: i32 = 5;

/// The pages' routes, listed once per process: listing while serving can hang (leptos issue 4773).
pub fn page_routes() -> &'static [AxumRouteListing] {
    static ROUTES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    ROUTES.get_or_init(|| generate_route_list(App))
}

/// Routes outside the pages: path and who may call it, for the test of rights.
pub const PLAIN_ROUTES: &[(&str, domain::account::Action)] = {
    use domain::account::Action::{ReadHealth, ReadOffers, ReadReference};
    &[
        ("/healthz", ReadHealth),
        ("/readyz", ReadHealth),
        ("/api/v1/offers", ReadOffers),
        ("/api/v1/offers/{id}", ReadOffers),
        ("/api/v1/openapi.json", ReadOffers),
        ("/flux/offres.atom", ReadOffers),
        ("/flux/offres.json", ReadOffers),
        ("/flux/formations.atom", ReadOffers),
        ("/flux/formations.json", ReadOffers),
        ("/flux/formations.ics", ReadOffers),
        ("/formations", ReadOffers),
        ("/en/formations", ReadOffers),
        ("/formations/{training}", ReadOffers),
        ("/en/formations/{training}", ReadOffers),
        ("/flux/offres.ics", ReadOffers),
        ("/oembed", ReadOffers),
        ("/embed/{file}", ReadReference),
        ("/p/{partner}", ReadOffers),
        ("/p/{partner}/offres/{offer}", ReadOffers),
        ("/p/{partner}/affiche", ReadOffers),
        ("/partenaires/integrer", ReadReference),
        ("/en/partenaires/integrer", ReadReference),
        ("/p/{partner}/suivi", ReadReference),
        ("/robots.txt", ReadOffers),
        ("/sitemap.xml", ReadOffers),
        ("/sitemap/{file}", ReadOffers),
        ("/aide", ReadReference),
        ("/comment-ca-marche", ReadReference),
        ("/glossaire", ReadReference),
        ("/mentions-legales", ReadReference),
        ("/vie-privee", ReadReference),
        ("/accessibilite", ReadReference),
        ("/mes-offres", ReadReference),
        ("/en/aide", ReadReference),
        ("/en/comment-ca-marche", ReadReference),
        ("/en/glossaire", ReadReference),
        ("/en/mentions-legales", ReadReference),
        ("/en/vie-privee", ReadReference),
        ("/en/accessibilite", ReadReference),
        ("/en/mes-offres", ReadReference),
        ("/competences/cartes", ReadReference),
        ("/en/competences/cartes", ReadReference),
        ("/montrer", ReadReference),
        ("/en/montrer", ReadReference),
        ("/competences", ReadReference),
        ("/en/competences", ReadReference),
        ("/parcours", ReadReference),
        ("/en/parcours", ReadReference),
        ("/metiers", ReadReference),
        ("/en/metiers", ReadReference),
        ("/metiers/{trade}", ReadReference),
        ("/en/metiers/{trade}", ReadReference),
        ("/og/{file}", ReadOffers),
        ("/pkg/{*path}", ReadOffers),
        ("/packs/{file}", ReadOffers),
        ("/sw.js", ReadReference),
        ("/hors-ligne", ReadReference),
        ("/manifest.webmanifest", ReadReference),
        ("/_f/{*name}", ReadOffers),
    ]
};

/// Routes that a partner's own sites may frame, and nobody else: path and who may call it.
pub const FRAMED: &[(&str, domain::account::Action)] = &[
    ("/e/{partner}", domain::account::Action::ReadOffers),
    ("/e/{partner}/offres/{offer}", domain::account::Action::ReadOffers),
];

/// Routes that our own configurator frames, and nobody else.
pub const PREVIEWED: &[(&str, domain::account::Action)] = &[
    ("/partenaires/cadre", domain::account::Action::ReadOffers),
    ("/en/partenaires/cadre", domain::account::Action::ReadOffers),
];

/// Server functions and who may call them, for the test of rights: a read by GET, all else by POST.
pub const FUNCTIONS: &[(&str, domain::account::Action)] = {
    use domain::account::Action::{Locate, ReadOffers, ReportOffer};
    &[
        ("/_f/commune_near", Locate),
        ("/_f/get_home", ReadOffers),
        ("/_f/get_map", ReadOffers),
        ("/_f/get_offer", ReadOffers),
        ("/_f/report_offer", ReportOffer),
        ("/_f/search_offers", ReadOffers),
        ("/_f/suggest", ReadOffers),
    ]
};

/// Pages that answer a form posted to themselves with the next page, in every language.
pub const ANSWERS: &[(&str, domain::account::Action)] = &[
    ("/competences", domain::account::Action::AssessSkills),
    ("/en/competences", domain::account::Action::AssessSkills),
    ("/parcours", domain::account::Action::AssessSkills),
    ("/en/parcours", domain::account::Action::AssessSkills),
];

/// What a person shows an adviser: JSON in bodies, nothing in addresses.
pub const HANDOVERS: &[(&str, domain::account::Action)] = &[
    ("/handover/keep", domain::account::Action::HandOver),
    ("/handover/read", domain::account::Action::HandOver),
    ("/handover/close", domain::account::Action::HandOver),
];

/// What came of a partner's board: its code in the body of a form.
pub const FOLLOWED: &[(&str, domain::account::Action)] =
    &[("/p/{partner}/suivi", domain::account::Action::FollowBoard)];

/// Pages that take a form posted to themselves, without their language.
pub const FORMS: &[(&str, domain::account::Action)] = &[("/offres/{offer}", domain::account::Action::ReportOffer)];

/// Builds the whole application.
pub fn build(state: AppState) -> Router {
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([axum::http::Method::GET])
        .max_age(Duration::from_secs(86_400));
    let api = Router::new()
        .route("/api/v1/offers", get(api::search_offers))
        .route("/api/v1/offers/{id}", get(api::get_offer))
        .route("/api/v1/openapi.json", get(openapi::openapi))
        .route("/api/{*rest}", any(api::unknown))
        .route("/flux/offres.atom", get(feeds::atom))
        .route("/flux/offres.json", get(feeds::json))
        .route("/flux/formations.atom", get(trainings::atom))
        .route("/flux/formations.json", get(trainings::json))
        .route("/flux/formations.ics", get(trainings::calendar))
        .route("/flux/offres.ics", get(calendar::closing_days))
        .route("/oembed", get(oembed::oembed))
        .route("/embed/{file}", get(embed::loader))
        .layer(cors)
        .layer(tower_http::set_header::SetResponseHeaderLayer::overriding(
            header::HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        ));
    let context = page_context(&state);
    let pages = Router::new()
        .leptos_routes_with_context(&state, page_routes().to_vec(), context, shell)
        .route("/_f/{*name}", any(server_functions))
        .merge(posted())
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, PAGE_TIMEOUT));
    let texts = text_pages::paths().fold(Router::new(), |router, path| router.route(&path, get(text_pages::text_page)));
    let texts = if state.config.style_page { texts.route("/style", get(text_pages::style)) } else { texts };
    let texts = guide::paths()
        .fold(texts, |router, path| router.route(&path, get(guide::skills_first).post(guide::skills_answer)));
    let texts = guide::ways()
        .fold(texts, |router, path| router.route(&path, get(guide::paths_first).post(guide::skills_answer)));
    let texts = guide::card_paths().fold(texts, |router, path| router.route(&path, get(guide::skills_cards)));
    let texts = trainings::paths().fold(texts, |router, path| {
        router.route(&path, get(trainings::list)).route(&format!("{path}/{{training}}"), get(trainings::one))
    });
    let texts = trades::indexes().fold(texts, |router, path| router.route(&path, get(trades::index)));
    let texts = trades::routes().fold(texts, |router, path| router.route(&path, get(trades::trade)));
    let texts = handover::paths().fold(texts, |router, path| router.route(&path, get(handover::page)));
    let router = Router::new()
        .merge(api)
        .merge(pages)
        .merge(texts)
        .merge(partners())
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/robots.txt", get(sitemap::robots))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemap/{file}", get(sitemap::file))
        .route("/og/{file}", get(og::picture))
        .route("/pkg/{*path}", get(assets::pkg))
        .route("/packs/{file}", get(packs::file))
        .route("/handover/keep", post(handover::keep))
        .route("/handover/read", post(handover::read))
        .route("/handover/close", post(handover::close))
        .route("/sw.js", get(worker::worker))
        .route("/hors-ligne", get(worker::offline))
        .route("/manifest.webmanifest", get(worker::manifest))
        .fallback(fallback);
    guarded(router, state)
}

/// The boards of partners: framed, and on pages of their own.
fn partners() -> Router<AppState> {
    let own = embed::configure::paths().fold(Router::new(), |to, path| to.route(&path, get(embed::configure::page)));
    let own = embed::configure::frame_paths().fold(own, |to, path| to.route(&path, get(embed::configure::frame)));
    own.route("/e/{partner}", get(embed::list))
        .route("/e/{partner}/offres/{offer}", get(embed::offer))
        .route("/p/{partner}", get(embed::top))
        .route("/p/{partner}/offres/{offer}", get(embed::top_of_offer))
        .route("/p/{partner}/affiche", get(embed::poster))
        .route("/p/{partner}/suivi", get(embed::counts_asked).post(embed::counts_answer))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, PAGE_TIMEOUT))
}

/// The forms of pages, in every language.
fn posted() -> Router<AppState> {
    app::i18n::Lang::ALL.iter().fold(Router::new(), |router, lang| {
        FORMS
            .iter()
            .fold(router, |router, (path, _)| router.route(&format!("{}{path}", lang.prefix()), post(forms::report)))
    })
}

/// Puts round a router the layers that every response goes through. The benchmark puts the same
/// round a bare handler.
pub fn guarded(router: Router<AppState>, state: AppState) -> Router {
    let https = state.config.public_url().starts_with("https://");
    let compression = CompressionLayer::new()
        .quality(CompressionLevel::Precise(BROTLI_QUALITY))
        .compress_when(DefaultPredicate::new().and(NotForContentType::const_new("application/wasm")));
    let router = router
        .layer(from_fn_with_state(state.clone(), visitors::recognise))
        .layer(from_fn(addresses::no_slash_behind))
        .layer(from_fn(security::same_origin_writes))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        // Compression stands outside of what sets ETags (they are weak), inside of the headers.
        .layer(compression)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(security::headers))
        // Outermost of all: it also sees what the layers above refuse.
        .layer(from_fn(telemetry::observe))
        .with_state(state);
    if https { router.layer(from_fn(security::strict_transport)) } else { router }
}

/// What a page's rendering is given.
pub(crate) fn page_context(state: &AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    let context = state.context.clone();
    move || provide_context(context.clone())
}

async fn server_functions(State(state): State<AppState>, request: Request<Body>) -> Response {
    let context = state.context.clone();
    let mut response = leptos_axum::handle_server_fns_with_context(move || provide_context(context.clone()), request)
        .await
        .into_response();
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// A public file, or the page that says that there is nothing here.
async fn fallback(State(state): State<AppState>, request: Request<Body>) -> Response {
    match state.site.respond(request.uri().path(), request.headers()) {
        Some(response) => response,
        None => nothing_here(&state, request).await,
    }
}

/// The page that says that there is nothing here.
pub(crate) async fn nothing_here(state: &AppState, request: Request<Body>) -> Response {
    let mut response = leptos_axum::render_app_async_with_context(page_context(state), shell)(request).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

fn panicked(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, "Une erreur est survenue. Réessayez dans un instant.").into_response()
}
