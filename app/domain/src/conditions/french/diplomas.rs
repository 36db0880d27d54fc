//! Levels of diplomas: "CAP", "bac+2", "sans diplôme". The field stays: "CAP cuisine" leaves "cuisine".

use crate::conditions::Condition::{self, Diploma};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Denied, Is, Surely};
use crate::requirement::Diploma::{Bac, Bac2, Bac3, Bac5, Cap, None};

const NONE: &[Condition] = &[Diploma(None)];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Surely(NONE),
        phrases: &[
            "niveau|classe|fin|sortie (de) (classe) (de) 3ème|3e|troisième",
            "niveau brevet|bepc|dnb|collège|3",
            "niveau brevet des collèges",
            "brevet des collèges",
            "bepc",
            "non|pas diplômé(e)(s)|qualifié(e)(s)",
            "sans aucun diplôme",
            "0|zéro diplôme(s)",
            "arrêté l'école",
            "diplôme non|pas exigé|requis|demandé|nécessaire|obligatoire",
            "sans condition de diplôme",
            "(poste|emploi|travail) non qualifié",
        ],
    },
    Row {
        means: Denied(NONE),
        phrases: &[
            "diplôme(s)",
            "diplôme(s) particulier|exigé|requis|demandé|nécessaire|obligatoire",
            "qualification(s)",
            "qualification(s) particulière(s)|exigée|requise|demandée|nécessaire|professionnelle",
            "formation exigée|requise|demandée|nécessaire|particulière",
            "études",
        ],
    },
    Row {
        means: Is(&[Diploma(Cap)]),
        phrases: &["cap", "bep", "bepa", "capa", "cap (ou|et|/) bep", "bep (ou|et|/) cap", "niveau cap|bep"],
    },
    Row {
        means: Is(&[Diploma(Bac)]),
        phrases: &[
            "bac",
            "baccalauréat",
            "niveau bac|lycée|terminale",
            "bac pro|professionnel|techno|technologique|général|stmg|sti2d|st2s|stl|sciences",
            "bac pro|professionnel|techno",
            "bacpro",
            "baccalauréat professionnel|technologique|général",
            "bac (+) 1",
            "bac ou équivalent",
        ],
    },
    Row {
        means: Is(&[Diploma(Bac2)]),
        phrases: &[
            "bac (+) 2",
            "bac plus 2|deux",
            "bac deux",
            "bts",
            "btsa",
            "dut",
            "deug",
            "deust",
            "bts (ou|/|et) dut",
            "dut (ou|/|et) bts",
        ],
    },
    Row {
        means: Is(&[Diploma(Bac2), Diploma(Bac3)]),
        phrases: &["bac (+) 2 /|à|ou|et (bac) (+) 3|4", "bts (/|ou|et) licence|bachelor"],
    },
    Row { means: Is(&[Diploma(Cap), Diploma(Bac)]), phrases: &["cap|bep /|à|ou|et bac (pro)"] },
    Row {
        means: Is(&[Diploma(Bac), Diploma(Bac2)]),
        phrases: &["bac (pro) /|à|ou|et bac (+) 2", "bac (pro) /|à|ou|et bts"],
    },
    Row {
        means: Is(&[Diploma(Bac3), Diploma(Bac5)]),
        phrases: &["bac (+) 3|4 /|à|ou|et (bac) (+) 5", "licence /|ou|et master"],
    },
    Row { means: Is(&[Diploma(Bac2), Diploma(Bac3), Diploma(Bac5)]), phrases: &["bac (+) 2 /|à (bac) (+) 5"] },
    Row {
        means: Is(&[Diploma(Bac3)]),
        phrases: &[
            "bac (+) 3|4",
            "bac plus 3|4|trois|quatre",
            "bac (+) 3 (/|à|ou|-) 4",
            "licence",
            "licence 3",
            "l3",
            "bachelor",
            "^but",
            "niveau|diplôme|bac+3 but",
            "but gea|tc|mmi|gmp|gaco|informatique|carrières|techniques",
            "maîtrise universitaire",
        ],
    },
    Row {
        means: Is(&[Diploma(Bac5)]),
        phrases: &[
            "bac (+) 5|6|7|8",
            "bac plus 5|cinq|8",
            "master(s)",
            "master 1|2",
            "mastère",
            "doctorat",
            "diplôme d'ingénieur",
            "ingénieur diplômé",
        ],
    },
];
