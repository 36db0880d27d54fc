//! Good files of each format, changed at random as programs, transfers and people change them: what comes out is the
//! good rows of that file, or a refusal; whatever is still named is taken or known to be named; the memory is bounded.
//!
//! Each change has a seed, which a failure prints. 300 seeds, 10,000 with `TEST_ALL`, and then larger files, too.

#![expect(clippy::unwrap_used, reason = "what a test cannot have it stops at")]

mod change;
mod files;

use change::{Changed, Dice, changed};
use domain::help::HelpPlace;
use domain::offer::Offer;
use domain::place::{Commune, CommuneCode, Point};
use domain::text::slug;
use domain::time::Day;
use domain::training::Training;
use files::{File, Kind};
use import::resolve::Reference;
use import::trainings::{TrainingFormat, trainings};
use import::{Feed, Format, help_places, input, offers};
use peak_alloc::PeakAlloc;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Cursor, Read};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What reading may take beside the file itself, in bytes.
const MOST_MEMORY: usize = 64 << 20;

/// What a reading gave: records by their ids, as text that can be compared; all ids that are named and not taken.
#[derive(Debug, Default)]
struct Given {
    taken: BTreeMap<String, String>,
    named: Vec<String>,
}

fn communes() -> Vec<Commune> {
    let commune = |code: &str, name: &str, postcode: &str| Commune {
        code: CommuneCode::parse(code).unwrap(),
        name: name.to_owned(),
        region: "32".to_owned(),
        postcodes: vec![postcode.to_owned()],
        population: 90_000,
        point: Point::from_degrees(50.6, 3.1),
        clpe: None,
        former: Vec::new(),
    };
    vec![commune("59512", "Roubaix", "59100"), commune("62498", "Lens", "62300"), commune("60057", "Beauvais", "60000")]
}

/// Reads a file to its end; `None` where it is refused.
fn read(kind: Kind, bytes: Vec<u8>, communes: &[Commune], reference: &Reference) -> Option<Given> {
    let input = input::wrap(Cursor::new(bytes)).unwrap();
    let mut given = Given::default();
    match kind {
        Kind::Offers(format) => {
            let mut records = offers(format, feed(reference), input).ok()?;
            for record in records.by_ref() {
                match record {
                    Ok(offer) => drop(given.taken.insert(offer.source_id.clone(), facts(&offer))),
                    Err(bad) => given.named.extend(bad.named),
                }
            }
            records.finish().ok()?;
        }
        Kind::Trainings(format) => {
            let mut records = trainings(format, "essai", input, reference).ok()?;
            for record in records.by_ref() {
                match record {
                    Ok(training) => drop(given.taken.insert(training.source_id.clone(), session_facts(&training))),
                    Err(bad) => given.named.extend(bad.named),
                }
            }
            records.finish().ok()?;
        }
        Kind::Help => {
            let file = help_places::read(input, communes).ok()?;
            if file.report.refusal.is_some() {
                return None;
            }
            given.taken.extend(file.places.iter().map(|place| (place.name.clone(), place_facts(place))));
            given.named = file.named;
        }
    }
    Some(given)
}

fn feed(reference: &Reference) -> Feed<'_> {
    Feed::in_utc("essai", reference, Day::parse("2026-11-28").unwrap())
}

fn facts(offer: &Offer) -> String {
    serde_json::to_string(offer).unwrap()
}

fn session_facts(training: &Training) -> String {
    serde_json::to_string(training).unwrap()
}

fn place_facts(place: &HelpPlace) -> String {
    serde_json::to_string(place).unwrap()
}

/// Whether a text has an id in it, not as a part of a longer word.
fn names(text: &str, id: &str) -> bool {
    let word = |c: char| c.is_alphanumeric();
    text.match_indices(id).any(|(at, _)| {
        !text[..at].chars().next_back().is_some_and(word) && !text[at + id.len()..].chars().next().is_some_and(word)
    })
}

#[test]
fn a_changed_file_gives_its_good_rows_or_is_refused_and_closes_nothing_that_it_names() {
    let all = std::env::var_os("TEST_ALL").is_some();
    let seeds = if all { 10_000 } else { 300 };
    let communes = communes();
    let reference = Reference::new(&communes, &[], &[]);
    let (mut refused, mut rejected) = (0, 0);
    for seed in 0..seeds {
        let mut dice = Dice::new(seed);
        let file = File::any(&mut dice);
        let good = read(file.kind, file.bytes(), &communes, &reference).expect("a good file is taken");
        assert_eq!((good.taken.len(), good.named.len()), (file.rows.len(), 0), "seed {seed}: {}", file.text());
        let Changed { bytes, text, touched, what, rows_left } = changed(&file, &mut dice);
        let Some(given) = read(file.kind, bytes, &communes, &reference) else {
            refused += 1;
            continue;
        };
        let told = || format!("seed {seed}, {what:?}:\n{text}\n{given:?}");
        rejected += usize::from(!given.named.is_empty());
        for (id, facts) in &good.taken {
            let is_touched = touched.contains(id);
            if rows_left.contains(id) && !is_touched {
                assert_eq!(given.taken.get(id), Some(facts), "{id} was not touched: {}", told());
            }
            if names(&text, id) {
                // A place of help is what its name is in an address.
                let same = |name: &String| name == id || (file.kind == Kind::Help && slug(name) == slug(id));
                let known = given.taken.keys().any(same) || given.named.iter().any(same);
                assert!(known, "{id} is named and would be closed: {}", told());
            }
        }
        let strangers = given.taken.keys().filter(|id| !good.taken.contains_key(*id)).count();
        assert!(strangers <= touched.len(), "rows out of nothing: {}", told());
    }
    eprintln!("{seeds} changed files: {refused} refused, {rejected} with rows that were not taken");
    assert!(refused * 4 < seeds && rejected > 0, "most changed files are taken");
    memory_is_bounded(if all { 192 << 20 } else { 8 << 20 }, &communes, &reference);
}

