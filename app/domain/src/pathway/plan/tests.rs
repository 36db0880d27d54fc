//! What a plan must hold: small worlds with known answers, and random ones whose paths are worked out again.

use super::*;
use crate::assessment::belief::tests::{job, small};
use crate::assessment::{ActivityLinks, Belief};
use crate::gate::{AskedGate, Caces, Demand, HeldGate, Licence};
use crate::number::OfferNumber;
use crate::pack::LocalPack;
use crate::pack::local::{PackCommune, PackOffer, PackTrade};
use crate::pack::steps::tests::bare;
use crate::pack::steps::{PackPromise, PackSession, PackStep};
use crate::pathway::Certainty;
use crate::place::{CommuneCode, Point};
use crate::profile::Profile;
use crate::requirement::Diploma;
use crate::training::{Kind, TrainingNumber};
use proptest::prelude::*;

const TODAY: Day = Day(20_700);
/// Communes on one line, eleven kilometres from each other.
fn communes() -> Vec<PackCommune> {
    let one = |n: i32| PackCommune {
        code: CommuneCode::parse(&format!("5900{n}")).unwrap(),
        name: format!("Lieu {n}"),
        point: Some(Point { lat_e6: 50_000_000 + n * 100_000, lon_e6: 3_000_000 }),
    };
    (0..4).map(one).collect()
}

fn offer(n: u16, trade: u16, commune: u16, gates: &[Gate]) -> PackOffer {
    PackOffer {
        number: OfferNumber::of("t", &n.to_string()),
        title: format!("Offre {n}"),
        employer: None,
        trade: Some(trade),
        commune: Some(commune),
        contract: None,
        weekly_min: None,
        named: Vec::new(),
        gates: gates.iter().map(|gate| AskedGate::new(gate.clone(), Demand::Employer)).collect(),
        avoid: Vec::new(),
    }
}

fn market(rome: &Referential, offers: Vec<PackOffer>) -> Market {
    let trades = (0..4).map(|n| PackTrade { occupation: OccupationIx(n), near: Vec::new() }).collect();
    Market::new(rome, LocalPack { day: TODAY, communes: communes(), trades, offers, ..LocalPack::default() })
}

fn on(first: i32, last: i32, commune: u16) -> PackSession {
    PackSession {
        first: TODAY.plus(first),
        last: Some(TODAY.plus(last)),
        open_entry: false,
        month_only: false,
        remote: false,
        places: None,
        commune: Some(commune),
    }
}

fn step(n: u16, kind: Kind, trades: &[u16], euros: u32, sessions: Vec<PackSession>) -> PackStep {
    PackStep {
        trades: trades.iter().map(|n| OccupationIx(*n)).collect(),
        remaining: Some(euros),
        sessions,
        ..bare(TrainingNumber::of("t", &n.to_string()), kind, format!("Étape {n}"))
    }
}

struct Case {
    rome: Referential,
    market: Market,
    steps: StepsPack,
    profile: Profile,
    asks: Asks,
    from: Option<Point>,
    reach: Option<u32>,
}

fn case(offers: Vec<PackOffer>, steps: Vec<PackStep>) -> Case {
    let rome = small();
    Case {
        market: market(&rome, offers),
        steps: StepsPack { day: TODAY, communes: communes(), steps, ..StepsPack::default() },
        rome,
        profile: Profile::default(),
        asks: Asks::default(),
        from: communes()[0].point,
        reach: None,
    }
}

impl Case {
    fn plan(&self, wanted: Wanted) -> Plan {
        let belief = Belief::of(&self.profile, &self.rome, &ActivityLinks::new());
        let looking = Looking {
            belief: &belief,
            gates: Gates { held: &self.profile.gates, missing: &self.profile.gates_missing, today: TODAY },
            avoid: &self.profile.avoid,
            from: self.from,
            reach: self.reach,
            weekly_min: None,
        };
        let here = Here { rome: &self.rome, market: &self.market, steps: &self.steps };
        plan(here, Who { looking, asks: self.asks }, wanted)
    }
}

fn taken(path: &Path) -> Vec<u16> {
    path.steps.iter().map(|one| one.step).collect()
}

#[test]
fn who_can_do_it_applies_now() {
    let mut own = case(vec![offer(1, 0, 0, &[])], Vec::new());
    own.profile.jobs.push(job(0, 2, 0));
    let plan = own.plan(Wanted::Offer(0));
    assert_eq!((plan.paths[0].job, plan.paths[0].steps.len()), (Job::Offer(0), 0));
    assert_eq!(plan.paths[0].day, TODAY.plus(HIRING_DAYS));
    assert!(own.plan(Wanted::Any).paths.is_empty(), "what is open needs no path");
}

