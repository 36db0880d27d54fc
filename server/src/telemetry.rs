//! Logs and metrics. Logs hold the matched route, never the query, an address or a name.

use crate::config::{Config, LogFormat};
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Instant;
use tracing_subscriber::EnvFilter;

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts logging to standard error, once. `RUST_LOG` narrows or widens it.
pub fn init(config: &Config) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,tantivy=warn,sqlx=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second call (tests) keeps the first subscriber.
    let started = match config.log_format {
        LogFormat::Json => builder.json().flatten_event(true).try_init().is_ok(),
        LogFormat::Text => builder.with_target(false).try_init().is_ok(),
    };
    tracing::debug!(started, "logging");
}

/// The metrics of this process; installs the recorder at the first call.
pub fn metrics() -> Option<&'static PrometheusHandle> {
    if METRICS.get().is_none() {
        let builder = PrometheusBuilder::new()
            .set_buckets_for_metric(
                Matcher::Suffix("_seconds".to_owned()),
                &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5],
            )
            .and_then(PrometheusBuilder::install_recorder);
        match builder {
            Ok(handle) => drop(METRICS.set(handle)),
            Err(error) => tracing::warn!(%error, "metrics are off"),
        }
    }
    METRICS.get()
}

/// Logs and counts each request by its matched route.
pub async fn observe(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("(none)", MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let started = Instant::now();
    let response = next.run(request).await;
    let seconds = started.elapsed().as_secs_f64();
    let status = response.status().as_u16();
    let labels = [("route", route.clone()), ("method", method.to_string()), ("status", status.to_string())];
    metrics::counter!("passerelle_http_requests_total", &labels).increment(1);
    metrics::histogram!("passerelle_http_request_seconds", &labels[..1]).record(seconds);
    let milliseconds = (seconds * 1e3 * 100.0).round() / 100.0;
    // The probes are asked every few seconds, and "not yet" is one of their answers.
    let quiet = route == "/healthz" || route == "/readyz" || route.starts_with("/pkg");
    if status >= 500 && !quiet {
        tracing::error!(%method, route, status, ms = milliseconds, "request failed");
    } else if quiet {
        tracing::trace!(%method, route, status, ms = milliseconds, "request");
    } else {
        tracing::debug!(%method, route, status, ms = milliseconds, "request");
    }
    response
}
