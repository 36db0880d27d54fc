//! The forms of a ROME label: "Caissier / Caissière de libre-service" is "Caissier de libre-service"
//! and "Caissière de libre-service".

use domain::text::fold;

/// Letters that a masculine and its feminine begin with in common.
const SHARED: usize = 3;

/// The forms that a label is typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Masculine, or the only form.
    pub masculine: String,
    /// Feminine, where the label gives one.
    pub feminine: Option<String>,
    /// What stands in brackets at the end, when it is an acronym: "ASH".
    pub acronym: Option<String>,
}

/// The forms of a label.
#[must_use]
pub fn forms_of(label: &str) -> Form {
    let (label, acronym) = without_acronym(label.trim());
    let Some((left, right)) = label.split_once(" / ") else {
        return Form { masculine: label, feminine: None, acronym };
    };
    let words: Vec<&str> = left.split_whitespace().collect();
    let Some(at) = begins_at(&words, right) else {
        // "Responsable plate-forme expédition / Livraison" has no feminine: "livraison" alone is another trade.
        return Form { masculine: format!("{left} {right}"), feminine: None, acronym };
    };
    let tail: Vec<&str> = right.split_whitespace().skip(words.len() - at).collect();
    // "Chef d'équipe / Cheffe d'équipe": the right side stands by itself.
    let masculine = if tail.is_empty() { left.to_owned() } else { format!("{left} {}", tail.join(" ")) };
    let head = words.get(..at).unwrap_or_default().iter().copied();
    let feminine = head.chain([right]).collect::<Vec<_>>().join(" ");
    Form { masculine, feminine: Some(feminine), acronym }
}

/// Trades whose feminine is another word.
const PAIRS: &[(&str, &str)] = &[
    ("garcon", "fille"),
    ("homme", "femme"),
    ("monsieur", "dame"),
    ("steward", "hotesse"),
    ("traminot", "employee"),
    ("valet", "femme"),
];

/// The word of the masculine whose feminine the right side begins with: the first, or the last of "Cadre
/// technico-commercial / Technico-commerciale".
fn begins_at(words: &[&str], right: &str) -> Option<usize> {
    let first = fold(right.split_whitespace().next()?);
    let is_pair = |word: &&str| {
        let word = fold(word);
        let alike = word.chars().take(SHARED).eq(first.chars().take(SHARED));
        alike || PAIRS.contains(&(word.as_str(), first.as_str()))
    };
    words.iter().position(is_pair)
}

/// "(ASH)", "-IADE-" or "- AESH" at the end of a label.
fn without_acronym(label: &str) -> (String, Option<String>) {
    let brackets = label.strip_suffix(')').and_then(|l| l.rsplit_once(" ("));
    let dashes = || label.strip_suffix('-').and_then(|l| l.rsplit_once(" -"));
    let Some((head, inside)) = brackets.or_else(dashes).or_else(|| label.rsplit_once(" - ")) else {
        return (label.to_owned(), None);
    };
    let acronym = (2..=6).contains(&inside.len()) && inside.bytes().all(|b| b.is_ascii_uppercase());
    if acronym { (head.to_owned(), Some(inside.to_owned())) } else { (label.to_owned(), None) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_read_in_its_forms() {
        let cases = [
            ("Accessoiriste", "Accessoiriste", None),
            ("Soudeur / Soudeuse", "Soudeur", Some("Soudeuse")),
            ("Caissier / Caissière de libre-service", "Caissier de libre-service", Some("Caissière de libre-service")),
            (
                "Agent administratif / Agente administrative de banque",
                "Agent administratif de banque",
                Some("Agente administrative de banque"),
            ),
            ("Valet / Femme de chambre", "Valet de chambre", Some("Femme de chambre")),
            ("Chef d'équipe / Cheffe d'équipe", "Chef d'équipe", Some("Cheffe d'équipe")),
            ("Cadre Dirigeant / Dirigeante d'agence", "Cadre Dirigeant d'agence", Some("Cadre Dirigeante d'agence")),
            ("Responsable expédition / Livraison", "Responsable expédition Livraison", None),
        ];
        for (label, masculine, feminine) in cases {
            let form = forms_of(label);
            assert_eq!((form.masculine.as_str(), form.feminine.as_deref()), (masculine, feminine), "{label}");
        }
        let form = forms_of("Agent / Agente de service hospitalier (ASH)");
        assert_eq!((form.masculine.as_str(), form.acronym.as_deref()), ("Agent de service hospitalier", Some("ASH")));
        for label in ["Infirmier anesthésiste -IADE-", "Infirmier anesthésiste - IADE"] {
            assert_eq!(forms_of(label).acronym.as_deref(), Some("IADE"), "{label}");
        }
        assert_eq!(forms_of("Géophysicien / Géophysicienne (énergie)").acronym, None);
    }
}
