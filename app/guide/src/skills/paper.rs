//! The cards on paper, for workshops without enough phones: unpaid activities, and what the offers here ask
//! for most. To print, cut out and lay on a table.

use super::activities;
use super::cards::picto_of;
use crate::picto::{Picto, picto};
use crate::world::World;
use domain::skill::MacroIx;
use maud::{Markup, html};
use std::cmp::Reverse;

/// Cards of what is done at work.
const MOST: usize = 36;

/// The whole part of the page.
#[must_use]
pub fn paper(world: World<'_>) -> Markup {
    let t = world.t;
    let work = asked_here(world).into_iter().filter_map(|one| {
        let (_, label) = world.rome.pack.macros.get(usize::from(one.0))?;
        Some((picto_of(world, one), label.as_str()))
    });
    let unpaid = activities::ACTIVITIES.iter().map(|own| (own.of.shown().0, t.get(own.words)));
    html! {
        h1 { (t.paper_title()) }
        p.lead { (t.paper_lead()) }
        button.button type="button" data-guide="print" hidden { (t.sheet_print()) }
        (deck(world, t.families_unpaid(), unpaid))
        (deck(world, t.paper_work(), work))
        p.going { a.button.quiet href=(world.action) { (t.paper_back()) } }
    }
}

fn deck<'a>(world: World<'_>, title: &str, cards: impl Iterator<Item = (Picto, &'a str)>) -> Markup {
    html! {
        h2 { (title) }
        ul.deck {
            @for (drawing, words) in cards {
                li { (picto(drawing)) strong { (words) } small { (world.t.paper_done()) } }
            }
        }
    }
}

/// What most offers here ask for; where there are none, most occupations.
fn asked_here(world: World<'_>) -> Vec<MacroIx> {
    let rome = &world.rome.referential;
    let local = world.market.map(domain::matching::Market::weights).unwrap_or_default();
    let offers = |one: MacroIx| {
        let asking = rome.asking(one);
        let open: u32 = asking.iter().filter_map(|own| local.get(own)).sum();
        (Reverse(open), Reverse(asking.len()), one)
    };
    let all = (0..rome.macro_count()).filter_map(|at| u16::try_from(at).ok().map(MacroIx));
    let mut all: Vec<_> = all.map(offers).collect();
    all.sort_unstable();
    all.into_iter().take(MOST).map(|(.., one)| one).collect()
}
