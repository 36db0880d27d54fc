//! Places of help: replaced whole, in their order, located by their commune.

use crate::helpers::{Db, help_place};
use crate::reference::commune;
use domain::help::HelpPlace;
use domain::place::Point;
use store::{HelpChanges, StoreError, testing};

contract! {
    async fn a_file_replaces_all_places_and_says_what_it_did(db: Db) {
        let (relais, accueil) = (help_place("Le Relais"), help_place("Accueil"));
        let first = db.store.replace_help_places(&[relais.clone(), accueil.clone()], &[]).await.unwrap();
        assert_eq!(first, HelpChanges { new: 2, ..HelpChanges::default() });
        let again = db.store.replace_help_places(&[relais.clone(), accueil.clone()], &[]).await.unwrap();
        assert_eq!(again, HelpChanges { unchanged: 2, ..HelpChanges::default() });
        let moved = HelpPlace { phone: "0353012027".into(), hours: None, ..accueil };
        let third = db.store.replace_help_places(&[help_place("Maison"), moved.clone()], &[]).await.unwrap();
        assert_eq!(third, HelpChanges { new: 1, changed: 1, removed: 1, ..HelpChanges::default() });
        let there = db.second().await.help_places().await.unwrap();
        let there: Vec<HelpPlace> = there.into_iter().map(|located| located.place).collect();
        assert_eq!(there, [help_place("Maison"), moved], "in the order of the file");
        let none = db.store.replace_help_places(&[], &[]).await.unwrap();
        assert_eq!(none, HelpChanges { removed: 2, ..HelpChanges::default() });
        assert_eq!(db.store.help_places().await.unwrap(), []);
    }

    async fn a_place_is_where_its_commune_is(db: Db) {
        db.store.replace_help_places(&[help_place("Le Relais")], &[]).await.unwrap();
        let lost = db.store.help_places().await.unwrap();
        assert_eq!((lost[0].town.as_str(), lost[0].point), ("", None));
        let wrong = db.store.integrity().await.unwrap();
        assert!(wrong.len() == 1 && wrong[0].contains("places of help in a commune"), "{wrong:?}");
        let mut roubaix = commune("59512", "Roubaix");
        roubaix.point = Point::from_degrees(50.6897, 3.1781);
        db.store.replace_places(std::slice::from_ref(&roubaix)).await.unwrap();
        let found = db.store.help_places().await.unwrap();
        assert_eq!((found[0].town.as_str(), found[0].point), ("Roubaix", roubaix.point));
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);
    }

    async fn the_same_place_twice_changes_nothing(db: Db) {
        db.store.replace_help_places(&[help_place("Le Relais")], &[]).await.unwrap();
        let twice = [help_place("Accueil"), help_place("accueil")];
        let error = db.store.replace_help_places(&twice, &[]).await.unwrap_err();
        assert!(matches!(&error, StoreError::Conflict(what) if what.contains("59512-accueil")), "{error}");
        assert_eq!(db.store.help_places().await.unwrap()[0].place, help_place("Le Relais"));
    }

    async fn a_damaged_place_is_told(db: Db) {
        db.store.replace_places(&[commune("59512", "Roubaix")]).await.unwrap();
        db.store.replace_help_places(&[help_place("Le Relais")], &[]).await.unwrap();
        for (damage, told) in [
            ("update help_places set id = 'x'", "its key is not that of its facts"),
            ("update help_places set facts = replace(facts, 'lun-ven', 'lun-xyz')", "lun-xyz"),
        ] {
            testing::raw(&db.store, damage).await.unwrap();
            let wrong = db.store.integrity().await.unwrap();
            assert!(wrong.iter().any(|w| w.contains(told)), "{damage}: {wrong:?}");
            assert!(db.store.help_places().await.is_err());
        }
    }
}
