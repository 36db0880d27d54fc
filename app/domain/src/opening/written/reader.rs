//! Reads tokens into groups of days with their hours.

use super::WrittenError;
use super::days::{has_letters, slashed};
use super::group::{Group, Named, Selector, Stage};
use super::list::{List, Purpose};
use super::opens::join_ends;
use super::rules::Rules;
use super::source::{Place, Source};
use super::token::{Half, Token, tokens};
use crate::opening::{DAY_MIN, Opening, Span};

pub(super) struct Reader<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) tokens: Vec<(Token, Place)>,
    pub(super) at: usize,
    pub(super) rules: Rules,
    pub(super) group: Group,
    pub(super) list: Option<List>,
    /// The text begins with hours: in each group the days come after them.
    pub(super) hours_first: bool,
    /// Days are written as letters: some range says so, or both that begin as a third one are told apart.
    pub(super) letters: bool,
    /// The days of the week that are in lists of three or more with slashes between them.
    pub(super) slashed: [bool; 7],
    /// What `idem` says: the hours of the group before.
    pub(super) repeated: Option<Vec<(Span, Option<Half>)>>,
}

/// Reads opening hours.
pub(super) fn read(text: &str) -> Result<Opening, WrittenError> {
    let source = Source::new(text);
    let tokens = join_ends(tokens(&source)?, &source);
    let first = tokens
        .iter()
        .find(|(token, _)| token.is_day() || token.begins_hours() || matches!(token, Token::Closed(_) | Token::Always));
    let hours_first = first.is_some_and(|(token, _)| token.begins_hours());
    let letters = has_letters(&tokens, &source);
    let slashed = slashed(&tokens);
    let mut reader = Reader {
        source: &source,
        tokens,
        at: 0,
        rules: Rules::default(),
        group: Group::default(),
        list: None,
        hours_first,
        letters,
        slashed,
        repeated: None,
    };
    while let Some((token, place)) = reader.tokens.get(reader.at).copied() {
        let at = reader.at;
        reader.take(token, place)?;
        // Whatever is read next, no text may hold an import up.
        if reader.at <= at {
            return Err(reader.unknown(place));
        }
    }
    reader.end_list()?;
    reader.end_group()?;
    if reader.rules.is_empty() && !text.chars().all(|c| c.is_whitespace() || c == ';') {
        return Err(WrittenError::NoDay(source.quote_all()));
    }
    reader.rules.opening(&source)
}

