//! Full and part time: "temps plein", "mi-temps", "job étudiant". Hours by number: `typed::hours`.

use crate::conditions::Condition::{self, Hours};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Is, Surely};
use crate::hours::WorkTime::{Full, Part};

const FULL: &[Condition] = &[Hours(Full)];
const PART: &[Condition] = &[Hours(Part)];
const EITHER: &[Condition] = &[Hours(Full), Hours(Part)];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Surely(FULL),
        phrases: &[
            "temps|temp plein(s)|complet(s)",
            "plein|pleins temps|temp",
            "tempsplein",
            "full time",
            "fulltime",
            "trente cinq|neuf heures",
            "35h temps plein",
        ],
    },
    Row {
        means: Surely(PART),
        phrases: &[
            "mi temps|temp",
            "mitemps",
            "temps|temp partiel(s)",
            "temps|temp partielle",
            "tempspartiel",
            "temps non complet",
            "temps réduit",
            "part time",
            "parttime",
            "quelques heures",
            "quelque heures",
            "quelque heures par|la|/ semaine|jour|mois",
            "quelques heures par|la|/ semaine|jour|mois",
            "quelques heures dans la semaine|journée",
            "vingt|quinze|dix|douze|trente|vingt-quatre|vingt-cinq|vingt-huit|vingt-six heures",
            "vingt|quinze|dix|douze|trente|vingt-quatre|vingt-cinq|vingt-huit|vingt-six heures par|la semaine",
        ],
    },
    Row {
        means: Is(PART),
        phrases: &[
            "étudiant(e)(s)",
            "job(s)|emploi(s)|travail|boulot|boulots|poste (pour) (d) étudiant(e)(s)",
            "petit job|boulot|emploi|travail (pour) étudiant(e)",
        ],
    },
    Row {
        means: Surely(EITHER),
        phrases: &[
            "temps plein|complet|partiel ou|et|/ (à) (temps) plein|complet|partiel",
            "temps plein|complet ou|et|/ mi temps",
            "mi temps ou|et|/ (à) temps plein|complet",
            "mi temps ou|et|/ plein temps",
        ],
    },
];
