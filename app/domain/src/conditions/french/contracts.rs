//! Contracts: "CDI", "en alternance", "job d'été".

use crate::conditions::Condition::{self, Insertion};
use crate::conditions::reader::Row;
use crate::conditions::typed::Means::{self, Internship, Is, Surely};
use crate::contract::Contract::{
    Apprenticeship, Cdd, CddInsertion, CddTremplin, Cdi, CdiInterim, Cui, Interim, InterimInsertion,
    Professionalisation, Public, Seasonal,
};

const CDI: &[Condition] = &[Condition::Contract(Cdi)];
const CDD: &[Condition] = &[Condition::Contract(Cdd)];
const ANY_INTERIM: &[Condition] =
    &[Condition::Contract(Interim), Condition::Contract(CdiInterim), Condition::Contract(InterimInsertion)];
const INTERIM: &[Condition] = &[Condition::Contract(Interim)];
const CDI_INTERIM: &[Condition] = &[Condition::Contract(CdiInterim)];
const SEASONAL: &[Condition] = &[Condition::Contract(Seasonal)];
const ALTERNATION: &[Condition] = &[Condition::Contract(Apprenticeship), Condition::Contract(Professionalisation)];
const APPRENTICESHIP: &[Condition] = &[Condition::Contract(Apprenticeship)];
const PROFESSIONALISATION: &[Condition] = &[Condition::Contract(Professionalisation)];
const CUI: &[Condition] = &[Condition::Contract(Cui)];
const PUBLIC: &[Condition] = &[Condition::Contract(Public)];
const INSERTION: &[Condition] = &[Insertion];

