//! Occupations, the items that each asks for, and the macro-compétence above each item, by small
//! numbers: a phone holds all of ROME.

use super::{Ogr, SkillKind};
use crate::occupation::RomeCode;
use std::collections::{BTreeMap, BTreeSet};

/// Where an occupation stands in a [`Referential`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OccupationIx(pub u16);

/// Where a macro-compétence stands in a [`Referential`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MacroIx(pub u16);

/// Where an item stands in a [`Referential`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIx(pub u16);

/// An item of ROME.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number.
    pub ogr: Ogr,
    /// What it is.
    pub kind: SkillKind,
    /// The macro-compétence above it.
    pub parent: Option<MacroIx>,
}

/// An item that an occupation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The item.
    pub item: ItemIx,
    /// « Cœur de métier »: the occupation is not done without it.
    pub core: bool,
}

/// Why a referential cannot be made.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferentialError {
    /// More than small numbers can name.
    #[error("{what}: {count} are too many, at most 65,535")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        count: usize,
    },
    /// A link or an item points to nothing.
    #[error("{what} number {number} does not exist")]
    Unknown {
        /// What is pointed to.
        what: &'static str,
        /// Its number.
        number: u16,
    },
}

/// ROME's skills in memory. Occupations stand in the order of their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Referential {
    codes: Vec<RomeCode>,
    macros: Vec<Ogr>,
    items: Vec<Item>,
    links: Vec<Box<[Link]>>,
    /// Weight of rarity of each item: thousandths of ln((occupations + 1) / (those that ask for it + ½)).
    rarity: Vec<u16>,
    /// Items below each macro-compétence.
    below: Vec<Box<[ItemIx]>>,
    /// Occupations that ask for something below each macro-compétence.
    asking: Vec<Vec<OccupationIx>>,
    by_ogr: BTreeMap<Ogr, ItemIx>,
    macro_by_ogr: BTreeMap<Ogr, MacroIx>,
}

impl Referential {
    /// Puts it together. `occupations` may come in any order, each with its links; a link said twice
    /// counts once, as core when one of the two says so.
    ///
    /// # Errors
    /// When something is too large for its number, or points to nothing.
    pub fn new(
        occupations: Vec<(RomeCode, Vec<Link>)>,
        macros: Vec<Ogr>,
        items: Vec<Item>,
    ) -> Result<Self, ReferentialError> {
        for (what, count) in [("occupation", occupations.len()), ("macro", macros.len()), ("item", items.len())] {
            if count > usize::from(u16::MAX) {
                return Err(ReferentialError::TooMany { what, count });
            }
        }
        let mut sorted: BTreeMap<RomeCode, BTreeMap<ItemIx, bool>> = BTreeMap::new();
        for (code, links) in occupations {
            let own = sorted.entry(code).or_default();
            for link in links {
                if usize::from(link.item.0) >= items.len() {
                    return Err(ReferentialError::Unknown { what: "item", number: link.item.0 });
                }
                *own.entry(link.item).or_default() |= link.core;
            }
        }
        let mut below = vec![Vec::new(); macros.len()];
        for (number, item) in (0u16..).zip(&items) {
            if let Some(parent) = item.parent {
                let own: &mut Vec<ItemIx> = below
                    .get_mut(usize::from(parent.0))
                    .ok_or(ReferentialError::Unknown { what: "macro", number: parent.0 })?;
                own.push(ItemIx(number));
            }
        }
        let mut holders = vec![0u16; items.len()];
        for item in sorted.values().flat_map(BTreeMap::keys) {
            holders[usize::from(item.0)] += 1;
        }
        let all = sorted.len() as f64;
        let rarity = holders.iter().map(|n| (libm::log((all + 1.0) / (f64::from(*n) + 0.5)) * 1_000.0).max(0.0) as u16);
        let mut asking: Vec<BTreeSet<OccupationIx>> = vec![BTreeSet::new(); macros.len()];
        for (number, own) in (0u16..).zip(sorted.values()) {
            for parent in own.keys().filter_map(|item| items[usize::from(item.0)].parent) {
                asking[usize::from(parent.0)].insert(OccupationIx(number));
            }
        }
        Ok(Self {
            asking: asking.into_iter().map(|own| own.into_iter().collect()).collect(),
            rarity: rarity.collect(),
            by_ogr: (0u16..).zip(&items).map(|(number, item)| (item.ogr, ItemIx(number))).collect(),
            macro_by_ogr: (0u16..).zip(&macros).map(|(number, ogr)| (*ogr, MacroIx(number))).collect(),
            below: below.into_iter().map(Vec::into_boxed_slice).collect(),
            links: sorted
                .values()
                .map(|own| own.iter().map(|(item, core)| Link { item: *item, core: *core }).collect())
                .collect(),
            codes: sorted.into_keys().collect(),
            macros,
            items,
        })
    }

