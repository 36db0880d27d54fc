//! Search at 10 k, 100 k and 1 M offers, beside PostgreSQL's full-text search on the same offers
//! and the same queries, in the same run. `BENCH_OFFERS=10000,100000` narrows the sizes.

use crate::{Failure, row};
use domain::offer::{Offer, StoredOffer};
use domain::query::{Filters, OfferQuery};
use domain::time::{Day, Timestamp};
use search::{Lexicon, SearchIndex, Stamp, Trades};
use sqlx::{Connection, Executor, PgConnection};
use std::time::{Duration, Instant};

const QUERIES: usize = 500;
const TODAY: Day = Day(20_000);
/// PostgreSQL is asked fewer queries: it is slower by orders of magnitude.
const POSTGRES_QUERIES: usize = 60;

/// What the environment says: the benchmark has no other configuration.
fn setting(name: &str) -> Option<String> {
    std::env::var_os(name)?.into_string().ok()
}

/// Prints a row for each size.
pub(crate) async fn measure() -> Result<(), Failure> {
    let sizes = setting("BENCH_OFFERS").unwrap_or_else(|| "10000,100000,1000000".to_owned());
    let words = terms()?;
    for size in sizes.split(',') {
        let size: usize = size.trim().parse()?;
        let dir = std::env::temp_dir().join(format!("passerelle-bench-index-{}", std::process::id()));
        std::fs::create_dir_all(&dir)?;
        let ours = ours(&dir, size, &words);
        let bytes = folder_bytes(&dir);
        std::fs::remove_dir_all(&dir)?;
        let (built, plain, filtered, same) = ours?;
        let postgres = match setting("TEST_POSTGRES_URL") {
            Some(url) => Some(postgres(&url, size, &words).await?),
            None => None,
        };
        let ratio = postgres.as_ref().map_or_else(
            || "PostgreSQL is not there".to_owned(),
            |p| {
                format!(
                    "PostgreSQL {}; {:.0}× for all queries together, {:.0}× at the median",
                    line(p),
                    total(p).as_secs_f64() / total(&same).as_secs_f64(),
                    median(p).as_secs_f64() / median(&same).as_secs_f64()
                )
            },
        );
        row(
            &format!("search, {size} offers (index: {:.1} s, {} MB)", built.as_secs_f64(), bytes / 1_000_000),
            &format!("plain {}, with filters and facets {}; {ratio}", line(&plain), line(&filtered)),
            "p50 ≤ 5 ms, p99 ≤ 50 ms, ≥ 20×",
        );
    }
    Ok(())
}

/// Real titles in their masculine form, rotating.
fn terms() -> Result<Vec<String>, Failure> {
    let titles = demo::appellations()?;
    let words: Vec<String> = titles
        .iter()
        .map(|a| a.label.split(['/', '(']).next().unwrap_or_default().trim().to_lowercase())
        .filter(|t| !t.is_empty())
        .collect();
    let step = (words.len() / QUERIES).max(1);
    Ok(words.iter().step_by(step).cycle().take(QUERIES).cloned().collect())
}

/// The `i`-th offer: a demo offer under another id, its text led by another one's, its title varied
/// by the appellations of its occupation.
struct Made {
    demo: Vec<Offer>,
    titles: Vec<(String, domain::occupation::RomeCode)>,
}

impl Made {
    fn new() -> Result<Self, Failure> {
        let titles = demo::appellations()?.into_iter().map(|a| (a.label, a.rome)).collect();
        Ok(Self { demo: demo::offers(TODAY)?, titles })
    }

