//! When the work is done: "de nuit", "le week-end", "en 3x8".

use crate::conditions::Condition::{self, Avoid, Schedule};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Is, Surely};
use crate::hours::Schedule::{Day, Evening, Morning, Night, Shifts, Staggered, Weekend};
use crate::profile::Avoid::Weekends;

const NIGHT: &[Condition] = &[Schedule(Night)];
const WEEKEND: &[Condition] = &[Schedule(Weekend)];
const MORNING: &[Condition] = &[Schedule(Morning)];
const EVENING: &[Condition] = &[Schedule(Evening)];
const SHIFTS: &[Condition] = &[Schedule(Shifts)];
const DAY: &[Condition] = &[Schedule(Day)];
const STAGGERED: &[Condition] = &[Schedule(Staggered)];
const DAY_OR_NIGHT: &[Condition] = &[Schedule(Day), Schedule(Night)];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Is(NIGHT),
        phrases: &[
            "nuit(s)",
            "nocturne(s)",
            "nuits fixes",
            "nuit fixe",
            "équipe(s)|horaire(s)|poste(s)|service|travail|travaux|heures|vacations de|la (la) nuit",
            "horaires nuit|nocturnes",
            "travail nocturne",
            "travailler|bosser (de) (la) nuit",
            "toute la nuit",
        ],
    },
    Row {
        means: Is(WEEKEND),
        phrases: &[
            "week end(s)",
            "weekend(s)",
            "weeks ends",
            "w e",
            "w / e",
            "we",
            "wk end|ends",
            "wend",
            "samedi(s)",
            "dimanche(s)",
            "samedi(s)|sam (et|ou|/|&) dimanche(s)|dim",
            "fin(s) de semaine",
            "jour(s) férié(s)",
            "week end(s)|weekend(s) et jours fériés",
            "équipe(s) de|du|le week end|weekend",
            "équipe(s) de suppléance",
            "job(s)|travail|emploi|boulot (de|du|le|les) week-end|weekend|we|samedi|dimanche",
            "travailler|bosser (le|les) week-end(s)|weekend(s)|we|samedi(s)|dimanche(s)",
        ],
    },
    Row {
        means: Is(MORNING),
        phrases: &[
            "matin(s)",
            "matinée(s)",
            "matinal(e)",
            "(très) tôt le matin",
            "(très) tôt matin",
            "tous les matins",
            "horaires|équipe|poste|travail|heures du|le|de matin",
            "horaires matinaux",
            "# h du|le matin",
            "# heures du|le matin",
            "dès # h du matin",
        ],
    },
    Row {
        means: Is(EVENING),
        phrases: &[
            "soir(s)",
            "soirée(s)",
            "tous les soirs",
            "fin de journée",
            "fin d'après-midi",
            "horaires|équipe|poste|travail|heures du|le|de|en soir|soirée",
        ],
    },
    Row {
        means: Surely(SHIFTS),
        phrases: &[
            "2|3|4|5|6|7 x|* 8|7|12",
            "2|3|4|5|6|7 x 8|12 h|heures",
            "2|3|4|5|6|7 par 8",
            "2|3|4|5 / 8",
            "2|3|4|5 fois 8",
            "deux|trois|quatre|cinq huit",
            "les 2|3 8",
            "2|3|5 huit",
            "trois|deux fois huit",
            "équipe(s) alternée(s)|alternante(s)|successive(s)|tournante(s)",
            "en|horaire(s) équipe(s)",
            "horaires|travail|travailler|bosser en|d (des) équipes",
            "travail|travailler|bosser en équipe",
            "en|horaires équipes 2|3|4|5 x 8",
            "=posté(s)",
            "=postée(s)",
            "travail|horaires =posté(s)|poste|postes",
            "travail en =posté",
        ],
    },
    Row {
        means: Is(DAY),
        phrases: &[
            "journée(s)",
            "en journée",
            "de|le jour",
            "jour uniquement|seulement|fixe",
            "horaire(s)|heures de|en|du|la jour|journée|bureau|bureaux",
            "horaire(s) jour|journée|bureau|administratifs|classiques",
            "équipe de|du|en jour|journée",
            "travail|travailler|bosser|poste de|le|en|la jour|journée",
        ],
    },
    Row {
        means: Surely(DAY_OR_NIGHT),
        phrases: &["(de) jour ou|et|/ (de) (la) nuit", "(de) nuit ou|et|/ (de) (le) jour", "jour nuit"],
    },
    Row {
        means: Surely(STAGGERED),
        phrases: &[
            "décalé(e)(s)",
            "horaire(s)|travail|heures|poste|services (en) décalé(e)(s)",
            "horaire(s) décalage",
            "en décalé",
            "horaire(s)|service(s)|travail|journée(s)|heures (en|avec) coupé(e)(s)|coupure(s)",
            "(en|avec) coupure(s)",
            "horaire(s) fractionné(s)|atypique(s)|irrégulier(s)|variable(s)",
        ],
    },
    Row {
        // The same wish as "pas le week-end".
        means: Surely(&[Avoid(Weekends)]),
        phrases: &[
            "(du) lundi (au|à) vendredi",
            "lun ven",
            "week-end(s)|weekend(s)|we libre(s)|off",
            "repos (le|les) week-end(s)|weekend(s)|we|dimanche",
            "week-end(s)|weekend(s) de repos",
        ],
    },
];
