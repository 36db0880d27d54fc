//! What must hold of every belief.

use super::*;
use crate::occupation::RomeCode;
use crate::profile::{Duration, PastJob, Since};
use crate::skill::{Item, Link, SkillKind};
use proptest::prelude::*;

/// Four occupations, four macro-compétences, twelve items: three below each.
pub(crate) fn small() -> Referential {
    let code = |text: &str| RomeCode::parse(text).unwrap();
    let links = |items: &[u16], core: usize| {
        items.iter().enumerate().map(|(at, item)| Link { item: ItemIx(*item), core: at < core }).collect()
    };
    let items = (0..12u16).map(|n| Item {
        ogr: Ogr(100 + u32::from(n)),
        kind: SkillKind::KnowHow,
        parent: Some(MacroIx(n / 3)),
    });
    Referential::new(
        vec![
            (code("A1101"), links(&[0, 1, 3], 2)),
            (code("D1106"), links(&[3, 4, 6], 1)),
            (code("K1304"), links(&[6, 7, 9], 2)),
            (code("N1103"), links(&[9, 10, 0], 1)),
        ],
        (0..4).map(|n| Ogr(900 + n)).collect(),
        items.collect(),
    )
    .unwrap()
}

fn activities() -> ActivityLinks {
    [("garder".to_owned(), vec![Ogr(900), Ogr(902)]), ("caisse".to_owned(), vec![Ogr(901)])].into()
}

pub(crate) fn job(number: usize, duration: usize, since: usize) -> PastJob {
    let code = ["A1101", "D1106", "K1304", "N1103", "Z"][number % 4];
    PastJob {
        occupation: RomeCode::parse(code).unwrap(),
        title: code.to_owned(),
        duration: Duration::ALL[duration % 3],
        since: Since::ALL[since % 3],
    }
}

prop_compose! {
    pub(crate) fn any_profile()(
        jobs in proptest::collection::vec((0..4usize, 0..3usize, 0..3usize), 0..4),
        answers in proptest::collection::btree_map(prop_oneof![100u32..112, 900u32..904], 0..5usize, 0..6),
        done in proptest::collection::btree_map(prop_oneof![Just("garder".to_owned()), Just("caisse".to_owned())], 0..5usize, 0..3),
    ) -> Profile {
        Profile {
            jobs: jobs.into_iter().map(|(n, d, s)| job(n, d, s)).collect(),
            answers: answers.into_iter().map(|(ogr, often)| (Ogr(ogr), Frequency::ALL[often])).collect(),
            activities: done.into_iter().map(|(code, often)| (code, Frequency::ALL[often])).collect(),
            ..Profile::default()
        }
    }
}

fn nowhere_less(before: &Belief, after: &Belief) -> bool {
    before.items.iter().zip(&after.items).all(|(b, a)| b <= a)
        && before.macros.iter().zip(&after.macros).all(|(b, a)| b <= a)
}

proptest! {
    #[test]
    fn one_more_job_lowers_nothing(profile in any_profile(), more in (0..4usize, 0..3usize, 0..3usize)) {
        let rome = small();
        let before = Belief::of(&profile, &rome, &activities());
        let mut jobs = profile.jobs.clone();
        jobs.push(job(more.0, more.1, more.2));
        let after = Belief::of(&Profile { jobs, ..profile }, &rome, &activities());
        prop_assert!(nowhere_less(&before, &after));
    }

    #[test]
    fn often_lowers_nothing_and_dont_know_changes_nothing(profile in any_profile(), about in 100u32..112) {
        prop_assume!(!profile.answers.contains_key(&Ogr(about)));
        let rome = small();
        let before = Belief::of(&profile, &rome, &activities());
        let with = |answer| {
            let mut answers = profile.answers.clone();
            answers.insert(Ogr(about), answer);
            Belief::of(&Profile { answers, ..profile.clone() }, &rome, &activities())
        };
        prop_assert!(nowhere_less(&before, &with(Frequency::Often)));
        prop_assert!(nowhere_less(&with(Frequency::Often), &with(Frequency::Always)));
        prop_assert_eq!(&before, &with(Frequency::Unknown));
        prop_assert!(nowhere_less(&with(Frequency::Never), &before));
    }

    #[test]
    fn the_order_in_which_jobs_are_named_changes_nothing(profile in any_profile()) {
        let rome = small();
        let mut turned = profile.clone();
        turned.jobs.reverse();
        turned.jobs.extend(profile.jobs.clone());
        prop_assert_eq!(Belief::of(&profile, &rome, &activities()), Belief::of(&turned, &rome, &activities()));
    }
}

#[test]
fn what_she_takes_out_is_out_and_an_activity_counts() {
    let rome = small();
    let parent = Profile { activities: [("garder".to_owned(), Frequency::Always)].into(), ..Profile::default() };
    let belief = Belief::of(&parent, &rome, &activities());
    assert!(
        belief.macro_skill(MacroIx(0)) > Share::new(800_000) && belief.macro_skill(MacroIx(1)) < Share::new(100_000)
    );
    assert!(belief.covers(&rome, ItemIx(0)) > Share::new(400_000), "half of what stands above");
    let out = Profile { not_me: [Ogr(900)].into(), ..parent };
    assert_eq!(Belief::of(&out, &rome, &activities()).macro_skill(MacroIx(0)), Share::ZERO);
}
