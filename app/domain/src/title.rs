//! Titles of offers: as people read them, and as the index reads them.
//!
//! Called by the imports (display) and by the index ([`for_index`]). Feeds shout ("CARISTE (H/F)"),
//! repeat "(H/F)" and end with their own references ("#ADE13347"). French law wants titles open to
//! women and men: they are shown in both forms, or with "(H/F)" once, at the end.

use crate::mask;
use crate::text::fold;

/// Words that stay in capitals in a title that was all capitals. Sorted.
const ACRONYMS: &[&str] = &[
    "ACI", "ADV", "ADVF", "AEPE", "AES", "AESH", "AMP", "API", "ASH", "ASV", "ASVP", "ATSEM", "AVS", "AWS", "BAFA",
    "BAFD", "BEP", "BI", "BIM", "BPJEPS", "BTP", "BTS", "BUT", "CACES", "CAO", "CAP", "CCAS", "CDD", "CDI", "CESF",
    "CFA", "CHR", "CHU", "CIP", "CNC", "CRM", "CTA", "CVC", "DAF", "DAO", "DBA", "DEA", "DEAES", "DEAS", "DEES",
    "DEUST", "DRH", "DUT", "EHPAD", "ELS", "EPI", "ERP", "ESAT", "ESMS", "ETL", "ETT", "ETTI", "FSE", "FTTH", "GMAO",
    "GMS", "GPEC", "GPME", "GTB", "HACCP", "HAD", "HSE", "IA", "IADE", "IARD", "IAE", "IBODE", "IDE", "IDEC", "IDEL",
    "IME", "IMP", "IT", "ITEP", "MAS", "MCO", "MECS", "MFR", "MIG", "MJPM", "NRC", "PACTE", "PHP", "PL", "PLC", "PLV",
    "PME", "PMI", "PMR", "PMSMP", "PMU", "QHSE", "QSE", "RH", "RSE", "RQTH", "SAMU", "SAP", "SAV", "SEO", "SI", "SIG",
    "SIRH", "SPL", "SQL", "SSI", "SSIAD", "SSIAP", "STAPS", "TCE", "TIG", "TISF", "TP", "TPE", "TV", "UX", "VAE", "VL",
    "VO", "VN", "VRD", "VRP", "VTC", "ZAC",
];

/// Endings that write both genders in one word: "vendeur(se)", "employé·e", "employé.e". Folded.
const INCLUSIVE: &[&str] =
    &["e", "es", "ee", "ne", "se", "sse", "rice", "trice", "teuse", "euse", "ve", "ere", "iere", "le", "fe", "ienne"];

/// The title as people read it: one line, no capitals throughout, without the feed's reference;
/// both forms, or "(H/F)" once at the end. Empty when there is no title.
#[must_use]
pub fn display(raw: &str) -> String {
    let core = core(raw);
    if core.is_empty() {
        return core;
    }
    let core = capital_first(&core);
    let cased = if is_shouted(&core) { sentence_case(&core) } else { core };
    if has_both_forms(&cased) { cased } else { format!("{cased} (H/F)") }
}

/// The title without "(H/F)" in any form, for the index and for looking it up in ROME.
#[must_use]
pub fn for_index(title: &str) -> String {
    core(title)
}

