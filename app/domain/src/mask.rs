//! Texts from outside made safe to show: plain text, no contact of a person.
//!
//! [`text`] is what every import calls on every long text, [`line`] on every short one. Tags and
//! entities become plain text with its paragraphs and lists; control, bidi and zero-width
//! characters go; stacked accents are cut; e-mails, phone numbers and messenger names are masked. Calling twice
//! changes nothing. Years, SIRET, pay, postcodes and dates are not numbers to call.

use crate::text::fold;

mod contacts;
mod html;

pub use contacts::{ADDRESS_MASK, NUMBER_MASK, contacts, first_email};
pub(crate) use html::plain;

/// The longest text that is kept, in characters.
pub const MAX_TEXT: usize = 20_000;
/// The longest short text (a title, a name, a label), in characters.
pub const MAX_LINE: usize = 300;
/// What is read of a hostile text, in characters; the rest is dropped before any work.
const MAX_READ: usize = 4 * MAX_TEXT;
/// Combining marks kept in a row; more is no language.
const MAX_MARKS: usize = 3;

/// A long text: plain, with its paragraphs, contacts masked, at most [`MAX_TEXT`] characters.
/// `None` when nothing is left, or only a dash or a dot.
#[must_use]
pub fn text(raw: &str) -> Option<String> {
    let plain = paragraphs(&html::plain(head(raw, MAX_READ)));
    let masked = cut(contacts(&plain), MAX_TEXT);
    masked.chars().any(char::is_alphanumeric).then_some(masked)
}

/// A short text: one plain line, contacts left as they are, at most [`MAX_LINE`] characters.
#[must_use]
pub fn line(raw: &str) -> String {
    let plain = html::plain(head(raw, 4 * MAX_LINE));
    cut(plain.split_whitespace().collect::<Vec<_>>().join(" "), MAX_LINE)
}

/// Whether a value says that something was there and is hidden, or that nothing is there:
/// "[masqué]", "Non précisé", "N/C", ".", "/".
#[must_use]
pub fn is_nothing(value: &str) -> bool {
    let folded = fold(value);
    let folded = folded.trim();
    !folded.chars().any(char::is_alphanumeric)
        || (folded.starts_with('[') && folded.ends_with(']') && folded.contains("masque"))
        || matches!(
            folded,
            "n/a"
                | "na"
                | "n/c"
                | "nc"
                | "nr"
                | "null"
                | "none"
                | "neant"
                | "autre"
                | "autres"
                | "non precise"
                | "non precisee"
                | "non renseigne"
                | "non renseignee"
                | "entreprise non precisee"
                | "xxx"
                | "confidentiel"
        )
}

/// The first `max` characters.
fn head(raw: &str, max: usize) -> &str {
    // No character takes less than a byte.
    let end = if raw.len() > max { raw.char_indices().nth(max) } else { None };
    end.map_or(raw, |(at, _)| &raw[..at])
}

/// Lines without spaces at their ends, single spaces, at most one empty line in a row.
fn paragraphs(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    let mut blank = false;
    for line in plain.lines() {
        let mut words = line.split_whitespace().peekable();
        if words.peek().is_none() {
            blank = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank { "\n\n" } else { "\n" });
        }
        blank = false;
        let mut first = true;
        for word in words {
            if !first {
                out.push(' ');
            }
            first = false;
            out.push_str(word);
        }
    }
    out
}