impl Reader<'_> {
    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).map(|(token, _)| *token)
    }

    pub(super) fn place(&self, at: usize) -> Place {
        self.tokens.get(at).map_or(Place { from: 0, to: 0 }, |(_, place)| *place)
    }

    /// The token before, which a parenthesis may separate.
    pub(super) fn before(&self) -> Option<Token> {
        match self.token(self.at.checked_sub(1)?)? {
            Token::Parenthesis => self.token(self.at.checked_sub(2)?),
            token => Some(token),
        }
    }

    /// The token after, which a colon, a dash or a parenthesis may separate.
    pub(super) fn after(&self) -> Option<Token> {
        let separates =
            |token: &Token| matches!(token, Token::Colon | Token::Dash | Token::Parenthesis | Token::CloseParenthesis);
        self.tokens.get(self.at + 1..)?.iter().map(|(token, _)| *token).find(|token| !separates(token))
    }

    pub(super) fn folded(&self, place: Place) -> &str {
        self.source.folded(place)
    }

    pub(super) fn quote(&self, place: Place) -> String {
        self.source.quote(place)
    }

    pub(super) fn unknown(&self, place: Place) -> WrittenError {
        WrittenError::Unknown(self.source.quote_around(place))
    }

    pub(super) fn contradiction(&self, place: Place) -> WrittenError {
        WrittenError::Contradiction(self.source.quote(place))
    }

    pub(super) fn unclear(&self, place: Place) -> WrittenError {
        WrittenError::Unclear(self.quote(place))
    }

    /// Takes the token that is next, and those that go with it.
    fn take(&mut self, token: Token, place: Place) -> Result<(), WrittenError> {
        if self.other_end()? {
            return Ok(());
        }
        if token.is_day() {
            let days = self.days()?;
            return self.name(days);
        }
        if token.begins_hours() {
            let before = self.at.checked_sub(1).and_then(|at| self.token(at));
            let (span, place) = self.hours()?;
            return self.open(span, place, before);
        }
        match token {
            Token::Always => {
                let day = |day| Named { day: Selector::Weekday(day), ranged: true, place };
                self.name((0..7).map(day).collect())?;
                if let Some(span) = Span::new(0, DAY_MIN) {
                    self.open(span, place, None)?;
                }
            }
            Token::Half(half) => self.half(half, place)?,
            Token::Closed(article) => self.closed(article, place)?,
            Token::Open => {
                self.end_list()?;
                if self.group.waits() {
                    self.group.stage = Stage::Promised;
                }
            }
            Token::Except => self.begin(Purpose::Except, place)?,
            Token::Including => self.including(place)?,
            Token::Break => {
                self.end_list()?;
                if self.hours_first && !self.group.days.is_empty() {
                    self.end_group()?;
                }
                if self.group.waits() && self.group.stage == Stage::Naming {
                    self.group.stage = Stage::Parted;
                }
            }
            Token::CloseParenthesis => {
                self.end_list()?;
                if self.group.aside {
                    self.group.stage = Stage::Sealed;
                }
            }
            Token::Included if self.before().is_some_and(Token::is_day) => {
                if self.list.is_none() {
                    self.group.include_last();
                }
            }
            Token::Same => self.same(place)?,
            Token::Also => self.also(place)?,
            Token::Each if matches!(self.token(self.at + 1), Some(Token::Day(_))) => {}
            Token::NonStop => {
                if self.before().is_some_and(Token::ends_hours) && self.group.spans.len() > 1 {
                    return Err(self.contradiction(place));
                }
            }
            Token::And
            | Token::Arrow
            | Token::Dash
            | Token::Slash
            | Token::Comma
            | Token::Colon
            | Token::Parenthesis => {}
            _ => return Err(self.unknown(place)),
        }
        self.at += 1;
        Ok(())
    }

    /// Days were named: of a list, or of a group.
    fn name(&mut self, days: Vec<Named>) -> Result<(), WrittenError> {
        if let Some(list) = &mut self.list {
            // `fermé le mercredi après-midi et le samedi`: which part of Saturday?
            if let (Some(_), Some(named)) = (list.half, days.last()) {
                return Err(WrittenError::Unclear(self.source.quote(list.place.until(named.place))));
            }
            list.days.extend(days);
            list.names += 1;
            return Ok(());
        }
        if !self.hours_first {
            match (self.group.stage, self.group.days.last()) {
                (Stage::Parted | Stage::Promised, Some(last)) => {
                    return Err(WrittenError::NoHours(self.quote(last.place)));
                }
                (Stage::Hours | Stage::Sealed, _) => self.end_group()?,
                _ => {}
            }
        } else if let (true, Some(named)) = (self.group.spans.is_empty(), days.last()) {
            return Err(self.unclear(named.place));
        }
        self.group.name(days);
        Ok(())
    }

    /// Hours were read, after this token.
    fn open(&mut self, span: Span, place: Place, before: Option<Token>) -> Result<(), WrittenError> {
        match &self.list {
            // `sauf le vendredi : 9h-12h`.
            Some(list)
                if list.purpose == Purpose::Except
                    && list.half.is_none()
                    && before == Some(Token::Colon)
                    && !self.hours_first
                    && !self.group.spans.is_empty() =>
            {
                self.other_hours()?;
            }
            Some(list) if list.purpose == Purpose::Closed || !self.group.spans.is_empty() => {
                return Err(self.unclear(list.place.until(place)));
            }
            _ => self.end_list()?,
        }
        // `9h-12h le lundi, 14h-17h le mardi`.
        let parts = matches!(before, Some(Token::Comma | Token::And | Token::Slash | Token::CloseParenthesis));
        if self.hours_first && parts && !self.group.days.is_empty() {
            self.end_group()?;
        }
        if self.hours_first != self.group.days.is_empty() {
            return Err(WrittenError::NoDay(self.quote(place)));
        }
        self.group.open(span, place, self.source)
    }

    /// A part of the day is said before the days of a group.
    pub(super) fn begin_half(&mut self, half: Half) -> Result<bool, WrittenError> {
        self.end_group()?;
        Ok(self.group.pin(half))
    }

    /// A group is over.
    pub(super) fn end_group(&mut self) -> Result<(), WrittenError> {
        let group = core::mem::take(&mut self.group);
        if !group.days.is_empty() {
            self.repeated = group.repeated();
        }
        match group.days.last() {
            Some(last) if group.spans.is_empty() => Err(WrittenError::NoHours(self.quote(last.place))),
            None if !group.spans.is_empty() => Err(WrittenError::NoDay(self.source.quote_all())),
            _ => self.rules.add(group, self.source),
        }
    }
}
