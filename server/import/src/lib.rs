//! Pure parsers of the sources: bytes in, values of `domain` or a located error out.
//!
//! They open files ([`input`]) and nothing else: no store, no clock, no network. Called by the server's
//! commands, by the demo and by the tests. One file or folder is one source:
//!
//! - [`places`]: communes, their coordinates, their labour basins;
//! - [`rome`] and [`rome_skills`]: the archive of ROME as France Travail publishes it;
//! - [`france_travail`] and [`csv_offers`]: offers, record by record, through [`offers`];
//! - [`help_places`]: where people help;
//! - [`trainings`] and [`certifications`]: courses with their sessions, and what they certify;
//! - [`resolve`]: from a source's words to our communes and occupations.

pub mod certifications;
pub mod csv_offers;
mod error;
pub mod france_travail;
pub mod help_places;
pub mod input;
#[cfg(test)]
mod made;
pub mod places;
pub mod resolve;
pub mod rome;
mod rome_portraits;
pub mod rome_skills;
pub mod table;
pub mod trainings;

pub use error::ImportError;

use domain::coded_enum;
use domain::import::{ImportReport, Notice, Rejection};
use domain::offer::Offer;
use domain::place::Precision;
use domain::time::{Day, Timestamp};
use resolve::Reference;
use std::io::BufRead;

coded_enum! {
    /// How a file of offers is written.
    pub enum Format {
        /// France Travail: the search envelope, an array, or one JSON a line.
        FranceTravail = "france-travail",
        /// CSV with the French header of `docs/importer.md`.
        Csv = "csv",
    }
}

/// What a feed is read with.
#[derive(Clone, Copy)]
pub struct Feed<'a> {
    /// Name of the source.
    pub source: &'a str,
    /// The communes and occupations that its words are looked up in.
    pub reference: &'a Reference,
    /// Today, in the hub's zone.
    pub today: Day,
    /// The calendar day of an instant, in the hub's zone.
    pub day_of: &'a (dyn Fn(Timestamp) -> Day + Sync),
}

impl<'a> Feed<'a> {
    /// A feed of a caller without a time zone: days are those of UTC.
    #[must_use]
    pub fn in_utc(source: &'a str, reference: &'a Reference, today: Day) -> Self {
        Self { source, reference, today, day_of: &Timestamp::utc_day }
    }
}

/// A record that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRecord {
    /// What is wrong with it.
    pub rejection: Rejection,
    /// All that may be its id, or an id of what it swallowed. What is published under one of them is still in the
    /// feed: it stays as it was.
    pub named: Vec<String>,
}

impl BadRecord {
    /// A record whose id is known, or was not read (empty).
    fn of(rejection: Rejection, id: &str) -> Self {
        Self { rejection, named: if id.is_empty() { Vec::new() } else { vec![id.to_owned()] } }
    }
}

impl From<table::Broken> for BadRecord {
    fn from(broken: table::Broken) -> Self {
        let id = broken.named.first().map(String::as_str);
        Self { rejection: rejection(broken.line, id, "ligne", broken.reason), named: broken.named }
    }
}

/// Reads the offers of a file, one at a time; never the whole file.
///
/// Each item is an offer or a located [`BadRecord`]. A file that cannot be read to its end (cut,
/// broken archive) ends the iteration with a rejection of the field "fichier", and
/// [`Offers::finish`] then says so: what was read must not be published as a complete feed.
///
/// # Errors
/// When the file is empty, is not in this format, or a required column is missing.
pub fn offers<'a, R: BufRead>(format: Format, feed: Feed<'a>, input: R) -> Result<Offers<'a, R>, ImportError> {
    let records = match format {
        Format::FranceTravail => Records::Json(Box::new(france_travail::Records::open(input)?)),
        Format::Csv => Records::Csv(Box::new(csv_offers::Records::open(input)?)),
    };
    Ok(Offers { records, feed, notices: Vec::new(), fault: None, done: false })
}

enum Records<R> {
    Json(Box<france_travail::Records<R>>),
    Csv(Box<csv_offers::Records<R>>),
}

/// The offers of a file: see [`offers`].
pub struct Offers<'a, R> {
    records: Records<R>,
    feed: Feed<'a>,
    notices: Vec<Notice>,
    fault: Option<ImportError>,
    done: bool,
}

impl<R: BufRead> Offers<'_, R> {
    /// To be called when the iteration is over: whether the file was read to its end.
    ///
    /// # Errors
    /// What stopped the reading, with its line.
    pub fn finish(self) -> Result<(), ImportError> {
        self.fault.map_or(Ok(()), Err)
    }

    /// Columns of a CSV that are not known, and so were not read; empty for other formats.
    #[must_use]
    pub fn unknown_columns(&self) -> &[String] {
        match &self.records {
            Records::Json(_) => &[],
            Records::Csv(records) => records.unknown_columns(),
        }
    }

    /// What is to be known of the offers taken since this was last called.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        core::mem::take(&mut self.notices)
    }
}

