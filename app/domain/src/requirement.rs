//! What an offer asks for: experience, diploma, permits, languages, skills, conditions.

use crate::coded_enum;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// Whether something is required or a plus.
    pub enum Need {
        /// Exigé.
        Essential = "exige",
        /// Souhaité.
        Optional = "souhaite",
    }
}

/// Experience asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Experience {
    /// Required, or a plus.
    pub need: Need,
    /// Months; `None` when the source does not say how long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
}

coded_enum! {
    /// Bands of experience, as people choose them.
    pub enum ExperienceBand {
        /// Débutant accepté.
        Beginner = "debutant",
        /// Moins d'un an.
        UnderOneYear = "moins-1-an",
        /// De 1 à 3 ans.
        OneToThree = "1-a-3-ans",
        /// Plus de 3 ans.
        OverThree = "plus-3-ans",
    }
}

coded_enum! {
    /// Level of diploma asked for (cadre national des certifications, levels 3 to 7).
    pub enum Diploma {
        /// Sans diplôme.
        None = "sans",
        /// CAP, BEP: level 3.
        Cap = "cap",
        /// Bac: level 4.
        Bac = "bac",
        /// Bac+2: level 5.
        Bac2 = "bac-2",
        /// Bac+3 or +4: level 6.
        Bac3 = "bac-3",
        /// Bac+5 and more: level 7 or 8.
        Bac5 = "bac-5",
    }
}

coded_enum! {
    /// Driving licence asked for, as people choose it.
    pub enum Permit {
        /// Sans permis.
        None = "sans",
        /// Permis B: a car, up to 3.5 t.
        B = "b",
        /// Any other: C, D, a trailer, a motorcycle.
        Other = "autre",
    }
}

/// Diploma asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiplomaNeed {
    /// Level.
    pub level: Diploma,
    /// Field in the source's words ("Comptabilité").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Required, or a plus.
    pub need: Need,
}

/// Something asked for by name: a permit, a language, a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The source's label ("B - Véhicule léger", "Anglais").
    pub label: String,
    /// ROME code OGR of a skill, where the source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Level of a language in the source's words ("Courant", "B1").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Required, or a plus.
    pub need: Need,
}

/// All that an offer asks for. Empty means "not said", never "nothing is needed".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Requirements {
    /// "Débutant accepté": `Some(true)` only when said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beginner_ok: Option<bool>,
    /// Experience asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experience: Option<Experience>,
    /// Diplomas asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diplomas: Vec<DiplomaNeed>,
    /// Driving licences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permits: Vec<Asked>,
    /// Languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Asked>,
    /// Skills (compétences).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Asked>,
    /// Soft skills (savoir-être), labels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub soft_skills: Vec<String>,
    /// Physical and other conditions of work, labels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
}

impl Requirements {
    /// The band of experience; `None` when the source does not say.
    #[must_use]
    pub fn experience_band(&self) -> Option<ExperienceBand> {
        if self.beginner_ok == Some(true) {
            return Some(ExperienceBand::Beginner);
        }
        match self.experience.as_ref()?.months? {
            0..12 => Some(ExperienceBand::UnderOneYear),
            12..=36 => Some(ExperienceBand::OneToThree),
            _ => Some(ExperienceBand::OverThree),
        }
    }

    /// The driving licence: B where the source names nothing else, else another one, for which B is not enough; `None`
    /// when it names none.
    #[must_use]
    pub fn permit(&self) -> Option<Permit> {
        let light = |asked: &Asked| {
            let label = asked.label.trim_start();
            let label = label
                .get(.."permis".len())
                .filter(|word| word.eq_ignore_ascii_case("permis"))
                .map_or(label, |word| label[word.len()..].trim_start());
            let category = label.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            category.eq_ignore_ascii_case("b")
        };
        if self.permits.is_empty() {
            return None;
        }
        Some(if self.permits.iter().all(light) { Permit::B } else { Permit::Other })
    }

    /// The lowest diploma that opens the post: the lowest required level, else the lowest wished one.
    #[must_use]
    pub fn diploma(&self) -> Option<Diploma> {
        let lowest = |need| self.diplomas.iter().filter(|d| d.need == need).map(|d| d.level).min();
        lowest(Need::Essential).or_else(|| lowest(Need::Optional))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_b_or_another_one() {
        let permit = |labels: &[&str]| {
            let asked = |label: &&str| Asked { label: (*label).into(), code: None, level: None, need: Need::Essential };
            Requirements { permits: labels.iter().map(asked).collect(), ..Requirements::default() }.permit()
        };
        assert_eq!(permit(&[]), None);
        for labels in [&["B - Véhicule léger"][..], &["b"], &["Permis B"], &["B - Véhicule léger", "B"]] {
            assert_eq!(permit(labels), Some(Permit::B), "{labels:?}");
        }
        for labels in [
            &["C - Poids lourd"][..],
            &["CE - Poids lourd + remorque (= EC)"],
            &["B - Véhicule léger", "C - Poids lourd"],
            &["EB - Véhicule léger + remorque"],
            &["BE - Véhicule léger + remorque (PTAC > 4,25 T)"],
            &["AM - Cyclomoteur <= 50 cm3"],
        ] {
            assert_eq!(permit(labels), Some(Permit::Other), "{labels:?}");
        }
    }
}
