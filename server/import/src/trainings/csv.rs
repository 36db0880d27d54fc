//! The CSV: a row is a session. Rows with the same `identifiant`, wherever they stand, are sessions of one training,
//! whose facts stand in the first of them. A row that is wrong takes no other with it.

use super::cells::Cells;
use super::commune;
use crate::france_travail::web;
use crate::resolve::Reference;
use crate::table::{self, Record, Row, Table};
use crate::{BadRecord, ImportError};
use domain::certification::CertificationCode;
use domain::import::Rejection;
use domain::occupation::RomeCode;
use domain::text::{fold, shorten};
use domain::training::{Cost, Entry, Financer, Financing, Kind, Prerequisites, Promise, Results, Session, Training};
use std::collections::{HashMap, VecDeque};
use std::io::Read;

/// Name of each column, then other names that are understood, as `table::column_name` writes them.
pub(super) const COLUMNS: &[&[&str]] = &[
    &["identifiant", "id", "numero"],
    &["type", "nature"],
    &["intitule", "titre"],
    &["organisme", "organisme_de_formation"],
    &["telephone", "tel"],
    &["site", "url", "lien"],
    &["objectif"],
    &["certification", "rncp", "code_rncp"],
    &["niveau", "niveau_sortie"],
    &["rome", "code_rome", "codes_rome"],
    &["competences"],
    &["donne", "delivre"],
    &["demande", "prerequis"],
    &["ferme_a"],
    &["apres"],
    &["a_verifier", "conditions"],
    &["public"],
    &["heures", "duree_heures"],
    &["heures_semaine"],
    &["rythme"],
    &["debut", "date_debut"],
    &["fin", "date_fin"],
    &["entree", "entrees"],
    &["places", "places_restantes"],
    &["commune", "ville"],
    &["code_postal", "cp"],
    &["commune_insee", "code_insee"],
    &["adresse"],
    &["a_distance"],
    &["cout", "prix"],
    &["financements"],
    &["reste_a_charge"],
    &["a_avancer"],
    &["remuneration"],
    &["promesses"],
    &["resultats"],
];
const REQUIRED: &[&str] = &["identifiant", "intitule", "organisme"];
const MAX_ID: usize = 80;
const MAX_LINE: usize = 200;
const MAX_TEXT: usize = 1_000;

/// Trainings are held until the end of the file, because their rows may be anywhere in it; up to so many bytes of
/// rows. Beyond it they go on as they are, and later rows of the same training are rejected.
const MAX_HELD: usize = 16 << 20;
/// What a session takes beside its text, in bytes.
const SESSION: usize = 256;

/// The rows of a file, grouped.
pub(super) struct Records<R> {
    table: Table<R>,
    columns: Vec<Option<usize>>,
    /// In the order of their first rows.
    held: Vec<Held>,
    size: usize,
    /// Where each training is held, by its folded id, and its first line.
    known: HashMap<String, (Place, u64)>,
    ready: VecDeque<Training>,
}

/// A training whose rows may not be all read yet.
struct Held {
    training: Training,
    /// Whether one of its sessions could not be read.
    damaged: bool,
}

/// Where a training is.
#[derive(Clone, Copy)]
enum Place {
    Held(usize),
    /// It was too much to hold.
    GoneOn,
}

impl<R: Read> Records<R> {
    pub(super) fn open(input: R) -> Result<Self, ImportError> {
        let table = Table::feed("formations (CSV)", input, COLUMNS, REQUIRED)?;
        let columns = COLUMNS.iter().map(|names| table.column(names)).collect();
        Ok(Self { table, columns, held: Vec::new(), size: 0, known: HashMap::new(), ready: VecDeque::new() })
    }

    /// The next training; `None` at the end.
    pub(super) fn next(
        &mut self,
        source: &str,
        reference: &Reference,
    ) -> Result<Option<Result<Training, BadRecord>>, ImportError> {
        loop {
            if let Some(training) = self.ready.pop_front() {
                return Ok(Some(Ok(training)));
            }
            match self.table.next_record()? {
                None if self.held.is_empty() => return Ok(None),
                None => self.go_on(),
                Some(Record::Broken(broken)) => return Ok(Some(Err(broken.into()))),
                Some(Record::Row(row)) => {
                    if let Err(bad) = self.take(&row, source, reference) {
                        return Ok(Some(Err(bad)));
                    }
                    if self.size > MAX_HELD {
                        self.go_on();
                    }
                }
            }
        }
    }

