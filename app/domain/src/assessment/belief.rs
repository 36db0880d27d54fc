//! What is believed of a person: for each item and each macro-compétence how likely she can do it.
//!
//! Named jobs are joined by noisy-or: p = 1 − Π(1 − ω·p(item | job)). Answers move the odds by a
//! likelihood ratio: 10 % of answers are wrong, so none of them is taken for the truth. More work and
//! more « souvent » never lower anything.

use super::constants::{ACTIVITY, ANYBODY, ANYBODY_MACRO, CORE, LENT, OTHER, SIBLING, likelihood_ratio};
use crate::profile::{Frequency, Profile};
use crate::skill::{ItemIx, MacroIx, Milli, OccupationIx, Ogr, Referential};
use std::collections::BTreeMap;

/// Unpaid activities: stable code to the macro-compétences that they train.
pub type ActivityLinks = BTreeMap<String, Vec<Ogr>>;

/// Probabilities, in thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belief {
    items: Vec<Milli>,
    macros: Vec<Milli>,
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
            let ratio = likelihood_ratio(*answer);
            if let Some(item) = rome.item_of(*ogr) {
                ask(&mut yes.items[usize::from(item.0)], ratio);
            } else if let Some(one) = rome.macro_of(*ogr) {
                ask(&mut yes.macros[usize::from(one.0)], ratio);
            }
        }
        // What she took out herself is out.
        for ogr in &profile.not_me {
            if let Some(item) = rome.item_of(*ogr) {
                yes.items[usize::from(item.0)] = 0.0;
            } else if let Some(one) = rome.macro_of(*ogr) {
                yes.macros[usize::from(one.0)] = 0.0;
            }
        }
        let milli = |shares: Vec<f64>| shares.into_iter().map(Milli::of).collect();
        Self { items: milli(yes.items), macros: milli(yes.macros) }
    }

    /// How likely she can do an item, by itself.
    #[must_use]
    pub fn item(&self, item: ItemIx) -> Milli {
        self.items.get(usize::from(item.0)).copied().unwrap_or_default()
    }

    /// How likely she has a macro-compétence.
    #[must_use]
    pub fn macro_skill(&self, one: MacroIx) -> Milli {
        self.macros.get(usize::from(one.0)).copied().unwrap_or_default()
    }

    /// How well she covers an item: the item itself, or half of the macro-compétence above it.
    #[must_use]
    pub fn covers(&self, rome: &Referential, item: ItemIx) -> Milli {
        let lent = rome.item(item).and_then(|i| i.parent).map_or(0.0, |one| self.macro_skill(one).share() * LENT);
        self.item(item).max(Milli::of(lent))
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
        for (one, core) in rome.macros_asked(occupation) {
            self.macros[usize::from(one.0)] *= 1.0 - weight * taught(core);
            for sibling in rome.below(one) {
                if links.binary_search_by_key(sibling, |link| link.item).is_err() {
                    self.items[usize::from(sibling.0)] *= 1.0 - weight * SIBLING;
                }
            }
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
