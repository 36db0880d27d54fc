//! Opening hours as people write them: `lun-ven 9h-12h 14h-17h; sam 9h-12h; 24/12/2026 fermé`.
//!
//! What is understood is wide, what is written back is one form; reading that gives the same hours.
//! Messages are in French: the person who fills the spreadsheet reads them.

use super::{DAY_MIN, Opening, Span, Spans};
use crate::text::{fold, shorten};
use crate::time::Day;
use core::fmt;
use core::str::FromStr;
use std::collections::BTreeSet;

/// Days that one range of dates may hold.
const MAX_DAYS: i32 = 366;
/// No cell that says opening hours is longer, in characters.
const MAX_TEXT: usize = 4_000;
const NAMES: [&str; 7] = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
const LONG_NAMES: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
/// Words that say nothing.
const FILLERS: &[&str] = &["et", "de", "du", "des", "le", "les", "jour", "jours", "ouvert", "puis"];

/// Why opening hours were not understood, and how to mend them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrittenError {
    /// A word that is neither day nor hour.
    #[error("« {0} » n'est pas compris : écrivez des jours puis des heures, comme « lun-ven 9h-12h 14h-17h »")]
    Unknown(String),
    /// Hours without a day before them.
    #[error("« {0} » n'a pas de jour : écrivez-le avant, comme « lun 9h-12h »")]
    NoDay(String),
    /// Days without hours after them.
    #[error("« {0} » n'a pas d'heures : ajoutez-les, ou écrivez « fermé »")]
    NoHours(String),
    /// Hours that end before they begin.
    #[error("« {0} » finit avant de commencer, ou dépasse 24h")]
    Backwards(String),
    /// Hours of a day that overlap.
    #[error("les heures de « {0} » se chevauchent")]
    Overlap(String),
    /// A day that is said twice.
    #[error("« {0} » est écrit deux fois : gardez une seule ligne pour ce jour")]
    Twice(String),
    /// A range of dates that is backwards or too long.
    #[error("« {0} » : la fin vient avant le début, ou plus d'un an après")]
    Dates(String),
    /// More text than hours can need.
    #[error("les horaires dépassent {MAX_TEXT} caractères")]
    TooLong,
}

/// What a rule is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Selector {
    Weekday(u8),
    Holidays,
    Date(Day),
}

/// A token of the text.
enum Token {
    Days(Vec<Selector>),
    Hours(Span),
    Closed,
}

impl FromStr for Opening {
    type Err = WrittenError;

    fn from_str(text: &str) -> Result<Self, WrittenError> {
        if text.chars().count() > MAX_TEXT {
            return Err(WrittenError::TooLong);
        }
        let mut rules = Rules::default();
        for part in text.split([';', '\n']) {
            for word in words(part) {
                rules.take(&word)?;
            }
            rules.end()?;
        }
        Ok(rules.opening)
    }
}

/// The rules read so far.
#[derive(Default)]
struct Rules {
    opening: Opening,
    said: BTreeSet<Selector>,
    days: Vec<(Selector, String)>,
    spans: Vec<Span>,
    closed: bool,
}

impl Rules {
    fn take(&mut self, word: &str) -> Result<(), WrittenError> {
        match token(word)? {
            Token::Days(days) => {
                // A day after hours begins another rule: the sign between them was forgotten.
                if self.closed || !self.spans.is_empty() {
                    self.end()?;
                }
                self.days.extend(days.into_iter().map(|day| (day, word.replace('~', " au "))));
            }
            Token::Hours(_) | Token::Closed if self.days.is_empty() => {
                return Err(WrittenError::NoDay(shown(word)));
            }
            Token::Hours(span) => self.spans.push(span),
            Token::Closed => self.closed = true,
        }
        Ok(())
    }

    /// The rule is over: its hours go to its days.
    fn end(&mut self) -> Result<(), WrittenError> {
        let Some((_, name)) = self.days.last().cloned() else { return Ok(()) };
        if self.spans.is_empty() && !self.closed {
            return Err(WrittenError::NoHours(name));
        }
        let spans = core::mem::take(&mut self.spans);
        if self.closed && !spans.is_empty() {
            return Err(WrittenError::Overlap(name));
        }
        let spans = Spans::new(spans).ok_or(WrittenError::Overlap(name))?;
        self.closed = false;
        for (day, name) in core::mem::take(&mut self.days) {
            if !self.said.insert(day) {
                return Err(WrittenError::Twice(name));
            }
            match day {
                Selector::Weekday(day) => self.opening.week[usize::from(day)] = spans.clone(),
                Selector::Holidays => self.opening.holidays = spans.clone(),
                Selector::Date(day) => drop(self.opening.exceptions.insert(day, spans.clone())),
            }
        }
        Ok(())
    }
}

