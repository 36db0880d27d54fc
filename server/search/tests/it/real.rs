//! On the real titles of ROME, where the data lies beside the checkout.

use crate::support;
use domain::query::OfferQuery;
use search::{Lexicon, SearchIndex, Stamp, forms_of};

/// One in so many titles is typed.
const STEP: usize = 7;

#[test]
fn masculine_feminine_plural_and_no_accents_find_the_same_offers() {
    let Some(dir) = support::folder() else {
        eprintln!("skipped: the real data is not beside the checkout");
        return;
    };
    let appellations = support::appellations(&dir);
    let index = SearchIndex::in_memory().unwrap();
    index.set_lexicon(Lexicon::build(&support::communes(&dir), &support::occupations(&dir), &appellations));
    let mut writer = index.try_writer(30_000_000).unwrap().unwrap();
    for offer in support::offers(&dir).into_iter().step_by(4) {
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
