//! One trade as a problem to search, and the ways back as paths.
//!
//! The things of the problem: a signed promise, a step bound to an offer, what the trade and its offers name (a
//! step that teaches the trade brings all of it), licences and cards, and steps that another one comes after.

use super::path::{Job, Path, PathStep};
use super::session::{searched, suits, travel};
use super::{HIRING_DAYS, HORIZON, Here, OFFER_DAYS, STEPS, Who};
use crate::gate::{AskedGate, Demand, Gate, by_law};
use crate::matching::{Known, Needs, known};
use crate::pathway::problem::{Bits, Certainty, Condition, Flags, Goal, Limits, Problem, Step};
use crate::pathway::search::search;
use crate::requirement::Diploma;
use crate::skill::{ItemIx, OccupationIx};
use crate::time::Day;
use crate::training::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// How much of what a job names must be there, in hundredths. Guess: who knows two things in five applies.
const ENOUGH: u32 = 40;
/// Things of one problem, at most.
const THINGS: usize = 64;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Promise,
    Bound,
    Item(ItemIx),
    Gate(Gate),
    After(u16),
}

/// What an offer asks for beside its trade: licences and cards, things that it names.
type Asked<'a> = (&'a [AskedGate], &'a [(ItemIx, bool)]);

/// A problem, and what its numbers mean.
struct Made<'a, 'b> {
    here: Here<'a>,
    who: &'b Who<'a>,
    trade: OccupationIx,
    things: BTreeMap<Thing, usize>,
    /// Gates that are taken to be there though she was not asked.
    assumed: BTreeSet<Gate>,
    /// Steps of the file that are looked at, in its order.
    steps: Vec<u16>,
    /// For each of their sessions which one of the file it is.
    sessions: Vec<Vec<u16>>,
    goals: Vec<Goal>,
    /// For each goal the job, and how many metres it is to it.
    jobs: Vec<(Job, Option<u32>)>,
}

/// Paths to a job in a trade.
pub(super) fn to_trade(here: Here<'_>, who: Who<'_>, trade: OccupationIx) -> Vec<Path> {
    let local = here.market.pack.trade(trade);
    let own =
        |at: &usize| local.is_some() && here.market.pack.offers.get(*at).is_some_and(|offer| offer.trade == local);
    let offers: Vec<usize> = (0..here.market.pack.offers.len()).filter(own).collect();
    Made::new(here, &who, trade).paths(&offers, false)
}

/// Paths to an offer, or to a job like it.
pub(super) fn to_offer(here: Here<'_>, who: Who<'_>, at: usize) -> Vec<Path> {
    let pack = &here.market.pack;
    let trade = pack.offers.get(at).and_then(|offer| pack.trades.get(usize::from(offer.trade?)));
    trade.map_or_else(Vec::new, |trade| Made::new(here, &who, trade.occupation).paths(&[at], true))
}

impl<'a, 'b> Made<'a, 'b> {
    fn new(here: Here<'a>, who: &'b Who<'a>, trade: OccupationIx) -> Self {
        Self {
            here,
            who,
            trade,
            things: BTreeMap::new(),
            assumed: BTreeSet::new(),
            steps: Vec::new(),
            sessions: Vec::new(),
            goals: Vec::new(),
            jobs: Vec::new(),
        }
    }

    fn paths(mut self, offers: &[usize], this_one: bool) -> Vec<Path> {
        let own = (self.bit(Thing::Promise), self.bit(Thing::Bound));
        self.offers(offers, this_one);
        self.promises(own);
        let asked: Vec<Gate> = self.gates().cloned().collect();
        self.steps = self.relevant(&asked);
        let problem = self.problem();
        let ways = search(&problem);
        ways.into_iter().filter_map(|way| self.path(&way)).collect()
    }

    /// The bit of a thing, a new one where it has none yet; `None` when there are too many.
    fn bit(&mut self, thing: Thing) -> Option<Bits> {
        let next = self.things.len();
        if next >= THINGS && !self.things.contains_key(&thing) {
            return None;
        }
        Some(Bits::one(*self.things.entry(thing).or_insert(next)))
    }

    fn gates(&self) -> impl Iterator<Item = &Gate> {
        self.things.keys().filter_map(|thing| if let Thing::Gate(gate) = thing { Some(gate) } else { None })
    }

