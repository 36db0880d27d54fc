//! Skills as ROME 4.0 knows them: items with an OGR code, their macro-compétences, and which
//! occupation asks for which. [`Referential`] holds them in memory, on the server and on the phone.
//!
//! Leaf items hardly overlap between occupations (56 % of savoir-faire stand in one only, ROME v60),
//! so that whoever compares occupations must also look at the macro-compétence above the item.

mod named;
mod referential;

pub use named::{MacroSkill, NamedSkill, OccupationSkills};
pub use referential::{Item, ItemIx, Link, MacroIx, OccupationIx, Referential, ReferentialError};

use crate::coded_enum;
use core::fmt;
use serde::{Deserialize, Serialize};

/// France Travail's number of an item of ROME (code OGR): a compétence, a macro-compétence, a savoir or
/// a contexte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ogr(pub u32);

impl fmt::Display for Ogr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

coded_enum! {
    /// What an item is.
    pub enum SkillKind {
        /// Savoir-faire: what one can do.
        KnowHow = "savoir-faire",
        /// Savoir: what one knows.
        Knowledge = "savoir",
        /// Savoir-être: shown, never counted (16 items, which every occupation has).
        SoftSkill = "savoir-etre",
        /// Contexte de travail: hours, effort, place. A matter of taste and health, no skill.
        Context = "contexte",
    }
}

impl SkillKind {
    /// Whether it says something of what a person can do.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::KnowHow | Self::Knowledge)
    }
}

/// A share or a probability in millionths: the same integer on every machine, so that orders agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(u32);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The whole.
    pub const ONE: Self = Self(1_000_000);

    /// Millionths, at most a million.
    #[must_use]
    pub const fn new(millionths: u32) -> Self {
        Self(if millionths > 1_000_000 { 1_000_000 } else { millionths })
    }

    /// The nearest millionth of a number; what is outside of 0 to 1 is brought to its ends.
    #[must_use]
    pub fn of(share: f64) -> Self {
        Self((share.clamp(0.0, 1.0) * 1e6 + 0.5) as u32)
    }

    /// Millionths.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// As a number from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / 1e6
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_and_kept_inside() {
        assert_eq!([Share::of(-1.0), Share::of(0.499_999_6), Share::of(7.0)].map(Share::get), [0, 500_000, 1_000_000]);
        assert_eq!(Share::new(2_000_000), Share::ONE);
    }

    #[test]
    fn what_one_is_and_where_one_works_count_for_nothing() {
        let counting: Vec<_> = SkillKind::ALL.iter().filter(|kind| kind.counts()).collect();
        assert_eq!(counting, [&SkillKind::KnowHow, &SkillKind::Knowledge]);
    }
}
