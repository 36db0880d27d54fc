//! Which question to ask next, where no job could be named: cards of macro-compétences, « touchez ce
//! que vous avez déjà fait ».
//!
//! A card is worth what its answer is expected to tell about how well the local occupations suit her, each
//! weighed by its open offers: the variance of their scores that it explains, after the cards already chosen
//! for the same screen (a linear model of answers and scores, as for choosing observations of a Gaussian
//! process: Krause & Guestrin, JMLR 2008). The chances come from what is believed of her past. A question
//! that decides nothing here explains nothing and is not asked (skills.md §B1).

use super::constants::{ANYBODY_MACRO, CARDS, SCREENS, TEMPER, WRONG};
use super::questions::{Here, Questions};
use crate::skill::MacroIx;
use std::cmp::Reverse;

/// Cards that are weighed against each other: those that would tell most by themselves. With all of them the
/// choice is no better (`make eval`) and six times slower.
const WEIGHED: usize = 48;

/// What is believed of her past while cards are asked.
#[derive(Clone, Debug)]
pub struct Cards<'a> {
    questions: &'a Questions,
    here: &'a Here,
    /// Chance of each occupation as her past.
    past: Vec<f64>,
    /// Which were answered, by macro-compétence.
    done: Vec<bool>,
    asked: usize,
}

impl<'a> Cards<'a> {
    /// Before the first card: any past is possible.
    #[must_use]
    pub fn new(questions: &'a Questions, here: &'a Here) -> Self {
        let count = questions.of.len();
        let past = vec![1.0 / count.max(1) as f64; count];
        Self { questions, here, past, done: vec![false; questions.has.len()], asked: 0 }
    }

    /// The next screen: at most six cards, the most telling first; empty when it is time to stop.
    #[must_use]
    pub fn next(&self) -> Vec<MacroIx> {
        if self.asked >= CARDS * SCREENS {
            return Vec::new();
        }
        let mut open = Open::new(self);
        let mut chosen = Vec::new();
        while chosen.len() < CARDS {
            let Some(at) = open.best() else { break };
            chosen.push(open.about[at]);
            open.take(at);
        }
        chosen
    }

    /// Takes an answer: touched or left.
    pub fn answer(&mut self, about: MacroIx, touched: bool) {
        let Some(done) = self.done.get_mut(usize::from(about.0)).filter(|done| !**done) else { return };
        *done = true;
        self.asked += 1;
        let ratio = |p: f64| libm::pow(chance(touched, said(p)) / chance(touched, said(ANYBODY_MACRO)), TEMPER);
        for (occupation, has) in &self.questions.has[usize::from(about.0)] {
            self.past[usize::from(occupation.0)] *= ratio(*has);
        }
        let total: f64 = self.past.iter().sum();
        if total > 0.0 {
            for p in &mut self.past {
                *p /= total;
            }
        }
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

    /// How likely she has each macro-compétence, beyond what anybody has.
    fn likely(&self) -> Vec<f64> {
        let mut mean = vec![0.0; self.done.len()];
        for (p, own) in self.past.iter().zip(&self.questions.of) {
            for (one, has) in own {
                mean[usize::from(one.0)] += p * (has - ANYBODY_MACRO);
            }
        }
        mean
    }
}

/// Variance of having something.
const fn variance(likely: f64) -> f64 {
    let q = likely + ANYBODY_MACRO;
    q * (1.0 - q)
}

/// The cards that can still be chosen for a screen: how their answers vary together, and with the scores of
/// the local occupations.
struct Open {
    about: Vec<MacroIx>,
    /// Covariance of each answer with each score; nothing for a card that is taken.
    scores: Vec<Option<Vec<f64>>>,
    /// Covariance of each answer with each other, before any was chosen.
    answers: Vec<Vec<f64>>,
    /// Variance of each answer, after those that were chosen.
    own: Vec<f64>,
    /// The chosen ones: covariance with each answer at that time, and its own variance.
    chosen: Vec<(Vec<f64>, f64)>,
}

// An answer says whether she has it, less what is said by mistake.
const HONEST: f64 = 1.0 - 2.0 * WRONG;

impl Open {
    fn new(cards: &Cards<'_>) -> Self {
        let likely = cards.likely();
        let about = weighed(cards, &likely);
        let mut answers = Vec::with_capacity(about.len());
        let mut scores = Vec::with_capacity(about.len());
        for one in &about {
            let together = have_together(cards, &likely, *one);
            let mut with = vec![0.0; cards.here.count];
            for (hangs, both) in cards.here.hangs.iter().zip(&together) {
                for (at, part) in hangs {
                    with[*at as usize] += part * both * HONEST;
                }
            }
            scores.push(Some(with));
            answers
                .push(about.iter().map(|other| together[usize::from(other.0)] * HONEST * HONEST).collect::<Vec<_>>());
        }
        for (at, row) in answers.iter_mut().enumerate() {
            row[at] += WRONG * (1.0 - WRONG);
        }
        let own = answers.iter().enumerate().map(|(at, row)| row[at]).collect();
        Self { about, scores, answers, own, chosen: Vec::new() }
    }

