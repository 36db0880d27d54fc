//! The names of the days of the week.

use super::token::Token;

/// Monday to Sunday, in full.
const LONG_NAMES: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
/// Monday to Sunday as OpenStreetMap writes them, without those that French writes the same.
const ENGLISH: [(&str, u8); 5] = [("mo", 0), ("tu", 1), ("th", 3), ("fr", 4), ("su", 6)];

/// The languages that the days of a text are written in.
#[derive(Clone, Copy)]
pub(super) struct Languages {
    english: bool,
    french: bool,
}

impl Languages {
    /// Those of these words; `sa` is of both.
    pub(super) fn of(words: &[&str]) -> Self {
        let is_french = |text: &&str| {
            let name = text.len() > 1 && *text != "sa" && LONG_NAMES.iter().any(|name| name.starts_with(*text));
            name || matches!(*text, "semaine" | "tlj")
        };
        Self { english: words.iter().any(|text| english(text).is_some()), french: words.iter().any(is_french) }
    }
}

/// The day of an English name that French has no use for.
fn english(text: &str) -> Option<u8> {
    ENGLISH.iter().find(|(name, _)| *name == text).map(|(_, day)| *day)
}

/// A name of a day that is cut, as before a dot.
pub(super) fn is_short(text: &str) -> bool {
    !LONG_NAMES.contains(&text.strip_suffix('s').unwrap_or(text))
}

/// A day of the week: its name, the start of it, its English name, one wrong letter in it, or its
/// first letter when no other day has it. `we` is Wednesday among other English names, and the
/// week-end among French ones.
pub(super) fn day(text: &str, languages: Languages) -> Option<Token> {
    let named = |matches: &dyn Fn(&str) -> bool| LONG_NAMES.iter().position(|name| matches(name));
    let number = |at: usize| u8::try_from(at).ok();
    if text.len() == 1 {
        return if text == "m" { None } else { number(named(&|name| name.starts_with(text))?).map(Token::Letter) };
    }
    if text == "we" {
        return match languages {
            Languages { english: true, french: false } => Some(Token::Day(2)),
            Languages { english: false, french: true } => Some(Token::Days(5, 6)),
            _ => None,
        };
    }
    if let (true, Some(day)) = (languages.english, english(text)) {
        return Some(Token::Day(day));
    }
    let one = text.strip_suffix('s').unwrap_or(text);
    let at = named(&|name| name.starts_with(text) || name == one).or_else(|| named(&|name| nearly(text, name)))?;
    number(at).map(Token::Day)
}

/// Whether a word of five letters or more is one wrong, missing, added or swapped letter away from
/// the name of a day, after the same first letter.
fn nearly(text: &str, name: &str) -> bool {
    let (text, name) = (text.as_bytes(), name.as_bytes());
    if text.len() < 5 || text.first() != name.first() || text.len().abs_diff(name.len()) > 1 {
        return false;
    }
    let start = text.iter().zip(name).take_while(|(a, b)| a == b).count();
    let (text, name) = (&text[start..], &name[start..]);
    match (text, name) {
        ([_, text @ ..], name) if text == name => true,
        (text, [_, name @ ..]) if text == name => true,
        ([_, text @ ..], [_, name @ ..]) if text == name => true,
        ([a, b, text @ ..], [c, d, name @ ..]) => a == d && b == c && text == name,
        _ => false,
    }
}
