//! Words of gates.

use domain::gate::{Caces, Gate, Licence};
use domain::requirement::Diploma;
use i18n::GuideTexts;

/// A gate in plain words.
pub(super) fn gate(t: GuideTexts, gate: &Gate) -> &'static str {
    match gate {
        Gate::Licence(own) => match own {
            Licence::Am => t.licence_am(),
            Licence::A => t.licence_a(),
            Licence::B => t.licence_b(),
            Licence::Be => t.licence_be(),
            Licence::C => t.licence_c(),
            Licence::Ce => t.licence_ce(),
            Licence::D => t.licence_d(),
        },
        Gate::Caces(own) => match own {
            Caces::R482 => t.caces_r482(),
            Caces::R483 => t.caces_r483(),
            Caces::R484 => t.caces_r484(),
            Caces::R485 => t.caces_r485(),
            Caces::R486 => t.caces_r486(),
            Caces::R487 => t.caces_r487(),
            Caces::R489 => t.caces_r489(),
            Caces::R490 => t.caces_r490(),
        },
        Gate::Electrical => t.gate_electrical(),
        Gate::Cnaps => t.gate_cnaps(),
        Gate::Fimo => t.gate_fimo(),
        Gate::FirstAid => t.gate_first_aid(),
        Gate::FoodHygiene => t.gate_food(),
        Gate::Bafa => t.gate_bafa(),
        Gate::Diploma(level) => diploma(t, *level),
        Gate::French => t.gate_french(),
        Gate::Regulated => t.gate_regulated(),
    }
}

/// A level of diploma in plain words.
pub(super) fn diploma(t: GuideTexts, level: Diploma) -> &'static str {
    match level {
        Diploma::None => t.diploma_sans(),
        Diploma::Cap => t.diploma_cap(),
        Diploma::Bac => t.diploma_bac(),
        Diploma::Bac2 => t.diploma_bac_2(),
        Diploma::Bac3 => t.diploma_bac_3(),
        Diploma::Bac5 => t.diploma_bac_5(),
    }
}
