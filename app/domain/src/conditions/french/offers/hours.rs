//! Full and part time, and when the work is done. Hours by number: `said::hours`.

use crate::conditions::reader::Row;
use crate::conditions::said::{
    Fact::{At, EitherTime, Time},
    Says::{self, InBrief, Is, Not, Surely},
};
use crate::hours::Schedule::{Day, Evening, Morning, Night, Shifts, Staggered, Weekend};
use crate::hours::WorkTime::{Full, Part};

pub(super) const ROWS: &[Row<Says>] = &[
    Row { means: Is(Time(Full)), phrases: &["temps plein(s)|complet(s)", "plein temps", "tps plein|complet"] },
    Row {
        means: Is(Time(Part)),
        phrases: &[
            "temps partiel(s) (souhaité|choisi|évolutif|annualisé)",
            "mitemps",
            "temps non complet",
            "tps partiel",
            "temps incomplet",
        ],
    },
    Row {
        means: Is(EitherTime),
        phrases: &[
            "temps plein(s)|complet(s) (,|et|ou|/|-|voire) (/) (ou) (à|en) (un) (temps) partiel(s)",
            "temps partiel(s) (,|et|ou|/|-|voire) (/) (ou) (à|en) (un) (temps) plein(s)|complet(s)",
            "temps plein|complet (,|ou|/|et) (à) mitemps",
            "mitemps (,|ou|/|et) (à|un) temps plein|complet",
            "temps partiel|mitemps (est) possible|envisageable|accepté",
            "temps plein|complet (,|et|ou) possibilité (d|de) (un) temps partiel|mitemps",
            "possibilité(s) (de|d) (travail|travailler|un) (à|en) (temps) partiel|mitemps",
        ],
    },
    Row {
        // Not the post's.
        means: Not,
        phrases: &[
            "% (d) (un) temps plein|complet",
            "autre(s)|seconde|deuxième activité|emploi|travail (à) temps partiel",
            "temps partiel|mitemps thérapeutique",
            "possibilité(s) (de|d) (travail|travailler|un) (à|en) (temps) plein|complet",
            "équivalent(s) (à) (un) temps plein|complet",
            "temps plein équivalent",
            "mitemps télétravail",
            "évoluer|évoluez|évoluerez|évoluera|évolution|évolutif vers (un) temps plein|complet",
        ],
    },
    Row {
        // Paid, slept, or somebody else's night.
        means: Not,
        phrases: &[
            "(heures) (de) nuit(s) (et) (de) (dimanche) majorée(s)|payée(s)",
            "jour(s) et|& nuit(s)",
            "nuit(s) d'hôtel",
            "nuit(s) sur place",
            "bonne(s)|une|quelques|la|par nuitée(s)",
            "boite(s)|club(s)|vie|monde|abri(s)|accueil(s)|train(s)|portier de nuit",
            "brut(s)|€|euros|eur|par / nuit",
            "par nuit",
            "pour la nuit",
            "belle(s)|bonne(s)|douce(s) nuit(s)",
            "des nuits parfaites|douces|paisibles|réparatrices",
            "nuitée(s) (une) nuit(s)",
            "# (à) (#) nuits",
            "nuits saint georges",
            "avec|aux|les|entre (les|l) agents|équipes|équipe|collègues|veilleurs|veilleur|surveillants|surveillant|\
             personnel|personnels|as|ide de nuit",
            "# ide|as|ash|infirmiers|infirmier|infirmières|aides-soignants de nuit",
        ],
    },
    Row {
        means: Surely(At(Night)),
        phrases: &[
            "@travail (de|la|en|du) (la) nuit(s)",
            "@travail (en|de) (heures|équipe) nuit(s) fixe(s)",
            "@travail exclusivement|uniquement (de) nuit",
            "@travail pour la nuit",
            "nuit(s) fixe(s)",
            "fixe nuit|nuits",
            "exclusivement|uniquement de nuit",
        ],
    },
    Row { means: InBrief(At(Night)), phrases: &["garde de nuit"] },
    Row { means: Is(At(Night)), phrases: &["(de|la|en|des|les|durant|pendant) (les|la) nuit(s)", "nocturne"] },
    Row {
        // Free, on call, or a day in the calendar.
        means: Not,
        phrases: &[
            "bon|beau|bons|voyage|voyages|séjours|séjour|courts (et) weekend(s)",
            "samedi|dimanche # janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
            "samedi|dimanche #",
            "weekend(s) prolongé(s)|offert(s)",
            "weekend(s) par an",
            "weekend (d) intégration|cohésion",
            "service|clients|client|support|hotline|ouvert|ouverte|ouverts (7j|24h) / 7|24 (et|,) (7j) (/) (7)",
            "24h / 24 (et|,) 7j / 7",
            "7j / 7 (et|,) 24h / 24",
            "sauf|hors (le|les) @weekend (et) (le|les) (@weekend)",
        ],
    },
    Row {
        means: Surely(At(Weekend)),
        phrases: &[
            "un|1|une @weekend (travaillé) (de) (garde) sur|/ 2|3|4|5|deux|trois|quatre|cinq",
            "un|1 @weekend de garde par|tous",
            "un|1|2|deux @weekend (travaillé(s)) (par|/|dans|sur) (le) mois",
            "@travail (parfois|aussi|également|occasionnellement|ponctuellement|possible|éventuel|éventuellement|certains|:) \
             (un|1|deux|2|le|les|en|du|des|certains|quelques|tous) (les) @weekend",
            "@travail (la) semaine et (le|les) @weekend",
            "@travail (les) jours fériés",
            "@weekend travaillé(s)",
            "y compris|compris|inclus|incluant|inclut|dont (le|les|un|1) @weekend",
            "du|de (lundi|mardi|mercredi|jeudi|vendredi) (matin) au|à samedi|dimanche",
            "lundi|mardi|mercredi|jeudi|vendredi (matin) au|à samedi|dimanche",
            "disponible(s)|disponibilité|dispo (le|les|en|un|certains|occasionnelle|occasionnellement|soirs) (soirs) (et) \
             (le|les|en) @weekend",
            "vsd",
            "équipe(s) (de) weekend|suppléance",
        ],
    },
    Row {
        means: Is(At(Weekend)),
        phrases: &[
            "@weekend",
            "(les) jours fériés",
            "@weekend matin(s)|soir(s)|apresmidi",
            "7 jours|j sur|/ 7",
            "7j / 7",
        ],
    },
    Row {
        means: Is(At(Shifts)),
        phrases: &[
            "2|3|4|5|6|7 x|* 8|7",
            "en|horaires|équipe|poste 2|3 x|* 12",
            "2|3|5 / 8",
            "2|3|5 par 8",
            "en 2|3|5 (-) 8",
            "deux|trois huit",
            "travail|poste|horaires|équipes =posté|=postés|=postée|=postées",
            "horaires|rythme|régime =posté|=postés",
            "équipe(s) alternante(s)|alternée(s)|successive(s)|tournante(s)",
            "équipes du matin et|ou|/ (de) (l) apresmidi|soir",
            "@travail en (horaires|horaire) (d) équipe(s) alternée(s)|alternante(s)|tournante(s)",
            "@travail en horaires|horaire d'équipe(s)",
            "horaires d'équipe(s)",
            "(une) semaine (du|de|le) matin (,|/|et|ou|-) (une) (semaine) (d|de|du|l) apresmidi",
            "alternance (de|d|semaine) (horaire) matin (/|et|,|ou|-) (semaine) (d|de) (apresmidi|soir)",
            "matin / (d|l) apresmidi",
        ],
    },
    Row { means: Not, phrases: &["@travail en équipe(s)", "traite (en) # x #", "# x # épi|postes|traite"] },
    Row {
        means: Is(At(Staggered)),
        phrases: &[
            "horaire(s)|rythme(s)|service(s)|journée(s)|poste(s)|travail|équipe(s) (de) (travail) (sont|en|et|avec|:) \
             décalé(s)|décalée(s)|atypique(s)|irrégulier(s)|irréguliers|fractionné(s)|=coupé|=coupés|=coupée|=coupées",
            "en (horaires) décalé(s)",
            "horaire(s)|service(s)|travail|poste(s)|journée(s) (de) (travail) (en|avec) (une) coupure(s)",
            "en coupure(s)",
            "avec (des|une) coupure(s)",
            "coupure(s) (en|l) (de) (l) apresmidi",
            "coupures horaires|hebdomadaires",
            "# coupure(s) hebdomadaire(s)",
            "horaire(s) normal|normaux ou décalé(s)",
        ],
    },
    Row {
        means: Not,
        phrases: &[
            "prime(s)|indemnité(s) (:|d|de|pour) horaires décalés|atypiques",
            "sans|pas|aucune (de|d) (horaires) coupure(s)",
        ],
    },
    Row {
        means: Is(At(Day)),
        phrases: &[
            "@travail en|de|la|à (la) journée",
            "@travail (de) jour",
            "en journée (du|uniquement|normale|continue)",
            "@travail (:) (en) journée (normale|continue|uniquement)",
            "horaires|horaire (de) bureau(x)|journée|administratifs",
            "poste (de|en) (horaire(s)) jour|journée",
            "équipe de jour",
            "rythme (:) (en) journée",
            "@travail (sont) (de) journée",
            "période de la journée : jour",
            "# h (#) (en|de) (horaire) journée",
        ],
    },
    Row { means: InBrief(At(Day)), phrases: &["journée", "de jour"] },
    Row { means: Not, phrases: &["accueil|hôpital|hospitalisation|centre|service|structure|mise|unité de|à jour"] },
    Row {
        means: Not,
        phrases: &[
            "lundi|mardi|mercredi|jeudi|vendredi matin(s)|soir(s)",
            "chaque|ce|un|demain|hier|bon matin",
            "(se|nous|me) lever le matin",
            "trajet(s)|scolaire|scolaires|école|domicile|roulants (le) matin et (le) soir",
            "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre (#) matin",
            "fin|milieu de matinée",
            "passer|récupérer le matin",
            "# h (#) du matin (à|-)",
        ],
    },
    Row {
        means: Is(At(Morning)),
        phrases: &[
            "(@travail|équipe|équipes) (:) (du|de|le|en|les|tous) (les) (très) (tôt) (le) matin(s)",
            "en matinée(s)",
            "@travail (les|la) matinée(s)",
            "tôt le matin",
            "2|3|4|5|6 h|heures (#) du matin",
        ],
    },
    Row {
        means: Not,
        phrases: &[
            "repas|dîner|dîners du|le soir",
            "(avec) le soir chez (vous|toi|soi)",
            "chez|rentrer|rentrez|rentre|revenir|retour|retours (vous|toi|soi|eux|à|de) (la|votre) (maison|domicile) \
             (tous|chaque|le) (les) soir(s)",
            "chaque|par|ce|un|hier|demain|bon soir",
            "périscolaire du soir",
        ],
    },
    Row {
        means: Is(At(Evening)),
        phrases: &[
            "(@travail|équipe|équipes) (:) (du|de|le|en|les|tous) (les) soir(s)",
            "en (fin) (de) (début) soirée(s)",
            "@travail (les|la|de|:) (la) soirée(s)",
            "soirée(s) (et|ou|,|/) (le|les|en|parfois) @weekend",
            "disponible(s)|disponibilité (le|en|les|occasionnelle|occasionnellement) soirée(s)",
            "brigade(s) soirée",
        ],
    },
    Row { means: InBrief(At(Evening)), phrases: &["soirée"] },
];
