//! Offers of a partner, as CSV with the French header of `docs/importer.md`. Called through
//! `import::offers`.
//!
//! A wrong cell rejects its offer, with line, field and how to mend it: the file is in the
//! partner's hands, and a wrong date or contract on a page helps nobody. An empty cell is "not said".

mod cells;
mod header;

use crate::resolve::{OccupationHint, PlaceHint, Reference};
use crate::table::{self, Record, Table};
use crate::{BadRecord, Feed, ImportError, notice, posted, rejection};
use cells::Cells;
use domain::apply::ApplyChannel;
use domain::employer::{Employer, Siret};
use domain::hours::Hours;
use domain::import::{Notice, Rejection};
use domain::occupation::RomeCode;
use domain::offer::{Insertion, Offer};
use domain::pay::Pay;
use domain::place::{CommuneCode, Place, Point};
use domain::requirement::{DiplomaNeed, Experience, Need, Requirements};
use domain::text::fold;
use domain::{mask, title};
use header::Header;
use std::io::BufRead;

/// Kinds of structures of insertion par l'activité économique.
const STRUCTURES: &[&str] = &["ACI", "EI", "ETTI", "AI", "GEIQ", "EA", "EATT"];
/// The longest reference that is one.
const MAX_ID: usize = 100;

/// The records of a file.
pub(super) struct Records<R> {
    table: Table<R>,
    header: Header,
}

impl<R: BufRead> Records<R> {
    pub(super) fn open(input: R) -> Result<Self, ImportError> {
        let table = Table::feed("offres (CSV)", input, header::COLUMNS, header::REQUIRED)?;
        let header = Header::find(&table);
        Ok(Self { table, header })
    }

    pub(super) fn unknown_columns(&self) -> &[String] {
        &self.header.unknown
    }

    pub(super) fn next_offer(
        &mut self,
        feed: &Feed,
        notices: &mut Vec<Notice>,
    ) -> Result<Option<Result<Offer, BadRecord>>, ImportError> {
        let row = match self.table.next_record()? {
            None => return Ok(None),
            Some(Record::Row(row)) => row,
            Some(Record::Broken(broken)) => return Ok(Some(Err(broken.into()))),
        };
        let id = row.find(self.header.place("reference")).map(table::reference).unwrap_or_default();
        let cells = Cells { row: &row, header: &self.header, id: &id };
        Ok(Some(offer(feed, &cells, notices).map_err(|rejection| BadRecord::of(rejection, &id))))
    }
}

fn offer(feed: &Feed, cells: &Cells, notices: &mut Vec<Notice>) -> Result<Offer, Rejection> {
    let (line, id, reference) = (cells.row.line, cells.id, feed.reference);
    if id.is_empty() || id.len() > MAX_ID {
        return Err(rejection(line, None, "reference", "la référence manque (ou dépasse 100 caractères)"));
    }
    let (shown, title) = title::display_and_index(cells.raw("titre").unwrap_or_default());
    if shown.is_empty() {
        return Err(cells.wrong("titre", "le titre manque : une offre sans titre ne peut pas être montrée".to_owned()));
    }
    let mut out = Offer::new(feed.source, id, &shown);
    let code = cells.checked("code_rome", "un code ROME : K2204", |c| RomeCode::parse(c).ok())?;
    let named = cells.line("appellation");
    let resolved = reference.occupation(&OccupationHint {
        code: code.as_ref().map(RomeCode::as_str),
        appellation: named.as_deref(),
        label: None,
        title: &title,
    });
    notices.extend(resolved.contradiction(code.as_ref()).map(|text| notice(line, Some(id), "code_rome", text)));
    out.rome = resolved.code;
    out.appellation = resolved.appellation.or(named);
    out.employer = employer(cells, notices)?;
    out.places = places(cells, reference)?;
    out.remote = cells.parsed("teletravail", "partiel, complet ou non", cells::remote)?.flatten();
    contract(cells, &mut out)?;
    out.hours = hours(cells)?;
    out.pay_text = cells.line("salaire_texte").map(|t| mask::contacts(&t));
    out.pay = pay(cells)?.or_else(|| out.pay_text.as_deref().and_then(Pay::read));
    out.requirements = requirements(cells)?;
    out.no_car = cells.flag("sans_voiture")?;
    out.posts = cells.number("postes", 9_999)?;
    let structure = |c: &str| STRUCTURES.iter().find(|s| s.eq_ignore_ascii_case(c)).map(|s| (*s).to_owned());
    out.insertion = Insertion {
        structure: cells.checked("insertion", "ACI, EI, ETTI, AI, GEIQ, EA ou EATT", structure)?,
        clause: cells.flag("clause")?,
        reserved: cells.flag("reserve")?,
    };
    out.start = cells.day("debut")?;
    out.posted = cells.day("publie")?.and_then(|day| posted(feed, day, line, id, notices));
    out.closes = cells.day("cloture")?;
    out.origin_url = cells.url("url")?;
    out.licence = cells.line("licence");
    out.text = cells.raw("texte").and_then(mask::text);
    out.apply = channels(cells)?;
    Ok(out)
}

