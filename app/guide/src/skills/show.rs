//! To show an adviser: exactly what will leave the phone, then a code (`handover.js`). Without the phone's own
//! answers the screen itself can be shown.

use super::export::shown::{Section, sections};
use super::frame::Screen;
use super::state::State;
use crate::world::World;
use maud::{Markup, html};

pub(super) fn screen(world: World<'_>, state: &State) -> Screen {
    Screen { title: world.t.show_title(), body: body(world, state, None), asks: Vec::new() }
}

/// All of it; `first` stands before what she can do.
pub(crate) fn body(world: World<'_>, state: &State, first: Option<Section>) -> Markup {
    let t = world.t;
    html! {
        p.lead { (t.show_lead()) }
        div.sheet { @for section in first.into_iter().chain(sections(world, state)) { (drawn(&section)) } }
        p data-guide="needs" { (t.show_needs(0)) " " (t.show_needs(1)) }
        // Only a phone that answers by itself can lock something.
        div.show data-guide="show" data-wait=(t.show_wait()) data-many=(t.show_many()) data-failed=(t.show_failed())
            data-until=(t.show_until("{hour}")) data-where=(t.show_where("{address}")) data-closed=(t.show_closed()) hidden {
            p.notice { @for line in 0..3 { (t.show_how(line)) " " } }
            button.button type="button" data-guide="seal" { (t.show_go()) }
            p role="status" {}
            div.given hidden {
                p.where {}
                p.code {}
                svg.square aria-hidden="true" { path {} }
                p.until {}
                button.button type="button" data-guide="print" { (t.show_print()) }
                button.button.quiet type="button" data-guide="unseal" { (t.show_close()) }
            }
        }
    }
}

fn drawn(own: &Section) -> Markup {
    html! {
        h2 { (own.title) }
        ul { @for line in &own.lines { li { @if let Some(to) = &line.href { a href=(to) { (line.text) } } @else { (line.text) } } } }
    }
}
