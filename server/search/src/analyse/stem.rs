//! Light stems: masculine, feminine and plural of one word become one; "vente" and "vent" do not.
//!
//! The rules are ours, checked against every "X / Y" title of ROME. They need not give a French
//! word, only the same letters for the forms of one word.

/// Forms that no rule reaches, and words that a rule would take for forms of another. Folded, sorted.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("barmaid", "barman"),
    ("barmaids", "barman"),
    ("barmans", "barman"),
    ("barmen", "barman"),
    ("barwoman", "barman"),
    ("baux", "bail"),
    ("blanche", "blanc"),
    ("blanches", "blanc"),
    ("cheffe", "chef"),
    ("cheffes", "chef"),
    ("cheftaine", "chef"),
    ("fraiche", "frais"),
    ("fraiches", "frais"),
    ("grosse", "gros"),
    ("grosses", "gros"),
    ("hotesse", "hote"),
    ("hotesses", "hote"),
    ("nouveau", "nouvel"),
    ("nouveaux", "nouvel"),
    ("travaux", "travail"),
    ("tuyaux", "tuyau"),
    ("vitraux", "vitrail"),
];

/// The stem of a folded word.
pub(crate) fn stem(word: &str) -> String {
    let mut out = word.to_owned();
    stem_in_place(&mut out);
    out
}

/// Brings a folded word to its stem without another allocation.
pub(crate) fn stem_in_place(word: &mut String) {
    if !word.is_ascii() || word.len() < 4 || word.bytes().any(|b| b.is_ascii_digit()) {
        return;
    }
    if let Ok(at) = EXCEPTIONS.binary_search_by(|(form, _)| form.cmp(&word.as_str())) {
        word.clear();
        word.push_str(EXCEPTIONS[at].1);
        return;
    }
    plural(word);
    gender(word);
}

fn plural(word: &mut String) {
    if word.ends_with("eaux") {
        word.pop();
    } else if word.len() > 4 && word.ends_with("aux") {
        replace(word, 2, "l");
    } else if !word.ends_with("ss") && word.ends_with(['s', 'x']) {
        word.pop();
    }
}

/// Feminine endings: (ending, least length of the word, letters taken off, letters put on).
/// The first that fits is used.
const FEMININE: &[(&str, usize, usize, &str)] = &[
    ("trice", 6, 5, "teu"),
    ("drice", 6, 5, "deu"),
    ("euse", 5, 4, "eu"),
    ("eure", 5, 4, "eu"),
    ("eur", 5, 3, "eu"),
    ("ienne", 6, 2, ""),
    ("enne", 6, 2, ""),
    ("onne", 6, 2, ""),
    ("anne", 6, 2, ""),
    ("inne", 6, 2, ""),
    ("elle", 6, 2, ""),
    ("tresse", 7, 3, ""),
    ("iere", 6, 1, ""),
    ("ere", 6, 1, ""),
    ("ive", 5, 2, "f"),
    ("euve", 5, 2, "f"),
    ("ee", 5, 1, ""),
    ("ale", 5, 1, ""),
    ("ole", 7, 1, ""),
    ("nte", 6, 1, ""),
    ("nde", 7, 1, ""),
    ("rte", 6, 1, ""),
    ("rde", 7, 1, ""),
    ("ate", 7, 1, ""),
    ("ete", 7, 1, ""),
    ("ette", 7, 2, ""),
    ("aise", 7, 2, ""),
    ("oise", 7, 2, ""),
    ("ise", 7, 2, ""),
    ("ie", 6, 1, ""),
    ("ique", 6, 3, "c"),
    ("ine", 6, 1, ""),
    ("ane", 6, 1, ""),
];

fn gender(word: &mut String) {
    for (ending, least, off, on) in FEMININE {
        if word.len() >= *least && word.ends_with(ending) {
            replace(word, *off, on);
            return;
        }
    }
}

fn replace(word: &mut String, off: usize, on: &str) {
    word.truncate(word.len().saturating_sub(off));
    word.push_str(on);
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::fold;

    fn of(word: &str) -> String {
        stem(&fold(word))
    }

    #[test]
    fn the_forms_of_a_word_are_one() {
        let families: &[&[&str]] = &[
            &["boulanger", "boulangère", "boulangers", "boulangères", "BOULANGERE"],
            &["vendeur", "vendeuse", "vendeurs", "vendeuses"],
            &["acteur", "actrice", "acteurs", "actrices"],
            &["ambassadeur", "ambassadrice"],
            &["infirmier", "infirmière", "infirmières"],
            &["conducteur", "conductrice"],
            &["ouvrier", "ouvrière", "ouvriers"],
            &["soignant", "soignante", "soignants", "soignantes"],
            &["employé", "employée", "employés", "employées"],
            &["technicien", "technicienne", "techniciens"],
            &["chef", "cheffe", "chefs", "cheffes"],
            &["maître", "maîtresse", "maîtres"],
            &["contremaître", "contremaîtresse"],
            &["hôte", "hôtesse", "hôtes", "hôtesses"],
            &["veuf", "veuve"],
            &["ingénieur", "ingénieure", "ingénieures"],
            &["professionnel", "professionnelle", "professionnels"],
            &["commercial", "commerciale", "commerciaux"],
            &["administratif", "administrative", "administratives"],
            &["agent", "agente", "agents", "agentes"],
            &["apprenti", "apprentie"],
            &["commis", "commise"],
            &["adjoint", "adjointe"],
            &["expert", "experte"],
            &["avocat", "avocate"],
            &["maçon", "maçonne"],
            &["paysan", "paysanne"],
            &["urbain", "urbaine"],
            &["public", "publique", "publics"],
            &["barman", "barmaid"],
            &["travail", "travaux"],
            &["bateau", "bateaux"],
            &["fermier", "fermière"],
            &["français", "française", "françaises"],
        ];
        for family in families {
            let stems: Vec<String> = family.iter().map(|w| of(w)).collect();
            assert!(stems.windows(2).all(|w| w[0] == w[1]), "{family:?} → {stems:?}");
        }
    }

    #[test]
    fn other_words_stay_other_words() {
        let others = [
            ("vente", "verte"),
            ("vente", "vent"),
            ("port", "porte"),
            ("post", "poste"),
            ("carte", "cart"),
            ("boulanger", "boulangerie"),
            ("cuisinier", "cuisine"),
            ("jardinier", "jardin"),
            ("manager", "manger"),
            ("bus", "but"),
            ("caisse", "caissier"),
            ("infirmier", "infirmerie"),
            ("cadre", "cadreur"),
        ];
        for (a, b) in others {
            assert_ne!(of(a), of(b), "{a} {b}");
        }
    }

    #[test]
    fn the_table_can_be_searched() {
        assert!(EXCEPTIONS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
