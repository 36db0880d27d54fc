//! Made-up people with one to three past jobs, who answer wrongly once in ten; what the self-assessment
//! finds for them beside what it would find if it knew everything.

use crate::random::Random;
use domain::assessment::constants::{CORE, OTHER};
use domain::assessment::{ActivityLinks, Belief, Cards, Here, LocalWeights, Questions};
use domain::matching::fit::score;
use domain::matching::needs::Needs;
use domain::profile::{Duration, Frequency, PastJob, Profile, Since};
use domain::skill::{ItemIx, MacroIx, OccupationIx, Referential};
use std::collections::{BTreeMap, BTreeSet};

const SEEDS: u64 = 5;
const PEOPLE: usize = 100;
/// Occupations with offers around a person.
const LOCAL: usize = 60;
const TOP: usize = 5;

/// What is assumed of people: chance to keep a core item, another one; share of wrong answers.
#[derive(Clone, Copy)]
struct World {
    name: &'static str,
    core: f64,
    other: f64,
    wrong: f64,
}

const WORLDS: [World; 4] = [
    World { name: "as the estimator believes", core: CORE, other: OTHER, wrong: 0.10 },
    World { name: "people kept less", core: 0.65, other: 0.40, wrong: 0.10 },
    World { name: "people kept nearly all", core: 0.95, other: 0.85, wrong: 0.10 },
    World { name: "one answer in four wrong", core: CORE, other: OTHER, wrong: 0.25 },
];

/// How the person is asked.
#[derive(Clone, Copy)]
enum Way {
    Nothing,
    RandomCards(usize),
    FrequentCards(usize),
    AdaptiveCards(usize),
    LastJob,
    AllJobs,
}

const WAYS: [(&str, Way, usize); 8] = [
    ("nothing asked", Way::Nothing, 0),
    ("12 cards by chance", Way::RandomCards(12), 2),
    ("12 cards, most frequent here", Way::FrequentCards(12), 2),
    ("6 cards, adaptive", Way::AdaptiveCards(6), 1),
    ("12 cards, adaptive", Way::AdaptiveCards(12), 2),
    ("18 cards, adaptive", Way::AdaptiveCards(18), 3),
    ("last job named", Way::LastJob, 2),
    ("all jobs named", Way::AllJobs, 2),
];

struct Person {
    jobs: Vec<OccupationIx>,
    can: BTreeSet<ItemIx>,
    macros: BTreeSet<MacroIx>,
    local: Vec<OccupationIx>,
}

fn person(rome: &Referential, world: World, random: &mut Random) -> Person {
    let all = rome.occupations().len();
    let local: Vec<OccupationIx> = {
        let mut chosen = BTreeSet::new();
        while chosen.len() < LOCAL {
            chosen.insert(OccupationIx(random.below(all) as u16));
        }
        chosen.into_iter().collect()
    };
    let jobs: Vec<OccupationIx> = (0..=random.below(3)).map(|_| OccupationIx(random.below(all) as u16)).collect();
    let mut can = BTreeSet::new();
    for link in jobs.iter().flat_map(|job| rome.links(*job)) {
        if random.happens(if link.core { world.core } else { world.other }) {
            can.insert(link.item);
        }
    }
    let macros = can.iter().filter_map(|item| rome.item(*item)?.parent).collect();
    Person { jobs, can, macros, local }
}

/// What a person fits if everything is known of her: covered, or half covered by the macro-compétence.
fn truth(rome: &Referential, person: &Person, needs: &Needs) -> f64 {
    let (mut covered, mut whole) = (0.0, 0.0);
    for need in needs.skills() {
        let parent = rome.item(need.item).and_then(|item| item.parent);
        let share = if person.can.contains(&need.item) {
            1.0
        } else if parent.is_some_and(|one| person.macros.contains(&one)) {
            0.5
        } else {
            0.0
        };
        covered += share * f64::from(need.weight);
        whole += f64::from(need.weight);
    }
    if whole > 0.0 { covered / whole } else { 0.0 }
}

fn past(rome: &Referential, job: OccupationIx) -> Option<PastJob> {
    let occupation = rome.code(job)?.clone();
    Some(PastJob { occupation, title: String::new(), duration: Duration::Years, since: Since::Now })
}

