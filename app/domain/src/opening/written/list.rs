//! Days that are listed after `fermé`, `sauf` and `y compris`.

use super::WrittenError;
use super::days::first_day;
use super::group::{Named, Selector, Stage};
use super::reader::Reader;
use super::source::Place;
use super::token::{Half, Token};

/// What the days that come are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// `fermé` after a group: they are closed.
    Closed,
    /// `(fermé` inside a group, before its hours: they are closed.
    Aside,
    /// `sauf`: they are not of the group.
    Except,
    /// `y compris`: they are of the group, too.
    Including,
}

/// Days that are listed after `fermé`, `sauf` or `y compris`.
pub(super) struct List {
    pub(super) purpose: Purpose,
    /// Of the word that began it.
    pub(super) place: Place,
    pub(super) days: Vec<Named>,
    pub(super) names: usize,
    pub(super) half: Option<Half>,
}

impl Reader<'_> {
    /// A list of days begins, about the days of the group.
    pub(super) fn begin(&mut self, purpose: Purpose, place: Place) -> Result<(), WrittenError> {
        self.end_list()?;
        if self.group.days.is_empty() && purpose != Purpose::Closed {
            return Err(WrittenError::NoDay(self.quote(place)));
        }
        self.list = Some(List { purpose, place, days: Vec::new(), names: 0, half: None });
        Ok(())
    }

    /// `y compris` begins a list, or another one goes on.
    pub(super) fn including(&mut self, place: Place) -> Result<(), WrittenError> {
        if self.list.is_some() { Ok(()) } else { self.begin(Purpose::Including, place) }
    }

    /// `fermé`: of the days before it, or of the days after it.
    pub(super) fn closed(&mut self, article: bool, place: Place) -> Result<(), WrittenError> {
        self.end_list()?;
        if self.closed_cell() {
            return self.close_cell(place);
        }
        if let (Some(Token::Half(half)), false) = (self.token(self.at + 1), self.group.spans.is_empty()) {
            self.at += 1;
            // `fermé le matin du mercredi` is of another day.
            if self.after().is_some_and(Token::is_day) {
                return Err(self.unclear(place));
            }
            return if self.group.is_without(half) { Ok(()) } else { Err(self.contradiction(place)) };
        }
        if !self.group.waits() {
            self.end_group()?;
            return self.begin(Purpose::Closed, place);
        }
        if self.group.stage == Stage::Promised {
            return Err(self.contradiction(place));
        }
        if let Some(Token::Half(half)) = self.token(self.at + 1) {
            self.at += 1;
            // `jeudi fermé l'après-midi`: the morning is not said.
            if !self.hours_come() || half.other().is_none() {
                return Err(self.unclear(place));
            }
            self.group.close(half);
            return Ok(());
        }
        let before = self.at.checked_sub(1).and_then(|at| self.token(at));
        if let Some(first) = self.token(self.at + 1).and_then(first_day) {
            let within = self.group.days.iter().any(|named| named.ranged && named.day == first);
            if within || before == Some(Token::Parenthesis) {
                return self.begin(Purpose::Aside, place);
            }
            let ranged = self.group.days.iter().any(|named| named.ranged);
            if article || (ranged && before != Some(Token::Colon)) {
                return Err(self.unclear(place));
            }
        }
        let group = core::mem::take(&mut self.group);
        if group.pinned().is_some() && group.names > 1 {
            return Err(self.unclear(place));
        }
        let half = group.pinned();
        self.close(group.days, half);
        Ok(())
    }

    fn close(&mut self, days: Vec<Named>, half: Option<Half>) {
        // `lundi 9h-12h, mardi fermé, mercredi idem`.
        self.repeated = None;
        self.rules.close(days, half);
    }

    /// Whether hours come, after what only separates them from what is said.
    fn hours_come(&self) -> bool {
        let separates = |token: &Token| {
            matches!(token, Token::Slash | Token::Comma | Token::Break | Token::Dash | Token::And | Token::Open)
        };
        let mut after = self.tokens.iter().skip(self.at + 1).map(|(token, _)| *token);
        after.find(|token| !separates(token)).is_some_and(Token::begins_hours)
    }

    /// Whether `fermé` stands alone in a half of the day: `9h-12h / fermé`, `| fermé | 14h-17h |`.
    fn closed_cell(&self) -> bool {
        let wall = |at: usize| match self.token(at) {
            Some(Token::Slash) => true,
            Some(Token::Break) => self.quote(self.place(at)) == "|",
            _ => false,
        };
        let ends = matches!(self.token(self.at + 1), None | Some(Token::Break));
        if self.group.waits() && self.group.stage != Stage::Promised {
            return wall(self.at + 1) && self.token(self.at + 2).is_some_and(Token::begins_hours);
        }
        let before = self.at.checked_sub(2).and_then(|at| self.token(at));
        let of_day = before.is_some_and(|token| token.ends_hours() || matches!(token, Token::Closed(_)));
        ends && of_day && self.at.checked_sub(1).is_some_and(wall)
    }

    /// `fermé` of the morning, before the hours of the afternoon, or of the afternoon; of both, no
    /// days are left to be closed.
    fn close_cell(&mut self, place: Place) -> Result<(), WrittenError> {
        if self.group.waits() {
            self.group.close(Half::Morning);
        } else if !self.group.spans.is_empty() && !self.group.is_without(Half::Afternoon) {
            return Err(self.contradiction(place));
        }
        Ok(())
    }

    /// A list of days is over.
    pub(super) fn end_list(&mut self) -> Result<(), WrittenError> {
        let Some(list) = self.list.take() else {
            return Ok(());
        };
        if list.days.is_empty() {
            return Err(WrittenError::NoDay(self.quote(list.place)));
        }
        match list.purpose {
            Purpose::Closed | Purpose::Aside => self.close(list.days, list.half),
            Purpose::Including => self.group.include(list.days),
            Purpose::Except => {
                self.rules.except();
                for named in list.days {
                    self.except(named, list.half)?;
                }
            }
        }
        self.group.same = false;
        if self.group.stage == Stage::Hours {
            self.group.stage = Stage::Sealed;
        }
        Ok(())
    }

    /// A day, or a part of it, is not of the group.
    pub(super) fn except(&mut self, named: Named, half: Option<Half>) -> Result<(), WrittenError> {
        if matches!(named.day, Selector::Date(_)) {
            self.rules.close(vec![named], half);
            return Ok(());
        }
        let mut same = self.group.days.iter().filter(|other| other.day == named.day);
        match same.next() {
            // Closed on public holidays unless something else is said.
            None if named.day == Selector::Holidays => {}
            Some(first) if first.ranged && same.all(|other| other.ranged) => {
                if half.is_some() {
                    self.rules.close(vec![named], half);
                } else {
                    self.group.days.retain(|other| other.day != named.day);
                }
            }
            _ => return Err(self.contradiction(named.place)),
        }
        Ok(())
    }
}
