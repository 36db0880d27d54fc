//! French text: folding for comparison, slugs for addresses.
//!
//! The table covers the Latin letters that French, its neighbours and the names of its communes
//! use. A full Unicode normaliser would cost the phone tens of kilobytes for nothing more.

/// Lower case, without accents, ligatures written out, typographic apostrophes and dashes made
/// plain. Keeps every other character, so that words stay where they were.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let ascii = rest.bytes().take_while(u8::is_ascii).count();
        let (plain, more) = rest.split_at(ascii);
        let from = out.len();
        out.push_str(plain);
        out[from..].make_ascii_lowercase();
        let mut chars = more.chars();
        let Some(c) = chars.next() else { return out };
        fold_char(c, &mut out);
        rest = chars.as_str();
    }
}

/// [`fold`] for one character.
pub(crate) fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let plain = match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'Ā' | 'Ă' | 'Ą' => {
            "a"
        }
        'æ' | 'Æ' => "ae",
        'ç' | 'ć' | 'č' | 'Ç' | 'Ć' | 'Č' => "c",
        'ď' | 'đ' | 'Ď' | 'Đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'È' | 'É' | 'Ê' | 'Ë' | 'Ē' | 'Ę' | 'Ě' => "e",
        'ğ' | 'Ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'Ì' | 'Í' | 'Î' | 'Ï' | 'Ī' | 'İ' => "i",
        'ł' | 'Ł' => "l",
        'ñ' | 'ń' | 'ň' | 'Ñ' | 'Ń' | 'Ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'Ø' | 'Ō' | 'Ő' => {
            "o"
        }
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' | 'Ś' | 'Š' | 'Ş' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' | 'Ť' | 'Ţ' | 'Ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'Ù' | 'Ú' | 'Û' | 'Ü' | 'Ū' | 'Ů' | 'Ű' => "u",
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => "y",
        'ź' | 'ż' | 'ž' | 'Ź' | 'Ż' | 'Ž' => "z",
        '’' | '‘' | 'ʼ' | '′' | '`' | '´' => "'",
        '‐' | '‑' | '‒' | '–' | '—' | '−' => "-",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        // Combining marks (a decomposed é is e + U+0301), soft hyphen, zero-width and bidi controls.
        '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => "",
        other => {
            // A small letter may be one of the table's: Å (the unit) becomes å.
            for small in other.to_lowercase() {
                if small == other {
                    out.push(small);
                } else {
                    fold_char(small, out);
                }
            }
            return;
        }
    };
    out.push_str(plain);
}

/// Folded words of letters and digits, in order: `"L'aide-soignant·e"` → `l aide soignant e`.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// A character that is obeyed instead of shown: control characters and controls of direction. A
/// text of one line that is shown again as it came has none of them.
#[must_use]
pub fn is_command(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A readable part of an address: folded words joined by `-`, at most about 60 bytes, never empty.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for word in fold(text).split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        if out.len() + word.len() > 60 && !out.is_empty() {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.extend(word.chars().take(60));
    }
    if out.is_empty() { "offre".to_owned() } else { out }
}

/// At most `max` characters, cut at a word where one is near, with an ellipsis when cut.
#[must_use]
pub fn shorten(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let cut: String = text.chars().take(max.saturating_sub(1)).collect();
    let cut = match cut.rfind(' ') {
        Some(at) if at * 2 > cut.len() => &cut[..at],
        _ => &cut,
    };
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_what_french_writes() {
        assert_eq!(fold("Œuvre d’ÉTÉ à L’Haÿ-les-Roses"), "oeuvre d'ete a l'hay-les-roses");
        assert_eq!(fold("boulange\u{301}re"), "boulangere");
        assert_eq!(fold("\u{212b}"), "a", "the sign of a unit is a letter");
        assert_eq!(words("L'aide-soignant·e (H/F)"), ["l", "aide", "soignant", "e", "h", "f"]);
        assert_eq!(slug("Secrétaire de mairie (H/F)"), "secretaire-de-mairie-h-f");
        assert_eq!(slug("…"), "offre");
        assert_eq!(shorten("un deux trois quatre", 12), "un deux…");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
        }

        #[test]
        fn a_slug_is_short_and_plain(text in "\\PC{0,200}") {
            let slug = slug(&text);
            prop_assert!(!slug.is_empty() && slug.len() <= 121);
            prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        }
    }
}
