//! Experience: beginners, and how long.

use crate::conditions::reader::Row;
use crate::conditions::said::{
    Fact::Beginner,
    Says::{self, Experience, InBrief, Is, Not},
};

pub(super) const ROWS: &[Row<Says>] = &[
    Row {
        means: Is(Beginner),
        phrases: &[
            "(aux) (profils|jeunes|les|personnes) débutant(e)(s) (motivé(e)(s)) (sont) (les) accepté(e)(s)|\
             bienvenu(e)(s)|possible(s)|admis(e)",
            "accepté(e)(s) débutant(e)(s)",
            "ouvert(e)(s)|accessible(s)|convient|adapté(e) (aux|à|au) (un|profils|des|personnes|jeunes) (profils) \
             débutant(e)(s)",
            "débutant(e)(s) (ou|et|/|comme|,) (avec|un) (peu) (d) expérimenté(e)(s)|confirmé(e)(s)|expérience|\
             junior(s)|professionnel(le)(s)",
            "débutant(e)(s) ou (ayant|avec) (une) @first",
            "profil(s) (même) débutant(e)(s) (accepté(s))",
            "vous êtes débutant(e)(s)",
            "même (si) (vous) (êtes) débutant(e)(s)|sans expérience",
            "avec ou sans (une) (première) expérience(s)",
            "sans expérience (professionnelle) (exigée|requise|nécessaire|préalable|acceptée)",
            "sans expérience acceptés|bienvenus|, vous",
            "expérience (professionnelle) (:) (n) (est) (pas) non|pas (forcément) (exigée|requise|nécessaire|\
             obligatoire|indispensable|demandée)",
            "aucune (exigence) (d) expérience (professionnelle) (préalable|particulière|spécifique) (n) (est) (exigée|\
             requise|nécessaire|demandée|obligatoire)",
            "pas d'expérience (exigée|requise|nécessaire|demandée|particulière|préalable)",
            "pas besoin d'expérience",
            "expérience (minimum|minimale) (requis|requise|exigée|souhaitée) (:) débutant(e)(s)|aucune|sans",
            "niveau d'expérience (minimum) (requis) (:) débutant(e)|sans|aucune",
            "nul besoin d'expérience",
        ],
    },
    Row { means: InBrief(Beginner), phrases: &["débutant(e)(s) (accepté(e)(s))"] },
    Row {
        means: Not,
        phrases: &[
            "sans expérience significative|réelle|préalable significative",
            "niveau débutant (à|ou|et|,|/|minimum)",
            "anglais débutant",
            "coefficient débutant",
            "débutant(e)(s) (non|s) (acceptés) s'abstenir",
            "débutant(e)(s) (ne) (sont) non|pas accepté(e)(s)",
        ],
    },
    Row {
        means: Experience,
        phrases: &[
            "expérience(s)",
            "expérience(s) professionnelle(s)|significative(s)|similaire(s)|exigée|minimum|minimale",
        ],
    },
    Row {
        means: Not,
        phrases: &[
            "expérience(s) client(s)|utilisateur(s)|collaborateur(s)|candidat(s)|digitale(s)|unique(s)|shopping|\
             employé|culinaire|culinaires|gastronomique",
            "retour(s)|partage(s)|validation|nouvelle(s) (d|de|des|l) (acquis) (de|d) (l|vos) expérience(s) (et)",
            "acquis de l'expérience",
            "selon|suivant|fonction (de|votre|vos|l|la|le) (profil|votre|diplôme|formation|l) (et|ou|de) (l|votre|\
             vos) expérience(s)",
        ],
    },
];
