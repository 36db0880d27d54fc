//! Amounts, alone or as a range, with what the text says of them.

use super::PayPeriod;
use super::context::{self, Said};
use super::levels;
use super::sense::Sense;
use super::token::Number;
use super::words::{Extra, Per};

/// An amount or a range that may be the gross pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// Lowest, in cents.
    pub min: i64,
    /// Highest, in cents.
    pub max: i64,
    /// Said to be money: a currency or "K".
    pub marked: bool,
    /// Written with cents.
    pub cents: bool,
    /// Said to be gross.
    pub gross: bool,
    /// The stated period, and whether it is said of this very amount.
    pub period: Option<(Per, bool)>,
    /// The word "salaire", "taux" or the like comes before.
    pub introduced: bool,
    /// Said to be the fixed part.
    pub fixed: bool,
}

/// One end of a range.
#[derive(Clone, Copy)]
struct End {
    number: Number,
    kilo: bool,
    euro: bool,
    foreign: bool,
    /// The place after it and its currency.
    after: usize,
}

impl End {
    fn at(senses: &[Sense], at: usize) -> Option<Self> {
        let Some(Sense::Number(number)) = senses.get(at).copied() else { return None };
        let before = |back: usize| at.checked_sub(back).and_then(|at| senses.get(at));
        let euro = before(1) == Some(&Sense::Euro) && !matches!(before(2), Some(Sense::Number(_) | Sense::Kilo));
        let mut end = Self { number, kilo: false, euro, foreign: false, after: at + 1 };
        while let Some(sense) = senses.get(end.after) {
            match sense {
                Sense::Kilo if !end.kilo => end.kilo = true,
                Sense::Euro => end.euro = true,
                Sense::Foreign | Sense::Scale => end.foreign = true,
                // "(28 à 32) K€".
                Sense::Close
                    if !end.is_marked() && matches!(senses.get(end.after + 1), Some(Sense::Euro | Sense::Kilo)) => {}
                _ => break,
            }
            end.after += 1;
        }
        end.add_cents(senses);
        Some(end)
    }

    /// "12 euros 50 de l'heure", "12 euros et 50 centimes".
    fn add_cents(&mut self, senses: &[Sense]) {
        let rest = senses.get(self.after..).unwrap_or_default();
        let and = usize::from(rest.first() == Some(&Sense::And));
        let (cents, unit) = match &rest[and..] {
            [Sense::Number(cents), Sense::Scale, ..] => (*cents, 1),
            [Sense::Number(cents), rest @ ..]
                if and == 0 && cents.e2 >= 10_00 && self.number.e2 < 100_00 && ends_cents(rest, *cents) =>
            {
                (*cents, 0)
            }
            _ => return,
        };
        let number = self.number;
        if self.euro && !self.kilo && !number.decimals && cents.is_plain() && cents.e2 < 100_00 {
            self.number =
                Number { e2: number.e2.saturating_add(cents.e2 / 100), decimals: true, cents: true, ..number };
            self.after += and + 1 + unit;
        }
    }

    const fn cents(self) -> i64 {
        if self.kilo { self.number.e2.saturating_mul(1_000) } else { self.number.e2 }
    }

    const fn is_marked(self) -> bool {
        self.euro || self.kilo
    }
}

/// Whether what comes after "12 euros 50" leaves the second number to the first: "12 euros 35" may be the week.
fn ends_cents(rest: &[Sense], cents: Number) -> bool {
    match rest {
        [Sense::Period { firm: true, .. }, ..] | [Sense::Of, Sense::Period { firm: true, .. }, ..] => true,
        [] | [Sense::Gross | Sense::Stop | Sense::Comma | Sense::Plus, ..] => !matches!(cents.e2, 35_00 | 39_00),
        _ => false,
    }
}

/// Two ends, which are the same for an amount alone.
struct Range {
    first: End,
    last: End,
    min: i64,
    max: i64,
    /// A currency or "K" is said of one of them.
    marked: bool,
    /// What is said between the two.
    between: Said,
}

