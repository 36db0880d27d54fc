//! What is believed of a person: for each item and each macro-compétence how likely she can do it.
//!
//! Named jobs are joined by noisy-or: p = 1 − Π(1 − ω·p(item | job)). Answers move the odds by a
//! likelihood ratio: 10 % of answers are wrong, so none of them is taken for the truth. More work and
//! more « souvent » never lower anything.

use super::constants::{ACTIVITY, ANYBODY, ANYBODY_MACRO, CORE, LENT, OTHER, SIBLING, TOGETHER, likelihood_ratio};
use crate::profile::{Frequency, Profile};
use crate::skill::{ItemIx, MacroIx, OccupationIx, Ogr, Referential, Share};
use std::collections::BTreeMap;

/// Unpaid activities: stable code to the macro-compétences that they train.
pub type ActivityLinks = BTreeMap<String, Vec<Ogr>>;

/// Probabilities, in thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belief {
    items: Vec<Share>,
    macros: Vec<Share>,
}

impl Belief {
    /// What a profile makes one believe.
    #[must_use]
    pub fn of(profile: &Profile, rome: &Referential, activities: &ActivityLinks) -> Self {
        let mut not = Not::anybody(rome);
        for (occupation, weight) in jobs(profile, rome) {
            not.job(rome, occupation, weight);
        }
        for (code, often) in &profile.activities {
            for ogr in activities.get(code).into_iter().flatten() {
                if let Some(one) = rome.macro_of(*ogr) {
                    not.macros[usize::from(one.0)] *= 1.0 - activity(*often);
                }
            }
        }
        let mut yes = not.turned();
        for (ogr, answer) in &profile.answers {
            yes.each(rome, *ogr, |p| ask(p, likelihood_ratio(*answer)));
        }
        yes.lend(rome, profile);
        // What she took out herself is out.
        for ogr in &profile.not_me {
            yes.each(rome, *ogr, |p| *p = 0.0);
        }
        let shares_of = |shares: Vec<f64>| shares.into_iter().map(Share::of).collect();
        Self { items: shares_of(yes.items), macros: shares_of(yes.macros) }
    }

    /// What is believed of who has one of these pasts (their chances, in the order of the referential).
    #[must_use]
    pub fn of_past(rome: &Referential, past: &[f64]) -> Self {
        let mut yes = Not { items: vec![0.0; rome.item_count()], macros: vec![0.0; rome.macro_count()] };
        for ((occupation, _), p) in rome.occupations().zip(past) {
            for link in rome.links(occupation) {
                yes.items[usize::from(link.item.0)] += p * taught(link.core);
            }
            for (one, likely) in taught_macros(rome, occupation) {
                yes.macros[usize::from(one.0)] += p * likely;
            }
        }
        let shares_of = |shares: Vec<f64>| shares.into_iter().map(Share::of).collect();
        Self { items: shares_of(yes.items), macros: shares_of(yes.macros) }
    }

    /// The larger of two beliefs, item by item.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        let larger =
            |own: &mut [Share], other: &[Share]| own.iter_mut().zip(other).for_each(|(o, p)| *o = (*o).max(*p));
        larger(&mut self.items, &other.items);
        larger(&mut self.macros, &other.macros);
        self
    }

    /// How likely she can do an item, by itself.
    #[must_use]
    pub fn item(&self, item: ItemIx) -> Share {
        self.items.get(usize::from(item.0)).copied().unwrap_or_default()
    }

    /// How likely she has a macro-compétence.
    #[must_use]
    pub fn macro_skill(&self, one: MacroIx) -> Share {
        self.macros.get(usize::from(one.0)).copied().unwrap_or_default()
    }

    /// How well she covers an item: the item itself, or half of the macro-compétence above it.
    #[must_use]
    pub fn covers(&self, rome: &Referential, item: ItemIx) -> Share {
        let lent = rome.item(item).and_then(|i| i.parent).map_or(0.0, |one| self.macro_skill(one).share() * LENT);
        self.item(item).max(Share::of(lent))
    }
}

/// Her jobs as occupations, each once with its largest weight, in the order of codes: the order in which
/// she named them changes nothing.
fn jobs(profile: &Profile, rome: &Referential) -> BTreeMap<OccupationIx, f64> {
    let mut jobs: BTreeMap<OccupationIx, f64> = BTreeMap::new();
    for job in &profile.jobs {
        if let Some(occupation) = rome.occupation(&job.occupation) {
            let weight = jobs.entry(occupation).or_insert(0.0);
            *weight = weight.max(job.weight());
        }
    }
    jobs
}