/// At most `max` characters, cut at a space, never inside what could be a number.
fn cut(text: String, max: usize) -> String {
    if text.len() <= max || text.chars().count() <= max {
        return text;
    }
    let kept: String = text.chars().take(max - 1).collect();
    let at = kept.rfind(char::is_whitespace).unwrap_or(kept.len());
    let kept = kept[..at].trim_end_matches(|c: char| !c.is_alphabetic());
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn html_becomes_plain_paragraphs_and_lists() {
        let raw = "<p style=\"x\">Vous&nbsp;&ecirc;tes :</p><ul><li>rigoureux</li><li>ponctuel&#039;</li></ul>\r\n\r\n\r\n<b>Fin</b><br />A &lt; B &amp; C";
        assert_eq!(text(raw).as_deref(), Some("Vous êtes :\n\n- rigoureux\n- ponctuel'\n\nFin\nA < B & C"));
        assert_eq!(text("<script>alert(1)</script>Bonjour<!-- x -->").as_deref(), Some("Bonjour"));
        assert_eq!(text("voir <https://exemple.fr/a>").as_deref(), Some("voir https://exemple.fr/a"));
        assert_eq!(text("&amp;lt;b&amp;gt;gras").as_deref(), Some("gras"));
        assert_eq!(text(" - . "), None);
    }

    #[test]
    fn tricks_of_writing_are_undone() {
        assert_eq!(text("a\u{202e}b\u{200b}c\u{0}d").as_deref(), Some("abcd"));
        let zalgo = format!("e{}x", "\u{301}".repeat(40));
        assert_eq!(text(&zalgo).map(|t| t.chars().count()), Some(5));
        assert!(text(&"mot ".repeat(50_000)).is_some_and(|t| t.chars().count() <= MAX_TEXT));
        assert_eq!(line(" a \n b\t<b>c</b> "), "a b c");
        for nothing in ["[masqué]", ".", "/", "N/A", "Entreprise non précisée", ""] {
            assert!(is_nothing(nothing), "{nothing}");
        }
        assert!(!is_nothing("Mairie"));
    }

    proptest! {
        #[test]
        fn twice_is_once(raw in "(<[a-z/]{0,3}>?|&[a-z]{0,4};?|&#[0-9]{1,4};|&amp;|[ 0-9.@+a-z()\\n/-]|\\PC){0,60}") {
            let once = text(&raw).unwrap_or_default();
            prop_assert_eq!(text(&once).unwrap_or_default(), once);
        }

        #[test]
        fn no_tag_is_left(raw in "([<>/a-z&;!-]|&lt;|&amp;|&gt;){0,80}") {
            let out: Vec<char> = text(&raw).unwrap_or_default().chars().collect();
            for pair in out.windows(2) {
                prop_assert!(!(pair[0] == '<' && (pair[1].is_ascii_alphabetic() || matches!(pair[1], '/' | '!' | '?'))));
            }
        }

        #[test]
        fn a_line_is_one_line(raw in "\\PC{0,200}") {
            let once = line(&raw);
            prop_assert!(!once.contains('\n') && once.chars().count() <= MAX_LINE);
            prop_assert_eq!(line(&once), once);
        }

        #[test]
        fn no_email_survives(name in "[a-z]{1,8}([._-][a-z0-9]{1,5})?", host in "[a-y]{2,6}zz", at in "@|＠|&#64;| @ |\\(at\\)| \\[at\\] | arobase ", before in "[a-y :]{0,6}", after in "[ ,.]{1,2}") {
            let out = text(&format!("{before} {name}{at}{host}.fr{after}fin")).unwrap_or_default();
            prop_assert!(!out.contains(&host), "{}", out);
            prop_assert!(out.contains(ADDRESS_MASK), "{}", out);
        }

        // No word of a reference ("id", "job") or of a list ("bus") can be made of the letters before.
        #[test]
        fn no_phone_survives(n in 100_000_000u32..=999_999_999, prefix in "\\+33 ?|\\+33 ?\\(0\\) ?|0033 ?|0", sep in " |\\.|-|/| - |", before in "[b-df-hj-mp-qsv-xz:]{0,5} ?") {
            let digits = n.to_string();
            let pairs: Vec<&str> = [(0, 1), (1, 3), (3, 5), (5, 7), (7, 9)].iter().map(|&(a, b)| &digits[a..b]).collect();
            let number = format!("{prefix}{}", pairs.join(&sep));
            let out = text(&format!("{before}{number}, merci")).unwrap_or_default();
            prop_assert!(out.contains(NUMBER_MASK), "{} -> {}", number, out);
            prop_assert!(!out.chars().any(|c| c.is_ascii_digit()), "{} -> {}", number, out);
        }
    }
}
