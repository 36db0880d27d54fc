//! How fast the search is: `cargo run --release -p search --example timings -- 100000`.
//!
//! Indexes that many offers made of real titles and texts where the real data lies beside the
//! checkout (else of made-up ones), then asks 500 rotating titles: as they are, with filters, with a
//! place; hostile queries; blank ones. Prints milliseconds.
#![expect(clippy::print_stdout, reason = "it prints its figures")]

mod support;

use domain::contract::Contract;
use domain::hours::WorkTime;
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::offer::Offer;
use domain::place::{Basin, Commune, CommuneCode, Place, Point, Precision};
use domain::query::{Filters, OfferQuery, Sort};
use search::{Lexicon, SearchIndex, Stamp, Trades, forms_of};
use std::time::Instant;
use support::{TODAY, stored};

const QUERIES: usize = 500;

/// What offers are made of.
struct World {
    communes: Vec<Commune>,
    basins: Vec<Basin>,
    occupations: Vec<Occupation>,
    appellations: Vec<Appellation>,
    texts: Vec<String>,
    skills: Vec<Vec<domain::requirement::Asked>>,
}

impl World {
    fn trades(&self) -> Trades<'_> {
        Trades { occupations: &self.occupations, appellations: &self.appellations, ..Trades::default() }
    }
}

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let world = world();
    println!("{} texts, {} titles, {} communes", world.texts.len(), world.appellations.len(), world.communes.len());
    lexicon_times(&world);
    for size in if sizes.is_empty() { vec![10_000, 100_000] } else { sizes } {
        measure(&world, size);
    }
}

fn lexicon_times(world: &World) {
    let started = Instant::now();
    let lexicon = Lexicon::build(&world.communes, &world.basins, world.trades());
    let built = started.elapsed();
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("lexicon");
    lexicon.save(&path, 1).expect("saved");
    let started = Instant::now();
    let loaded = Lexicon::load(&path, 1).expect("loaded");
    let load = started.elapsed();
    let bytes = std::fs::metadata(&path).map(|m| m.len()).unwrap_or(0);
    println!("lexicon: built in {built:.1?}, loaded in {load:.1?} ({}), {bytes} bytes", loaded.is_some());
}

