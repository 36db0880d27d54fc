//! Errors of the API as RFC 9457 problem documents.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::query::QueryProblem;
use serde::Serialize;
use utoipa::ToSchema;

/// A problem document (RFC 9457, `application/problem+json`).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is: a relative reference.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Short title.
    pub title: &'static str,
    /// HTTP status.
    pub status: u16,
    /// What happened, and how to mend it.
    pub detail: String,
    /// The parameters that were not understood.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ParameterProblem>,
}

/// One parameter that was not understood.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ParameterProblem {
    /// The parameter.
    pub parameter: String,
    /// What it held.
    pub value: String,
    /// What would have been understood.
    pub expected: String,
}

impl Problem {
    /// Parameters that were not understood: 400.
    #[must_use]
    pub fn bad_parameters(problems: Vec<QueryProblem>) -> Self {
        let names: Vec<&str> = problems.iter().map(|p| p.parameter.as_str()).collect();
        Self {
            kind: "/api/v1/problems/bad-parameters",
            title: "Bad parameters",
            status: 400,
            detail: format!("Not understood: {}. See errors for what is expected.", names.join(", ")),
            errors: problems
                .into_iter()
                .map(|p| ParameterProblem { parameter: p.parameter, value: p.value, expected: p.expected })
                .collect(),
        }
    }

    /// No such offer: 404.
    #[must_use]
    pub fn not_found(detail: &str) -> Self {
        Self {
            kind: "/api/v1/problems/not-found",
            title: "Not found",
            status: 404,
            detail: detail.to_owned(),
            errors: Vec::new(),
        }
    }

    /// The offer is closed: 410.
    #[must_use]
    pub fn gone() -> Self {
        Self {
            kind: "/api/v1/problems/closed",
            title: "Closed offer",
            status: 410,
            detail: "This offer is closed.".to_owned(),
            errors: Vec::new(),
        }
    }

    /// The index is being built: 503.
    #[must_use]
    pub fn not_ready() -> Self {
        Self {
            kind: "/api/v1/problems/not-ready",
            title: "Not ready",
            status: 503,
            detail: "The search index is being built. Try again in a moment.".to_owned(),
            errors: Vec::new(),
        }
    }

    /// Something failed here: 500. The cause is logged, never sent.
    #[must_use]
    pub fn internal(error: &dyn std::error::Error) -> Self {
        tracing::error!(error = %crate::cli::chain(error), "API failed");
        Self {
            kind: "/api/v1/problems/internal",
            title: "Internal error",
            status: 500,
            detail: "Something failed on our side.".to_owned(),
            errors: Vec::new(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry = self.status == 503;
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if retry {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }
}
