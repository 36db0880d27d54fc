//! Beginners: "débutant accepté", "sans expérience", "premier emploi".

use crate::conditions::Condition::{self, Experience};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Denied, Is, Surely};
use crate::requirement::ExperienceBand::Beginner;

const BEGINNER: &[Condition] = &[Experience(Beginner)];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Surely(BEGINNER),
        phrases: &[
            "débutant(e)(s)",
            "(grand|grande|grands) débutant(e)(s) (complet|complète) (accepté(e)(s)|bienvenu(e)(s)|possible|ok)",
            "ouvert|ouverte|accessible|adapté (aux) débutant(e)(s)",
            "profil(s)|niveau|poste|emploi|travail|job|offre|personne débutant(e)(s)",
            "novice(s)",
            "premier(s) emploi(s)|job(s)|travail|boulot|poste",
            "1er|1 emploi|job|travail|boulot",
            "1er emploi|job|travail|boulot",
            "première embauche|expérience",
            "1ère|1re expérience",
            "0|zéro expérience|exp",
            "jamais travaillé",
            "n|ai jamais travaillé",
            "non|pas expérimenté(e)(s)",
            "inexpérimenté(e)(s)",
        ],
    },
    Row {
        means: Denied(BEGINNER),
        phrases: &[
            "expérience(s)|exp (professionnelle(s)|pro|préalable|particulière) (exigée|requise|demandée|nécessaire|\
             obligatoire|souhaitée)",
            "exigence d'expérience",
        ],
    },
    Row {
        means: Is(BEGINNER),
        phrases: &[
            "sans expérience accepté",
            "expérience non exigée|requise|demandée|nécessaire|obligatoire",
            "expérience pas exigée|requise|demandée|nécessaire|obligatoire",
        ],
    },
];
