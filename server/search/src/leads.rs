//! Who leads others or teaches them: a title that says so is another work than the one that is led or taught. Who
//! types "soudeur" looks for welding, not for a chair of welding.

use domain::text::words;

/// Words of titles that say it.
const LEADS: &[&str] = &[
    "coordinateur",
    "coordinatrice",
    "directeur",
    "directrice",
    "encadrant",
    "encadrante",
    "formateur",
    "formatrice",
    "manager",
    "responsable",
    "superviseur",
    "superviseuse",
];
/// What a "chef" leads: others ("chef de rang", "chef de partie") do the work themselves.
const LED: &[&str] =
    &["equipe", "equipes", "projet", "projets", "chantier", "chantiers", "atelier", "service", "secteur"];

/// Whether words say that others are led or taught.
pub(crate) fn leads(text: &str) -> bool {
    let words = words(text);
    let led = |at: usize| words.iter().skip(at + 1).take(2).any(|word| LED.contains(&word.as_str()));
    words
        .iter()
        .enumerate()
        .any(|(at, word)| LEADS.contains(&word.as_str()) || (matches!(word.as_str(), "chef" | "cheffe") && led(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leads_is_not_who_does() {
        for title in
            ["Responsable esthéticienne", "Chef d'équipe de propreté", "Encadrant technique", "Formateur soudeur"]
        {
            assert!(leads(title), "{title}");
        }
        for title in ["Chef de partie", "Chef de rang", "Esthéticienne", "Soudeur", ""] {
            assert!(!leads(title), "{title}");
        }
    }
}