#[test]
fn a_promised_job_comes_first_even_when_it_is_slower() {
    let quick = step(1, Kind::Course, &[1], 300, vec![on(5, 30, 0)]);
    let mut promised = step(2, Kind::Poec, &[1], 0, vec![on(30, 120, 1)]);
    promised.promises =
        vec![PackPromise { employer: "Mairies".to_owned(), jobs: 8, trade: OccupationIx(1), signed: TODAY }];
    let own = case(vec![offer(1, 1, 0, &[])], vec![quick, promised]);
    for wanted in [Wanted::Trade(OccupationIx(1)), Wanted::Any, Wanted::Offer(0)] {
        let plan = own.plan(wanted);
        assert_eq!(plan.paths[0].job, Job::Promise(1, 0));
        assert_eq!(plan.paths[0].labels, [Label::Promised, Label::Cheapest]);
        assert_eq!((taken(&plan.paths[1]), plan.paths[1].day), (vec![0], TODAY.plus(31)));
        assert_eq!(plan.paths[1].labels, [Label::Fastest, Label::Nearest]);
        assert_eq!((plan.paths[1].euros, plan.paths[1].metres), (300, Some(0)));
    }
    let trades = own.plan(Wanted::Any).trades;
    assert_eq!(trades, [Reached { trade: OccupationIx(1), day: TODAY.plus(31), promised: true, offers: 1 }]);
}

#[test]
fn steps_follow_each_other() {
    let first = step(1, Kind::Preparatory, &[], 0, vec![on(10, 40, 0)]);
    let mut second = step(2, Kind::Immersion, &[], 0, vec![]);
    second.hours = Some(70);
    second.weekly_hours = Some(35);
    second.sessions = vec![PackSession { open_entry: true, ..on(0, 200, 0) }];
    second.after = vec![0];
    let mut third = step(3, Kind::Course, &[2], 0, vec![on(50, 90, 0), on(80, 120, 0)]);
    third.after = vec![1];
    let own = case(vec![offer(1, 2, 0, &[])], vec![first, second, third]);
    let plan = own.plan(Wanted::Trade(OccupationIx(2)));
    assert_eq!(taken(&plan.paths[0]), [0, 1, 2]);
    let steps = &plan.paths[0].steps;
    assert_eq!(
        steps.iter().map(|one| one.begin.0 - TODAY.0).collect::<Vec<_>>(),
        [10, 41, 80],
        "40 + 14 days is too late for 50"
    );
    assert_eq!(plan.paths[0].day, TODAY.plus(121));
}

#[test]
fn a_licence_that_nobody_asked_about_is_a_step_and_a_question() {
    let licence = Gate::Licence(Licence::B);
    let mut school = step(1, Kind::Licence, &[], 300, vec![PackSession { open_entry: true, ..on(0, 300, 1) }]);
    school.gives = vec![licence.clone()];
    let mut own = case(vec![offer(1, 0, 0, std::slice::from_ref(&licence))], vec![school]);
    own.profile.jobs.push(job(0, 2, 0));
    let plan = own.plan(Wanted::Offer(0));
    assert_eq!((taken(&plan.paths[0]), &plan.ask[..]), (vec![0], std::slice::from_ref(&licence)));
    assert_eq!(plan.paths[0].job, Job::Trade, "four months: the offer itself will be gone");
    own.profile.gates.push(HeldGate { gate: licence, year: None });
    let plan = own.plan(Wanted::Offer(0));
    assert!(plan.ask.is_empty() && plan.paths[0].steps.is_empty());
}

#[test]
fn what_no_step_brings_is_to_be_checked() {
    let caces = Gate::Caces(Caces::R489);
    let mut own = case(vec![offer(1, 0, 0, std::slice::from_ref(&caces))], Vec::new());
    own.profile.jobs.push(job(0, 2, 0));
    let plan = own.plan(Wanted::Offer(0));
    assert_eq!((&plan.paths[0].check, &plan.ask), (&vec![caces.clone()], &vec![caces.clone()]));
    own.profile.gates_missing.insert(caces);
    assert!(own.plan(Wanted::Offer(0)).paths.is_empty(), "nobody here teaches it");
    assert_eq!(own.plan(Wanted::Trade(OccupationIx(0))).paths.len(), 0, "the only offer asks for it");
}

