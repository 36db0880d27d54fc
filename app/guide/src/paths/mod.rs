//! The pathway explorer: from what she can do today to a job that is here, in dated steps.
//!
//! [`answer`] takes a form and gives the next page's part, as the self-assessment does; what was said there is in the
//! same form. [`State`] is what was said; one file a screen or a part of one.

mod card;
mod compare;
mod flow;
mod frame;
mod ical;
mod job;
mod kept;
mod key;
mod limits;
mod list;
mod nothing;
mod one;
mod questions;
mod shown;
mod state;
mod step;
mod timeline;
mod trades;
mod words;

pub use flow::{Step, answer};
pub use ical::calendar;
pub use key::PathKey;
pub use one::ICS as CALENDAR;
pub use shown::section;
pub use state::{State, Target};
pub use step::{rule_words, to_know};
pub use words::{day, euros, kind, length, month, payer};

use crate::Picto;
use crate::form::Form;
use crate::skills::Seen;
use crate::world::World;
use domain::pathway::plan::{Here, Plan, Wanted, Who, plan};

/// The pictograms of these screens: a page of paths carries no other.
pub const PICTOS: &[Picto] = &[
    Picto::Ago,
    Picto::Bus,
    Picto::Car,
    Picto::Check,
    Picto::Course,
    Picto::Euro,
    Picto::Hands,
    Picto::Heart,
    Picto::Paper,
    Picto::Place,
    Picto::Question,
    Picto::Recent,
    Picto::Speaker,
    Picto::Star,
    Picto::Tested,
    Picto::Truck,
];

/// The paths that a form's answer shows: for the test that works each of them out again.
#[must_use]
pub fn found(world: World<'_>, form: &Form) -> Plan {
    let state = State::read(form);
    let seen = Seen::new(world, &state.said);
    state.here(world).map_or_else(Plan::default, |here| plan(here, state.who(&seen), state.wanted(world)))
}

impl State {
    fn here<'a>(&self, world: World<'a>) -> Option<Here<'a>> {
        Some(Here { rome: &world.rome.referential, market: world.market?, steps: world.steps? })
    }

    fn who<'s>(&self, seen: &'s Seen<'_>) -> Who<'s> {
        let mut looking = seen.looking();
        if self.no_car {
            let most = domain::profile::Travel::Transit.reach_m();
            looking.reach = Some(looking.reach.map_or(most, |own| own.min(most)));
        }
        Who { looking, asks: self.asks }
    }

    fn wanted(&self, world: World<'_>) -> Wanted {
        match &self.to {
            None => Wanted::Any,
            Some(Target::Trade(code)) => world.rome.referential.occupation(code).map_or(Wanted::Any, Wanted::Trade),
            Some(Target::Offer(number)) => {
                let offers = world.market.map_or(&[][..], |market| &market.pack.offers);
                // The pack holds them by number.
                let at = offers.binary_search_by_key(number, |own| own.number);
                at.map_or(Wanted::Any, Wanted::Offer)
            }
        }
    }
}