fn employer(cells: &Cells, notices: &mut Vec<Notice>) -> Result<Employer, Rejection> {
    let rna = |c: &str| {
        let rna = c.replace(' ', "").to_ascii_uppercase();
        (rna.len() == 10 && rna.starts_with('W') && rna[1..].bytes().all(|b| b.is_ascii_digit())).then_some(rna)
    };
    let structure = cells.raw("insertion").unwrap_or_default();
    Ok(Employer {
        name: cells.line("employeur"),
        anonymous: cells.flag("employeur_anonyme")? == Some(true),
        siret: siret(cells, notices)?,
        rna: cells.checked("rna", "un numéro RNA : W et 9 chiffres", rna)?,
        size: cells.line("effectif"),
        naf: cells.line("naf"),
        agency: cells.line("agence"),
        about: cells.raw("employeur_texte").and_then(mask::text),
        adapted: ["EA", "EATT"].iter().any(|s| s.eq_ignore_ascii_case(structure)).then_some(true),
    })
}

/// A spreadsheet shows 14 digits as "7,32829E+13": the last ones are lost, and the offer is good without them.
fn siret(cells: &Cells, notices: &mut Vec<Notice>) -> Result<Option<Siret>, Rejection> {
    let shortened = |cell: &&str| fold(cell).contains("e+") && cell.len() < 14;
    if let Some(cell) = cells.raw("siret").filter(shortened) {
        let text = format!(
            "« {cell} » : le tableur a perdu les derniers chiffres, le SIRET n'est pas gardé. Mettez la colonne au format Texte"
        );
        notices.push(notice(cells.row.line, Some(cells.id), "siret", text));
        return Ok(None);
    }
    cells.checked("siret", "un SIRET à 14 chiffres, clé juste", |cell| Siret::parse(table::decimals_off(cell)).ok())
}

fn places(cells: &Cells, reference: &Reference) -> Result<Vec<Place>, Rejection> {
    let code = cells.checked("commune_insee", "un code Insee à 5 caractères : 59512", table::commune_code)?;
    let postcode = cells.checked("code_postal", "un code postal à 5 chiffres", table::postcode)?;
    let point = match (cells.degrees("latitude")?, cells.degrees("longitude")?) {
        (Some(lat), Some(lon)) => Point::from_degrees(lat, lon),
        _ => None,
    };
    let hint = |label| PlaceHint {
        label,
        commune: code.as_ref().map(CommuneCode::as_str),
        postcode: postcode.as_deref(),
        point,
    };
    let names = cells.names("lieu");
    if names.len() > 1 {
        return Ok(names
            .iter()
            .flat_map(|n| reference.places(&PlaceHint { label: Some(n), ..PlaceHint::default() }))
            .collect());
    }
    Ok(reference.places(&hint(names.first().map(String::as_str))))
}

