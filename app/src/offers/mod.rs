//! The offer board: search, results, one offer. Others may use [`SearchForm`], the two pages and
//! the view structs that the server functions answer.

#[cfg(feature = "ssr")]
mod answer;
mod api;
mod apply;
mod asked;
mod facts;
mod filters;
mod found;
#[cfg(feature = "ssr")]
mod job_posting;
mod labels;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod map;
#[cfg(feature = "ssr")]
mod map_markup;
mod nearby;
mod offer_card;
mod page_map;
mod page_offer;
mod page_results;
mod search_form;
#[cfg(feature = "ssr")]
mod server;
#[cfg(feature = "ssr")]
mod server_map;
mod suggestions;
mod view;

pub use api::{
    CommuneNear, GetMap, GetOffer, SearchOffers, Suggest, commune_near, get_map, get_offer, search_offers, suggest,
};
#[cfg(feature = "ssr")]
pub(crate) use labels::french;
#[cfg(feature = "ssr")]
pub(crate) use offer_card::cards;
pub(crate) use page_map::page_map;
pub(crate) use page_offer::page_offer;
pub(crate) use page_results::page_results;
pub use search_form::SearchForm;
#[cfg(feature = "ssr")]
pub(crate) use server::results_query;
pub use view::{CardView, OfferView, ResultsPage, SuggestionView};

/// The route parameter that holds `<slug>-<number>`.
pub(crate) const OFFER_PARAM: &str = "offer";

/// The canonical parameters of a search, from what a form says.
#[cfg(feature = "hydrate")]
fn url_search(search: &str) -> String {
    crate::url::search_of(&search_form::query_of(search))
}
