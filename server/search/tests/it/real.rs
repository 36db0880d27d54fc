//! On the real titles of ROME, where the data lies beside the checkout.

use crate::support;
use domain::query::OfferQuery;
use search::{Lexicon, SearchIndex, Stamp, Trades, forms_of};
use std::path::Path;
use std::sync::LazyLock;

/// One in so many titles is typed.
const STEP: usize = 7;

/// The real data and what the search knows of it; a line and `None` where it is not there.
pub(crate) fn lexicon() -> Option<(&'static Path, &'static Lexicon)> {
    static KNOWN: LazyLock<Option<(std::path::PathBuf, Lexicon)>> = LazyLock::new(|| {
        let dir = support::folder()?;
        let (communes, basins) = (support::communes(&dir), support::basins(&dir));
        let (occupations, appellations) = (support::occupations(&dir), support::appellations(&dir));
        let trades = Trades { occupations: &occupations, appellations: &appellations, ..Trades::default() };
        let lexicon = Lexicon::build(&communes, &basins, trades);
        Some((dir, lexicon))
    });
    if KNOWN.is_none() {
        eprintln!("skipped: the real data is not beside the checkout");
    }
    KNOWN.as_ref().map(|(dir, lexicon)| (dir.as_path(), lexicon))
}

#[test]
fn masculine_feminine_plural_and_no_accents_find_the_same_offers() {
    let Some((dir, lexicon)) = lexicon() else { return };
    let appellations = support::appellations(dir);
    let index = SearchIndex::in_memory().unwrap();
    index.set_lexicon(lexicon.clone());
    let mut writer = index.try_writer(30_000_000).unwrap().unwrap();
    for offer in support::offers(dir).into_iter().step_by(4) {
        writer.upsert(&offer).unwrap();
    }
    writer.commit(&Stamp { database_id: "real".into(), rev: 1 }).unwrap();
    index.reload().unwrap();
    let found = |text: &str| {
        let query = OfferQuery { text: text.to_owned(), ..OfferQuery::default() };
        let answer = index.search(&query, support::TODAY).unwrap();
        (answer.total, answer.hits.into_iter().map(|h| h.card.number).collect::<Vec<_>>())
    };
    let (mut same, mut all) = (0, 0);
    for appellation in appellations.iter().filter(|a| a.label.contains(" / ")).step_by(STEP) {
        let form = forms_of(&appellation.label);
        let Some(feminine) = form.feminine else { continue };
        let right = found(&form.masculine);
        all += 1;
        same += usize::from([domain::text::fold(&feminine), feminine].iter().all(|f| found(f) == right));
    }
    assert!(same * 100 >= all * 99, "{same} of {all}");
}
