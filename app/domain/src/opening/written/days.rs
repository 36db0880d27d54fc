//! Reads days and ranges of days.

use super::group::{Named, Selector};
use super::reader::Reader;
use super::source::{Place, Source};
use super::token::Token;
use super::{MAX_DAYS, WrittenError};
use crate::time::Day;

/// The first day that a token names.
pub(super) const fn first_day(token: Token) -> Option<Selector> {
    match token {
        Token::Day(day) | Token::Letter(day) | Token::Days(day, _) => Some(Selector::Weekday(day)),
        Token::Holidays => Some(Selector::Holidays),
        Token::Date(day) => Some(Selector::Date(day)),
        Token::Others => Some(Selector::Others),
        _ => None,
    }
}

/// Whether days are written as letters: some range says so, or `Ma` and `Me` are told apart.
pub(super) fn has_letters(tokens: &[(Token, Place)], source: &Source<'_>) -> bool {
    let range = |three: &[(Token, Place)]| matches!(three, [(Token::Letter(_), _), (join, _), (Token::Letter(_), _)] if join.joins_days());
    let written = |day: u8, text: &str| {
        tokens
            .iter()
            .any(|(token, place)| *token == Token::Day(day) && source.folded(*place).trim_end_matches('.') == text)
    };
    tokens.windows(3).any(range) || (written(1, "ma") && written(2, "me"))
}

/// The days of the week that are in lists of three or more with slashes between them.
pub(super) fn slashed(tokens: &[(Token, Place)]) -> [bool; 7] {
    let mut days = [false; 7];
    for five in tokens.windows(5) {
        if let [(first, _), (Token::Slash, _), (second, _), (Token::Slash, _), (third, _)] = five
            && let (Some(first), Some(second), Some(third)) = (first.weekday(), second.weekday(), third.weekday())
        {
            [first, second, third].into_iter().for_each(|day| days[usize::from(day)] = true);
        }
    }
    days
}

