//! Licences and cars.

use crate::conditions::reader::Row;
use crate::conditions::said::{
    Fact::{Car, Permit},
    Says::{self, Both, Is, Not},
};
use crate::requirement::Permit::{B, None, Other};

pub(super) const ROWS: &[Row<Says>] = &[
    Row {
        means: Is(Permit(B)),
        phrases: &[
            "permis (de) (conduire) (catégorie) (:) b|vl",
            "permis (de) conduire (valide)",
            "permis vl|voiture|auto",
            "permis (:) (est) @must|@wish",
            "avez|avoir|possédez|posséder|titulaire|disposant|disposez (obligatoirement|impérativement) (du|le|un|\
             votre|d) (un) permis",
            "b - véhicule léger",
        ],
    },
    Row {
        means: Is(Permit(Other)),
        phrases: &[
            "permis (de) (conduire) (catégorie) (:) (b) (et|ou|,|/|+|&) @heavy",
            "permis @heavy",
            "permis (b) , c|ce|ec|d|eb|be (et|ou|/) (ce|d|ec)",
            "permis (poids) lourd(s)",
            "permis poids|super lourd(s)",
            "permis (de) transport en commun",
        ],
    },
    Row {
        means: Is(Permit(None)),
        phrases: &[
            "sans permis requis",
            "aucun permis (n) (est) (requis|exigé|nécessaire)",
            "permis (b) (n) (est) pas|non @must",
        ],
    },
    Row {
        means: Not,
        phrases: &[
            "permis de construire|feu|travail|louer|chasse|séjour|aménager|démolir|environnement|port|fouille|\
             pénétrer|point|points|exploitation|lotir",
            "permis à points",
            "permis feu",
            "permis (d) (de) acquérir|obtenir|développer|renforcer",
            "passer|passage|obtenir|obtention|financement|financer|finance|finançons|aide|aides|préparer|préparation|\
             formation|cours|enseigner|enseignez|moniteur|monitrice|enseignement (de|du|au|le|la|votre|son|d|aux) \
             (votre|conduite) permis (de) (conduire) (b|c|ce|d|ec|d1|eb|poids)",
            "enseigner|enseignez|enseignement|apprentissage (de) (la) conduite (du|au) permis (b)",
            "sans permis",
            "voiture(s)|voiturette(s)|véhicule(s)|bateau(x) sans permis",
            "ayant|a|ont|avez|vous|avoir permis de|d",
        ],
    },
    Row {
        means: Both(Permit(B), Car(true)),
        phrases: &[
            "permis (de) (conduire) (b) (et|+|,|/|&|ou|-) (un|d) (un|votre) véhicule|voiture (personnel(le)) (@must)",
            "permis (de) (conduire) (b) (valide|@must) (et|+|,|/|&|-) (d|un|une|votre) (un) véhicule|voiture|\
             =véhiculé(e)",
        ],
    },
    Row {
        means: Is(Car(true)),
        phrases: &[
            "véhicule|voiture (personnel(le)) (:) (est) @must",
            "véhicule|voiture personnel(le)",
            "propre véhicule|voiture",
            "=véhiculé(e)(s)",
            "posséder|possédez|disposer|disposez|avoir|avez|dispose|possède|muni|munie (d|de|obligatoirement) (un|une|\
             votre) véhicule|voiture",
            "moyen(s) de locomotion|transport (personnel) (:) (est) @must",
            "moyen(s) de locomotion|transport personnel(s)|autonome",
            "non|pas|peu|mal|difficilement desservi(e)|accessible(s) (en|par) (les|des) transport(s)",
            "pas de transport(s) en commun",
            "difficile (d) accès (en|par|aux) (les) transport(s)",
        ],
    },
    Row {
        means: Is(Car(false)),
        phrases: &[
            "véhicule|voiture (personnel(le)) (n) (est) non|pas @must",
            "accessible(s)|accessibilité|desservi(e)(s)|joignable (facilement) (en|par|aux) (le|la|les|des) \
             transport(s)|bus|tram|tramway|métro|rer|train",
            "accessible(s) à pied(s)",
            "proche|proximité|près (immédiate) (de|des|du) (la|les|l) transport(s) (en) (commun)",
            "proche|proximité|près (immédiate) (de|des|du|d) (la|les|l|un) (arrêt|gare|station) (de|du) bus|tram|\
             tramway|métro|rer|gare",
            "accès (en|par|facile) (en|par) (les) bus|tram|métro|transport(s)",
        ],
    },
    Row {
        // Somebody else's car, or work on it.
        means: Not,
        phrases: &[
            "peut être pas accessible",
            "personne(s)|transport(s)|déplacement(s)|si|êtes-vous =véhiculé(e)(s)",
            "si vous êtes =véhiculé(e)",
            "véhicule(s)|voiture(s) (de|d) (service|fonction|société|entreprise|prêt|collecte|livraison|location)",
            "véhicule(s)|voiture(s) (de|d) (l|la|service) (entreprise|société) (est|sera) (fourni(e)|mis(e)|prêté|à|\
             attribué)",
            "véhicule(s)|voiture(s) (est|sera|étant) fourni(e)|mis(e)|prêté(e)|attribué(e)|disponible",
            "location(s)|vente|achat|entretien|réparation|maintenance|préparation|livraison|conduite|prêt|parc|flotte \
             (de|d|du|des|le|la) (votre) véhicule(s)|voiture(s)",
        ],
    },
];
