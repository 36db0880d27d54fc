//! What is said of some days beside the hours of their group: `(16h le vendredi)`, `idem`, `également`.

use super::WrittenError;
use super::group::{Also, Named, Selector, Stage};
use super::reader::Reader;
use super::source::Place;
use super::token::{Half, Token};
use crate::opening::{DAY_MIN, Span};

/// The end of the hours of some days, and the token after it.
struct End {
    minute: u16,
    /// It is said to be an end, as `jusqu'à 16h`.
    sure: bool,
    next: usize,
}

impl Reader<'_> {
    /// `(16h le vendredi)`, `sauf vendredi 16h`, `vendredi jusqu'à 16h`: some days of the group have
    /// another end. Whether it was there, and is read.
    pub(super) fn other_end(&mut self) -> Result<bool, WrittenError> {
        if self.list.is_some() || self.group.stage != Stage::Hours || self.group.days.is_empty() {
            return Ok(false);
        }
        let parenthesis = self.token(self.at) == Some(Token::Parenthesis);
        let mut at = self.at + usize::from(parenthesis);
        let except = self.token(at) == Some(Token::Except);
        at += usize::from(except);
        let (end, days, next) = if let Some(end) = self.end(at) {
            let (days, next) = self.some_days(end.next);
            (end, days, next)
        } else {
            let (days, next) = self.some_days(at);
            let Some(end) = self.end(next + usize::from(self.token(next) == Some(Token::Colon))) else {
                return Ok(false);
            };
            let next = end.next;
            (end, days, next)
        };
        let over = match self.token(next) {
            Some(Token::CloseParenthesis) => true,
            None | Some(Token::Break | Token::Comma) => !parenthesis,
            _ => false,
        };
        let of_group = days.iter().all(|named| self.group.is_ranged(named.day));
        if days.is_empty() || !over || !of_group || !(parenthesis || except || end.sure) {
            return Ok(false);
        }
        let place = self.place(self.at + usize::from(parenthesis)).until(self.place(next - 1));
        let spans = if end.sure { self.cut(end.minute) } else { self.moved(end.minute) };
        let Some(spans) = spans else {
            return Err(self.unclear(place));
        };
        for named in &days {
            self.except(*named, None)?;
        }
        if self.group.days.is_empty() {
            return Err(self.contradiction(place));
        }
        let mut group = self.group.clone();
        group.days = days;
        group.spans = spans;
        self.group.stage = Stage::Sealed;
        self.at = next;
        self.rules.add(group, self.source)?;
        Ok(true)
    }

    /// An end at a token: `16h`, `jusqu'à 16h`, `fermeture à 16h`.
    fn end(&self, at: usize) -> Option<End> {
        let says = |word: &str| self.folded(self.place(at)).starts_with(word);
        let (sure, at) = match self.token(at)? {
            Token::To => (says("jusqu"), at + 1),
            Token::Closed(_) if says("fermeture") => {
                (true, at + 1 + usize::from(matches!(self.token(at + 1), Some(Token::To | Token::Colon))))
            }
            _ => (false, at),
        };
        let minute = match self.token(at)? {
            Token::Time(minute, false) => minute,
            Token::Midnight => DAY_MIN,
            _ => return None,
        };
        Some(End { minute, sure, next: at + 1 })
    }

    /// The days of the week from a token, and the token after them.
    fn some_days(&self, mut at: usize) -> (Vec<Named>, usize) {
        let mut days = Vec::new();
        while let Some(token) = self.token(at)
            && let Some(day) = token.weekday().filter(|_| self.letters || !matches!(token, Token::Letter(_)))
        {
            days.push(Named { day: Selector::Weekday(day), ranged: false, place: self.place(at) });
            at += 1;
            let more = self.token(at + 1).and_then(Token::weekday).is_some();
            if more && matches!(self.token(at), Some(Token::And | Token::Comma)) {
                at += 1;
            } else {
                break;
            }
        }
        (days, at)
    }

    /// The hours of the group until a minute that is in some of them, or after all.
    fn cut(&self, minute: u16) -> Option<Vec<(Span, Option<Half>)>> {
        let spans = &self.group.spans;
        let last = spans.iter().map(|(span, _)| *span).max()?;
        let known = minute > last.to() || spans.iter().any(|(span, _)| span.from() < minute && minute <= span.to());
        let end = |span: Span| if span == last && minute > last.to() { minute } else { span.to().min(minute) };
        let cut = spans.iter().filter_map(|(span, half)| Some((Span::new(span.from(), end(*span))?, *half)));
        known.then(|| cut.collect())
    }

    /// The hours of the group until a minute that is much nearer to their end than to anything else:
    /// it is no beginning.
    fn moved(&self, minute: u16) -> Option<Vec<(Span, Option<Half>)>> {
        let last = self.group.spans.iter().map(|(span, _)| *span).max()?;
        let near = u32::from(last.to().abs_diff(minute)) * 2 < u32::from(last.to() - last.from());
        if near && minute != last.to() { self.cut(minute) } else { None }
    }

    /// The days after `sauf` have hours of their own, which come.
    pub(super) fn other_hours(&mut self) -> Result<(), WrittenError> {
        let Some(list) = self.list.take() else {
            return Ok(());
        };
        for named in list.days.iter().filter(|named| !matches!(named.day, Selector::Date(_))) {
            self.except(*named, None)?;
        }
        self.end_group()?;
        self.group.name(list.days);
        self.group.aside = true;
        Ok(())
    }

    /// `idem`: the hours of the group before.
    pub(super) fn same(&mut self, place: Place) -> Result<(), WrittenError> {
        self.end_list()?;
        match &self.repeated {
            Some(spans) if self.group.waits() && self.group.is_plain() && !self.hours_first => {
                self.group.spans.clone_from(spans);
                self.group.same = true;
                self.group.stage = Stage::Sealed;
                Ok(())
            }
            _ => Err(WrittenError::NoHours(self.quote(place))),
        }
    }

    /// `également`: hours beside others, of the days that are named, or of those that come.
    pub(super) fn also(&mut self, place: Place) -> Result<(), WrittenError> {
        self.end_list()?;
        let mut next = self.tokens.iter().skip(self.at + 1).map(|(token, _)| *token);
        let next = next.find(|token| !matches!(token, Token::Open | Token::Each));
        if self.hours_first {
            return Err(self.unknown(place));
        }
        if self.group.waits() {
            self.group.also = Some(Also::Known);
        } else if next.is_some_and(Token::is_day) {
            self.end_group()?;
            self.group.also = Some(Also::New);
        } else if self.group.spans.is_empty() || !next.is_some_and(Token::begins_hours) {
            return Err(self.unknown(place));
        }
        Ok(())
    }
}