impl Reader<'_> {
    /// A day, a range of days, or a name that holds several.
    pub(super) fn days(&mut self) -> Result<Vec<Named>, WrittenError> {
        self.skip_every_day();
        let (at, place) = (self.at, self.place(self.at));
        let weekday = self.token(at).and_then(Token::weekday).is_some();
        if weekday && self.token(at + 1) == Some(Token::Dash) && self.is_joined_day(at + 3, Token::Dash) {
            return self.dashed();
        }
        let range = self.token(at + 1).is_some_and(Token::joins_days);
        let end = if range { self.token(at + 2) } else { None };
        let whole = place.until(self.place(at + 2));
        let days = match (self.token(at), end) {
            (Some(Token::Day(from) | Token::Letter(from)), Some(Token::Day(to) | Token::Letter(to))) => {
                self.week_range(from, to, whole)?
            }
            (Some(Token::Date(from)), Some(Token::Date(to))) => {
                if to < from || to.0 - from.0 >= MAX_DAYS {
                    return Err(WrittenError::Dates(self.quote(whole)));
                }
                (from.0..=to.0).map(|day| Selector::Date(Day(day))).collect()
            }
            (Some(token), _) => {
                self.at += 1;
                return self.one_name(token, place);
            }
            (None, _) => return Err(self.unknown(place)),
        };
        self.at = at + 3;
        Ok(days.into_iter().map(|day| Named { day, ranged: true, place: whole }).collect())
    }

    /// `tous les jours du lundi au vendredi` are the days of the range.
    fn skip_every_day(&mut self) {
        let place = self.place(self.at);
        let every = self.token(self.at) == Some(Token::Days(0, 6));
        let count = !self.folded(place).starts_with(|c: char| c.is_ascii_digit());
        let parted = matches!(self.token(self.at + 1), Some(Token::Comma | Token::Parenthesis));
        let range = self.at + if parted { 2 } else { 1 };
        let day = |at: usize| self.token(at).and_then(Token::weekday).is_some();
        if every && count && day(range) && self.token(range + 1).is_some_and(Token::joins_days) && day(range + 2) {
            self.at = range;
        }
    }

    /// Whether this sign is here, and a day of the week after it.
    fn is_joined_day(&self, at: usize, sign: Token) -> bool {
        self.token(at) == Some(sign) && self.token(at + 1).and_then(Token::weekday).is_some()
    }

    /// `lundi-mercredi-vendredi` is a list, when the dashes are all alike and none leaves out two days:
    /// who knows what `lundi-vendredi-samedi` is?
    fn dashed(&mut self) -> Result<Vec<Named>, WrittenError> {
        let start = self.at;
        let mut days = Vec::new();
        let mut spaces = Vec::new();
        while let Some(day) = self.token(self.at).and_then(Token::weekday) {
            let place = self.place(self.at);
            days.push(Named { day: Selector::Weekday(day), ranged: false, place });
            self.at += 1;
            if !self.is_joined_day(self.at, Token::Dash) {
                break;
            }
            let dash = self.place(self.at);
            spaces.push((dash.from.saturating_sub(place.to), self.place(self.at + 1).from.saturating_sub(dash.to)));
            self.at += 1;
        }
        let near = |two: &[Named]| match two {
            [Named { day: Selector::Weekday(one), .. }, Named { day: Selector::Weekday(next), .. }] => {
                one < next && next - one <= 2
            }
            _ => false,
        };
        let alike = spaces.windows(2).all(|two| two.first() == two.last());
        let goes_on =
            self.token(self.at).is_some_and(Token::joins_days) && self.token(self.at + 1).is_some_and(Token::is_day);
        if !alike || goes_on || !days.windows(2).all(near) {
            return Err(self.unclear(self.place(start).until(self.place(self.at - 1))));
        }
        Ok(days)
    }

    /// The days of the week from one to another; a third one after them makes it a list or a range.
    fn week_range(&self, from: u8, to: u8, whole: Place) -> Result<Vec<Selector>, WrittenError> {
        let goes_on = self.token(self.at + 3).is_some_and(Token::joins_days);
        if from == to || (goes_on && self.token(self.at + 4).is_some_and(Token::is_day)) {
            return Err(self.unclear(whole));
        }
        let count = (to + 7 - from) % 7;
        Ok((0..=count).map(|n| Selector::Weekday((from + n) % 7)).collect())
    }

    /// The days of one token, which was the last.
    fn one_name(&mut self, token: Token, place: Place) -> Result<Vec<Named>, WrittenError> {
        let next = self.token(self.at);
        match (token, next) {
            // `jeudi 24/12/2026` is a date.
            (Token::Day(day), Some(Token::Date(date))) => {
                let whole = place.until(self.place(self.at));
                self.at += 1;
                if date.weekday() != day {
                    return Err(self.contradiction(whole));
                }
                Ok(vec![Named { day: Selector::Date(date), ranged: false, place: whole }])
            }
            // `L-J 9h-17h, V 9h-12h`.
            (Token::Letter(_), _) if !self.letters => Err(self.unknown(place)),
            (Token::Day(day) | Token::Letter(day), Some(Token::Slash)) => {
                self.pair_is_clear(day, place)?;
                Ok(vec![Named { day: Selector::Weekday(day), ranged: false, place }])
            }
            (Token::Days(from, to), _) => {
                let named = |day| Named { day: Selector::Weekday(day), ranged: true, place };
                Ok((from..=to).map(named).collect())
            }
            (token, _) => {
                let day = first_day(token).ok_or_else(|| self.unknown(place))?;
                Ok(vec![Named { day, ranged: false, place }])
            }
        }
    }

    /// `lundi/jeudi` may be a range or two days; neighbours are both, and three days are a list. When
    /// other lists with slashes hold a day that the range would, the two are a list as well.
    fn pair_is_clear(&self, first: u8, place: Place) -> Result<(), WrittenError> {
        let Some(second) = self.token(self.at + 1).and_then(Token::weekday) else {
            return Ok(());
        };
        let slash_day = |at: usize| self.is_joined_day(at, Token::Slash);
        let before = self.at.checked_sub(3).filter(|at| self.token(*at).and_then(Token::weekday).is_some());
        let list = slash_day(self.at + 2) || before.is_some_and(|at| slash_day(at + 1));
        let between = (first + 1..second).any(|day| self.slashed.get(usize::from(day)) == Some(&true));
        if (first + 1) % 7 == second || list || between {
            Ok(())
        } else {
            Err(self.unclear(place.until(self.place(self.at + 1))))
        }
    }
}
