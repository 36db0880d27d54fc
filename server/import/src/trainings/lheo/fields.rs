//! From LHEO's elements to a training. Codes: LHEO 2.3, tables of the glossary; where a 2.2 document says the same
//! thing elsewhere, both places are looked at.

use super::super::commune;
use super::tree::Node;
use super::wrong;
use crate::BadRecord;
use crate::france_travail::web;
use crate::resolve::Reference;
use domain::apply::business_phone;
use domain::certification::CertificationCode;
use domain::gate::Gate;
use domain::import::Rejection;
use domain::mask;
use domain::occupation::RomeCode;
use domain::requirement::Diploma;
use domain::text::shorten;
use domain::time::Day;
use domain::training::{Cost, Entry, Financer, Financing, Kind, Prerequisites, Session, Training};

/// Longest texts that are kept, in characters.
const MAX_LINE: usize = 200;
const MAX_TEXT: usize = 1_000;

/// The trainings of a record: one for each action, or one of a search's answer.
pub(super) fn trainings(
    source: &str,
    record: &Node,
    line: u64,
    reference: &Reference,
) -> Vec<Result<Training, BadRecord>> {
    let actions: Vec<&Node> = record.each("action").collect();
    if actions.is_empty() {
        let own = Given { record, action: record, id: record.number.clone(), line, reference };
        return vec![own.record(source)];
    }
    let several = actions.len() > 1;
    let id = |at: usize, action: &Node| match (several && !record.number.is_empty(), action.number.is_empty()) {
        (false, _) => record.number.clone(),
        (true, false) => format!("{}/{}", record.number, action.number),
        (true, true) => format!("{}/{}", record.number, at + 1),
    };
    let own =
        actions.iter().enumerate().map(|(at, action)| Given { record, action, id: id(at, action), line, reference });
    own.map(|given| given.record(source)).collect()
}

/// A record and one of its actions.
struct Given<'a> {
    record: &'a Node,
    action: &'a Node,
    id: String,
    line: u64,
    reference: &'a Reference,
}

impl Given<'_> {
    fn wrong(&self, field: &str, why: impl Into<String>) -> Rejection {
        wrong(self.line, &self.id, field, why)
    }

    fn record(&self, source: &str) -> Result<Training, BadRecord> {
        self.training(source).map_err(|rejection| match self.id.as_str() {
            "" => BadRecord { rejection, named: self.record.others.clone() },
            id => BadRecord::of(rejection, id),
        })
    }

    fn training(&self, source: &str) -> Result<Training, Rejection> {
        let (record, action) = (self.record, self.action);
        if self.id.is_empty() {
            return Err(self.wrong("numero", "l'attribut numero manque : il distingue une formation d'une autre"));
        }
        let title = record.text_at("intitule-formation").map(line).filter(|title| !title.is_empty());
        let title = title.ok_or_else(|| self.wrong("intitule-formation", "cet élément manque ou est vide"))?;
        let bodies = ["nom-organisme", "organisme-formation-responsable/nom-organisme"];
        let body = bodies.iter().find_map(|path| record.text_at(path)).map(line).unwrap_or_default();
        let phone = |node: &Node| node.text_at("coordonnees/telfixe/numtel").and_then(business_phone);
        Ok(Training {
            source: source.to_owned(),
            source_id: self.id.clone(),
            kind: kind(record.text_at("objectif-general-formation")),
            title,
            body,
            phone: record.at("contact-formation").and_then(phone),
            website: record.text_at("url-formation/urlweb").and_then(web),
            objective: record.text_at("objectif-formation").and_then(text),
            certification: record.at("certification").and_then(certification),
            level: record.text_at("code-niveau-sortie").and_then(level),
            rome: self.romes()?,
            skills: Vec::new(),
            gives: Vec::new(),
            prerequisites: self.prerequisites(),
            public: None,
            hours: action
                .text_at("nombre-heures-total")
                .and_then(|hours| hours.parse().ok())
                .filter(|hours| *hours > 0),
            weekly_hours: None,
            rhythm: action.text_at("rythme-formation").map(line),
            cost: self.cost()?,
            monthly_pay: None,
            promises: Vec::new(),
            results: None,
            sessions: self.sessions()?,
        })
    }

    fn romes(&self) -> Result<Vec<RomeCode>, Rejection> {
        let codes = self.record.at("domaine-formation").into_iter().flat_map(|domain| domain.each("code-ROME"));
        let parse =
            |node: &Node| RomeCode::parse(&node.text).map_err(|error| self.wrong("code-ROME", error.to_string()));
        codes.filter(|node| !node.text.trim().is_empty()).map(parse).collect()
    }

    /// A level that is compulsory is a rule; everything else stays words.
    fn prerequisites(&self) -> Prerequisites {
        let compulsory = self.action.text_at("niveau-entree-obligatoire") == Some("1");
        let entry = self.record.text_at("code-niveau-entree").filter(|_| compulsory).and_then(level);
        let diploma = entry.and_then(|level| match level {
            3 => Some(Diploma::Cap),
            4 => Some(Diploma::Bac),
            5 => Some(Diploma::Bac2),
            6 => Some(Diploma::Bac3),
            7.. => Some(Diploma::Bac5),
            _ => None,
        });
        Prerequisites {
            gates: diploma.map(Gate::Diploma).into_iter().collect(),
            without: Vec::new(),
            after: Vec::new(),
            check: self.action.text_at("conditions-specifiques").and_then(text),
        }
    }

    fn cost(&self) -> Result<Cost, Rejection> {
        let euros = |path: &str| {
            let Some(cell) = self.action.text_at(path) else { return Ok(None) };
            // Sources write cents; a person counts in euros, and never less than it costs.
            let euros = cell.replace(',', ".").parse::<f64>().ok().filter(|euros| (0.0..1e6).contains(euros));
            euros
                .map(|euros| Some(euros.ceil() as u32))
                .ok_or_else(|| self.wrong(path, format!("« {} » n'est pas un prix en euros", shorten(cell, 40))))
        };
        let financing: Vec<Financing> = self
            .action
            .each("organisme-financeur")
            .filter_map(|one| financer(one.text_at("code-financeur")?))
            .map(|who| Financing { who, euros: None, condition: None })
            .collect();
        Cost::new(euros("prix-total-TTC")?, financing, euros("frais-restants")?, None)
            .map_err(|error| self.wrong("prix-total-TTC", error.to_string()))
    }

    fn sessions(&self) -> Result<Vec<Session>, Rejection> {
        let entry =
            if self.action.text_at("modalites-entrees-sorties") == Some("1") { Entry::Open } else { Entry::Fixed };
        let place = self.action.at("lieu-de-formation/coordonnees/adresse").unwrap_or(self.record);
        let name = place.text_at("ville");
        let commune = commune(self.reference, place.text_at("code-INSEE-commune"), name, place.text_at("codepostal"));
        let address = place.text_at("ligne").filter(|_| place.name == "adresse").map(line);
        // 2: all of it at a distance.
        let remote = self.action.text_at("modalites-enseignement") == Some("2");
        let mut all = Vec::new();
        for session in self.action.each("session") {
            let Some(period) = session.at("periode") else { continue };
            let Some((first, month_only)) = self.day(period, "debut")? else { continue };
            let last = self.day(period, "fin")?.map(|(last, month)| if month { end_of_month(last) } else { last });
            let made = Session::new(first, last, entry).map_err(|error| self.wrong("periode", error.to_string()))?;
            // 2 closed, 3 suspended: nobody is taken in.
            let shut = matches!(session.text_at("etat-recrutement"), Some("2" | "3"));
            let places = session.text_at("recrutement/nb-places").and_then(|places| places.parse().ok());
            let places = if shut { Some(0) } else { places };
            all.push(Session {
                month_only,
                places,
                commune: commune.clone(),
                address: address.clone(),
                remote,
                ..made
            });
        }
        all.sort();
        Ok(all)
    }

    /// AAAAMMJJ; a day of 00 says that only the month is known.
    fn day(&self, period: &Node, name: &str) -> Result<Option<(Day, bool)>, Rejection> {
        let Some(cell) = period.text_at(name) else { return Ok(None) };
        // « pas de date » in the standard.
        if matches!(cell, "00000000" | "99999999") {
            return Ok(None);
        }
        let read = || {
            let number = |at: core::ops::Range<usize>| cell.get(at)?.parse::<u32>().ok();
            let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
            let plain = cell.len() == 8 && cell.bytes().all(|byte| byte.is_ascii_digit());
            let made = Day::from_ymd(i32::try_from(year).ok()?, month, day.max(1));
            made.filter(|_| plain).map(|made| (made, day == 0))
        };
        let why = || format!("« {} » n'est pas une date : on attend AAAAMMJJ, comme 20270131", shorten(cell, 40));
        read().map(Some).ok_or_else(|| self.wrong(name, why()))
    }
}

