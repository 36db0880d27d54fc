//! Work from home.

use crate::conditions::reader::Row;
use crate::conditions::said::{
    Fact::{NoRemote, Remote},
    Says::{self, Is, Not},
};
use crate::offer::Remote::{Full, Partial};

pub(super) const ROWS: &[Row<Says>] = &[
    Row {
        means: Is(Remote(Full)),
        phrases: &[
            "100 (%) (en) télétravail|remote|distanciel",
            "télétravail|remote (à) 100 (%)",
            "télétravail (:) complet|total|intégral|permanent",
            "full remote|télétravail",
            "fullremote",
            "entièrement|totalement|intégralement|exclusivement en télétravail",
            "télétravail (:) à temps plein|complet",
        ],
    },
    Row {
        means: Is(Remote(Partial)),
        phrases: &[
            "télétravail",
            "télétravailler",
            "télétravailable",
            "télétravaillable",
            "home office",
            "remote partiel|possible|friendly",
            "télétravail (:) partiel|possible|occasionnel|ponctuel|hybride|régulier",
            "(#|un|une|deux|trois) (à|ou|/) # jour(s)|j (par|/) (semaine) (de|en) télétravail",
            "(jusqu) (à) 100 % de télétravail",
            "travail|mode|poste|rythme|organisation|fonctionnement (de) (travail) (:) hybride",
        ],
    },
    Row {
        means: Is(NoRemote),
        phrases: &[
            "télétravail (:) non|impossible|aucun",
            "non télétravaillable",
            "100 % présentiel",
            "présentiel 100 %",
        ],
    },
    Row {
        means: Not,
        phrases: &[
            "outil(s)|solution(s)|solutions|poste(s)|postes|utilisateurs|agents|collaborateurs|salariés|équipement(s)|\
             matériel (de|en|pour|du) (le) télétravail",
            "projet(s)|déploiement|mise|gestion|sécurité (en|du|de) (place) (du|de) télétravail",
            "environnement|cloud|infrastructure|contexte|véhicule|véhicules|moteur|ia hybride(s)",
            "remote desktop|control|access|server|services",
        ],
    },
];
