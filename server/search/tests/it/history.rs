//! The index rebuilt from nothing answers the same, whatever was put in and taken out before.

use crate::made::{TODAY, filtered, index, lexicon, offer, stamp, stored, typed};
use crate::sets::{any_filters, any_offer};
use domain::offer::Offer;
use domain::query::OfferQuery;
use proptest::prelude::*;
use search::SearchIndex;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
    Put(usize, Box<Offer>),
    Take(usize),
    Commit,
    Clear,
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => (0usize..12).prop_flat_map(|id| any_offer(id).prop_map(move |o| Step::Put(id, Box::new(o)))),
        4 => (0usize..12).prop_map(Step::Take),
        3 => Just(Step::Commit),
        1 => Just(Step::Clear),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn answers_do_not_depend_on_history(steps in prop::collection::vec(any_step(), 1..60), filters in any_filters()) {
        let lived = SearchIndex::in_memory().unwrap();
        lived.set_lexicon(lexicon());
        let mut there: BTreeMap<usize, Offer> = BTreeMap::new();
        let mut writer = lived.try_writer(20_000_000).unwrap().unwrap();
        for step in steps {
            match step {
                Step::Put(id, offer) => {
                    writer.upsert(&stored((*offer).clone())).unwrap();
                    there.insert(id, *offer);
                }
                Step::Take(id) => {
                    writer.remove(offer(&format!("{id}"), "").number()).unwrap();
                    there.remove(&id);
                }
                Step::Commit => writer.commit(&stamp(1)).unwrap(),
                Step::Clear => {
                    writer.clear().unwrap();
                    there.clear();
                }
            }
        }
        writer.commit(&stamp(2)).unwrap();
        lived.reload().unwrap();
        let fresh = index(there.into_values());
        prop_assert_eq!(lived.count_open(TODAY), fresh.count_open(TODAY));
        for text in ["", "cariste", "boulangere nuit", "vendeuse surgele caissier nuit", "surgle", "caissir", "cariste lens"] {
            for query in [typed(text), filtered(text, filters.clone()), OfferQuery { page: 2, ..typed(text) }] {
                let (a, b) = (lived.search(&query, TODAY).unwrap(), fresh.search(&query, TODAY).unwrap());
                prop_assert_eq!(a, b, "{}", text);
            }
        }
    }
}

#[test]
fn a_commit_is_seen_whole_and_carries_its_stamp() {
    let dir = tempfile::tempdir().unwrap();
    assert!(SearchIndex::open(&dir.path().join("nothing")).unwrap().is_none());
    assert!(SearchIndex::open(dir.path()).unwrap().is_none());
    let index = SearchIndex::create(dir.path()).unwrap();
    assert_eq!(index.stamp(), None);
    let mut writer = index.try_writer(20_000_000).unwrap().unwrap();
    assert!(index.try_writer(20_000_000).unwrap().is_none());
    writer.upsert(&stored(offer("1", "Cariste"))).unwrap();
    writer.upsert(&stored(offer("1", "Cariste de nuit"))).unwrap();
    writer.commit(&stamp(7)).unwrap();
    assert_eq!(index.count_open(TODAY), 0);
    let other = SearchIndex::open(dir.path()).unwrap().unwrap();
    assert_eq!(other.stamp(), Some(stamp(7)));
    assert_eq!(other.count_open(TODAY), 1);
    writer.remove(offer("1", "").number()).unwrap();
    writer.commit(&stamp(8)).unwrap();
    other.reload().unwrap();
    index.reload().unwrap();
    assert_eq!((other.stamp(), other.count_open(TODAY)), (Some(stamp(8)), 0));
    assert_eq!((index.stamp(), index.count_open(TODAY)), (Some(stamp(8)), 0));
    drop(writer);
    assert!(other.try_writer(20_000_000).unwrap().is_some());
}

#[test]
fn the_lexicon_comes_back_from_its_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lexicon");
    assert!(search::Lexicon::load(&path, 3).unwrap().is_none());
    lexicon().save(&path, 3).unwrap();
    assert!(search::Lexicon::load(&path, 4).unwrap().is_none());
    let index = index([offer("1", "Hôte de caisse")]);
    let before = index.search(&typed("caissière roubaix"), TODAY).unwrap();
    index.set_lexicon(search::Lexicon::load(&path, 3).unwrap().unwrap());
    assert_eq!(index.search(&typed("caissière roubaix"), TODAY).unwrap(), before);
    std::fs::write(&path, b"broken").unwrap();
    assert!(search::Lexicon::load(&path, 3).unwrap().is_none());
}
