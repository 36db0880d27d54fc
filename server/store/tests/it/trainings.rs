//! Trainings and certifications: published whole or not at all, the same again changes nothing.

use crate::helpers::Db;
use domain::certification::Certification;
use domain::import::{ImportReport, Refusal};
use domain::occupation::RomeCode;
use domain::time::{Day, Timestamp};
use domain::training::{Cost, Entry, Kind, Prerequisites, Session, Training};
use store::{HelpChanges, PublishOptions, Store, StoreError, testing};

const NOW: Timestamp = Timestamp(1_790_000_000);

pub(crate) fn training(id: &str) -> Training {
    let first = Day(20_800);
    Training {
        source: "hub".into(),
        source_id: id.into(),
        kind: Kind::Course,
        title: format!("Formation {id}"),
        body: "Atelier de la Lys".into(),
        phone: None,
        website: None,
        objective: None,
        certification: None,
        level: None,
        rome: vec![RomeCode::parse("N1101").unwrap()],
        skills: Vec::new(),
        gives: Vec::new(),
        prerequisites: Prerequisites::default(),
        public: None,
        hours: Some(70),
        weekly_hours: Some(35),
        rhythm: None,
        cost: Cost::default(),
        monthly_pay: None,
        promises: Vec::new(),
        results: None,
        sessions: vec![Session::new(first, Some(first.plus(14)), Entry::Fixed).unwrap()],
    }
}

pub(crate) fn certification(id: u32) -> Certification {
    let rome = vec![RomeCode::parse("N1101").unwrap()];
    Certification { id, title: format!("Titre {id}"), kind: None, level: Some(3), rncp: Some(id), rs: None, rome }
}

pub(crate) async fn publish(store: &Store, all: &[Training], partial: bool, force: bool) -> ImportReport {
    let import = store.begin_trainings("hub", NOW).await.unwrap();
    for batch in all.chunks(store::MAX_STAGED) {
        store.stage_trainings(&import, batch).await.unwrap();
    }
    let options = PublishOptions { partial, force, now: NOW };
    store.publish_trainings(import, &options, ImportReport::default()).await.unwrap()
}

