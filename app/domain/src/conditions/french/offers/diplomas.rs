//! Levels of diplomas and of certifications. Levels of State diplomas: CertifInfo, June 2024 (RNCP35830
//! aide-soignant and RNCP35832 auxiliaire de puériculture: 4 since 2021; RNCP36004 accompagnant éducatif et social: 3;
//! RNCP35506 assistant de vie aux familles: 3; RNCP4812 ambulancier: 3; RNCP492 moniteur éducateur, RNCP4503 TISF: 4;
//! RNCP8940 infirmier, RNCP37675, 37676, 37679 social: 6; RNCP18367 infirmier anesthésiste, RNCP28353
//! masseur-kinésithérapeute, RNCP38986 orthophoniste: 7).

use crate::conditions::reader::Row;
use crate::conditions::said::{
    Fact::{Beginner, NoDiploma},
    Says::{self, Asked, Both, CapOrBac, Is, Level, Not},
};
use crate::requirement::Diploma::{Bac, Bac2, Bac3, Bac5, Cap};

pub(super) const ROWS: &[Row<Says>] = &[
    Row {
        means: Is(NoDiploma),
        phrases: &[
            "sans (aucun) diplôme(s) (exigé|requis|nécessaire|particulier|spécifique|accepté)",
            "aucun diplôme (n) (est) (pré-) (exigé|requis|nécessaire|demandé|obligatoire)",
            "aucun diplôme",
            "diplôme(s) non|pas exigé|requis|nécessaire|obligatoire",
            "pas de diplôme exigé|requis|nécessaire|particulier|spécifique",
            "méthode de recrutement par simulation",
            "recrutement par simulation",
            "sans (aucune) qualification (particulière|spécifique|requise|exigée)",
            "aucune qualification (particulière|spécifique) (n) (est) (requise|exigée|nécessaire)",
            "avec ou sans diplôme|qualification",
            "niveau d'études (minimum) (requis) (:) (non|sans|aucun) diplômé|diplôme|aucun",
            "sans condition|exigence de diplôme",
        ],
    },
    Row {
        means: Both(Beginner, NoDiploma),
        phrases: &["aucune expérience ou|ni (de) diplôme (n) (est) (requis|exigé|nécessaire)"],
    },
    Row {
        means: Level(Cap),
        phrases: &[
            "^cap",
            "bep|bepa",
            "cap (/|,|ou|et|-) bep",
            "bep (/|,|ou|et|-) cap",
            "(un|du|le|d|niveau|formation) cap @field",
            "cap aepe|petite",
            "un|niveau cap",
            "certificat d'aptitude professionnelle",
            "brevet d'études professionnelles",
            "diplôme|titre|certification|formation|niveau (de) niveau 3|v",
            "niveau v",
        ],
    },
    Row {
        means: CapOrBac,
        phrases: &[
            "cap|bep (/|,|ou|et|-) (cap|bep) (/|,|ou|à|et|-) (le|un|d|du) bac (pro|professionnel)",
            "cap|bep (/|,|ou|à) (niveau) bac",
        ],
    },
    Row {
        means: Level(Bac),
        phrases: &[
            "bac",
            "baccalauréat",
            "bac pro|professionnel|général|technologique|techno",
            "diplôme|titre|certification|formation (de) niveau 4|iv",
            "brevet professionnel",
            "bp jeps",
        ],
    },
    Row {
        means: Level(Bac2),
        phrases: &[
            "bts|btsa|dut|deust|deug",
            "brevet de technicien supérieur",
            "diplôme|titre|certification|formation (de) niveau 5|iii",
        ],
    },
    Row {
        means: Level(Bac3),
        phrases: &[
            "licence (pro|professionnelle|3)",
            "bachelor",
            "^but",
            "maîtrise universitaire",
            "dcg",
            "diplôme|titre|certification|formation (de) niveau 6|ii",
        ],
    },
    Row {
        means: Level(Bac5),
        phrases: &[
            "master (1|2|spécialisé|recherche)",
            "m2",
            "mastère|doctorat|dscg|mba",
            "école(s) (d) ingénieur(s)",
            "diplôme d'ingénieur",
            "diplôme|titre|certification|formation (de) niveau 7|8|i",
        ],
    },
    // What names its level by itself, beside the general levels above.
    Row {
        means: Asked(Cap),
        phrases: &[
            "deaes|deavs|deamp|advf",
            "diplôme (d) (état) (d) accompagnant|aes (éducatif)",
            "diplôme (d) (état) (d) ambulancier",
            "titre (professionnel) (d) assistant(e) de vie (aux) (familles)",
        ],
    },
    Row {
        means: Asked(Bac),
        phrases: &[
            "deas|deap|detisf|bpjeps",
            "de as|ap",
            "diplôme (d) (état) (d) aide soignant(e)",
            "diplôme (d) (état) (d) auxiliaire de puériculture",
            "diplôme (d) (état) (de) moniteur éducateur",
        ],
    },
    Row { means: Asked(Bac2), phrases: &["bac (+) 2|1", "bac plus 2|deux"] },
    Row {
        means: Asked(Bac3),
        phrases: &[
            "bac (+) 3|4",
            "bac plus 3|4|trois|quatre",
            "diplôme d'état (d|de) infirmier|infirmière|assistant|assistante|conseiller|conseillère|éducateur|\
             éducatrice|ergothérapeute|manipulateur|manipulatrice",
            "infirmier|infirmière(s) diplômé(e)(s) d'état",
            "diplômé(e) d'état infirmier|infirmière",
            "diplôme (d) infirmier|infirmière",
            "dei|dees|deass|deeje|decesf|caferuis",
        ],
    },
    Row {
        means: Asked(Bac5),
        phrases: &[
            "bac (+) 5|6|7|8",
            "bac plus 5|cinq|8",
            "diplôme (d) (état) (de|d) masseur|kinésithérapeute|sage-femme|pharmacien|docteur|orthophoniste",
            "diplôme (d) état (d) infirmier|infirmière anesthésiste",
        ],
    },
    Row {
        means: Not,
        phrases: &[
            "cap emploi|ferret|gemini|agde",
            "hand in cap",
            "scrum|game|product|web|quiz master",
            "master data|class|chef|management|plan|franchise",
            "licence(s) (d|de) exploitation|agent|marque|transport|taxi|soudure|logiciel|logiciels|iv|office|\
             microsoft|conduite|pilote|pêche|entrepreneur",
            "gestion des licences",
            "diplôme ou|et/ou # ans",
        ],
    },
];
