//! Her strengths: at most seven macro-compétences, in plain words.

use super::Seen;
use domain::assessment::constants::{KNOWN, MAYBE};
use domain::profile::Evidence;
use domain::skill::{MacroIx, Ogr};
use std::cmp::Reverse;

/// How many are shown.
const SHOWN: usize = 7;

/// A strength.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strength {
    /// Its number.
    pub ogr: Ogr,
    /// Its words.
    pub label: String,
    /// What stands behind it: another picture, never another place.
    pub evidence: Evidence,
}

/// What is surest first; between equals what fewer occupations ask for, since it says more. Without
/// anything sure, what is likely.
#[must_use]
pub fn strengths(seen: &Seen<'_>) -> Vec<Strength> {
    let rome = &seen.world.rome.referential;
    let said = !seen.state.profile.is_empty();
    let mut all: Vec<(Reverse<u32>, usize, MacroIx)> = (0..rome.macro_count())
        .filter_map(|at| u16::try_from(at).ok().map(MacroIx))
        .filter(|_| said)
        .filter_map(|one| {
            let sure = seen.belief.macro_skill(one);
            // Tenths: what is nearly as sure is as sure.
            (sure >= MAYBE).then(|| (Reverse(sure.get() / 100_000), rome.asking(one).len(), one))
        })
        .collect();
    all.sort_unstable();
    if all.iter().any(|(sure, ..)| sure.0 >= KNOWN.get() / 100_000) {
        all.retain(|(sure, ..)| sure.0 >= KNOWN.get() / 100_000);
    }
    all.into_iter().filter_map(|(.., one)| strength(seen, one)).take(SHOWN).collect()
}

/// What she took out (« ce n'est pas moi »): she may put it back.
pub(super) fn removed(seen: &Seen<'_>) -> Vec<Strength> {
    let taken = seen.state.profile.not_me.iter();
    taken.filter_map(|ogr| strength(seen, seen.world.rome.referential.macro_of(*ogr)?)).collect()
}

fn strength(seen: &Seen<'_>, one: MacroIx) -> Option<Strength> {
    let ogr = seen.world.rome.referential.macro_ogr(one)?;
    let (_, label) = seen.world.rome.pack.macros.get(usize::from(one.0))?;
    let evidence = seen.state.profile.evidence.get(&ogr).copied().unwrap_or(Evidence::Said);
    Some(Strength { ogr, label: label.clone(), evidence })
}
