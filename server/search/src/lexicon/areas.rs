//! Places that are no commune: départements and régions ([`domain::territories`]), labour basins, and what people call
//! parts of the country (`local.txt`, which says how to write it and where it comes from).

use super::arena::{Arena, Lists};
use super::keys::{Gathered, Kind};
use super::names::{joined, significant, words};
use super::places::Places;
use domain::place::Basin;
use domain::territories::{DEPARTEMENTS, FORMER_REGIONS, REGIONS};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const LOCAL: &str = include_str!("local.txt");
/// The shortest part of a basin's name that stands for it: "Avesnois" of "Sambre - Avesnois".
const LEAST_PART: usize = 5;

/// Areas by number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Areas {
    labels: Arena,
    /// Area → its départements, as ranks in [`DEPARTEMENTS`].
    departements: Lists,
    /// Area → its communes, as ranks, sorted.
    communes: Lists,
    /// The area of each basin, by the basin's rank; [`NONE`] without a name.
    of_basin: Vec<u32>,
}

/// No area.
const NONE: u32 = u32::MAX;

impl Areas {
    /// The areas; their names go to `names`. Départements come first, so that they have the first numbers.
    pub(crate) fn build(places: &Places, basins: &[Basin], names: &mut Gathered) -> Self {
        let mut areas = Self::default();
        let mut given = Given { taken: BTreeSet::new(), names };
        for (rank, one) in (0u32..).zip(DEPARTEMENTS) {
            let area = areas.push(one.name, [rank], []);
            given.name(area, one.name);
        }
        for region in REGIONS {
            let codes: Vec<&str> = region.departements().map(|one| one.code).collect();
            let area = areas.push(region.name, ranks_of(&codes), []);
            std::iter::once(&region.name).chain(region.also).for_each(|name| given.name(area, name));
        }
        for region in FORMER_REGIONS {
            let area = areas.push(region.name, ranks_of(region.departements), []);
            std::iter::once(&region.name).chain(region.also).for_each(|name| given.name(area, name));
        }
        let mut of_basin = BTreeMap::new();
        for (said, targets) in local() {
            let (departements, communes) = resolve(places, targets);
            let mut said = said.split(',').map(str::trim);
            if let (true, [only]) = (departements.is_empty(), communes.as_slice()) {
                said.for_each(|name| given.names.joined(joined(&words(name)), Kind::Former, *only));
                continue;
            }
            let Some(label) = said.next().filter(|_| !departements.is_empty() || !communes.is_empty()) else {
                continue;
            };
            let area = areas.push(label, departements, communes);
            if let Some(basin) = targets.strip_prefix("CLPE").and_then(|_| places.basin_of_code(targets)) {
                of_basin.entry(basin).or_insert(area);
            }
            for name in std::iter::once(label).chain(said) {
                if !given.names.has_own(&words(name)) {
                    given.name(area, name);
                }
            }
        }
        for basin in basins {
            let Some(rank) = places.basin_of_code(&basin.code) else { continue };
            let name = basin.name.trim();
            let area = areas.push(name, [], places.in_basin(rank).iter().copied());
            of_basin.entry(rank).or_insert(area);
            for part in std::iter::once(name).chain(name.split(" - ").filter(|part| part.len() >= LEAST_PART)) {
                // A basin is often named after its town: the town is meant. "Grenoble centre" is a part of it.
                let words = words(part);
                let town = given.names.has_own(&words) || given.names.has_begun(&words);
                if !town && words.last().is_none_or(|word| word != "centre") {
                    given.name(area, part);
                }
            }
        }
        let ranks = (0u32..).take(places.basins());
        areas.of_basin = ranks.map(|rank| of_basin.get(&rank).copied().unwrap_or(NONE)).collect();
        areas
    }

    fn push(
        &mut self,
        label: &str,
        departements: impl IntoIterator<Item = u32>,
        communes: impl IntoIterator<Item = u32>,
    ) -> u32 {
        self.departements.push(departements);
        self.communes.push(communes);
        self.labels.push(label)
    }

    /// The name that is shown.
    pub(crate) fn label(&self, area: u32) -> &str {
        self.labels.get(area)
    }

