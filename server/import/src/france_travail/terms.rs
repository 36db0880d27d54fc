//! France Travail's labels to our terms: lengths, experience, diplomas. Used by [`super`] only.

use domain::requirement::{Diploma, Experience, Need};
use domain::text::fold;

/// "CDD - 6 Mois", "Intérim - 3 Jour(s)" → days; a month is 30 days.
pub(super) fn contract_days(label: &str) -> Option<u16> {
    let (_, length) = label.rsplit_once(" - ")?;
    let (number, unit) = number_and_unit(length)?;
    let days = match unit.get(..2)? {
        "jo" => 1,
        "se" => 7,
        "mo" => 30,
        "an" => 360,
        _ => return None,
    };
    number.checked_mul(days).filter(|d| *d > 0)
}

/// What "experienceExige" (D, E, S), "experienceLibelle" and "experienceCommentaire" say together:
/// whether beginners are welcome, and the experience asked for.
pub(super) fn experience(
    code: Option<&str>,
    label: Option<&str>,
    comment: Option<&str>,
) -> (Option<bool>, Option<Experience>) {
    let label = fold(label.unwrap_or_default());
    if code == Some("D") || label.starts_with("debutant") {
        return (Some(true), None);
    }
    let stated = months(&label);
    let need = match code {
        Some("E") => Need::Essential,
        Some("S") => Need::Optional,
        // France Travail's own wording: "2 An(s)" alone is what is required.
        _ if label.contains("exige") || label.contains("an(s)") => Need::Essential,
        _ if label.contains("souhaite") || stated.is_some() => Need::Optional,
        _ => return (None, None),
    };
    let months = stated.or_else(|| comment.and_then(|c| only_months(&fold(c))));
    (None, Some(Experience { need, months }))
}

/// The first length in a label: "experience exigee de 2 an(s)", "6 mois - sur un poste similaire".
fn months(folded: &str) -> Option<u16> {
    let at = folded.find(|c: char| c.is_ascii_digit())?;
    to_months(number_and_unit(&folded[at..])?)
}

/// A length and nothing else: "3 ans".
fn only_months(folded: &str) -> Option<u16> {
    (folded.trim().split(' ').count() <= 2).then(|| months(folded))?
}

fn to_months((number, unit): (u16, String)) -> Option<u16> {
    let months = match unit.get(..2)? {
        "mo" => number,
        "an" => number.checked_mul(12)?,
        _ => return None,
    };
    // More than a working life is a typing error.
    (1..=600).contains(&months).then_some(months)
}

fn number_and_unit(text: &str) -> Option<(u16, String)> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text[..digits].parse().ok()?;
    Some((number, fold(text[digits..].trim_start())))
}

/// "Bac+3, Bac+4 ou équivalents" → the level; what ends below a CAP is "sans diplôme".
pub(crate) fn diploma(label: &str) -> Option<Diploma> {
    let folded: String = fold(label).chars().filter(|c| !c.is_whitespace()).collect();
    Some(match folded.as_str() {
        l if l.contains("bac+5") || l.contains("bac+8") || l.contains("doctorat") => Diploma::Bac5,
        l if l.contains("bac+3") || l.contains("bac+4") => Diploma::Bac3,
        l if l.contains("bac+2") => Diploma::Bac2,
        l if l.contains("cap") || l.contains("bep") => Diploma::Cap,
        l if l.starts_with("bac") => Diploma::Bac,
        l if l.contains("aucune") || l.contains("brevet") || l.contains("achevee") || l.contains("primaire") => {
            Diploma::None
        }
        _ => return None,
    })
}

/// `E` is required, everything else a plus.
pub(super) fn need(code: Option<&str>) -> Need {
    if code == Some("E") { Need::Essential } else { Need::Optional }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_contracts() {
        let cases = [
            ("CDD - 6 Mois", Some(180)),
            ("Intérim - 3 Jour(s)", Some(3)),
            ("Contrat à durée déterminée - 1 An(s)", Some(360)),
            ("CDI", None),
            ("Intérim", None),
            ("CDD - 99999 Mois", None),
        ];
        for (label, days) in cases {
            assert_eq!(contract_days(label), days, "{label}");
        }
    }

    #[test]
    fn experience_as_the_feed_words_it() {
        use Need::{Essential, Optional};
        let of = |code, label, comment| {
            let (beginner, experience) = experience(code, Some(label), comment);
            (beginner, experience.map(|e| (e.need, e.months)))
        };
        assert_eq!(of(Some("D"), "Débutant accepté", None), (Some(true), None));
        assert_eq!(of(None, "Débutant accepté (2 ans)", None), (Some(true), None));
        assert_eq!(of(Some("E"), "2 An(s)", None), (None, Some((Essential, Some(24)))));
        assert_eq!(of(Some("E"), "Expérience exigée de 6 Mois", None), (None, Some((Essential, Some(6)))));
        assert_eq!(of(None, "Expérience souhaitée de 1 An(s)", None).1.map(|e| e.1), Some(Some(12)));
        assert_eq!(of(Some("E"), "Expérience exigée", Some("3 ans")), (None, Some((Essential, Some(36)))));
        assert_eq!(of(Some("E"), "Expérience exigée", Some("2 postes ou 3 ans")), (None, Some((Essential, None))));
        assert_eq!(of(Some("S"), "9 mois", None), (None, Some((Optional, Some(9)))));
        assert_eq!(of(None, "", None), (None, None));
    }

    #[test]
    fn levels_of_diplomas() {
        let cases = [
            ("Bac+5 et plus ou équivalents", Some(Diploma::Bac5)),
            ("Bac+3, Bac+4 ou équivalents", Some(Diploma::Bac3)),
            ("Bac+2 ou équivalents", Some(Diploma::Bac2)),
            ("Bac ou équivalent", Some(Diploma::Bac)),
            ("CAP, BEP et équivalents", Some(Diploma::Cap)),
            ("Aucune formation scolaire", Some(Diploma::None)),
            ("3ème achevée ou Brevet", Some(Diploma::None)),
            ("Autre", None),
        ];
        for (label, level) in cases {
            assert_eq!(diploma(label), level, "{label}");
        }
    }
}
