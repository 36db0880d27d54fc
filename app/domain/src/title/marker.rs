//! Markers of genders in any writing: "H/F", "(F/H/NB)", "Homme / Femme", "(tous genres)"; used by
//! [`super::noise`].

use super::written::is_word;
use crate::text::fold;

/// What stands between the letters of a marker: "H/F", "H-F", "F.H", "H·F".
const SEPARATORS: &[char] =
    &['/', '⁄', '\\', '-', '–', '‑', '|', '.', '·', '•', '⋅', '∙', '‧', '・', '･', '_', ',', '&', '+'];
/// What is a marker inside brackets only. Folded, in words separated by a space.
const BRACKETED: &[&str] = &[
    "hf",
    "fh",
    "h f",
    "f h",
    "tous genres",
    "tout genre",
    "tous les genres",
    "tous genres confondus",
    "all genders",
    "toutes et tous",
];
/// What a field that was cut off may have begun to write, folded, without spaces.
const WHOLE: &[&str] = &["h/f/nb", "f/h/nb", "h/f/x", "f/h/x", "h/f/n", "f/h/n", "homme/femme", "femme/homme"];

/// The text without its markers. One pass: what a removal uncovers is left to the next one.
pub(super) fn without(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out: Vec<char> = Vec::with_capacity(chars.len());
    let mut open = 0_usize;
    let mut at = 0;
    while at < chars.len() {
        if let Some(end) = marker(&chars, at) {
            at = close(&mut out, &mut open, &chars, end);
            continue;
        }
        match chars[at] {
            '(' | '[' | '{' => open += 1,
            ')' | ']' | '}' => open = open.saturating_sub(1),
            _ => {}
        }
        out.push(chars[at]);
        at += 1;
    }
    out.into_iter().collect()
}

/// Takes the brackets and the separators away that stood around a marker which ended at `end`.
/// Gives the place to read on from.
fn close(out: &mut Vec<char>, open: &mut usize, chars: &[char], end: usize) -> usize {
    let mut at = end;
    loop {
        trim_end(out);
        let next = skip_spaces(chars, at);
        let left = out.last().copied().unwrap_or(' ');
        let right = chars.get(next).copied();
        let in_bracket = in_open(out);
        match right {
            Some(')' | ']' | '}') if in_bracket => at = next + 1,
            // "(H/F/" or "(H/F" cut off at the end of the field.
            None if in_bracket => at = next,
            Some('/') if in_bracket && next + 1 == chars.len() => at = next + 1,
            // "Cariste H/F)": closed, never opened.
            Some(')' | ']' | '}') if *open == 0 => {
                at = next + 1;
                continue;
            }
            Some(')' | ']' | '}') if is_loose(left) => {
                out.pop();
                continue;
            }
            Some(sign) if is_loose(sign) && in_bracket => {
                at = next + 1;
                continue;
            }
            // "Cariste - H/F - Lyon": one of the two dashes is enough.
            Some(sign) if is_loose(sign) && is_loose(left) => {
                out.pop();
                continue;
            }
            _ => break,
        }
        out.pop();
        *open = open.saturating_sub(1);
    }
    if !matches!(chars.get(at), Some(',' | ';' | '.' | ')' | ']' | '}')) && !in_open(out) {
        out.push(' ');
    }
    if in_open(out) { skip_spaces(chars, at) } else { at }
}

fn in_open(out: &[char]) -> bool {
    matches!(out.last(), Some('(' | '[' | '{'))
}

fn is_loose(c: char) -> bool {
    matches!(c, '-' | '–' | '/' | '|' | ',' | ';' | ':')
}

fn trim_end(out: &mut Vec<char>) {
    while out.last() == Some(&' ') {
        out.pop();
    }
}

fn skip_spaces(chars: &[char], mut at: usize) -> usize {
    while chars.get(at) == Some(&' ') {
        at += 1;
    }
    at
}

/// The end of the marker that begins at `at`.
fn marker(chars: &[char], at: usize) -> Option<usize> {
    let first = chars[at];
    if !first.is_alphabetic() {
        return None;
    }
    let before = at.checked_sub(1).map(|i| chars[i]);
    if before.is_some_and(|c| matches!(c, '\'' | '’')) {
        return None;
    }
    if let Some(c) = before.filter(|c| is_word(*c)) {
        // "ServiceH/F": a capital after a small letter begins something new.
        let glued = c.is_lowercase() && matches!(chars[at..], ['H', '/', 'F', ..] | ['F', '/', 'H', ..]);
        return glued.then(|| listed(chars, at)).flatten();
    }
    bracketed(chars, at).or_else(|| listed(chars, at)).or_else(|| last_word(chars, at))
}

