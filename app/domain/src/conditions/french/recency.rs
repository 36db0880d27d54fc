//! How new an offer is. "Hier" is the last three days: the shortest choice that surely has all of yesterday in it.
//! Who is in a hurry wants offers of this week.

use crate::conditions::Condition::{self, Since};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Surely};

const DAY: &[Condition] = &[Since(1)];
const THREE_DAYS: &[Condition] = &[Since(3)];
const WEEK: &[Condition] = &[Since(7)];
const TWO_WEEKS: &[Condition] = &[Since(14)];
const MONTH: &[Condition] = &[Since(31)];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Surely(DAY),
        phrases: &[
            "(d) aujourd'hui",
            "aujourdhui",
            "offre(s)|annonce(s) du jour|aujourd'hui",
            "(postée(s)|publiée(s)) aujourd'hui",
            "(ces|les) dernières 24 h|heures",
        ],
    },
    Row {
        means: Surely(THREE_DAYS),
        phrases: &[
            "hier",
            "(depuis|d) hier",
            "avant hier",
            "(ces) 3|trois|2|deux derniers jours",
            "offre(s)|annonce(s) d'hier",
        ],
    },
    Row {
        means: Surely(WEEK),
        phrases: &[
            "cette semaine",
            "(de) cette semaine",
            "offre(s)|annonce(s) (de) (la|cette) semaine",
            "7|sept derniers jours",
            "moins d'une semaine",
            "nouvelle(s)|dernière(s) offre(s)|annonce(s)",
            "nouvelle(s)|dernière(s) offre(s)|annonce(s) d'emploi",
            "nouveaux|derniers emplois|postes|jobs",
            "nouveautés",
            "urgent(e)(s)",
            "urgemment",
            "urgence",
            "(d|en|de) urgence",
            "besoin urgent",
            "(très|hyper|super|extrêmement) urgent(e)",
            "(tout) de suite",
            "immédiat(e)(s)",
            "immédiatement",
            "de façon|manière immédiate",
            "(prise) (de) poste|début|embauche|démarrage|disponibilité immédiat(e)",
            "(à) pourvoir immédiatement|rapidement|urgemment",
            "(à) pourvoir (tout) de suite",
            "dispo|disponible immédiatement|immédiat|maintenant",
            "dispo|disponible (tout) de suite",
            "dès maintenant|aujourd'hui|demain",
            "dès que possible",
            "au plus vite",
            "le plus vite|rapidement possible",
            "asap",
            "sans attendre",
        ],
    },
    Row {
        means: Surely(TWO_WEEKS),
        phrases: &[
            "offre(s)|annonce(s)|emploi(s)|job(s) récent(e)(s)|récente(s)",
            "récent(e)(s)",
            "offres les plus récentes",
            "plus récent(e)(s)",
            "(ces) 15|quinze derniers jours",
            "(ces) 2|deux dernières semaines",
            "semaine dernière",
            "depuis 15|quinze jours",
            "depuis 2|deux semaines",
        ],
    },
    Row { means: Surely(MONTH), phrases: &["ce mois", "ce mois ci", "moins d'un mois", "30|trente derniers jours"] },
];
