//! The dates of a path as a calendar file (RFC 5545): an all-day event for each step and for the first working day.

use super::state::State;
use super::step::Drawn;
use super::{job, words};
use crate::form::Form;
use crate::skills::Seen;
use crate::world::World;
use domain::ical::{Calendar, Event};
use domain::time::{Day, Timestamp};

/// The file of the path that is open in a form; empty when there is none.
#[must_use]
pub fn calendar(world: World<'_>, form: &Form) -> Vec<u8> {
    let state = State::read(form);
    let seen = Seen::new(world, &state.said);
    let who = state.who(&seen);
    let (Some(here), Some(key)) = (state.here(world), &state.one) else { return Vec::new() };
    let Some(path) = key.path(here, &who) else { return Vec::new() };
    let mut out = Calendar::new("Parcours");
    let stamp = Timestamp(i64::from(world.today.0) * 86_400);
    let mut event = |uid: &str, days: (Day, Day), title: &str, place: &str, what: &str| {
        out.event(&Event { uid, stamp, days, title, place, what, page: "" });
    };
    for own in path.steps.iter().filter_map(|one| Drawn::of(world.t, here.steps, who.looking.from, *one)) {
        let phone = own.step.phone.as_deref().map(i18n::format::phone).unwrap_or_default();
        let what = [own.step.body.as_str(), own.long().as_str(), own.cost().as_str(), phone.as_str()].join("\n");
        let uid = format!("{}-{}", own.step.number, own.one.begin.0);
        event(&uid, (own.one.begin, own.one.after), &own.step.title, &own.place(), &what);
    }
    let label = world.rome.label(path.trade);
    let what = format!("{label}\n{}", job::said(world, here, &path).0);
    let title = world.t.paths_day(&words::day(world.t, path.day));
    event(&format!("{}-{}", key.trade, path.day.0), (path.day, path.day.plus(1)), &title, "", &what);
    out.finish()
}
