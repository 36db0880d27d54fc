//! Which screen comes next.

use super::key::PathKey;
use super::state::{State, Target};
use super::{frame, list, one, shown};
use crate::form::Form;
use crate::skills::press;
use crate::world::World;
use domain::coded_enum;
use domain::pathway::plan::Limit;
use maud::Markup;

coded_enum! {
    /// The screens.
    pub enum Step {
        /// At most three paths.
        List = "paths",
        /// One of them, to take away.
        One = "path",
        /// What an adviser will see.
        Show = "path-show",
    }
}

coded_enum! {
    /// The buttons without a value.
    pub(super) enum Go {
        /// With other limits.
        Next = "next",
        /// To any trade.
        Any = "any",
        /// All limits away.
        LiftAll = "lift-all",
        /// Two beside each other.
        Compare = "compare",
        /// To keep the path that is open.
        Keep = "keep",
        /// To what an adviser will see.
        Show = "show",
        /// Back to all paths.
        List = "list",
        /// Back to the path that is open.
        Back = "back",
    }
}

/// Buttons that carry a value.
pub(super) const TO: &str = "to-";
pub(super) const OPEN: &str = "open-";
pub(super) const DROP: &str = "drop-";
pub(super) const LIFT: &str = "lift-";

/// The page that answers a form.
#[must_use]
pub fn answer(world: World<'_>, form: &Form) -> Markup {
    let mut state = State::read(form);
    let step = form.one("step").and_then(Step::from_code).unwrap_or(Step::List);
    let pressed = form.one("go").unwrap_or_default();
    press(&mut state.said, pressed);
    let go = Go::from_code(pressed);
    let next = next(&mut state, step, go, pressed);
    if next == Step::List {
        state.one = None;
    }
    let screen = match (next, &state.one) {
        (Step::One, Some(key)) => one::screen(world, &state, key),
        (Step::Show, Some(key)) => shown::screen(world, &state, key),
        _ => return frame::page(world, &state, Step::List, &list::screen(world, &state, go == Some(Go::Compare))),
    };
    frame::page(world, &state, next, &screen)
}

fn next(state: &mut State, step: Step, go: Option<Go>, pressed: &str) -> Step {
    if let Some(to) = pressed.strip_prefix(TO).and_then(Target::parse) {
        state.to = Some(to);
        return Step::List;
    }
    if let Some(key) = pressed.strip_prefix(OPEN).and_then(PathKey::parse) {
        state.one = Some(key);
        return Step::One;
    }
    if let Some(key) = pressed.strip_prefix(DROP).and_then(PathKey::parse) {
        state.kept.remove(&key);
        return if step == Step::Show { Step::One } else { step };
    }
    if let Some(limit) = pressed.strip_prefix(LIFT).and_then(Limit::from_code) {
        lift(state, limit);
        return Step::List;
    }
    match go {
        Some(Go::Any) => state.to = None,
        Some(Go::LiftAll) => Limit::ALL.iter().for_each(|limit| lift(state, *limit)),
        Some(Go::Keep) => {
            if let Some(key) = state.one.clone().filter(|_| state.may_keep()) {
                state.kept.insert(key);
            }
            return Step::One;
        }
        Some(Go::Show) => return Step::Show,
        Some(Go::Back) => return Step::One,
        _ => {}
    }
    Step::List
}

fn lift(state: &mut State, limit: Limit) {
    match limit {
        Limit::Reach => {
            state.no_car = false;
            state.said.profile.limits.km = None;
            state.said.profile.limits.travel.clear();
        }
        Limit::Free => state.asks.free = false,
        Limit::Hours => state.asks.weekly_hours = None,
        Limit::JobHours => state.said.profile.limits.weekly_min = None,
        Limit::Before => state.asks.before = None,
    }
}