    /// Whether she has what is asked for. What she was not asked about counts as missing where a step here brings
    /// it or the law asks for it; else it is « à vérifier ».
    fn has(&mut self, gate: &Gate, demand: Demand) -> bool {
        if let Some(own) = self.who.gates().has(gate) {
            return own;
        }
        let brought = || self.here.steps.steps.iter().any(|step| step.gives.iter().any(|own| own.opens(gate)));
        // Whoever reads this page works in French well enough, as long as she does not say otherwise.
        if *gate != Gate::French && (demand == Demand::Law || brought()) {
            return false;
        }
        if *gate != Gate::French {
            self.assumed.insert(gate.clone());
        }
        true
    }

    /// Bits of the gates that are missing; `None` when there are too many things.
    fn missing(&mut self, asked: &[AskedGate]) -> Option<Bits> {
        let mut bits = Bits::NONE;
        for one in asked {
            // An employer's wish for a diploma is a wish: one may write all the same.
            let wish = matches!(one.gate, Gate::Diploma(_)) && one.demand != Demand::Law;
            if one.demand != Demand::Usual && !wish && !self.has(&one.gate, one.demand) {
                bits = bits.and(self.bit(Thing::Gate(one.gate.clone()))?);
            }
        }
        Some(bits)
    }

    /// What counts and how much is enough; `None` when there are too many things.
    fn counts(&mut self, needs: &Needs) -> Option<(Vec<(u8, u32)>, u32)> {
        let named = needs.named();
        let whole: u32 = named.iter().map(|need| need.weight / 1_000).sum();
        let mut counts = Vec::new();
        for need in &named {
            let bit = self.bit(Thing::Item(need.item))?;
            counts.push((bit.0.trailing_zeros() as u8, need.weight / 1_000));
        }
        Some((counts, whole * ENOUGH / 100))
    }

    /// Open offers, those that ask for the same once, the nearest; and the trade as such where any is within reach:
    /// a job like it, when this one is gone.
    fn offers(&mut self, offers: &[usize], this_one: bool) {
        let market = self.here.market;
        let from = self.who.looking.from;
        let mut once: BTreeMap<Asked<'_>, (u32, usize)> = BTreeMap::new();
        for at in offers.iter().copied().filter(|at| self.who.looking.accepts(market, *at)) {
            let offer = &market.pack.offers[at];
            let metres = market.metres(at, from).unwrap_or(u32::MAX);
            let own = once.entry((&offer.gates, &offer.named)).or_insert((metres, at));
            *own = (*own).min((metres, at));
        }
        let until = market.pack.day.plus(OFFER_DAYS);
        for (_, at) in once.values() {
            if let Some(needs) = market.needs(*at) {
                self.goal(needs, until, (Job::Offer(*at as u32), market.metres(*at, from)));
            }
        }
        let common: Vec<AskedGate> = shared(once.keys().map(|(gates, _)| *gates));
        let Some((_, nearest)) = once.into_values().min() else { return };
        let job = (Job::Trade, market.metres(nearest, from));
        if this_one {
            let needs = market.needs(nearest).cloned().unwrap_or_default();
            self.goal(&needs, Day(i32::MAX), job);
        } else if let Some(code) = self.here.rome.code(self.trade) {
            let mut needs = Needs::of_occupation(self.here.rome, self.trade);
            needs.gates = by_law(code).iter().map(|gate| AskedGate::new(gate.clone(), Demand::Law)).collect();
            // What every offer here asks for, the trade asks for.
            needs.gates.extend(common);
            self.goal(&needs, Day(i32::MAX), job);
        }
    }

    /// A job to be reached; left out where there are too many things.
    fn goal(&mut self, asked: &Needs, until: Day, (job, metres): (Job, Option<u32>)) {
        let (Some(needs), Some((counts, enough))) = (self.missing(&asked.gates), self.counts(asked)) else { return };
        let from = self.who.today().plus(HIRING_DAYS);
        let travel = travel(self.who, metres);
        self.goals.push(Goal { needs, counts, enough, certainty: job.certainty(), from, until, travel });
        self.jobs.push((job, metres));
    }

