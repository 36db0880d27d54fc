//! Paths that she keeps: on her phone, in the form, nowhere else.

use super::flow::{DROP, OPEN};
use super::frame::button;
use super::state::State;
use super::words;
use crate::world::World;
use domain::pathway::plan::{Here, Who};
use maud::{Markup, html};

pub(super) fn list(world: World<'_>, here: Here<'_>, state: &State, who: &Who<'_>) -> Markup {
    let t = world.t;
    html! {
        @if !state.kept.is_empty() {
            section.kept {
                h2 { (t.paths_kept()) }
                ul {
                    @for key in &state.kept {
                        @let label = here.rome.occupation(&key.trade).map_or("", |own| world.rome.label(own));
                        li {
                            strong { (label) } " "
                            @if let Some(path) = key.path(here, who) {
                                (t.paths_day(&words::day(t, path.day))) " "
                                (button("link", &format!("{OPEN}{key}"), t.paths_detail()))
                            } @else { (t.paths_gone()) " " }
                            (button("link", &format!("{DROP}{key}"), t.paths_drop()))
                        }
                    }
                }
            }
        }
    }
}