pub(super) const ROWS: &[Row<Means>] = &[
    Row {
        means: Surely(CDI),
        phrases: &[
            "cdi(s)",
            "c d i",
            "contrat à durée indéterminée",
            "contrat durée indéterminée",
            "durée indéterminée",
            "contrat indéterminé",
            "contrat|emploi|poste permanent",
            "cdi (de) chantier",
            "contrat cdi",
        ],
    },
    Row {
        means: Surely(CDD),
        phrases: &[
            "cdd(s)",
            "c d d",
            "contrat à durée déterminée",
            "contrat durée déterminée",
            "durée déterminée",
            "contrat déterminé",
            "contrat de courte durée",
            "contrat(s) court(s)",
            "contrat cdd",
            "cdd (de) (#) (à) # mois|semaines|semaine|jours|an|ans",
            "cdd (d) un|deux|trois|six an|ans|mois",
            "contrat (de) # mois",
            "cdd court|long|longue|courte (durée)",
        ],
    },
    Row {
        means: Is(ANY_INTERIM),
        phrases: &[
            "intérim(s)",
            "intérimaire(s)",
            "contrat|mission|poste|emploi|travail|job|boulot (d|en) intérim|intérimaire",
            "missions (d|en) intérim|intérimaire(s)",
            "agence(s)|boite(s) (d) intérim",
            "intérim|intérimaire longue|courte durée|mission",
            "intérim (de) # mois|semaines",
        ],
    },
    Row {
        means: Is(INTERIM),
        phrases: &[
            "mission(s)",
            "mission(s) courte(s)|longue(s)|ponctuelle(s)|temporaire(s) (durée)",
            "mission(s) (de) # mois|semaines|jours",
            "temporaire(s)",
            "travail|emploi|job|poste|contrat|boulot temporaire",
            "emplois|jobs|postes|contrats temporaires",
            "contrat de travail temporaire",
        ],
    },
    Row { means: Surely(CDI_INTERIM), phrases: &["cdi (d) intérimaire(s)", "cdi i", "cdii", "cdi en intérim"] },
    Row {
        means: Surely(&[Condition::Contract(InterimInsertion)]),
        phrases: &["intérim (d|en) insertion", "mission(s) d'insertion", "intérimaire (d|en) insertion"],
    },
    Row {
        means: Is(SEASONAL),
        phrases: &[
            "saison(s)",
            "saison (d) été|hiver|estivale|hivernale",
            "saisonnier|saisonnière(s)",
            "saisonniers",
            "cdd|contrat|contrats|emploi|emplois|job|jobs|travail|poste|postes|travailleur saisonnier|saisonniers|\
             saisonnière",
            "job(s)|emploi(s)|travail|boulot|boulots|contrat|poste(s) d' été|hiver",
            "job(s)|emploi(s)|boulot|boulots (pour) (l) été",
            "job(s)|emploi(s)|travail|boulot|boulots (de|pour|pendant) (les) vacances|vacance",
            "jobs|job (d) été saisonnier",
            "emploi|job|travail|contrat|cdd saisonnier (d|pour|cet) (l) été",
            "job(s)|emploi(s) (de) vacances (d) été",
            "pour|cet (l) été",
            "(pendant|pour) (les) vacances scolaires",
            "pendant|pour les vacances",
            "saison (d) (été|hiver) #",
            "petit job|boulot d'été",
            "travailler|bosser cet|l|en été",
        ],
    },
    Row {
        means: Surely(ALTERNATION),
        phrases: &[
            "alternance(s)",
            "alternant(e)(s)",
            "contrat|formation|poste|offre|emploi|travail|recherche (d|en|de) alternance",
            "contrats en alternance",
            "alternance (d|de|en|sur) # (à|ou|/) (#) an|ans|mois",
            "alternance (d|sur|en) un|deux|trois an|ans",
        ],
    },
    Row {
        means: Surely(APPRENTICESHIP),
        phrases: &[
            "apprentissage(s)",
            "apprenti(e)(s)",
            "contrat(s)|poste|place (d|en) apprentissage|apprenti",
            "contrat d'apprentissage en alternance",
            "alternance en apprentissage",
        ],
    },
    Row {
        means: Surely(PROFESSIONALISATION),
        phrases: &[
            "contrat(s) pro",
            "contrat(s) (de) professionnalisation",
            "contrat de pro",
            "professionnalisation",
            "contrat de pro|professionnalisation en alternance",
            "contrat pro en alternance",
            "alternance (en) contrat pro|professionnalisation",
        ],
    },
    Row {
        means: Surely(CUI),
        phrases: &[
            "cui",
            "pec",
            "cui cae|cie|pec",
            "cui (/) pec",
            "pec (/) cui",
            "contrat cui|pec|cae|aidé",
            "contrats aidés",
            "contrat unique d'insertion",
            "parcours emploi(s) compétence(s)",
            "contrat parcours emploi compétences",
            "emploi aidé",
        ],
    },
    Row {
        means: Is(INSERTION),
        phrases: &[
            "insertion",
            "iae",
            "siae",
            "aci",
            "etti",
            "^ei",
            "ateliers et|ou chantiers d'insertion",
            "atelier(s) (et) chantier(s) (d) insertion",
            "chantier(s)|entreprise(s)|association(s)|structure(s)|atelier(s) (d|en) insertion",
            "contrat(s)|cdd|poste(s)|emploi(s)|travail|job|parcours|offre(s)|salarié (d|en) insertion",
            "(poste|emploi|contrat|structure|agrément) (en|par) insertion par l'activité économique",
            "pass|agrément|contrat|structure|poste (d|en) iae",
        ],
    },
    Row { means: Surely(&[Condition::Contract(CddInsertion)]), phrases: &["cddi"] },
    Row { means: Surely(&[Condition::Contract(CddTremplin)]), phrases: &["cdd tremplin", "contrat tremplin"] },
    Row {
        means: Is(PUBLIC),
        phrases: &[
            "fonction publique (territoriale|hospitalière)",
            "fonction publique d'état",
            "fonctionnaire(s)",
            "fonctionnaire(s) territorial|hospitalier",
            "titulaire|contractuel|contractuelle (de|dans) (la) fonction publique (territoriale|hospitalière)",
            "poste|emploi|statut de|dans|en|d (la) fonctionnaire",
            "agent|poste (titulaire) (de|dans) la fonction publique",
        ],
    },
    Row {
        means: Internship,
        phrases: &[
            "stage(s)",
            "stagiaire(s)",
            "convention de stage",
            "offre(s)|recherche|demande (de) stage(s)",
            "stage conventionné",
            "stage de fin d' études|étude",
            "stage d' observation|découverte|immersion",
        ],
    },
];
