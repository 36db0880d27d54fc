//! Which screen comes next. Every way leads to the results, and to them from anywhere.

use super::state::{State, name};
use super::{cards, frame, jobs, past, results, sheet, show, start, where_worked};
use crate::form::Form;
use crate::world::World;
use domain::assessment::constants::SCREENS;
use domain::coded_enum;
use domain::gate::Gate;
use domain::skill::Ogr;
use maud::Markup;

coded_enum! {
    /// The screens, in their order.
    pub enum Step {
        /// Where, and with whom.
        Start = "start",
        /// Families of work.
        Families = "families",
        /// Job titles and unpaid activities.
        Jobs = "jobs",
        /// How long, how long ago.
        Past = "past",
        /// Adaptive cards.
        Cards = "cards",
        /// Strengths and offers.
        Results = "results",
        /// What she takes away.
        Sheet = "sheet",
        /// What an adviser will see.
        Show = "show",
    }
}

coded_enum! {
    /// The buttons.
    pub(super) enum Go {
        /// Continue.
        Next = "next",
        /// Skip the question: what was ticked on this screen still counts.
        Skip = "skip",
        /// Straight to the results.
        Results = "results",
        /// One screen back.
        Back = "back",
        /// Search a title.
        Find = "find",
        /// Back to the jobs.
        Jobs = "jobs",
        /// To the sheet.
        Sheet = "sheet",
        /// To what an adviser will see.
        Show = "show",
    }
}

/// Buttons of the results that carry a value.
pub(super) const NOT_ME: &str = "not-me-";
pub(super) const BACK_IN: &str = "back-in-";
pub(crate) const GATE_YES: &str = "gate-yes-";
pub(crate) const GATE_NO: &str = "gate-no-";
pub(super) const GATE_UNSURE: &str = "gate-unsure-";

/// The first screen.
#[must_use]
pub fn first(world: World<'_>) -> Markup {
    draw(world, &State::default(), Step::Start, &Form::default())
}

/// The results of what a phone kept.
#[must_use]
pub fn restore(world: World<'_>, form: &Form) -> Markup {
    draw(world, &State::read(form), Step::Results, form)
}

/// The page that answers a form.
#[must_use]
pub fn answer(world: World<'_>, form: &Form) -> Markup {
    let mut state = State::read(form);
    let step = form.one(name::STEP).and_then(Step::from_code).unwrap_or(Step::Start);
    let pressed = form.one(name::GO).unwrap_or_default();
    press(&mut state, pressed);
    let go = Go::from_code(pressed).unwrap_or(Go::Next);
    draw(world, &state, next(&state, step, go), form)
}

/// What a button says that answers a question or takes something out.
pub(crate) fn press(state: &mut State, pressed: &str) {
    if let Some(ogr) = pressed.strip_prefix(NOT_ME).and_then(|ogr| ogr.parse().ok()) {
        state.profile.not_me.insert(Ogr(ogr));
    }
    if let Some(ogr) = pressed.strip_prefix(BACK_IN).and_then(|ogr| ogr.parse().ok()) {
        state.profile.not_me.remove(&Ogr(ogr));
    }
    for (prefix, answer) in [(GATE_YES, Some(true)), (GATE_NO, Some(false)), (GATE_UNSURE, None)] {
        let number = pressed.strip_prefix(prefix).and_then(|number| number.parse().ok());
        if let Some(gate) = number.and_then(Gate::of_number) {
            state.answer_gate(gate, answer);
        }
    }
}

fn next(state: &State, step: Step, go: Go) -> Step {
    match (step, go) {
        (_, Go::Results) => Step::Results,
        (_, Go::Sheet) => Step::Sheet,
        (_, Go::Show) => Step::Show,
        (_, Go::Jobs) | (Step::Jobs, Go::Find) => Step::Jobs,
        (Step::Families, Go::Back) | (Step::Start, _) if go == Go::Back => Step::Start,
        (Step::Jobs | Step::Cards, Go::Back) => Step::Families,
        (Step::Past | Step::Results, Go::Back) => Step::Jobs,
        (Step::Start, _) => Step::Families,
        // Cards, as long as they tell something: `draw` knows.
        (Step::Families, Go::Skip) => Step::Cards,
        (Step::Families, _) if state.families.is_empty() && state.unpaid.is_empty() => Step::Cards,
        (Step::Families, _) => Step::Jobs,
        (Step::Jobs, _) if state.profile.jobs.is_empty() => Step::Cards,
        (Step::Jobs, _) if state.profile.jobs.iter().any(|job| !state.told.contains(&job.occupation)) => Step::Past,
        (Step::Cards, _) => Step::Cards,
        _ => Step::Results,
    }
}

/// How many screens may still come, this one not counted.
fn left(state: &State, step: Step) -> u64 {
    let cards = SCREENS.saturating_sub(state.cards.len() / domain::assessment::constants::CARDS) as u64;
    match step {
        Step::Start => 4,
        Step::Families => 3,
        Step::Jobs => 2,
        Step::Past => 1,
        Step::Cards => cards,
        Step::Results | Step::Sheet | Step::Show => 0,
    }
}

fn draw(world: World<'_>, state: &State, step: Step, form: &Form) -> Markup {
    let asked = if step == Step::Cards { cards::next(world, state) } else { Vec::new() };
    let step = if step == Step::Cards && asked.is_empty() { Step::Results } else { step };
    let screen = match step {
        Step::Start => start::screen(world, state),
        Step::Families => where_worked::screen(world, state),
        Step::Jobs => jobs::screen(world, state, form.one(name::FIND).unwrap_or_default()),
        Step::Past => past::screen(world, state),
        Step::Cards => cards::screen(world, asked),
        Step::Results => results::screen(world, state),
        Step::Sheet => sheet::screen(world, state),
        Step::Show => show::screen(world, state),
    };
    frame::page(world, state, step, left(state, step), &screen)
}
