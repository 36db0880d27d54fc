//! First screen: where one looks for work, and with whom one sits here.

use super::frame::{Choice, Screen, choice};
use super::state::{State, Who, name};
use crate::picto::{Picto, picto};
use crate::world::World;
use maud::html;

/// Basins that are shown; with more the rest is behind « ailleurs ».
const SHOWN: usize = 8;

pub(super) fn screen(world: World<'_>, state: &State) -> Screen {
    let t = world.t;
    let chosen = state.basin.as_deref().or_else(|| world.basins.first().map(|basin| basin.code.as_str()));
    let who = [
        (Who::Alone, Picto::Person, t.who_alone()),
        (Who::Helped, Picto::Helped, t.who_helped()),
        (Who::Group, Picto::Group, t.who_group()),
    ];
    let body = html! {
        p.lead { (t.guide_lead()) }
        fieldset.picks {
            legend.sr { (t.start_title()) }
            @for basin in world.basins.iter().take(SHOWN) {
                (choice(&Choice {
                    name: name::BASIN,
                    value: &basin.code,
                    picto: Picto::Place,
                    words: &basin.name,
                    note: Some(t.start_offers(u64::from(basin.offers))),
                    on: chosen == Some(basin.code.as_str()),
                    one: true,
                }))
            }
        }
        h2 { (t.start_who()) }
        div.going {
            @for (who, drawing, words) in who {
                button.button.quiet type="submit" name=(name::WHO) value=(who.code()) { (picto(drawing)) (words) }
            }
        }
        p { a href=(format!("{}/cartes", world.action)) { (t.group_cards()) } }
        // Only a phone that answers by itself can read a file.
        div.find data-guide="import" data-bad=(t.sheet_bad()) hidden {
            // The browser's own button speaks the browser's language: the label stands for it.
            input.sr type="file" id="import" accept=".json,application/json";
            label.button.quiet for="import" { (t.sheet_import()) }
            p role="status" {}
        }
    };
    Screen { title: t.start_title(), body, asks: vec![name::BASIN, name::WHO] }
}