    /// Every occupation, in the order of codes.
    pub fn occupations(&self) -> impl ExactSizeIterator<Item = (OccupationIx, &RomeCode)> {
        self.codes.iter().enumerate().map(|(number, code)| (OccupationIx(number as u16), code))
    }

    /// The occupation with this code.
    #[must_use]
    pub fn occupation(&self, code: &RomeCode) -> Option<OccupationIx> {
        self.codes.binary_search(code).ok().map(|number| OccupationIx(number as u16))
    }

    /// Its code.
    #[must_use]
    pub fn code(&self, occupation: OccupationIx) -> Option<&RomeCode> {
        self.codes.get(usize::from(occupation.0))
    }

    /// What it asks for, in the order of items.
    #[must_use]
    pub fn links(&self, occupation: OccupationIx) -> &[Link] {
        self.links.get(usize::from(occupation.0)).map_or(&[], AsRef::as_ref)
    }

    /// How many items there are.
    #[must_use]
    pub fn item_count(&self) -> usize {
        self.items.len()
    }

    /// How many macro-compétences there are.
    #[must_use]
    pub fn macro_count(&self) -> usize {
        self.macros.len()
    }

    /// An item.
    #[must_use]
    pub fn item(&self, item: ItemIx) -> Option<&Item> {
        self.items.get(usize::from(item.0))
    }

    /// How rare an item is, in thousandths; 0 for an unknown one.
    #[must_use]
    pub fn rarity(&self, item: ItemIx) -> u16 {
        self.rarity.get(usize::from(item.0)).copied().unwrap_or(0)
    }

    /// Items below a macro-compétence.
    #[must_use]
    pub fn below(&self, parent: MacroIx) -> &[ItemIx] {
        self.below.get(usize::from(parent.0)).map_or(&[], AsRef::as_ref)
    }

    /// Occupations that ask for something below a macro-compétence.
    #[must_use]
    pub fn asking(&self, parent: MacroIx) -> &[OccupationIx] {
        self.asking.get(usize::from(parent.0)).map_or(&[], Vec::as_slice)
    }

    /// Number of a macro-compétence.
    #[must_use]
    pub fn macro_ogr(&self, parent: MacroIx) -> Option<Ogr> {
        self.macros.get(usize::from(parent.0)).copied()
    }

    /// The item with this number.
    #[must_use]
    pub fn item_of(&self, ogr: Ogr) -> Option<ItemIx> {
        self.by_ogr.get(&ogr).copied()
    }

    /// The macro-compétence with this number.
    #[must_use]
    pub fn macro_of(&self, ogr: Ogr) -> Option<MacroIx> {
        self.macro_by_ogr.get(&ogr).copied()
    }

    /// The macro-compétences above what an occupation asks for, each once: `true` where one of the items
    /// below it is core.
    #[must_use]
    pub fn macros_asked(&self, occupation: OccupationIx) -> BTreeMap<MacroIx, bool> {
        let mut asked = BTreeMap::new();
        for link in self.links(occupation) {
            if let Some(parent) = self.item(link.item).and_then(|item| item.parent) {
                *asked.entry(parent).or_default() |= link.core;
            }
        }
        asked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> RomeCode {
        RomeCode::parse(text).unwrap()
    }

    fn item(ogr: u32, parent: Option<u16>) -> Item {
        Item { ogr: Ogr(ogr), kind: SkillKind::KnowHow, parent: parent.map(MacroIx) }
    }

    fn link(item: u16, core: bool) -> Link {
        Link { item: ItemIx(item), core }
    }

    #[test]
    fn occupations_stand_by_code_and_links_once() {
        let given = vec![
            (code("N1101"), vec![link(1, false), link(1, true), link(0, false)]),
            (code("A1101"), vec![link(0, true)]),
        ];
        let rome = Referential::new(given, vec![Ogr(9)], vec![item(1, Some(0)), item(2, Some(0))]).unwrap();
        let n = rome.occupation(&code("N1101")).unwrap();
        assert_eq!(n, OccupationIx(1));
        assert_eq!(rome.links(n), [link(0, false), link(1, true)]);
        assert_eq!(rome.macros_asked(n), [(MacroIx(0), true)].into());
        assert_eq!(rome.below(MacroIx(0)), [ItemIx(0), ItemIx(1)]);
        assert!(rome.rarity(ItemIx(1)) > rome.rarity(ItemIx(0)), "what one asks for is rarer than what both ask for");
        assert_eq!((rome.item_of(Ogr(2)), rome.macro_of(Ogr(9))), (Some(ItemIx(1)), Some(MacroIx(0))));
    }

    #[test]
    fn what_points_to_nothing_is_refused() {
        let unknown = Referential::new(vec![(code("A1101"), vec![link(3, false)])], vec![], vec![item(1, None)]);
        assert_eq!(unknown, Err(ReferentialError::Unknown { what: "item", number: 3 }));
        let orphan = Referential::new(vec![], vec![], vec![item(1, Some(4))]);
        assert_eq!(orphan, Err(ReferentialError::Unknown { what: "macro", number: 4 }));
    }
}