fn end_of_month(first: Day) -> Day {
    let (year, month, _) = first.ymd();
    let next = if month == 12 { Day::from_ymd(year + 1, 1, 1) } else { Day::from_ymd(year, month + 1, 1) };
    next.map_or(first, |next| next.plus(-1))
}

fn line(text: &str) -> String {
    shorten(&mask::line(text), MAX_LINE)
}

fn text(html: &str) -> Option<String> {
    mask::text(html).map(|text| shorten(&text, MAX_TEXT))
}

/// `objectif-general-formation`: 5 remise à niveau, 8 préparation à la qualification, 9 (re)mobilisation.
fn kind(objective: Option<&str>) -> Kind {
    if matches!(objective, Some("5" | "8" | "9")) { Kind::Preparatory } else { Kind::Course }
}

/// LHEO's code of a level as one of the European frame: 4 to 8 are those of the old French frame (4 is CAP, 5 is
/// bac), 11 to 18 the European ones (since LHEO 2.3).
fn level(code: &str) -> Option<u8> {
    match code.parse::<u8>().ok()? {
        old @ 4..=8 => Some(old - 1),
        new @ 11..=18 => Some(new - 10),
        _ => None,
    }
}

fn certification(node: &Node) -> Option<CertificationCode> {
    let code = |path: &str| node.text_at(path).and_then(|text| text.parse::<u32>().ok()).filter(|number| *number > 0);
    let rncp = code("code-RNCP").map(CertificationCode::Rncp);
    rncp.or_else(|| code("code-RS").map(CertificationCode::Rs))
        .or_else(|| code("code-CERTIFINFO").map(CertificationCode::CertifInfo))
}

/// LHEO's `code-financeur`; `None` for the person herself and for "nobody".
fn financer(code: &str) -> Option<Financer> {
    Some(match code {
        "0" | "10" => return None,
        "2" => Financer::Region,
        "3" | "13" => Financer::State,
        "4" => Financer::FranceTravail,
        "5" => Financer::Employer,
        "7" => Financer::Agefiph,
        "8" => Financer::Departement,
        "9" => Financer::Commune,
        "16" => Financer::Opco,
        "17" => Financer::TransitionsPro,
        "20" => Financer::Ofii,
        _ => Financer::Other,
    })
}
