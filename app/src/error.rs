//! What can go wrong for a reader, safe to send: no message of the database ever leaves the server.

use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::JsonEncoding;
use serde::{Deserialize, Serialize};

/// Why a page or a server function has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum AppError {
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// The database or the index does not answer.
    #[error("unavailable")]
    Unavailable,
    /// The request could not be read.
    #[error("bad request")]
    BadRequest,
    /// Too much of it came from the same place.
    #[error("too many")]
    TooMany,
    /// The phone did not reach the server, or did not understand it.
    #[error("network")]
    Network,
}

impl AppError {
    /// HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::BadRequest => 400,
            Self::TooMany => 429,
            Self::Unavailable | Self::Network => 503,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Self::BadRequest,
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Deserialization(_) | ServerFnErrorErr::Response(_) => {
                Self::Network
            }
            _ => Self::Unavailable,
        }
    }
}

#[cfg(feature = "ssr")]
mod server {
    use super::AppError;

    impl From<store::StoreError> for AppError {
        fn from(error: store::StoreError) -> Self {
            if matches!(error, store::StoreError::NotFound) {
                return Self::NotFound;
            }
            tracing::error!(%error, "the store failed");
            Self::Unavailable
        }
    }

    impl From<search::SearchError> for AppError {
        fn from(error: search::SearchError) -> Self {
            tracing::error!(%error, "the search failed");
            Self::Unavailable
        }
    }
}
