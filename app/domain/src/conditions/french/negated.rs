//! What people want to avoid: it counts only when it is denied ("pas de port de charges").

use crate::conditions::Condition::{self, Avoid};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Denied, Surely};
use crate::profile::Avoid::{Heights, Loads, Standing, Trips};

const LOADS: &[Condition] = &[Avoid(Loads)];
const STANDING: &[Condition] = &[Avoid(Standing)];
const HEIGHTS: &[Condition] = &[Avoid(Heights)];
const TRIPS: &[Condition] = &[Avoid(Trips)];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Denied(LOADS),
        phrases: &[
            "charge(s)",
            "charge(s) lourde(s)",
            "port de charge(s) (lourde(s))",
            "(porter|soulever) (de|des|les) (la|trop) charge(s) (lourde(s))",
            "porter|soulever|porte (du|de|des|trop) lourd",
            "porter|soulever (de|des) (choses|objets|trucs|cartons|poids) (lourd(e)(s))",
            "lourd",
            "manutention lourde",
            "manutention de charges (lourdes)",
        ],
    },
    Row {
        means: Denied(STANDING),
        phrases: &[
            "debout",
            "(station|position|travail|poste) debout (prolongée)",
            "rester|être|travailler|tenir debout (longtemps) (toute) (la) (journée)",
            "station debout prolongée",
            "poste(s) debout",
        ],
    },
    Row { means: Surely(STANDING), phrases: &["travail|poste|travailler|emploi|métier|rester assis(e)"] },
    Row {
        means: Denied(HEIGHTS),
        phrases: &[
            "hauteur(s)",
            "(travail|travaux|travailler|monter) (en) hauteur(s)",
            "vertige(s)",
            "(monter) (à|sur|aux|une|l) échelle(s)",
            "échafaudage(s)",
        ],
    },
    Row {
        means: Surely(HEIGHTS),
        phrases: &["ai le vertige", "j'ai le vertige", "peur du vide", "sujet au vertige", "à cause du vertige"],
    },
    Row {
        means: Denied(TRIPS),
        phrases: &[
            "déplacement(s)",
            "(grand|grands|long|longs|gros) déplacement(s) (professionnel(s)|fréquent(s)|longue|régulier(s))",
            "(faire) (de|la) (la) route",
            "me déplacer",
            "voyager",
        ],
    },
];
