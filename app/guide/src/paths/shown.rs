//! A path as an adviser sees it, beside what she can do.

use super::flow::Go;
use super::frame::{Screen, button};
use super::key::PathKey;
use super::state::State;
use super::step::Drawn;
use super::{job, words};
use crate::skills::export::shown::{Line, Section, plain};
use crate::skills::{Seen, show};
use crate::world::World;
use maud::html;

/// What is shown of a path; nothing where it is not there any more.
#[must_use]
pub fn section(world: World<'_>, state: &State, key: &PathKey) -> Option<Section> {
    let t = world.t;
    let seen = Seen::new(world, &state.said);
    let who = state.who(&seen);
    let here = state.here(world)?;
    let path = key.path(here, &who)?;
    let step = |own: Drawn<'_>| {
        let parts = [own.step.title.clone(), own.step.body.clone(), own.when(), own.place(), own.cost()];
        plain(parts.join(" – "))
    };
    let drawn = path.steps.iter().filter_map(|one| Drawn::of(t, here.steps, who.looking.from, *one));
    let (job, href) = job::said(world, here, &path);
    let goal = format!("{} – {job} – {}", world.rome.label(path.trade), t.paths_day(&words::day(t, path.day)));
    let mut lines: Vec<Line> = drawn.map(step).collect();
    lines.push(Line { href, ..plain(goal) });
    Some(Section { title: t.paths_one_title(), lines })
}

pub(super) fn screen(world: World<'_>, state: &State, key: &PathKey) -> Screen {
    let path = section(world, state, key);
    let body = html! {
        (show::body(world, &state.said, path))
        div.going { (button("button quiet", Go::Back.code(), world.t.guide_back())) }
    };
    Screen { title: world.t.show_title().to_owned(), body, asks: Vec::new() }
}
