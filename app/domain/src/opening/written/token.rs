//! The tokens that hours are made of.

use super::WrittenError;
use super::names::{self, Languages};
use super::numerals;
use super::source::{Piece, Place, Shape, Source};
use super::words::{self, Meaning};
use crate::opening::{DAY_MIN, Span};
use crate::time::Day;

/// A part of the day that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    Afternoon,
    Evening,
}

impl Half {
    /// Whether people say so of these hours.
    pub(super) const fn fits(self, span: Span) -> bool {
        match self {
            Self::Morning => span.from() < 12 * 60 && span.to() <= 14 * 60,
            Self::Afternoon => span.from() >= 12 * 60,
            Self::Evening => span.from() >= 17 * 60,
        }
    }

    /// The rest of the day, where it has a name.
    pub(super) const fn other(self) -> Option<Self> {
        match self {
            Self::Morning => Some(Self::Afternoon),
            Self::Afternoon => Some(Self::Morning),
            Self::Evening => None,
        }
    }
}

/// A token of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A day of the week, 0 is Monday.
    Day(u8),
    /// A day of the week by its first letter, which no other day has.
    Letter(u8),
    /// Days of the week that have one name, first and last.
    Days(u8, u8),
    /// Public holidays.
    Holidays,
    /// `autres jours`: those of the week that are not named elsewhere.
    Others,
    /// A day of the calendar.
    Date(Day),
    /// Minutes since midnight, and whether it was a number without `h`.
    Time(u16, bool),
    /// 0h where hours begin, 24h where they end.
    Midnight,
    /// From 0h to 24h.
    AllDay,
    /// Every day, all day.
    Always,
    /// A part of the day.
    Half(Half),
    /// `fermé`, and whether an article follows: `fermé le`.
    Closed(bool),
    /// `ouvert`.
    Open,
    /// `sauf`.
    Except,
    /// `y compris`, before the days.
    Including,
    /// `inclus`, after the days.
    Included,
    /// `idem`: the hours of the days before.
    Same,
    /// `également`: beside the hours that were said.
    Also,
    /// `tous les`, before a day.
    Each,
    /// `non-stop`.
    NonStop,
    /// `entre`, before two times.
    Between,
    /// `et`, `&`.
    And,
    /// `à`, between two times or two days.
    To,
    /// `au`, between two days.
    UpTo,
    /// `>`, between two times or two days.
    Arrow,
    Dash,
    Slash,
    Comma,
    Colon,
    /// `;`, `|`, a line break, the end of a sentence.
    Break,
    Parenthesis,
    CloseParenthesis,
}

impl Token {
    /// Whether it names days.
    pub(super) const fn is_day(self) -> bool {
        matches!(self, Self::Day(_) | Self::Letter(_) | Self::Days(..) | Self::Holidays | Self::Others | Self::Date(_))
    }

    /// The one day of the week that it names.
    pub(super) const fn weekday(self) -> Option<u8> {
        match self {
            Self::Day(day) | Self::Letter(day) => Some(day),
            _ => None,
        }
    }

    /// Whether it makes a range of two days.
    pub(super) const fn joins_days(self) -> bool {
        matches!(self, Self::Dash | Self::To | Self::UpTo | Self::Arrow)
    }

    /// Whether hours begin with it.
    pub(super) const fn begins_hours(self) -> bool {
        matches!(self, Self::Time(..) | Self::Midnight | Self::Between | Self::AllDay)
    }

    /// Whether hours end with it.
    pub(super) const fn ends_hours(self) -> bool {
        matches!(self, Self::Time(..) | Self::Midnight | Self::AllDay)
    }
}

/// The tokens of the text, without the words that change nothing.
pub(super) fn tokens(source: &Source<'_>) -> Result<Vec<(Token, Place)>, WrittenError> {
    let pieces = source.pieces();
    let texts: Vec<&str> = pieces.iter().map(|piece| source.folded(piece.place)).collect();
    let languages = Languages::of(&texts);
    let mut out: Vec<(Token, Place)> = Vec::new();
    let mut at = 0;
    let mut places = 0;
    while let (Some(piece), Some(ahead)) = (pieces.get(at), texts.get(at..)) {
        let unknown = || WrittenError::Unknown(source.quote_around(piece.place));
        let (meaning, used) = if let Some((minutes, count)) = numerals::time(ahead) {
            (Meaning::Token(Token::Time(minutes, false)), count)
        } else if let Some(phrase) = words::phrase(ahead) {
            phrase
        } else {
            let (token, count) = word(*piece, ahead, languages).ok_or_else(unknown)?;
            (Meaning::Token(token), count)
        };
        let place = piece.place.until(pieces.get(at + used - 1).unwrap_or(piece).place);
        match meaning {
            Meaning::Token(Token::Closed(_)) => {
                let article = ahead.get(used).is_some_and(|next| words::is_article(next));
                out.push((Token::Closed(article), place));
            }
            Meaning::Token(token) => out.push((token, place)),
            Meaning::Nothing => {}
            Meaning::Place => {
                places += 1;
                // The hours of two places are not those of one.
                let said = |(token, _): &(Token, Place)| {
                    token.is_day() || token.begins_hours() || matches!(token, Token::Closed(_) | Token::Always)
                };
                if places > 1 || out.iter().any(said) {
                    return Err(unknown());
                }
            }
            Meaning::Unclear => return Err(WrittenError::Unclear(source.quote(place))),
            Meaning::Appointment => return Err(WrittenError::Appointment(source.quote(place))),
        }
        at += used;
    }
    Ok(out)
}

/// What a piece that is no phrase means, and how many pieces it takes.
fn word(piece: Piece, ahead: &[&str], languages: Languages) -> Option<(Token, usize)> {
    let text = ahead.first()?;
    let token = match piece.shape {
        Shape::Word => names::day(text, languages),
        Shape::Number => hour(text),
        Shape::Clock(minutes) => minutes.map(|minutes| Token::Time(minutes, false)),
        Shape::Date(day) => day.map(Token::Date),
        Shape::Sign => None,
    }?;
    // The dot of `lun.` ends no sentence.
    let dot = matches!(token, Token::Day(_)) && names::is_short(text) && ahead.get(1) == Some(&".");
    Some((token, if dot { 2 } else { 1 }))
}

/// A number alone is an hour.
fn hour(text: &str) -> Option<Token> {
    let hour: u16 = (text.len() <= 2).then(|| text.parse().ok()).flatten()?;
    let minutes = hour * 60;
    (minutes <= DAY_MIN).then_some(Token::Time(minutes, true))
}