    fn offer(&self, i: usize) -> Offer {
        let mut offer = self.demo[i % self.demo.len()].clone();
        let other = &self.demo[(i * 7919 + i / self.demo.len()) % self.demo.len()];
        let (title, rome) = &self.titles[(i * 31 + i / 97) % self.titles.len()];
        offer.source_id = format!("B{i}");
        offer.title.clone_from(title);
        offer.rome = Some(rome.clone());
        let text = [offer.text.as_deref(), other.text.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("\n");
        offer.text = Some(text);
        offer
    }
}

type Times = Vec<Duration>;

/// Builds our index; times the queries plain, with filters, and those that PostgreSQL is asked.
fn ours(dir: &std::path::Path, size: usize, words: &[String]) -> Result<(Duration, Times, Times, Times), Failure> {
    let made = Made::new()?;
    let started = Instant::now();
    let index = SearchIndex::create(dir)?;
    let (occupations, appellations) = (demo::occupations()?, demo::appellations()?);
    let trades = Trades { occupations: &occupations, appellations: &appellations, ..Trades::default() };
    index.set_lexicon(Lexicon::build(&demo::communes()?, &[], trades));
    let mut writer = index.try_writer(200_000_000)?.ok_or("the index is locked")?;
    for i in 0..size {
        let offer = made.offer(i);
        let now = Timestamp(i64::from(TODAY.0) * 86_400);
        let stored = StoredOffer {
            number: offer.number(),
            offer,
            first_seen: now,
            confirmed: now,
            changed: now,
            closed: None,
            rev: 1,
            text_since: domain::time::Day::default(),
        };
        writer.upsert(&stored)?;
    }
    writer.commit(&Stamp { database_id: "bench".into(), rev: 1 })?;
    index.reload()?;
    let built = started.elapsed();
    let contracts = vec![domain::contract::Contract::Cdi, domain::contract::Contract::Cdd];
    let roubaix = domain::place::CommuneCode::parse("59512")?;
    let plain = |text: &String| OfferQuery { text: text.clone(), ..OfferQuery::default() };
    let filtered = |text: &String| OfferQuery {
        commune: Some(roubaix.clone()),
        radius_km: 30,
        filters: Filters { contract: contracts.clone(), ..Filters::default() },
        ..plain(text)
    };
    let time = |queries: Vec<OfferQuery>| -> Result<Times, Failure> {
        let mut times = Vec::new();
        for query in &queries {
            let started = Instant::now();
            index.search(query, TODAY)?;
            times.push(started.elapsed());
        }
        times.sort();
        Ok(times)
    };
    time(words.iter().map(plain).collect())?;
    let all = time(words.iter().map(plain).collect())?;
    let narrowed = time(words.iter().map(filtered).collect())?;
    let same = time(words.iter().take(POSTGRES_QUERIES).map(plain).collect())?;
    Ok((built, all, narrowed, same))
}

/// The same offers in PostgreSQL: a generated tsvector, a GIN index, the top 20 by rank and the count.
async fn postgres(url: &str, size: usize, words: &[String]) -> Result<Times, Failure> {
    let made = Made::new()?;
    let mut db = PgConnection::connect(url).await?;
    db.execute("drop table if exists bench_offers").await?;
    db.execute(
        "create unlogged table bench_offers (id bigint primary key, title text, body text, words tsvector \
         generated always as (setweight(to_tsvector('french', title), 'A') || to_tsvector('french', body)) stored)",
    )
    .await?;
    for start in (0..size).step_by(500) {
        let mut query = sqlx::QueryBuilder::new("insert into bench_offers (id, title, body) ");
        let chunk: Vec<(i64, Offer)> =
            (start..(start + 500).min(size)).map(|i| (i64::try_from(i).unwrap_or(0), made.offer(i))).collect();
        query.push_values(chunk, |mut row, (id, offer)| {
            row.push_bind(id).push_bind(offer.title).push_bind(offer.text.unwrap_or_default());
        });
        query.build().execute(&mut db).await?;
    }
    db.execute("create index on bench_offers using gin (words)").await?;
    db.execute("analyze bench_offers").await?;
    let mut times = Vec::new();
    for text in words.iter().take(POSTGRES_QUERIES) {
        let started = Instant::now();
        sqlx::query(
            "select id, count(*) over () from bench_offers, plainto_tsquery('french', $1) q where words @@ q \
             order by ts_rank(words, q) desc, id limit 20",
        )
        .bind(text)
        .fetch_all(&mut db)
        .await?;
        times.push(started.elapsed());
    }
    db.execute("drop table bench_offers").await?;
    times.sort();
    Ok(times)
}

fn median(times: &Times) -> Duration {
    times[times.len() / 2]
}

fn total(times: &Times) -> Duration {
    times.iter().sum()
}

fn line(times: &Times) -> String {
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    format!("p50 {:.2} ms, p99 {:.1} ms", at(0.5), at(0.99))
}

fn folder_bytes(dir: &std::path::Path) -> u64 {
    std::fs::read_dir(dir)
        .map(|entries| entries.flatten().filter_map(|e| e.metadata().ok()).map(|m| m.len()).sum())
        .unwrap_or(0)
}
