//! The search beside one that tries everything, on made-up problems.

use super::made::{Dice, Size, large, problem};
use super::problem::{Bits, Flags, Problem, Session, Taken, Way, Worth};
use super::{Front, plain, search};
use crate::time::Day;
use std::collections::BTreeSet;

const SMALL: Size = Size { sessions: 12, things: 10, steps: 3, flags: true };
const TRIES: u64 = 12_000;

/// Every order of every session.
fn everything(problem: &Problem) -> BTreeSet<Worth> {
    let mut front = Front::default();
    let now = Worth { day: problem.day, cost: 0, travel: 0, certainty: super::Certainty::Promise, steps: 0 };
    walk(problem, now, problem.have, problem.flags, &mut front);
    front.into_ways().into_iter().map(|way| way.worth).collect()
}

fn walk(problem: &Problem, now: Worth, have: Bits, flags: Flags, front: &mut Front) {
    for goal in problem.goals.iter().filter(|goal| goal.is_met(have)) {
        let day = now.day.max(goal.from);
        if day <= goal.until && day <= problem.limits.horizon {
            let worth = Worth { day, travel: now.travel.max(goal.travel), certainty: goal.certainty, ..now };
            front.put(Way { worth, goal: 0, steps: Vec::new() });
        }
    }
    if now.steps == problem.limits.steps {
        return;
    }
    for step in problem.steps.iter().filter(|step| have.has(step.needs) && step.condition.holds(flags)) {
        for session in &step.sessions {
            if let Some((_, after)) = session.taken(now.day) {
                let next = Worth {
                    day: after,
                    cost: now.cost + session.cost,
                    travel: now.travel.max(session.travel),
                    steps: now.steps + 1,
                    ..now
                };
                walk(problem, next, have.and(step.gives), step.condition.after(flags), front);
            }
        }
    }
}

fn worths(ways: &[Way]) -> BTreeSet<Worth> {
    ways.iter().map(|way| way.worth).collect()
}

/// Every answer is a way that can be gone, and is worth what it says.
fn holds(problem: &Problem, way: &Way) {
    let (mut have, mut flags, mut day, mut cost, mut travel) = (problem.have, problem.flags, problem.day, 0, 0);
    for Taken { step, session, begin, after } in &way.steps {
        let step = &problem.steps[usize::from(*step)];
        let session = &step.sessions[usize::from(*session)];
        assert!(have.has(step.needs) && step.condition.holds(flags) && *begin >= day);
        assert_eq!(session.taken(day), Some((*begin, *after)));
        (have, flags, day) = (have.and(step.gives), step.condition.after(flags), *after);
        (cost, travel) = (cost + session.cost, travel.max(session.travel));
    }
    let goal = &problem.goals[usize::from(way.goal)];
    assert!(goal.is_met(have) && day.max(goal.from) <= goal.until);
    let worth = Worth {
        day: day.max(goal.from),
        cost,
        travel: travel.max(goal.travel),
        certainty: goal.certainty,
        steps: way.steps.len() as u8,
    };
    assert_eq!(way.worth, worth);
}

#[test]
fn the_whole_front_is_found_and_nothing_else() {
    let (mut found, mut longest) = (0, 0);
    for seed in 0..TRIES {
        let problem = problem(seed, SMALL);
        let ways = search(&problem);
        assert_eq!(worths(&ways), everything(&problem), "problem {seed}");
        ways.iter().for_each(|way| holds(&problem, way));
        found += ways.len();
        longest = longest.max(ways.iter().map(|way| way.steps.len()).max().unwrap_or_default());
    }
    // The problems are worth solving.
    assert!(found > TRIES as usize / 2 && longest == 3, "{found} ways, {longest} steps");
}

#[test]
fn four_steps_are_exact_as_well() {
    for seed in 0..300 {
        let problem = problem(seed, Size { sessions: 9, steps: 4, ..SMALL });
        assert_eq!(worths(&search(&problem)), everything(&problem), "problem {seed}");
    }
}