#[test]
fn a_course_for_people_without_a_diploma_is_closed_to_who_has_it() {
    let mut course = step(1, Kind::Course, &[1], 0, vec![on(5, 30, 0)]);
    course.without = vec![Gate::Diploma(Diploma::Bac)];
    let mut own = case(vec![offer(1, 1, 0, &[])], vec![course]);
    assert_eq!(own.plan(Wanted::Offer(0)).paths.len(), 1);
    own.profile.gates.push(HeldGate { gate: Gate::Diploma(Diploma::Cap), year: None });
    assert_eq!(own.plan(Wanted::Offer(0)).paths.len(), 1);
    own.profile.gates.push(HeldGate { gate: Gate::Diploma(Diploma::Bac2), year: None });
    assert!(own.plan(Wanted::Offer(0)).paths.is_empty());
}

#[test]
fn her_limits_are_kept_and_what_they_cost_is_said() {
    let dear = step(1, Kind::Course, &[1], 300, vec![on(5, 30, 0)]);
    let far = step(2, Kind::Course, &[1], 0, vec![on(60, 90, 2)]);
    let mut own = case(vec![offer(1, 1, 0, &[])], vec![dear, far]);
    let trade = Wanted::Trade(OccupationIx(1));
    assert_eq!(own.plan(trade).limited, None);
    own.asks.free = true;
    let plan = own.plan(trade);
    assert_eq!(taken(&plan.paths[0]), [1]);
    let all = plan.limited.and_then(|own| own.all).unwrap();
    assert_eq!((all.day, all.euros), (TODAY.plus(31), 0));
    own.reach = Some(10_000);
    let plan = own.plan(trade);
    assert!(plan.paths.is_empty());
    let by: Vec<Limit> = plan.limited.unwrap().by.into_iter().map(|(limit, _)| limit).collect();
    assert_eq!(by, [Limit::Reach, Limit::Free], "either of them opens one");
    own.asks.before = Some(TODAY.plus(20));
    let limited = own.plan(trade).limited.unwrap();
    assert!(limited.by.is_empty() && limited.all.is_some(), "only all of them together");
}

#[test]
fn a_full_session_is_no_way() {
    let mut course = step(1, Kind::Course, &[1], 0, vec![on(5, 30, 0), on(60, 90, 0)]);
    course.sessions[0].places = Some(0);
    let own = case(vec![offer(1, 1, 0, &[])], vec![course]);
    assert_eq!(own.plan(Wanted::Offer(0)).paths[0].steps[0].session, 1);
}

#[test]
fn a_kept_path_is_found_again() {
    let first = step(1, Kind::Preparatory, &[], 0, vec![on(10, 40, 0)]);
    let mut second = step(2, Kind::Course, &[2], 30, vec![PackSession { open_entry: true, ..on(0, 200, 1) }]);
    second.after = vec![0];
    let own = case(vec![offer(1, 2, 0, &[])], vec![first, second]);
    let belief = Belief::of(&own.profile, &own.rome, &ActivityLinks::new());
    let gates = Gates { held: &[], missing: &own.profile.gates_missing, today: TODAY };
    let avoid = &own.profile.avoid;
    let looking = Looking { belief: &belief, gates, avoid, from: own.from, reach: None, weekly_min: None };
    let (here, who) =
        (Here { rome: &own.rome, market: &own.market, steps: &own.steps }, Who { looking, asks: Asks::default() });
    for mut path in plan(here, who, Wanted::Trade(OccupationIx(2))).paths {
        path.labels.clear();
        let taken: Vec<_> =
            path.steps.iter().map(|one| (own.steps.steps[usize::from(one.step)].number, one.begin)).collect();
        let offer = match path.job {
            Job::Offer(at) => Some(own.market.pack.offers[at as usize].number),
            _ => None,
        };
        let again = Path::again(here, &who, path.trade, (path.job.certainty(), offer), &taken).unwrap();
        assert_eq!((again.steps, again.day, again.euros, again.job), (path.steps, path.day, path.euros, path.job));
        let other = [(TrainingNumber::of("t", "gone"), TODAY)];
        assert!(Path::again(here, &who, path.trade, (Certainty::Trade, None), &other).is_none());
    }
}