fn contract(cells: &Cells, out: &mut Offer) -> Result<(), Rejection> {
    let expected = "cdi, cdd, saisonnier, interim, cdi-interimaire, apprentissage, professionnalisation, cdd-insertion, \
                    cdd-tremplin, interim-insertion, cui-pec, public ou non-salarie";
    out.contract = cells.parsed("contrat", expected, cells::contract)?;
    let months = cells.number("duree_mois", 120)?;
    out.contract_days = cells.number("duree_jours", 3_660)?.or(months.map(|m| m * 30));
    Ok(())
}

fn hours(cells: &Cells) -> Result<Hours, Rejection> {
    let mut hours = cells.raw("horaires").map(|h| Hours::parse(&[h])).unwrap_or_default();
    let week = cells.week("heures_semaine")?;
    let said = cells.parsed("temps", "temps plein ou temps partiel", cells::work_time)?;
    if week.is_some() {
        // The column is surer than words.
        hours = Hours { weekly_min: week, ..hours };
        let full = week.is_some_and(|m| m >= 35 * 60);
        let by_hours = if full { domain::hours::WorkTime::Full } else { domain::hours::WorkTime::Part };
        hours.work_time = Some(by_hours);
    }
    hours.work_time = said.or(hours.work_time);
    Ok(hours)
}

fn pay(cells: &Cells) -> Result<Option<Pay>, Rejection> {
    let (min, max) = (cells.cents("salaire_min")?, cells.cents("salaire_max")?);
    let period = cells.parsed("salaire_periode", "heure, jour, mois ou an", cells::period)?;
    let (Some(first), Some(last)) = (min.or(max), max.or(min)) else { return Ok(None) };
    let Some(period) = period else {
        return Err(cells.wrong("salaire_periode", "la période manque : heure, jour, mois ou an".to_owned()));
    };
    if first > last {
        return Err(cells.wrong("salaire_max", "le maximum est plus petit que le minimum".to_owned()));
    }
    Ok(Some(Pay { min_cents: first, max_cents: last, period, months_e2: None }))
}

fn requirements(cells: &Cells) -> Result<Requirements, Rejection> {
    let diploma = cells.raw("diplome").map(|cell| cells::split_need(cell, Need::Essential).1);
    let level = cells.checked("diplome", "sans, cap, bac, bac+2, bac+3 ou bac+5", |cell| {
        cells::diploma(fold(cells::split_need(cell, Need::Essential).0).trim())
    })?;
    let diplomas =
        level.zip(diploma).map(|(level, need)| DiplomaNeed { level, field: cells.line("diplome_domaine"), need });
    let months = cells.number("experience_mois", 600)?;
    Ok(Requirements {
        // "Non" is said of beginners by the experience that is asked for.
        beginner_ok: cells.flag("debutant")?.filter(|yes| *yes),
        experience: months.map(|m| Experience { need: Need::Essential, months: Some(m) }),
        diplomas: diplomas.into_iter().collect(),
        permits: cells.asked("permis", Need::Essential),
        languages: cells.asked("langues", Need::Essential),
        skills: cells.asked("competences", Need::Optional),
        soft_skills: cells.names("savoir_etre"),
        conditions: cells.names("conditions"),
    })
}

fn channels(cells: &Cells) -> Result<Vec<ApplyChannel>, Rejection> {
    let mut out = Vec::new();
    out.extend(cells.url("postuler_url")?.map(ApplyChannel::Url));
    out.extend(cells.phone("postuler_telephone")?.map(ApplyChannel::Phone));
    out.extend(cells.email("postuler_email")?.map(ApplyChannel::Email));
    out.extend(cells.line("postuler_adresse").map(ApplyChannel::InPerson));
    Ok(out)
}

#[cfg(test)]
mod tests;