#[test]
fn bounds_and_chosen_departures_change_no_answer() {
    for seed in 0..3 {
        let problem = large(seed, 120, 12, 3);
        let ways = search(&problem);
        assert!(!ways.is_empty());
        assert_eq!(worths(&ways), worths(&plain(&problem)));
    }
}

/// Nothing of `less` is better than all of `more`.
fn is_no_worse(more: &BTreeSet<Worth>, less: &BTreeSet<Worth>) -> bool {
    less.iter().all(|worth| more.iter().any(|other| other.covers(worth)))
}

#[test]
fn one_more_session_takes_nothing_away_and_a_later_start_brings_nothing() {
    for seed in 0..2_000 {
        let problem = problem(seed, SMALL);
        let before = worths(&search(&problem));
        let dice = &mut Dice(seed ^ 0xffff);
        let mut more = problem.clone();
        let at = dice.below(more.steps.len() as u32) as usize;
        let first = more.day.plus(dice.below(200).cast_signed());
        more.steps[at].sessions.push(Session {
            first,
            latest: first,
            days: 10,
            cost: dice.below(4),
            travel: dice.below(4),
        });
        assert!(is_no_worse(&worths(&search(&more)), &before), "one more session, problem {seed}");
        let mut late = problem.clone();
        late.day = late.day.plus(1 + dice.below(60).cast_signed());
        assert!(is_no_worse(&before, &worths(&search(&late))), "a later start, problem {seed}");
        let mut eased = problem.clone();
        eased.steps[at].needs = Bits::NONE;
        assert!(is_no_worse(&worths(&search(&eased)), &before), "nothing asked for, problem {seed}");
    }
}

#[test]
fn the_order_of_what_comes_in_changes_nothing() {
    for seed in 0..2_000 {
        let problem = problem(seed, SMALL);
        let mut turned = problem.clone();
        turned.steps.reverse();
        turned.steps.iter_mut().for_each(|step| step.sessions.reverse());
        turned.goals.reverse();
        assert_eq!(worths(&search(&turned)), worths(&search(&problem)), "problem {seed}");
    }
}

/// « Sans diplôme »: a first course gives the diploma that closes the second one. Who holds more is not better off.
#[test]
fn what_a_step_takes_away_is_not_forgotten() {
    let mut made = problem(1, SMALL);
    let today = made.day;
    let session =
        |first: i32, days| Session { first: today.plus(first), latest: today.plus(first), days, cost: 0, travel: 0 };
    let condition = |without, raises| super::Condition { without, raises, ..super::Condition::default() };
    (made.have, made.flags, made.limits.steps) = (Bits::NONE, Flags(0), 2);
    made.steps = vec![
        super::Step {
            gives: Bits(0b011),
            condition: condition(0, 1),
            sessions: vec![session(1, 10)],
            ..Default::default()
        },
        super::Step { gives: Bits(0b001), sessions: vec![session(1, 10)], ..Default::default() },
        super::Step {
            gives: Bits(0b110),
            condition: condition(1, 0),
            sessions: vec![session(20, 10)],
            ..Default::default()
        },
    ];
    made.goals.truncate(1);
    made.goals[0] = super::Goal {
        needs: Bits(0b111),
        counts: Vec::new(),
        enough: 0,
        from: today,
        until: Day(i32::MAX),
        ..made.goals[0].clone()
    };
    let ways = search(&made);
    assert_eq!(ways.len(), 1);
    assert_eq!(ways[0].steps.iter().map(|taken| taken.step).collect::<Vec<_>>(), [1, 2]);
}

/// The browser's test (`end2end/tests/the_phone_finds_the_same_paths.spec.mjs`) expects the same number.
#[test]
fn the_answers_to_a_thousand_problems_are_those_of_every_machine() {
    assert_eq!(super::made::fingerprint(1_000).to_string(), include_str!("fingerprint.txt").trim());
}