/// A file that goes on and on, made as it is read.
struct Endless {
    head: Cursor<Vec<u8>>,
    row: Vec<u8>,
    at: usize,
    left: usize,
}

impl Endless {
    /// `head`, then `row` again and again, `#` in it replaced by its rank, up to so many bytes.
    fn new(head: &str, row: &str, size: usize) -> Self {
        Self { head: Cursor::new(head.as_bytes().to_vec()), row: row.as_bytes().to_vec(), at: 0, left: size }
    }
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.head.read(out)?;
        if n > 0 || self.left == 0 {
            return Ok(n);
        }
        let rank = format!("{:09}", self.at);
        self.at += 1;
        let row: Vec<u8> =
            self.row.iter().flat_map(|b| if *b == b'#' { rank.bytes().collect() } else { vec![*b] }).collect();
        // Every caller reads with a larger buffer than a row of these files.
        let n = row.len().min(out.len());
        out[..n].copy_from_slice(&row[..n]);
        self.left = self.left.saturating_sub(n);
        Ok(n)
    }
}

/// Not a test of its own: the counter is that of the whole program.
fn memory_is_bounded(size: usize, communes: &[Commune], reference: &Reference) {
    let text = "x".repeat(2_000);
    let csv = "reference;titre;texte\n";
    let files: Vec<(&str, Kind, Endless)> = vec![
        ("rows", Kind::Offers(Format::Csv), Endless::new(csv, &format!("A-#;Cariste;{text}\n"), size)),
        ("open quotes", Kind::Offers(Format::Csv), Endless::new(csv, &format!("A-#;Cariste;\"{text}\n"), size)),
        (
            "one open quote",
            Kind::Offers(Format::Csv),
            Endless::new(&format!("{csv}A-1;Cariste;\""), &format!("{text}\n"), size),
        ),
        ("one line", Kind::Offers(Format::Csv), Endless::new(csv, &text, size)),
        (
            "records",
            Kind::Offers(Format::FranceTravail),
            Endless::new("", &format!("{{\"id\":\"#\",\"intitule\":\"Cariste\",\"description\":\"{text}\"}}\n"), size),
        ),
        ("one record", Kind::Offers(Format::FranceTravail), Endless::new("[{\"id\":\"", &text, size)),
        (
            "sessions of many trainings",
            Kind::Trainings(TrainingFormat::Csv),
            Endless::new(
                "identifiant;intitule;organisme;objectif;debut\n",
                &format!("A-#;Cariste;Centre;{};2027-01-11\n", "x".repeat(900)),
                // More than is held of any file.
                size.max(20 << 20),
            ),
        ),
        (
            "sessions of one training",
            Kind::Trainings(TrainingFormat::Csv),
            Endless::new("identifiant;intitule;organisme;debut\n", "A-1;Cariste;Centre;2027-01-11\n", size / 4),
        ),
        (
            "one element",
            Kind::Trainings(TrainingFormat::Lheo),
            Endless::new("<lheo><offres><formation numero=\"1\"><intitule-formation>", &text, size),
        ),
        (
            "a tag without an end",
            Kind::Trainings(TrainingFormat::Lheo),
            Endless::new("<lheo><offres><formation ", &text, size),
        ),
        (
            "elements inside each other",
            Kind::Trainings(TrainingFormat::Lheo),
            Endless::new("<lheo><offres>", "<a>", size / 4),
        ),
        (
            "places",
            Kind::Help,
            Endless::new(
                "nom;adresse;commune;telephone\n",
                &format!("A-#;{};Roubaix;0353012026\n", "x".repeat(100)),
                size / 6,
            ),
        ),
    ];
    for (name, kind, file) in files {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let count = count(kind, io::BufReader::new(file), communes, reference);
        let taken = MEMORY.peak_usage().saturating_sub(before);
        eprintln!("{name}: {count} records, {:.1} MiB at most", taken as f64 / f64::from(1 << 20));
        assert!(taken <= MOST_MEMORY, "{name}: {taken} bytes");
    }
}

/// Reads without keeping what comes.
fn count(kind: Kind, input: impl BufRead, communes: &[Commune], reference: &Reference) -> usize {
    match kind {
        Kind::Offers(format) => offers(format, feed(reference), input).map_or(0, Iterator::count),
        Kind::Trainings(format) => trainings(format, "essai", input, reference).map_or(0, Iterator::count),
        Kind::Help => help_places::read(input, communes).map_or(0, |file| file.places.len()),
    }
}