impl Range {
    /// The amount or the range that begins at a place.
    fn at(senses: &[Sense], at: usize) -> Option<Self> {
        Some(Self::unleveled(senses, at)?.with_levels(senses, at))
    }

    fn unleveled(senses: &[Sense], at: usize) -> Option<Self> {
        let first = End::at(senses, at)?;
        let (min, max) = (first.cents(), first.cents());
        let alone = Self { first, last: first, min, max, marked: first.is_marked(), between: Said::default() };
        Some(Self::linked(senses, at, first).unwrap_or(alone))
    }

    /// With what is paid at the next levels.
    fn with_levels(mut self, senses: &[Sense], mut start: usize) -> Self {
        while let Some((at, next)) =
            levels::next(senses, start, self.last.after).and_then(|at| Some((at, Self::unleveled(senses, at)?)))
        {
            let Some((here, there)) = scaled(self.last, next.first, false) else { break };
            let (said, near) = (context::tail(senses, self.last.after).0, context::tail(senses, next.last.after).0);
            if !said.is_like(&near) || context::after(senses, next.last.after, there).extra.is_some() {
                break;
            }
            if self.is_alone() {
                (self.min, self.max, self.between) = (here, here, said);
            }
            let (low, high) = if next.is_alone() { (there, there) } else { (next.min, next.max) };
            (self.min, self.max) = (self.min.min(self.max).min(low), self.max.max(self.min).max(high));
            self.marked |= next.marked;
            (self.last, start) = (next.last, at);
        }
        self
    }

    const fn is_alone(&self) -> bool {
        self.first.after == self.last.after
    }

    fn linked(senses: &[Sense], start: usize, first: End) -> Option<Self> {
        let lead = &senses[start.saturating_sub(4)..start];
        let mut least = lead.contains(&Sense::Least);
        let (between, mut at) = context::tail(senses, first.after);
        least |= senses[first.after..at].contains(&Sense::Least);
        let link = *senses.get(at)?;
        let joins = match link {
            Sense::To | Sense::UpTo | Sense::Dash | Sense::Slash | Sense::Or => true,
            Sense::And => least || lead.contains(&Sense::Between),
            Sense::Most | Sense::Comma => least && senses[at..].iter().take(3).any(|s| *s == Sense::Most),
            _ => false,
        };
        if !joins {
            return None;
        }
        at += 1;
        let filler = |sense: &Sense| {
            matches!(sense, Sense::UpTo | Sense::Most | Sense::Of | Sense::Euro | Sense::To | Sense::Colon)
        };
        at += senses[at..].iter().take(4).take_while(|sense| filler(sense)).count();
        let last = End::at(senses, at)?;
        let close = matches!(link, Sense::To | Sense::And);
        let (min, max) = scaled(first, last, close)?;
        let (near, _) = context::tail(senses, last.after);
        let right = context::after(senses, last.after, last.cents());
        // "1 900 € - 150 € de prime", "1 900 €, jusqu'à 2 500 € avec primes".
        let with_extra =
            (!close && right.extra.is_some()) || (link == Sense::UpTo && context::extra_ahead(senses, last.after));
        let hours = first.is_marked() && !last.is_marked() && near == Said::default() && looks_like_hours(first, last);
        let marked = first.is_marked() || last.is_marked();
        (between.is_like(&near) && !with_extra && !hours).then_some(Self { first, last, min, max, marked, between })
    }

    fn amount(&self, left: &Said, right: &Said) -> Amount {
        let firm = right.period.filter(|(_, firm)| *firm);
        let led = left.period.filter(|(per, _)| per.is_some());
        Amount {
            min: self.min.min(self.max),
            max: self.max.max(self.min),
            marked: self.marked,
            cents: self.first.number.cents || self.last.number.cents,
            gross: right.gross.or(self.between.gross).or(left.gross) == Some(true),
            period: firm.or(self.between.period).or(led).or(right.period).or(left.period),
            introduced: left.introduced,
            fixed: left.fixed || right.fixed,
        }
    }
}

