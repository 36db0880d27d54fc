//! Words written with both endings: "Vendeur(euse)", "Employé·e", "Technicien.ne.s",
//! "Développeu·r·se"; used by [`super::written`].

use super::feminine;
use super::written::{Forms, Item, is_word};
use crate::text::fold;

/// Points between a word and its ending that mean nothing else.
const DOTS: &[char] = &['·', '•', '⋅', '∙', '‧', '・', '･', '●'];
/// Endings that are written so, even after a word that has no such feminine. Folded.
const ENDINGS: &[&str] =
    &["e", "es", "ee", "ne", "se", "sse", "rice", "trice", "teuse", "euse", "ve", "ere", "iere", "le", "fe", "ienne"];
/// What completes a masculine that was cut before its ending: "Développeu·r·se". Folded.
const COMPLETIONS: &[&str] = &["r", "eur", "teur", "er", "ier", "en", "ien", "f", "if", "x", "eux", "e"];
/// The longest ending, in letters.
const LONGEST: usize = 8;

/// The sign between a word and its ending.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Bracket,
    Dot,
    Point,
    Slash,
    Dash,
    Comma,
}

/// An ending after a word, as it stands in the text.
struct Ending {
    sign: Sign,
    from: usize,
    to: usize,
    /// Where reading goes on.
    next: usize,
}

/// What was read after a word.
pub(super) enum Read {
    /// Both forms, and where reading goes on.
    Both(Forms, usize),
    /// An ending that does not fit the word.
    Unfit,
    /// No ending.
    Nothing,
}

/// Reads the ending of the word from `from` to `to`. `plain`: the source had capitals only.
pub(super) fn read(chars: &[char], from: usize, to: usize, plain: bool) -> Read {
    if to - from < 2 || !chars[from..to].iter().all(|c| c.is_alphabetic()) {
        return Read::Nothing;
    }
    let word: String = chars[from..to].iter().collect();
    if let Some((forms, next)) = completed(chars, &word, to) {
        return Read::Both(forms, next);
    }
    let Some(found) = ending(chars, to) else { return Read::Nothing };
    let written: String = chars[found.from..found.to].iter().collect();
    if !is_meant(chars, &found, &written, &word, plain) {
        return Read::Nothing;
    }
    let Some((masculine, feminine)) = feminine::both(&word, &written, plain) else {
        let sure = matches!(found.sign, Sign::Bracket | Sign::Dot | Sign::Point) && found.from - to < 2;
        let known = ENDINGS.contains(&fold(&written).as_str());
        return if sure && known { Read::Unfit } else { Read::Nothing };
    };
    let glued = chars.get(found.next).is_some_and(|c| is_word(*c));
    match plural(chars, found.next) {
        Some(next) => {
            let (masculine, feminine) = (feminine::plural(&masculine), feminine::plural(&feminine));
            Read::Both(Forms::new(masculine, feminine), next)
        }
        // A bracket ends a word.
        None if glued && found.sign != Sign::Bracket => Read::Nothing,
        None => Read::Both(Forms::new(masculine, feminine), found.next),
    }
}

/// "Développeu·r·se", "Infirmi(er/ère)", "Hôt(e)sse": a stem and both endings.
fn completed(chars: &[char], word: &str, to: usize) -> Option<(Forms, usize)> {
    let first = ending(chars, to).filter(|e| e.from - to < 3 && e.to - e.from < 5)?;
    let letters = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
    let completion = letters(first.from, first.to);
    if !COMPLETIONS.contains(&fold(&completion).as_str()) {
        return None;
    }
    let masculine = format!("{word}{completion}");
    let (second, mut next) = if first.sign == Sign::Bracket && first.next > first.to {
        let end = first.next + chars[first.next..].iter().take_while(|c| is_word(**c)).count();
        (letters(first.next, end), end)
    } else if first.sign == Sign::Bracket {
        let second = ending(chars, first.to).filter(|e| chars.get(e.to) == Some(&')'))?;
        (letters(second.from, second.to), second.to + 1)
    } else {
        let second = ending(chars, first.next).filter(|e| e.sign == first.sign)?;
        (letters(second.from, second.to), second.next)
    };
    let (mut masculine, mut feminine) = feminine::both(&masculine, &second, false)?;
    if let Some(end) = plural(chars, next) {
        next = end;
        (masculine, feminine) = (feminine::plural(&masculine), feminine::plural(&feminine));
    }
    let glued = chars.get(next).is_some_and(|c| is_word(*c));
    (!glued).then(|| (Forms::new(masculine, feminine), next))
}