    /// Hands over all that is held.
    fn go_on(&mut self) {
        for (place, _) in self.known.values_mut() {
            *place = Place::GoneOn;
        }
        self.size = 0;
        for Held { mut training, damaged } in self.held.drain(..) {
            // Without the only session that it had, it would not be what its source says.
            if !damaged || !training.sessions.is_empty() {
                training.sessions.sort();
                self.ready.push_back(training);
            }
        }
    }

    /// Adds a row to its training.
    fn take(&mut self, row: &Row, source: &str, reference: &Reference) -> Result<(), BadRecord> {
        let cells = Cells { row, columns: &self.columns };
        let id = cells.raw("identifiant").map(table::reference).unwrap_or_default();
        let bad = |rejection| BadRecord::of(rejection, &id);
        let key = fold(&id);
        let at = match self.known.get(&key) {
            Some((Place::GoneOn, first)) => {
                let why = format!(
                    "le même identifiant est à la ligne {first}, trop loin d'ici : triez le fichier par identifiant"
                );
                return Err(bad(cells.wrong("identifiant", why)));
            }
            Some((Place::Held(at), first)) => {
                let title = cells.raw("intitule").map(domain::mask::line).unwrap_or_default();
                if !title.is_empty() && fold(&title) != fold(&self.held[*at].training.title) {
                    let other = shorten(&self.held[*at].training.title, 40);
                    let why = format!(
                        "le même identifiant est celui de « {other} », ligne {first} : donnez-en un à chaque formation"
                    );
                    return Err(bad(cells.wrong("identifiant", why)));
                }
                *at
            }
            None => {
                let training = facts(source, &id, &cells).map_err(bad)?;
                self.size += (0..self.columns.len()).map(|at| row.get(at).len()).sum::<usize>();
                self.held.push(Held { training, damaged: false });
                self.known.insert(key, (Place::Held(self.held.len() - 1), row.line));
                self.held.len() - 1
            }
        };
        match session(&cells, reference) {
            Ok(session) => {
                self.size += SESSION;
                self.held[at].training.sessions.extend(session);
                Ok(())
            }
            Err(rejection) => {
                self.held[at].damaged = true;
                Err(bad(rejection))
            }
        }
    }
}

/// The facts of a training, without sessions.
fn facts(source: &str, id: &str, cells: &Cells) -> Result<Training, Rejection> {
    if id.chars().count() > MAX_ID {
        return Err(cells.wrong("identifiant", format!("on attend un texte d'au plus {MAX_ID} caractères")));
    }
    let level = cells.parsed("niveau", "un niveau de 1 à 8 (CAP : 3, bac : 4)", |cell| {
        table::whole_number(cell).and_then(|level| u8::try_from(level).ok()).filter(|level| (1..=8).contains(level))
    })?;
    let certification = match cells.raw("certification").map(CertificationCode::parse) {
        Some(Err(error)) => return Err(cells.wrong("certification", error.to_string())),
        Some(Ok(code)) => Some(code),
        None => None,
    };
    Ok(Training {
        source: source.to_owned(),
        source_id: cells.required("identifiant", Some(id.to_owned()).filter(|id| !id.is_empty()))?,
        kind: kind(cells)?,
        title: cells.required("intitule", cells.text("intitule", MAX_LINE)?)?,
        body: cells.required("organisme", cells.text("organisme", MAX_LINE)?)?,
        phone: cells.parsed("telephone", "un numéro français à 10 chiffres, non surtaxé", table::business_phone)?,
        website: cells.parsed("site", "une adresse web qui commence par https://", web)?,
        objective: cells.text("objectif", MAX_TEXT)?,
        certification,
        level,
        rome: cells.romes()?,
        skills: cells.parts("competences").map(domain::mask::line).collect(),
        gives: cells.gates("donne")?,
        prerequisites: Prerequisites {
            gates: cells.gates("demande")?,
            without: cells.gates("ferme_a")?,
            after: cells.parts("apres").map(str::to_owned).collect(),
            check: cells.text("a_verifier", MAX_TEXT)?,
        },
        public: cells.text("public", MAX_TEXT)?,
        hours: cells.number("heures", "un nombre d'heures")?,
        weekly_hours: cells.number("heures_semaine", "un nombre d'heures, de 1 à 60")?.filter(|hours| *hours <= 60u8),
        rhythm: cells.text("rythme", MAX_LINE)?,
        cost: cost(cells)?,
        monthly_pay: cells.number("remuneration", "des euros par mois")?,
        promises: cells.parts("promesses").map(|part| promise(cells, part)).collect::<Result<_, _>>()?,
        results: cells.parsed("resultats", "22/24:2025:qui a compté", results)?,
        sessions: Vec::new(),
    })
}

