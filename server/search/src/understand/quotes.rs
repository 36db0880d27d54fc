//! Words in quotes: they are searched as they are written, and no offer goes without them.

use crate::analyse::Word;

/// Whether a place of a text stands in quotes.
pub(super) fn is_quoted(text: &str, at: usize) -> bool {
    let mut open = None;
    for (place, c) in text.char_indices() {
        match (c, open) {
            ('"' | '«' | '“', None) => open = Some(place),
            ('"' | '»' | '”', Some(from)) => {
                if (from..place).contains(&at) {
                    return true;
                }
                open = None;
            }
            _ => {}
        }
    }
    false
}

/// The text with some of its words in quotes.
pub(crate) fn quoted<'w>(text: &str, words: impl IntoIterator<Item = &'w Word>) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let mut at = 0;
    for word in words {
        out.push_str(text.get(at..word.from).unwrap_or_default());
        out.push('"');
        out.push_str(text.get(word.from..word.to).unwrap_or_default());
        out.push('"');
        at = word.to;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_what_is_between_them() {
        let text = "vendeuse \"vêtements\" « hiver » \"ouvert";
        let at = |word: &str| text.find(word).unwrap();
        assert!(is_quoted(text, at("vêtements")) && is_quoted(text, at("hiver")));
        assert!(!is_quoted(text, at("vendeuse")) && !is_quoted(text, at("ouvert")));
    }

    #[test]
    fn words_are_put_into_quotes() {
        let text = "hôtesse d'acceuil lille";
        let words = crate::analyse::words(text);
        assert_eq!(quoted(text, [&words[1]]), "hôtesse d'\"acceuil\" lille");
    }
}
