//! From a person and the two public files to paths that she can read, and why there are none.
//!
//! One search for each trade ([`trade`]); what is found becomes dates, euros and metres again ([`path`]); at most
//! three are shown, named for what they are ([`choose`]); [`limits`] says what her own limits cost her.

mod choose;
mod limits;
mod path;
mod session;
#[cfg(test)]
mod tests;
mod trade;

pub use choose::{Label, MOST_SHOWN};
pub use limits::{Best, Limit, Limited};
pub use path::{Job, Path, PathStep};
pub use session::{WEEKLY_HOURS, days};

use crate::gate::{Gate, Gates};
use crate::matching::{Looking, Market};
use crate::pack::StepsPack;
use crate::skill::{OccupationIx, Referential, Share};
use crate::time::Day;
use std::collections::BTreeSet;

/// Steps at most: more than three nobody follows, and a phone searches three at once.
pub const STEPS: u8 = 3;
/// How far ahead is looked, in days: eighteen months.
pub const HORIZON: i32 = 548;
/// How long an open offer can be counted on, in days. Guess: half of them are filled or gone by then.
pub const OFFER_DAYS: i32 = 45;
/// Days from an application to the first working day. Guess.
pub const HIRING_DAYS: i32 = 14;
/// Trades that are searched where she names none.
pub const TRADES: usize = 24;

/// What is looked at: ROME, the offers of a basin, the steps around it.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// ROME.
    pub rome: &'a Referential,
    /// Offers.
    pub market: &'a Market,
    /// Trainings and other steps.
    pub steps: &'a StepsPack,
}

/// What she asks of a path beside her limits for jobs ([`Looking`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// Only what costs her nothing, neither in the end nor before.
    pub free: bool,
    /// Hours a week of a step, at most.
    pub weekly_hours: Option<u8>,
    /// She works on this day at the latest.
    pub before: Option<Day>,
}

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a> {
    /// Her skills, gates, place and limits.
    pub looking: Looking<'a>,
    /// What she asks of a path.
    pub asks: Asks,
}

impl<'a> Who<'a> {
    pub(in crate::pathway::plan) const fn gates(&self) -> Gates<'a> {
        self.looking.gates
    }

    pub(in crate::pathway::plan) const fn today(&self) -> Day {
        self.looking.gates.today
    }
}

/// Where she wants to get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To any job here.
    Any,
    /// To a job in this trade.
    Trade(OccupationIx),
    /// To this offer, in the pack.
    Offer(usize),
}

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// At most [`MOST_SHOWN`], a promised job first; none where there is no way.
    pub paths: Vec<Path>,
    /// Where she named no trade: all that can be reached by a step, those that suit her best first.
    pub trades: Vec<Reached>,
    /// What her own limits take away; `None` where she has none, or they take nothing.
    pub limited: Option<Limited>,
    /// Gates that a path asks for and that she was not asked about: one answer may make it shorter.
    pub ask: Vec<Gate>,
}

/// A trade that steps from here lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Which one.
    pub trade: OccupationIx,
    /// The earliest first working day.
    pub day: Day,
    /// Whether a job is promised.
    pub promised: bool,
    /// Open offers here.
    pub offers: u32,
}

/// The paths of who asks.
#[must_use]
pub fn plan(here: Here<'_>, who: Who<'_>, wanted: Wanted) -> Plan {
    let (all, trades) = found(here, who, wanted);
    let limited = limits::limited(here, who, wanted, &all);
    let paths = choose::choose(all, who.looking.from.is_some());
    let ask = asked(here, who, &paths);
    Plan { paths, trades, limited, ask }
}

/// Every path that no other beats, and the trades that they lead to.
fn found(here: Here<'_>, who: Who<'_>, wanted: Wanted) -> (Vec<Path>, Vec<Reached>) {
    match wanted {
        Wanted::Offer(at) => (trade::to_offer(here, who, at), Vec::new()),
        Wanted::Trade(one) => (trade::to_trade(here, who, one), Vec::new()),
        Wanted::Any => to_any(here, who),
    }
}

fn to_any(here: Here<'_>, who: Who<'_>) -> (Vec<Path>, Vec<Reached>) {
    let (mut all, mut trades) = (Vec::new(), Vec::new());
    for (one, offers) in candidates(here, who) {
        // What is open today needs no path: it stands among the offers.
        let own = trade::to_trade(here, who, one);
        if own.iter().any(|path| path.steps.is_empty()) {
            continue;
        }
        if let Some(day) = own.iter().map(|path| path.day).min() {
            let promised = own.iter().any(|path| path.job.is_promised());
            trades.push(Reached { trade: one, day, promised, offers });
            all.extend(own);
        }
    }
    (all, trades)
}

/// Trades that a step leads to: those that suit her best, and all in which a job is promised.
fn candidates(here: Here<'_>, who: Who<'_>) -> Vec<(OccupationIx, u32)> {
    let steps = &here.steps.steps;
    let promised: BTreeSet<OccupationIx> = steps.iter().flat_map(|s| &s.promises).map(|one| one.trade).collect();
    let taught: BTreeSet<OccupationIx> =
        steps.iter().flat_map(|s| &s.trades).copied().chain(promised.clone()).collect();
    let weights = here.market.weights();
    let mut all: Vec<(bool, Option<Share>, u32, OccupationIx)> = taught
        .into_iter()
        .map(|one| {
            let needs = crate::matching::Needs::of_occupation(here.rome, one);
            let score = crate::matching::fit::score(here.rome, who.looking.belief, &needs);
            (promised.contains(&one), score, weights.get(&one).copied().unwrap_or_default(), one)
        })
        .filter(|(promised, _, offers, _)| *promised || *offers > 0)
        .collect();
    // Tenths of a score: between trades that fit nearly alike the one with more offers.
    let tenth = |score: Option<Share>| score.map_or(0, |score| score.get() / 100_000);
    all.sort_by_key(|(_, score, offers, one)| (core::cmp::Reverse((tenth(*score), *offers)), *one));
    let mut left = TRADES;
    all.retain(|(promised, ..)| {
        let stays = *promised || left > 0;
        left -= usize::from(left > 0 && !*promised);
        stays
    });
    all.into_iter().map(|(_, _, offers, one)| (one, offers)).collect()
}

/// What the shown paths bring and she was not asked about: she may have it already.
fn asked(here: Here<'_>, who: Who<'_>, paths: &[Path]) -> Vec<Gate> {
    let taken = paths.iter().flat_map(|path| &path.steps).filter_map(|one| here.steps.steps.get(usize::from(one.step)));
    let brought = taken.filter(|step| !step.kind.teaches_the_trade()).flat_map(|step| &step.gives);
    let checked = paths.iter().flat_map(|path| &path.check);
    let open: BTreeSet<Gate> = brought.chain(checked).filter(|gate| who.gates().has(gate).is_none()).cloned().collect();
    open.into_iter().collect()
}
