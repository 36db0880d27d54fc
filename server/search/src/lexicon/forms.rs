//! The forms of a ROME label: "Caissier / Caissière de libre-service" is "Caissier de libre-service"
//! and "Caissière de libre-service".

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
    let count = left.split_whitespace().count();
    let tail: Vec<&str> = right.split_whitespace().skip(count).collect();
    // "Chef d'équipe / Cheffe d'équipe": the right side stands by itself.
    let masculine = if tail.is_empty() { left.to_owned() } else { format!("{left} {}", tail.join(" ")) };
    Form { masculine, feminine: Some(right.to_owned()), acronym }
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
