//! One question that may make a path shorter: she may have already what it brings.

use crate::picto::{Picto, picto};
use crate::skills::labels;
use crate::skills::{GATE_NO, GATE_YES};
use crate::world::World;
use domain::gate::Gate;
use maud::{Markup, html};

/// Only the first: a second one comes when it is answered.
pub(super) fn asked(world: World<'_>, gates: &[Gate]) -> Markup {
    let t = world.t;
    html! {
        @if let Some(gate) = gates.first() {
            section.ask-gate {
                h2 { (picto(Picto::Question)) (t.ask_title()) }
                p { (t.paths_have(labels::gate(t, gate))) }
                div.going {
                    @for (prefix, words) in [(GATE_YES, t.ask_yes()), (GATE_NO, t.ask_no())] {
                        button.button.quiet type="submit" name="go" value=(format!("{prefix}{}", gate.number())) { (words) }
                    }
                }
            }
        }
    }
}