    /// Jobs that a step of the file brings itself.
    fn promises(&mut self, (promise, bound): (Option<Bits>, Option<Bits>)) {
        let today = self.who.today();
        let mut put = |needs: Option<Bits>, certainty| {
            if let Some(needs) = needs {
                let until = Day(i32::MAX);
                self.goals.push(Goal {
                    needs,
                    counts: Vec::new(),
                    enough: 0,
                    certainty,
                    from: today,
                    until,
                    travel: 0,
                });
                // Which step it was is known when the way is.
                self.jobs.push((Job::Trade, None));
            }
        };
        put(promise, Certainty::Promise);
        put(bound, Certainty::Bound);
    }

    /// Whether a step brings what the trade asks for.
    fn teaches(&self, at: u16) -> bool {
        let step = &self.here.steps.steps[usize::from(at)];
        step.kind.leads_to_the_trade() && step.trades.contains(&self.trade)
    }

    fn promised(&self, at: u16) -> Option<u16> {
        let step = &self.here.steps.steps[usize::from(at)];
        let own = step.promises.iter().position(|one| one.trade == self.trade && one.jobs > 0);
        own.and_then(|own| u16::try_from(own).ok())
    }

    fn is_bound(&self, at: u16) -> bool {
        self.here.steps.steps[usize::from(at)].kind == Kind::Poei && self.teaches(at)
    }

    /// Steps that can help: those that teach the trade or promise a job in it, those that bring what is asked for,
    /// and whatever these ask for themselves.
    fn relevant(&mut self, asked: &[Gate]) -> Vec<u16> {
        let steps = self.here.steps;
        let numbers = 0..u16::try_from(steps.steps.len()).unwrap_or(u16::MAX);
        let mut wanted: Vec<Gate> = asked.to_vec();
        let mut after: BTreeSet<u16> = BTreeSet::new();
        let mut all: BTreeSet<u16> = BTreeSet::new();
        loop {
            let more: Vec<u16> = numbers
                .clone()
                .filter(|at| !all.contains(at) && suits(self.who, &steps.steps[usize::from(*at)]))
                .filter(|at| {
                    let gives = &steps.steps[usize::from(*at)].gives;
                    self.teaches(*at)
                        || self.promised(*at).is_some()
                        || after.contains(at)
                        || gives.iter().any(|own| wanted.iter().any(|gate| own.opens(gate)))
                })
                .collect();
            if more.is_empty() {
                return all.into_iter().collect();
            }
            for at in more {
                all.insert(at);
                let step = &steps.steps[usize::from(at)];
                after.extend(&step.after);
                for gate in &step.needs {
                    if !self.has(gate, Demand::Employer) && !wanted.contains(gate) {
                        wanted.push(gate.clone());
                    }
                }
            }
        }
    }

    fn problem(&mut self) -> Problem {
        // Every thing has its bit before a step says what it brings.
        let needs: Vec<Option<Bits>> = self.steps.clone().into_iter().map(|at| self.needs(at)).collect();
        let steps = self.steps.clone().into_iter().zip(needs).map(|(at, needs)| self.step(at, needs)).collect();
        let today = self.who.today();
        let horizon = self.who.asks.before.unwrap_or(Day(i32::MAX)).min(today.plus(HORIZON));
        let knows = |thing: &Thing| match thing {
            Thing::Item(item) => known(self.who.looking.belief, *item) == Known::Yes,
            _ => false,
        };
        let have = self.things.iter().filter(|(thing, _)| knows(thing)).map(|(_, at)| Bits::one(*at));
        Problem {
            have: have.fold(Bits::NONE, Bits::and),
            flags: self.flags(),
            day: today,
            steps,
            goals: self.goals.clone(),
            limits: Limits { steps: STEPS, horizon },
        }
    }

    /// What must be there before a step; `None` where there are too many things: then it is not searched.
    fn needs(&mut self, at: u16) -> Option<Bits> {
        let step = &self.here.steps.steps[usize::from(at)];
        let mut needs = Bits::NONE;
        for gate in &step.needs {
            if !self.has(gate, Demand::Employer) {
                needs = needs.and(self.bit(Thing::Gate(gate.clone()))?);
            }
        }
        for before in &step.after {
            needs = needs.and(self.bit(Thing::After(*before))?);
        }
        Some(needs)
    }