/// Words of a part, ranges as one word: `9h - 12h` and `de 9h à 12h` become `9h~12h`.
fn words(part: &str) -> Vec<String> {
    let text = fold(part).replace(" - ", " a ").replace("- ", " a ").replace(" -", " a ").replace("7j/7", "tous");
    let mut out: Vec<String> = Vec::new();
    let mut join = false;
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')')) {
        let word = word.trim_matches([':', '.', '/']);
        match word {
            "" => {}
            "a" | "au" | "jusqu'a" => join = true,
            word if FILLERS.contains(&word) => {}
            word => match out.last_mut() {
                Some(last) if join => {
                    last.push('~');
                    last.push_str(word);
                    join = false;
                }
                _ => out.push(word.to_owned()),
            },
        }
    }
    out
}

fn token(word: &str) -> Result<Token, WrittenError> {
    let unknown = || WrittenError::Unknown(shown(word));
    if matches!(word, "ferme" | "fermee" | "fermeture") {
        return Ok(Token::Closed);
    }
    if word == "tous" {
        return Ok(Token::Days((0..7).map(Selector::Weekday).collect()));
    }
    if matches!(word, "ferie" | "feries") {
        return Ok(Token::Days(vec![Selector::Holidays]));
    }
    if matches!(word, "24h/24" | "24h24") {
        return Span::new(0, DAY_MIN).map(Token::Hours).ok_or_else(unknown);
    }
    if let Some(day) = Day::parse(word) {
        return Ok(Token::Days(vec![Selector::Date(day)]));
    }
    if let Some(day) = weekday(word) {
        return Ok(Token::Days(vec![Selector::Weekday(day)]));
    }
    let (from, to) = word.split_once('~').or_else(|| word.split_once('-')).ok_or_else(unknown)?;
    if let (Some(from), Some(to)) = (weekday(from), weekday(to)) {
        let count = (to + 7 - from) % 7;
        return Ok(Token::Days((0..=count).map(|n| Selector::Weekday((from + n) % 7)).collect()));
    }
    if let (Some(from), Some(to)) = (Day::parse(from), Day::parse(to)) {
        if to < from || to.0 - from.0 >= MAX_DAYS {
            return Err(WrittenError::Dates(shown(word)));
        }
        return Ok(Token::Days((from.0..=to.0).map(|day| Selector::Date(Day(day))).collect()));
    }
    let (from, to) = (clock(from).ok_or_else(unknown)?, clock(to).ok_or_else(unknown)?);
    Span::new(from, to).map(Token::Hours).ok_or_else(|| WrittenError::Backwards(shown(word)))
}

/// A word as the person wrote it, or nearly.
fn shown(word: &str) -> String {
    shorten(&word.replace('~', " à "), 40)
}

fn weekday(word: &str) -> Option<u8> {
    let word = word.strip_suffix('s').filter(|w| w.ends_with("di")).unwrap_or(word);
    let at = NAMES.iter().zip(LONG_NAMES).position(|(short, long)| word == *short || word == long)?;
    u8::try_from(at).ok()
}

/// `9h`, `9h30`, `09:30`, `9`, `midi`, `minuit`.
fn clock(word: &str) -> Option<u16> {
    match word {
        "midi" => return Some(12 * 60),
        "minuit" => return Some(DAY_MIN),
        _ => {}
    }
    let (hour, minute) = word.split_once(['h', ':']).unwrap_or((word, ""));
    let number = |text: &str| -> Option<u16> {
        let plain = !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse().ok()).flatten()
    };
    let minute = if minute.is_empty() { 0 } else { number(minute)? };
    let minutes = number(hour)? * 60 + minute;
    (minute < 60 && minutes <= DAY_MIN).then_some(minutes)
}

impl Opening {
    /// The hours of a usual week, as people write them: `lun-ven 9h-12h 14h-17h30; sam 9h-12h`.
    #[must_use]
    pub fn every_week(&self) -> String {
        Self { week: self.week.clone(), ..Self::default() }.to_string()
    }
}

impl fmt::Display for Opening {
    /// `lun-ven 9h-12h 14h-17h30; sam 9h-12h; fériés fermé; 2026-12-24 au 2026-12-26 fermé`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rules = Vec::new();
        let days: Vec<(u8, &Spans)> = (0..7u8).zip(&self.week).filter(|(_, spans)| !spans.is_closed()).collect();
        for (first, last, spans) in runs(days, |_, last, next| last + 1 == next) {
            let name = |day: u8| NAMES[usize::from(day)];
            let days = if first == last { name(first).to_owned() } else { format!("{}-{}", name(first), name(last)) };
            rules.push(format!("{days} {spans}"));
        }
        if !self.holidays.is_closed() {
            rules.push(format!("fériés {}", self.holidays));
        }
        let days = self.exceptions.iter().map(|(day, spans)| (*day, spans)).collect();
        let joins = |first: Day, last: Day, next: Day| last.plus(1) == next && next.0 - first.0 < MAX_DAYS;
        for (first, last, spans) in runs(days, joins) {
            let days = if first == last { first.to_string() } else { format!("{first} au {last}") };
            rules.push(format!("{days} {spans}"));
        }
        f.write_str(&rules.join("; "))
    }
}

