//! Days, lengths, places and money of a training, in words.

use super::Scene;
use crate::i18n::{GuideTexts, Lang, format};
use domain::answer::PlaceFound;
use domain::training::{Cost, Entry, Kind, Session, Training};
use search::Listed;

/// `Du 3 mars 2027 au 2 juin 2027`.
pub(super) fn when(g: GuideTexts, session: &Session) -> String {
    let (first, last) = (session.first, session.last.filter(|last| *last > session.first));
    if session.month_only {
        return guide::paths::month(g, first);
    }
    match last {
        Some(last) => g.paths_from_to(&guide::paths::day(g, first), &guide::paths::day(g, last)),
        None => g.paths_on_day(&guide::paths::day(g, first)),
    }
}

/// What is beside the days: any day, or a day that is to be asked.
pub(super) fn entry(g: GuideTexts, session: &Session) -> Option<&'static str> {
    match (session.entry, session.month_only) {
        (Entry::Open, _) => Some(g.paths_open_entry()),
        (Entry::Fixed, true) => Some(g.paths_month_only()),
        (Entry::Fixed, false) => None,
    }
}

/// Where a session is.
pub(super) fn place(g: GuideTexts, session: &Session, place: Option<&PlaceFound>) -> String {
    match (session.remote, place) {
        (true, _) => g.paths_remote().to_owned(),
        (false, Some(place)) => place.name.clone(),
        (false, None) => g.paths_place_unknown().to_owned(),
    }
}

/// Hours in all, and a week.
pub(super) fn hours(g: GuideTexts, training: &Training) -> String {
    let all = training.hours.map(|hours| g.paths_hours(&hours.to_string()));
    let week = training.weekly_hours.map(|hours| g.paths_weekly(&hours.to_string()));
    all.into_iter().chain(week).collect::<Vec<_>>().join(" · ")
}

/// What is left to pay.
pub(super) fn cost(g: GuideTexts, cost: &Cost) -> String {
    match cost.remaining {
        Some(0) => g.paths_cost_free().to_owned(),
        Some(euros) => g.paths_cost(&guide::paths::euros(g, euros)),
        None => g.paths_cost_unknown().to_owned(),
    }
}

/// Who pays, each once.
pub(super) fn payers(g: GuideTexts, cost: &Cost) -> String {
    let mut names: Vec<&str> = cost.financing.iter().map(|part| guide::paths::payer(g, part.who)).collect();
    names.dedup();
    names.join(", ")
}

/// A kind of step.
pub(super) fn kind(g: GuideTexts, kind: Kind) -> &'static str {
    guide::paths::kind(g, kind).1
}

/// Euros: `1 200 €`.
pub(super) fn euros(scene: &Scene<'_>, euros: u32) -> String {
    format::money(scene.t, i64::from(euros) * 100)
}

/// A session in one line, in French, for feeds: `Du 3 mars au 2 juin 2027, Roubaix`.
#[must_use]
pub fn session_line(session: &Session, at: Option<&PlaceFound>) -> String {
    let g = GuideTexts::of(Lang::Fr);
    format!("{}, {}", when(g, session), place(g, session, at))
}

/// A training in one line, in French, for feeds: kind, body, hours, what is left to pay.
#[must_use]
pub fn sum_up(listed: &Listed) -> String {
    let g = GuideTexts::of(Lang::Fr);
    let training = &listed.stored.training;
    let parts = [kind(g, training.kind).to_owned(), training.body.clone(), hours(g, training), cost(g, &training.cost)];
    let promised = (!training.promises.is_empty()).then(|| g.paths_promised().to_owned());
    let parts = parts.into_iter().filter(|part| !part.is_empty()).chain(promised);
    parts.collect::<Vec<_>>().join(" · ")
}
