//! One release of ROME, as it is imported and stored: whole, or not at all.

use crate::occupation::{Appellation, Occupation, Portrait};
use crate::skill::{MacroSkill, NamedSkill, OccupationSkills};

/// One release of ROME.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RomeRelease {
    /// Its version, as the files are named: "460". Codes can change meaning between versions.
    pub version: String,
    /// Its occupations, sorted by code.
    pub occupations: Vec<Occupation>,
    /// Its appellations, sorted by OGR code; each belongs to one of the occupations.
    pub appellations: Vec<Appellation>,
    /// Its macro-compétences, sorted by OGR code.
    pub macros: Vec<MacroSkill>,
    /// Its items that an occupation asks for, sorted by OGR code.
    pub skills: Vec<NamedSkill>,
    /// What each occupation asks for, sorted by code.
    pub asked: Vec<OccupationSkills>,
    /// How it is to work in each occupation of which something is known, sorted by code.
    pub portraits: Vec<Portrait>,
}