impl<R: BufRead> Iterator for Offers<'_, R> {
    type Item = Result<Offer, BadRecord>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let next = match &mut self.records {
            Records::Json(records) => records.next_offer(&self.feed, &mut self.notices),
            Records::Csv(records) => records.next_offer(&self.feed, &mut self.notices),
        };
        match next {
            Ok(Some(item)) => Some(item),
            Ok(None) => {
                self.done = true;
                None
            }
            Err(fault) => {
                self.done = true;
                let rejection =
                    Rejection { line: fault.line(), id: None, field: "fichier".to_owned(), reason: fault.to_string() };
                self.fault = Some(fault);
                Some(Err(BadRecord::of(rejection, "")))
            }
        }
    }
}

/// Counts the fields that a taken offer lacks, under the names that the report shows.
pub fn count_missing(offer: &Offer, report: &mut ImportReport) {
    let unresolved = offer.places.iter().any(|p| p.precision == Precision::Unresolved);
    let missing = [
        ("text", offer.text.is_none()),
        ("place", offer.places.is_empty()),
        ("place_to_check", unresolved),
        ("posted", offer.posted.is_none()),
        ("rome", offer.rome.is_none()),
        ("employer", offer.employer.name.is_none()),
        ("contract", offer.contract.is_none()),
        ("hours", offer.hours.weekly_min.is_none() && offer.hours.work_time.is_none()),
        ("pay", offer.pay.is_none()),
        ("experience", offer.requirements.experience_band().is_none()),
        ("apply", offer.apply.is_empty() && offer.origin_url.is_none()),
    ];
    for (field, _) in missing.iter().filter(|(_, lacks)| *lacks) {
        report.miss(field);
    }
}

/// A rejection, from what is wrong where.
fn rejection(line: u64, id: Option<&str>, field: &str, reason: impl Into<String>) -> Rejection {
    Rejection { line, id: shown_id(id), field: field.to_owned(), reason: shown(reason.into()) }
}

/// A notice, from what is to be known of which field.
fn notice(line: u64, id: Option<&str>, field: &str, text: impl Into<String>) -> Notice {
    Notice { line, id: shown_id(id), field: field.to_owned(), text: shown(text.into()) }
}

fn shown_id(id: Option<&str>) -> Option<String> {
    id.filter(|id| !id.is_empty()).map(|id| domain::text::shorten(id, 60))
}

/// A report quotes cells that anybody may have written, and is read in a terminal.
fn shown(text: String) -> String {
    text.chars().filter(|c| !domain::text::is_command(*c)).collect()
}

/// The day on which an offer was published. One in the future is a fault of the source: it would stand before
/// all others until it comes.
fn posted(feed: &Feed, day: Day, line: u64, id: &str, notices: &mut Vec<Notice>) -> Option<Day> {
    if day <= feed.today {
        return Some(day);
    }
    let text = format!("la date de publication {day} est dans le futur : elle n'est pas montrée");
    notices.push(notice(line, Some(id), "publie", text));
    None
}

