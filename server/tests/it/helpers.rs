//! A real application for a test: the real router, a fresh database, the demo's offers, an index.

use app::context::SearchHandle;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::Response;
use clap::Parser;
use domain::import::ImportReport;
use domain::offer::Offer;
use domain::time::Timestamp;
use domain::training::Training;
use server::assets::Site;
use server::clock::Clock;
use server::config::Config;
use server::jobs::index::Follower;
use server::state::AppState;
use std::path::PathBuf;
use std::sync::OnceLock;
use store::{PublishOptions, Store};
use tempfile::TempDir;
use tower::ServiceExt;

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    config: Config,
}

/// Settings for a test: the default SQLite file in a fresh folder.
pub(crate) fn config(dir: &TempDir) -> Config {
    let data_dir = dir.path().to_str().unwrap();
    Args::parse_from(["test", "--data-dir", data_dir, "--public-url", "http://127.0.0.1:3000"]).config
}

/// An application with the demo's data.
pub(crate) struct TestApp {
    pub(crate) state: AppState,
    pub(crate) follower: Follower,
    pub(crate) dir: TempDir,
    /// Made at the first request: to make it costs more than to answer.
    router: OnceLock<Router>,
}

impl TestApp {
    /// The demo, indexed.
    pub(crate) async fn demo() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&config(&dir).database_url(), 4).await.unwrap();
        store.migrate().await.unwrap();
        fill(&store).await;
        Self::on(store, dir).await
    }

    /// On a store that is already filled.
    pub(crate) async fn on(store: Store, dir: TempDir) -> Self {
        let config = config(&dir);
        let clock = Clock::new(&config.hub_timezone).unwrap();
        let handle = SearchHandle::default();
        let mut follower = Follower::open(store.clone(), dir.path(), handle.clone()).await.unwrap();
        follower.step().await.unwrap();
        let hub = store.hub().await.unwrap();
        let state = AppState::new(store, handle, clock, config, &hub, Site::load());
        state.context.help.refresh(&state.store).await.unwrap();
        state.context.catalogue.set(server::jobs::catalogue::make(&state.store).await.unwrap());
        state.context.partners.refresh(&state.store).await.unwrap();
        Self { state, follower, dir, router: OnceLock::new() }
    }

    /// Sends a request through the whole router.
    pub(crate) async fn send(&self, request: Request<Body>) -> Response {
        let router = self.router.get_or_init(|| server::router::build(self.state.clone()));
        router.clone().oneshot(request).await.unwrap()
    }

    /// Changes what the requests from now on are answered with.
    pub(crate) fn change(&mut self, change: impl FnOnce(&mut AppState)) {
        change(&mut self.state);
        self.router.take();
    }

    /// GET.
    pub(crate) async fn get(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::builder().uri(path).header("host", "127.0.0.1:3000").body(Body::empty()).unwrap();
        read(self.send(request).await).await
    }

    /// GET, as JSON.
    pub(crate) async fn json(&self, path: &str) -> serde_json::Value {
        let (status, _, body) = self.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}: {body}");
        serde_json::from_str(&body).unwrap()
    }
}

/// Status, headers and body of a response.
pub(crate) async fn read(response: Response) -> (StatusCode, HeaderMap, String) {
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 32 << 20).await.unwrap();
    (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

/// Puts the demo's data into a store, as `passerelle demo` does.
pub(crate) async fn fill(store: &Store) {
    let now = now();
    let (name, phone, place) = demo::hub();
    store.set_hub(&store::Hub { name, phone, place, demo: true, demo_day: None }).await.unwrap();
    store.replace_places(&demo::communes().unwrap()).await.unwrap();
    store.replace_rome(&demo::rome("test").unwrap()).await.unwrap();
    store.replace_help_places(&demo::help_places().unwrap(), &[]).await.unwrap();
    for partner in demo::partners().unwrap() {
        store.put_partner(&partner, false).await.unwrap();
    }
    publish(store, "demo", &demo::offers(now.utc_day()).unwrap(), now, false).await;
    publish_trainings(store, "demo", &demo::trainings(now.utc_day()).unwrap(), now).await;
}

/// Publishes a complete file of trainings.
pub(crate) async fn publish_trainings(store: &Store, source: &str, all: &[Training], now: Timestamp) {
    let import = store.begin_trainings(source, now).await.unwrap();
    for batch in all.chunks(1_000) {
        store.stage_trainings(&import, batch).await.unwrap();
    }
    let options = PublishOptions { partial: false, force: true, now };
    store.publish_trainings(import, &options, ImportReport::default()).await.unwrap();
}

/// Stages and publishes a complete feed.
pub(crate) async fn publish(
    store: &Store,
    source: &str,
    offers: &[Offer],
    now: Timestamp,
    force: bool,
) -> ImportReport {
    let import = store.begin_import(source, now).await.unwrap();
    for batch in offers.chunks(1_000) {
        store.stage(&import, batch).await.unwrap();
    }
    let report = ImportReport { kind: "offers".into(), source: source.into(), ..ImportReport::default() };
    store.publish(import, &PublishOptions { partial: false, force, now }, report).await.unwrap()
}

/// Now, as the tests' requests see it.
pub(crate) fn now() -> Timestamp {
    Clock::new("Europe/Paris").unwrap().now()
}

/// The folder of real data beside the workspace, or a clear line and `None`.
pub(crate) fn shared_data() -> Option<PathBuf> {
    let folder = std::env::var_os("PASSERELLE_SHARED_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"), PathBuf::from);
    if folder.join("README.md").exists() {
        Some(folder)
    } else {
        eprintln!("skipped: the real data is not there ({})", folder.display());
        None
    }
}

/// Every database that tests run on: SQLite always, PostgreSQL when TEST_POSTGRES_URL is set.
pub(crate) async fn stores(dir: &TempDir, name: &str) -> Vec<Store> {
    stores_at(dir, name).await.into_iter().map(|(store, _)| store).collect()
}

/// [`stores`], with their addresses.
pub(crate) async fn stores_at(dir: &TempDir, name: &str) -> Vec<(Store, String)> {
    let mut urls = vec![format!("sqlite:{}", dir.path().join(format!("{name}.db")).display())];
    match std::env::var_os("TEST_POSTGRES_URL").and_then(|url| url.into_string().ok()) {
        Some(url) => urls.push(store::testing::fresh_postgres_url(&url, name).await.unwrap()),
        None => eprintln!("skipped on PostgreSQL: TEST_POSTGRES_URL is not set"),
    }
    let mut out = Vec::new();
    for url in urls {
        let store = Store::open(&url, 4).await.unwrap();
        store.migrate().await.unwrap();
        out.push((store, url));
    }
    out
}
