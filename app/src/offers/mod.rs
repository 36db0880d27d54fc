//! The offer board: search, results, one offer. Others may use [`SearchForm`], the two pages and
//! the view structs that the server functions answer.

mod actions;
mod api;
mod apply;
mod asked;
mod facts;
mod filters;
mod found;
#[cfg(feature = "hydrate")]
mod in_browser;
#[cfg(feature = "ssr")]
mod job_posting;
mod labels;
mod offer_card;
#[cfg(feature = "ssr")]
mod open_graph;
mod page_offer;
mod page_results;
mod printed;
mod report;
#[cfg(feature = "ssr")]
mod report_server;
mod search_form;
#[cfg(feature = "ssr")]
mod server;
mod view;

pub use api::{GetOffer, ReportOffer, SearchOffers, get_offer, report_offer, search_offers};
#[cfg(feature = "ssr")]
pub use open_graph::{SITE_NAME, picture_words, site_words};
pub(crate) use page_offer::page_offer;
pub(crate) use page_results::page_results;
#[cfg(feature = "ssr")]
pub use report_server::{Draft, Refusal, report};
pub use search_form::SearchForm;
#[cfg(feature = "ssr")]
pub(crate) use server::results_query;
pub use view::{CardView, OfferView, RelaxView, ResultsView};

/// The route parameter that holds `<slug>-<number>`.
pub(crate) const OFFER_PARAM: &str = "offer";
