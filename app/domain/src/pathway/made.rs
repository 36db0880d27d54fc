//! Problems made up from a number: for the tests, and for the benchmark on the phone. The same number gives the
//! same problem everywhere.

use super::problem::{Bits, Certainty, Condition, Flags, Goal, Limits, Problem, Session, Step};
use crate::time::Day;

/// How large a made-up problem is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Sessions at most.
    pub sessions: u32,
    /// Things that can be missing.
    pub things: u32,
    /// Steps at most.
    pub steps: u8,
    /// Whether steps ask for, and change, what is true of a person.
    pub flags: bool,
}

/// Numbers after numbers (Steele, Lea and Flood 2014, SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % u64::from(end.max(1))) as u32
    }

    /// Whether one of so many came.
    pub fn one_in(&mut self, of: u32) -> bool {
        self.below(of) == 0
    }

    fn some(&mut self, things: u32, most: u32) -> Bits {
        (0..self.below(most + 1)).fold(Bits::NONE, |all, _| all.and(Bits::one(self.below(things) as usize)))
    }
}

/// The problem of a number.
#[must_use]
pub fn problem(seed: u64, size: Size) -> Problem {
    let dice = &mut Dice(seed);
    let today = Day(20_700);
    let mut left = size.sessions;
    let mut steps = Vec::new();
    while left > 0 {
        let count = (1 + dice.below(4)).min(left);
        left -= count;
        steps.push(step(dice, today, size, count));
    }
    let goals = (0..1 + dice.below(3)).map(|_| goal(dice, today, size)).collect();
    Problem {
        have: dice.some(size.things, size.things / 5),
        flags: Flags(if size.flags { dice.below(8) } else { 0 }),
        day: today,
        steps,
        goals,
        limits: Limits { steps: size.steps, horizon: today.plus(400) },
    }
}

fn step(dice: &mut Dice, today: Day, size: Size, count: u32) -> Step {
    let bit = |dice: &mut Dice| if size.flags && dice.one_in(4) { 1 << dice.below(3) } else { 0 };
    let gives = dice.some(size.things, 4).and(Bits::one(dice.below(size.things) as usize));
    let needs = if dice.one_in(3) { dice.some(size.things, 2).without(gives) } else { Bits::NONE };
    let condition = Condition { with: bit(dice), without: bit(dice), raises: bit(dice), clears: 0 };
    let condition = Condition { clears: bit(dice) & !condition.raises, ..condition };
    let sessions = (0..count).map(|_| {
        let first = today.plus(dice.below(250).cast_signed() - 20);
        let latest = if dice.one_in(4) { first.plus(1 + dice.below(120).cast_signed()) } else { first };
        Session { first, latest, days: 1 + dice.below(90) as u16, cost: dice.below(6), travel: dice.below(8) }
    });
    Step { needs, gives, condition, sessions: sessions.collect() }
}

fn goal(dice: &mut Dice, today: Day, size: Size) -> Goal {
    let needs = dice.some(size.things, size.things / 2).and(Bits::one(dice.below(size.things) as usize));
    let counts: Vec<(u8, u32)> = if dice.one_in(2) {
        (0..dice.below(5)).map(|_| (dice.below(size.things) as u8, 1 + dice.below(4))).collect()
    } else {
        Vec::new()
    };
    let whole: u32 = counts.iter().map(|(_, weight)| weight).sum();
    let from = today.plus(dice.below(120).cast_signed());
    Goal {
        needs,
        enough: dice.below(whole + 1),
        counts,
        certainty: Certainty::ALL[dice.below(4) as usize],
        from,
        until: if dice.one_in(2) { Day(i32::MAX) } else { from.plus(dice.below(200).cast_signed()) },
        travel: dice.below(8),
    }
}

/// The problem that speed is measured on: so many sessions, so many missing things, one goal that asks for all.
#[must_use]
pub fn large(seed: u64, sessions: u32, missing: u32, steps: u8) -> Problem {
    let dice = &mut Dice(seed);
    let size = Size { sessions, things: missing, steps, flags: false };
    let mut made = problem(seed, size);
    made.have = Bits::NONE;
    for step in &mut made.steps {
        // A course brings much: otherwise no three of them reach anything, and nothing is searched.
        let more = missing / 4 + dice.below(missing / 3);
        step.gives = (0..more).fold(step.gives, |all, _| all.and(Bits::one(dice.below(missing) as usize)));
        step.needs = step.needs.without(step.gives);
    }
    let all = (0..missing as usize).fold(Bits::NONE, |all, bit| all.and(Bits::one(bit)));
    made.goals = vec![Goal {
        needs: all,
        counts: Vec::new(),
        enough: 0,
        certainty: Certainty::Offer,
        from: made.day,
        until: Day(i32::MAX),
        travel: 0,
    }];
    made
}

/// One number of all answers to the first problems (FNV-1a): equal where each step of each way is equal.
#[must_use]
pub fn fingerprint(problems: u32) -> u32 {
    let mut sum = 0x811c_9dc5_u32;
    let mut put = |number: u32| {
        for byte in number.to_le_bytes() {
            sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    for seed in 0..problems {
        let size = Size { sessions: 40, things: 12, steps: 3, flags: true };
        for way in super::search(&problem(seed.into(), size)) {
            let worth = way.worth;
            put(worth.day.0.cast_unsigned());
            [worth.cost, worth.travel, worth.certainty as u32, way.goal.into()].into_iter().for_each(&mut put);
            for taken in way.steps {
                put(u32::from(taken.step) << 16 | u32::from(taken.session));
                put(taken.begin.0.cast_unsigned());
            }
        }
    }
    sum
}
