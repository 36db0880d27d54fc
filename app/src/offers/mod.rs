//! The offer board: search, results, one offer. Others may use [`SearchForm`], the two pages, the
//! view structs that the server functions answer, and what `elsewhere` gives pages of partners.

#[cfg(feature = "ssr")]
mod actions;
#[cfg(feature = "ssr")]
mod answer;
mod api;
#[cfg(feature = "ssr")]
mod apply;
#[cfg(feature = "ssr")]
mod asked;
#[cfg(feature = "ssr")]
mod elsewhere;
#[cfg(feature = "ssr")]
mod facts;
mod filters;
mod found;
mod given;
#[cfg(feature = "hydrate")]
mod in_browser;
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
#[cfg(feature = "ssr")]
mod offer_card;
#[cfg(feature = "ssr")]
mod offer_markup;
#[cfg(feature = "ssr")]
mod open_graph;
mod page_map;
mod page_offer;
mod page_results;
#[cfg(feature = "ssr")]
mod printed;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
mod report_server;
mod search_form;
#[cfg(feature = "ssr")]
mod server;
#[cfg(feature = "ssr")]
mod server_map;
mod suggestions;
#[cfg(feature = "ssr")]
mod view;

pub use api::{
    CommuneNear, GetMap, GetOffer, ReportOffer, SearchOffers, Suggest, commune_near, get_map, get_offer, report_offer,
    search_offers, suggest,
};
#[cfg(feature = "ssr")]
pub(crate) use elsewhere::{Found, Words, dates, find, offer, reading, words};
pub use given::{OfferPage, ResultsPage, SuggestionView};
#[cfg(feature = "ssr")]
pub(crate) use labels::{
    contract as contract_words, facet, facet_value, french, schedule as schedule_words, source, work_time as time_words,
};
#[cfg(feature = "ssr")]
pub(crate) use offer_card::{Links, cards, cards_to};
#[cfg(feature = "ssr")]
pub use open_graph::{SITE_NAME, picture_words, site_words};
pub(crate) use page_map::page_map;
pub(crate) use page_offer::page_offer;
pub(crate) use page_results::page_results;
#[cfg(feature = "ssr")]
pub use report_server::{Draft, Refusal, report};
pub use search_form::SearchForm;
#[cfg(feature = "ssr")]
pub(crate) use search_form::{CHOSEN_FOR, forget_other_commune, radius_words};
#[cfg(feature = "ssr")]
pub(crate) use server::{flag, results_query};
#[cfg(feature = "ssr")]
pub(crate) use view::{CardView, OfferView};

/// The route parameter that holds `<slug>-<number>`.
pub(crate) const OFFER_PARAM: &str = "offer";

/// The canonical parameters of a search, from what a form says.
#[cfg(feature = "hydrate")]
fn url_search(search: &str) -> String {
    crate::url::search_of(&search_form::query_of(search))
}
