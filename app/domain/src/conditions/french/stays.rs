//! Trades and other names in which a word of conditions stands, and that no referential has: they stay as they are.

use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Stays};

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        // Missions, temporary work.
        means: Stays,
        phrases: &[
            "mission(s) locale(s)|handicap|humanitaire(s)|diplomatique|évangélique",
            "chargé(e)(s)|@chef|@conseil|@assistant (de|des|d) mission(s)",
            "collaborateur|collaboratrice (de|chef|cheffe) (de) mission(s)",
            "ordre(s) de mission(s)",
            "intérim management|manager",
            "manager|management|managers (de) transition|intérim",
            "@chef|@assistant|@conseil|chargé(e)|@vente (en|d) (agence) (d) intérim|emploi",
            "@chef|@assistant|@conseil|chargé(e)|@vente (d) agence(s) (d|de|en) travail|intérim temporaire",
            "@chef|@assistant|@conseil|chargé(e) (agence) (en|de|du|d) (recrutement) (en|d|et|de) (l) intérim",
            "entreprise(s)|agence(s) de travail temporaire",
            "attaché(e) temporaire",
        ],
    },
    Row {
        // Counselling, insertion.
        means: Stays,
        phrases: &[
            "@conseil|chargé(e)|@assistant emploi (et) formation|insertion",
            "@conseil|chargé(e) (en|à|de|d|dans) (l) emploi",
            "@conseil|@chef|@moniteur|chargé(e) (technique|social|sociale|emploi) (d|de|en|à|par|dans) (l|parcours|\
             chantier|accompagnement|entreprise|atelier) (d|en|de|et) (l) insertion",
            "@conseil|@chef|@moniteur|chargé(e) (technique|social|sociale|emploi) (d|en|à|par|de) (projet) (d) (l) \
             insertion sociale|professionnelle|socioprofessionnelle|sociopro|pro|emploi",
            "encadrant(e) technique d'activités",
            "cip|cisp (en) insertion",
            "insertion sociale|professionnelle|socioprofessionnelle|sociopro|scolaire|jeunes|jeune",
            "insertion et|de|par probation|composants|sport",
            "machine(s) d'insertion",
        ],
    },
    Row {
        // Apprentices, internships, contracts.
        means: Stays,
        phrases: &[
            "@chef|maître|maîtresse|maîtres (d) apprentissage",
            "centre(s) (de) (formation) (d|des|pour) apprentis|apprentissage",
            "cfa apprentissage",
            "@conseil|@moniteur|@chef|@assistant|chargé(e) (en|de|du|d) (l) (développement) (de|d|en) (l) \
             apprentissage",
            "apprentissage automatique|statistique|machine",
            "troubles (de|des) (l) apprentissage(s)",
            "apprentis d'auteuil",
            "maître|maîtresse|tuteur|tutrice|chargé(e)|@chef (de|des) stage(s)",
            "@moniteur|intervenant(e)|organisateur|organisatrice|directeur|directrice (de|des|en|du) stage(s)",
            "stage(s) permis à points",
            "stage(s) de récupération|sensibilisation|conduite|pilotage",
            "pharmacien|pharmacienne|notaire|professeur|chirurgien titulaire",
            "directeur|directrice général(e) (de) (la) fonction publique",
            "droit|concours|préparation|juriste|prépa (de|du|à|au) (la|des) fonction publique",
            "multi saison",
            "quatre|4 saisons",
        ],
    },
    Row {
        // Hours and schedule.
        means: Stays,
        phrases: &[
            "logement(s)|résidence(s)|restaurant|restauration|foyer|association(s)|vie|service|accueil|campus|santé \
             étudiant(e)(s)",
            "@conseil|accompagnement|orientation (des) étudiant(e)(s)",
            "@gardien (veilleur|veilleuse|qualifié|qualifiée) (de) nuit",
            "maître|maîtresse de nuit|maison",
            "nuits saint georges",
            "boite(s)|club(s)|discothèque|bar|oiseau|oiseaux|table|chemise|linge|belle|belles de nuit",
            "accueil|hôpital|hôpitaux|centre(s)|foyer(s)|unité|structure|service(s)|mise|soins|plat|menu|garde de|du|\
             à jour",
            "hospitalisation|lumière de|du jour",
            "cours du soir",
            "robe(s)|tenue(s) de soirée",
            "soirées privées",
            "@moniteur|organisateur|organisatrice|dj|chanteur|chanteuse|animation|organisation (de|en) soirée(s)",
            "@chef|@moniteur|leader|coach|gestionnaire|management|@conducteur|team|membre|sport|sports|seconde|second \
             (d|de|des|en|une|l) équipe(s)",
            "travail|esprit d'équipe",
            "@chef|agent|techniciens|bureau|receveur|administrateur (de|du) poste",
            "la poste",
            "près|proche|côté|autour|loin|environs (de) chez moi|nous",
            "travail social|sanitaire",
            "travail du bois|cuir|métal|verre",
            "poste de police|secours|commande|travail|pilotage|contrôle",
            "poste(s) source|électrique|hta|informatique",
            "médecin|médecine|psychologue|inspecteur|inspectrice|inspection|infirmier|infirmière|ergonome|droit|\
             psychologie|sociologue|contrôleur (du|de|en) (santé) (au) travail",
            "journée portes ouvertes",
            "jour de l'an",
            "coupure électrique|publicité|presse",
            "atelier(s)|outil(s)|machine(s)|employé|employée (de) coupe",
        ],
    },
    Row {
        // Diplomas.
        means: Stays,
        phrases: &[
            "bac à sable|lavage|shampoing|shampooing|shampoings|graisse|fleurs|fleur|légumes|légume|litière|glace|\
             glaces|eau|douche|papier|boues|marée|lit|compost",
            "bac(s) de rétention|rétentions|récupération|tri|décantation|collecte|recyclage",
            "bac(s) acier|roulant(s)|gastro|dégraisseur|poubelle(s)|gris|jaune(s)",
            "@conducteur|passeur|passeuse (de) bac",
            "cap emploi|ferret|agde|ail|martin|gemini|horn|sizun|fréhel|vert|nord|corse|ecureuil|santé|sud|west|east",
            "cap d' agde|ail|antibes|ambition|avenir|astarac|antifer",
            "cap ferrat",
            "cap de joux",
            "au bac",
            "le|au cap",
            "licence taxi|vtc|transport|pro|pros|iv|4|logiciel|logiciels|uefa|pilote|pl|marchandise|marchandises|\
             intérieure|communautaire|cadre|fft|entraineur|armes|restaurant|débit|vente|bar|de|d",
            "taxi|transport|vtc|gestionnaire|licensing|pilote|transporteur|débit (avec|en|de|à) (la) licence",
            "scrum|web|game|product|quiz|yield|toast|head|pizza master",
            "master class|data|coach|chef|planner|franchise|franchisé|barber",
            "@vente|magasin|enseigne|chez|livreur|hotesse|cuisiniste but",
            "gardien|gardienne|sans|le|un|du|dans|ce but",
            "diplôme d'état",
            "infirmier|infirmière|soignant|soignante|éducateur|éducatrice|auxiliaire|moniteur diplômé(e)(s)",
        ],
    },
    Row {
        // Licence and car.
        means: Stays,
        phrases: &[
            "@moniteur|enseignant(e)|instructeur (d) auto-école (permis) (b)",
            "@moniteur|enseignant(e)|inspecteur|inspectrice|examinateur|examinatrice|instructeur|instructrice (du|de|\
             des) permis (b|c|moto|bateau)",
            "@moniteur|enseignant(e) (de) (la) conduite (et) (sécurité) (routière) (permis) (b)",
            "auto-école (permis) (b)",
            "voiture(s)|voiturette(s)|véhicule(s)|auto(s)|bateau|bateaux sans permis",
            "@conducteur|contrôleur|contrôleuse|agent|mécanicien|mécanicienne|technicien|exploitant|régulateur (de|d|\
             du|en|des) (contrôle|véhicules) (de|des) transport(s) en commun",
            "@conducteur (de|en|d) bus|car|autocar|tram|tramway|métro",
            "permis a|a1|a2|am|b1|b78|be|b96|bva|c|c1|ce|c1e|d|d1|de|e|eb|ec|bsr|pl|spl|vl|poids|super|remorque|moto|\
             bateau|côtier|hauturier|fluvial|caces|cariste|tracteur|transport|bus|car",
            "permis b (et|,|/|+|&|ou) (permis) c|c1|ce|c1e|d|d1|de|e|be|eb|ec|pl|spl|caces",
            "permis c|d|ce|pl (et|,|/|+|&|ou) (permis) b|c|ce|ec|d|e|eb",
            "permis de construire|feu|travail|louer|chasse|chasser|séjour|pêche|aménager|environnement|navigation|\
             port",
            "permis à points",
        ],
    },
    Row {
        // At a distance, at home.
        means: Stays,
        phrases: &[
            "@moniteur|@vente|formation|formations|enseignement|enseignant(e)|cours|vente|ventes|vad|maintenance|\
             surveillance|assistance|support|pilotage|conseil|clientèle|client|banque|gestion|opérateur|opératrice|\
              relation|expert(e) à distance",
        ],
    },
    Row {
        // Urgent, new.
        means: Stays,
        phrases: &[
            "urgences",
            "infirmier|infirmière|médecin|ambulancier|ambulancière|soignant|soignante|interne|agent|secrétaire|cadre|\
             service(s)|soins|médecine|chirurgie|hébergement|logement|accueil|dépannage|intervention|interventions|\
              centre|aide|secours|poste|pôle|transport|régulateur (d|de|en|des|aux) (accueil|hébergement) (d) \
               urgence(s)",
            "nouvelle(s) technologies|génération",
        ],
    },
    Row {
        // What is denied or not.
        means: Stays,
        phrases: &[
            "pas que",
            "non stop|alimentaire|alimentaires|destructif|tissé|tissés",
            "hors sol|rang|usage|normes|taxe|produits|ligne",
            "sans faute|hébergement",
            "débitant(e)(s)",
            "pêcheur|pêcheuse à pied",
            "pas le vertige",
            "pas peur du vide",
        ],
    },
    Row {
        // Loads, routes.
        means: Stays,
        phrases: &[
            "charge(s) de travail|affaires|affaire|clientèle|projet|projets|communication|recrutement|études|étude|\
             production|développement|relation|accueil|opérations|recherche|formation|prévention",
            "monte charge(s)",
            "agent|mécanicien|mécanicienne|ingénieur|technicien|technicienne|chef|transport|@conducteur (d|de|des|en|\
             sur|la) (exploitation) (de) (la) route(s)",
            "feuille(s) de route",
            "code de la route",
        ],
    },
];