prop_compose! {
    fn any_step(number: u16)(
        kind in 0..Kind::ALL.len(), trades in proptest::collection::vec(0..4u16, 0..3), euros in proptest::option::of(0..900u32),
        gives in proptest::collection::vec(0..4usize, 0..2), needs in proptest::collection::vec(0..4usize, 0..2),
        after in proptest::collection::vec(0..number.max(1), 0..2), days in proptest::collection::vec((-20..200i32, 1..80i32, 0..4u16, any::<bool>(), 0..3u16), 0..4),
        promised in proptest::option::of(0..4u16), upfront in proptest::option::of(0..300u32),
    ) -> PackStep {
        let gate = |n: &usize| [Gate::Licence(Licence::B), Gate::Licence(Licence::C), Gate::Caces(Caces::R489), Gate::Cnaps][*n].clone();
        let mut own = step(number, Kind::ALL[kind], &trades, 0, days.iter().map(|(first, long, commune, open, places)| {
            PackSession { open_entry: *open, places: Some(*places), ..on(*first, first + long, *commune) }
        }).collect());
        own.remaining = euros;
        own.upfront = upfront;
        own.gives = gives.iter().map(gate).collect();
        own.needs = needs.iter().map(gate).collect();
        own.after = if number == 0 { Vec::new() } else { after };
        own.promises = promised.iter().map(|trade| PackPromise { employer: "E".to_owned(), jobs: 1, trade: OccupationIx(*trade), signed: TODAY }).collect();
        own
    }
}

/// What is wrong with a path, worked out again from the files and what she said.
fn wrong(own: &Case, path: &Path) -> Option<String> {
    let mut have: Vec<Gate> = own.profile.gates.iter().map(|held| held.gate.clone()).collect();
    let mut done = Vec::new();
    let (mut free, mut euros, mut upfront, mut taught) = (TODAY, 0, 0, false);
    for one in &path.steps {
        let step = &own.steps.steps[usize::from(one.step)];
        let session = &step.sessions[usize::from(one.session)];
        let holds = |gate: &Gate| have.iter().any(|own| own.opens(gate)) || path.check.contains(gate);
        if one.begin < free || one.begin < session.first || (!session.open_entry && one.begin != session.first) {
            return Some(format!("begins on {:?}", one.begin));
        }
        if session.open_entry && one.begin > session.last.unwrap() || session.places == Some(0) {
            return Some("is closed".to_owned());
        }
        if !step.needs.iter().all(holds) || !step.after.iter().all(|before| done.contains(before)) {
            return Some(format!("step {} has not what it asks for", one.step));
        }
        if one.after.0 - one.begin.0 != i32::from(days(step, session)) {
            return Some("is not as long as it is".to_owned());
        }
        free = one.after;
        euros += step.remaining.unwrap_or_default();
        upfront += step.upfront.unwrap_or_default();
        taught |= step.kind.leads_to_the_trade() && step.trades.contains(&path.trade);
        have.extend(step.gives.iter().cloned());
        done.push(one.step);
    }
    let arrives = match path.job {
        Job::Promise(step, at) => {
            done.contains(&step) && own.steps.steps[usize::from(step)].promises[usize::from(at)].trade == path.trade
        }
        Job::Bound(step) => done.contains(&step),
        Job::Offer(at) => {
            let offer = &own.market.pack.offers[at as usize];
            let holds =
                |asked: &AskedGate| have.iter().any(|own| own.opens(&asked.gate)) || path.check.contains(&asked.gate);
            offer.gates.iter().all(holds) && taught && path.day <= TODAY.plus(OFFER_DAYS)
        }
        Job::Trade => taught,
    };
    let sums = path.euros == euros && path.upfront == upfront && path.day >= free;
    (!arrives || !sums).then(|| format!("arrives {arrives}, adds up {sums}"))
}

proptest! {
    #[test]
    fn every_path_holds(
        steps in (any_step(0), any_step(1), any_step(2), any_step(3), any_step(4)),
        gates in proptest::collection::vec(0..4usize, 0..3),
        held in any::<bool>(), free in any::<bool>(), reach in proptest::option::of(5_000..40_000u32),
    ) {
        let gate = |n: &usize| [Gate::Licence(Licence::B), Gate::Licence(Licence::C), Gate::Caces(Caces::R489), Gate::Cnaps][*n].clone();
        let asked: Vec<Gate> = gates.iter().map(gate).collect();
        let mut own = case(vec![offer(1, 1, 0, &asked), offer(2, 2, 1, &[])], vec![steps.0, steps.1, steps.2, steps.3, steps.4]);
        if held {
            own.profile.gates.push(HeldGate { gate: Gate::Licence(Licence::B), year: None });
        }
        own.asks.free = free;
        own.reach = reach;
        for wanted in [Wanted::Any, Wanted::Offer(0), Wanted::Trade(OccupationIx(2))] {
            for path in own.plan(wanted).paths {
                prop_assert_eq!(wrong(&own, &path), None, "{:?}", path);
                prop_assert!(!free || path.euros + path.upfront == 0 && path.unpriced == 0);
                prop_assert!(reach.is_none_or(|reach| path.metres.is_none_or(|metres| metres <= reach)));
            }
        }
    }
}
