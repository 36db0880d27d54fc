//! Third screen: job titles of the chosen families, any other by its name, and unpaid activities.

use super::activities::ACTIVITIES;
use super::families::Family;
use super::frame::{Choice, Screen, choice};
use super::state::{State, job_value, name};
use crate::picto::Picto;
use crate::world::{Rome, World};
use domain::assessment::LocalWeights;
use domain::occupation::titles::Found;
use domain::skill::OccupationIx;
use maud::{Markup, html};
use std::cmp::Reverse;

/// Titles that are proposed in all.
const PROPOSED: usize = 12;
/// Titles that a search shows.
const FOUND: usize = 8;

/// What was found for a text, as choices. The phone draws it anew at each letter.
#[must_use]
pub fn found(world: World<'_>, text: &str) -> Markup {
    let t = world.t;
    let weights = world.market.map(domain::matching::Market::weights).unwrap_or_default();
    let all = world.rome.titles.find(text, FOUND, |o| weights.get(&o).copied().unwrap_or_default());
    html! {
        @if !text.trim().is_empty() {
            @if all.is_empty() { p { (t.jobs_none(text)) } } @else { p { (t.jobs_found(text)) } }
        }
        div.picks.rows {
            @for Found { occupation, title } in all { (job(world.rome, occupation, title_of(world.rome, occupation, title), false)) }
        }
    }
}

fn title_of(rome: &Rome, occupation: OccupationIx, title: u16) -> &str {
    let own = rome.pack.occupations.get(usize::from(occupation.0));
    let title = own.and_then(|own| match title.checked_sub(1) {
        None => Some(&own.label),
        Some(at) => own.titles.get(usize::from(at)),
    });
    title.map_or("", String::as_str)
}

fn job(rome: &Rome, occupation: OccupationIx, title: &str, on: bool) -> Markup {
    let Some(code) = rome.referential.code(occupation) else { return Markup::default() };
    let picto = Family::of(code).map_or(Picto::Office, |family| family.shown().0);
    let value = job_value(code, title);
    choice(&Choice { name: name::JOB, value: &value, picto, words: title, note: None, on, one: false })
}

/// Titles of the chosen families: those with most offers here first, each family its share.
fn proposed(world: World<'_>, state: &State, weights: &LocalWeights) -> Vec<OccupationIx> {
    let share = PROPOSED / state.families.len().max(1);
    let mut out = Vec::new();
    for family in &state.families {
        let own = world.rome.referential.occupations().filter(|(_, code)| family.has(code));
        let mut own: Vec<OccupationIx> = own.map(|(occupation, _)| occupation).collect();
        own.sort_by_key(|o| (Reverse(weights.get(o).copied().unwrap_or_default()), *o));
        out.extend(own.into_iter().take(share.max(3)));
    }
    out
}

pub(super) fn screen(world: World<'_>, state: &State, text: &str) -> Screen {
    let t = world.t;
    let weights = world.market.map(domain::matching::Market::weights).unwrap_or_default();
    let has = |o: OccupationIx| {
        world.rome.referential.code(o).is_some_and(|code| state.profile.jobs.iter().any(|job| job.occupation == *code))
    };
    let activities: Vec<_> = ACTIVITIES.iter().filter(|a| state.unpaid.contains(&a.of)).collect();
    let abroad = state.unpaid.contains(&super::families::Unpaid::Abroad);
    let body = html! {
        p { (t.jobs_hint()) }
        @if abroad { p { (t.jobs_abroad()) } }
        @if !state.profile.jobs.is_empty() {
            fieldset.picks.rows {
                legend { (t.jobs_yours()) }
                @for own in &state.profile.jobs {
                    @if let Some(occupation) = world.rome.referential.occupation(&own.occupation) {
                        (job(world.rome, occupation, if own.title.is_empty() { world.rome.label(occupation) } else { &own.title }, true))
                    }
                }
            }
        }
        fieldset.picks.rows {
            legend.sr { (t.jobs_title()) }
            @for occupation in proposed(world, state, &weights).into_iter().filter(|o| !has(*o)) {
                (job(world.rome, occupation, world.rome.label(occupation), false))
            }
        }
        div.find {
            label for="q" { (t.jobs_find()) }
            input type="search" id="q" name=(name::FIND) value=(text) autocomplete="off" enterkeyhint="search";
            button.button.quiet type="submit" name=(name::GO) value="find" { (t.jobs_search()) }
        }
        div id="found" aria-live="polite" { (found(world, text)) }
        @if !activities.is_empty() {
            fieldset.picks {
                legend { (t.jobs_activities()) }
                @for activity in activities {
                    (choice(&Choice { name: name::ACTIVITY, value: activity.code, picto: activity.of.shown().0, words: t.get(activity.words), note: None, on: state.profile.activities.contains_key(activity.code), one: false }))
                }
            }
        }
    };
    Screen { title: t.jobs_title(), body, asks: vec![name::JOB, name::ACTIVITY, name::FIND] }
}
