//! The real data that lies beside the checkout, for the examples and the tests of this crate: never
//! part of the repository. Everything here is lenient and minimal; the product's own imports are in
//! the server.

use domain::contract::Contract;
use domain::employer::Employer;
use domain::hours::Hours;
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::offer::{Offer, StoredOffer};
use domain::pay::Pay;
use domain::place::{Basin, Commune, CommuneCode, DepartementCode, Place, Point, Precision};
use domain::requirement::{Asked, Need};
use domain::time::{Day, Timestamp};
use flate2::read::GzDecoder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The folder of the real data; `None` when it is not there.
pub(crate) fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let dir = std::env::var_os("PASSERELLE_SHARED_DATA").map_or_else(beside, PathBuf::from);
    dir.join("rome").is_dir().then_some(dir)
}

type Rows = Vec<BTreeMap<String, String>>;

fn rows(reader: impl Read, delimiter: u8) -> Rows {
    let mut csv = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(reader);
    csv.deserialize().map_while(Result::ok).collect()
}

fn rome_rows(dir: &Path, name: &str) -> Rows {
    let file = File::open(dir.join("rome/rome_v460_utf8.zip")).expect("the ROME archive");
    let mut zip = zip::ZipArchive::new(file).expect("a zip");
    let mut text = Vec::new();
    zip.by_name(name).expect("a file of ROME").read_to_end(&mut text).expect("readable");
    rows(text.as_slice(), b',')
}

/// ROME's occupations.
pub(crate) fn occupations(dir: &Path) -> Vec<Occupation> {
    rome_rows(dir, "unix_referentiel_code_rome_v460_utf8.csv")
        .into_iter()
        .filter_map(|r| {
            Some(Occupation {
                code: RomeCode::parse(&r["code_rome"]).ok()?,
                label: r["libelle_rome"].clone(),
                parent: RomeCode::parse(&r["code_rome_parent"]).ok(),
                definition: String::new(),
            })
        })
        .collect()
}

/// ROME's appellations.
pub(crate) fn appellations(dir: &Path) -> Vec<Appellation> {
    rome_rows(dir, "unix_referentiel_appellation_v460_utf8.csv")
        .into_iter()
        .filter_map(|r| {
            Some(Appellation {
                ogr: r["code_ogr"].parse().ok()?,
                label: r["libelle_appellation_long"].clone(),
                rome: RomeCode::parse(&r["code_rome"]).ok()?,
            })
        })
        .collect()
}

fn places_rows(dir: &Path, name: &str, delimiter: u8) -> Rows {
    rows(GzDecoder::new(File::open(dir.join("places").join(name)).expect("a file of places")), delimiter)
}

/// The communes with their centres, basins and former names.
pub(crate) fn communes(dir: &Path) -> Vec<Commune> {
    let mut points = BTreeMap::new();
    let mut former: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in places_rows(dir, "laposte_hexasmal.csv.gz", b';') {
        let code = row.get("Code_commune_INSEE").cloned().unwrap_or_default();
        if !row["Ligne_5"].is_empty() && row["Ligne_5"] != row["Nom_commune"] {
            former.entry(code.clone()).or_default().push(row["Ligne_5"].clone());
        }
        let mut parts = row["coordonnees_gps"].split(',').filter_map(|p| p.trim().parse::<f64>().ok());
        if let (Some(lat), Some(lon)) = (parts.next(), parts.next()) {
            points.insert(code, Point::from_degrees(lat, lon));
        }
    }
    let clpe = places_rows(dir, "clpe.csv.gz", b',').into_iter();
    let basins: BTreeMap<String, String> =
        clpe.map(|r| (r["commune_id"].clone(), r["territoire_id"].clone())).collect();
    places_rows(dir, "communes_cog.csv.gz", b',')
        .into_iter()
        .filter_map(|r| {
            Some(Commune {
                code: CommuneCode::parse(&r["code"]).ok()?,
                name: r["nom"].clone(),
                region: r["region"].clone(),
                postcodes: r["codes_postaux"].split(['|', ';', ' ', ',']).map(str::to_owned).collect(),
                population: r["population"].parse().unwrap_or(0),
                point: points.get(&r["code"]).copied().flatten(),
                clpe: basins.get(&r["code"]).cloned(),
                former: former.remove(&r["code"]).unwrap_or_default(),
            })
        })
        .collect()
}

