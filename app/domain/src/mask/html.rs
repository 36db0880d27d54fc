//! HTML and odd characters to plain text.

use super::MAX_MARKS;
use crate::text::fold;

/// Passes over a text that was encoded several times; what is still encoded then is no text.
const PASSES: usize = 4;
/// The longest tag that is read as one, in characters.
const MAX_TAG: usize = 2_000;

/// Tags and entities undone, odd characters out; line ends are `\n`.
pub(crate) fn plain(raw: &str) -> String {
    let mut text = characters(raw);
    if !text.contains(['<', '&']) {
        return text;
    }
    for _ in 0..PASSES {
        let next = characters(&tags(&characters(&entities(&text))));
        if next == text {
            return next;
        }
        text = next;
    }
    characters(&text.replace(['<', '&'], ""))
}

/// Characters that show nothing or lie about what is shown.
fn characters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    let mut rest = text;
    loop {
        // Most of a text is plain, and is taken as it stands.
        let plain = rest.bytes().take_while(|byte| matches!(byte, b' '..=b'~' | b'\n')).count();
        if plain > 0 {
            out.push_str(&rest[..plain]);
            rest = &rest[plain..];
            marks = 0;
        }
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        let c = match c {
            '\r' if rest.starts_with('\n') => continue,
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
            '\n' => '\n',
            '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
            // Bullets of a word processor's own font.
            '\u{f0b7}' | '\u{f0a7}' | '\u{f076}' => '•',
            '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}' => {
                continue;
            }
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{3164}' => {
                continue;
            }
            '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e000}'..='\u{f8ff}' => continue,
            '\u{e0000}'..='\u{10ffff}' => continue,
            // Full-width forms hide an @ or a < from who looks for one.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{fe6b}' => '@',
            '\u{fe64}' => '<',
            '\u{fe60}' => '&',
            other => other,
        };
        if is_mark(c) {
            marks += 1;
            if marks > MAX_MARKS {
                continue;
            }
        } else {
            marks = 0;
        }
        out.push(c);
    }
    out
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Undoes one level of entities.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|b| b == b';');
        match end.and_then(|end| entity(&rest[1..end]).map(|text| (end, text))) {
            Some((end, text)) => {
                out.push(text);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that stands between "&" and ";".
pub(super) fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some(char::from_u32(code).unwrap_or(' '));
    }
    let named = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "laquo" => '«',
        "raquo" => '»',
        "rsquo" | "lsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "deg" => '°',
        "euro" => '€',
        "oelig" => 'œ',
        "OElig" => 'Œ',
        "aelig" => 'æ',
        "szlig" => 'ß',
        "shy" | "zwj" | "zwnj" => '\u{ad}',
        "times" => '×',
        "plusmn" => '±',
        "sup2" => '²',
        "frac12" => '½',
        "reg" => '®',
        "trade" => '™',
        "copy" => '©',
        "rarr" => '→',
        "commat" => '@',
        "num" => '#',
        "lpar" => '(',
        "rpar" => ')',
        "plus" => '+',
        "sol" => '/',
        "colon" => ':',
        "comma" => ',',
        "period" => '.',
        "lowbar" => '_',
        "lsqb" => '[',
        "rsqb" => ']',
        "hyphen" | "dash" => '-',
        _ => return accented(name),
    };
    Some(named)
}

/// `eacute` → é: a letter and the name of its accent.
fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let (list, plain) = match &name[1..] {
        "acute" => ("áéíóúýÁÉÍÓÚÝ", "aeiouyAEIOUY"),
        "grave" => ("àèìòùÀÈÌÒÙ", "aeiouAEIOU"),
        "circ" => ("âêîôûÂÊÎÔÛ", "aeiouAEIOU"),
        "uml" => ("äëïöüÿÄËÏÖÜŸ", "aeiouyAEIOUY"),
        "tilde" => ("ãñõÃÑÕ", "anoANO"),
        "cedil" => ("çÇ", "cC"),
        "ring" => ("åÅ", "aA"),
        _ => return None,
    };
    list.chars().nth(plain.find(letter)?)
}

/// Takes tags out; those that end a line or a paragraph leave it ended.
fn tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // How much text is left at the last end of a comment: looked for once, not for each beginning.
    let last_comment = text.rfind("-->").map_or(usize::MAX, |at| text.len() - at);
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            out.push('<');
            continue;
        }
        let Some(end) = tag_end(rest, last_comment) else { continue };
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if tag.starts_with("http") || tag.starts_with("www.") {
            out.push_str(tag);
            continue;
        }
        let name: String = fold(tag).chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        match name.trim_end_matches('/') {
            "br" | "div" | "/div" | "tr" | "/tr" | "hr" => out.push('\n'),
            "li" => out.push_str("\n- "),
            "p" | "/p" | "ul" | "/ul" | "ol" | "/ol" | "table" | "/table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "/h1" | "/h2" | "/h3" | "/h4" | "/h5" | "/h6" => out.push_str("\n\n"),
            "td" | "/td" | "th" | "/th" => out.push(' '),
            dropped @ ("script" | "style") => {
                let close = format!("</{dropped}");
                let lower = rest.to_ascii_lowercase();
                rest = lower.find(&close).map_or("", |at| &rest[at..]);
            }
            _ => {}
        }
    }
    out.push_str(rest);
    out
}

/// Where the tag that begins here ends; comments end with `-->`.
fn tag_end(rest: &str, last_comment: usize) -> Option<usize> {
    if rest.starts_with("!--") {
        return if rest.len() < last_comment { None } else { rest.find("-->").map(|at| at + 2) };
    }
    rest.char_indices().take(MAX_TAG).find(|(_, c)| *c == '>').map(|(at, _)| at)
}
