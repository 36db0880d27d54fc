//! Liveness and readiness, for whoever watches the server.

use crate::state::AppState;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

/// `/healthz`: the process answers.
pub async fn healthz() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], "ok\n")
}

/// `/readyz`: the database answers, there is an index, and the process is not stopping.
pub async fn readyz(State(state): State<AppState>) -> impl IntoResponse {
    let (status, text) = if state.is_stopping() {
        (StatusCode::SERVICE_UNAVAILABLE, "stopping\n")
    } else if state.search.get().is_none() {
        (StatusCode::SERVICE_UNAVAILABLE, "no index yet\n")
    } else if let Err(error) = state.store.ping().await {
        tracing::error!(error = %crate::cli::chain(&error), "the database does not answer");
        (StatusCode::SERVICE_UNAVAILABLE, "database\n")
    } else {
        (StatusCode::OK, "ready\n")
    };
    (status, [(header::CACHE_CONTROL, "no-store")], text)
}
