//! What feeds add to a title and nobody reads; used by [`super`].

use super::case::is_shouted;
use super::marker;
use crate::mask;
use crate::text::fold;

/// How often markers and noise are looked for again, when taking some away uncovers more.
const ROUNDS: usize = 4;

/// One clean line without gender marker and reference.
pub(super) fn without(raw: &str) -> String {
    let mut text = mask::contacts(&mask::line(raw));
    for _ in 0..ROUNDS {
        let next = round(&text);
        if next == text {
            break;
        }
        text = next;
    }
    text
}

fn round(text: &str) -> String {
    let text = marker::without(text);
    let text = text.replace("()", " ").replace("( )", " ").replace("[]", " ");
    // "\"Apprenti\" boulanger": without its first quote the second would stand alone.
    let quoted = text.trim_start().starts_with('"') && text.matches('"').count() == 2;
    let text = if quoted { text.replace('"', " ") } else { text };
    let mut words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches('*')).collect();
    words.retain(|word| !word.is_empty());
    words.dedup_by(|a, b| a == b && *a == "-");
    tidy(&words.join(" ")).to_owned()
}

/// Takes off what is left at both ends: separators, quotes, a reference, an open bracket.
fn tidy(mut text: &str) -> &str {
    const ENDS: &[char] = &[
        ' ', '-', '–', '|', ',', ';', ':', '/', '*', '"', '“', '”', '.', '•', '=', '_', '«', '»', '·', '⋅', '∙', '‧',
        '・',
    ];
    loop {
        let before = text;
        text = text.trim_start_matches(ENDS);
        while !ends_with_pair(text)
            && let Some(rest) = text.strip_suffix(ENDS)
        {
            text = rest;
        }
        for empty in [" #", "(", "[", "{", "- H", "- F"] {
            text = text.strip_suffix(empty).unwrap_or(text);
        }
        text = without_reference(text);
        if text == before {
            return text;
        }
    }
}

/// Whether the last sign closes what another one opened: "-SIG-", "- MAO -", "«Brun»".
fn ends_with_pair(text: &str) -> bool {
    if let Some(rest) = text.strip_suffix('-') {
        let (head, word) = rest.trim_end().rsplit_once(' ').unwrap_or_default();
        let tight = word.starts_with('-') && word.ends_with(char::is_alphanumeric) && !rest.ends_with(' ');
        let initials = word.len() < 6 && word.chars().all(char::is_uppercase) && !is_shouted(text);
        return tight || (initials && head.ends_with(" -"));
    }
    text.strip_suffix('»').is_some_and(|rest| rest.contains(" «") && !rest.contains('»'))
        || text.strip_suffix('"').is_some_and(|rest| rest.contains(" \"") && rest.matches('"').count() % 2 == 1)
}

/// Takes "#ADE13347", "Ref 1234" or "(réf. : 1234)" off the end.
fn without_reference(text: &str) -> &str {
    let (head, word) = text.rsplit_once(' ').unwrap_or(("", text));
    if is_reference(word) {
        return head;
    }
    let closed = text.strip_suffix([')', ']']);
    let (mut head, code) = closed.unwrap_or(text).rsplit_once(' ').unwrap_or(("", closed.unwrap_or(text)));
    if closed.is_some() && code.starts_with(['(', '[']) && is_reference(&code[1..]) {
        return head;
    }
    let is_code = code.contains(|c: char| c.is_ascii_digit())
        && code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_' | '.' | '#'));
    if !is_code {
        return text;
    }
    head = head.trim_end_matches([' ', ':', '°', '-']);
    for sign in [" n", " N"] {
        head = head.strip_suffix(sign).unwrap_or(head);
    }
    let (rest, name) = head.rsplit_once(' ').unwrap_or(("", head));
    let bare = name.trim_start_matches(['(', '[']).trim_end_matches(['.', ':', '°']);
    if matches!(fold(bare).as_str(), "ref" | "reference") { rest } else { text }
}

/// "#ADE13347", "REF966", "réf:966", "#OUT" (cut off): what only the feed understands.
fn is_reference(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some(body) = word.strip_prefix('#') {
        let rest = body.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = &body[..body.len() - rest.len()];
        let cut = rest.is_empty() && letters.len() <= 3 && letters.bytes().all(|b| b.is_ascii_uppercase());
        return letters.len() <= 4 && (cut || digits(rest));
    }
    let folded = fold(word);
    let Some(code) = folded.strip_prefix("reference").or_else(|| folded.strip_prefix("ref")) else { return false };
    let bare = code.trim_start_matches(['.', ':', '-', '_', '#', '°']);
    digits(code)
        || (bare.len() < code.len()
            && bare.contains(|c: char| c.is_ascii_digit())
            && bare.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_')))
}