/// How likely an unpaid activity taught its macro-compétences.
const fn activity(often: Frequency) -> f64 {
    match often {
        Frequency::Never | Frequency::Unknown => 0.0,
        Frequency::Once => ACTIVITY / 3.0,
        Frequency::Often | Frequency::Always => ACTIVITY,
    }
}

fn ask(p: &mut f64, ratio: f64) {
    *p = *p * ratio / (*p * ratio + 1.0 - *p);
}

/// How likely an occupation's people can do one of its items.
pub(super) const fn taught(core: bool) -> f64 {
    if core { CORE } else { OTHER }
}

/// How likely an occupation's people have each macro-compétence: at least one of the items below it.
pub(super) fn taught_macros(rome: &Referential, occupation: OccupationIx) -> BTreeMap<MacroIx, f64> {
    let mut not: BTreeMap<MacroIx, f64> = BTreeMap::new();
    for link in rome.links(occupation) {
        if let Some(parent) = rome.item(link.item).and_then(|item| item.parent) {
            *not.entry(parent).or_insert(1.0) *= 1.0 - taught(link.core);
        }
    }
    not.into_iter().map(|(one, p)| (one, 1.0 - p)).collect()
}

/// How likely she can NOT.
struct Not {
    items: Vec<f64>,
    macros: Vec<f64>,
}

impl Not {
    fn anybody(rome: &Referential) -> Self {
        Self { items: vec![1.0 - ANYBODY; rome.item_count()], macros: vec![1.0 - ANYBODY_MACRO; rome.macro_count()] }
    }

    fn job(&mut self, rome: &Referential, occupation: OccupationIx, weight: f64) {
        let links = rome.links(occupation);
        for link in links {
            self.items[usize::from(link.item.0)] *= 1.0 - weight * taught(link.core);
        }
        for (one, likely) in taught_macros(rome, occupation) {
            self.macros[usize::from(one.0)] *= 1.0 - weight * likely;
            for sibling in rome.below(one) {
                if links.binary_search_by_key(sibling, |link| link.item).is_err() {
                    self.items[usize::from(sibling.0)] *= 1.0 - weight * SIBLING;
                }
            }
        }
    }

    /// Who has a macro-compétence has had a job that asks for it, and may know what else that job asks
    /// for. This only ever raises: one more card touched lowers nothing.
    fn lend(&mut self, rome: &Referential, profile: &Profile) {
        let macros = self.macros.clone();
        for (ogr, answer) in &profile.answers {
            let (Some(one), true) = (rome.macro_of(*ogr), likelihood_ratio(*answer) > 1.0) else { continue };
            let sure = macros[usize::from(one.0)] * TOGETHER;
            let holders: Vec<OccupationIx> = rome.asking(one).to_vec();
            let share = sure / holders.len().max(1) as f64;
            let mut items: BTreeMap<ItemIx, f64> = BTreeMap::new();
            let mut others: BTreeMap<MacroIx, f64> = BTreeMap::new();
            for job in &holders {
                for link in rome.links(*job) {
                    *items.entry(link.item).or_insert(0.0) += share * taught(link.core);
                }
                for (other, likely) in taught_macros(rome, *job) {
                    *others.entry(other).or_insert(0.0) += share * likely;
                }
            }
            for (item, p) in items {
                let own = &mut self.items[usize::from(item.0)];
                *own = 1.0 - (1.0 - *own) * (1.0 - p);
            }
            for (other, p) in others {
                let own = &mut self.macros[usize::from(other.0)];
                *own = 1.0 - (1.0 - *own) * (1.0 - p);
            }
        }
    }

    /// What a number names: a macro-compétence, an item, or both (some fiches list a macro-compétence).
    fn each(&mut self, rome: &Referential, ogr: Ogr, change: impl Fn(&mut f64)) {
        if let Some(one) = rome.macro_of(ogr) {
            change(&mut self.macros[usize::from(one.0)]);
        }
        if let Some(item) = rome.item_of(ogr) {
            change(&mut self.items[usize::from(item.0)]);
        }
    }

    fn turned(mut self) -> Self {
        for p in self.items.iter_mut().chain(&mut self.macros) {
            *p = 1.0 - *p;
        }
        self
    }
}

#[cfg(test)]
pub(crate) mod tests;
