//! ROME's skills as they are kept and named: items, macro-compétences, and what each occupation asks for.

use super::{Ogr, Share, SkillKind};
use crate::occupation::RomeCode;
use serde::{Deserialize, Serialize};

/// A macro-compétence: what many items have in common ("Entretenir des espaces verts").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MacroSkill {
    /// Its number.
    pub ogr: Ogr,
    /// ROME's label.
    pub label: String,
}

/// An item of ROME that says what one can do or knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedSkill {
    /// Its number.
    pub ogr: Ogr,
    /// What it is.
    pub kind: SkillKind,
    /// ROME's label.
    pub label: String,
    /// The macro-compétence above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Ogr>,
}

/// What an occupation asks for, and which others are close to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OccupationSkills {
    /// ROME code.
    pub rome: RomeCode,
    /// Items, by number, each with whether it is core (« cœur de métier »).
    pub asked: Vec<(Ogr, bool)>,
    /// The closest occupations, best first.
    #[serde(default)]
    pub near: Vec<(RomeCode, Share)>,
}