fn measure(world: &World, size: usize) {
    let dir = tempfile::tempdir().expect("a folder");
    let index = SearchIndex::create(dir.path()).expect("an index");
    index.set_lexicon(Lexicon::build(&world.communes, &world.basins, world.trades()));
    let started = Instant::now();
    let mut writer = index.try_writer(200_000_000).expect("a writer").expect("the lock");
    for number in 0..size {
        writer.upsert(&stored(world.offer(number))).expect("written");
    }
    writer.commit(&Stamp { database_id: "bench".into(), rev: 1 }).expect("committed");
    let indexed = started.elapsed();
    drop(writer);
    let opening = Instant::now();
    let index = SearchIndex::open(dir.path()).expect("readable").expect("there");
    let opened = opening.elapsed();
    index.set_lexicon(Lexicon::build(&world.communes, &world.basins, world.trades()));
    let bytes: u64 = std::fs::read_dir(dir.path())
        .expect("a folder")
        .flatten()
        .filter_map(|f| f.metadata().ok())
        .map(|m| m.len())
        .sum();
    println!("\n{size} offers: indexed in {indexed:.1?}, {} MB, opened in {opened:.1?}", bytes / 1_000_000);

    let titles: Vec<String> = world.appellations.iter().map(|a| forms_of(&a.label).masculine.to_lowercase()).collect();
    let step = (titles.len() / QUERIES).max(1);
    let terms: Vec<&str> = titles.iter().step_by(step).cycle().take(QUERIES).map(String::as_str).collect();
    let plain = |text: &str| OfferQuery { text: text.to_owned(), ..OfferQuery::default() };
    let filters = Filters {
        contract: vec![Contract::Cdi, Contract::Cdd],
        hours: vec![WorkTime::Full],
        since: Some(14),
        ..Filters::default()
    };
    let lille = CommuneCode::parse("59350").ok();
    let filtered = |text: &str| OfferQuery { filters: filters.clone(), ..plain(text) };
    let placed =
        |text: &str| OfferQuery { commune: lille.clone(), radius_km: 30, sort: Sort::Distance, ..filtered(text) };
    let words =
        ["équipe", "sécurité", "agent", "vendeur", "maintenance industrielle", "aide soignant", "poste", "chef"];
    let long = (0..200).map(|n| titles[n * 7 % titles.len()].clone()).collect::<Vec<_>>().join(" ");
    let mistyped: Vec<String> =
        terms.iter().map(|t| t.chars().enumerate().filter(|(i, _)| *i != 3).map(|(_, c)| c).collect()).collect();
    time(&index, "plain", terms.iter().map(|t| plain(t)));
    time(&index, "filters", terms.iter().map(|t| filtered(t)));
    time(&index, "filters, place, by distance", terms.iter().map(|t| placed(t)));
    time(&index, "mistyped", mistyped.iter().map(|t| plain(t)));
    // As a page asks: also what may fit.
    let wider = |query: OfferQuery| OfferQuery { wider: true, ..query };
    time(&index, "page: plain", terms.iter().map(|t| wider(plain(t))));
    time(&index, "page: filters, place", terms.iter().map(|t| wider(placed(t))));
    time(&index, "page: mistyped", mistyped.iter().map(|t| wider(plain(t))));
    let long_mistyped = mistyped.iter().take(30).cloned().collect::<Vec<_>>().join(" ");
    time(&index, "page: 200 words", (0..50).map(|_| wider(plain(&long))));
    time(&index, "page: long, mistyped", (0..50).map(|_| wider(plain(&long_mistyped))));
    time(&index, "common words", words.iter().cycle().take(100).map(|t| plain(t)));
    time(&index, "blank", (0..50).map(|_| plain("")));
    time(&index, "blank, page 500", (0..50).map(|_| OfferQuery { page: 500, ..plain("") }));
    time(&index, "blank, place", (0..50).map(|_| OfferQuery { commune: lille.clone(), ..plain("") }));
    places(&index, world, &terms);
    time(&index, "200 words", (0..50).map(|_| plain(&long)));
    time(&index, "10 kB", (0..50).map(|_| plain(&"équipe* (sécurité) ".repeat(500))));
    for text in words {
        let started = Instant::now();
        let answer = index.search(&plain(text), TODAY).expect("an answer");
        println!("    {text}: {} offers, {:.2?}", answer.total, started.elapsed());
    }
    let started = Instant::now();
    for term in &terms {
        let beginning: String = term.chars().take(5).collect();
        let _ = std::hint::black_box(index.suggest_titles(&beginning, 8, TODAY));
    }
    println!("    suggestions: {:.2?} each", started.elapsed() / QUERIES as u32);
}

/// What it costs to understand places as they are typed, in their field and in the words: the search finds nothing, and
/// is only counted.
fn places(index: &SearchIndex, world: &World, terms: &[&str]) {
    let mut towns: Vec<&Commune> = world.communes.iter().filter(|c| c.population >= 5_000).collect();
    towns.sort_by_key(|c| (c.code.as_str()[2..].to_owned(), c.code.clone()));
    let names: Vec<&str> = towns.iter().take(QUERIES).map(|c| c.name.as_str()).collect();
    let words = |text: &str| OfferQuery { text: text.to_owned(), ..OfferQuery::default() };
    let field = |place: &str| OfferQuery { place_text: place.to_owned(), ..words("zzzz") };
    let mistyped = |name: &str| name.chars().enumerate().filter(|(i, _)| *i != 3).map(|(_, c)| c).collect::<String>();
    let count = |what: &str, queries: Vec<OfferQuery>| {
        let mut times: Vec<_> = queries
            .iter()
            .map(|query| {
                let started = Instant::now();
                let _ = std::hint::black_box(index.count(query, TODAY));
                started.elapsed()
            })
            .collect();
        times.sort();
        if let (Some(middle), Some(last)) = (times.get(times.len() / 2), times.last()) {
            println!("  counted: {what:24} p50 {middle:9.1?}  max {last:9.1?}");
        }
    };
    count("no place", names.iter().map(|_| words("zzzz")).collect());
    count("place field", names.iter().map(|name| field(name)).collect());
    count("place field, mistyped", names.iter().map(|name| field(&mistyped(name))).collect());
    count("place field, departement", names.iter().map(|_| field("Pas-de-Calais")).collect());
    count("place field, unknown", (0..100).map(|n| field(&format!("Trifouillis {n}"))).collect());
    count("place field, 100 kB", (0..100).map(|_| field(&"saint ".repeat(17_000))).collect());
    count("trade alone", terms.iter().map(|term| words(term)).collect());
    let both = terms.iter().zip(&names).map(|(term, name)| words(&format!("{term} {name}")));
    count("trade and place", both.collect());
}

