//! What the tokens of a text mean together: "35 h par semaine" is no money, "de l'heure" is a period.

use super::PayPeriod;
use super::token::{Number, Spot, Token};
use super::words::{self, Extra, Per};

/// A piece of meaning, in the order of the text. Hours of work leave nothing behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A number that may be money.
    Number(Number),
    /// A number that is not: a percentage, a year, a coefficient.
    Count,
    /// Monthly payments a year, in hundredths.
    Months(u16),
    /// Thousands: "K".
    Kilo,
    /// Euros.
    Euro,
    /// Another currency.
    Foreign,
    /// Millions of the currency, or hundredths.
    Scale,
    /// "brut".
    Gross,
    /// "net".
    Net,
    /// What an amount is for; `firm` when it is said of the amount just before ("/h", "par mois").
    Period {
        /// The period.
        per: Per,
        /// Said by a preposition, not by an adjective that may belong to the next amount.
        firm: bool,
    },
    /// "à".
    To,
    /// "jusqu'à", "moins de".
    UpTo,
    /// A dash.
    Dash,
    /// A slash that begins no period.
    Slash,
    /// "et".
    And,
    /// "ou".
    Or,
    /// "entre".
    Between,
    /// "minimum", "à partir".
    Least,
    /// "maximum".
    Most,
    /// "+", "plus", "dont": what follows is not the pay.
    Plus,
    /// A bonus, an allowance, an expense.
    Extra(Extra),
    /// "de", "en", "pour".
    Of,
    /// "salaire", "taux".
    Pay,
    /// "fixe".
    Fixed,
    /// "débutant", "confirmé": whose pay it is.
    Level,
    /// "soit", "=".
    Equals,
    /// The end of a sentence or the like.
    Stop,
    /// A comma.
    Comma,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A colon.
    Colon,
    /// Any other word.
    Other,
}

/// The meaning of a text.
pub(super) fn senses(spots: &[Spot]) -> Vec<Sense> {
    let mut reader = Reader { spots, at: 0, out: Vec::with_capacity(spots.len()), coded: 0, begun: false };
    while let Some(spot) = spots.get(reader.at) {
        reader.coded = reader.coded.saturating_sub(1);
        match spot.token {
            Token::Number(number) => reader.number(number),
            Token::Word(word) => reader.word(word),
            Token::Sign(sign) => reader.sign(sign),
        }
    }
    reader.out
}

/// Goes through the tokens of a text.
pub(super) struct Reader<'a> {
    pub(super) spots: &'a [Spot<'a>],
    pub(super) at: usize,
    pub(super) out: Vec<Sense>,
    /// So many tokens more are in reach of a word that announces a code.
    pub(super) coded: u8,
    /// A word that says nothing of pay has come: a bare "2000" is a year from here on.
    pub(super) begun: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn word_at(&self, at: usize) -> Option<&'a str> {
        if let Token::Word(word) = self.spots.get(at)?.token { Some(word) } else { None }
    }

    pub(super) fn sign_at(&self, at: usize) -> Option<char> {
        if let Token::Sign(sign) = self.spots.get(at)?.token { Some(sign) } else { None }
    }

    pub(super) fn number_at(&self, at: usize) -> Option<Number> {
        if let Token::Number(number) = self.spots.get(at)?.token { Some(number) } else { None }
    }

    pub(super) fn word_is(&self, at: usize, test: impl Fn(&str) -> bool) -> bool {
        self.word_at(at).is_some_and(test)
    }

    pub(super) fn before(&self, back: usize) -> Option<usize> {
        self.at.checked_sub(back)
    }

    pub(super) fn push(&mut self, sense: Sense, tokens: usize) {
        self.out.push(sense);
        self.at += tokens;
    }

    pub(super) fn after_money(&self) -> bool {
        matches!(self.out.last(), Some(Sense::Euro | Sense::Gross | Sense::Kilo))
    }

    fn sign(&mut self, sign: char) {
        let next = self.at + 1;
        let sense = match sign {
            '€' => Sense::Euro,
            '$' | '£' | '¥' => Sense::Foreign,
            '+' if self.sign_at(next) == Some('/') => return self.push(Sense::Other, 3),
            // "+ de 2 000 €" is "plus de".
            '+' if self.word_is(next, |w| w == "de") && self.number_at(next + 1).is_some() => Sense::Least,
            '+' => Sense::Plus,
            '/' | '-' if self.sign_at(next) == Some(sign) => {
                self.at += 1;
                return;
            }
            '-' if self.sign_at(next) == Some('>') => return self.push(Sense::To, 2),
            '-' => Sense::Dash,
            '~' if self.between_numbers() => Sense::Dash,
            '→' => Sense::To,
            '/' => return self.slash(),
            '(' | '[' => Sense::Open,
            ')' | ']' => Sense::Close,
            ':' => Sense::Colon,
            ',' => Sense::Comma,
            '<' => Sense::UpTo,
            '>' => Sense::Least,
            '=' => Sense::Equals,
            '&' => Sense::And,
            // "[28 000 ; 32 000] €".
            ';' | '|' if self.between_numbers() && self.just_opened() => Sense::Dash,
            ';' | '|' | '\n' | '•' | '·' | '…' | '!' => Sense::Stop,
            // After a short word it is an abbreviation's.
            '.' if !self.before(1).is_some_and(|at| self.word_is(at, |w| w.len() <= 5)) => Sense::Stop,
            _ => {
                self.at += 1;
                return;
            }
        };
        self.push(sense, 1);
    }

    fn between_numbers(&self) -> bool {
        let number = matches!(self.out.last(), Some(Sense::Number(_) | Sense::Euro | Sense::Kilo));
        number && self.number_at(self.at + 1).is_some()
    }

    /// Nothing but one amount has come since a bracket.
    fn just_opened(&self) -> bool {
        let amount = |sense: &&Sense| matches!(sense, Sense::Number(_) | Sense::Euro | Sense::Kilo);
        self.out.iter().rev().take(4).find(|sense| !amount(sense)) == Some(&Sense::Open)
    }

    /// "/h", "/ mois", "/demi-journée"; "H/F" is none.
    fn slash(&mut self) {
        let next = self.at + 1;
        let sexes = self.before(1).is_some_and(|at| self.word_is(at, |w| matches!(w, "f" | "h")));
        let at = next + usize::from(self.word_is(next, |w| matches!(w, "par" | "p")));
        let money = matches!(
            self.out.last(),
            Some(Sense::Euro | Sense::Gross | Sense::Net | Sense::Kilo | Sense::Number(_) | Sense::Period { .. })
        );
        match self.word_at(at).and_then(words::unit).filter(|_| !sexes) {
            Some(per) if money || per == Some(PayPeriod::Hour) || self.word_is(at, |w| w.len() > 1) => {
                self.push(Sense::Period { per, firm: true }, at + 1 - self.at);
            }
            _ => self.push(Sense::Slash, 1),
        }
    }
}