/// One clean line without gender marker and reference.
fn core(raw: &str) -> String {
    let line = mask::contacts(&mask::line(raw));
    let mut chars: Vec<char> = line.chars().collect();
    while let Some((from, to)) = find_marker(&chars) {
        chars.splice(from..to, [' ']);
    }
    let text: String = chars.into_iter().collect();
    let text = text.replace("()", " ").replace("( )", " ");
    tidy(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Takes off what is left at both ends: separators, quotes, a reference, an open bracket.
fn tidy(text: &str) -> String {
    let mut text = text;
    loop {
        let before = text;
        text = text.trim_matches([' ', '-', '–', '|', ',', ';', ':', '/', '*', '"', '.', '•', '=', '_', '«', '»', '·']);
        for empty in ["()", "( )", "[]", " #", "(", "(H", "(F", "(H/", "(F/", "(h", "(f", "(h/", "(f/", "- H", "- F"] {
            text = text.strip_suffix(empty).unwrap_or(text);
        }
        text = text.strip_prefix("()").unwrap_or(text);
        if let Some((head, word)) = text.rsplit_once(' ')
            && is_reference(word)
        {
            text = head;
        }
        if text == before {
            return text.to_owned();
        }
    }
}

/// "#ADE13347", "REF966", "#OUT" (cut off): what only the feed understands.
fn is_reference(word: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if let Some(body) = word.strip_prefix('#') {
        let rest = body.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = &body[..body.len() - rest.len()];
        let cut = rest.is_empty() && letters.len() <= 3 && letters.bytes().all(|b| b.is_ascii_uppercase());
        return letters.len() <= 4 && digits(rest) && (cut || !rest.is_empty());
    }
    word.is_char_boundary(3) && word.len() > 3 && word[..3].eq_ignore_ascii_case("ref") && digits(&word[3..])
}

/// The span of a gender marker: "H/F", "(F/H)", "( h / f / x )", "F-H".
fn find_marker(chars: &[char]) -> Option<(usize, usize)> {
    (0..chars.len()).find_map(|from| marker_at(chars, from).map(|to| widen(chars, from, to)))
}

fn marker_at(chars: &[char], from: usize) -> Option<usize> {
    let letter = |i: usize| {
        chars.get(i).map(char::to_ascii_uppercase).filter(|c| matches!(c, 'H' | 'F' | 'M' | 'X' | 'D' | 'N' | 'W'))
    };
    if from > 0 && (chars[from - 1].is_alphanumeric() || matches!(chars[from - 1], '\'' | '’')) {
        return None;
    }
    let mut seen = vec![letter(from)?];
    let mut separator = None;
    let mut end = from + 1;
    loop {
        let mut i = skip_spaces(chars, end);
        let Some(sep) = chars.get(i).copied().filter(|c| matches!(c, '/' | '-' | '|' | '·' | '.')) else { break };
        i = skip_spaces(chars, i + 1);
        let Some(next) = letter(i).filter(|_| !chars.get(i + 1).is_some_and(|c| c.is_alphanumeric())) else { break };
        if separator.is_some_and(|s| s != sep) || seen.len() == 4 {
            break;
        }
        separator = Some(sep);
        seen.push(next);
        end = i + 1;
    }
    let pair = seen.contains(&'F') && (seen.contains(&'H') || seen.contains(&'M'));
    // Between other signs than a slash only the plain pair is certain.
    (pair && (separator == Some('/') || seen.len() == 2)).then_some(end)
}

fn skip_spaces(chars: &[char], mut i: usize) -> usize {
    while chars.get(i) == Some(&' ') {
        i += 1;
    }
    i
}

/// Takes in the brackets around a marker, as far as they match or are cut off.
fn widen(chars: &[char], mut from: usize, mut to: usize) -> (usize, usize) {
    loop {
        let mut open = from;
        while open > 0 && chars[open - 1] == ' ' {
            open -= 1;
        }
        if open == 0 || !matches!(chars[open - 1], '(' | '[') {
            return (from, to);
        }
        let close = skip_spaces(chars, to);
        from = open - 1;
        match chars.get(close) {
            Some(')' | ']') => to = close + 1,
            // "(H/F/" or "(H/F" cut off at the end of the field.
            Some('/') | None => to = (close + 1).min(chars.len()),
            Some(_) => return (from, to),
        }
    }
}

fn is_shouted(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    upper >= 4 && lower * 10 <= upper
}

fn sentence_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    // A capital begins the title, what follows " - " and what stands in brackets of its own.
    let mut capital = true;
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        let own_bracket = c == '(' && word.is_empty() && before == ' ';
        push_word(&mut out, &word, capital);
        if !word.is_empty() {
            capital = false;
            before = 'a';
        }
        word.clear();
        let dash = matches!(c, '-' | '–' | '|') && before == ' ';
        capital |= own_bracket || dash;
        before = c;
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out
}

fn push_word(out: &mut String, word: &str, capital: bool) {
    if word.is_empty() {
        return;
    }
    let digits = word.chars().any(|c| c.is_ascii_digit());
    if digits || ACRONYMS.contains(&fold(word).to_uppercase().as_str()) {
        out.push_str(word);
    } else if capital {
        out.push_str(&capital_first(&word.to_lowercase()));
    } else {
        out.push_str(&word.to_lowercase());
    }
}

fn capital_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() && first.to_uppercase().count() == 1 => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// Whether a title names both genders: "Serveur / Serveuse", "vendeur(se)", "employé·e".
#[must_use]
pub fn has_both_forms(title: &str) -> bool {
    let folded = fold(title);
    if is_inclusive(&folded) {
        return true;
    }
    let segments: Vec<&str> = folded.split('/').map(str::trim).collect();
    segments.windows(2).any(|pair| {
        let right = first_word(pair[1]);
        let left_last = pair[0].split(' ').next_back().unwrap_or_default();
        [first_word(pair[0]), left_last].iter().any(|left| are_forms(left, right))
    })
}

/// Whether a word of at least two letters goes on with `(`, `·`, `.` or `-` and an ending.
fn is_inclusive(folded: &str) -> bool {
    folded.match_indices(['(', '·', '.', '-']).any(|(at, sign)| {
        let rest = &folded[at + sign.len()..];
        let ending: &str = &rest[..rest.bytes().take_while(u8::is_ascii_lowercase).count()];
        let closed = sign != "(" || rest[ending.len()..].starts_with(')');
        let head = folded[..at].chars().rev().take_while(|c| c.is_alphabetic()).count();
        // "Bar-le-Duc", "Aix-es-…": after a dash or a point only what no place is named by.
        let sure = sign == "(" || (!matches!(ending, "le" | "es") && !rest[ending.len()..].starts_with('-'));
        head >= 2 && closed && sure && INCLUSIVE.contains(&ending)
    })
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// Two different words that begin alike for at least three letters and half of the shorter one.
fn are_forms(left: &str, right: &str) -> bool {
    let alike = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    let shorter = left.chars().count().min(right.chars().count());
    left != right && alike >= 3 && alike * 2 >= shorter
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_are_read_aloud_not_shouted() {
        let cases = [
            ("CARISTE (H/F)", "Cariste (H/F)"),
            ("TUYAUTEUR H/F (H/F)", "Tuyauteur (H/F)"),
            ("FERRAILLEUR  (H/F)", "Ferrailleur (H/F)"),
            ("MECANICIEN PL/SPL (H/F)", "Mecanicien PL/SPL (H/F)"),
            ("AGENT D'ENTRETIEN ET D'HYGIENE H/F", "Agent d'entretien et d'hygiene (H/F)"),
            ("FERRAILLEUR CHANTIER BTP #HOR12479 (H/F)", "Ferrailleur chantier BTP (H/F)"),
            (
                "SERVEUR EN RESTAURATION EN APPRENTISSAGE(H/F) #ARE8673",
                "Serveur en restauration en apprentissage (H/F)",
            ),
            ("MAÇON COFFREUR-FERRAILLEUR N3P1 H/F (H/F)", "Maçon coffreur-ferrailleur N3P1 (H/F)"),
            ("ASSISTANT(E) ADMINISTRATIF(VE) & ACCUEIL (H/F)", "Assistant(e) administratif(ve) & accueil"),
            ("DIRECTEUR DE MAGASIN ((H/F))", "Directeur de magasin (H/F)"),
            ("UN(E)  COMPTABLE AGRICOLE - H /F (H/F)", "Un(e) comptable agricole"),
            ("Ripeur / Ripeuse (H/F)", "Ripeur / Ripeuse"),
            ("PLONGEUR / PLONGEUSE (H/F)", "Plongeur / plongeuse"),
            ("Consultant Data F/H - Valoway (H/F)", "Consultant Data - Valoway (H/F)"),
            ("Architecte technique  h/f - toulouse h/f", "Architecte technique - toulouse (H/F)"),
            ("\"Agent agricole polyvalent H/F\"", "Agent agricole polyvalent (H/F)"),
            ("Soudeur TIG (f/m/d)", "Soudeur TIG (H/F)"),
            ("Aide à domicile (H (H/F)", "Aide à domicile (H/F)"),
            ("Aide à domicile (h/f/", "Aide à domicile (H/F)"),
            ("Chef d&#039;équipe (H/F)", "Chef d'équipe (H/F)"),
            ("ANIMATEUR DES VENTES (H/F) - YVES ROCHER", "Animateur des ventes - Yves rocher (H/F)"),
            ("Assistant(e) de gestion - Agence / Ref967 #AGE59", "Assistant(e) de gestion - Agence"),
            ("Offre - Conseiller - Nord () #OUT (H/F)", "Offre - Conseiller - Nord (H/F)"),
            ("Chauffeur-se de car", "Chauffeur-se de car"),
            ("Directeur.rice adjoint.e", "Directeur.rice adjoint.e"),
            ("Développeur C# (H/F)", "Développeur C# (H/F)"),
            ("Cariste à Bar-le-Duc", "Cariste à Bar-le-Duc (H/F)"),
            ("Cariste, appelez le 06 12 34 56 78", "Cariste, appelez le [numéro masqué] (H/F)"),
            ("CDI", "CDI (H/F)"),
            ("   ", ""),
            ("H/F", ""),
        ];
        for (raw, expected) in cases {
            assert_eq!(display(raw), expected, "{raw}");
        }
    }

    #[test]
    fn what_is_no_gender_marker_stays() {
        for title in ["Chef de rang H", "Technicien F-gaz", "Pilote de drone D/X", "Électricien BF/HF", "Agent d'H-F"]
        {
            assert_eq!(for_index(title), title);
        }
        assert_eq!(for_index("Secrétaire de mairie (H/F)"), "Secrétaire de mairie");
    }

    proptest! {
        #[test]
        fn a_title_shown_twice_is_the_same(raw in "[A-Za-zÉé()/ HF#0-9.-]{0,40}") {
            let once = display(&raw);
            prop_assert_eq!(display(&once), once);
        }

        #[test]
        fn no_title_panics(raw in "\\PC{0,80}") {
            let shown = display(&raw);
            prop_assert!(!shown.contains('\n') && shown.trim() == shown);
        }
    }
}
