//! Licence and car: "sans permis", "permis B", "non véhiculé".

use crate::conditions::Condition::{self, NoCar, Permit};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Denied, Is, Surely};
use crate::requirement::Permit::{B, None};

const NO_PERMIT: &[Condition] = &[Permit(None)];
const PERMIT_B: &[Condition] = &[Permit(B)];
const NO_CAR: &[Condition] = &[NoCar];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Surely(NO_PERMIT),
        phrases: &[
            "permis (b|voiture) non|pas exigé|requis|demandé|nécessaire|obligatoire|indispensable",
            "permis (b) n'est pas exigé|requis|demandé|nécessaire|obligatoire|indispensable",
            "sans permis accepté",
        ],
    },
    Row {
        means: Is(PERMIT_B),
        phrases: &[
            "permis b",
            "permisb",
            "permis b (et|+|,|/) véhicule|voiture|véhiculé",
            "permis (de) conduire b",
            "permis voiture",
            "permis de conduire",
            "permis (b) exigé|requis|demandé|nécessaire|obligatoire|indispensable|valide|souhaité",
            "permis (et|+|,|/) véhicule|voiture",
        ],
    },
    Row { means: Denied(NO_PERMIT), phrases: &["permis"] },
    Row {
        means: Surely(PERMIT_B),
        phrases: &["avec|ayant (le|mon|un) permis (b)", "j'ai (le|mon) permis (b)", "titulaire du permis (b)"],
    },
    Row {
        means: Surely(NO_CAR),
        phrases: &[
            "accessible|desservi|joignable|possible (en|par|aux|à) (les) bus|transport(s)|métro|tram|tramway|train|\
             vélo|pied",
            "accessible (en|par|aux) (les) transport(s) en commun",
            "accessible sans voiture|véhicule|permis",
            "en|par transport(s) en commun",
            "proche|près (des|de) transport(s)",
            "proche|près (des|de) transport(s) en commun",
            "déplace (en|à) bus|transport(s)|vélo|pied(s)",
        ],
    },
    Row { means: Is(NO_CAR), phrases: &["en bus|tram|tramway|métro", "à|a pied(s)"] },
    Row {
        means: Denied(NO_CAR),
        phrases: &[
            "véhicule(s)",
            "véhiculé(e)(s)",
            "voiture(s)",
            "véhicule|voiture personnel(le)",
            "moyen(s) de locomotion|transport",
            "auto",
        ],
    },
];
