//! The hub's own territory: of several places with one name, those in it come first.
//!
//! No setting names the territory. It is taken from where the hub says that it is (`HUB_PLACE`), then from where it
//! sends people (its places of help): the labour basins of these communes, then their départements, then what is not
//! far, then the rest.

use super::Lexicon;
use crate::understand::{Spot, spot};
use domain::place::{CommuneCode, Point};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How near each commune is to the hub, by its rank; without a hub all are as far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Home {
    tiers: Vec<u8>,
}

/// In the labour basin where the hub is.
const HERE: u8 = 0;
/// In a labour basin to which it sends people.
const OWN: u8 = 1;
/// In a département of these.
const NEAR: u8 = 2;
/// Not far from where the hub is, in another département.
const BESIDE: u8 = 3;
/// Elsewhere.
const FAR: u8 = 4;

/// Where a hub is, or where it sends people.
#[derive(Default)]
struct Territory<'a> {
    /// Ranks of communes.
    communes: BTreeSet<u32>,
    /// Ranks of their labour basins.
    basins: BTreeSet<u32>,
    /// Codes of the départements that are meant as a whole.
    whole: BTreeSet<&'static str>,
    /// Codes of all their départements.
    near: BTreeSet<&'a str>,
    /// The centre, where it is one commune.
    centre: Option<Point>,
}

/// What is no farther than this from the hub is not far, in metres.
const BESIDE_M: u32 = 50_000;

impl Territory<'_> {
    fn is_beside(&self, point: Option<Point>) -> bool {
        self.centre.zip(point).is_some_and(|(centre, point)| centre.distance_m(point) <= BESIDE_M)
    }
}

impl Home {
    /// How near a commune is; less is nearer.
    pub(crate) fn tier(&self, rank: u32) -> u8 {
        self.tiers.get(rank as usize).copied().unwrap_or(FAR)
    }

    /// Whether a commune is in the hub's own territory.
    pub(crate) fn holds(&self, rank: u32) -> bool {
        self.tier(rank) <= OWN
    }
}

impl Lexicon {
    /// The same lexicon for a hub that is at `place` (a commune, a labour basin, a département… as it is typed) and
    /// sends people to `communes`. What is not known says nothing.
    #[must_use]
    pub fn at_home<'a>(mut self, place: &str, communes: impl IntoIterator<Item = &'a CommuneCode>) -> Self {
        self.home = Home::default();
        let here = self.territory(spot(&self, place));
        let sent = communes.into_iter().filter_map(|code| self.places.of_code(code)).map(Spot::Commune);
        let own: Vec<Territory<'_>> = sent.map(|seat| self.territory(Some(seat))).collect();
        let near: BTreeSet<&str> =
            std::iter::once(&here).chain(&own).flat_map(|one| one.near.iter().copied()).collect();
        let tier = |rank: u32| {
            if self.holds(&here, rank) {
                HERE
            } else if own.iter().any(|own| self.holds(own, rank)) {
                OWN
            } else if near.contains(self.places.departement(rank)) {
                NEAR
            } else if here.is_beside(self.places.point(rank)) {
                BESIDE
            } else {
                FAR
            }
        };
        let tiers = (0..self.places.len()).map(tier).collect();
        self.home = Home { tiers };
        self
    }

    /// The territory of a commune, or of areas: a hub of a whole département has no nearer part of it.
    fn territory(&self, spot: Option<Spot>) -> Territory<'_> {
        let mut own = Territory::default();
        match spot {
            Some(Spot::Commune(rank)) => {
                own.communes.insert(rank);
                own.centre = self.places.point(rank);
            }
            Some(Spot::Areas(areas)) => {
                for area in areas {
                    own.communes.extend(self.areas.communes(area));
                    own.whole.extend(self.areas.departements(area));
                }
            }
            None => {}
        }
        own.basins = own.communes.iter().filter_map(|rank| self.places.basin_of(*rank)).collect();
        own.near = own.communes.iter().map(|rank| self.places.departement(*rank)).collect();
        own.near.extend(own.whole.iter());
        own
    }

    fn holds(&self, own: &Territory<'_>, rank: u32) -> bool {
        own.communes.contains(&rank)
            || self.places.basin_of(rank).is_some_and(|basin| own.basins.contains(&basin))
            || own.whole.contains(self.places.departement(rank))
    }

    /// Ranks, each once: nearest to the hub first, then the most populated.
    pub(crate) fn nearest_first(&self, ranks: impl IntoIterator<Item = u32>) -> Vec<u32> {
        let mut ranks: Vec<u32> = ranks.into_iter().collect();
        ranks.sort_unstable();
        ranks.dedup();
        ranks.sort_by_key(|rank| (self.home.tier(*rank), Reverse(self.places.population(*rank)), *rank));
        ranks
    }
}
