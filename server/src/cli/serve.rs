//! `passerelle serve`: listens first, then opens the index; stops gracefully.

use crate::assets::Site;
use crate::cli::{CliError, open};
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::jobs::counts::{self, Counting};
use crate::jobs::{catalogue, expire, help, index::Follower, partners};
use crate::state::AppState;
use crate::{jobs, router, telemetry};
use app::context::SearchHandle;
use axum::routing::get;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::time::Duration;
use store::{Hub, Store, StoreError};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// After SIGTERM: how long requests under way may take (containers are killed after 10 s).
const DRAIN: Duration = Duration::from_secs(8);
/// After SIGTERM: how long readiness says no before connections are refused.
const READINESS_FIRST: Duration = Duration::from_millis(300);

/// Serves until it is asked to stop.
pub(crate) async fn run(config: Config) -> Result<ExitCode, CliError> {
    let wrap = |source| CliError::File { path: format!("port {}", config.port), source };
    let listener = TcpListener::bind(SocketAddr::new(config.listen_addr, config.port)).await.map_err(wrap)?;
    let clock = Clock::new(&config.hub_timezone).ok_or_else(|| ConfigError::TimeZone(config.hub_timezone.clone()))?;
    let store = open(&config).await?;
    let hub = configured_hub(&store, &config).await?;
    telemetry::metrics();
    let handle = SearchHandle::default();
    let follower = Follower::open(store.clone(), &config.data_dir, handle.clone()).await?;
    let state = AppState::new(store.clone(), handle, clock.clone(), config.clone(), &hub, Site::load());
    if state.site.client().is_none() {
        tracing::warn!("the client was not built: pages work without it (run `make build`)");
    }
    state.context.help.refresh(&store).await?;
    state.context.partners.refresh(&store).await.map_err(|error| match error {
        StoreError::Corrupt { .. } => CliError::Partners(error),
        other => other.into(),
    })?;
    let app = router::build(state.clone());
    let help = tokio::spawn(help::run(store.clone(), state.context.help.clone()));
    let partners = tokio::spawn(partners::run(store.clone(), state.context.partners.clone()));
    let counting = Counting::start(store.clone(), state.counts.clone());
    let packs = tokio::spawn(jobs::packs::run(store.clone(), clock.clone(), state.packs.clone()));
    let catalogue = tokio::spawn(catalogue::run(store.clone(), state.context.catalogue.clone()));
    let follow = tokio::spawn(follower.run());
    let expire = tokio::spawn(expire::run(store.clone(), clock));
    if let Some(addr) = config.metrics_addr {
        let metrics = TcpListener::bind(addr).await.map_err(wrap)?;
        tokio::spawn(async move { axum::serve(metrics, metrics_router()).await });
    }
    tracing::info!(?config, "listening on {}", config.public_url());
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let stopping = state.stopping.clone();
    let (unfinished, counted) = (store.clone(), state.counts.clone());
    tokio::spawn(async move {
        asked_to_stop().await;
        stopping.store(true, Ordering::Relaxed);
        tracing::info!("asked to stop: readiness says no, requests under way are finished");
        tokio::time::sleep(READINESS_FIRST).await;
        drop(stop);
        tokio::select! {
            () = asked_to_stop() => tracing::warn!("asked twice: stopping at once"),
            () = tokio::time::sleep(DRAIN) => tracing::warn!("some requests did not finish in time"),
        }
        counts::at_once(&unfinished, &counted).await;
        std::process::exit(0);
    });
    let service = app.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(async move { drop(stopped.await) }).await.map_err(wrap)?;
    counting.finish().await;
    follow.abort();
    expire.abort();
    help.abort();
    packs.abort();
    catalogue.abort();
    partners.abort();
    store.close().await;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// The hub as the settings say it; what they do not say stays as it is in the database.
async fn configured_hub(store: &Store, config: &Config) -> Result<Hub, CliError> {
    let hub = store.hub().await?;
    let set = Hub {
        name: config.hub_name.clone().unwrap_or_else(|| hub.name.clone()),
        phone: config.hub_phone.clone().unwrap_or_else(|| hub.phone.clone()),
        place: config.hub_place.clone().unwrap_or_else(|| hub.place.clone()),
        ..hub.clone()
    };
    if (&set.name, &set.phone, &set.place) != (&hub.name, &hub.phone, &hub.place) {
        store.set_hub(&set).await?;
    }
    Ok(set)
}

fn metrics_router() -> axum::Router {
    axum::Router::new().route(
        "/metrics",
        get(|| async {
            telemetry::metrics().map(metrics_exporter_prometheus::PrometheusHandle::render).unwrap_or_default()
        }),
    )
}

async fn asked_to_stop() {
    let Ok(mut term) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
