//! `make eval`, first half: our own queries with judgements on the demo's offers.

use demo::eval::{gain, judgements};
use domain::number::OfferNumber;
use domain::offer::{Offer, StoredOffer};
use domain::query::OfferQuery;
use domain::time::{Day, Timestamp};
use search::{Lexicon, SearchIndex, Stamp, Trades};
use std::collections::BTreeMap;

const TODAY: Day = Day(20_780);

#[expect(clippy::print_stdout, reason = "this program prints figures")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let offers = demo::offers(TODAY)?;
    let index = SearchIndex::in_memory()?;
    let (occupations, appellations) = (demo::occupations()?, demo::appellations()?);
    let trades = Trades { occupations: &occupations, appellations: &appellations, ..Trades::default() };
    index.set_lexicon(Lexicon::build(&demo::communes()?, &[], trades));
    let mut writer = index.try_writer(50_000_000)?.ok_or("the index is locked")?;
    let mut by_number: BTreeMap<OfferNumber, &Offer> = BTreeMap::new();
    for offer in &offers {
        let now = Timestamp(i64::from(TODAY.0) * 86_400);
        let number = offer.number();
        let stored = StoredOffer {
            number,
            offer: offer.clone(),
            first_seen: now,
            confirmed: now,
            changed: now,
            closed: None,
            rev: 1,
            text_since: domain::time::Day::default(),
        };
        writer.upsert(&stored)?;
        by_number.insert(number, offer);
    }
    writer.commit(&Stamp { database_id: "eval".into(), rev: 1 })?;
    index.reload()?;
    let all = judgements()?;
    let (mut success, mut ndcg, mut recall) = (0.0, 0.0, 0.0);
    let mut poor = Vec::new();
    for judgement in &all {
        let query = OfferQuery {
            text: judgement.query.clone(),
            place_text: judgement.place.clone(),
            radius_km: judgement.radius_km.unwrap_or(domain::query::DEFAULT_RADIUS_KM),
            ..OfferQuery::default()
        };
        let answer = index.search(&query, TODAY)?;
        // What could have been found: with a place, only what lies there.
        let there = match &answer.understood.place {
            None => None,
            Some(place) => Some((place.point.ok_or("a place without a point")?, u32::from(query.radius_km) * 1_000)),
        };
        let open = |offer: &&Offer| {
            offer.contract.is_none_or(domain::contract::Contract::is_salaried)
                && there.is_none_or(|(centre, radius)| {
                    offer.places.iter().filter_map(|p| p.point).any(|p| p.distance_m(centre) <= radius)
                })
        };
        let mut ideal: Vec<u8> = offers.iter().filter(open).map(|o| gain(judgement, o)).filter(|g| *g > 0).collect();
        if ideal.is_empty() {
            continue;
        }
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let got: Vec<u8> =
            answer.hits.iter().filter_map(|h| by_number.get(&h.card.number)).map(|o| gain(judgement, o)).collect();
        let best = f64::from(u8::from(got.first().is_some_and(|g| *g >= 2)));
        let ratio = dcg(&got) / dcg(&ideal);
        let asked = ideal.iter().filter(|g| **g == 3).count().clamp(1, 20);
        let found = got.iter().take(20).filter(|g| **g == 3).count();
        success += best;
        ndcg += ratio;
        recall += found.min(asked) as f64 / asked as f64;
        if ratio < 0.6 {
            poor.push(format!("  {:.2} {:?} {:?}", ratio, judgement.query, got.iter().take(10).collect::<Vec<_>>()));
        }
    }
    let n = all.len() as f64;
    println!(
        "demo: {} queries · success@1 {:.3} · nDCG@10 {:.3} (aim 0.85) · recall@20 {:.3}",
        all.len(),
        success / n,
        ndcg / n,
        recall / n
    );
    for line in poor {
        println!("{line}");
    }
    Ok(())
}

fn dcg(gains: &[u8]) -> f64 {
    gains.iter().take(10).enumerate().map(|(i, g)| (f64::from(1u32 << g) - 1.0) / (i as f64 + 2.0).log2()).sum()
}
