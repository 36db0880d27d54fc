//! The search itself.

use super::bounds::Bounds;
use super::families::{Departure, Family, families};
use super::front::Front;
use super::problem::{Bits, Flags, Problem, Taken, Way, Worth};
use crate::time::Day;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// A state on the way: what is had, when, for what.
#[derive(Clone, Copy, Debug)]
struct Label {
    day: Day,
    cost: u32,
    travel: u32,
    steps: u8,
    have: Bits,
    flags: Flags,
    /// The label before and the step that led here.
    came: Option<(u32, Taken)>,
}

/// What a settled state cost.
#[derive(Clone, Copy, Debug)]
struct Settled {
    cost: u32,
    travel: u32,
    steps: u8,
}

/// Every way that no other beats, the earliest first.
#[must_use]
pub fn search(problem: &Problem) -> Vec<Way> {
    Search::new(problem, true).run()
}

/// The same answers without bounds and without choosing departures: what [`search`] is measured beside.
#[must_use]
pub fn plain(problem: &Problem) -> Vec<Way> {
    Search::new(problem, false).run()
}

/// What orders labels, and which one it is: day, cost, travel, steps, number.
type Next = (Day, u32, u32, u8, u32);
/// Settled states that have the same things.
type Group = Vec<(Bits, Vec<Settled>)>;

struct Search<'a> {
    problem: &'a Problem,
    families: Vec<Family>,
    /// Only where bounds are asked for.
    bounds: Option<Bounds>,
    labels: Vec<Label>,
    heap: BinaryHeap<Reverse<Next>>,
    /// Settled states by what is had and what is true.
    settled: BTreeMap<Flags, Group>,
    front: Front,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem, bounded: bool) -> Self {
        let families = families(problem);
        let bounds = bounded.then(|| Bounds::new(&families, problem.limits));
        Self {
            problem,
            families,
            bounds,
            labels: Vec::new(),
            heap: BinaryHeap::new(),
            settled: BTreeMap::new(),
            front: Front::default(),
        }
    }

    fn run(mut self) -> Vec<Way> {
        let start = &self.problem;
        let first =
            Label { day: start.day, cost: 0, travel: 0, steps: 0, have: start.have, flags: start.flags, came: None };
        self.push(first);
        while let Some(Reverse((_, _, _, _, at))) = self.heap.pop() {
            let label = self.labels[at as usize];
            if self.is_settled(&label) || !self.may_help(&label) {
                continue;
            }
            let own = Settled { cost: label.cost, travel: label.travel, steps: label.steps };
            let group = self.settled.entry(label.flags).or_default();
            match group.iter_mut().find(|(have, _)| *have == label.have) {
                Some((_, all)) => all.push(own),
                None => group.push((label.have, vec![own])),
            }
            self.reach(at, &label);
            if label.steps < self.problem.limits.steps {
                self.go_on(at, &label);
            }
        }
        self.front.into_ways()
    }

    fn push(&mut self, label: Label) {
        let at = self.labels.len() as u32;
        self.heap.push(Reverse((label.day, label.cost, label.travel, label.steps, at)));
        self.labels.push(label);
    }

    /// Whether a settled state is no worse and has all that this one has. Its day is no later: days settle in order.
    fn is_settled(&self, label: &Label) -> bool {
        self.settled.get(&label.flags).is_some_and(|group| {
            let group = group.iter().filter(|(have, _)| have.has(label.have));
            group
                .flat_map(|(_, all)| all)
                .any(|own| own.cost <= label.cost && own.travel <= label.travel && own.steps <= label.steps)
        })
    }

    /// Whether anything that is not known yet can come of it.
    fn may_help(&self, label: &Label) -> bool {
        let Some(bounds) = &self.bounds else { return true };
        let now = worth(label);
        self.problem
            .goals
            .iter()
            .any(|goal| bounds.best(&now, label.have, goal).is_some_and(|best| !self.front.covers(&best)))
    }

    /// Every job that is reached here.
    fn reach(&mut self, at: u32, label: &Label) {
        for (number, goal) in self.problem.goals.iter().enumerate().filter(|(_, goal)| goal.is_met(label.have)) {
            let day = label.day.max(goal.from);
            if day > goal.until || day > self.problem.limits.horizon {
                continue;
            }
            let worth = Worth { day, travel: label.travel.max(goal.travel), certainty: goal.certainty, ..worth(label) };
            if !self.front.covers(&worth) {
                self.front.put(Way { worth, goal: number as u16, steps: self.behind(at) });
            }
        }
    }

    /// Every step that can be taken from here.
    fn go_on(&mut self, at: u32, label: &Label) {
        let last = label.steps + 1 == self.problem.limits.steps;
        let mut next = Vec::new();
        for family in &self.families {
            let flags = family.condition.after(label.flags);
            let have = label.have.and(family.gives);
            if !label.have.has(family.needs)
                || !family.condition.holds(label.flags)
                || (have == label.have && flags == label.flags)
                || (last && self.bounds.is_some() && !self.problem.goals.iter().any(|goal| goal.is_met(have)))
            {
                continue;
            }
            let chosen = self.bounds.is_some();
            let some = chosen.then(|| family.departures(label.day)).into_iter().flatten();
            let all = (!chosen).then(|| family.all()).into_iter().flatten();
            for one in some.chain(all) {
                next.extend(taken(label, at, one).map(|new| Label { have, flags, ..new }));
            }
        }
        for new in next {
            if new.day <= self.problem.limits.horizon && !self.is_settled(&new) && self.may_help(&new) {
                self.push(new);
            }
        }
    }

    /// The steps that led to a label.
    fn behind(&self, mut at: u32) -> Vec<Taken> {
        let mut steps = Vec::new();
        while let Some((before, taken)) = self.labels[at as usize].came {
            steps.push(taken);
            at = before;
        }
        steps.reverse();
        steps
    }
}

fn worth(label: &Label) -> Worth {
    let certainty = super::problem::Certainty::Promise;
    Worth { day: label.day, cost: label.cost, travel: label.travel, certainty, steps: label.steps }
}

fn taken(label: &Label, at: u32, one: &Departure) -> Option<Label> {
    let (begin, after) = one.session.taken(label.day)?;
    Some(Label {
        day: after,
        cost: label.cost.saturating_add(one.session.cost),
        travel: label.travel.max(one.session.travel),
        steps: label.steps + 1,
        came: Some((at, Taken { step: one.step, session: one.at, begin, after })),
        ..*label
    })
}