#[cfg(test)]
mod tests {
    use super::resolve::{By, OccupationHint};
    use super::*;
    use domain::import::Rejection;
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};

    #[test]
    fn a_report_gives_a_terminal_no_commands() {
        let quoted = rejection(2, None, "siret", "« \u{1b}[2J\0\u{202e}1\n » n'est pas compris");
        assert_eq!(quoted.reason, "« [2J1 » n'est pas compris");
    }

    /// The folder of real data beside the workspace, or a clear line and `None`.
    pub(crate) fn shared_data() -> Option<PathBuf> {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
        let folder = std::env::var_os("PASSERELLE_SHARED_DATA").map_or(beside, PathBuf::from);
        if folder.join("README.md").exists() {
            return Some(folder);
        }
        eprintln!("skipped: the real data is not there ({})", folder.display());
        None
    }

    fn reference(data: &Path) -> Reference {
        let open = |name: &str| input::open(&data.join(name)).unwrap();
        let places::ReadPlaces { communes, basins, report } = places::read_places(
            open("places/communes_cog.csv.gz"),
            open("places/laposte_hexasmal.csv.gz"),
            Some(open("places/clpe.csv.gz")),
        )
        .unwrap();
        assert_eq!((communes.len(), report.rejected), (35_014, 0), "{:?}", report.rejections);
        let of = |name: &str| communes.iter().find(|c| c.former.iter().any(|f| f == name)).map(|c| c.name.as_str());
        assert_eq!(
            (of("Lomme"), of("Andreze"), of("Malo les Bains")),
            (Some("Lille"), Some("Beaupréau-en-Mauges"), Some("Dunkerque"))
        );
        assert!(basins.iter().any(|basin| basin.name == "Sambre - Avesnois"));
        eprintln!("places: {:?}", report.missing);
        let (release, report) =
            rome::read_rome(input::open_seekable(&data.join("rome/rome_v460_utf8.zip")).unwrap()).unwrap();
        assert_eq!(release.version, "460");
        assert_eq!((release.occupations.len(), release.appellations.len()), (1_584, 13_120));
        assert_eq!(report.rejected, 0, "{:?}", report.rejections);
        assert!(release.occupations.iter().all(|o| !o.definition.is_empty() && !o.definition.contains("''")));
        Reference::new(&communes, &release.occupations, &release.appellations)
    }

    fn read(data: &Path, name: &str, reference: &Reference) -> (Vec<Offer>, Vec<Rejection>) {
        let input = input::open(&data.join(name)).unwrap();
        let feed = Feed::in_utc("france-travail", reference, Day::parse("2026-11-28").unwrap());
        let mut records = offers(Format::FranceTravail, feed, input).unwrap();
        let (mut taken, mut rejected) = (Vec::new(), Vec::new());
        for record in &mut records {
            match record {
                Ok(offer) => taken.push(offer),
                Err(bad) => rejected.push(bad.rejection),
            }
        }
        records.finish().unwrap();
        (taken, rejected)
    }

    #[test]
    fn real_offers_are_taken_or_rejected_with_their_line() {
        let Some(data) = shared_data() else { return };
        let reference = reference(&data);
        let (taken, rejected) = read(&data, "offers/france_travail_offers.jsonl.gz", &reference);
        assert_eq!(taken.len() + rejected.len(), 18_018);
        assert_eq!(rejected.len(), 22);
        assert!(rejected.iter().all(|r| r.line > 0 && r.id.is_some() && r.field == "intitule"), "{rejected:?}");
        let mut report = ImportReport::default();
        let mut precisions: BTreeMap<&str, u32> = BTreeMap::new();
        for offer in &taken {
            count_missing(offer, &mut report);
            for place in &offer.places {
                *precisions.entry(place.precision.code()).or_default() += 1;
            }
            // Nothing of a person goes through, nothing of HTML stays.
            let text = offer.text.as_deref().unwrap_or_default();
            assert!(!text.contains("</") && !text.contains("&nbsp;"), "{}", offer.source_id);
        }
        eprintln!("missing: {:?}", report.missing);
        eprintln!("places by precision: {precisions:?}");
        for (field, count) in [("text", 9_496), ("place", 643), ("posted", 600)] {
            assert_eq!(report.missing.get(field), Some(&count), "{field}");
        }
        let resolved = taken.iter().filter(|o| o.rome.is_some()).count();
        assert!(resolved * 100 >= taken.len() * 85, "{resolved} of {}", taken.len());
        let (search, none) = read(&data, "offers/france_travail_search_response.json", &reference);
        assert_eq!((search.len(), none.len()), (300, 0));
    }

    #[test]
    fn real_communes_are_found_by_code_and_by_their_words() {
        let Some(data) = shared_data() else { return };
        let reference = reference(&data);
        let mut by: BTreeMap<Option<By>, u32> = BTreeMap::new();
        let (mut coded, mut known, mut same) = (0u32, 0u32, 0u32);
        let input = input::open(&data.join("offers/france_travail_offers.jsonl.gz")).unwrap();
        for line in input.lines() {
            let record: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
            let title = text(&record["intitule"]).unwrap_or_default();
            let found = reference.occupation(&OccupationHint {
                code: record["romeCode"].as_str(),
                appellation: record["appellationlibelle"].as_str(),
                label: record["romeLibelle"].as_str(),
                title: &title,
            });
            *by.entry(found.by).or_default() += 1;
            let place = &record["lieuTravail"];
            let Some(code) = text(&place["commune"]) else { continue };
            coded += 1;
            let hint = |commune| resolve::PlaceHint {
                commune,
                label: place["libelle"].as_str(),
                postcode: place["codePostal"].as_str(),
                point: None,
            };
            let exact = reference.places(&hint(Some(&code)));
            // Communes that were merged since have a code that is no longer there.
            known += u32::from(exact[0].commune.is_some());
            let words = reference.places(&hint(None));
            same += u32::from(words[0].commune == exact[0].commune);
        }
        eprintln!(
            "occupations: {by:?}; communes: {known} of {coded} by code, {same} of them also by words and postcode alone"
        );
        assert!(known + 5 >= coded && same * 100 >= coded * 98);
    }
}
