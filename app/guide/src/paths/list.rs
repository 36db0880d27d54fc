//! At most three paths, what her limits cost her, and the trades that are taught here.

use super::card::Card;
use super::flow::{Go, TO};
use super::frame::{Screen, button};
use super::key::PathKey;
use super::state::{State, name};
use super::{compare, kept, limits, nothing, questions, trades};
use crate::skills::Seen;
use crate::world::World;
use domain::pathway::plan::{Plan, Wanted, plan};
use maud::{Markup, html};

pub(super) fn screen(world: World<'_>, state: &State, comparing: bool) -> Screen {
    let t = world.t;
    let seen = Seen::new(world, &state.said);
    let wanted = state.wanted(world);
    let asks = limits::asks();
    let Some(here) = state.here(world) else {
        return Screen { title: title(world, wanted), body: html! { p.notice { (t.guide_wait()) } }, asks: Vec::new() };
    };
    let who = state.who(&seen);
    let own = plan(here, who, wanted);
    let from = who.looking.from;
    let compared =
        |path: &domain::pathway::plan::Path| PathKey::of(here, path).is_some_and(|key| state.compared.contains(&key));
    let body = html! {
        p.lead { (t.paths_lead()) }
        // First, since it is what she just asked for.
        @if comparing { (compare::table(world, here, state, &own.paths, &seen)) }
        (known(world, state))
        @if wanted != Wanted::Any {
            div.going {
                (button("button quiet", Go::Any.code(), t.paths_any()))
            }
        }
        (limits::form(world, state))
        (questions::asked(world, &own.ask))
        (counted(world, &own))
        @if own.paths.is_empty() { (nothing::said(world, &own)) } @else { (nothing::given_up(world, &own)) }
        ol.paths {
            @for (n, path) in own.paths.iter().enumerate() {
                (Card { world, here, from, path }.draw(n == 0, wanted == Wanted::Any, compared(path)))
            }
        }
        @if own.paths.len() > 1 {
            div.going { p { (t.paths_compare_pick()) } (button("button quiet", Go::Compare.code(), t.paths_compare())) }
        }
        (kept::list(world, here, state, &who))
        (trades::list(world, &own.trades))
        (trades::helps(world, here, &who))
    };
    Screen { title: title(world, wanted), body, asks }
}

fn title(world: World<'_>, wanted: Wanted) -> String {
    let t = world.t;
    match wanted {
        Wanted::Any => t.paths_title().to_owned(),
        Wanted::Trade(one) => t.paths_to_trade(world.rome.label(one)),
        Wanted::Offer(at) => {
            let offer = world.market.and_then(|market| market.pack.offers.get(at));
            t.paths_to_offer(offer.map_or("", |offer| offer.title.as_str()))
        }
    }
}

/// Whether she said what she can do: without it every path begins from nothing.
fn known(world: World<'_>, state: &State) -> Markup {
    let t = world.t;
    html! {
        @if state.said.profile.is_empty() {
            div.notice { p { (t.paths_no_profile()) " " a href=(format!("{}/competences", t.lang().prefix())) { (t.paths_assess()) } } }
        } @else {
            p.quiet-text { (t.paths_known()) }
        }
    }
}

/// How many there are: said aloud when a limit changes.
fn counted(world: World<'_>, own: &Plan) -> Markup {
    html! { p.sr role="status" { (world.t.paths_count(own.paths.len() as u64)) } }
}

/// A button that leads to a trade.
pub(super) fn to_trade(code: &domain::occupation::RomeCode, label: &str) -> Markup {
    button("link", &format!("{TO}{code}"), label)
}

/// The field of what is compared stands in the cards themselves.
pub(super) const IN_CARDS: &str = name::COMPARED;
