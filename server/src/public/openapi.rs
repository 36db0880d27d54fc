//! The API's description, generated from its types (OpenAPI 3.1).

use crate::public::{api, offer_json, problem};
use axum::http::HeaderMap;
use axum::response::Response;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Passerelle",
        description = "The open offers of a local employment hub. Reading is free, from any site, without a key. \
                       Name the source and the licence of each offer that you show.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    paths(api::search_offers, api::get_offer),
    components(schemas(offer_json::OfferList, offer_json::OfferDetail, problem::Problem))
)]
struct Description;

/// `GET /api/v1/openapi.json`.
pub async fn openapi(headers: HeaderMap) -> Response {
    api::json(&Description::openapi(), &headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_openapi_3_1_and_names_both_paths() {
        let json = serde_json::to_value(Description::openapi()).unwrap();
        assert!(json["openapi"].as_str().unwrap().starts_with("3.1"));
        assert!(json["paths"]["/api/v1/offers"]["get"]["parameters"].as_array().unwrap().len() >= 15);
        assert!(json["paths"]["/api/v1/offers/{id}"].is_object());
        assert!(!serde_json::to_string(&json).unwrap().contains("\"apply\""));
    }
}
