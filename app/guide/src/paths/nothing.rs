//! What her limits take away: in a line beside the paths, or why there are none and what would give one.

use super::flow::{Go, LIFT};
use super::frame::button;
use super::words;
use crate::world::World;
use domain::pathway::plan::{Best, Limit, Plan};
use maud::{Markup, html};

/// `Sans vos limites : au travail dès le …, 300 € de moins.`
pub(super) fn given_up(world: World<'_>, plan: &Plan) -> Markup {
    let t = world.t;
    let Some(all) = plan.limited.as_ref().and_then(|own| own.all) else { return Markup::default() };
    let day = plan.paths.iter().map(|path| path.day).min().unwrap_or(all.day);
    let euros = plan.paths.iter().map(|path| path.euros).min().unwrap_or(all.euros);
    let promised = plan.paths.iter().any(|path| path.job.is_promised());
    let parts: Vec<String> = [
        (all.promised && !promised).then(|| t.paths_gain_promise().to_owned()),
        (all.day < day).then(|| t.paths_gain_day(&words::day(t, all.day))),
        (all.euros < euros).then(|| t.paths_gain_euros(&words::euros(t, euros - all.euros))),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! {
        @if !parts.is_empty() {
            div.notice { div { p { (t.paths_given_up(&parts.join(", "))) } (button("link", Go::LiftAll.code(), t.paths_lift_all())) } }
        }
    }
}

fn blocks(world: World<'_>, limit: Limit, best: Best) -> String {
    let t = world.t;
    let day = words::day(t, best.day);
    match limit {
        Limit::Reach => t.paths_block_distance(&day),
        Limit::Free => t.paths_block_gratuit(&day, &words::euros(t, best.euros)),
        Limit::Hours => t.paths_block_heures(&day),
        Limit::JobHours => t.paths_block_emploi(&day),
        Limit::Before => t.paths_block_avant(&day),
    }
}

/// Why there is no path, and what would give one.
pub(super) fn said(world: World<'_>, plan: &Plan) -> Markup {
    let t = world.t;
    let Some(limited) = plan.limited.as_ref().filter(|own| own.all.is_some()) else {
        return html! { div.notice { div { p { (t.paths_none_here()) } p { (t.paths_none_next()) } } } };
    };
    html! {
        div.notice { div {
            p { (t.paths_none()) }
            @for (limit, best) in &limited.by {
                p { (blocks(world, *limit, *best)) " " (button("link", &format!("{LIFT}{}", limit.code()), t.paths_lift())) }
            }
            @if let (true, Some(all)) = (limited.by.is_empty(), limited.all) {
                p { (t.paths_block_all(&words::day(t, all.day))) " " (button("link", Go::LiftAll.code(), t.paths_lift_all())) }
            }
        } }
    }
}
