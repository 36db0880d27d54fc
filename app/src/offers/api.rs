//! Server functions of the offer board: reads by GET, a report by POST, under `/_f/…`.

#![expect(missing_docs, reason = "#[server] makes a public field of each argument and gives it no docs")]

use super::view::{OfferView, ResultsView};
use crate::error::AppError;
use domain::number::OfferNumber;
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};

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

/// Keeps a reader's report on an offer. The page's form calls it once the client is awake; before, it
/// posts to the page itself (`server/src/forms.rs`). `website` is a trap for robots.
///
/// # Errors
/// `BadRequest` for a report that cannot be understood; `TooMany`; `Unavailable` when it could not be kept.
#[server(prefix = "/_f", input = PostUrl)]
pub async fn report_offer(
    number: OfferNumber,
    reason: String,
    #[server(default)] text: String,
    #[server(default)] website: String,
) -> Result<(), AppError> {
    let (app, visitor) = (crate::context::app()?, crate::context::visitor());
    let draft = super::report_server::Draft { reason, text, website };
    super::report_server::report(&app, visitor, number, &draft).await.map_err(|refusal| {
        crate::context::set_status(refusal.status());
        refusal.into()
    })
}
