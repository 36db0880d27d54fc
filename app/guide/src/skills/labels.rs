//! Words of gates.

use crate::picto::Picto;
use domain::gate::{Caces, Gate, Language, Licence};
use domain::profile::{Evidence, Travel};
use domain::requirement::Diploma;
use i18n::GuideTexts;

/// A gate in plain words.
#[must_use]
pub fn gate(t: GuideTexts, gate: &Gate) -> &'static str {
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
        Gate::Language(own) => language(t, *own),
        Gate::Regulated => t.gate_regulated(),
    }
}

fn language(t: GuideTexts, own: Language) -> &'static str {
    match own {
        Language::English => t.language_en(),
        Language::German => t.language_de(),
        Language::Dutch => t.language_nl(),
        Language::Spanish => t.language_es(),
        Language::Italian => t.language_it(),
        Language::Arabic => t.language_ar(),
        Language::Portuguese => t.language_pt(),
        Language::Signs => t.language_lsf(),
    }
}

/// What stands behind a strength, as a picture with words.
pub(super) fn evidence(t: GuideTexts, own: Evidence) -> (Picto, &'static str) {
    match own {
        Evidence::Said => (Picto::Star, t.proof_dit()),
        Evidence::Paper => (Picto::Paper, t.proof_papier()),
        Evidence::Confirmed => (Picto::Hands, t.proof_confirme()),
        Evidence::Tested => (Picto::Tested, t.proof_teste()),
    }
}

/// A way to get to work.
pub(super) fn travel(t: GuideTexts, own: Travel) -> (Picto, &'static str) {
    match own {
        Travel::Foot => (Picto::Foot, t.travel_pied()),
        Travel::Bike => (Picto::Bike, t.travel_velo()),
        Travel::Transit => (Picto::Bus, t.travel_transports()),
        Travel::Car => (Picto::Car, t.travel_voiture()),
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
