//! One path, to keep, print, put into a calendar or show.

use super::card::Card;
use super::flow::{DROP, Go};
use super::frame::{Screen, button};
use super::key::PathKey;
use super::state::State;
use super::timeline::timeline;
use crate::skills::Seen;
use crate::world::World;
use maud::{Markup, html};

/// The button that gives the calendar file.
pub const ICS: &str = "ics";

pub(super) fn screen(world: World<'_>, state: &State, key: &PathKey) -> Screen {
    let t = world.t;
    let seen = Seen::new(world, &state.said);
    let who = state.who(&seen);
    let own = state.here(world).and_then(|here| Some((here, key.path(here, &who)?)));
    let body = html! {
        @if let Some((here, path)) = &own {
            @let card = Card { world, here: *here, from: who.looking.from, path };
            div.path.sheet {
                h2 { (world.rome.label(path.trade)) }
                (card.facts())
                (timeline(t, path, world.today))
                (card.line())
                (card.next())
                (square(world, key))
            }
        } @else { p.notice { (t.paths_gone()) } }
        div.going {
            @if own.is_some() {
                @if state.kept.contains(key) {
                    (button("button quiet", &format!("{DROP}{key}"), t.paths_drop()))
                } @else if state.may_keep() {
                    (button("button", Go::Keep.code(), t.paths_keep()))
                }
                button.button.quiet type="button" data-guide="print" hidden { (t.sheet_print()) }
                (button("button quiet", ICS, t.paths_ics()))
                @if !state.said.practises() { (button("button quiet", Go::Show.code(), t.show_open())) }
            }
            (button("button quiet", Go::List.code(), t.paths_back()))
        }
    };
    Screen { title: t.paths_one_title().to_owned(), body, asks: Vec::new() }
}

/// On paper only: paths to the same trade, for a telephone's camera. Nothing of hers is in it.
fn square(world: World<'_>, key: &PathKey) -> Markup {
    let to = format!("{}{}?vers={}", world.origin, world.action, key.trade);
    let (side, path) = qr::path(&to);
    html! {
        @if side > 0 && !world.origin.is_empty() {
            div.paper-only {
                svg.square viewBox=(format!("-1 -1 {} {}", side + 2, side + 2)) aria-hidden="true" { path d=(path) {} }
                p { (world.t.paths_scan()) br; (to) }
            }
        }
    }
}
