//! Places and ROME: replaced as a whole, untouched where equal.

use crate::helpers::Db;
use domain::occupation::{Appellation, ContextKind, Occupation, Portrait, RomeCode};
use domain::place::{Basin, Commune, CommuneCode, Point};
use domain::rome::RomeRelease;
use domain::skill::{MacroSkill, NamedSkill, OccupationSkills, Ogr, Share, SkillKind};
use store::StoreError;

pub(crate) fn commune(code: &str, name: &str) -> Commune {
    Commune {
        code: CommuneCode::parse(code).unwrap(),
        name: name.into(),
        region: "32".into(),
        postcodes: vec!["59100".into(), "59115".into()],
        population: 98_286,
        point: Point::from_degrees(50.6897, 3.1781),
        clpe: Some("Roubaix-Tourcoing".into()),
        former: Vec::new(),
    }
}

pub(crate) fn basin(code: &str, name: &str) -> Basin {
    Basin { code: code.into(), name: name.into() }
}

pub(crate) fn rome(version: &str) -> RomeRelease {
    let code = |c: &str| RomeCode::parse(c).unwrap();
    let occupation = |c: &str, label: &str, parent: Option<&str>| Occupation {
        code: code(c),
        label: label.into(),
        parent: parent.map(code),
        definition: "Fait ceci,\net cela.".into(),
    };
    let appellation = |ogr, label: &str, c: &str| Appellation { ogr, label: label.into(), rome: code(c) };
    RomeRelease {
        version: version.into(),
        occupations: vec![
            occupation("N1101", "Cariste", None),
            occupation("D1102", "Boulanger / Boulangère", Some("D1102")),
        ],
        appellations: vec![
            appellation(11_564, "Boulanger / Boulangère", "D1102"),
            appellation(11_882, "Cariste", "N1101"),
        ],
        macros: vec![MacroSkill { ogr: Ogr(300_264), label: "Manipuler un engin".into() }],
        skills: vec![
            NamedSkill {
                ogr: Ogr(104_000),
                kind: SkillKind::KnowHow,
                label: "Conduire un chariot".into(),
                above: Some(Ogr(300_264)),
            },
            NamedSkill { ogr: Ogr(117_000), kind: SkillKind::Knowledge, label: "Farines".into(), above: None },
        ],
        asked: vec![OccupationSkills {
            rome: code("N1101"),
            asked: vec![(Ogr(104_000), true)],
            near: vec![(code("D1102"), Share::new(12_000))],
        }],
        portraits: vec![Portrait {
            day: "Vous conduisez un chariot.".into(),
            access: "Avec un CACES,\nou sans.".into(),
            contexts: vec![(ContextKind::Hours, "Travail de nuit".into())],
            ..Portrait::new(code("N1101"))
        }],
    }
}

