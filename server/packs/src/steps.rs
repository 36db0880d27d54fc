//! Steps packs: the trainings and other steps that can be begun in and around a labour basin.

use super::local::rounded;
use super::rome::RomeFile;
use domain::occupation::RomeCode;
use domain::pack::StepsPack;
use domain::pack::local::PackCommune;
use domain::pack::steps::{PackPayer, PackPromise, PackResults, PackSession, PackStep};
use domain::place::{Commune, Point};
use domain::skill::OccupationIx;
use domain::time::Day;
use domain::training::{Entry, Session, Training};
use std::collections::{BTreeMap, BTreeSet};

/// How far from the middle of a basin a session may be, in metres: further than an offer, since a course is not for
/// ever.
const REACH_M: u32 = 60_000;
/// Steps of one pack, at most: the nearest.
const MOST: usize = 1_500;
/// Things that one learns that are named, at most.
const SKILLS: usize = 6;

/// Every training of the hub.
pub(super) struct Steps(pub(super) Vec<Training>);

impl Steps {
    /// What can be begun around a point on a day or later.
    pub(super) fn around(
        &self,
        rome: &RomeFile,
        communes: &BTreeMap<String, Commune>,
        today: Day,
        middle: Point,
    ) -> StepsPack {
        let chosen = self.chosen(communes, today, middle);
        let place: BTreeMap<(&str, &str), u16> = chosen
            .iter()
            .zip(0u16..)
            .map(|((own, _), at)| ((own.source.as_str(), own.source_id.as_str()), at))
            .collect();
        let codes: BTreeSet<&str> = chosen
            .iter()
            .flat_map(|(_, sessions)| sessions)
            .filter_map(|own| own.commune.as_ref())
            .map(|c| c.as_str())
            .collect();
        let codes: Vec<&Commune> = codes.into_iter().filter_map(|code| communes.get(code)).collect();
        let at: BTreeMap<&str, u16> = codes.iter().zip(0u16..).map(|(own, at)| (own.code.as_str(), at)).collect();
        let steps = chosen.iter().map(|(own, sessions)| PackStep {
            after: own
                .prerequisites
                .after
                .iter()
                .filter_map(|id| place.get(&(own.source.as_str(), id.as_str())).copied())
                .collect(),
            sessions: sessions.iter().map(|session| packed(session, &at)).collect(),
            ..step(rome, own)
        });
        let named = |own: &&Commune| PackCommune {
            code: own.code.clone(),
            name: own.name.clone(),
            point: own.point.map(rounded),
        };
        StepsPack { rome: rome.mark, day: today, communes: codes.iter().map(named).collect(), steps: steps.collect() }
    }

    /// Those near, the steps that come before them, and of each the sessions that can still be begun; by number.
    fn chosen<'a>(
        &'a self,
        communes: &BTreeMap<String, Commune>,
        today: Day,
        middle: Point,
    ) -> Vec<(&'a Training, Vec<&'a Session>)> {
        let metres = |session: &Session| {
            let commune =
                session.commune.as_ref().filter(|_| !session.remote).and_then(|own| communes.get(own.as_str()));
            commune.and_then(|own| own.point).map_or(0, |point| point.distance_m(middle))
        };
        let by_id: BTreeMap<(&str, &str), &Training> =
            self.0.iter().map(|own| ((own.source.as_str(), own.source_id.as_str()), own)).collect();
        let nearest = |own: &&'a Training| {
            let least = own.open_sessions(today).map(metres).min()?;
            (least <= REACH_M).then_some((least, own.number(), *own))
        };
        let mut near: Vec<_> = self.0.iter().filter_map(|own| nearest(&own)).collect();
        near.sort_by_key(|(metres, number, _)| (*metres, *number));
        near.truncate(MOST);
        let mut all: BTreeMap<_, &Training> = BTreeMap::new();
        let mut next: Vec<&Training> = near.into_iter().map(|(.., own)| own).collect();
        while let Some(own) = next.pop() {
            let before: Option<Vec<&Training>> = own
                .prerequisites
                .after
                .iter()
                .map(|id| by_id.get(&(own.source.as_str(), id.as_str())).copied())
                .collect();
            // What comes after a step that nobody knows cannot be planned.
            if let Some(before) = before
                && all.insert(own.number(), own).is_none()
            {
                next.extend(before);
            }
        }
        let with_sessions = |own: &'a Training| {
            let open: Vec<&Session> = own.open_sessions(today).collect();
            let near: Vec<&Session> = open.iter().copied().filter(|session| metres(session) <= REACH_M).collect();
            (own, if near.is_empty() { open } else { near })
        };
        all.into_values().map(with_sessions).collect()
    }
}

fn packed(session: &Session, at: &BTreeMap<&str, u16>) -> PackSession {
    PackSession {
        first: session.first,
        last: session.last,
        open_entry: session.entry == Entry::Open,
        month_only: session.month_only,
        remote: session.remote,
        places: session.places,
        commune: session.commune.as_ref().and_then(|own| at.get(own.as_str()).copied()),
    }
}

/// All of a training but what hangs on the others.
fn step(rome: &RomeFile, own: &Training) -> PackStep {
    let occupation = |code: &RomeCode| rome.referential.occupation(code);
    let trades: BTreeSet<OccupationIx> = own.rome.iter().filter_map(occupation).collect();
    let promise = |one: &domain::training::Promise| {
        Some(PackPromise {
            employer: one.employer.clone(),
            jobs: one.jobs,
            trade: occupation(&one.rome)?,
            signed: one.signed,
        })
    };
    PackStep {
        number: own.number(),
        kind: own.kind,
        title: own.title.clone(),
        body: own.body.clone(),
        phone: own.phone.clone(),
        trades: trades.into_iter().collect(),
        gives: own.gives.clone(),
        needs: own.prerequisites.gates.clone(),
        without: own.prerequisites.without.clone(),
        after: Vec::new(),
        skills: own.skills.iter().take(SKILLS).cloned().collect(),
        rhythm: own.rhythm.clone(),
        check: own.prerequisites.check.clone(),
        hours: own.hours,
        weekly_hours: own.weekly_hours,
        remaining: own.cost.remaining,
        total: own.cost.total,
        upfront: own.cost.upfront,
        monthly_pay: own.monthly_pay,
        payers: own
            .cost
            .financing
            .iter()
            .map(|one| PackPayer { who: one.who, euros: one.euros, condition: one.condition.clone() })
            .collect(),
        promises: own.promises.iter().filter_map(promise).collect(),
        results: own.results.as_ref().map(|one| PackResults {
            employed: one.employed,
            of: one.of,
            year: one.year,
            source: one.source.clone(),
        }),
        sessions: Vec::new(),
    }
}
