//! Offers in the shape of France Travail's API "Offres d'emploi v2". Called through `import::offers`.
//!
//! What the API masks or leaves out stays unsaid. `contact` and `agence` give channels only
//! ([`contact`]). Days are those of the instants in the hub's zone.

mod contact;
mod fields;
mod json;
mod salvage;
mod terms;

use crate::input::decode;
use crate::resolve::{OccupationHint, PlaceHint, Reference};
use crate::{BadRecord, Feed, ImportError, notice, posted, rejection};
use domain::contract::Contract;
use domain::employer::{Employer, Siret};
use domain::hours::Hours;
use domain::import::{Notice, Rejection};
use domain::occupation::RomeCode;
use domain::offer::{Insertion, Offer, Remote};
use domain::pay::Pay;
use domain::place::Point;
use domain::requirement::{Asked, DiplomaNeed, Requirements};
use domain::text::fold;
use domain::time::Timestamp;
use domain::{mask, title};
use fields::{flag, line, list, number, object, text};
use serde_json::{Map, Value};
use std::collections::VecDeque;
use std::io::BufRead;

pub(crate) use contact::web;
pub(crate) use terms::diploma as diploma_level;

/// The licence line of these offers.
pub const LICENCE: &str = "France Travail, Licence Ouverte 2.0";
/// Where an offer is at its source, when it does not say itself.
const DETAIL: &str = "https://candidat.francetravail.fr/offres/recherche/detail/";
/// The longest id that is one.
const MAX_ID: usize = 100;

/// The records of a file.
pub(super) struct Records<R> {
    json: json::JsonRecords<R>,
    /// Whole records that were found inside a broken one, and where that is.
    salvaged: VecDeque<(u64, Value)>,
}

impl<R: BufRead> Records<R> {
    pub(super) fn open(input: R) -> Result<Self, ImportError> {
        Ok(Self { json: json::JsonRecords::open(input)?, salvaged: VecDeque::new() })
    }

    pub(super) fn next_offer(
        &mut self,
        feed: &Feed,
        notices: &mut Vec<Notice>,
    ) -> Result<Option<Result<Offer, BadRecord>>, ImportError> {
        if let Some((at, value)) = self.salvaged.pop_front() {
            return Ok(Some(offer(feed, &value, at, notices)));
        }
        let Some((at, bytes)) = self.json.next_record()? else { return Ok(None) };
        let text = decode(bytes);
        Ok(Some(match salvage::read(text.trim().trim_end_matches(',')) {
            Ok(value) => offer(feed, &value, at, notices),
            Err(broken) => {
                self.salvaged.extend(broken.whole.into_iter().map(|value| (at, value)));
                let reason = format!("enregistrement illisible ({})", broken.error);
                let rejection = rejection(at, broken.named.first().map(String::as_str), "json", reason);
                Err(BadRecord { rejection, named: broken.named })
            }
        }))
    }
}

/// One record to an offer. `at` is its line or rank, for the rejection.
///
/// # Errors
/// When it is no object, or has no id or no title.
pub fn offer(feed: &Feed, value: &Value, at: u64, notices: &mut Vec<Notice>) -> Result<Offer, BadRecord> {
    let Some(record) = value.as_object() else {
        return Err(BadRecord::of(rejection(at, None, "json", "on attend un objet { … } par offre"), ""));
    };
    let id = match record.get("id") {
        Some(Value::Number(number)) => number.to_string(),
        _ => line(record, "id").unwrap_or_default(),
    };
    mapped(feed, record, &id, at, notices).map_err(|rejection| BadRecord::of(rejection, &id))
}

fn mapped(
    feed: &Feed,
    record: &Map<String, Value>,
    id: &str,
    at: u64,
    notices: &mut Vec<Notice>,
) -> Result<Offer, Rejection> {
    let reference = feed.reference;
    if id.is_empty() || id.len() > MAX_ID {
        return Err(rejection(at, None, "id", "l'identifiant manque (ou dépasse 100 caractères)"));
    }
    let (shown, title) = title::display_and_index(text(record, "intitule").unwrap_or_default());
    if shown.is_empty() {
        return Err(rejection(
            at,
            Some(id),
            "intitule",
            "l'intitulé manque : une offre sans titre ne peut pas être montrée",
        ));
    }
    let mut out = Offer::new(feed.source, id, &shown);
    let named = line(record, "appellationlibelle").or_else(|| line(record, "appellationLibelle"));
    let resolved = reference.occupation(&OccupationHint {
        code: text(record, "romeCode"),
        appellation: named.as_deref(),
        label: text(record, "romeLibelle"),
        title: &title,
    });
    let code = text(record, "romeCode").and_then(|code| RomeCode::parse(code).ok());
    notices.extend(resolved.contradiction(code.as_ref()).map(|text| notice(at, Some(id), "romeCode", text)));
    out.rome = resolved.code;
    out.appellation = resolved.appellation.or(named);
    out.employer = employer(record);
    out.places = object(record, "lieuTravail").map(|place| places(place, reference)).unwrap_or_default();
    out.contract = Contract::from_france_travail(text(record, "typeContrat"), text(record, "natureContrat"));
    out.contract_days = text(record, "typeContratLibelle").and_then(terms::contract_days);
    let hours = hour_texts(record);
    out.hours = Hours::parse(&hours);
    out.remote = hours.iter().any(|t| fold(t).contains("possibilite de teletravail")).then_some(Remote::Partial);
    if let Some(pay) = object(record, "salaire") {
        out.pay = text(pay, "libelle").and_then(Pay::read);
        out.pay_text = pay_text(pay);
    }
    out.requirements = requirements(record);
    out.posts = number(record, "nombrePostes").filter(|n| (1.0..=10_000.0).contains(n)).map(|n| n as u16);
    out.insertion =
        Insertion { structure: (out.employer.adapted == Some(true)).then(|| "EA".to_owned()), ..Insertion::default() };
    let created = text(record, "dateCreation").and_then(Timestamp::parse);
    out.posted = created.and_then(|at_source| posted(feed, (feed.day_of)(at_source), at, id, notices));
    out.updated = text(record, "dateActualisation").and_then(Timestamp::parse);
    out.origin_url = origin_url(record, id);
    out.licence = Some(LICENCE.to_owned());
    out.text = text(record, "description").and_then(mask::text);
    out.apply = contact::channels(record, id);
    Ok(out)
}

