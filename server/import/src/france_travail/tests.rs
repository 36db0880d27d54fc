//! Records as the API gives them, and hostile ones.

use super::*;
use crate::resolve::Reference;
use domain::apply::ApplyChannel;
use domain::hours::{Schedule, WorkTime};
use domain::import::ImportReport;
use domain::requirement::{Diploma, Need};
use domain::time::Day;
use proptest::prelude::*;
use serde_json::json;

fn feed(reference: &Reference) -> Feed<'_> {
    Feed::in_utc("france-travail", reference, Day::parse("2026-11-28").unwrap())
}

fn map(value: &Value) -> Result<Offer, Rejection> {
    offer(&feed(&Reference::default()), value, 7, &mut Vec::new()).map_err(|bad| bad.rejection)
}

#[test]
fn every_field_of_a_full_record_is_mapped() {
    let offer = map(&json!({
        "id": "188VMCV", "intitule": "AGENT D'ENTRETIEN (H/F)",
        "description": "<p>Nettoyer les <b>bureaux</b>.</p>Écrire à rh@exemple.fr ou 03 20 12 34 56",
        "dateCreation": "2025-08-21T02:29:58.000Z", "dateActualisation": "2025-08-22T06:32:43.000Z",
        "lieuTravail": { "libelle": "59 - ROUBAIX", "latitude": 50.69, "longitude": 3.17, "codePostal": "59100", "commune": "59512" },
        "romeCode": "K2204", "appellationlibelle": "Agent / Agente d'entretien",
        "entreprise": { "nom": "Exemple Propreté", "description": "Société d'exemple.", "entrepriseAdaptee": true },
        "typeContrat": "CDD", "typeContratLibelle": "CDD - 6 Mois", "natureContrat": "Contrat travail",
        "experienceExige": "E", "experienceLibelle": "2 An(s)",
        "formations": [{ "niveauLibelle": "CAP, BEP et équivalents", "domaineLibelle": "nettoyage", "exigence": "S" }],
        "permis": [{ "libelle": "B - Véhicule léger", "exigence": "E" }, { "libelle": "Aucun permis", "exigence": "S" }],
        "langues": [{ "libelle": "Français", "exigence": "E" }],
        "competences": [{ "code": "300204", "libelle": "Nettoyer", "exigence": "S" }],
        "qualitesProfessionnelles": [{ "libelle": "Travailler en équipe", "description": "…" }],
        "salaire": { "libelle": "Horaire de 12.31 Euros sur 12 mois", "commentaire": ".", "complement1": "Mutuelle" },
        "dureeTravailLibelle": "24H/semaine\nTravail en journée", "dureeTravailLibelleConverti": "Temps partiel",
        "contexteTravail": { "horaires": ["24H/semaine\nTravail en journée", " Travail le samedi"], "conditionsExercice": ["Autre", "Station debout prolongée"] },
        "deplacementLibelle": "Ponctuels Zone départementale", "accessibleTH": true,
        "codeNAF": "81.21Z", "trancheEffectifEtab": "10 à 19 salariés", "nombrePostes": 2, "alternance": false,
        "contact": { "nom": "Mme Exemple", "urlPostulation": "https://exemple.fr/1" },
        "origineOffre": { "origine": "1", "urlOrigine": "https://candidat.francetravail.fr/offres/recherche/detail/188VMCV" }
    }))
    .unwrap();
    assert_eq!(offer.title, "Agent d'entretien (H/F)");
    assert_eq!(offer.appellation.as_deref(), Some("Agent / Agente d'entretien"));
    assert_eq!(offer.text.as_deref(), Some("Nettoyer les bureaux.\n\nÉcrire à [adresse masquée] ou [numéro masqué]"));
    assert_eq!(offer.contract, Some(Contract::Cdd));
    assert_eq!(offer.contract_days, Some(180));
    assert_eq!((offer.hours.weekly_min, offer.hours.work_time), (Some(1440), Some(WorkTime::Part)));
    assert_eq!(offer.hours.schedule, [Schedule::Day, Schedule::Weekend]);
    assert_eq!(offer.pay.as_ref().map(|p| p.min_cents), Some(1231));
    assert_eq!(offer.pay_text.as_deref(), Some("Horaire de 12.31 Euros sur 12 mois · Mutuelle"));
    let asked = &offer.requirements;
    assert_eq!(asked.experience.as_ref().map(|e| (e.need, e.months)), Some((Need::Essential, Some(24))));
    assert_eq!(asked.diplomas[0].level, Diploma::Cap);
    assert_eq!(asked.permits.len(), 1);
    assert_eq!(asked.skills[0].code.as_deref(), Some("300204"));
    assert_eq!(asked.soft_skills, ["Travailler en équipe"]);
    assert_eq!(
        asked.conditions,
        [
            "Station debout prolongée",
            "Déplacements : ponctuels zone départementale",
            "Accessible aux travailleurs handicapés"
        ]
    );
    assert_eq!(offer.posts, Some(2));
    assert!(offer.is_insertion());
    assert_eq!(offer.posted.map(|d| d.to_string()).as_deref(), Some("2025-08-21"));
    assert_eq!(offer.employer.size.as_deref(), Some("10 à 19 salariés"));
    assert_eq!(
        offer.apply,
        [ApplyChannel::Url("https://exemple.fr/1".into()), ApplyChannel::SourceNumber("188VMCV".into())]
    );
    assert!(!serde_json::to_string(&offer).unwrap().contains("Mme"));
}

