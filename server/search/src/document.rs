//! An offer as the index keeps it. What is written depends on the offer alone, never on the
//! lexicon or on what else is in the index.

use crate::analyse;
use crate::facts::{Facts, day_code};
use crate::gate;
use crate::geo;
use crate::leads::leads;
use crate::schema::{Fields, LEADS_AT};
use domain::offer::StoredOffer;
use tantivy::TantivyDocument;

/// The document of an offer.
pub(crate) fn document(fields: &Fields, stored: &StoredOffer) -> Result<TantivyDocument, serde_json::Error> {
    let offer = &stored.offer;
    let mut doc = TantivyDocument::default();
    doc.add_u64(fields.number, stored.number.as_u64());
    doc.add_u64(fields.facts, Facts::of(stored).0);
    doc.add_u64(fields.month_pay, gate::month_pay(offer.pay.as_ref()));
    doc.add_u64(fields.since, u64::from(day_code(stored.text_since)) | u64::from(leads(&offer.title)) << LEADS_AT);
    let title = domain::title::for_index(&offer.title);
    // Both forms are found where they are two words: "Valet / Femme de chambre".
    doc.add_text(fields.title, offer.title.trim_end_matches(" (H/F)"));
    doc.add_text(fields.title_key, analyse::key(&analyse::stems(&title)));
    doc.add_text(fields.spelling, &title);
    if let Some(appellation) = &offer.appellation {
        doc.add_text(fields.job, appellation);
    }
    if let Some(code) = &offer.rome {
        doc.add_text(fields.rome, code.as_str());
    }
    let asked = &offer.requirements;
    for skill in asked.skills.iter().chain(&asked.languages).chain(&asked.permits) {
        doc.add_text(fields.skills, &skill.label);
    }
    if let Some(name) = offer.employer.shown_name() {
        doc.add_text(fields.employer, name);
        doc.add_text(fields.employer_key, analyse::plain_key(name));
    }
    let conditions = asked.conditions.iter().chain(&asked.soft_skills).map(String::as_str);
    let fields_of_study = asked.diplomas.iter().filter_map(|d| d.field.as_deref());
    for text in offer.text.as_deref().into_iter().chain(conditions).chain(fields_of_study) {
        doc.add_text(fields.text, text);
    }
    for term in geo::terms_of(&offer.places) {
        doc.add_text(fields.place, term);
    }
    for point in geo::points_of(&offer.places) {
        doc.add_u64(fields.points, geo::pack(point));
    }
    doc.add_bytes(fields.card, &serde_json::to_vec(&stored.card())?);
    Ok(doc)
}
