//! Jobs around her: what she can do already, soon, or what lies further; each with how many offers it has.

use super::{Seen, offers};
use crate::trade_page;
use domain::matching::{Fit, Known, Market};
use domain::skill::OccupationIx;
use maud::{Markup, html};

/// How many of each group are shown.
const SHOWN: usize = 5;

/// How near a job is: by how much of what it names is known or likely, never by its gates alone.
fn group(fit: &Fit) -> usize {
    let (yes, all) = fit.counts();
    let likely = yes * 2 + fit.of(Known::Maybe).count();
    // Two thirds are « déjà », a quarter is « bientôt ».
    if likely * 3 >= all * 4 {
        0
    } else if likely * 2 >= all {
        1
    } else {
        2
    }
}

pub(super) fn groups(seen: &Seen<'_>, market: &Market) -> Markup {
    let t = seen.world.t;
    let mut groups: [Vec<(OccupationIx, Fit, u32)>; 3] = Default::default();
    for (occupation, fit, count) in market.trades(&seen.world.rome.referential, seen.looking()) {
        let own = &mut groups[group(&fit)];
        if count > 0 && own.len() < SHOWN {
            own.push((occupation, fit, count));
        }
    }
    let names = [t.results_now(), t.results_soon(), t.results_further()];
    html! {
        section.around {
            h2 { (t.results_trades()) }
            @for (name, group) in names.iter().zip(&groups).filter(|(_, group)| !group.is_empty()) {
                details open[*name != t.results_further()] {
                    summary { (name) " (" (group.len()) ")" }
                    ul {
                        @for (occupation, fit, count) in group {
                            @let label = seen.world.rome.label(*occupation);
                            li {
                                @let offers = t.start_offers(u64::from(*count));
                                @let code = seen.world.rome.referential.code(*occupation).filter(|_| !seen.state.practises());
                                @if let Some(code) = code {
                                    (trade_page(t.lang(), code, label)) " · " a href=(search(seen, label)) { (offers) }
                                } @else { (label) " · " (offers) }
                                (offers::shown(&offers::of_fit(seen, market, fit)))
                                @if let Some(near) = near(seen, market, *occupation) { p.missing { (t.results_near(near)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The job of hers that it is close to.
fn near<'a>(seen: &Seen<'a>, market: &Market, occupation: OccupationIx) -> Option<&'a str> {
    let rome = &seen.world.rome.referential;
    let list = &market.pack.trades.get(usize::from(market.pack.trade(occupation)?))?.near;
    let own = list.iter().filter_map(|(at, _)| market.pack.trades.get(usize::from(*at)));
    let mine = own.map(|trade| trade.occupation).find(|other| {
        rome.code(*other).is_some_and(|code| seen.state.profile.jobs.iter().any(|job| job.occupation == *code))
    });
    mine.map(|other| seen.world.rome.label(other))
}

/// The board, searched for a job: a word of the reference, nothing of hers.
fn search(seen: &Seen<'_>, label: &str) -> String {
    let first = label.split(" / ").next().unwrap_or(label);
    let query = domain::form::write_pairs([("q", first)]);
    format!("{}/offres?{query}", seen.world.t.lang().prefix())
}