#[test]
fn what_is_not_said_is_missing_not_wrong() {
    let offer = map(&json!({ "id": 12, "intitule": "Cariste", "entreprise": { "nom": "Entreprise non précisée" }, "lieuTravail": null, "salaire": [], "nombrePostes": "trois" })).unwrap();
    assert_eq!(offer.source_id, "12");
    assert_eq!(offer.origin_url.as_deref(), Some("https://candidat.francetravail.fr/offres/recherche/detail/12"));
    assert_eq!((offer.text.as_ref(), offer.employer.name.as_ref(), offer.posts), (None, None, None));
    assert!(offer.places.is_empty());
    let mut report = ImportReport::default();
    crate::count_missing(&offer, &mut report);
    for field in ["text", "place", "posted", "rome", "employer", "contract", "hours", "pay", "experience"] {
        assert_eq!(report.missing.get(field), Some(&1), "{field}");
    }
}

#[test]
fn a_record_without_id_or_title_is_rejected_with_the_field() {
    let field = |value: Value| map(&value).map(|_| String::new()).unwrap_or_else(|r| r.field);
    assert_eq!(field(json!({ "intitule": "Cariste" })), "id");
    assert_eq!(field(json!({ "id": "[masqué]", "intitule": "Cariste" })), "id");
    assert_eq!(field(json!({ "id": "1" })), "intitule");
    assert_eq!(field(json!({ "id": "1", "intitule": " (H/F) " })), "intitule");
    assert_eq!(field(json!(["1"])), "json");
    let rejected = map(&json!({ "id": "1", "intitule": "" })).unwrap_err();
    assert_eq!((rejected.line, rejected.id.as_deref()), (7, Some("1")));
}

#[test]
fn a_day_is_that_of_the_hub_and_none_is_in_the_future() {
    let reference = Reference::default();
    // An hour later than in UTC, as in Lille in winter.
    let day_of = |instant: Timestamp| Timestamp(instant.0 + 3_600).utc_day();
    let feed = Feed { day_of: &day_of, ..feed(&reference) };
    let of = |created: &str| {
        let mut notices = Vec::new();
        let record = json!({ "id": "1", "intitule": "Cariste", "dateCreation": created });
        let posted = offer(&feed, &record, 7, &mut notices).unwrap().posted;
        (posted.map(|day| day.to_string()), notices.len())
    };
    assert_eq!(of("2026-11-26T23:30:00.000Z"), (Some("2026-11-27".to_owned()), 0));
    assert_eq!(of("2026-11-27T00:30:00+01:00"), (Some("2026-11-27".to_owned()), 0));
    assert_eq!(of("2026-11-27T23:59:59.999999Z"), (Some("2026-11-28".to_owned()), 0));
    assert_eq!(of("2027-01-15T09:00:00Z"), (None, 1));
}

#[test]
fn a_broken_record_takes_no_other_with_it_and_names_its_own() {
    let reference = Reference::default();
    let read = |text: &str| {
        let (mut taken, mut named) = (Vec::new(), Vec::new());
        for record in crate::offers(crate::Format::FranceTravail, feed(&reference), text.as_bytes()).unwrap() {
            match record {
                Ok(offer) => taken.push(offer.source_id),
                Err(bad) => named.push(bad.named.first().cloned().unwrap_or_default()),
            }
        }
        (taken, named)
    };
    let one = |id: &str| format!(r#"{{"id":"{id}","intitule":"Cariste","description":"Texte"}}"#);
    let (good, cut) = (one("A1"), one("B2").replace("Texte\"", "Texte"));
    assert_eq!(read(&format!("{good}\n{cut}\n{}\n", one("C3"))), (vec!["A1".into(), "C3".into()], vec!["B2".into()]));
    // In an array two lost quotes make one record of three.
    let list = format!("[{good},{cut},{},{cut},{}]", one("C3"), one("D4"));
    assert_eq!(read(&list), (vec!["A1".into(), "C3".into(), "D4".into()], vec!["B2".into()]));
    let half = good.replace("Texte", "Texte \\ud83d");
    assert_eq!(read(&half), (vec!["A1".to_owned()], vec![]));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(|n| json!(n)),
        "\\PC{0,20}".prop_map(Value::String),
        "(E|D|CDI|CDD - [0-9]{1,6} Mois|[0-9]{1,5} - X|35H|2 An\\(s\\)|[0-9]{5})".prop_map(Value::String),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let keys = "(id|intitule|libelle|code|nom|exigence|horaires|commune|latitude|courriel|coordonnees1|url)";
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            proptest::collection::btree_map(keys, inner, 0..5).prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_record_is_an_offer_or_a_located_rejection(
        fields in proptest::collection::btree_map(
            "(id|intitule|description|lieuTravail|salaire|entreprise|contact|agence|origineOffre|formations|competences|contexteTravail|typeContratLibelle|experienceLibelle|dateCreation|nombrePostes|romeCode)",
            any_json(), 0..12)
    ) {
        let value = Value::Object(fields.into_iter().collect());
        match map(&value) {
            Ok(offer) => prop_assert!(!offer.title.is_empty() && !offer.source_id.is_empty()),
            Err(rejected) => prop_assert!(rejected.line == 7 && !rejected.field.is_empty() && !rejected.reason.is_empty()),
        }
    }

    #[test]
    fn any_bytes_are_read_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let reference = Reference::default();
        let input = [b"{\"id\":\"1\",\"intitule\":\"x\"}\n".to_vec(), bytes].concat();
        let found: Vec<_> = crate::offers(crate::Format::FranceTravail, feed(&reference), input.as_slice()).unwrap().collect();
        prop_assert!(found.first().is_some_and(Result::is_ok));
    }
}
