//! What is left of a problem when what cannot help is taken out: families of sessions that ask for and bring the
//! same, and which of a family's sessions are worth taking from a day on (RAPTOR's earliest trip, with more
//! than one criterion: Delling et al. 2012).

use super::problem::{Bits, Condition, Problem, Session, Step};
use crate::time::Day;
use std::collections::BTreeMap;

/// A session, and where it stands in the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Departure {
    pub(super) session: Session,
    pub(super) step: u16,
    pub(super) at: u16,
}

impl Departure {
    /// Who takes this one instead of the other loses nothing, on whichever day she is free.
    fn replaces(&self, other: &Self) -> bool {
        let (a, b) = (&self.session, &other.session);
        a.cost <= b.cost
            && a.travel <= b.travel
            && a.latest >= b.latest
            && a.days <= b.days
            && a.first <= b.first
            && (a != b || (self.step, self.at) < (other.step, other.at))
    }
}

/// Sessions that ask for the same and bring the same.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub(super) needs: Bits,
    pub(super) gives: Bits,
    pub(super) condition: Condition,
    /// With fixed dates, by first day.
    fixed: Vec<Departure>,
    /// For each of `fixed`: which of those from there on are worth taking.
    fronts: Vec<Vec<u16>>,
    /// Those that can be begun on several days.
    open: Vec<Departure>,
}

impl Family {
    /// What is worth taking for who is free on `from`.
    pub(super) fn departures(&self, from: Day) -> impl Iterator<Item = &Departure> {
        let at = self.fixed.partition_point(|one| one.session.first < from);
        let fixed = self.fronts.get(at).into_iter().flatten().map(|one| &self.fixed[usize::from(*one)]);
        fixed.chain(self.open.iter().filter(move |one| one.session.latest >= from))
    }

    /// Every session.
    pub(super) fn all(&self) -> impl Iterator<Item = &Departure> {
        self.fixed.iter().chain(&self.open)
    }

    fn new((needs, gives, condition): (Bits, Bits, Condition), all: Vec<Departure>) -> Self {
        let (mut fixed, mut open): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|one| one.session.first >= one.session.latest);
        let every = open.clone();
        open.retain(|one| !every.iter().any(|other| other.replaces(one)));
        fixed.retain(|one| !open.iter().any(|other| other.replaces(one)));
        fixed.sort_by_key(|one| (one.session, one.step, one.at));
        let mut fronts = vec![Vec::new(); fixed.len()];
        let mut front: Vec<u16> = Vec::new();
        for at in (0..fixed.len()).rev() {
            let end = |one: &Departure| one.session.first.plus(i32::from(one.session.days));
            let beats = |a: &Departure, b: &Departure| {
                (end(a), a.session.cost, a.session.travel) != (end(b), b.session.cost, b.session.travel)
                    && end(a) <= end(b)
                    && a.session.cost <= b.session.cost
                    && a.session.travel <= b.session.travel
            };
            let equal = |a: &Departure, b: &Departure| {
                (end(a), a.session.cost, a.session.travel) == (end(b), b.session.cost, b.session.travel)
            };
            // Of those that are worth the same the one that begins first, then the first of the problem.
            front.retain(|other| {
                let other = &fixed[usize::from(*other)];
                !beats(&fixed[at], other) && !equal(&fixed[at], other)
            });
            if !front.iter().any(|other| beats(&fixed[usize::from(*other)], &fixed[at])) {
                front.push(at as u16);
            }
            fronts[at].clone_from(&front);
        }
        Self { needs, gives, condition, fixed, fronts, open }
    }
}

/// What can help: anything that a goal asks for and is not there, and what a step that can help asks for.
fn wanted(problem: &Problem) -> Bits {
    let mut wanted = problem.goals.iter().fold(Bits::NONE, |all, goal| {
        goal.counts.iter().fold(all.and(goal.needs), |all, (bit, _)| all.and(Bits::one(usize::from(*bit))))
    });
    wanted = wanted.without(problem.have);
    loop {
        let more =
            problem.steps.iter().filter(|step| helps(step, wanted)).fold(wanted, |all, step| all.and(step.needs));
        let more = more.without(problem.have);
        if more == wanted {
            return wanted;
        }
        wanted = more;
    }
}

/// A step that changes what is true of a person may open another.
fn helps(step: &Step, wanted: Bits) -> bool {
    step.gives.meets(wanted) || step.condition.raises | step.condition.clears != 0
}

/// The families of a problem, in a fixed order.
pub(super) fn families(problem: &Problem) -> Vec<Family> {
    let wanted = wanted(problem);
    let mut all: BTreeMap<(Bits, Bits, Condition), Vec<Departure>> = BTreeMap::new();
    for (number, step) in problem.steps.iter().enumerate().filter(|(_, step)| helps(step, wanted)) {
        let gives = Bits(step.gives.0 & wanted.0);
        let own = all.entry((step.needs.without(problem.have), gives, step.condition)).or_default();
        for (at, session) in step.sessions.iter().enumerate() {
            if session.latest >= problem.day && session.first <= session.latest {
                own.push(Departure { session: *session, step: number as u16, at: at as u16 });
            }
        }
    }
    all.into_iter().filter(|(_, own)| !own.is_empty()).map(|(key, own)| Family::new(key, own)).collect()
}
