//! Words that say nothing of a job: grammar, and what everybody types around what is looked for.

/// Grammar: neither indexed nor searched. Folded, sorted.
const STOP: &[&str] = &[
    "a", "afin", "ai", "ainsi", "alors", "apres", "assez", "au", "aucun", "aucune", "aussi", "autre", "autres", "aux",
    "avec", "avez", "avoir", "avons", "ce", "cela", "celle", "celui", "ces", "cet", "cette", "ceux", "chaque", "chez",
    "ci", "comme", "d", "dans", "de", "depuis", "des", "donc", "dont", "du", "e", "elle", "elles", "en", "entre", "es",
    "est", "et", "etant", "ete", "etes", "etre", "f", "fait", "h", "ici", "il", "ils", "j", "je", "l", "la", "le",
    "les", "leur", "leurs", "lors", "lui", "m", "ma", "mais", "me", "meme", "mes", "mon", "n", "ne", "ni", "nos",
    "notre", "nous", "on", "ont", "ou", "par", "pas", "pendant", "peu", "plus", "pour", "pres", "qu", "quand", "que",
    "quel", "quelle", "qui", "quoi", "s", "sa", "sans", "se", "selon", "sera", "serez", "ses", "soit", "sont", "sous",
    "sur", "t", "ta", "tant", "te", "tes", "ton", "tres", "tu", "un", "une", "vers", "via", "vos", "votre", "vous",
    "vu", "x", "y",
];

/// What people type around a trade; it narrows nothing. Folded, sorted.
const NOISE: &[&str] = &[
    "annonce",
    "annonces",
    "boulot",
    "candidature",
    "candidatures",
    "cherche",
    "chercher",
    "date",
    "dispo",
    "disponible",
    "disponibles",
    "embauche",
    "emploi",
    "emploie",
    "emplois",
    "france",
    "immediat",
    "immediate",
    "immediatement",
    "job",
    "jobs",
    "metier",
    "metiers",
    "moi",
    "offre",
    "offres",
    "opportunite",
    "poste",
    "postes",
    "postuler",
    "profession",
    "proximite",
    "recherche",
    "rechercher",
    "recrute",
    "recrutement",
    "recrutements",
    "taf",
    "travail",
    "travaille",
    "travailler",
    "trouver",
    "urgence",
    "urgent",
    "urgente",
    "veux",
    "voudrais",
];

/// Words that name a contract, a diploma or hours: filters say it better, so beside a trade they are
/// dropped; alone they are searched. Folded, sorted.
const NARROWING: &[&str] = &[
    "alternance",
    "alternant",
    "alternante",
    "alternants",
    "apprenti",
    "apprentie",
    "apprenties",
    "apprentis",
    "apprentissage",
    "bac",
    "bep",
    "bts",
    "but",
    "cap",
    "cdd",
    "cdi",
    "complet",
    "contrat",
    "debutant",
    "debutante",
    "debutantes",
    "debutants",
    "diplome",
    "dut",
    "etudiant",
    "etudiante",
    "etudiants",
    "experience",
    "h24",
    "hf",
    "interim",
    "interimaire",
    "interimaires",
    "licence",
    "master",
    "mi",
    "partiel",
    "plein",
    "pro",
    "professionnalisation",
    "qualification",
    "saison",
    "saisonnier",
    "saisonniere",
    "saisonniers",
    "stage",
    "stagiaire",
    "temps",
];

/// Whether a folded word is grammar.
pub(crate) fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

/// Whether a folded word is only typed around what is looked for.
pub(crate) fn is_noise(word: &str) -> bool {
    NOISE.binary_search(&word).is_ok()
}

/// Whether a folded word names a contract, a diploma or hours.
pub(crate) fn is_narrowing(word: &str) -> bool {
    NARROWING.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_can_be_searched() {
        for list in [STOP, NOISE, NARROWING] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
    }
}