fn cards(
    (rome, questions): (&Referential, &Questions),
    person: &Person,
    way: Way,
    world: World,
    random: &mut Random,
) -> Vec<(MacroIx, bool)> {
    let local: LocalWeights = person.local.iter().map(|o| (*o, 1)).collect();
    let touch = |one: MacroIx, random: &mut Random| person.macros.contains(&one) != random.happens(world.wrong);
    let mut answers = Vec::new();
    match way {
        Way::AdaptiveCards(most) => {
            let here = Here::new(rome, &local);
            let mut state = Cards::new(questions, &here);
            while answers.len() < most {
                let screen = state.next();
                if screen.is_empty() {
                    break;
                }
                for one in screen.into_iter().take(most - answers.len()) {
                    let touched = touch(one, random);
                    state.answer(one, touched);
                    answers.push((one, touched));
                }
            }
        }
        Way::RandomCards(most) | Way::FrequentCards(most) => {
            let mut counts: BTreeMap<MacroIx, usize> = BTreeMap::new();
            for one in person.local.iter().flat_map(|o| rome.macros_asked(*o).into_keys()) {
                *counts.entry(one).or_default() += 1;
            }
            let mut order: Vec<(usize, MacroIx)> = match way {
                Way::FrequentCards(_) => counts.into_iter().map(|(one, count)| (usize::MAX - count, one)).collect(),
                _ => (0..rome.macro_count()).map(|one| (random.below(1 << 30), MacroIx(one as u16))).collect(),
            };
            order.sort_unstable();
            for (_, one) in order.into_iter().take(most) {
                answers.push((one, touch(one, random)));
            }
        }
        Way::Nothing | Way::LastJob | Way::AllJobs => {}
    }
    answers
}

/// What is believed of a person who was asked in this way.
fn believed(
    (rome, questions): (&Referential, &Questions),
    person: &Person,
    way: Way,
    world: World,
    random: &mut Random,
) -> Belief {
    let jobs = match way {
        Way::LastJob => &person.jobs[..1],
        Way::AllJobs => &person.jobs[..],
        _ => &[],
    };
    let given = cards((rome, questions), person, way, world, random);
    let answers = given.iter().filter_map(|(one, touched)| {
        Some((rome.macro_ogr(*one)?, if *touched { Frequency::Often } else { Frequency::Never }))
    });
    let profile = Profile {
        jobs: jobs.iter().filter_map(|job| past(rome, *job)).collect(),
        answers: answers.collect(),
        ..Profile::default()
    };
    let belief = Belief::of(&profile, rome, &ActivityLinks::new());
    if given.is_empty() {
        return belief;
    }
    // Who named no job: what the cards say of her past counts as well.
    let here = Here::new(rome, &LocalWeights::new());
    let mut state = Cards::new(questions, &here);
    for (one, touched) in given {
        state.answer(one, touched);
    }
    belief.or(&Belief::of_past(rome, state.past()))
}

fn top(mut scored: Vec<(f64, OccupationIx)>) -> Vec<OccupationIx> {
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().take(TOP).map(|(_, o)| o).collect()
}

/// Overlap of the top five with the true one, and the share of the attainable match.
fn measure((rome, questions): (&Referential, &Questions), world: World, way: Way, seed: u64) -> (f64, f64) {
    let mut random = Random::new(seed);
    let (mut overlap, mut share) = (0.0, 0.0);
    for _ in 0..PEOPLE {
        let person = person(rome, world, &mut random);
        let needs: BTreeMap<OccupationIx, Needs> =
            person.local.iter().map(|o| (*o, Needs::of_occupation(rome, *o))).collect();
        let real: BTreeMap<OccupationIx, f64> = needs.iter().map(|(o, n)| (*o, truth(rome, &person, n))).collect();
        let best = top(real.iter().map(|(o, s)| (*s, *o)).collect());
        let belief = believed((rome, questions), &person, way, world, &mut random);
        let found = top(needs.iter().map(|(o, n)| (score(rome, &belief, n).map_or(0.0, |s| s.share()), *o)).collect());
        overlap += found.iter().filter(|o| best.contains(o)).count() as f64 / TOP as f64;
        let sum = |list: &[OccupationIx]| list.iter().map(|o| real[o]).sum::<f64>();
        share += if sum(&best) > 0.0 { sum(&found) / sum(&best) } else { 1.0 };
    }
    (overlap / PEOPLE as f64, share / PEOPLE as f64)
}

pub(crate) fn print(rome: &Referential) {
    println!("\n{PEOPLE} people × {SEEDS} seeds, {LOCAL} occupations around each; mean (least to most of the seeds)");
    println!("the simulator shares assumptions with the estimator: the order of the ways is the finding");
    let questions = Questions::new(rome);
    for world in WORLDS {
        println!("\n{:<34} {:>22} {:>10} {:>8}", world.name, "overlap@5", "share", "screens");
        for (name, way, screens) in WAYS {
            let all: Vec<(f64, f64)> = (1..=SEEDS).map(|seed| measure((rome, &questions), world, way, seed)).collect();
            let mean = |pick: fn(&(f64, f64)) -> f64| all.iter().map(pick).sum::<f64>() / all.len() as f64;
            let least = all.iter().map(|a| a.0).fold(f64::MAX, f64::min);
            let most = all.iter().map(|a| a.0).fold(0.0, f64::max);
            println!("{name:<34} {:>8.3} ({least:.3} to {most:.3}) {:>8.3} {screens:>8}", mean(|a| a.0), mean(|a| a.1));
        }
    }
}