contract! {
    async fn places_are_replaced_and_equal_ones_stay(db: Db) {
        let store = &db.store;
        assert_eq!(store.reference_rev().await.unwrap(), 0);
        let without_point = Commune { point: None, clpe: None, postcodes: vec![], ..commune("2A004", "Ajaccio") };
        let all = vec![commune("59512", "Roubaix"), without_point.clone(), commune("01004", "Ambérieu")];
        assert_eq!(store.replace_places(&all).await.unwrap(), 3);
        assert_eq!(store.reference_rev().await.unwrap(), 1);
        assert_eq!(store.replace_places(&all).await.unwrap(), 0);
        assert_eq!(store.reference_rev().await.unwrap(), 1, "equal data change nothing");

        let codes: Vec<_> = store.communes().await.unwrap().into_iter().map(|c| c.code.to_string()).collect();
        assert_eq!(codes, ["01004", "2A004", "59512"]);
        assert_eq!(store.commune(&without_point.code).await.unwrap(), Some(without_point));

        let moved = Commune { point: Point::from_degrees(50.0, 3.0), ..commune("59512", "Roubaix") };
        assert_eq!(store.replace_places(&[moved.clone(), commune("59599", "Tourcoing")]).await.unwrap(), 4);
        assert_eq!(store.communes().await.unwrap(), [moved, commune("59599", "Tourcoing")]);
        assert_eq!(store.commune(&CommuneCode::parse("01004").unwrap()).await.unwrap(), None);
        assert_eq!(store.reference_rev().await.unwrap(), 2);
    }

    async fn former_names_stay_with_their_commune(db: Db) {
        let lille = Commune { former: vec!["Hellemmes Lille".into(), "Lomme".into()], ..commune("59350", "Lille") };
        assert_eq!(db.store.replace_places(std::slice::from_ref(&lille)).await.unwrap(), 1);
        assert_eq!(db.store.commune(&lille.code).await.unwrap().as_ref(), Some(&lille));
        let without = Commune { former: Vec::new(), ..lille };
        assert_eq!(db.store.replace_places(std::slice::from_ref(&without)).await.unwrap(), 1);
        assert_eq!(db.store.communes().await.unwrap(), [without]);
    }

    async fn basins_are_replaced_and_equal_ones_stay(db: Db) {
        let all = vec![basin("CLPE59005", "Sambre - Avesnois"), basin("CLPE59001", "Cambrai")];
        assert_eq!(db.store.replace_basins(&all).await.unwrap(), 2);
        assert_eq!(db.store.replace_basins(&all).await.unwrap(), 0);
        assert_eq!(db.store.reference_rev().await.unwrap(), 1, "equal data change nothing");
        let names: Vec<_> = db.store.basins().await.unwrap().into_iter().map(|b| b.name).collect();
        assert_eq!(names, ["Cambrai", "Sambre - Avesnois"]);
        assert_eq!(db.store.replace_basins(&[basin("CLPE59001", "Cambrésis")]).await.unwrap(), 2);
        assert_eq!(db.store.basins().await.unwrap(), [basin("CLPE59001", "Cambrésis")]);
        assert_eq!(db.store.reference_rev().await.unwrap(), 2);
    }

    async fn many_places_are_replaced_at_once(db: Db) {
        let all: Vec<_> = (0..3_500).map(|i| commune(&format!("{:05}", 10_000 + i), "Commune")).collect();
        assert_eq!(db.store.replace_places(&all).await.unwrap(), 3_500);
        assert_eq!(db.store.communes().await.unwrap(), all);
        assert_eq!(db.store.replace_places(&all[..10]).await.unwrap(), 3_490);
        assert_eq!(db.store.communes().await.unwrap(), all[..10]);
    }

    async fn rome_is_replaced_as_a_whole(db: Db) {
        let store = &db.store;
        assert_eq!(store.rome_version().await.unwrap(), None);
        assert_eq!(store.replace_rome(&rome("460")).await.unwrap(), 10);
        assert_eq!(store.replace_rome(&rome("460")).await.unwrap(), 0);
        assert_eq!(store.reference_rev().await.unwrap(), 1);
        assert_eq!(store.rome_version().await.unwrap().as_deref(), Some("460"));
        assert_eq!(store.appellations().await.unwrap(), rome("460").appellations);
        assert_eq!(store.macro_skills().await.unwrap(), rome("460").macros);
        assert_eq!(store.skills().await.unwrap(), rome("460").skills);
        assert_eq!(store.occupation_skills().await.unwrap(), rome("460").asked);
        assert_eq!(store.portraits().await.unwrap(), rome("460").portraits);
        let labels: Vec<_> = store.occupations().await.unwrap().into_iter().map(|o| o.label).collect();
        assert_eq!(labels, ["Boulanger / Boulangère", "Cariste"]);
        let baker = RomeCode::parse("D1102").unwrap();
        assert_eq!(store.occupation(&baker).await.unwrap(), Some(rome("460").occupations[1].clone()));

        let driver = RomeCode::parse("N1101").unwrap();
        assert_eq!(store.portrait(&driver).await.unwrap().as_ref(), rome("460").portraits.first());
        assert_eq!(store.portrait(&baker).await.unwrap(), None);

        // The baker leaves, with the title; the driver's title changes.
        let mut next = rome("461");
        next.occupations.remove(1);
        next.appellations.remove(0);
        next.appellations[0].label = "Cariste en entrepôt".into();
        next.skills.remove(1);
        next.asked[0].near.clear();
        next.portraits.clear();
        assert_eq!(store.replace_rome(&next).await.unwrap(), 7);
        assert_eq!(store.portraits().await.unwrap(), next.portraits);
        assert_eq!(store.skills().await.unwrap(), next.skills);
        assert_eq!(store.occupation_skills().await.unwrap(), next.asked);
        assert_eq!(store.occupation(&baker).await.unwrap(), None);
        assert_eq!(store.appellations().await.unwrap(), next.appellations);
        assert_eq!(store.reference_rev().await.unwrap(), 2);
    }

    async fn an_appellation_without_its_occupation_is_refused(db: Db) {
        db.store.replace_rome(&rome("460")).await.unwrap();
        let mut broken = rome("461");
        broken.occupations.remove(1);
        let error = db.store.replace_rome(&broken).await.unwrap_err();
        assert!(matches!(&error, StoreError::Conflict(why) if why.contains("11564") && why.contains("D1102")), "{error}");
        assert_eq!(db.store.rome_version().await.unwrap().as_deref(), Some("460"));
        assert_eq!(db.store.reference_rev().await.unwrap(), 1);
    }
}
