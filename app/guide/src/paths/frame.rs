//! What is round every screen: its title, the form with what was said.

use super::flow::{Go, Step};
use super::state::State;
use crate::picto::{Picto, picto};
use crate::world::World;
use maud::{Markup, html};

/// A screen.
pub(super) struct Screen {
    /// Its title.
    pub(super) title: String,
    /// What stands in it.
    pub(super) body: Markup,
    /// Fields that it asks itself.
    pub(super) asks: Vec<&'static str>,
}

/// The whole part of the page.
pub(super) fn page(world: World<'_>, state: &State, step: Step, screen: &Screen) -> Markup {
    let t = world.t;
    html! {
        form.guide.paths method="post" action=(world.action) data-step=(step.code()) {
            h1 tabindex="-1" { (screen.title) }
            button.listen type="button" data-guide="listen" hidden { (picto(Picto::Speaker)) (t.guide_listen()) }
            input type="hidden" name="step" value=(step.code());
            (state.write().hidden(&screen.asks))
            // Who presses Enter sees the paths again: the first button of a form is the one that counts.
            button.first type="submit" name="go" value=(Go::Next.code()) tabindex="-1" aria-hidden="true" {}
            (screen.body)
        }
    }
}

/// A button of the form.
pub(super) fn button(class: &str, go: &str, words: &str) -> Markup {
    html! { button class=(class) type="submit" name="go" value=(go) { (words) } }
}
