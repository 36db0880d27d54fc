//! What stands round an amount: gross or net, its period, whether it is a bonus.

use super::sense::Sense;
use super::words::{Extra, Per};

/// How far words before an amount are looked at.
const BEFORE: usize = 12;
/// How far words after it are.
const AFTER: usize = 14;

/// What the words round an amount say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Gross (`true`) or net.
    pub gross: Option<bool>,
    /// The place after the word that says so.
    pub gross_until: usize,
    /// The period, and whether a preposition says it of this very amount.
    pub period: Option<(Per, bool)>,
    /// The place after the words that say so.
    pub period_until: usize,
    /// It is a bonus, an allowance or the like.
    pub extra: Option<Extra>,
    /// It comes on top of the pay: after "+".
    pub added: bool,
    /// It is the sum of the pay and what comes on top: after "+ … soit".
    pub total: bool,
    /// It is a maximum.
    pub upper: bool,
    /// "salaire", "taux" or the like comes before.
    pub introduced: bool,
    /// "fixe": the part of a package that is the pay.
    pub fixed: bool,
    /// The word for gross or net stands directly before the next number.
    pub leads_on: bool,
}

impl Said {
    fn label(&mut self, sense: Sense, at: usize) {
        if self.gross.is_none() {
            (self.gross, self.gross_until) = (Some(sense == Sense::Gross), at + 1);
        }
    }

    /// Whether both may be said of the two ends of a range.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.gross.zip(other.gross).is_none_or(|(a, b)| a == b)
            && self.period.zip(other.period).is_none_or(|((a, _), (b, _))| a == b)
    }

    fn per(&mut self, per: Per, firm: bool, at: usize) {
        if self.period.is_none() {
            (self.period, self.period_until) = (Some((per, firm)), at + 1);
        }
    }
}

/// What stands directly after an amount, and where that ends.
pub(super) fn tail(senses: &[Sense], from: usize) -> (Said, usize) {
    let mut said = Said::default();
    let (mut at, mut open) = (from, false);
    while let Some(sense) = senses.get(at).filter(|_| at < from + 8) {
        match *sense {
            Sense::Gross | Sense::Net => said.label(*sense, at),
            Sense::Period { per, firm } => said.per(per, firm, at),
            Sense::Open => open = true,
            Sense::Close => open = false,
            // "12 € (débutant) à 14 €".
            Sense::Least | Sense::Of | Sense::Level => {}
            Sense::Other if open => {}
            // "à l'heure".
            Sense::To if matches!(senses.get(at + 1), Some(Sense::Period { firm: true, .. })) => {}
            _ => break,
        }
        at += 1;
    }
    (said, at)
}

/// Whether a bonus is spoken of in what follows.
pub(super) fn extra_ahead(senses: &[Sense], from: usize) -> bool {
    let ends = |sense: &&Sense| !matches!(sense, Sense::Stop | Sense::Number(_) | Sense::Comma);
    senses
        .iter()
        .skip(from)
        .take(AFTER)
        .take_while(ends)
        .any(|s| matches!(s, Sense::Extra(extra) if *extra != Extra::Thing))
}

/// Reads backwards from an amount at `start`, not before `floor`.
pub(super) fn before(senses: &[Sense], floor: usize, start: usize) -> Said {
    let mut said = Said::default();
    // A bonus or a "+" before one of these is no more about the amount.
    let (mut extras, mut adds, mut words) = (true, true, true);
    for back in 1..=BEFORE {
        let Some(at) = start.checked_sub(back).filter(|at| *at >= floor) else { break };
        match senses[at] {
            Sense::Stop | Sense::Number(_) => break,
            Sense::Equals => {
                let since = floor.max(at.saturating_sub(BEFORE));
                said.total = senses[since..at].contains(&Sense::Plus);
                break;
            }
            Sense::Plus => {
                said.added = adds;
                break;
            }
            Sense::Count | Sense::Months(_) => words = false,
            // "primes (150 €)".
            Sense::Open => adds = false,
            Sense::Comma | Sense::Dash | Sense::Slash | Sense::Close | Sense::And => {
                (extras, adds) = (false, false);
            }
            // "prime de formation" is a bonus.
            Sense::Extra(Extra::Thing) if extras => said.extra = Some(Extra::Thing),
            Sense::Extra(extra) if extras => {
                said.extra = Some(match (said.extra, extra) {
                    (Some(Extra::Thing), Extra::Trade) => Extra::Thing,
                    // "frais de formation".
                    (Some(Extra::Thing), Extra::Small) => Extra::Bonus,
                    _ => extra,
                });
                extras = false;
            }
            // "frais 250 € + salaire 1 900 €".
            Sense::Pay => (said.introduced, extras, adds) = (true, false, false),
            Sense::Fixed => (said.introduced, said.fixed, extras, adds) = (true, words, false, false),
            Sense::Gross | Sense::Net if words => said.label(senses[at], at),
            Sense::Period { per, firm } if words => said.per(per, firm, at),
            Sense::UpTo | Sense::Most if back <= 3 => said.upper = true,
            _ => {}
        }
    }
    said
}

/// Reads on from the end of an amount of `cents`.
pub(super) fn after(senses: &[Sense], end: usize, cents: i64) -> Said {
    let mut said = Said::default();
    let (mut direct, mut of, mut apart, mut open) = (true, false, false, false);
    for at in end..senses.len().min(end + AFTER) {
        match senses[at] {
            Sense::Stop | Sense::Number(_) | Sense::Count | Sense::Equals | Sense::Plus => break,
            Sense::Extra(Extra::Thing) if !(direct && of) => direct = false,
            Sense::Extra(extra) => {
                let named = match extra {
                    Extra::Trade | Extra::Small => cents < 1_000_00,
                    Extra::Bonus => cents < 1_000_00 || !open,
                    Extra::Loose | Extra::Thing => false,
                };
                said.extra = Some(extra).filter(|_| direct && (of || named));
                break;
            }
            Sense::Pay | Sense::Fixed if apart => break,
            Sense::Fixed => said.fixed = true,
            Sense::Gross | Sense::Net => {
                if said.gross.is_some_and(|gross| gross != (senses[at] == Sense::Gross)) {
                    break;
                }
                said.label(senses[at], at);
                said.leads_on = leads_on(senses, at);
            }
            Sense::Period { per, firm } => {
                let next_one = !firm && (senses.get(at + 1) == Some(&Sense::Colon) || (apart && leads_on(senses, at)));
                if said.period.is_some() || next_one {
                    break;
                }
                said.per(per, firm, at);
            }
            Sense::Most => said.upper = true,
            Sense::Slash => apart = true,
            Sense::Open => (apart, open) = (true, true),
            Sense::Comma | Sense::Dash | Sense::And | Sense::Or | Sense::Close => (apart, direct) = (true, false),
            // "150 € de belle prime".
            Sense::Of => of = true,
            Sense::Other | Sense::Level => direct &= of,
            _ => {}
        }
    }
    said
}

/// Whether a number comes directly after the word at a place.
fn leads_on(senses: &[Sense], at: usize) -> bool {
    let ahead = |sense: &&Sense| matches!(sense, Sense::Colon | Sense::Of | Sense::Period { .. } | Sense::Gross);
    senses[at + 1..].iter().take(4).find(|s| !ahead(s)).is_some_and(|s| matches!(s, Sense::Number(_)))
}
