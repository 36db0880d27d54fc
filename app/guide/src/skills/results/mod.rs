//! The results: strengths and offers first, then jobs around her; what is missing is asked only where it
//! changes something. [`strengths`], [`Sentence`] and [`Seen`] also serve the board and the skills sheet.

mod ask;
mod offers;
mod prefer;
mod strengths;
mod trades;

pub use offers::Sentence;
pub use strengths::{Strength, strengths};

use super::activities;
use super::frame::Screen;
use super::labels;
use super::state::{State, name};
use crate::picto::picto;
use crate::world::World;
use domain::assessment::Belief;
use domain::matching::{Looking, Market};
use domain::number::OfferNumber;
use domain::place::Point;
use domain::profile::Evidence;
use maud::{Markup, html};

/// What follows from what was said: made once a page.
pub struct Seen<'a> {
    world: World<'a>,
    state: &'a State,
    belief: Belief,
}

impl<'a> Seen<'a> {
    /// What is believed of her.
    #[must_use]
    pub fn new(world: World<'a>, state: &'a State) -> Self {
        let rome = &world.rome.referential;
        let belief = Belief::of(&state.profile, rome, &activities::links());
        // Who named no job: what the cards say of her past counts as well.
        let belief = match world.market.filter(|_| state.profile.jobs.is_empty() && !state.cards.is_empty()) {
            Some(market) => belief.or(&Belief::of_past(rome, state.cards(world.rome, market).past())),
            None => belief,
        };
        Self { world, state, belief }
    }

    /// Who looks at offers and steps.
    pub(crate) fn looking(&self) -> Looking<'_> {
        let limits = &self.state.profile.limits;
        Looking {
            belief: &self.belief,
            gates: self.state.gates(self.world.today),
            avoid: &self.state.profile.avoid,
            from: self.from(),
            reach: limits.reach_m(),
            weekly_min: limits.weekly_min,
        }
    }

    fn from(&self) -> Option<Point> {
        let code = self.state.profile.limits.commune.as_deref()?;
        self.world.market?.pack.communes.iter().find(|commune| commune.code.as_str() == code)?.point
    }
}

/// The offers of a market in her order: what the phone and the server must agree on.
#[must_use]
pub fn order(world: World<'_>, state: &State) -> Vec<u32> {
    let Some(market) = world.market else { return Vec::new() };
    let seen = Seen::new(world, state);
    market.ranked(&world.rome.referential, seen.looking()).into_iter().map(|one| one.id).collect()
}

/// What the cards of these offers say, by number; nothing for one that is not among the local ones.
#[must_use]
pub fn of_offers<'n>(world: World<'_>, state: &State, numbers: impl Iterator<Item = &'n str>) -> Vec<Markup> {
    let seen = Seen::new(world, state);
    let sentence = |number: &str| {
        let (market, number) = (world.market?, OfferNumber::parse(number)?);
        // The pack holds them by number.
        let at = market.pack.offers.binary_search_by_key(&number, |offer| offer.number).ok()?;
        Some(offers::shown(&offers::sentence(&seen, market, at)?))
    };
    numbers.map(|number| sentence(number).unwrap_or_default()).collect()
}

pub(super) fn screen(world: World<'_>, state: &State) -> Screen {
    let t = world.t;
    let seen = Seen::new(world, state);
    let own = strengths(&seen);
    let body = html! {
        @if own.is_empty() {
            p.notice { (t.results_nothing()) }
        } @else {
            ul.strengths {
                @for one in own {
                    li {
                        @let (drawing, behind) = labels::evidence(t, one.evidence);
                        (picto(drawing)) span.words { (one.label) @if one.evidence != Evidence::Said { span.sr { " (" (behind) ")" } } }
                        button.link type="submit" name=(name::GO) value=(format!("{}{}", super::flow::NOT_ME, one.ogr)) { (t.results_not_me()) span.sr { " : " (one.label) } }
                    }
                }
            }
        }
        @for one in strengths::removed(&seen) {
            p.removed {
                (t.results_removed()) " : " (one.label) " "
                button.link type="submit" name=(name::GO) value=(format!("{}{}", super::flow::BACK_IN, one.ogr)) { (t.results_put_back()) span.sr { " : " (one.label) } }
            }
        }
        @match world.market {
            Some(market) => { (with_offers(&seen, market)) }
            None => { p.notice { (t.guide_wait()) } }
        }
    };
    Screen { title: t.results_title(), body, asks: prefer::ASKS.to_vec() }
}

fn with_offers(seen: &Seen<'_>, market: &Market) -> Markup {
    html! {
        (ask::question(seen, market))
        (offers::list(seen, market))
        (trades::groups(seen, market))
        (prefer::form(seen, market))
    }
}
