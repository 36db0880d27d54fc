//! The offer board: search, results, one offer. Others may use [`SearchForm`], the two pages and
//! the view structs that the server functions answer.

mod api;
mod apply;
mod asked;
mod facts;
mod filters;
mod found;
#[cfg(feature = "ssr")]
mod job_posting;
mod labels;
mod offer_card;
mod page_offer;
mod page_results;
mod search_form;
#[cfg(feature = "ssr")]
mod server;
mod view;

pub use api::{GetOffer, SearchOffers, get_offer, search_offers};
pub(crate) use page_offer::page_offer;
pub(crate) use page_results::page_results;
pub use search_form::SearchForm;
#[cfg(feature = "ssr")]
pub(crate) use server::results_query;
pub use view::{CardView, OfferView, RelaxView, ResultsView};

/// The route parameter that holds `<slug>-<number>`.
pub(crate) const OFFER_PARAM: &str = "offer";
