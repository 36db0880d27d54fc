//! Which question to ask next, where no job could be named: cards of macro-compétences, « touchez ce
//! que vous avez déjà fait ».
//!
//! A card is worth what it is expected to tell about which jobs she may have had (mutual information
//! between the answer and the past job, with [`WRONG`] answers), times the square root of its weight
//! among the local offers: a question that decides nothing here is not asked (skills.md §B1).

use super::belief::taught_macros;
use super::constants::{ANYBODY_MACRO, CARDS, SCREENS, TEMPER, WRONG};
use crate::skill::{MacroIx, OccupationIx, Referential, Share};
use std::collections::BTreeMap;

/// Open offers by occupation, here.
pub type LocalWeights = BTreeMap<OccupationIx, u32>;

/// What is believed of her past while cards are asked.
#[derive(Clone, Debug)]
pub struct Cards {
    /// Chance of each occupation as her past.
    past: Vec<f64>,
    /// P(yes | occupation) for each macro-compétence that counts here, and its local weight.
    questions: Vec<Question>,
    asked: usize,
}

#[derive(Clone, Debug)]
struct Question {
    about: MacroIx,
    /// Occupations that ask for it, and how likely their people say yes. All others say yes by chance.
    yes: Vec<(OccupationIx, f64)>,
    /// Square root of its share of what the local offers ask for.
    weight: f64,
    done: bool,
}

impl Cards {
    /// Before the first card: any past is possible, those that exist here somewhat more.
    #[must_use]
    pub fn new(rome: &Referential, local: &LocalWeights) -> Self {
        let mut yes: BTreeMap<MacroIx, Vec<(OccupationIx, f64)>> = BTreeMap::new();
        let mut weights: BTreeMap<MacroIx, f64> = BTreeMap::new();
        for (occupation, _) in rome.occupations() {
            let asked = taught_macros(rome, occupation);
            let offers = local.get(&occupation).copied().unwrap_or(0);
            for (one, likely) in asked {
                yes.entry(one).or_default().push((occupation, said(likely)));
                *weights.entry(one).or_insert(0.0) += f64::from(offers);
            }
        }
        let total: f64 = weights.values().sum();
        let questions = yes.into_iter().filter_map(|(about, yes)| {
            let weight = weights.get(&about).copied().filter(|w| *w > 0.0)?;
            Some(Question { about, yes, weight: libm::sqrt(weight / total.max(1.0)), done: false })
        });
        let count = rome.occupations().len();
        Self { past: vec![1.0 / count.max(1) as f64; count], questions: questions.collect(), asked: 0 }
    }

    /// The next screen: at most six cards, the most telling first; empty when it is time to stop.
    #[must_use]
    pub fn next(&self) -> Vec<MacroIx> {
        if self.asked >= CARDS * SCREENS {
            return Vec::new();
        }
        // Worth in millionths: the same integer everywhere, so that the order agrees; ties by number.
        let mut worth: Vec<(u64, MacroIx, usize)> = self
            .questions
            .iter()
            .enumerate()
            .filter(|(_, question)| !question.done)
            .map(|(at, question)| ((self.information(question) * question.weight * 1e6) as u64, question.about, at))
            .filter(|(worth, ..)| *worth > 0)
            .collect();
        worth.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut chosen: Vec<usize> = Vec::new();
        for (_, _, at) in &worth {
            if chosen.len() < CARDS && chosen.iter().all(|other| !self.alike(*other, *at)) {
                chosen.push(*at);
            }
        }
        chosen.into_iter().map(|at| self.questions[at].about).collect()
    }

    /// Takes an answer: touched or left.
    pub fn answer(&mut self, about: MacroIx, touched: bool) {
        let Some(question) = self.questions.iter_mut().find(|q| q.about == about && !q.done) else { return };
        question.done = true;
        self.asked += 1;
        let mut likely = vec![chance(touched, said(ANYBODY_MACRO)); self.past.len()];
        for (occupation, yes) in &question.yes {
            likely[usize::from(occupation.0)] = chance(touched, *yes);
        }
        for (p, likely) in self.past.iter_mut().zip(likely) {
            *p *= libm::pow(likely, TEMPER);
        }
        let total: f64 = self.past.iter().sum();
        if total > 0.0 {
            for p in &mut self.past {
                *p /= total;
            }
        }
    }