contract! {
    async fn a_file_of_trainings_replaces_those_of_its_source(db: Db) {
        let first = publish(&db.store, &[training("a"), training("b")], false, false).await;
        assert_eq!((first.new, first.changed, first.unchanged, first.closed), (2, 0, 0, 0));
        let rev = db.store.training_rev().await.unwrap();
        let again = publish(&db.store, &[training("a"), training("b")], false, false).await;
        assert_eq!((again.new, again.changed, again.unchanged, again.closed), (0, 0, 2, 0));
        assert_eq!(db.store.training_rev().await.unwrap(), rev, "nothing changed");
        let moved = Training { title: "Cariste".into(), ..training("a") };
        let third = publish(&db.store, &[moved.clone(), training("c")], false, false).await;
        assert_eq!((third.new, third.changed, third.unchanged, third.closed), (1, 1, 0, 1));
        assert_eq!(db.store.training_rev().await.unwrap(), rev + 1);
        let there = db.second().await.trainings().await.unwrap();
        assert_eq!(there.len(), 2);
        assert_eq!(db.store.training(moved.number()).await.unwrap(), Some(moved));
        assert_eq!(db.store.training(training("b").number()).await.unwrap(), None);
        let part = publish(&db.store, &[training("d")], true, false).await;
        assert_eq!((part.new, part.closed), (1, 0), "a part closes nothing");
        assert_eq!(db.store.import_runs(9).await.unwrap().len(), 4);
    }

    async fn when_a_training_came_and_changed_is_known(db: Db) {
        let moved = Training { title: "Cariste".into(), ..training("a") };
        let later = NOW.plus_days(3);
        for (now, all) in
            [(NOW, vec![training("a"), training("b")]), (later, vec![moved.clone(), training("b"), training("c")])]
        {
            let import = db.store.begin_trainings("hub", now).await.unwrap();
            db.store.stage_trainings(&import, &all).await.unwrap();
            let options = PublishOptions { partial: false, force: false, now };
            db.store.publish_trainings(import, &options, ImportReport::default()).await.unwrap();
        }
        let mut all = db.second().await.stored_trainings().await.unwrap();
        all.sort_by(|one, other| one.training.source_id.cmp(&other.training.source_id));
        let times: Vec<_> = all.iter().map(|one| (one.first_seen, one.changed)).collect();
        assert_eq!(times, [(NOW, later), (NOW, NOW), (later, later)]);
        assert_eq!(all[0].training, moved);
    }

    async fn what_is_staged_is_seen_by_nobody_and_goes_when_it_is_abandoned(db: Db) {
        let import = db.store.begin_trainings("hub", NOW).await.unwrap();
        let again = [training("a"), training("a"), training("b")];
        assert_eq!(db.store.stage_trainings(&import, &again).await.unwrap(), 1);
        assert_eq!(db.store.stage_trainings(&import, &again[..1]).await.unwrap(), 1);
        assert_eq!(db.store.trainings().await.unwrap(), []);
        let other = Training { source: "autre".into(), ..training("x") };
        let error = db.store.stage_trainings(&import, &[other]).await.unwrap_err();
        assert!(matches!(error, StoreError::Conflict(_)), "{error}");
        db.store.abandon_trainings(import).await.unwrap();
        assert_eq!(testing::texts(&db.store, "select number from training_staging").await.unwrap(), [""; 0]);
        // One that was killed is swept away a day later.
        let killed = db.store.begin_trainings("hub", NOW).await.unwrap();
        db.store.stage_trainings(&killed, &again).await.unwrap();
        db.store.begin_trainings("hub", NOW.plus_days(2)).await.unwrap();
        assert_eq!(testing::texts(&db.store, "select number from training_staging").await.unwrap(), [""; 0]);
    }

    async fn a_feed_that_looks_broken_is_refused(db: Db) {
        let all: Vec<Training> = (0..60).map(|n| training(&n.to_string())).collect();
        publish(&db.store, &all, false, false).await;
        let refused = publish(&db.store, &all[..3], false, false).await;
        assert!(matches!(refused.refusal, Some(Refusal::TooFew { valid: 3, live: 60 })), "{refused:?}");
        assert_eq!(db.store.trainings().await.unwrap().len(), 60);
        assert_eq!(publish(&db.store, &all[..3], false, true).await.closed, 57);
    }

    async fn certifications_are_replaced_whole(db: Db) {
        let (one, two) = (certification(1), certification(2));
        let first = db.store.replace_certifications(&[one.clone(), two.clone()]).await.unwrap();
        assert_eq!(first, HelpChanges { new: 2, ..HelpChanges::default() });
        let rev = db.store.training_rev().await.unwrap();
        let again = db.store.replace_certifications(&[one.clone(), two.clone()]).await.unwrap();
        assert_eq!(again, HelpChanges { unchanged: 2, ..HelpChanges::default() });
        assert_eq!(db.store.training_rev().await.unwrap(), rev);
        let renamed = Certification { title: "Autre".into(), ..one };
        let third = db.store.replace_certifications(std::slice::from_ref(&renamed)).await.unwrap();
        assert_eq!(third, HelpChanges { changed: 1, removed: 1, ..HelpChanges::default() });
        assert_eq!(db.second().await.certifications().await.unwrap(), [renamed]);
        let twice = db.store.replace_certifications(&[two.clone(), two]).await;
        assert!(matches!(twice, Err(StoreError::Conflict(_))));
    }

    async fn damage_is_told(db: Db) {
        publish(&db.store, &[training("a")], false, false).await;
        db.store.replace_certifications(&[certification(1)]).await.unwrap();
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);
        for (damage, told) in [
            ("update trainings set facts = replace(facts, 'Lys', 'Lis')", "their hash differs"),
            ("update trainings set number = '000000000000'", "its number is not"),
            ("update certifications set id = 7", "its id is not"),
        ] {
            testing::raw(&db.store, damage).await.unwrap();
            let wrong = db.store.integrity().await.unwrap();
            assert!(wrong.iter().any(|w| w.contains(told)), "{damage}: {wrong:?}");
        }
    }
}
