//! Server functions of the offer board: reads by GET, a report by POST, under `/_f/…`.

#![expect(missing_docs, reason = "#[server] makes a public field of each argument and gives it no docs")]

use super::given::{OfferPage, ResultsPage, SuggestionView};
use crate::error::AppError;
use crate::i18n::Lang;
use crate::wire::Html;
use domain::number::OfferNumber;
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};

/// Offers of a search, given as the parameters of its address.
///
/// # Errors
/// `Unavailable` when neither the index nor the database answers.
#[server(prefix = "/_f", input = GetUrl)]
pub async fn search_offers(search: String, lang: Lang) -> Result<ResultsPage, AppError> {
    let app = crate::context::app()?;
    crate::context::keep_briefly();
    super::server::results(&app, crate::i18n::Texts::of(lang), &search).await
}

/// One offer; with how to apply when `apply` is set.
///
/// # Errors
/// `NotFound` when there is no such offer; `Unavailable` when the database does not answer.
#[server(prefix = "/_f", input = GetUrl)]
pub async fn get_offer(number: OfferNumber, apply: bool, lang: Lang) -> Result<OfferPage, AppError> {
    let app = crate::context::app()?;
    crate::context::keep_briefly();
    let offer = super::server::offer(&app, number, apply).await?;
    Ok(super::offer_markup::draw(crate::i18n::Texts::of(lang), &offer))
}

/// Where the offers of a search are, given as the parameters of its address.
///
/// # Errors
/// `Unavailable` while there is no index.
#[server(prefix = "/_f", input = GetUrl)]
pub async fn get_map(search: String, lang: Lang) -> Result<Html, AppError> {
    let app = crate::context::app()?;
    crate::context::keep_briefly();
    super::server_map::map(&app, crate::i18n::Texts::of(lang), &search)
}

/// What the field of a search form (`q` or `where`) may become: words, commune's code, postcode, offers.
///
/// # Errors
/// `Unavailable` when the index does not answer.
#[server(prefix = "/_f", input = GetUrl)]
pub async fn suggest(search: String, field: String) -> Result<Vec<SuggestionView>, AppError> {
    let app = crate::context::app()?;
    crate::context::keep_briefly();
    super::server::suggest(&app, &search, &field)
}

/// Code and name of the commune nearest to a position in hundredths of a degree. POST: a position is in no address.
///
/// # Errors
/// `Unavailable` while there is no index.
#[server(prefix = "/_f")]
pub async fn commune_near(lat: i32, lon: i32) -> Result<Option<(String, String)>, AppError> {
    let app = crate::context::app()?;
    let index = app.search.get().ok_or(AppError::Unavailable)?;
    let place = domain::place::Point::from_degrees(f64::from(lat) / 100.0, f64::from(lon) / 100.0);
    let place = place.and_then(|point| index.nearest_commune(point));
    Ok(place.map(|place| (place.commune.to_string(), place.name)))
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
