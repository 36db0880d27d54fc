//! How well the search understands plain speech: `cargo run --release -p search --example eval_speech`.
//!
//! Queries as people speak, with conditions, with typing errors, judged on the real offers that lie beside the
//! checkout, read as an import reads them. Half of each set was written before the work on them: the halves are printed
//! apart. The sets are in `server/search/eval`. "Before" is what commit 9674746 gave on the same queries, judgements
//! and offers.
#![expect(clippy::print_stdout, reason = "it prints its figures")]

mod conditions;
mod places;
mod plain;
mod pool;
mod said;
mod truth;
mod typos;

use domain::answer::SearchAnswer;
use domain::offer::{Offer, StoredOffer};
use domain::query::OfferQuery;
use domain::time::{Day, Timestamp};
use import::resolve::Reference;
use import::{Feed, Format, input, rome};
use search::{Lexicon, SearchIndex, Stamp, Trades};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

type Failure = Box<dyn std::error::Error>;

/// The day of the search: that of the last real offer.
const TODAY: Day = Day(20_686);

/// The index of the real offers, and the offers by number.
struct Eval {
    index: SearchIndex,
    offers: BTreeMap<String, Offer>,
    /// ROME's titles of trades that recruit, in the masculine.
    titles: Vec<String>,
}

fn main() -> Result<(), Failure> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let dir = std::env::var_os("PASSERELLE_SHARED_DATA").map_or_else(beside, PathBuf::from);
    if !dir.join("rome").is_dir() {
        println!("the real data is not beside the checkout: nothing to evaluate");
        return Ok(());
    }
    let eval = Eval::load(&dir)?;
    let all = std::env::args().skip(1).collect::<Vec<_>>();
    let wanted = |name: &str| all.is_empty() || all.iter().any(|one| one == name);
    let verbose = all.iter().any(|one| one == "-v");
    if wanted("plain") {
        plain::run(&eval, verbose)?;
    }
    if wanted("conditions") {
        conditions::run(&eval, verbose)?;
    }
    if wanted("places") {
        places::run(&eval)?;
    }
    if wanted("typos") {
        typos::run(&eval, verbose)?;
    }
    if let Some(at) = all.iter().position(|one| one == "said") {
        said::run(&eval, all.get(at + 1).map(String::as_str))?;
    }
    if all.iter().any(|one| one == "pool") {
        pool::run(&eval)?;
    }
    if all.iter().any(|one| one == "poolplain") {
        pool::plain(&eval)?;
    }
    if let Some(query) = all.iter().position(|one| one == "-q").and_then(|at| all.get(at + 1)) {
        eval.show(query)?;
    }
    Ok(())
}

impl Eval {
    fn load(dir: &Path) -> Result<Self, Failure> {
        let gz = |name: &str| input::open(&dir.join("places").join(name));
        let import::places::ReadPlaces { communes, basins, .. } = import::places::read_places(
            gz("communes_cog.csv.gz")?,
            gz("laposte_hexasmal.csv.gz")?,
            Some(gz("clpe.csv.gz")?),
        )?;
        let (release, _) = rome::read_rome(input::open_seekable(&dir.join("rome/rome_v460_utf8.zip"))?)?;
        let reference = Reference::new(&communes, &release.occupations, &release.appellations);
        let index = SearchIndex::in_memory()?;
        index.set_lexicon(Lexicon::build(
            &communes,
            &basins,
            Trades {
                occupations: &release.occupations,
                appellations: &release.appellations,
                skills: &release.skills,
                asked: &release.asked,
            },
        ));
        let feed = Feed::in_utc("france-travail", &reference, TODAY);
        let file = input::open(&dir.join("offers/france_travail_offers.jsonl.gz"))?;
        let mut writer = index.try_writer(60_000_000)?.ok_or("the index is locked")?;
        let mut offers = BTreeMap::new();
        for offer in import::offers(Format::FranceTravail, feed, file)?.flatten() {
            let now = Timestamp(i64::from(TODAY.0) * 86_400);
            let number = offer.number();
            offers.insert(number.to_string(), offer.clone());
            let text_since = TODAY;
            writer.upsert(&StoredOffer {
                number,
                offer,
                first_seen: now,
                confirmed: now,
                changed: now,
                closed: None,
                rev: 1,
                text_since,
            })?;
        }
        writer.commit(&Stamp { database_id: "eval".into(), rev: 1 })?;
        index.reload()?;
        println!("{} offers, {} appellations, {} communes", offers.len(), release.appellations.len(), communes.len());
        let recruits: BTreeSet<String> =
            offers.values().filter_map(|o: &Offer| o.rome.as_ref()).map(ToString::to_string).collect();
        let titles = release.appellations.iter().filter(|a| recruits.contains(a.rome.as_str()));
        let titles = titles.map(|a| search::forms_of(&a.label).masculine).collect();
        Ok(Self { index, offers, titles })
    }

    /// A page as a person sees it.
    fn ask(&self, text: &str, page: u32) -> Result<SearchAnswer, Failure> {
        self.answer(OfferQuery { text: text.to_owned(), page, ..OfferQuery::default() })
    }

    fn answer(&self, query: OfferQuery) -> Result<SearchAnswer, Failure> {
        Ok(self.index.search(&OfferQuery { wider: true, ..query }, TODAY)?)
    }

    fn show(&self, text: &str) -> Result<(), Failure> {
        let answer = self.ask(text, 1)?;
        println!("{text}: {} + {} silent + {} partial", answer.total, answer.silent, answer.partial);
        println!("  {:?}", answer.understood);
        println!("  {:?}", answer.query.filters);
        for hit in answer.hits.iter().take(10) {
            let rome = hit.card.rome.as_ref().map(ToString::to_string).unwrap_or_default();
            println!("  {} [{rome}] {:?} {:?} {}", hit.card.title, hit.unsaid, hit.lacks, hit.in_text_only);
        }
        Ok(())
    }
}

/// A file of the sets.
fn set(name: &str) -> Result<String, Failure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("eval").join(name);
    std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Verdicts of people who read offers one by one, where the rule of a set was too coarse, by query and offer.
fn read(name: &str) -> Result<HashMap<(String, String), String>, Failure> {
    let verdicts = set(name)?;
    let verdict = |line: &str| {
        let mut parts = line.split('\t').map(str::to_owned);
        Some(((parts.next()?, parts.next()?), parts.next()?))
    };
    Ok(verdicts.lines().filter_map(verdict).collect())
}

/// A mean, and how many values it is of.
#[derive(Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: u32,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1;
    }

    fn value(self) -> f64 {
        self.sum / f64::from(self.count.max(1))
    }
}
