//! Numbers that are no money: hours, dates, coefficients, monthly payments.

use super::PayPeriod;
use super::sense::{Reader, Sense};
use super::token::{Number, Token};
use super::words;

impl Reader<'_> {
    /// What a number is: money perhaps, or something that is counted.
    pub(super) fn number(&mut self, number: Number) {
        let next = self.at + 1;
        if let Some(tokens) = self.date() {
            return self.push(Sense::Count, tokens);
        }
        if self.word_is(next, words::is_hours) {
            return self.hours(number);
        }
        if let Some((sense, tokens)) = self.ordinal(number).or_else(|| self.months(number)) {
            return self.push(sense, tokens);
        }
        // "16 an hour".
        let english = self.word_is(next, |w| w == "an") && self.word_is(next + 1, words::is_english_unit);
        if self.sign_at(next) == Some('%') || (self.word_is(next, words::is_count) && !english) {
            return self.push(Sense::Count, 2);
        }
        // Both ends of a range are what its last one is.
        let of_count = self.is_link(next)
            && self.number_at(next + 1).is_some()
            && (self.sign_at(next + 2) == Some('%') || self.word_is(next + 2, |w| w != "mois" && words::is_count(w)));
        if of_count || self.is_code(number) {
            // "coefficient 140 à 165".
            self.coded = if self.coded > 0 { 3 } else { 0 };
            return self.push(Sense::Count, 1);
        }
        self.push(Sense::Number(number), 1);
    }

    /// "01/09/2026", "15 mars 1966": how many tokens.
    fn date(&self) -> Option<usize> {
        let plain = |at: usize| self.number_at(at).filter(|n| n.is_plain());
        let slashes = self.sign_at(self.at + 1) == Some('/') && self.sign_at(self.at + 3) == Some('/');
        let days = (1_00..=31_00).contains(&plain(self.at)?.e2);
        let months = plain(self.at + 2).is_some_and(|n| n.e2 <= 12_00);
        (slashes && days && months && plain(self.at + 4).is_some()).then_some(5)
    }

    /// A number that names a rule, a year or a step: nothing says that it is money.
    fn is_code(&self, number: Number) -> bool {
        let range = self.is_link(self.at + 1) && self.number_at(self.at + 2).is_some() && self.is_marked(self.at + 2);
        let to = range && self.word_at(self.at + 1).is_some();
        let dated = self.before(1).is_some_and(|at| self.word_is(at, words::is_month));
        let recent = (2020_00..2040_00).contains(&number.e2) && !to;
        let named = self.before(1).is_some_and(|at| self.word_is(at, words::names_by_number));
        let year = (1950_00..2050_00).contains(&number.e2) && self.begun && !range;
        number.is_plain()
            && !self.is_marked(self.at)
            && (self.coded > 0 || dated || recent || year || (named && !range) || self.is_postcode(number))
    }

    /// Five digits where nothing says that they are pay: "basé à 45000 Orléans", "45000 Orléans", "CDI, 45000".
    fn is_postcode(&self, number: Number) -> bool {
        let next = self.at + 1;
        let (stranger, follows) = match self.spots.get(next).map(|spot| spot.token) {
            Some(Token::Word(word)) if words::follows_pay(word) => (false, true),
            Some(Token::Word(_)) => (true, false),
            Some(Token::Sign(sign)) => (false, sign == '+' || self.number_at(next + 1).is_some()),
            _ => (false, !self.begun),
        };
        let told = |sense: &Sense| {
            matches!(sense, Sense::Pay | Sense::Fixed | Sense::Gross | Sense::Period { .. } | Sense::Least)
        };
        let money = |sense: &Sense| told(sense) || matches!(sense, Sense::Number(_) | Sense::Euro | Sense::Kilo);
        let (linked, placed) = match self.out.as_slice() {
            [.., Sense::Pay | Sense::Fixed, Sense::To] => (false, false),
            [.., last, Sense::To | Sense::Dash | Sense::Slash | Sense::Or | Sense::And] if money(last) => (true, false),
            [.., Sense::To] => (false, true),
            _ => (false, false),
        };
        let led = self.out.iter().rev().take(6).any(told);
        (10_000_00..99_000_00).contains(&number.e2) && !linked && ((placed && stranger) || (!follows && !led))
    }

    fn is_link(&self, at: usize) -> bool {
        matches!(self.sign_at(at), Some('-' | '/')) || matches!(self.word_at(at), Some("a" | "ou" | "et"))
    }

    /// Something after the number says that it is money.
    fn is_marked(&self, at: usize) -> bool {
        let per = |word: &str| word != "f" && words::unit(word).is_some();
        let money = |word: &str| {
            matches!(word, "k" | "ke") || matches!(words::sense(word), Sense::Euro | Sense::Gross | Sense::Net)
        };
        self.sign_at(at + 1) == Some('€')
            || (self.sign_at(at + 1) == Some('/') && self.word_is(at + 2, per))
            || self.word_is(at + 1, money)
    }

    /// "35 h par semaine", "7h30", "151,67 heures mensuelles", "39 hebdo".
    fn hours(&mut self, number: Number) {
        self.at += 2;
        if self.number_at(self.at).is_some() && self.spots.get(self.at).is_some_and(|spot| !spot.spaced) {
            self.at += 1;
        }
        let skip = usize::from(
            self.sign_at(self.at) == Some('/') || self.word_is(self.at, |w| matches!(w, "par" | "la" | "de" | "p")),
        );
        let whole = |w: &str| matches!(w, "mensuelles" | "mensuel" | "mensuels" | "annuelles" | "annuel");
        if self.word_is(self.at + skip, |w| words::unit(w).is_some() || w.starts_with("hebdo") || w == "travail")
            || (number.e2 >= 100_00 && self.word_is(self.at + skip, whole))
        {
            self.at += skip + 1;
        }
    }

    /// "13e mois", "1er échelon", "1900e".
    fn ordinal(&self, number: Number) -> Option<(Sense, usize)> {
        let next = self.at + 1;
        let word = self.word_at(next).filter(|w| words::is_ordinal(w))?;
        let glued = self.spots.get(next).is_some_and(|spot| !spot.spaced);
        // "13e - 16e50/h".
        let range = self.is_link(next + 1) && self.number_at(next + 2).is_some() && self.is_marked(next + 2);
        let euro = !number.is_plain() || number.e2 >= 1_000_00 || self.is_marked(next) || !glued || range;
        if self.word_is(next + 1, |w| w == "mois") {
            // "sans 13e mois", "1/2 13e mois".
            let none = self.before(1).is_some_and(|at| self.number_at(at).is_some())
                || self.before(1).is_some_and(|at| self.word_is(at, |w| matches!(w, "sans" | "demi" | "pas")))
                || self.before(2).is_some_and(|at| self.word_is(at, |w| w == "pas"));
            return Some((paid(number, 13_00, 16_00).filter(|_| !none).unwrap_or(Sense::Count), 3));
        }
        if word == "e" && euro {
            return None;
        }
        // "+ 13ème": everyone knows of what.
        let alone = self.word_at(next + 1).is_none() && (13_00..=14_00).contains(&number.e2);
        Some((paid(number, 13_00, 14_00).filter(|_| alone).unwrap_or(Sense::Count), 2))
    }

    /// A year's pay has come: "26 400 € brut annuel (12 mois)".
    fn is_yearly(&self) -> bool {
        let year = |sense: &Sense| match sense {
            Sense::Period { per, .. } => *per == Some(PayPeriod::Year),
            Sense::Number(number) => number.e2 >= 15_000_00,
            _ => false,
        };
        self.out.iter().rev().take(6).any(year)
    }

    /// "sur 13,5 mois", "x 13", "/13 mois", "(13 mois)", "12 mensualités".
    fn months(&self, number: Number) -> Option<(Sense, usize)> {
        let before = self.before(1);
        let times = before.is_some_and(|at| {
            matches!(self.sign_at(at), Some('*' | '×')) || self.word_is(at, |w| matches!(w, "x" | "fois"))
        });
        let over = before.is_some_and(|at| self.word_is(at, |w| w == "sur"));
        let contract = (2..=4).any(|back| self.before(back).is_some_and(|at| self.word_is(at, words::is_contract)));
        if self.word_is(self.at + 1, |w| w == "mois" || w.starts_with("mensualite")) {
            let divided = before.is_some_and(|at| self.sign_at(at) == Some('/'))
                || self.word_is(self.at + 1, |w| w != "mois")
                || (before.is_some_and(|at| self.sign_at(at) == Some('(')) && self.is_yearly());
            let (low, high) = match (over, times || divided) {
                (true, _) => (1_00, 20_00),
                (_, true) => (12_00, 18_00),
                _ => (13_00, 16_00),
            };
            // "CDD 13 mois", "13 mois de contrat".
            let contract = contract
                || before.is_some_and(|at| self.word_is(at, words::is_contract))
                || self.word_is(self.at + 3, words::is_contract);
            return Some((paid(number, low, high).filter(|_| !contract).unwrap_or(Sense::Count), 2));
        }
        let alone = !self.is_marked(self.at) && !self.word_is(self.at + 1, |w| words::is_count(w) || w == "k");
        let first = matches!(self.sign_at(self.at + 1), Some('*' | '×')) || self.word_is(self.at + 1, |w| w == "x");
        if alone && (times || (over && !contract)) {
            // "151,67 x 12,31" is no number of months.
            return paid(number, 12_00, 18_00).filter(|_| number.e2 % 50 == 0).map(|months| (months, 1));
        }
        // "13 x 1 900 €".
        let money = self.number_at(self.at + 2).is_some_and(|n| n.e2 >= 1_000_00);
        if first && money { paid(number, 12_00, 18_00).map(|months| (months, 2)) } else { None }
    }
}

/// Monthly payments, where there are so many in a year.
fn paid(number: Number, low: i64, high: i64) -> Option<Sense> {
    let within = (low..=high).contains(&number.e2);
    u16::try_from(number.e2).ok().filter(|_| within).map(Sense::Months)
}
