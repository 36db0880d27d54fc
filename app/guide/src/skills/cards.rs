//! Where no job could be named: six cards at a time, « touchez ce que vous avez déjà fait ».

use super::families::Family;
use super::frame::{Choice, Screen, choice};
use super::state::{State, name};
use crate::picto::Picto;
use crate::world::World;
use domain::skill::MacroIx;
use maud::html;
use std::collections::BTreeMap;

/// The next cards; none when it is time to stop, or while there are no offers to weigh them by.
pub(super) fn next(world: World<'_>, state: &State) -> Vec<MacroIx> {
    let Some(market) = world.market else { return Vec::new() };
    state.cards(world.rome, market).next()
}

/// The family that most of those who need it are of.
pub(super) fn picto_of(world: World<'_>, card: MacroIx) -> Picto {
    let mut counts: BTreeMap<Family, usize> = BTreeMap::new();
    let codes = world.rome.referential.asking(card).iter().filter_map(|o| world.rome.referential.code(*o));
    for family in codes.filter_map(Family::of) {
        *counts.entry(family).or_default() += 1;
    }
    let best = counts.into_iter().max_by_key(|(family, count)| (*count, std::cmp::Reverse(*family)));
    best.map_or(Picto::Star, |(family, _)| family.shown().0)
}

pub(super) fn screen(world: World<'_>, cards: Vec<MacroIx>) -> Screen {
    let t = world.t;
    let body = html! {
        p { (t.cards_hint()) }
        fieldset.picks {
            legend.sr { (t.cards_title()) }
            @for card in cards {
                @if let (Some(ogr), Some((_, label))) = (world.rome.referential.macro_ogr(card), world.rome.pack.macros.get(usize::from(card.0))) {
                    input type="hidden" name=(name::ASKED) value=(ogr);
                    (choice(&Choice { name: name::CARD, value: &ogr.to_string(), picto: picto_of(world, card), words: label, note: None, on: false, one: false }))
                }
            }
        }
    };
    Screen { title: t.cards_title(), body, asks: Vec::new() }
}
