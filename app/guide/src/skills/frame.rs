//! What is round every screen: its one question, the form with what was said, the buttons.

use super::flow::{Go, Step};
use super::state::{State, name};
use crate::picto::{Picto, picto};
use crate::world::World;
use maud::{Markup, html};

/// A screen.
pub(super) struct Screen {
    /// Its one question.
    pub(super) title: &'static str,
    /// What it asks.
    pub(super) body: Markup,
    /// Fields that it asks itself.
    pub(super) asks: Vec<&'static str>,
}

/// The whole part of the page.
pub(super) fn page(world: World<'_>, state: &State, step: Step, left: u64, screen: &Screen) -> Markup {
    let t = world.t;
    html! {
        form.guide.projected[state.practises()] method="post" action=(world.action) data-step=(step.code()) {
            h1 tabindex="-1" { (screen.title) }
            @if left > 0 { p.left { (t.guide_left(left)) } }
            button.listen type="button" data-guide="listen" hidden { (picto(Picto::Speaker)) (t.guide_listen()) }
            input type="hidden" name=(name::STEP) value=(step.code());
            (state.write().hidden(&screen.asks))
            // Who presses Enter continues: the first button of a form is the one that counts.
            button.first type="submit" name=(name::GO) value=(Go::Next.code()) tabindex="-1" aria-hidden="true" {}
            (screen.body)
            (buttons(world, state, step))
        }
    }
}

fn buttons(world: World<'_>, state: &State, step: Step) -> Markup {
    let t = world.t;
    let button = |go: Go, class: &str, words: &str| {
        html! { button class=(class) type="submit" name=(name::GO) value=(go.code()) { (words) } }
    };
    html! {
        div.going {
            @match step {
                Step::Start | Step::Sheet => {}
                Step::Show => { (button(Go::Results, "button quiet", t.guide_back())) }
                Step::Results => {
                    // To another page, with what was said: on the phone by its memory, without scripts in the form.
                    @if !state.practises() { button.button.quiet type="submit" name="step" value="paths" formaction=(format!("{}/parcours", t.lang().prefix())) { (t.paths_results_link()) } }
                    (button(Go::Sheet, "button", t.sheet_open()))
                    (button(Go::Jobs, "button quiet", t.results_again()))
                }
                _ => {
                    (button(Go::Next, "button", t.guide_next()))
                    (button(Go::Skip, "button quiet", t.guide_skip()))
                    (button(Go::Results, "button quiet", t.guide_results()))
                    (button(Go::Back, "link", t.guide_back()))
                }
            }
        }
    }
}

/// A choice as a large picture with words: a box or one of several.
pub(super) struct Choice<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a str,
    pub(super) picto: Picto,
    pub(super) words: &'a str,
    pub(super) note: Option<String>,
    pub(super) on: bool,
    pub(super) one: bool,
}

pub(super) fn choice(own: &Choice<'_>) -> Markup {
    html! {
        label.pick {
            input type=(if own.one { "radio" } else { "checkbox" }) name=(own.name) value=(own.value) checked[own.on];
            span { (picto(own.picto)) span.words { (own.words) @if let Some(note) = &own.note { small { (note) } } } }
        }
    }
}
