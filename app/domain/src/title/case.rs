//! Capitals of a title; used by [`super`].

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

/// Whether a title is written in capitals throughout.
pub(super) fn is_shouted(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    upper >= 4 && lower * 10 <= upper
}

/// The title in sentence case, acronyms kept.
pub(super) fn sentence_case(text: &str) -> String {
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

/// The text with a capital first, where that is one letter.
pub(super) fn capital_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() && first.to_uppercase().count() == 1 => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}
