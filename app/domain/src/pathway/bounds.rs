//! What a way can be worth at best: for each thing that is missing the earliest end, the least cost and the least
//! travel of whatever brings it, as if nothing were asked for. Of several missing things the largest counts, never
//! the sum: one course may bring them all.

use super::families::Family;
use super::problem::{Bits, Goal, Limits, Session, Worth};
use crate::time::Day;

/// What brings one thing, or one family: when, and what it takes at least.
#[derive(Clone, Debug)]
struct Thing {
    /// First days of fixed sessions, growing, each with the earliest free day after it or any later one.
    ends: Vec<(Day, Day)>,
    /// Sessions with open entry: first day, last day to begin, days.
    open: Vec<(Day, Day, i32)>,
    cost: u32,
    travel: u32,
}

impl Thing {
    const fn new() -> Self {
        Self { ends: Vec::new(), open: Vec::new(), cost: u32::MAX, travel: u32::MAX }
    }

    fn put(&mut self, one: &Session) {
        self.cost = self.cost.min(one.cost);
        self.travel = self.travel.min(one.travel);
        if one.first < one.latest {
            self.open.push((one.first, one.latest, i32::from(one.days)));
        } else {
            self.ends.push((one.first, one.first.plus(i32::from(one.days))));
        }
    }

    /// Makes each end the earliest of those from there on.
    fn finish(&mut self) {
        self.ends.sort_unstable();
        let mut best = Day(i32::MAX);
        for (_, end) in self.ends.iter_mut().rev() {
            best = best.min(*end);
            *end = best;
        }
    }

    fn earliest(&self, from: Day) -> Option<Day> {
        let at = self.ends.partition_point(|(first, _)| *first < from);
        let fixed = self.ends.get(at).map(|(_, end)| *end);
        let open = self.open.iter().filter(|(_, latest, _)| *latest >= from);
        open.map(|(first, _, days)| (*first).max(from).plus(*days)).chain(fixed).min()
    }
}

/// The bounds of a problem.
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    things: Vec<Thing>,
    families: Vec<(Bits, Thing)>,
    most: u32,
    limits: Limits,
}

impl Bounds {
    pub(super) fn new(families: &[Family], limits: Limits) -> Self {
        let mut things = vec![Thing::new(); 64];
        let mut own = Vec::new();
        let mut most = 1;
        for family in families {
            most = most.max(family.gives.count());
            let mut thing = Thing::new();
            for one in family.all() {
                thing.put(&one.session);
                family.gives.each().for_each(|bit| things[bit].put(&one.session));
            }
            thing.finish();
            own.push((family.gives, thing));
        }
        things.iter_mut().for_each(Thing::finish);
        Self { things, families: own, most, limits }
    }

    /// The best that can come of `now` (its day is the free one) for a goal; `None` when nothing can.
    pub(super) fn best(&self, now: &Worth, have: Bits, goal: &Goal) -> Option<Worth> {
        let worth = match self.limits.steps.saturating_sub(now.steps) {
            _ if goal.is_met(have) => *now,
            0 => return None,
            1 => self.one_more(now, have, goal)?,
            _ => self.several(now, have, goal)?,
        };
        let worth = Worth {
            certainty: goal.certainty,
            travel: worth.travel.max(goal.travel),
            day: worth.day.max(goal.from),
            ..worth
        };
        (worth.day <= goal.until.min(self.limits.horizon) && worth.steps <= self.limits.steps).then_some(worth)
    }

    /// One step must bring all that is missing.
    fn one_more(&self, now: &Worth, have: Bits, goal: &Goal) -> Option<Worth> {
        let missing = goal.needs.without(have);
        let mut best: Option<Worth> = None;
        for (gives, thing) in self.families.iter().filter(|(gives, _)| gives.has(missing)) {
            if goal.enough > 0 && !goal.is_met(have.and(*gives)) {
                continue;
            }
            let Some(day) = thing.earliest(now.day) else { continue };
            let (cost, travel) = (now.cost.saturating_add(thing.cost), now.travel.max(thing.travel));
            let (day, cost, travel) = best
                .map_or((day, cost, travel), |best| (day.min(best.day), cost.min(best.cost), travel.min(best.travel)));
            best = Some(Worth { day, cost, travel, steps: now.steps + 1, ..*now });
        }
        best
    }

    /// Each missing thing must be brought by something.
    fn several(&self, now: &Worth, have: Bits, goal: &Goal) -> Option<Worth> {
        let mut worth = *now;
        let missing = goal.needs.without(have);
        for bit in missing.each() {
            let thing = &self.things[bit];
            worth.day = worth.day.max(thing.earliest(now.day)?);
            worth.cost = worth.cost.max(now.cost.saturating_add(thing.cost));
            worth.travel = worth.travel.max(thing.travel);
        }
        if goal.enough > 0 && goal.weight(have) < goal.enough {
            let any = self.any(now.day, have, goal)?;
            worth.day = worth.day.max(any.0);
            worth.cost = worth.cost.max(now.cost.saturating_add(any.1));
            worth.travel = worth.travel.max(any.2);
        }
        let steps = missing.count().div_ceil(self.most).max(1);
        worth.steps = now.steps.saturating_add(u8::try_from(steps).unwrap_or(u8::MAX));
        Some(worth)
    }

    /// Something that counts must be brought: the earliest end, the least cost and travel of any.
    fn any(&self, from: Day, have: Bits, goal: &Goal) -> Option<(Day, u32, u32)> {
        let open = goal.counts.iter().map(|(bit, _)| usize::from(*bit)).filter(|bit| !have.has(Bits::one(*bit)));
        let of = open.filter_map(|bit| self.things.get(bit));
        let of = of.filter_map(|thing| Some((thing.earliest(from)?, thing.cost, thing.travel)));
        of.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.min(b.2)))
    }
}