/// Both ends in cents, the unit of one being that of the other where only one has it: "28 à 32 K€",
/// "30 à 35 000 €". `None` where they are no range. `close` is for links that join nothing else.
fn scaled(first: End, last: End, close: bool) -> Option<(i64, i64)> {
    const THOUSAND: i64 = 1_000_00;
    let (a, b) = (first.number.e2, last.number.e2);
    let (mut min, mut max) = (first.cents(), last.cents());
    if last.kilo && !first.kilo && a < THOUSAND {
        min = a.saturating_mul(1_000);
    } else if first.kilo && !last.kilo && b < THOUSAND {
        max = b.saturating_mul(1_000);
    } else if !first.is_marked() && first.number.is_plain() && a < THOUSAND && b >= 10 * THOUSAND && a * 1_000 <= b {
        min = a * 1_000;
    }
    let most = if !close {
        5
    } else if first.is_marked() {
        i64::MAX
    } else {
        50
    };
    let far = |low: i64, high: i64| high > low.saturating_mul(most);
    (!far(min, max) && !far(max, min)).then_some((min, max))
}

/// "12 € - 35": the week, not an end of the range.
const fn looks_like_hours(first: End, last: End) -> bool {
    let (a, b) = (first.cents(), last.number.e2);
    !first.kilo && last.number.is_plain() && b >= 24_00 && b <= 48_00 && b > a.saturating_mul(2)
}

/// The amounts of a text that may be its gross pay, in order.
pub(super) fn amounts(senses: &[Sense]) -> Vec<Amount> {
    let mut out: Vec<Amount> = Vec::new();
    let (mut at, mut floor) = (0, 0);
    let abroad = senses.contains(&Sense::Foreign);
    // Whether all that came yet is no pay: "prime 150 €".
    let mut beside = false;
    while at < senses.len() {
        let Some(range) = Range::at(senses, at) else {
            at += 1;
            continue;
        };
        let left = context::before(senses, floor, at);
        let mut right = context::after(senses, range.last.after, range.min);
        // "brut 1 900 net 1 500", "mensuel 1 900 € horaire 12 €": each word is that of the number after it.
        if left.gross.is_some() && right.gross.is_some() && right.leads_on {
            (right.gross, right.gross_until) = (None, 0);
        }
        if left.period.is_some_and(|(per, _)| per.is_some()) && right.period.is_some_and(|(_, firm)| !firm) {
            (right.period, right.period_until) = (None, 0);
        }
        at = range.last.after;
        floor = at.max(right.gross_until).max(right.period_until);
        let amount = range.amount(&left, &right);
        let hourly = amount.period.is_some_and(|(per, _)| per == Some(PayPeriod::Hour));
        let bare = !amount.gross && amount.period.is_none() && !amount.introduced;
        let extra = right.extra.is_some_and(|extra| extra != Extra::Thing || bare)
            || left.extra.is_some_and(|extra| match extra {
                Extra::Trade => !hourly && range.max < 1_000_00,
                Extra::Small => range.max < 1_000_00,
                Extra::Bonus | Extra::Loose => true,
                Extra::Thing => bare,
            });
        // "prime 150 € + 1 900 € brut mensuel".
        let whole = beside && amount.gross && amount.period.is_some() && out.is_empty();
        beside |= extra;
        let added = (left.added && !whole) || (left.total && !out.is_empty());
        let upper = range.min == range.max && (left.upper || right.upper);
        let net = right.gross.or(range.between.gross).or(left.gross) == Some(false);
        let foreign = range.first.foreign || range.last.foreign || (abroad && !range.first.euro && !range.last.euro);
        if !(extra || added || upper || net || foreign) {
            out.push(amount);
        }
    }
    out
}
