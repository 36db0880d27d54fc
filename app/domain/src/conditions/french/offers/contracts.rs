//! What is signed, and work that is an insertion.

use crate::conditions::reader::Row;
use crate::conditions::said::{
    Fact::{Contract, Insertion},
    Says::{self, InBrief, Is, Not},
};
use crate::contract::Contract::{Apprenticeship, Cui, Professionalisation, Seasonal};

pub(super) const ROWS: &[Row<Says>] = &[
    Row {
        means: Is(Contract(Apprenticeship)),
        phrases: &[
            "contrat(s) (en|d|de|l) apprentissage|alternance (ou) (de) (professionnalisation)",
            "poste(s)|place(s)|offre(s)|emploi(s)|recrute|recrutement|recrutons|embauche (à) (pourvoir) (proposé(e)(s)) \
             en apprentissage|alternance",
            "recherche|recherchons|cherchons|cherche|propose|proposons un|une|des|nos|son|sa apprenti(e)(s)|\
             alternant(e)(s)",
            "type de contrat : apprentissage|alternance",
        ],
    },
    Row { means: Is(Contract(Professionalisation)), phrases: &["contrat(s) (de) pro|professionnalisation"] },
    Row {
        means: Is(Contract(Seasonal)),
        phrases: &[
            "contrat(s)|cdd|emploi(s)|poste(s)|travail (en) saisonnier(s)",
            "pour|durant|pendant (la|une|notre|toute) (la) (nouvelle|prochaine) saison",
            "job(s) (d) été|hiver",
        ],
    },
    Row {
        // Another time, or somebody else's.
        means: Not,
        phrases: &["contrat saisonnier pourra|possible", "emplois saisonniers et|ou|,", "forum de l'emploi saisonnier"],
    },
    Row { means: Is(Contract(Cui)), phrases: &["contrat(s) (emploi(s)) (cui|cae) pec|cae", "en pec"] },
    Row {
        means: Is(Insertion),
        phrases: &[
            "chantier(s)|atelier(s)|entreprise(s)|structure(s)|association(s)|contrat(s)|cdd|parcours (et) (chantier(s)) \
             (de|d|en) (travail) (temporaire) (l|d) insertion",
            "clause(s) (d|de) (l) insertion",
            "entreprise nantaise|régionale|locale|adaptée d'insertion",
            "l'iae",
            "agrément|pass|contrat|parcours|éligible iae",
            "éligible(s) (à|au) (l|un|la|parcours) (parcours|clause) (d) insertion",
            "insertion par l'activité (économique)",
            "cddi|etti",
            "association intermédiaire",
        ],
    },
    Row { means: InBrief(Insertion), phrases: &["^iae"] },
    Row {
        // What the employer does for others.
        means: Not,
        phrases: &[
            "structures d'insertion (partenaires|locales)",
            "(sauf|hors) contrat(s) (en|d) insertion sociale|professionnelle des",
        ],
    },
];
