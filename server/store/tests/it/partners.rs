//! Partners: added, replaced, removed; what is not a partner is told and never served.

use crate::helpers::{Db, partner};
use domain::partner::{Partner, Written};
use store::{StoreError, testing};

contract! {
    async fn a_partner_is_added_once_replaced_and_removed(db: Db) {
        let (canal, relais) = (partner("canal"), partner("relais"));
        assert!(!db.store.put_partner(&canal, true).await.unwrap(), "nothing to replace");
        assert!(db.store.put_partner(&relais, false).await.unwrap());
        assert!(db.store.put_partner(&canal, false).await.unwrap());
        let other = Partner::try_from(Written { name: "Autre".into(), ..canal.clone().into() }).unwrap();
        assert!(!db.store.put_partner(&other, false).await.unwrap(), "it is there");
        assert_eq!(db.second().await.partners().await.unwrap(), [canal, relais.clone()], "by key");
        assert!(db.store.put_partner(&other, true).await.unwrap());
        assert_eq!(db.store.partners().await.unwrap(), [other, relais.clone()]);
        assert!(db.store.remove_partner("canal").await.unwrap());
        assert!(!db.store.remove_partner("canal").await.unwrap());
        assert_eq!(db.store.partners().await.unwrap(), [relais]);
        assert_eq!(db.store.integrity().await.unwrap(), [""; 0]);
    }

    async fn a_malformed_one_is_told_and_can_be_mended(db: Db) {
        for (damage, told) in [
            ("update partners set facts = replace(facts, 'https://canal', 'https://*.canal')", "https://*.canal.example\": each site is named"),
            ("update partners set facts = replace(facts, '#0a5445', '#ffcc00')", "4.5:1 needed"),
            ("update partners set key = 'x-y' where key = 'canal'", "its key is not that of its facts"),
        ] {
            db.store.put_partner(&partner("canal"), false).await.unwrap();
            db.store.put_partner(&partner("relais"), false).await.unwrap();
            testing::raw(&db.store, damage).await.unwrap();
            let error = db.store.partners().await.unwrap_err();
            assert!(matches!(&error, StoreError::Corrupt { what } if what.contains(told)), "{damage}: {error}");
            let wrong = db.store.integrity().await.unwrap();
            assert!(wrong.iter().any(|line| line.contains(told)), "{damage}: {wrong:?}");
            let kept = db.store.kept_partners().await.unwrap();
            assert_eq!(kept.len(), 2);
            assert!(kept.iter().any(|kept| kept.read.is_err()), "{damage}");
            for kept in kept {
                assert!(db.store.remove_partner(&kept.key).await.unwrap());
            }
        }
    }
}
