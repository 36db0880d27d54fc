//! What cards can ask, made ready once: who has each macro-compétence ([`Questions`]), and how much of what the
//! local occupations need stands under each ([`Here`]).

use super::belief::taught_macros;
use super::constants::{CORE_WEIGHT, OTHER_WEIGHT};
use crate::skill::{MacroIx, OccupationIx, Referential};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Local occupations that questions are weighed by: those with most offers. The rest of a large basin holds one
/// offer in ten, and would take most of the time.
const MOST: usize = 128;

/// Open offers by occupation, here.
pub type LocalWeights = BTreeMap<OccupationIx, u32>;

/// P(has it | occupation), both ways round. All who are in neither list have it by chance.
#[derive(Clone, Debug, Default)]
pub struct Questions {
    /// For each macro-compétence the occupations that ask for it.
    pub(super) has: Vec<Vec<(OccupationIx, f64)>>,
    /// For each occupation what its people have.
    pub(super) of: Vec<Vec<(MacroIx, f64)>>,
}

impl Questions {
    /// Of a referential.
    #[must_use]
    pub fn new(rome: &Referential) -> Self {
        let mut has = vec![Vec::new(); rome.macro_count()];
        let of = rome.occupations().map(|(occupation, _)| {
            let own: Vec<(MacroIx, f64)> = taught_macros(rome, occupation).into_iter().collect();
            for (one, likely) in &own {
                has[usize::from(one.0)].push((occupation, *likely));
            }
            own
        });
        let of = of.collect();
        Self { has, of }
    }
}

/// What hangs on each question here.
#[derive(Clone, Debug, Default)]
pub struct Here {
    /// For each macro-compétence: which local occupation, and how much of its score hangs on it, times the root
    /// of its share of the offers.
    pub(super) hangs: Vec<Vec<(u32, f64)>>,
    /// How many local occupations there are.
    pub(super) count: usize,
}

impl Here {
    /// Of the offers of a place.
    #[must_use]
    pub fn new(rome: &Referential, local: &LocalWeights) -> Self {
        let mut hangs = vec![Vec::new(); rome.macro_count()];
        let mut most: Vec<(Reverse<u32>, OccupationIx)> =
            local.iter().map(|(own, count)| (Reverse(*count), *own)).collect();
        most.sort_unstable();
        most.truncate(MOST);
        let offers: u32 = most.iter().map(|(count, _)| count.0).sum();
        for ((Reverse(count), occupation), at) in most.iter().zip(0..) {
            let share = libm::sqrt(f64::from(*count) / f64::from(offers.max(1)));
            for (one, part) in parts(rome, *occupation) {
                hangs[usize::from(one.0)].push((at, part * share));
            }
        }
        Self { hangs, count: most.len() }
    }
}

/// The shares of an occupation's needs that stand under each macro-compétence.
fn parts(rome: &Referential, occupation: OccupationIx) -> impl Iterator<Item = (MacroIx, f64)> {
    let mut sums: BTreeMap<MacroIx, f64> = BTreeMap::new();
    let mut whole = 0.0;
    for link in rome.links(occupation) {
        let weight = f64::from(if link.core { CORE_WEIGHT } else { OTHER_WEIGHT });
        whole += weight;
        if let Some(parent) = rome.item(link.item).and_then(|item| item.parent) {
            *sums.entry(parent).or_insert(0.0) += weight;
        }
    }
    sums.into_iter().map(move |(one, sum)| (one, sum / whole))
}
