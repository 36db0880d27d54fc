//! Days, lengths, money and distances as people say them.

use domain::pathway::Certainty;
use domain::pathway::plan::{Label, Path};
use domain::time::Day;
use domain::training::{Financer, Kind};
use i18n::GuideTexts;

use crate::picto::Picto;

/// `23 novembre 2026`.
pub fn day(t: GuideTexts, day: Day) -> String {
    let (year, month, number) = day.ymd();
    let number = if number == 1 { t.date_first().to_owned() } else { number.to_string() };
    t.date_long(&month_name(t, month), &number, &year.to_string())
}

/// `mars 2027`.
pub fn month(t: GuideTexts, day: Day) -> String {
    let (year, month, _) = day.ymd();
    t.date_month(&month_name(t, month), &year.to_string())
}

fn month_name(t: GuideTexts, month: u32) -> String {
    t.date_months(month.saturating_sub(1) as usize).to_owned()
}

/// Whole euros, thousands apart.
pub fn euros(t: GuideTexts, euros: u32) -> String {
    i18n::format::number(t.lang(), euros.into())
}

/// `3 jours`, `12 semaines`.
pub fn length(t: GuideTexts, days: i32) -> String {
    let days = u64::try_from(days).unwrap_or_default();
    if days < 7 { t.paths_days(days) } else { t.paths_weeks(days.div_ceil(7)) }
}

/// `à 3 km`.
pub(super) fn metres(t: GuideTexts, metres: u32) -> String {
    if metres < 1_000 { t.paths_near().to_owned() } else { t.paths_km(&kilometres(metres)) }
}

/// Whole kilometres, as a number.
pub(super) fn kilometres(metres: u32) -> String {
    (metres.saturating_add(500) / 1_000).to_string()
}

/// What is left to pay of a path.
pub(super) fn to_pay(t: GuideTexts, path: &Path) -> String {
    let known = if path.euros == 0 { t.paths_free().to_owned() } else { t.paths_euros(&euros(t, path.euros)) };
    match path.unpriced {
        0 => known,
        n if path.euros == 0 => t.paths_unpriced(n.into()),
        n => format!("{known}, {}", t.paths_unpriced(n.into())),
    }
}

/// Why a path is shown.
pub(super) fn label(t: GuideTexts, label: Label) -> &'static str {
    match label {
        Label::Promised => t.paths_promised(),
        Label::Fastest => t.paths_fastest(),
        Label::Cheapest => t.paths_cheapest(),
        Label::Nearest => t.paths_nearest(),
    }
}

/// How sure the job is.
pub(super) fn certainty(t: GuideTexts, own: Certainty) -> &'static str {
    match own {
        Certainty::Promise => t.paths_sure_promise(),
        Certainty::Bound => t.paths_sure_bound(),
        Certainty::Offer => t.paths_sure_offer(),
        Certainty::Trade => t.paths_sure_trade(),
    }
}

/// A kind of step.
#[must_use]
pub fn kind(t: GuideTexts, kind: Kind) -> (Picto, &'static str) {
    match kind {
        Kind::Course => (Picto::Course, t.kind_formation()),
        Kind::Preparatory => (Picto::Course, t.kind_preparatoire()),
        Kind::Poei => (Picto::Course, t.kind_poei()),
        Kind::Poec => (Picto::Course, t.kind_poec()),
        Kind::Immersion => (Picto::Hands, t.kind_immersion()),
        Kind::Licence => (Picto::Car, t.kind_permis()),
        Kind::Caces => (Picto::Truck, t.kind_caces()),
        Kind::Habilitation => (Picto::Tested, t.kind_habilitation()),
        Kind::French => (Picto::Speaker, t.kind_francais()),
        Kind::Clea => (Picto::Paper, t.kind_clea()),
        Kind::ChildCare => (Picto::Heart, t.kind_garde()),
        Kind::Transport => (Picto::Bus, t.kind_transport()),
    }
}

/// Who pays.
pub fn payer(t: GuideTexts, who: Financer) -> &'static str {
    match who {
        Financer::Region => t.payer_region(),
        Financer::FranceTravail => t.payer_france_travail(),
        Financer::Employer => t.payer_employeur(),
        Financer::Opco => t.payer_opco(),
        Financer::Cpf => t.payer_cpf(),
        Financer::Departement => t.payer_departement(),
        Financer::Commune => t.payer_commune(),
        Financer::Agefiph => t.payer_agefiph(),
        Financer::TransitionsPro => t.payer_transitions_pro(),
        Financer::Ofii => t.payer_ofii(),
        Financer::State => t.payer_etat(),
        Financer::Other => t.payer_autre(),
    }
}