fn time(index: &SearchIndex, what: &str, queries: impl Iterator<Item = OfferQuery>) {
    let queries: Vec<OfferQuery> = queries.collect();
    for query in queries.iter().take(20) {
        index.search(query, TODAY).expect("an answer");
    }
    let mut times = Vec::new();
    let mut found = 0u64;
    for query in &queries {
        let started = Instant::now();
        found += u64::from(index.search(query, TODAY).expect("an answer").total);
        times.push(started.elapsed());
    }
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    let mean = found / times.len() as u64;
    println!(
        "  {what:28} p50 {:7.2}  p99 {:7.2}  max {:7.2} ms   ({mean} offers on average)",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

fn world() -> World {
    let Some(dir) = support::folder() else { return made_up() };
    let offers = support::offers(&dir);
    World {
        communes: support::communes(&dir).into_iter().filter(|c| c.point.is_some()).collect(),
        basins: support::basins(&dir),
        occupations: support::occupations(&dir),
        appellations: support::appellations(&dir),
        skills: offers.iter().map(|o| o.offer.requirements.skills.clone()).collect(),
        texts: offers.into_iter().filter_map(|o| o.offer.text).collect(),
    }
}

/// Without the real data: titles and texts of made-up words.
fn made_up() -> World {
    let word = |n: usize| format!("m{}t{}", ["a", "e", "i", "o", "u"][n % 5], n % 9_973);
    let codes: Vec<RomeCode> = (0..1500).filter_map(|n| RomeCode::parse(&format!("A{:04}", n + 1000)).ok()).collect();
    let appellations = (0..13_000)
        .map(|n| Appellation {
            ogr: n as u32,
            label: format!("{} {}", word(n * 7), word(n * 13)),
            rome: codes[n % codes.len()].clone(),
        })
        .collect();
    let occupations = codes
        .iter()
        .map(|c| Occupation { code: c.clone(), label: c.to_string(), parent: None, definition: String::new() })
        .collect();
    let text = |n: usize| (0..150).map(|i| word(n * 31 + i * i * 7)).collect::<Vec<_>>().join(" ");
    World {
        communes: Vec::new(),
        basins: Vec::new(),
        occupations,
        appellations,
        texts: (0..5_000).map(text).collect(),
        skills: vec![Vec::new()],
    }
}

impl World {
    /// The offer of a rank: the same in every run.
    fn offer(&self, rank: usize) -> Offer {
        let mut hash = rank as u64 ^ 0x9e37_79b9_7f4a_7c15;
        let mut pick = |count: usize| {
            hash ^= hash << 13;
            hash ^= hash >> 7;
            hash ^= hash << 17;
            (hash >> 11) as usize % count.max(1)
        };
        // Titles are not equally common.
        let title = pick(self.appellations.len()) * pick(1000) / 1000;
        let appellation = &self.appellations[title];
        let mut offer =
            Offer::new("bench", &rank.to_string(), &format!("{} (H/F)", forms_of(&appellation.label).masculine));
        if pick(10) < 7 {
            offer.rome = Some(appellation.rome.clone());
            offer.appellation = Some(appellation.label.clone());
        }
        let (one, two) = (&self.texts[pick(self.texts.len())], &self.texts[pick(self.texts.len())]);
        let half = |t: &str| t.chars().take(300).collect::<String>();
        offer.text = Some(format!("{} {}", half(one), half(two)));
        offer.requirements.skills = self.skills[pick(self.skills.len())].clone();
        offer.employer.name = Some(format!("Société {}", pick(50_000)));
        offer.employer.naf = Some(format!("{:02}.10Z", 10 + pick(85)));
        offer.contract = Contract::ALL.get(pick(20)).copied();
        offer.hours.work_time = WorkTime::ALL.get(pick(3)).copied();
        offer.posted = Some(TODAY.plus(-(pick(60) as i32)));
        offer.closes = Some(TODAY.plus(pick(60) as i32 - 2));
        if !self.communes.is_empty() {
            let commune = &self.communes[pick(self.communes.len())];
            let jitter = Point::from_degrees(50.6 + pick(1000) as f64 / 2000.0, 3.0 + pick(1000) as f64 / 2000.0);
            let near = pick(50) == 0;
            offer.places.push(Place {
                precision: Precision::Commune,
                label: commune.name.clone(),
                commune: (!near).then(|| commune.code.clone()),
                departement: Some(commune.code.departement()),
                postcode: commune.postcodes.first().cloned(),
                point: if near { jitter } else { commune.point },
            });
        }
        offer
    }
}
