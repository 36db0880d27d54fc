//! Trades that are taught here, for who has no idea yet; and help that makes a path possible.

use super::list::to_trade;
use super::words;
use crate::picto::picto;
use crate::world::World;
use domain::pathway::plan::{Here, Reached, Who};
use maud::{Markup, html};

/// Helps that are named.
const HELPS: usize = 4;

pub(super) fn list(world: World<'_>, all: &[Reached]) -> Markup {
    let t = world.t;
    html! {
        @if !all.is_empty() {
            section.around {
                h2 { (t.paths_trades()) }
                ul.taught {
                    @for one in all {
                        @if let Some(code) = world.rome.referential.code(one.trade) {
                            li {
                                (to_trade(code, world.rome.label(one.trade)))
                                p.quiet-text {
                                    (t.paths_since(&words::day(t, one.day)))
                                    @if one.offers > 0 { " · " (t.start_offers(one.offers.into())) }
                                    @if one.promised { " · " strong.tag.promised { (t.paths_promised()) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Child care and transport, the nearest first as the file has them.
pub(super) fn helps(world: World<'_>, here: Here<'_>, who: &Who<'_>) -> Markup {
    let t = world.t;
    let reach = |step: &&domain::pack::steps::PackStep| {
        step.sessions.iter().any(|session| {
            let point = session.commune.and_then(|at| here.steps.communes.get(usize::from(at))?.point);
            let metres = point.zip(who.looking.from).map(|(point, from)| point.distance_m(from));
            metres.zip(who.looking.reach).is_none_or(|(metres, reach)| metres <= reach)
        })
    };
    let own = here.steps.steps.iter().filter(|step| step.kind.is_help()).filter(reach);
    let own: Vec<_> = own.take(HELPS).collect();
    html! {
        @if !own.is_empty() {
            section.helps {
                h2 { (t.paths_helps()) }
                ul {
                    @for step in own {
                        li { (picto(words::kind(t, step.kind).0)) (step.title) " · " (step.body) @if let Some(phone) = &step.phone { " · " a href=(format!("tel:{phone}")) { (i18n::format::phone(phone)) } } }
                    }
                }
            }
        }
    }
}