fn kind(cells: &Cells) -> Result<Kind, Rejection> {
    let codes: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    let kind = cells.parsed("type", &codes.join(", "), |cell| {
        let code = fold(cell).trim().replace([' ', '_'], "-");
        match code.as_str() {
            "pmsmp" => Some(Kind::Immersion),
            "fle" => Some(Kind::French),
            code => Kind::from_code(code),
        }
    })?;
    Ok(kind.unwrap_or(Kind::Course))
}

/// The session of a row; `None` where it names no day.
fn session(cells: &Cells, reference: &Reference) -> Result<Option<Session>, Rejection> {
    let entry = cells.parsed("entree", "fixe ou permanente", |cell| Entry::from_code(fold(cell).trim()))?;
    let entry = entry.unwrap_or(Entry::Fixed);
    let (first, last) = (cells.day("debut")?, cells.day("fin")?);
    let Some(first) = first else {
        return match last {
            Some(_) => Err(cells.wrong("debut", "cette case est vide, alors que la fin est donnée")),
            None => Ok(None),
        };
    };
    let session = Session::new(first, last, entry).map_err(|error| cells.wrong("fin", error.to_string()))?;
    let (code, name, postcode) = (cells.raw("commune_insee"), cells.raw("commune"), cells.raw("code_postal"));
    let commune = commune(reference, code, name, postcode);
    if commune.is_none()
        && let Some((column, cell)) = code.map(|c| ("commune_insee", c)).or_else(|| name.map(|n| ("commune", n)))
    {
        let why = "n'est pas trouvée avec certitude : ajoutez le code postal, ou le code Insee dans commune_insee";
        return Err(cells.wrong(column, format!("« {cell} » {why}")));
    }
    Ok(Some(Session {
        places: cells.number("places", "un nombre de places")?,
        commune,
        address: cells.text("adresse", MAX_LINE)?,
        remote: cells.flag("a_distance")?,
        ..session
    }))
}

fn cost(cells: &Cells) -> Result<Cost, Rejection> {
    let financing = cells.parts("financements").map(|part| financing(cells, part)).collect::<Result<Vec<_>, _>>()?;
    let euros = |column| cells.number(column, "des euros, sans centimes");
    Cost::new(euros("cout")?, financing, euros("reste_a_charge")?, euros("a_avancer")?)
        .map_err(|error| cells.wrong("financements", error.to_string()))
}

/// « region:3200:sous condition de ressources ».
fn financing(cells: &Cells, part: &str) -> Result<Financing, Rejection> {
    let mut words = part.splitn(3, ':').map(str::trim);
    let who = words.next().and_then(|word| Financer::from_code(&fold(word).replace(' ', "-")));
    let euros = words.next().filter(|word| !word.is_empty());
    let condition = words.next().map(domain::mask::line).filter(|text| !text.is_empty());
    match (who, euros.map(str::parse::<u32>).transpose()) {
        (Some(who), Ok(euros)) => Ok(Financing { who, euros, condition }),
        _ => {
            let codes: Vec<&str> = Financer::ALL.iter().map(|who| who.code()).collect();
            let why = format!(
                "« {part} » n'est pas compris : on attend qui:euros:condition, avec qui parmi {}",
                codes.join(", ")
            );
            Err(cells.wrong("financements", why))
        }
    }
}

/// « Hôtel des Flandres:3:G1501:2026-10-01 ».
fn promise(cells: &Cells, part: &str) -> Result<Promise, Rejection> {
    let words: Vec<&str> = part.split(':').map(str::trim).collect();
    let read = || {
        let [employer, jobs, rome, signed] = words[..] else { return None };
        let (rome, jobs) = (RomeCode::parse(rome).ok()?, jobs.parse().ok().filter(|jobs| *jobs > 0)?);
        let employer = Some(domain::mask::line(employer)).filter(|name| !name.is_empty())?;
        Some(Promise { employer, jobs, rome, signed: table::day(signed)? })
    };
    let why = format!("« {part} » n'est pas compris : on attend employeur:postes:code ROME:date de signature");
    read().ok_or_else(|| cells.wrong("promesses", why))
}

/// « 22/24:2025:France Travail ».
fn results(cell: &str) -> Option<Results> {
    let mut words = cell.splitn(3, ':').map(str::trim);
    let (employed, of) = words.next()?.split_once('/')?;
    let (employed, of) = (employed.trim().parse().ok()?, of.trim().parse().ok()?);
    let year = words.next()?.parse().ok()?;
    let source = domain::mask::line(words.next()?);
    (employed <= of && of > 0 && !source.is_empty()).then_some(Results { employed, of, year, source })
}
