//! What a person says that she can do. It lives on her phone and nowhere else; this is its shape and
//! what follows from it, not where it is kept.
//!
//! Never in here: origin, nationality, health, family.

mod past;

pub use past::{Duration, PastJob, Since};

use crate::coded_enum;
use crate::gate::HeldGate;
use crate::skill::Ogr;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The shape's number: a stored profile of another shape is migrated or set aside, never misread.
pub const SHAPE: u16 = 1;

coded_enum! {
    /// How often one did something: behaviour is asked for, not self-esteem (skills.md §A11).
    pub enum Frequency {
        /// Jamais.
        Never = "jamais",
        /// Une ou deux fois.
        Once = "une-fois",
        /// Souvent.
        Often = "souvent",
        /// Tout le temps.
        Always = "tout-le-temps",
        /// Je ne sais pas: changes nothing.
        Unknown = "ne-sait-pas",
    }
}

coded_enum! {
    /// What stands behind a skill. It changes the picture beside it, never a rank: who has no papers is not
    /// less able.
    pub enum Evidence {
        /// Je le dis.
        Said = "dit",
        /// J'ai un papier; it stays on the phone.
        Paper = "papier",
        /// Quelqu'un confirme.
        Confirmed = "confirme",
        /// Testé.
        Tested = "teste",
    }
}

coded_enum! {
    /// « Je préfère éviter ».
    pub enum Avoid {
        /// Port de charges lourdes.
        Loads = "charges",
        /// Travail en hauteur.
        Heights = "hauteur",
        /// Travail de nuit.
        Nights = "nuit",
        /// Station debout prolongée.
        Standing = "debout",
        /// Travail le week-end.
        Weekends = "week-end",
        /// Travail le soir.
        Evenings = "soir",
        /// Horaires en équipes (2x8, 3x8).
        Shifts = "equipes",
        /// Déplacements.
        Trips = "deplacements",
    }
}

coded_enum! {
    /// How she gets to work.
    pub enum Travel {
        /// À pied.
        Foot = "pied",
        /// À vélo.
        Bike = "velo",
        /// En bus, en train.
        Transit = "transports",
        /// En voiture.
        Car = "voiture",
    }
}

impl Travel {
    /// How far one goes to work this way, in metres as the crow flies, where one did not say: about
    /// half an hour (a guess; she may say otherwise).
    #[must_use]
    pub const fn reach_m(self) -> u32 {
        match self {
            Self::Foot => 3_000,
            Self::Bike => 8_000,
            Self::Transit => 15_000,
            Self::Car => 40_000,
        }
    }
}

/// How far, how, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Commune where she lives or sets out from, INSEE code.
    pub commune: Option<String>,
    /// Kilometres at most.
    pub km: Option<u16>,
    /// How she travels.
    pub travel: BTreeSet<Travel>,
    /// Minutes a week at most.
    pub weekly_min: Option<u16>,
}

/// The whole profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// [`SHAPE`] when it was written.
    pub shape: u16,
    /// ROME's version that the codes are of ("460"): codes change meaning between versions.
    pub rome: String,
    /// Jobs that she had, paid.
    pub jobs: Vec<PastJob>,
    /// Unpaid activities (their stable codes) and how often.
    pub activities: BTreeMap<String, Frequency>,
    /// Answers about single items or macro-compétences.
    pub answers: BTreeMap<Ogr, Frequency>,
    /// « Ce n'est pas moi »: taken out of the strengths by her.
    pub not_me: BTreeSet<Ogr>,
    /// What stands behind what she said.
    pub evidence: BTreeMap<Ogr, Evidence>,
    /// Licences, CACES, habilitations, diplomas, languages.
    pub gates: Vec<HeldGate>,
    /// Gates that she was asked for and does not have.
    pub gates_missing: BTreeSet<crate::gate::Gate>,
    /// What she would rather not do.
    pub avoid: BTreeSet<Avoid>,
    /// How far, how, when.
    pub limits: Limits,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            shape: SHAPE,
            rome: String::new(),
            jobs: Vec::new(),
            activities: BTreeMap::new(),
            answers: BTreeMap::new(),
            not_me: BTreeSet::new(),
            evidence: BTreeMap::new(),
            gates: Vec::new(),
            gates_missing: BTreeSet::new(),
            avoid: BTreeSet::new(),
            limits: Limits::default(),
        }
    }
}

impl Limits {
    /// How far she goes, in metres: what she said, else as far as her ways carry her; `None` where she said
    /// neither.
    #[must_use]
    pub fn reach_m(&self) -> Option<u32> {
        let said = self.km.map(|km| u32::from(km) * 1_000);
        said.or_else(|| self.travel.iter().map(|way| way.reach_m()).max())
    }
}

impl Profile {
    /// Whether nothing was said yet of what she can do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.jobs.is_empty() && self.activities.is_empty() && self.answers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_goes_to_the_phone_and_back() {
        let profile = Profile {
            rome: "460".into(),
            answers: [(Ogr(123), Frequency::Often)].into(),
            avoid: [Avoid::Nights].into(),
            ..Profile::default()
        };
        let json = serde_json::to_string(&profile).unwrap();
        assert_eq!(serde_json::from_str::<Profile>(&json).unwrap(), profile);
        assert!(!profile.is_empty() && Profile::default().is_empty());
    }

    #[test]
    fn what_she_said_of_the_distance_is_stronger_than_how_she_travels() {
        let mut limits = Limits { travel: [Travel::Foot, Travel::Bike].into(), ..Limits::default() };
        assert_eq!(limits.reach_m(), Some(8_000));
        limits.km = Some(5);
        assert_eq!(limits.reach_m(), Some(5_000));
        assert_eq!(Limits::default().reach_m(), None);
    }

    #[test]
    fn what_an_older_shape_did_not_say_is_empty() {
        let old: Profile = serde_json::from_str("{\"rome\":\"460\"}").unwrap();
        assert_eq!(old, Profile { rome: "460".into(), ..Profile::default() });
    }
}
