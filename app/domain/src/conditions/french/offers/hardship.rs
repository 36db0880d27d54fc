//! What some prefer to avoid: loads, heights, standing, trips. Nights, week-ends, evenings and shifts follow from when
//! the work is done.

use crate::conditions::reader::Row;
use crate::conditions::said::{
    Fact::Hard,
    Says::{self, InBrief, Is, Not, Trips},
};
use crate::profile::Avoid::{self, Heights, Loads, Standing};

pub(super) const ROWS: &[Row<Says>] = &[
    Row {
        means: Is(Hard(Loads)),
        phrases: &[
            "port (et|ou|,) (manutention|manipulation|soulèvement|transport|de) (répété|répétitif|régulier|fréquent|\
             occasionnel|manuel) (de|des) charge(s) (lourde(s)) (jusqu)",
            "port(s) (de|d) poids|colis|objets|sacs|cartons (lourd(s))",
            "charge(s) lourde(s)",
            "manutention(s)|manipulation(s)|levage|soulèvement|transport de charge(s) (lourde(s))",
            "manutention (manuelle) lourde",
            "porter|soulever|manipuler|manutentionner|portez|soulevez|portant|soulevant (régulièrement) (de|des|les) \
             (fortes) charge(s)|poids|colis",
            "charges (allant) (jusqu|de) (à) # kg|kilos",
        ],
    },
    Row {
        means: Not,
        phrases: &[
            "charge(s) légère(s)|légères",
            "manipulation|manutention|port|levage de (petites) charges légères",
            "charge(s) de travail|projet|projets|affaires|clientèle|mission|missions|communication|recrutement|\
             personnel",
            "aide|aides|matériel|chariot|équipement au|à|pour (le) port|levage|manutention (de) charge(s)",
            "monte charge(s)",
            "charges sociales|patronales|comprises|fixes|locatives|incluses|salariales|financières|familiales|\
             courantes",
        ],
    },
    Row {
        means: Is(Hard(Heights)),
        phrases: &[
            "travail|travaux|travailler|travaillez|travaillerez|intervention(s)|intervenir|intervenez|poste|activité|\
             opérations|évoluer|effectuer|effectue|plateforme|montage|monter|pose|nettoyage (possible) (régulier|\
              ponctuel|parfois) (en|de) (grande) hauteur",
            "extérieur (et|,|ou) (en) hauteur",
            "sites|toitures|charpentes en hauteur",
            "aise|vertige en hauteur",
            "(sujet|crainte|peur) (au|du|de) (le) vertige",
        ],
    },
    Row {
        means: Not,
        phrases: &[
            "à (la) hauteur (de|du|des|d)",
            "prendre|prise|prenez|prend (de) (la) hauteur",
            "hauteur sous plafond",
        ],
    },
    Row {
        means: Is(Hard(Standing)),
        phrases: &[
            "station(s)|position(s)|posture(s)|travail|travaillez|travailler|poste|tenue|rester|être|tenir|restez|\
             serez (en|:) (longue) debout (prolongée|toute|longtemps)",
            "debout toute la journée",
            "debout (prolongé|prolongée|longtemps|prolongées)",
            "en station longue debout",
        ],
    },
    Row { means: Not, phrases: &["joint(s) debout", "assis(e) (ou|et|/) debout", "debout (ou|et|/) assis(e)"] },
    Row {
        means: Is(Hard(Avoid::Trips)),
        phrases: &[
            "(en|de|des|aux) grand(s) déplacement(s)",
            "itinérant(e) sur",
            "poste|fonction|métier|mission|travail itinérant(e)",
        ],
    },
    Row { means: InBrief(Hard(Avoid::Trips)), phrases: &["itinérant(e)(s)"] },
    Row { means: Trips, phrases: &["déplacement(s)", "déplacement(s) professionnel(s)"] },
    Row {
        means: Not,
        phrases: &[
            "prime|primes|indemnité|indemnités grand(s) déplacement(s)",
            "frais|indemnité(s)|prime(s)|indemnisation|remboursement|forfait|temps|zone(s) (de|en|pour|des|du) (vos|ses) \
             déplacement(s)",
            "aide(s) (au|aux) (à|la|le) déplacement(s)",
            "déplacement domicile",
            "déplacement(s) (à|a) pied(s)",
            "déplacement(s) de|du|d|des (la|l|les)",
        ],
    },
];
