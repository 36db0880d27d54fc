//! The adapter for dated snapshots of one feed: a GeoJSON feature to an offer, by the real mapping.

use domain::offer::Offer;
use domain::time::Day;
use import::resolve::Reference;
use import::{Feed, france_travail};
use serde_json::{Value, json};

/// The source's name in these tests.
pub(crate) const SOURCE: &str = "reunion";

/// A feature's properties, put in the shape of the API and mapped as any record is; `None` where
/// that gives no offer. Early snapshots have no experience, later ones have.
pub(crate) fn feature_to_offer(feature: &Value, reference: &Reference) -> Option<Offer> {
    let of = |key: &str| &feature["properties"][key];
    let record = json!({
        "id": of("id"),
        "intitule": of("intitule"),
        "entreprise": { "nom": of("entreprise") },
        "typeContrat": of("typeContrat"),
        "typeContratLibelle": of("typeContratLibelle"),
        "lieuTravail": {
            "libelle": of("communeLibelle"),
            "codePostal": of("codePostal"),
            "longitude": feature["geometry"]["coordinates"][0],
            "latitude": feature["geometry"]["coordinates"][1],
        },
        "dateCreation": of("dateCreation"),
        "salaire": { "libelle": of("salaireLibelle") },
        "romeLibelle": of("romeLibelle"),
        "experienceExige": of("experienceExige"),
        "experienceLibelle": of("experienceLibelle"),
        "origineOffre": { "urlOrigine": of("url") },
    });
    let feed = Feed::in_utc(SOURCE, reference, Day(i32::MAX));
    france_travail::offer(&feed, &record, 0, &mut Vec::new()).ok()
}
