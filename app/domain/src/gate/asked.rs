//! Which gates an offer has: those that its source names, and those that the law sets on its occupation.

use super::{AskedGate, Caces, Demand, Gate, Licence};
use crate::occupation::RomeCode;
use crate::requirement::{Need, Requirements};
use std::collections::BTreeMap;

/// What the law asks of who does the work, by ROME 4.0 code. Only where nobody may work without it; as of
/// November 2026.
///
/// - J15xx: Code de la santé publique, L. 4311-2 (infirmier), L. 4391-1 (aide-soignant), L. 4393-1
///   (ambulancier);
/// - K25xx: Code de la sécurité intérieure, L. 612-20 (carte professionnelle, CNAPS);
/// - N41xx: Code de la route, R. 221-4 (permits C and D); Code des transports, R. 3314-1 (FIMO),
///   L. 3120-2-1 (VTC, taxi: carte professionnelle after an examination).
const LAW: &[(&str, &[Gate])] = &[
    ("J1501", &[Gate::Regulated]),
    ("J1506", &[Gate::Regulated]),
    ("J1505", &[Gate::Regulated]),
    ("J1305", &[Gate::Regulated]),
    ("K2503", &[Gate::Cnaps]),
    ("N4101", &[Gate::Licence(Licence::C), Gate::Fimo]),
    ("N4103", &[Gate::Licence(Licence::D), Gate::Fimo]),
    ("N4112", &[Gate::Licence(Licence::B), Gate::Regulated]),
];

/// What the law asks of an occupation.
#[must_use]
pub fn by_law(rome: &RomeCode) -> &'static [Gate] {
    LAW.iter().find(|(code, _)| *code == rome.as_str()).map_or(&[], |(_, gates)| *gates)
}

/// The gates of an offer, each once with its strongest demand, in the order of gates. What the source only
/// wishes for is "usual": a hint, never a barrier.
#[must_use]
pub fn asked(requirements: &Requirements, rome: Option<&RomeCode>) -> Vec<AskedGate> {
    let mut all: BTreeMap<Gate, Demand> = BTreeMap::new();
    // Demand's order is its strength: the law first.
    let mut put = |gate: Gate, demand: Demand| {
        let asked = AskedGate::new(gate, demand);
        all.entry(asked.gate).and_modify(|own| *own = (*own).min(asked.demand)).or_insert(asked.demand);
    };
    let of = |need: Need| if need == Need::Essential { Demand::Employer } else { Demand::Usual };
    for permit in &requirements.permits {
        if let Some(gate) = Gate::licence_of(&permit.label) {
            put(gate, of(permit.need));
        }
    }
    for language in &requirements.languages {
        if let Some(gate) = Gate::language_of(&language.label) {
            put(gate, of(language.need));
        }
    }
    for skill in &requirements.skills {
        if let Some(gate) = named(&skill.label) {
            put(gate, of(skill.need));
        }
    }
    if let Some(level) = requirements.diploma() {
        let required = requirements.diplomas.iter().any(|d| d.need == Need::Essential);
        put(Gate::Diploma(level), if required { Demand::Employer } else { Demand::Usual });
    }
    for gate in rome.map_or(&[][..], by_law) {
        put(gate.clone(), Demand::Law);
    }
    all.into_iter().map(|(gate, demand)| AskedGate { gate, demand }).collect()
}

/// The gate that a skill's label names ("CACES R489 catégorie 3", "Habilitation électrique").
#[must_use]
pub fn named(label: &str) -> Option<Gate> {
    let text = crate::text::fold(label);
    let has = |part: &str| text.contains(part);
    // Before 2020: R389 is R489, R372 is R482.
    let caces = [
        ("r482", Caces::R482),
        ("r372", Caces::R482),
        ("r483", Caces::R483),
        ("r484", Caces::R484),
        ("r485", Caces::R485),
        ("r486", Caces::R486),
        ("r386", Caces::R486),
        ("r487", Caces::R487),
        ("r489", Caces::R489),
        ("r389", Caces::R489),
        ("r490", Caces::R490),
        ("r390", Caces::R490),
    ];
    if has("caces") {
        return caces.iter().find(|(code, _)| has(code)).map(|(_, own)| Gate::Caces(*own));
    }
    let others = [
        ("habilitation electrique", Gate::Electrical),
        ("habilitations electriques", Gate::Electrical),
        ("sauveteur secouriste", Gate::FirstAid),
        ("secourisme sst", Gate::FirstAid),
        ("haccp", Gate::FoodHygiene),
        ("bafa", Gate::Bafa),
        ("fimo", Gate::Fimo),
        ("carte professionnelle d'agent de securite", Gate::Cnaps),
    ];
    others.into_iter().find(|(part, _)| has(part)).map(|(_, gate)| gate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requirement::Asked;

    fn ask(label: &str, need: Need) -> Asked {
        Asked { label: label.into(), code: None, level: None, need }
    }

    #[test]
    fn labels_name_gates() {
        for (label, gate) in [
            ("CACES R489 catégorie 3", Some(Gate::Caces(Caces::R489))),
            ("Caces R389-3", Some(Gate::Caces(Caces::R489))),
            ("Habilitations électriques de travaux", Some(Gate::Electrical)),
            ("Respecter l'hygiène HACCP", Some(Gate::FoodHygiene)),
            ("Souder à l'arc", None),
        ] {
            assert_eq!(named(label), gate, "{label}");
        }
    }

    #[test]
    fn the_law_is_stronger_than_the_employer_and_he_than_habit() {
        let own = Requirements {
            permits: vec![ask("B - Véhicule léger", Need::Optional), ask("C", Need::Essential)],
            skills: vec![ask("CACES R489 catégorie 3", Need::Essential), ask("CACES R489 catégorie 5", Need::Optional)],
            ..Requirements::default()
        };
        let driver = RomeCode::parse("N4101").unwrap();
        let found = asked(&own, Some(&driver));
        let demand = |gate: &Gate| found.iter().find(|a| a.gate == *gate).map(|a| a.demand);
        assert_eq!(demand(&Gate::Licence(Licence::B)), Some(Demand::Usual));
        assert_eq!(demand(&Gate::Licence(Licence::C)), Some(Demand::Law));
        assert_eq!(demand(&Gate::Fimo), Some(Demand::Law));
        assert_eq!(demand(&Gate::Caces(Caces::R489)), Some(Demand::Employer));
        assert!(asked(&Requirements::default(), None).is_empty(), "what is not said closes nothing");
    }
}