fn employer(record: &Map<String, Value>) -> Employer {
    let empty = Map::new();
    let company = object(record, "entreprise").unwrap_or(&empty);
    Employer {
        name: line(company, "nom"),
        anonymous: false,
        siret: text(company, "siret").and_then(|s| Siret::parse(s).ok()),
        rna: None,
        size: line(record, "trancheEffectifEtab"),
        naf: line(record, "codeNAF").or_else(|| line(record, "secteurActivite")),
        agency: None,
        about: text(company, "description").and_then(mask::text),
        adapted: flag(company, "entrepriseAdaptee").or_else(|| flag(record, "entrepriseAdaptee")),
    }
}

fn places(place: &Map<String, Value>, reference: &Reference) -> Vec<domain::place::Place> {
    let point = match (number(place, "latitude"), number(place, "longitude")) {
        (Some(lat), Some(lon)) => Point::from_degrees(lat, lon),
        _ => None,
    };
    reference.places(&PlaceHint {
        label: text(place, "libelle"),
        commune: text(place, "commune"),
        postcode: text(place, "codePostal"),
        point,
    })
}

fn hour_texts(record: &Map<String, Value>) -> Vec<&str> {
    let mut out: Vec<&str> = ["dureeTravailLibelle", "dureeTravailLibelleConverti", "complementExercice"]
        .iter()
        .filter_map(|key| text(record, key))
        .collect();
    if let Some(context) = object(record, "contexteTravail") {
        out.extend(list(context, "horaires").filter_map(Value::as_str));
    }
    out
}

/// The source's words on pay: what is said, its comment and its complements.
fn pay_text(pay: &Map<String, Value>) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for key in ["libelle", "commentaire", "complement1", "complement2"] {
        let Some(part) = line(pay, key) else { continue };
        if !part.ends_with(" de") && !parts.iter().any(|p| p.eq_ignore_ascii_case(&part)) {
            parts.push(mask::contacts(&part));
        }
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn requirements(record: &Map<String, Value>) -> Requirements {
    let (beginner_ok, experience) = terms::experience(
        text(record, "experienceExige"),
        text(record, "experienceLibelle"),
        text(record, "experienceCommentaire"),
    );
    let asked =
        |key: &str| -> Vec<Asked> { list(record, key).filter_map(Value::as_object).filter_map(asked).collect() };
    let mut permits = asked("permis");
    permits.retain(|p| !fold(&p.label).contains("aucun permis"));
    Requirements {
        beginner_ok,
        experience,
        diplomas: list(record, "formations").filter_map(Value::as_object).filter_map(diploma).collect(),
        permits,
        languages: asked("langues"),
        skills: asked("competences"),
        soft_skills: list(record, "qualitesProfessionnelles").filter_map(|q| line(q.as_object()?, "libelle")).collect(),
        conditions: conditions(record),
    }
}

fn asked(item: &Map<String, Value>) -> Option<Asked> {
    Some(Asked {
        label: line(item, "libelle")?,
        code: line(item, "code"),
        level: line(item, "niveau"),
        need: terms::need(text(item, "exigence")),
    })
}

fn diploma(item: &Map<String, Value>) -> Option<DiplomaNeed> {
    Some(DiplomaNeed {
        level: terms::diploma(text(item, "niveauLibelle")?)?,
        field: line(item, "domaineLibelle").or_else(|| line(item, "commentaire")),
        need: terms::need(text(item, "exigence")),
    })
}

fn conditions(record: &Map<String, Value>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    if let Some(context) = object(record, "contexteTravail") {
        out.extend(list(context, "conditionsExercice").filter_map(Value::as_str).map(mask::line));
    }
    out.extend(line(record, "conditionExercice"));
    let moves = line(record, "deplacementLibelle").filter(|m| fold(m) != "a preciser");
    out.extend(moves.map(|m| format!("Déplacements : {}", m.to_lowercase())));
    if flag(record, "accessibleTH") == Some(true) {
        out.push("Accessible aux travailleurs handicapés".to_owned());
    }
    out.retain(|c| !mask::is_nothing(c));
    out.dedup();
    out.iter().map(|c| mask::contacts(c)).collect()
}

fn origin_url(record: &Map<String, Value>, id: &str) -> Option<String> {
    let said = object(record, "origineOffre").and_then(|o| text(o, "urlOrigine")).and_then(web);
    let plain = id.len() <= 20 && id.bytes().all(|b| b.is_ascii_alphanumeric());
    said.or_else(|| plain.then(|| format!("{DETAIL}{id}")))
}

#[cfg(test)]
mod tests;
