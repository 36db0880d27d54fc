//! What an offer asks for: the skills that its source names, else those of its occupation.

use crate::assessment::constants::{CORE_WEIGHT, OTHER_WEIGHT};
use crate::gate::AskedGate;
use crate::skill::{ItemIx, OccupationIx, Referential};
use std::collections::BTreeMap;

/// How many things are named in « n choses sur m », at most.
pub const NAMED: usize = 9;

/// One thing that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The item.
    pub item: ItemIx,
    /// Its weight in the score: importance × rarity, in thousandths of thousandths.
    pub weight: u32,
    /// Whether the offer says that it is required, or the occupation that it is core.
    pub essential: bool,
}

/// All that is asked for. The skills are each there once, in the order of items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    skills: Vec<Need>,
    /// Licences, cards, diplomas.
    pub gates: Vec<AskedGate>,
}

impl Needs {
    /// What an occupation asks for, where an offer says nothing of its own.
    #[must_use]
    pub fn of_occupation(rome: &Referential, occupation: OccupationIx) -> Self {
        Self::new(rome, rome.links(occupation).iter().map(|link| (link.item, link.core)), Vec::new())
    }

    /// What an offer asks for: what it names (`true` where it is required) and, behind that, what its
    /// occupation asks for as if it were a plus. An offer that names nothing is its occupation.
    #[must_use]
    pub fn of_offer(
        rome: &Referential,
        occupation: Option<OccupationIx>,
        named: &[(ItemIx, bool)],
        gates: Vec<AskedGate>,
    ) -> Self {
        let own = named.iter().copied();
        let links = occupation.map_or(&[][..], |one| rome.links(one));
        let trade = links.iter().map(|link| (link.item, link.core && named.is_empty()));
        Self::new(rome, trade.chain(own), gates)
    }

    fn new(rome: &Referential, asked: impl Iterator<Item = (ItemIx, bool)>, gates: Vec<AskedGate>) -> Self {
        let mut once: BTreeMap<ItemIx, bool> = BTreeMap::new();
        for (item, essential) in asked {
            if rome.item(item).is_some_and(|item| item.kind.counts()) {
                *once.entry(item).or_default() |= essential;
            }
        }
        let skills = once.into_iter().map(|(item, essential)| {
            let importance = if essential { CORE_WEIGHT } else { OTHER_WEIGHT };
            Need { item, weight: importance * u32::from(rome.rarity(item)), essential }
        });
        Self { skills: skills.collect(), gates }
    }

    /// Every skill, in the order of items.
    #[must_use]
    pub fn skills(&self) -> &[Need] {
        &self.skills
    }

    /// The things that are named to the reader, at most [`NAMED`]: what is required first, then what says
    /// most of the trade.
    #[must_use]
    pub fn named(&self) -> Vec<Need> {
        let mut all = self.skills.clone();
        all.sort_by(|a, b| (b.essential, b.weight).cmp(&(a.essential, a.weight)).then(a.item.cmp(&b.item)));
        all.truncate(NAMED);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::belief::tests::small;

    #[test]
    fn an_offer_that_names_nothing_is_its_occupation() {
        let rome = small();
        let trade = OccupationIx(0);
        assert_eq!(Needs::of_offer(&rome, Some(trade), &[], Vec::new()), Needs::of_occupation(&rome, trade));
        assert!(Needs::of_offer(&rome, None, &[], Vec::new()).skills().is_empty());
    }

    #[test]
    fn what_an_offer_names_comes_first() {
        let rome = small();
        let needs = Needs::of_offer(&rome, Some(OccupationIx(0)), &[(ItemIx(11), true)], Vec::new());
        assert_eq!(needs.named()[0].item, ItemIx(11));
        assert_eq!(needs.skills().len(), 4);
        assert_eq!(needs.skills().iter().filter(|need| need.essential).count(), 1);
        let twice = [(ItemIx(11), false), (ItemIx(11), true), (ItemIx(11), false)];
        assert_eq!(Needs::of_offer(&rome, Some(OccupationIx(0)), &twice, Vec::new()), needs);
    }
}
