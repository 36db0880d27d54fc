//! Queries as people type them on the demo's offers, with judgements: what `make eval` measures.

use super::{DemoError, rows};
use domain::occupation::RomeCode;
use domain::offer::Offer;
use std::collections::BTreeMap;

/// A query and what it should find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What is typed.
    pub query: String,
    /// The place field.
    pub place: String,
    /// Radius in kilometres, when said.
    pub radius_km: Option<u16>,
    /// Grade by occupation: 3 the trade asked for, 2 very close, 1 related.
    pub grades: BTreeMap<RomeCode, u8>,
}

/// Our queries.
///
/// # Errors
/// When our own file is wrong.
pub fn judgements() -> Result<Vec<Judgement>, DemoError> {
    const FILE: &str = "queries.csv";
    rows(include_str!("data/queries.csv"))
        .map(|(line, cells)| {
            let wrong = || DemoError::new(FILE, line, "query;where;radius;CODE=grade expected");
            let [query, place, radius, grades] = cells[..] else { return Err(wrong()) };
            let mut read = BTreeMap::new();
            for grade in grades.split(' ') {
                let (code, value) = grade.split_once('=').ok_or_else(wrong)?;
                read.insert(RomeCode::parse(code).map_err(|_| wrong())?, value.parse().map_err(|_| wrong())?);
            }
            Ok(Judgement {
                query: query.to_owned(),
                place: place.to_owned(),
                radius_km: radius.parse().ok(),
                grades: read,
            })
        })
        .collect()
}

/// The occupation that a demo offer was made for, also when the offer does not say it.
fn occupation(offer: &Offer) -> Option<RomeCode> {
    offer.source_id.split('-').next().and_then(|c| RomeCode::parse(c).ok())
}

/// What an offer is worth for a query: 0 to 3.
#[must_use]
pub fn gain(judgement: &Judgement, offer: &Offer) -> u8 {
    occupation(offer).and_then(|o| judgement.grades.get(&o).copied()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_asks_for_a_trade_of_the_demo() {
        let all = judgements().unwrap();
        assert!(all.len() >= 150, "{}", all.len());
        let offers = crate::offers(domain::time::Day(20_000)).unwrap();
        for judgement in &all {
            assert!(offers.iter().any(|o| gain(judgement, o) == 3), "{judgement:?}");
        }
    }
}