    /// Codes of the départements that are wholly in it.
    pub(crate) fn departements(&self, area: u32) -> impl Iterator<Item = &'static str> + '_ {
        self.departements.get(area).iter().filter_map(|rank| DEPARTEMENTS.get(*rank as usize)).map(|one| one.code)
    }

    /// The communes that are in it, beside those of its départements; sorted ranks.
    pub(crate) fn communes(&self, area: u32) -> &[u32] {
        self.communes.get(area)
    }

    /// The area of a département's code.
    pub(crate) fn of_departement(&self, code: &str) -> Option<u32> {
        let rank = DEPARTEMENTS.iter().position(|one| one.code == code)?;
        u32::try_from(rank).ok().filter(|rank| *rank < self.labels.len())
    }

    /// Whether an area is a département.
    pub(crate) fn is_departement(&self, area: u32) -> bool {
        (area as usize) < DEPARTEMENTS.len()
    }

    /// The area of a basin, where it has a name.
    pub(crate) fn of_basin(&self, basin: u32) -> Option<u32> {
        self.of_basin.get(basin as usize).copied().filter(|area| *area != NONE)
    }

    /// Whether a commune, given by rank and code of its département, is in it.
    pub(crate) fn holds(&self, area: u32, rank: u32, departement: &str) -> bool {
        self.departements(area).any(|code| code == departement) || self.communes(area).binary_search(&rank).is_ok()
    }

    /// Whether all of one area lies in another.
    pub(crate) fn within(&self, inner: u32, outer: u32, places: &Places) -> bool {
        let outer_departements = self.departements.get(outer);
        self.departements.get(inner).iter().all(|one| outer_departements.contains(one))
            && self.communes(inner).iter().all(|rank| self.holds(outer, *rank, places.departement(*rank)))
    }
}

/// The names of areas so far: of two areas with one name the first has it.
struct Given<'a> {
    taken: BTreeSet<String>,
    names: &'a mut Gathered,
}

impl Given<'_> {
    fn name(&mut self, area: u32, name: &str) {
        let words = words(name);
        for key in [joined(&words), joined(&significant(&words))] {
            if self.taken.insert(key.clone()) {
                self.names.joined(key, Kind::Area, area);
            }
        }
    }
}

fn ranks_of(codes: &[&str]) -> Vec<u32> {
    let rank = |code: &&str| DEPARTEMENTS.iter().position(|one| one.code == *code);
    codes.iter().filter_map(rank).filter_map(|rank| u32::try_from(rank).ok()).collect()
}

/// Each row of the table: what is said, and what it means.
fn local() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = LOCAL.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.filter_map(|line| line.split_once(" = "))
}

/// The départements and communes of some targets.
fn resolve(places: &Places, targets: &str) -> (Vec<u32>, Vec<u32>) {
    let (mut departements, mut communes) = (Vec::new(), Vec::new());
    for target in targets.split(' ') {
        if target.starts_with("CLPE") {
            communes.extend(places.basin_of_code(target).iter().flat_map(|basin| places.in_basin(*basin)).copied());
        } else if target.len() == 5 {
            communes.extend(places.rank_of(target));
        } else {
            departements.extend(ranks_of(&[target]));
        }
    }
    communes.sort_unstable();
    communes.dedup();
    (departements, communes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::place::CommuneCode;

    #[test]
    fn the_table_of_local_names_is_well_written() {
        let mut seen = BTreeSet::new();
        for (said, targets) in local() {
            for target in targets.split(' ') {
                let departement = DEPARTEMENTS.iter().any(|one| one.code == target);
                let basin = target.strip_prefix("CLPE").is_some_and(|code| code.len() == 5);
                assert!(departement || basin || CommuneCode::parse(target).is_ok(), "{said}: {target}");
            }
            for name in said.split(',').map(|name| joined(&words(name))) {
                assert!(!name.is_empty() && seen.insert(name.clone()), "{said}: {name} twice");
                let known = DEPARTEMENTS.iter().map(|one| one.name).chain(REGIONS.iter().map(|one| one.name));
                assert!(
                    !known.chain(FORMER_REGIONS.iter().map(|one| one.name)).any(|k| joined(&words(k)) == name),
                    "{name}"
                );
            }
        }
        assert!(seen.len() > 150);
    }
}
