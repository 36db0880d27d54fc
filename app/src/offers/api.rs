//! Server functions of the offer board: public reads, `GET /_f/…`.

#![expect(missing_docs, reason = "#[server] makes a public field of each argument and gives it no docs")]

use super::view::{OfferView, ResultsView};
use crate::error::AppError;
use domain::number::OfferNumber;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// Offers of a search, given as the parameters of its address.
///
/// # Errors
/// `Unavailable` when neither the index nor the database answers.
#[server(prefix = "/_f", input = GetUrl)]
pub async fn search_offers(search: String) -> Result<ResultsView, AppError> {
    let app = crate::context::app()?;
    crate::context::keep_briefly();
    super::server::results(&app, &search).await
}

/// One offer; with how to apply when `apply` is set.
///
/// # Errors
/// `NotFound` when there is no such offer; `Unavailable` when the database does not answer.
#[server(prefix = "/_f", input = GetUrl)]
pub async fn get_offer(number: OfferNumber, apply: bool) -> Result<OfferView, AppError> {
    let app = crate::context::app()?;
    crate::context::keep_briefly();
    super::server::offer(&app, number, apply).await
}
