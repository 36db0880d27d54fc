//! Second screen: families of work, and unpaid work beside them.

use super::families::{Family, Unpaid};
use super::frame::{Choice, Screen, choice};
use super::state::{State, name};
use crate::world::World;
use maud::html;

pub(super) fn screen(world: World<'_>, state: &State) -> Screen {
    let t = world.t;
    let body = html! {
        p { (t.families_hint()) }
        fieldset.picks {
            legend.sr { (t.families_title()) }
            @for family in Family::ALL {
                @let (picto, words) = family.shown();
                (choice(&Choice { name: name::FAMILY, value: family.code(), picto, words: t.get(words), note: None, on: state.families.contains(family), one: false }))
            }
        }
        fieldset.picks {
            legend { (t.families_unpaid()) }
            @for unpaid in Unpaid::ALL {
                @let (picto, words) = unpaid.shown();
                (choice(&Choice { name: name::UNPAID, value: unpaid.code(), picto, words: t.get(words), note: None, on: state.unpaid.contains(unpaid), one: false }))
            }
        }
    };
    Screen { title: t.families_title(), body, asks: vec![name::FAMILY, name::UNPAID] }
}
