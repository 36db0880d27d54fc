//! Work from home: "télétravail", "full remote", "travail à domicile".

use crate::conditions::Condition::{self, Remote};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, DeskWork, Is, Surely};
use crate::offer::Remote::{Full, Partial};

const EITHER: &[Condition] = &[Remote(Partial), Remote(Full)];
const FULL: &[Condition] = &[Remote(Full)];
const PARTIAL: &[Condition] = &[Remote(Partial)];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Surely(FULL),
        phrases: &[
            "100 (%) (en) télétravail|remote|distanciel|distance",
            "100 (%) à distance",
            "100 pour cent (en) télétravail|remote",
            "cent pour cent télétravail",
            "télétravail|remote (à) 100 (%)",
            "télétravail complet|total|intégral|exclusif|permanent",
            "télétravail complètement|totalement|intégralement|uniquement|seulement",
            "(à) plein temps en télétravail",
            "full|fully remote|télétravail|distanciel",
            "fullremote",
            "totalement|entièrement|complètement|uniquement|exclusivement (en|à) télétravail|remote|distance",
            "tout en télétravail",
        ],
    },
    Row {
        means: Surely(EITHER),
        phrases: &[
            "télétravail(s)",
            "télé travail",
            "télétravailler",
            "télétravailleur|télétravailleuse",
            "télétravailable",
            "poste|emploi|travail|job|boulot|métier (en|avec) télétravail",
            "remote",
            "homeoffice",
            "home office",
            "work from home",
            "distanciel",
            "depuis (ma|la) maison",
            "depuis|de chez moi|soi|nous",
            "depuis mon|son|le domicile",
            "@job (depuis|de|à|chez) (la|chez) moi|maison|soi",
            "@job (à|a|de) domicile|distance",
        ],
    },
    Row { means: Is(EITHER), phrases: &["à distance"] },
    Row { means: DeskWork(EITHER), phrases: &["à|a domicile"] },
    Row {
        means: Surely(PARTIAL),
        phrases: &[
            "télétravail partiel|hybride|occasionnel|ponctuel|possible",
            "télétravail # (ou|à|/) (#) jour(s) (par|/) (semaine)",
            "# (ou|à|/|-) (#) jour(s) (de|en) télétravail (par|/) (semaine)",
            "quelques jours (de|en) télétravail",
            "travail|mode|poste|télétravail hybride",
        ],
    },
];