    /// A step of the file.
    fn step(&mut self, at: u16, needs: Option<Bits>) -> Step {
        let all = self.here.steps;
        let step = &all.steps[usize::from(at)];
        let brings = |thing: &Thing| match thing {
            Thing::Promise => self.promised(at).is_some(),
            Thing::Bound => self.is_bound(at),
            Thing::Item(_) => self.teaches(at),
            Thing::Gate(gate) => step.gives.iter().any(|own| own.opens(gate)),
            Thing::After(own) => *own == at,
        };
        let gives = self.things.iter().filter(|(thing, _)| brings(thing)).map(|(_, bit)| Bits::one(*bit));
        let gives = gives.fold(Bits::NONE, Bits::and);
        let open = step.sessions.iter().zip(0u16..);
        let open = open.filter_map(|(one, n)| Some((searched(all, self.who, step, one)?, n)));
        let (sessions, numbers): (Vec<_>, Vec<u16>) = open.filter(|_| needs.is_some()).unzip();
        self.sessions.push(numbers);
        let without = step.without.iter().filter_map(diploma).fold(0, |all, level| all | 1 << level as u32);
        let raises = step.gives.iter().filter_map(diploma).map(up_to).fold(0, |all, own| all | own);
        let condition = Condition { with: 0, without, raises, clears: 0 };
        Step { needs: needs.unwrap_or_default(), gives, condition, sessions }
    }

    /// Diplomas that she has: they close what is for those without.
    fn flags(&self) -> Flags {
        let held = self.who.gates().held.iter().filter_map(|held| diploma(&held.gate));
        Flags(held.map(up_to).fold(0, |all, own| all | own))
    }

    fn path(&self, way: &crate::pathway::Way) -> Option<Path> {
        let taken = way.steps.iter().map(|one| {
            let at = usize::from(one.step);
            let session = *self.sessions.get(at)?.get(usize::from(one.session))?;
            Some(PathStep { step: *self.steps.get(at)?, session, begin: one.begin, after: one.after })
        });
        let steps: Vec<PathStep> = taken.collect::<Option<_>>()?;
        let job = match way.worth.certainty {
            Certainty::Promise => {
                (steps.iter().find_map(|one| Some(Job::Promise(one.step, self.promised(one.step)?)))?, None)
            }
            Certainty::Bound => (Job::Bound(steps.iter().find(|one| self.is_bound(one.step))?.step), None),
            Certainty::Offer | Certainty::Trade => *self.jobs.get(usize::from(way.goal))?,
        };
        let mut path = Path::of(self.here, self.who, (self.trade, job), steps, way.worth.day);
        let needed = self.needed(&path);
        path.check = self.assumed.iter().filter(|gate| needed.contains(gate)).cloned().collect();
        Some(path)
    }

    /// Gates that a path asks for, at its steps or at its end.
    fn needed(&self, path: &Path) -> BTreeSet<Gate> {
        let steps = path.steps.iter().filter_map(|one| self.here.steps.steps.get(usize::from(one.step)));
        let mut all: BTreeSet<Gate> = steps.flat_map(|step| step.needs.iter().cloned()).collect();
        if let Job::Offer(at) = path.job {
            let asked = self.here.market.needs(at as usize).map_or(&[][..], |needs| &needs.gates);
            all.extend(asked.iter().filter(|one| one.demand != Demand::Usual).map(|one| one.gate.clone()));
        }
        all
    }
}

/// What all of these ask for.
fn shared<'g>(mut all: impl Iterator<Item = &'g [AskedGate]>) -> Vec<AskedGate> {
    let mut common = all.next().unwrap_or_default().to_vec();
    all.for_each(|other| common.retain(|one| other.contains(one)));
    common
}

const fn diploma(gate: &Gate) -> Option<Diploma> {
    match gate {
        Gate::Diploma(level) => Some(*level),
        _ => None,
    }
}

/// Bits of a diploma and of all below it; « sans diplôme » is none.
fn up_to(level: Diploma) -> u32 {
    Diploma::ALL
        .iter()
        .filter(|own| **own != Diploma::None && **own <= level)
        .fold(0, |all, own| all | 1 << *own as u32)
}
