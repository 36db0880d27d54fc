//! Gates as words of a file: `permis-b`, `caces-r489`, `sst`. What stands in `import trainings`.

use super::{Caces, Gate, Language, Licence};
use crate::requirement::Diploma;

/// Words of the gates that stand alone.
const ALONE: &[(&str, Gate)] = &[
    ("habilitation-electrique", Gate::Electrical),
    ("cnaps", Gate::Cnaps),
    ("fimo", Gate::Fimo),
    ("sst", Gate::FirstAid),
    ("haccp", Gate::FoodHygiene),
    ("bafa", Gate::Bafa),
    ("francais", Gate::French),
    ("diplome-d-etat", Gate::Regulated),
];

impl Gate {
    /// Its word.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Licence(own) => format!("permis-{own}"),
            Self::Caces(own) => format!("caces-{own}"),
            Self::Diploma(own) => format!("niveau-{own}"),
            Self::Language(own) => format!("langue-{own}"),
            alone => {
                ALONE.iter().find(|(_, gate)| gate == alone).map_or_else(String::new, |(code, _)| (*code).to_owned())
            }
        }
    }

    /// The gate of a word; case, accents and spaces do not matter.
    #[must_use]
    pub fn from_code(text: &str) -> Option<Self> {
        let word = crate::text::words(&crate::text::fold(text)).join("-");
        let alone = ALONE.iter().find(|(code, _)| *code == word).map(|(_, gate)| gate.clone());
        alone.or_else(|| match word.split_once('-')? {
            ("permis", own) => Licence::from_code(own).map(Self::Licence),
            ("caces", own) => Caces::from_code(own).map(Self::Caces),
            ("niveau", own) => Diploma::from_code(own).map(Self::Diploma),
            ("langue", own) => Language::from_code(own).map(Self::Language),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gate_has_a_word() {
        for at in 0..Gate::COUNT {
            let gate = Gate::numbered(at);
            assert_eq!(Gate::from_code(&gate.code()), Some(gate.clone()), "{gate:?}");
        }
        assert_eq!(Gate::from_code("Permis B"), Gate::from_code("permis-b"));
        assert_eq!([Gate::from_code("permis"), Gate::from_code("caces-r999")], [None, None]);
    }
}