/// Neighbours with the same hours, as one: `joins(first, last, next)` says whether the next one follows.
fn runs<K: Copy>(days: Vec<(K, &Spans)>, joins: impl Fn(K, K, K) -> bool) -> Vec<(K, K, &Spans)> {
    let mut out: Vec<(K, K, &Spans)> = Vec::new();
    for (day, spans) in days {
        match out.last_mut() {
            Some((first, last, same)) if *same == spans && joins(*first, *last, day) => *last = day,
            _ => out.push((day, day, spans)),
        }
    }
    out
}

impl fmt::Display for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_closed() {
            return f.write_str("fermé");
        }
        let clock = |minutes: u16| match minutes % 60 {
            0 => format!("{}h", minutes / 60),
            rest => format!("{}h{rest:02}", minutes / 60),
        };
        let spans: Vec<String> =
            self.as_slice().iter().map(|s| format!("{}-{}", clock(s.from()), clock(s.to()))).collect();
        f.write_str(&spans.join(" "))
    }
}

impl TryFrom<String> for Opening {
    type Error = WrittenError;

    fn try_from(text: String) -> Result<Self, WrittenError> {
        text.parse()
    }
}

impl From<Opening> for String {
    fn from(opening: Opening) -> Self {
        opening.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::openings;
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        text.parse::<Opening>().map_or_else(|e| e.to_string(), |o| o.to_string())
    }

    #[test]
    fn people_write_hours_in_many_ways() {
        let office = "lun-ven 9h-12h 14h-17h; sam 9h-12h";
        for text in [
            office,
            "Lun-Ven 9h-12h 14h-17h ; Sam 9h-12h",
            "lundi - vendredi : 9h - 12h / 14h - 17h\nsamedi 9h à midi",
            "du lundi au vendredi de 9h à 12h et de 14h à 17h, samedi de 9h à 12h",
            "lun, mar, mer, jeu, ven 09:00-12:00, 14:00-17:00; sam 9-12",
            "lun–ven 9h00–12h00 14h00–17h00; samedis 9h-12h; dim fermé",
        ] {
            assert_eq!(read(text), office, "{text}");
        }
        assert_eq!(read("7j/7 24h/24"), "lun-dim 0h-24h");
        assert_eq!(read("tous les jours 8h30-12h 12h-18h15"), "lun-dim 8h30-18h15");
        assert_eq!(read("jeu 20h-minuit; jours fériés 10h-12h"), "jeu 20h-24h; fériés 10h-12h");
        assert_eq!(read("sam-lun 9h-10h"), "lun 9h-10h; sam-dim 9h-10h");
        assert_eq!(
            read("lun 9h-12h; 24/12/2026 9h-11h; du 26/12/2026 au 02/01/2027 fermé"),
            "lun 9h-12h; 2026-12-24 9h-11h; 2026-12-26 au 2027-01-02 fermé"
        );
        assert_eq!(read("01/08/2027-15/08/2027 fermé"), "2027-08-01 au 2027-08-15 fermé");
        assert_eq!(read(""), "");
    }

    #[test]
    fn an_error_names_what_is_wrong() {
        for (text, says) in [
            ("lun-ven 9h-12h sur rdv", "« sur »"),
            ("9h-12h", "« 9h-12h » n'a pas de jour"),
            ("lun-ven", "« lun-ven » n'a pas d'heures"),
            ("lun; mar 9h-12h", "« lun » n'a pas d'heures"),
            ("lun 17h-14h", "« 17h-14h » finit avant"),
            ("lun 9h-12h 11h-14h", "se chevauchent"),
            ("lun-ven 9h-12h; mer 14h-17h", "« mer » est écrit deux fois"),
            ("lun 9h-25h", "« 9h-25h » n'est pas compris"),
            ("du 02/01/2027 au 26/12/2026 fermé", "la fin vient avant"),
            ("30/02/2027 fermé", "« 30/02/2027 » n'est pas compris"),
            ("lun 9h", "« 9h » n'est pas compris"),
        ] {
            assert!(read(text).contains(says), "{text}: {}", read(text));
        }
    }

    proptest! {
        #[test]
        fn hours_read_what_they_write(opening in openings()) {
            prop_assert_eq!(opening.to_string().parse::<Opening>(), Ok(opening));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,60}", hours in "[a-z0-9h:/,; -]{0,40}") {
            let _ = (text.parse::<Opening>(), hours.parse::<Opening>());
        }
    }
}
