//! The text, folded, and cut into words, numbers, times, dates and signs.

use crate::text::{fold, shorten};
use crate::time::Day;

/// Where something stands in the folded text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Place {
    /// From the start of this one to the end of the other, which may be missing.
    pub(super) const fn until(self, end: Self) -> Self {
        Self { from: self.from, to: if end.to > self.to { end.to } else { self.to } }
    }
}

/// What a piece of the text looks like; what it means comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters, with the apostrophe that ends them: `l'`.
    Word,
    /// Digits alone.
    Number,
    /// `9h`, `9 h 30`, `09:00`, `9.00`, `9 heures`: minutes, unless no day has such a time.
    Clock(Option<u16>),
    /// `24/12/2026`, `2026-12-24`, unless no calendar has such a day.
    Date(Option<Day>),
    /// Any other character, and the line break.
    Sign,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) shape: Shape,
    pub(super) place: Place,
}

/// The text as it came, and folded.
pub(super) struct Source<'a> {
    text: &'a str,
    folded: String,
    /// For each byte of the folded text, and for its end: where its character starts in the text.
    origin: Vec<usize>,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut origin = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            folded.push_str(&fold(c.encode_utf8(&mut [0; 4])));
            origin.resize(folded.len(), at);
        }
        origin.push(text.len());
        Self { text, folded, origin }
    }

    /// The folded text at a place.
    pub(super) fn folded(&self, place: Place) -> &str {
        self.folded.get(place.from..place.to).unwrap_or_default()
    }

    /// What the person wrote there.
    pub(super) fn quote(&self, place: Place) -> String {
        let origin = |at: usize| self.origin.get(at).copied().unwrap_or_default();
        shorten(self.text.get(origin(place.from)..origin(place.to)).unwrap_or_default().trim(), 40)
    }

    /// The whole word around a place, as the person wrote it.
    pub(super) fn quote_around(&self, place: Place) -> String {
        let ends = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|' | '(' | ')');
        let before = self.folded.get(..place.from).unwrap_or_default();
        let after = self.folded.get(place.to..).unwrap_or_default();
        let from = before.char_indices().rev().find(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let to = place.to + after.find(ends).unwrap_or(after.len());
        self.quote(Place { from, to })
    }

    /// The whole text, as the person wrote it.
    pub(super) fn quote_all(&self) -> String {
        shorten(self.text.trim(), 40)
    }

    /// The pieces, in order; spaces and small pictures of clocks are none.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let mut out = Vec::new();
        let mut from = 0;
        while let Some(rest) = self.folded.get(from..)
            && let Some(c) = rest.chars().next()
        {
            let (shape, len) = match c {
                '0'..='9' => number(rest),
                c if c.is_alphabetic() => (Shape::Word, word(rest)),
                c => (Shape::Sign, c.len_utf8()),
            };
            if c == '\n' || !(c.is_whitespace() || is_picture(c)) {
                out.push(Piece { shape, place: Place { from, to: from + len } });
            }
            from += len;
        }
        out
    }
}

/// Clocks, watches, hourglasses, calendars, and the mark that colours them.
const fn is_picture(c: char) -> bool {
    matches!(c, '\u{1f550}'..='\u{1f567}' | '\u{1f570}' | '\u{23f0}'..='\u{23f3}' | '\u{231a}' | '\u{231b}')
        || matches!(c, '\u{1f4c5}' | '\u{1f4c6}' | '\u{1f5d3}' | '\u{fe0f}')
}

/// Length of the letters at the start, and of the apostrophe after them.
fn word(rest: &str) -> usize {
    let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    len + usize::from(rest[len..].starts_with('\''))
}

/// Digits at the start, and what comes after them.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// Spaces of one line are left out.
fn skip_spaces(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() && c != '\n')
}

/// A date, a time or a number at the start, and its length.
fn number(rest: &str) -> (Shape, usize) {
    if let Some((date, len)) = date(rest) {
        return (Shape::Date(date), len);
    }
    let (hour, after) = digits(rest);
    match time(hour, after) {
        Some((minute, after)) => (Shape::Clock(minutes(hour, minute)), rest.len() - after.len()),
        None => (Shape::Number, hour.len()),
    }
}

fn date(rest: &str) -> Option<(Option<Day>, usize)> {
    let (first, after) = digits(rest);
    let sign = after.chars().next().filter(|sign| matches!(sign, '/' | '-'))?;
    let (second, after) = digits(after.strip_prefix(sign)?);
    let (third, after) = digits(after.strip_prefix(sign)?);
    let lens = (first.len(), second.len(), third.len());
    if !matches!((sign, lens), ('/', (1..=2, 1..=2, 4)) | ('-', (4, 2, 2))) {
        return None;
    }
    let len = rest.len() - after.len();
    Some((Day::parse(&rest[..len]), len))
}

/// The minutes of a time and what comes after it; `None` when only a number was there.
fn time<'a>(hour: &str, after: &'a str) -> Option<(&'a str, &'a str)> {
    if hour.len() > 2 {
        return None;
    }
    if let Some((minute, after)) = after.strip_prefix([':', '.']).map(digits)
        && minute.len() == 2
    {
        return Some((minute, unit(after).map_or(after, |(_, after)| after)));
    }
    let (apart, after) = unit(after)?;
    let (minute, rest) = digits(after);
    if !minute.is_empty() {
        return Some((minute, skip_minutes(rest)));
    }
    Some(minute_apart(apart, after).map_or(("", after), |(minute, after)| (minute, skip_minutes(after))))
}

/// `min` at the start is left out.
fn skip_minutes(text: &str) -> &str {
    let word = skip_spaces(text);
    let after = ["minutes", "min", "mn"].into_iter().find_map(|unit| word.strip_prefix(unit));
    after.filter(|after| !after.starts_with(char::is_alphabetic)).unwrap_or(text)
}

/// `h` or `heures` at the start, whether it stands apart from the number, and what comes after it.
fn unit(text: &str) -> Option<(bool, &str)> {
    let word = skip_spaces(text);
    let unit = ["heures", "heure", "h"].into_iter().find(|unit| word.starts_with(unit))?;
    let after = &word[unit.len()..];
    let apart = word.len() < text.len() || unit != "h";
    (!after.starts_with(char::is_alphabetic)).then_some((apart, after))
}

/// Minutes after a space: `8 h 30`. They are not the hour of another time: after `8h`, with no space
/// inside, only numbers that hours never begin with are taken.
fn minute_apart(apart: bool, text: &str) -> Option<(&str, &str)> {
    let number = skip_spaces(text);
    let (minute, after) = digits(number);
    let plain = minute.len() == 2 && number.len() < text.len() && (apart || matches!(minute, "00" | "30" | "45"));
    let clock = after.strip_prefix([':', '.']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let letters = skip_minutes(after).starts_with(char::is_alphabetic);
    let other = clock || date(number).is_some() || unit(after).is_some() || letters;
    (plain && !other).then_some((minute, after))
}

/// Minutes since midnight, when the day has such a time.
fn minutes(hour: &str, minute: &str) -> Option<u16> {
    let minute = match minute.len() {
        0 => 0,
        2 => minute.parse().ok()?,
        _ => return None,
    };
    let minutes = hour.parse::<u16>().ok()? * 60 + minute;
    (minute < 60 && minutes <= super::super::DAY_MIN).then_some(minutes)
}