/// A sign and letters after the word that ends at `at`.
fn ending(chars: &[char], at: usize) -> Option<Ending> {
    let skip = |from: usize| from + usize::from(chars.get(from) == Some(&' '));
    let mut open = skip(at);
    let spaced = open > at;
    // "Assistant/(e)"
    if matches!(chars.get(open..open + 2), Some(['/' | '-' | '.' | '·', '('])) {
        open += 1;
    }
    let sign = match *chars.get(open)? {
        '(' | '[' => Sign::Bracket,
        c if DOTS.contains(&c) => Sign::Dot,
        '.' | '_' => Sign::Point,
        '/' | '|' | '\\' | '⁄' => Sign::Slash,
        '-' | '–' | '‑' => Sign::Dash,
        ',' => Sign::Comma,
        _ => return None,
    };
    let mut from = skip(open + 1);
    let spaced_after = from > open + 1;
    // "Animateur (-trice)", "Aide-ménager/-ère"
    if matches!(sign, Sign::Bracket | Sign::Slash | Sign::Comma)
        && matches!(chars.get(from), Some('-' | '/' | '.' | '·'))
    {
        from += 1;
    }
    let to = from + chars[from.min(chars.len())..].iter().take(LONGEST + 1).take_while(|c| c.is_alphabetic()).count();
    let length = to - from;
    let fits = match sign {
        Sign::Point => !spaced && !spaced_after,
        Sign::Dash if spaced_after => length > 2,
        Sign::Dash if spaced => length > 1,
        Sign::Comma => length > 2 || (length == 1 && !spaced),
        _ => true,
    };
    if !(1..=LONGEST).contains(&length) || !fits {
        return None;
    }
    if sign != Sign::Bracket {
        return Some(Ending { sign, from, to, next: to });
    }
    match chars.get(skip(to)) {
        Some(')' | ']') => Some(Ending { sign, from, to, next: skip(to) + 1 }),
        // "Technicien(ne" cut off at the end of the field, "Infirmi(er/ère)".
        None | Some('/' | '|' | '·') if !spaced => Some(Ending { sign, from, to, next: to }),
        _ => None,
    }
}

/// Whether an ending is one, and no word of its own: "digital / e-commerce", "Noisy-le-Sec".
fn is_meant(chars: &[char], found: &Ending, written: &str, word: &str, plain: bool) -> bool {
    if found.sign == Sign::Bracket {
        return matches!(chars.get(found.next - 1), Some(')' | ']')) || found.next == chars.len();
    }
    let after = |at: usize| chars.get(at).copied().unwrap_or(' ');
    let next = after(found.to);
    if matches!(next, '\'' | '’') {
        return false;
    }
    let compound =
        matches!(next, '-' | '–' | '‑') && after(found.to + 1).is_alphabetic() && after(found.to + 2).is_alphabetic();
    let loose = !matches!(found.sign, Sign::Dot | Sign::Point);
    let spaced = chars[found.from - 1] == ' ';
    if compound && loose && (spaced || matches!(fold(written).as_str(), "e" | "es" | "le")) {
        return false;
    }
    let small = !written.contains(char::is_uppercase);
    small || plain || word.chars().all(char::is_uppercase)
}

/// The end of a mark of the plural: "Technicien·ne·s", "Employé(e)s", "Employé(e)(s)".
fn plural(chars: &[char], at: usize) -> Option<usize> {
    let get = |i: usize| chars.get(i).copied().unwrap_or(' ');
    let opened = get(at) == '(';
    let from = at + usize::from(opened || matches!(get(at), '.' | '-' | '/') || DOTS.contains(&get(at)));
    if !matches!(get(from), 's' | 'S' | 'x' | 'X') || (opened && get(from + 1) != ')') {
        return None;
    }
    let end = from + 1 + usize::from(opened);
    (!is_word(get(end)) && !matches!(get(end), '\'' | '’')).then_some(end)
}

/// Cuts a title into words, what stands between, and words with both endings. Also whether an
/// ending was left as it was written.
pub(super) fn items(text: &str, plain: bool) -> (Vec<Item>, bool) {
    let chars: Vec<char> = text.chars().collect();
    let mut items = Vec::new();
    let mut unfit = false;
    let mut at = 0;
    while at < chars.len() {
        let word = is_word(chars[at]);
        let closing = matches!(chars[at], ')' | ']');
        let end = at + if closing { 1 } else { chars[at..].iter().take_while(|c| is_word(**c) == word).count() };
        let read = if word { read(&chars, at, end, plain) } else { Read::Nothing };
        unfit |= matches!(read, Read::Unfit);
        let next = match read {
            Read::Both(forms, next) => {
                items.push(Item::Both(forms));
                if chars.get(next).is_some_and(|c| is_word(*c)) {
                    items.push(Item::Gap(" ".to_owned()));
                }
                next
            }
            Read::Unfit | Read::Nothing => {
                let text = chars[at..end].iter().collect();
                items.push(if word { Item::Word(text) } else { Item::Gap(text) });
                end
            }
        };
        at = next;
    }
    (items, unfit)
}
