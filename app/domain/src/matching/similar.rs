//! Occupations that are close to another: « métiers proches du mien », and why.
//!
//! The closeness is a weighted sum of cosines over several views of an occupation (items, words of their
//! labels, macro-compétences, contexts, sectors…), each weighed by rarity. It is made once on the server;
//! phones get the lists. Explained by what two occupations share and what is new (skills.md §0.2, §B2).

use crate::skill::{ItemIx, OccupationIx, Referential, Share};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many things an explanation names on each side.
pub const NAMED: usize = 3;

/// One view of every occupation: features, by any number, each counted as often as it is there.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// Share of this view in the sum.
    pub weight: f64,
    /// Features of each occupation, in the order of the referential.
    pub features: Vec<BTreeMap<u32, f64>>,
}

impl View {
    /// A view of `occupations` occupations, with nothing in it.
    #[must_use]
    pub fn new(weight: f64, occupations: usize) -> Self {
        Self { weight, features: vec![BTreeMap::new(); occupations] }
    }

    /// Says that an occupation has a feature, once more.
    pub fn add(&mut self, occupation: OccupationIx, feature: u32, times: f64) {
        if let Some(own) = self.features.get_mut(usize::from(occupation.0)) {
            *own.entry(feature).or_insert(0.0) += times;
        }
    }

    /// Weighs by rarity and brings every occupation to length 1.
    fn weighed(&self) -> Vec<Vec<(u32, f64)>> {
        let mut holders: BTreeMap<u32, f64> = BTreeMap::new();
        for feature in self.features.iter().flat_map(BTreeMap::keys) {
            *holders.entry(*feature).or_insert(0.0) += 1.0;
        }
        let all = self.features.len() as f64;
        let weigh = |own: &BTreeMap<u32, f64>| {
            let mut row: Vec<(u32, f64)> = own
                .iter()
                .map(|(feature, times)| {
                    let rarity = libm::log((all + 1.0) / (holders.get(feature).copied().unwrap_or(1.0) + 0.5)).max(0.0);
                    (*feature, (1.0 + libm::log(*times)).max(0.0) * rarity)
                })
                .collect();
            let length = libm::sqrt(row.iter().map(|(_, w)| w * w).sum::<f64>());
            if length > 0.0 {
                row.iter_mut().for_each(|(_, w)| *w /= length);
            }
            row
        };
        self.features.iter().map(weigh).collect()
    }
}

/// For each occupation those that are closest, best first, at most `most`; closeness in thousandths of the
/// sum of all views' weights.
#[must_use]
pub fn closest(views: &[View], occupations: usize, most: usize) -> Vec<Vec<(OccupationIx, Share)>> {
    let whole: f64 = views.iter().map(|view| view.weight).sum();
    let mut sums = vec![vec![0.0f64; occupations]; occupations];
    for view in views {
        let rows = view.weighed();
        let mut holders: BTreeMap<u32, Vec<(usize, f64)>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            for (feature, weight) in row {
                holders.entry(*feature).or_default().push((at, *weight));
            }
        }
        for (row, sum) in rows.iter().zip(&mut sums) {
            for (feature, own) in row {
                for (other, weight) in holders.get(feature).into_iter().flatten() {
                    sum[*other] += view.weight * own * weight;
                }
            }
        }
    }
    sums.into_iter()
        .enumerate()
        .map(|(own, sum)| {
            let shares = sum.into_iter().enumerate().filter(|(other, _)| *other != own);
            let mut ranked: Vec<(Reverse<u64>, OccupationIx)> = shares
                .map(|(other, s)| {
                    (Reverse((s / whole.max(f64::MIN_POSITIVE) * 1e6) as u64), OccupationIx(other as u16))
                })
                .filter(|(s, _)| s.0 > 0)
                .collect();
            ranked.sort_unstable();
            ranked.truncate(most);
            ranked.into_iter().map(|(s, other)| (other, Share::of(s.0 as f64 / 1e6))).collect()
        })
        .collect()
}

/// Why an occupation is close to another: what one keeps and what is new, at most [`NAMED`] each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// « Ce que vous gardez »: shared items, the most telling first.
    pub kept: Vec<ItemIx>,
    /// « Ce qui est nouveau »: what the other asks for, core first.
    pub new: Vec<ItemIx>,
}

/// Explains the step from one occupation to another.
#[must_use]
pub fn why(rome: &Referential, from: OccupationIx, to: OccupationIx) -> Why {
    let own = rome.links(from);
    let has = |item: ItemIx| own.binary_search_by_key(&item, |link| link.item).is_ok();
    let counts = |item: ItemIx| rome.item(item).is_some_and(|item| item.kind.counts());
    let asked = || rome.links(to).iter().filter(|link| counts(link.item));
    let mut kept: Vec<_> = asked().filter(|link| has(link.item)).collect();
    kept.sort_by_key(|link| (Reverse(rome.rarity(link.item)), link.item));
    let mut new: Vec<_> = asked().filter(|link| !has(link.item)).collect();
    new.sort_by_key(|link| (Reverse(link.core), Reverse(rome.rarity(link.item)), link.item));
    let named = |links: Vec<&crate::skill::Link>| links.into_iter().take(NAMED).map(|link| link.item).collect();
    Why { kept: named(kept), new: named(new) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::belief::tests::small;

    #[test]
    fn who_shares_most_is_closest_and_nobody_is_his_own_neighbour() {
        let rome = small();
        let mut view = View::new(1.0, 4);
        for (occupation, _) in rome.occupations() {
            for link in rome.links(occupation) {
                view.add(occupation, u32::from(link.item.0), 1.0);
            }
        }
        let lists = closest(&[view], 4, 3);
        assert_eq!(lists[0].iter().map(|(o, _)| o.0).collect::<Vec<_>>(), [1, 3], "what shares nothing is not close");
        for (own, list) in lists.iter().enumerate() {
            assert!(list.iter().all(|(other, share)| usize::from(other.0) != own && *share <= Share::ONE));
        }
    }

    #[test]
    fn a_step_is_explained() {
        let rome = small();
        let why = why(&rome, OccupationIx(0), OccupationIx(1));
        assert_eq!(why, Why { kept: vec![ItemIx(3)], new: vec![ItemIx(4), ItemIx(6)] });
    }
}