/// "(HF)", "(tous genres)", "(Homme/Fe": the whole of a bracket that opens just before.
fn bracketed(chars: &[char], at: usize) -> Option<usize> {
    if !opens(chars, at) {
        return None;
    }
    let length = chars[at..].iter().take(30).take_while(|c| !matches!(c, ')' | ']' | '}' | '(' | '[' | '{')).count();
    let inside = fold(&chars[at..at + length].iter().collect::<String>());
    let words: Vec<&str> = inside.split_whitespace().collect();
    match chars.get(at + length) {
        Some(')' | ']' | '}') => BRACKETED.contains(&words.join(" ").as_str()).then_some(at + length),
        None | Some('(') => {
            let begun = words.concat();
            WHOLE.iter().any(|whole| whole.starts_with(&begun)).then_some(at + length)
        }
        _ => None,
    }
}

/// "HF", "H F" alone at the very end.
fn last_word(chars: &[char], at: usize) -> Option<usize> {
    if at > 0 && !matches!(chars[at - 1], ' ' | ')' | ']' | '}') {
        return None;
    }
    let rest: String = chars[at..].iter().take(8).collect();
    let rest = fold(rest.trim_end_matches([' ', '.', '-', ',', '/']));
    (chars.len() - at <= 8 && matches!(rest.as_str(), "hf" | "fh" | "h f" | "f h")).then_some(chars.len())
}

/// Letters or words with a sign between: "H/F/X", "F-H", "Homme ou Femme".
fn listed(chars: &[char], at: usize) -> Option<usize> {
    let (first, mut end) = gender(chars, at)?;
    let mut seen = vec![first];
    let mut sign = None;
    while let Some((next_sign, from)) = separator(chars, end) {
        let Some((next, to)) = gender(chars, from).filter(|_| seen.len() < 5) else { break };
        if sign.is_some_and(|s| s != next_sign) {
            break;
        }
        sign = Some(next_sign);
        seen.push(next);
        end = to;
    }
    // "(H/F/*)", "(h/f/+)"
    if sign == Some('/') && matches!(chars[end..], ['/', '*' | '+', ..]) {
        end += 2;
    }
    let has = |letter: char| seen.contains(&letter);
    let words = end - at > 9;
    let closed = opens(chars, at) && matches!(chars.get(skip_spaces(chars, end)), None | Some(')' | ']' | '}'));
    let pair = has('F') && (has('H') || has('M'));
    let german = has('W') && has('M') && (closed || seen.len() > 2);
    // Between other signs than a slash only the plain pair is certain.
    let sure = match sign? {
        '/' => true,
        'e' | ',' | '.' if !closed => seen.len() == 2 && sign == Some('.') && has('H') && !words,
        _ => closed || (seen.len() == 2 && has('H')),
    };
    // "Homme / Femme de ménage" is a job.
    let job = words && !closed && is_job(&chars[end..]);
    ((pair || german) && sure && !job).then_some(end)
}

fn is_job(rest: &[char]) -> bool {
    let rest = fold(&rest.iter().take(8).collect::<String>());
    [" de ", " d'", " tout", " du "].iter().any(|start| rest.starts_with(start))
}

/// One gender and its end: a letter, "NB", "Homme", "non binaire".
fn gender(chars: &[char], at: usize) -> Option<(char, usize)> {
    let end = |from: usize| from + chars[from..].iter().take(12).take_while(|c| c.is_alphanumeric()).count();
    let to = end(at);
    let word = fold(&chars[at..to].iter().collect::<String>());
    let letter = match word.as_str() {
        "h" | "homme" | "hommes" => 'H',
        "f" | "femme" | "femmes" => 'F',
        "m" => 'M',
        "w" => 'W',
        "x" | "d" | "n" | "nb" | "i" | "autre" | "autres" | "nonbinaire" => 'X',
        "non" if matches!(chars.get(to), Some(' ' | '-')) => {
            let last = end(to + 1);
            let binary = fold(&chars[to + 1..last].iter().collect::<String>()) == "binaire";
            return binary.then_some(('X', last));
        }
        _ => return None,
    };
    Some((letter, to))
}

/// A sign between two genders, all slashes alike, and where the next gender begins. "ou" is 'o',
/// what joins is 'e'.
fn separator(chars: &[char], at: usize) -> Option<(char, usize)> {
    let from = skip_spaces(chars, at);
    let spaced = from > at;
    let sign = *chars.get(from)?;
    if SEPARATORS.contains(&sign) {
        let kind = match sign {
            '⁄' | '\\' => '/',
            '&' | '+' => 'e',
            '–' | '‑' => '-',
            _ => sign,
        };
        return Some((kind, skip_spaces(chars, from + 1)));
    }
    let kind = match chars[from..] {
        ['o' | 'O', 'u' | 'U', ' ', ..] => 'o',
        ['e' | 'E', 't' | 'T', ' ', ..] => 'e',
        _ => return None,
    };
    spaced.then(|| (kind, skip_spaces(chars, from + 3)))
}

/// Whether a bracket opens just before.
fn opens(chars: &[char], at: usize) -> bool {
    chars[..at].iter().rev().find(|c| **c != ' ').is_some_and(|c| matches!(c, '(' | '[' | '{'))
}
