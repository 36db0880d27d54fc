//! The contract that a title or a text says, where the field says less: feeds file apprentices under « CDD », and seasonal work
//! as well.

use crate::contract::Contract;
use crate::text::words;

/// What is before "alternance" or "apprentissage" where it is the contract.
const BEFORE: &[&str] = &["en", "d", "l", "par", "contrat", "formation", "poste", "offre", "bts", "bac", "master"];
/// Words of which the contract is no part: « relations entreprises et alternance ».
const JOINS: &[&str] = &["et", "ou", "de", "la", "des"];
/// Trades of those who teach apprentices or place them.
const SCHOOL: &[&str] =
    &["formateur", "formatrice", "responsable", "conseiller", "conseillere", "charge", "chargee", "developpeur"];

/// The contract of an offer: its field, unless the title says that the work is learnt or lasts a season.
pub(super) fn titled(field: Option<Contract>, title: &str) -> Option<Contract> {
    if field.is_some_and(|contract| contract.is_alternance() || contract == Contract::NotSalaried) {
        return field;
    }
    let learnt = parts(title).find_map(|part| learnt(&words(part))).filter(|_| field != Some(Contract::Interim));
    learnt.or_else(|| (short(field) && is_of_season(&words(title))).then_some(Contract::Seasonal)).or(field)
}

/// The contract, where the text says more than the field and the title: only what feeds file under « CDD ».
pub(super) fn said(known: Option<Contract>, text: Option<Contract>) -> Option<Contract> {
    text.filter(|_| short(known)).or(known)
}

/// Whether a field may hide another contract.
fn short(field: Option<Contract>) -> bool {
    matches!(field, None | Some(Contract::Cdd))
}

/// The parts of a title: « Vendeur (Alternance/TP Conseiller de vente) - Lille » has four.
fn parts(title: &str) -> impl Iterator<Item = &str> {
    title.split(['(', ')', '/', '|', ':', ';', ',', '–', '—']).flat_map(|part| part.split(" -")).flat_map(|part| {
        // A capital I stands for a bar.
        part.split(" I ")
    })
}

/// What is learnt, in a part of a title.
fn learnt(words: &[String]) -> Option<Contract> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let of_school = words.first().is_some_and(|first| SCHOOL.contains(&first.as_str()));
    let stands = |at: usize| {
        let before = word(at.wrapping_sub(1));
        let last = at + 1 == words.len() && !JOINS.contains(&before) && !of_school;
        at == 0 || last || (BEFORE.contains(&before) && (!of_school || before == "en"))
    };
    (0..words.len()).find_map(|at| match word(at) {
        "apprenti" | "apprentie" | "apprentis" | "apprenties" | "alternant" | "alternante" | "alternants"
        | "alternantes" => Some(Contract::Apprenticeship),
        "alternance" | "apprentissage" if stands(at) && word(at + 1) != "automatique" => Some(Contract::Apprenticeship),
        "professionnalisation" if word(at.wrapping_sub(1)) == "de" || at == 0 => Some(Contract::Professionalisation),
        "pro" if word(at.wrapping_sub(1)) == "contrat" => Some(Contract::Professionalisation),
        _ => None,
    })
}

/// « Location saisonnière » is let for a season, not worked.
fn is_of_season(words: &[String]) -> bool {
    (0..words.len()).any(|at| match words[at].as_str() {
        "saisonnier" | "saisonniere" | "saisonniers" | "saisonnieres" => {
            let before = at.checked_sub(1).map_or("", |before| words[before].as_str());
            !matches!(before, "location" | "locations" | "locatif" | "hebergement" | "hebergements")
        }
        word => word.strip_prefix("saison").is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_that_the_work_is_learnt_or_lasts_a_season() {
        use Contract::{Apprenticeship, Cdd, Cdi, Interim, NotSalaried, Professionalisation, Seasonal};
        for (field, title, said) in [
            (Cdd, "Apprenti boulanger (H/F)", Apprenticeship),
            (Cdd, "Comptable en alternance", Apprenticeship),
            (Cdd, "Alternance - Gestionnaire de paie", Apprenticeship),
            (Cdi, "Vendeur en contrat d'apprentissage", Apprenticeship),
            (Cdd, "Employé libre-service - contrat pro", Professionalisation),
            (Cdd, "Serveur / Serveuse - SAISON25 ETE", Seasonal),
            (Cdd, "Ouvrier agricole saisonnier", Seasonal),
            (Cdd, "Vendeur conseil (Alternance/TP Conseiller de vente)", Apprenticeship),
            (Cdd, "Assistant en logistique alternance - Saint-Denis", Apprenticeship),
            (Cdd, "Conseiller vendeur - Prêt-à-porter - Apprentissage - Le Tampon (H/F)", Apprenticeship),
            (Cdd, "Hôte de caisse / Alternance / Entre-Deux", Apprenticeship),
            (Cdd, "Équipier polyvalent en restauration apprentissage I Saint-Denis", Apprenticeship),
            (Cdd, "Chargé de relations entreprises et alternance (secteur Formation)", Cdd),
            (Cdd, "Location saisonnière : agent d'entretien", Cdd),
            (Cdi, "Responsable alternance", Cdi),
            (Cdi, "Ingénieur en apprentissage automatique", Cdi),
            (Cdi, "Chef de saison culturelle", Cdi),
            (Interim, "Manoeuvre saison", Interim),
            (NotSalaried, "Apprenti mandataire", NotSalaried),
            (Cdd, "Boulanger", Cdd),
        ] {
            assert_eq!(titled(Some(field), title), Some(said), "{title}");
        }
        assert_eq!(titled(None, "Boulanger"), None);
    }
}