/// The labour basins by name.
pub(crate) fn basins(dir: &Path) -> Vec<Basin> {
    let rows = places_rows(dir, "clpe.csv.gz", b',').into_iter();
    let names: BTreeMap<String, String> =
        rows.map(|r| (r["territoire_id"].clone(), r["territoire_libelle"].trim().to_owned())).collect();
    names.into_iter().map(|(code, name)| Basin { code, name }).collect()
}

/// The real offers, open on [`TODAY`], as far as the search needs them.
pub(crate) fn offers(dir: &Path) -> Vec<StoredOffer> {
    let file = GzDecoder::new(File::open(dir.join("offers/france_travail_offers.jsonl.gz")).expect("the offers"));
    let lines = BufReader::new(file).lines().map_while(Result::ok);
    lines.filter_map(|l| serde_json::from_str::<Value>(&l).ok()).filter_map(|v| offer(&v)).map(stored).collect()
}

/// The day of the real offers' search.
pub(crate) const TODAY: Day = Day(20_420);

/// An offer as the store would keep it.
pub(crate) fn stored(offer: Offer) -> StoredOffer {
    let now = Timestamp(i64::from(TODAY.0) * 86_400);
    let (number, text_since) = (offer.number(), offer.posted.unwrap_or(TODAY));
    StoredOffer { number, offer, first_seen: now, confirmed: now, changed: now, closed: None, rev: 1, text_since }
}

fn text<'a>(value: &'a Value, path: &str) -> Option<&'a str> {
    value.pointer(path).and_then(Value::as_str).map(str::trim).filter(|t| !t.is_empty())
}

fn offer(value: &Value) -> Option<Offer> {
    let title = domain::title::display(text(value, "/intitule")?);
    let mut offer = Offer::new("france-travail", text(value, "/id")?, &title);
    offer.rome = text(value, "/romeCode").and_then(|c| RomeCode::parse(c).ok());
    offer.appellation = text(value, "/appellationlibelle").map(str::to_owned);
    offer.text = text(value, "/description").map(str::to_owned);
    offer.employer = Employer {
        name: text(value, "/entreprise/nom").map(str::to_owned),
        naf: text(value, "/codeNAF").map(str::to_owned),
        ..Employer::default()
    };
    offer.contract = Contract::from_france_travail(text(value, "/typeContrat"), text(value, "/natureContrat"));
    let hours: Vec<&str> =
        ["/dureeTravailLibelle", "/dureeTravailLibelleConverti"].iter().filter_map(|p| text(value, p)).collect();
    offer.hours = Hours::parse(&hours);
    offer.pay = text(value, "/salaire/libelle").and_then(Pay::read);
    offer.requirements.beginner_ok = (text(value, "/experienceExige") == Some("D")).then_some(true);
    for skill in value["competences"].as_array().into_iter().flatten() {
        let label = text(skill, "/libelle").unwrap_or_default().to_owned();
        offer.requirements.skills.push(Asked { label, code: None, level: None, need: Need::Optional });
    }
    offer.posted = text(value, "/dateCreation").and_then(Timestamp::parse).map(Timestamp::utc_day);
    offer.places.extend(place(&value["lieuTravail"]));
    Some(offer)
}

fn place(value: &Value) -> Option<Place> {
    let label = text(value, "/libelle")?;
    let commune = text(value, "/commune").and_then(|c| CommuneCode::parse(c).ok());
    let degrees = |path| value.pointer(path).and_then(Value::as_f64);
    let point = degrees("/latitude").zip(degrees("/longitude")).and_then(|(lat, lon)| Point::from_degrees(lat, lon));
    let departement = label.split_once(" - ").and_then(|(code, _)| DepartementCode::parse(code).ok());
    let precision = match (&commune, point, &departement) {
        (Some(_), ..) | (_, Some(_), _) => Precision::Commune,
        (.., Some(_)) => Precision::Departement,
        _ => Precision::Unresolved,
    };
    Some(Place {
        precision,
        label: label.to_owned(),
        commune,
        departement,
        postcode: text(value, "/codePostal").map(str::to_owned),
        point,
    })
}