    /// The card that explains most. In billionths: the same integer everywhere, so that the order agrees; ties
    /// go to the first.
    fn best(&self) -> Option<usize> {
        let worth = |(at, with): (usize, &Option<Vec<f64>>)| {
            let explained: f64 = with.as_ref()?.iter().map(|c| c * c).sum();
            let worth = (explained / self.own[at] * 1e9) as u64;
            (worth > 0).then_some((worth, Reverse(at)))
        };
        self.scores.iter().enumerate().filter_map(worth).max().map(|(_, Reverse(at))| at)
    }

    /// Takes a card: what it explains is no longer to be explained.
    fn take(&mut self, at: usize) {
        let Some(told) = self.scores[at].take() else { return };
        let mut row = self.answers[at].clone();
        for (before, own) in &self.chosen {
            let share = before[at] / own;
            for (cell, before) in row.iter_mut().zip(before) {
                *cell -= share * before;
            }
        }
        let own = row[at];
        for ((with, variance), cell) in self.scores.iter_mut().zip(&mut self.own).zip(&row) {
            let share = cell / own;
            *variance -= share * cell;
            for (cell, told) in with.iter_mut().flatten().zip(&told) {
                *cell -= share * told;
            }
        }
        self.chosen.push((row, own));
    }
}

/// The open questions that tell most by themselves, in the order of macro-compétences; none on which nothing
/// hangs here.
fn weighed(cards: &Cards<'_>, likely: &[f64]) -> Vec<MacroIx> {
    let open = cards.done.iter().enumerate().filter(|(_, done)| !**done);
    let worth = open.filter_map(|(at, _)| {
        let hangs: f64 = cards.here.hangs[at].iter().map(|(_, part)| part * part).sum();
        let worth = (hangs * variance(likely[at]) * 1e9) as u64;
        Some((worth, Reverse(u16::try_from(at).ok()?))).filter(|_| worth > 0)
    });
    let mut best: Vec<_> = worth.collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    best.truncate(WEIGHED);
    let mut best: Vec<MacroIx> = best.into_iter().map(|(_, Reverse(at))| MacroIx(at)).collect();
    best.sort_unstable();
    best
}

/// Covariance of having one and having each, over all pasts.
fn have_together(cards: &Cards<'_>, likely: &[f64], one: MacroIx) -> Vec<f64> {
    let mean = likely[usize::from(one.0)];
    let mut both: Vec<f64> = likely.iter().map(|other| -mean * other).collect();
    for (occupation, has) in &cards.questions.has[usize::from(one.0)] {
        let at = usize::from(occupation.0);
        let share = cards.past[at] * (has - ANYBODY_MACRO);
        for (other, has) in &cards.questions.of[at] {
            both[usize::from(other.0)] += share * (has - ANYBODY_MACRO);
        }
    }
    // Who had the same past has it or not, each by herself.
    both[usize::from(one.0)] = variance(mean);
    both
}

/// How likely a card is touched by who has it with this chance: some touch, or miss, by mistake.
const fn said(p: f64) -> f64 {
    p * (1.0 - WRONG) + (1.0 - p) * WRONG
}

const fn chance(touched: bool, yes: f64) -> f64 {
    if touched { yes } else { 1.0 - yes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::belief::tests::small;
    use crate::assessment::questions::LocalWeights;
    use crate::skill::OccupationIx;

    #[test]
    fn cards_are_few_different_and_of_here() {
        let rome = small();
        let questions = Questions::new(&rome);
        let local = [(OccupationIx(0), 3), (OccupationIx(1), 1)].into();
        let here = Here::new(&rome, &local);
        let first = Cards::new(&questions, &here).next();
        assert!(!first.is_empty() && first.len() <= CARDS);
        let asked: Vec<_> = local.keys().flat_map(|o| rome.macros_asked(*o).into_keys()).collect();
        assert!(first.iter().all(|one| asked.contains(one)));
        let nothing = Here::new(&rome, &LocalWeights::new());
        assert!(Cards::new(&questions, &nothing).next().is_empty(), "nothing here, nothing to ask");
    }

    #[test]
    fn an_answer_is_asked_for_once_and_moves_the_past() {
        let rome = small();
        let (questions, local) = (Questions::new(&rome), rome.occupations().map(|(o, _)| (o, 1)).collect());
        let here = Here::new(&rome, &local);
        let mut cards = Cards::new(&questions, &here);
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