    /// The pasts that are likeliest, with their chance: what the results begin with.
    #[must_use]
    pub fn likeliest(&self, most: usize) -> Vec<(OccupationIx, Share)> {
        let mut ranked: Vec<(u64, OccupationIx)> =
            self.past.iter().enumerate().map(|(at, p)| ((p * 1e9) as u64, OccupationIx(at as u16))).collect();
        ranked.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.into_iter().take(most).map(|(p, at)| (at, Share::of(p as f64 / 1e9))).collect()
    }

    /// Chance of each occupation as her past, in the order of the referential.
    #[must_use]
    pub fn past(&self) -> &[f64] {
        &self.past
    }

    /// How many cards were answered.
    #[must_use]
    pub const fn asked(&self) -> usize {
        self.asked
    }

    /// Bits that the answer is expected to tell of the past.
    fn information(&self, question: &Question) -> f64 {
        let by_chance = said(ANYBODY_MACRO);
        let (mut yes, mut known, mut inside) = (0.0, 0.0, 0.0);
        for (occupation, likely) in &question.yes {
            let p = self.past[usize::from(occupation.0)];
            inside += p;
            yes += p * likely;
            known += p * doubt(*likely);
        }
        let outside = (1.0 - inside).max(0.0);
        yes += outside * by_chance;
        known += outside * doubt(by_chance);
        (doubt(yes) - known).max(0.0)
    }

    /// Whether two cards ask nearly the same: most of the occupations behind the one are behind the other.
    fn alike(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.questions[a].yes, &self.questions[b].yes);
        let (small, large) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let shared = small.iter().filter(|(o, _)| large.binary_search_by_key(o, |(o, _)| *o).is_ok()).count();
        shared * 2 > small.len()
    }
}

/// How likely a card is touched by who has it with this chance: some touch, or miss, by mistake.
const fn said(p: f64) -> f64 {
    p * (1.0 - WRONG) + (1.0 - p) * WRONG
}

const fn chance(touched: bool, yes: f64) -> f64 {
    if touched { yes } else { 1.0 - yes }
}

/// Entropy of a yes or no, in bits.
fn doubt(p: f64) -> f64 {
    let one = |p: f64| if p > 0.0 { -p * libm::log2(p) } else { 0.0 };
    one(p) + one(1.0 - p)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::belief::tests::small;

    #[test]
    fn cards_are_few_different_and_of_here() {
        let rome = small();
        let local = [(OccupationIx(0), 3), (OccupationIx(1), 1)].into();
        let cards = Cards::new(&rome, &local);
        let first = cards.next();
        assert!(!first.is_empty() && first.len() <= CARDS);
        let here: Vec<_> = local.keys().flat_map(|o| rome.macros_asked(*o).into_keys()).collect();
        assert!(first.iter().all(|one| here.contains(one)));
        assert!(Cards::new(&rome, &LocalWeights::new()).next().is_empty(), "nothing here, nothing to ask");
    }

    #[test]
    fn an_answer_is_asked_for_once_and_moves_the_past() {
        let rome = small();
        let local: LocalWeights = rome.occupations().map(|(o, _)| (o, 1)).collect();
        let mut cards = Cards::new(&rome, &local);
        let about = cards.next()[0];
        let holder = rome.occupations().find(|(o, _)| rome.macros_asked(*o).contains_key(&about)).unwrap().0;
        let before = cards.past()[usize::from(holder.0)];
        cards.answer(about, true);
        assert!(cards.past()[usize::from(holder.0)] > before);
        assert!(!cards.next().contains(&about));
        let after = cards.past().to_vec();
        cards.answer(about, true);
        assert_eq!(cards.past(), after, "twice is once");
        assert!((cards.past().iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}
