//! Offers like one offer: the same occupation first, then near ones, then titles that share words.

use crate::SearchError;
use crate::analyse;
use crate::facts::day_code;
use crate::geo;
use crate::index::View;
use crate::plan::Reading;
use crate::scan::scan;
use crate::tally::{Best, Ranked};
use domain::answer::Hit;
use domain::contract::Contract;
use domain::offer::StoredOffer;

const SAME: u128 = 1;
const NEAR: u128 = 2;
const TITLE_AT: usize = 2;
/// Words of the title that are looked at.
const TITLE_WORDS: usize = 12;

/// The nearest offers of the best kind, never the offer itself.
pub(crate) fn similar(view: &View<'_>, stored: &StoredOffer, limit: usize) -> Result<Vec<Hit>, SearchError> {
    let offer = &stored.offer;
    let mut terms = Vec::new();
    if let Some(code) = &offer.rome {
        let mut read = |text: &str, bits| terms.push(Reading { field: view.fields.rome, text: text.to_owned(), bits });
        read(code.as_str(), SAME);
        let titles = &view.lexicon.titles;
        for rank in titles.rank(code.as_str()).into_iter().flat_map(|r| titles.near(r)) {
            read(titles.code(rank), NEAR);
        }
    }
    let mut words = analyse::stems(&domain::title::for_index(&offer.title));
    words.sort();
    words.dedup();
    words.truncate(TITLE_WORDS);
    for (at, word) in words.iter().enumerate() {
        terms.push(Reading { field: view.fields.title, text: word.clone(), bits: 1 << (TITLE_AT + at) });
    }
    let enough = u32::try_from(words.len().div_ceil(2)).unwrap_or(1).max(1);
    let title_bits = ((1 << words.len()) - 1) << TITLE_AT;
    let centre = geo::points_of(&offer.places).next();
    let today = day_code(view.today);
    let own = stored.number.as_u64();
    let salaried = offer.contract.is_none_or(Contract::is_salaried);
    let mut best = Best::new(limit);
    scan(view.snapshot, &terms, &[u128::MAX], |doc| {
        let shared = (doc.bits & title_bits).count_ones();
        let kind: u64 = match doc.bits {
            bits if bits & SAME != 0 => 3,
            bits if bits & NEAR != 0 => 2,
            _ if shared >= enough => 1,
            _ => return,
        };
        let facts = doc.segment.facts(doc.id);
        let number = doc.segment.numbers.get_val(doc.id);
        let hidden = salaried && facts.contract() == crate::facts::NOT_SALARIED;
        if facts.until() < today || number == own || hidden {
            return;
        }
        let points = || doc.segment.points.values_for_doc(doc.id);
        let metres = centre.and_then(|c| geo::nearest(c, points(), u32::MAX));
        // Kilometres decide, not metres: among offers of one town the title does.
        let close = metres.map_or(0, |m| 0x7fff - u64::from((m / 1000).min(0x7ffe)));
        let key = kind << 40 | close << 24 | u64::from(shared) << 16 | u64::from(facts.posted());
        if best.wants(key) {
            best.push(Ranked {
                key,
                number,
                segment: doc.segment_ord,
                doc: doc.id,
                distance_m: metres,
                ..Ranked::default()
            });
        }
    })?;
    view.hits(&best.page(0), &[])
}
