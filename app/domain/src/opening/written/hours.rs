//! Reads hours, and the parts of the day they are said to be of.

use super::WrittenError;
use super::list::Purpose;
use super::reader::Reader;
use super::source::Place;
use super::token::{Half, Token};
use crate::opening::{DAY_MIN, Span};

impl Reader<'_> {
    /// `matin`: of the hours that come, of the hours before it, or of the days before it.
    pub(super) fn half(&mut self, half: Half, place: Place) -> Result<(), WrittenError> {
        let (before, after) = (self.before(), self.after());
        let comes = after.is_some_and(Token::begins_hours);
        // `sauf mercredi (matin)` may say that the morning alone is open.
        let of_day = self.at.checked_sub(1).and_then(|at| self.token(at)).is_some_and(Token::is_day);
        if let Some(list) = &mut self.list {
            let one = list.names == 1 && list.half.is_none() && list.purpose != Purpose::Including;
            if comes || !one || !of_day {
                return Err(self.unclear(place));
            }
            list.half = Some(half);
            return Ok(());
        }
        // `matin 9h-12h, après-midi fermé`.
        let closed = self.at + if self.token(self.at + 1) == Some(Token::Colon) { 2 } else { 1 };
        let is_closed = self.token(closed) == Some(Token::Closed(false)) && !self.group.spans.is_empty();
        let agrees = if is_closed && !of_day {
            self.at = closed;
            self.group.is_without(half)
        } else if before.is_some_and(Token::ends_hours) && self.group.label_last(half) {
            true
        } else if comes {
            self.group.label(half)
        } else if before.is_some_and(Token::is_day)
            && after.is_some_and(|next| matches!(next, Token::And | Token::Comma | Token::Slash | Token::Closed(_)))
        {
            self.group.pin(half)
        } else if after.is_some_and(Token::is_day) && !before.is_some_and(|last| last.is_day() || last.ends_hours()) {
            self.begin_half(half)?
        } else {
            return Err(WrittenError::NoHours(self.quote(place)));
        };
        if agrees { Ok(()) } else { Err(self.contradiction(place)) }
    }

    /// Two times and what joins them.
    pub(super) fn hours(&mut self) -> Result<(Span, Place), WrittenError> {
        let start = self.place(self.at);
        if self.token(self.at) == Some(Token::AllDay) {
            self.at += 1;
            return Span::new(0, DAY_MIN).map(|span| (span, start)).ok_or_else(|| self.unknown(start));
        }
        let between = self.token(self.at) == Some(Token::Between);
        let at = self.at + usize::from(between);
        let times = (self.token(at).and_then(|t| time(t, 0)), self.token(at + 2).and_then(|t| time(t, DAY_MIN)));
        let (Some((from, bare)), Some((to, also_bare))) = times else {
            return Err(WrittenError::OneTime(self.quote(start.until(self.place(at)))));
        };
        let joined = match self.token(at + 1) {
            Some(Token::Dash | Token::To) => true,
            // `9/12` alone may be a date.
            Some(Token::Slash | Token::Arrow) => !(bare && also_bare),
            Some(Token::And) => between,
            _ => false,
        };
        if !joined {
            return Err(WrittenError::OneTime(self.quote(start.until(self.place(at)))));
        }
        let place = start.until(self.place(at + 2));
        self.at = at + 3;
        // `18h-00h00`; but who knows what `00h00-00h00` is?
        let to = if to == 0 && from > 0 && !also_bare { DAY_MIN } else { to };
        Span::new(from, to).map(|span| (span, place)).ok_or_else(|| WrittenError::Backwards(self.quote(place)))
    }
}

/// The minutes of a time, where midnight is this one, and whether it was a number alone.
const fn time(token: Token, midnight: u16) -> Option<(u16, bool)> {
    match token {
        Token::Time(minutes, bare) => Some((minutes, bare)),
        Token::Midnight => Some((midnight, false)),
        _ => None,
    }
}
