//! Every path that a page shows, worked out again from the trainings and offers as they were imported: what each step
//! asks for is there when it begins, no two overlap, sums add up, the job at the end is one that she can have.

use crate::helpers::TestApp;
use app::i18n::{GuideTexts, Lang};
use domain::gate::{Demand, Gate};
use domain::offer::StoredOffer;
use domain::pathway::plan::{HIRING_DAYS, Job, OFFER_DAYS, Path, PathStep, STEPS, WEEKLY_HOURS};
use domain::place::{Commune, Point};
use domain::time::Day;
use domain::training::{Entry, Kind, Session, Training};
use guide::paths::{PICTOS, State, found};
use guide::world::World;
use guide::{Form, answer};
use packs::Basin;
use std::collections::BTreeMap;

/// What the database holds, by the names that a page knows.
struct Raw {
    trainings: BTreeMap<String, Training>,
    offers: BTreeMap<String, StoredOffer>,
    communes: BTreeMap<String, Commune>,
    today: Day,
}

impl Raw {
    async fn of(app: &TestApp) -> Self {
        let store = &app.state.store;
        let today = app.state.clock.today();
        let trainings = store.trainings().await.unwrap();
        let offers = store.newest_open(today, 10_000, 0).await.unwrap();
        let communes = store.communes().await.unwrap();
        Self {
            trainings: trainings.into_iter().map(|one| (one.number().to_string(), one)).collect(),
            offers: offers.into_iter().map(|one| (one.number.to_string(), one)).collect(),
            communes: communes.into_iter().map(|one| (one.code.to_string(), one)).collect(),
            today,
        }
    }

    fn point(&self, session: &Session) -> Option<Point> {
        self.communes.get(session.commune.as_ref()?.as_str())?.point
    }
}

/// Days that a session takes, as its source says them.
fn days(training: &Training, session: &Session) -> Option<i32> {
    let dated = session.last.filter(|_| session.entry == Entry::Fixed);
    let more = if session.month_only { 31 } else { 1 };
    let weekly = training.weekly_hours.map_or(WEEKLY_HOURS, u16::from);
    let by_hours = training.hours.map(|hours| i32::from(hours.div_ceil(weekly)) * 7);
    dated.map(|last| last.0 - session.first.0 + more).or(by_hours)
}

/// A person who follows a path, and the page that showed it.
struct Walk<'a> {
    raw: &'a Raw,
    basin: &'a Basin,
    state: &'a State,
    path: &'a Path,
    /// What she holds, at first what she said.
    have: Vec<Gate>,
    /// The first day on which she is free.
    free: Day,
    done: Vec<&'a Training>,
    /// The page, in which everything must stand.
    html: &'a str,
}

impl<'a> Walk<'a> {
    fn holds(&self, gate: &Gate) -> bool {
        let unsaid = !self.state.said.profile.gates_missing.contains(gate);
        let brought = self.have.iter().any(|own| own.opens(gate));
        // What is not known is said to be checked; who reads this works in French well enough.
        brought || (unsaid && (self.path.check.contains(gate) || *gate == Gate::French))
    }

    fn take(&mut self, one: &PathStep) -> Result<(), String> {
        let step = &self.basin.steps().steps[usize::from(one.step)];
        let training = self.raw.trainings.get(&step.number.to_string()).ok_or("is no training")?;
        let begins = |own: &&Session| match own.entry {
            Entry::Fixed => own.first == one.begin,
            Entry::Open => own.first <= one.begin && own.last.is_none_or(|last| one.begin <= last),
        };
        let sessions = training.sessions.iter().filter(begins).filter(|own| own.can_begin(one.begin));
        let session = sessions
            .filter(|own| days(training, own).is_none_or(|long| one.after.0 - one.begin.0 == long))
            .find(|own| own.commune.is_some() == step.sessions[usize::from(one.session)].commune.is_some())
            .ok_or("no session begins then, or it is not as long")?;
        if one.begin < self.free || one.after <= one.begin {
            return Err("begins before the last one ends".to_owned());
        }
        if let Some(gate) = training.prerequisites.gates.iter().find(|gate| !self.holds(gate)) {
            return Err(format!("{} asks for {gate:?}", training.title));
        }
        let before = |id: &String| self.done.iter().any(|own| own.source == training.source && own.source_id == *id);
        if !training.prerequisites.after.iter().all(before) {
            return Err("comes after what is not there".to_owned());
        }
        if training.prerequisites.without.iter().any(|gate| self.have.iter().any(|own| own.opens(gate))) {
            return Err("is closed to who has this diploma".to_owned());
        }
        self.limits(training, session)?;
        for words in [&training.title, &training.body] {
            if !self.html.contains(&words.replace('&', "&amp;")) {
                return Err(format!("{words} does not stand on the page"));
            }
        }
        self.have.extend(training.gives.iter().cloned());
        self.free = one.after;
        self.done.push(training);
        Ok(())
    }

    /// What she asks of a path.
    fn limits(&self, training: &Training, session: &Session) -> Result<(), String> {
        let asks = self.state.asks;
        let free = training.cost.remaining == Some(0) && training.cost.upfront.unwrap_or_default() == 0;
        let long = training.weekly_hours.zip(asks.weekly_hours).is_some_and(|(own, most)| own > most);
        let metres = self.raw.point(session).zip(self.from()).map(|(point, from)| point.distance_m(from));
        let reach = self.state.said.profile.limits.km.map(|km| u32::from(km) * 1_000);
        // The files round points to a few metres.
        let far = !session.remote && metres.zip(reach).is_some_and(|(metres, reach)| metres > reach + 50);
        if (asks.free && !free) || long || far {
            return Err(format!("not within her limits: {}", training.title));
        }
        Ok(())
    }

    /// Where she sets out: a commune of this basin's list; another one stands in none of its menus and counts for nothing.
    fn from(&self) -> Option<Point> {
        let code = self.state.said.profile.limits.commune.as_deref()?;
        let listed = self.basin.market().pack.communes.iter().any(|own| own.code.as_str() == code);
        self.raw.communes.get(code).filter(|_| listed)?.point
    }

    /// Sums, from what was imported.
    fn adds_up(&self) -> Result<(), String> {
        let costs = || self.done.iter().map(|own| &own.cost);
        let euros: u32 = costs().filter_map(|cost| cost.remaining).sum();
        let unsaid = costs().filter(|cost| cost.remaining.is_none()).count();
        let upfront: u32 = costs().filter_map(|cost| cost.upfront).sum();
        if (self.path.euros, usize::from(self.path.unpriced), self.path.upfront) != (euros, unsaid, upfront) {
            return Err(format!("{euros} € left, {unsaid} unsaid, {upfront} € before"));
        }
        for cost in costs() {
            let paid: Option<u32> = cost.financing.iter().map(|one| one.euros).sum();
            if let (Some(total), Some(paid), Some(left)) = (cost.total, paid, cost.remaining)
                && !cost.financing.is_empty()
                && paid + left != total
            {
                return Err(format!("{paid} + {left} is not {total}"));
            }
        }
        Ok(())
    }

    fn arrives(&self, rome: &str) -> Result<(), String> {
        let path = self.path;
        let number = |step: u16| self.basin.steps().steps[usize::from(step)].number.to_string();
        let own = |step: u16| self.done.iter().find(|own| own.number().to_string() == number(step));
        let taught = self
            .done
            .iter()
            .any(|own| own.kind.leads_to_the_trade() && own.rome.iter().any(|one| one.as_str() == rome));
        let there = match path.job {
            Job::Promise(step, _) => own(step).is_some_and(|own| {
                own.promises.iter().any(|one| one.rome.as_str() == rome && one.jobs > 0 && one.signed <= self.raw.today)
            }),
            Job::Bound(step) => own(step).is_some_and(|own| own.kind == Kind::Poei),
            Job::Offer(at) => {
                let asked = &self.basin.market().pack.offers[at as usize];
                let offer = self.raw.offers.get(&asked.number.to_string()).ok_or("the offer is not there")?;
                let wish = |gate: &Gate, demand| matches!(gate, Gate::Diploma(_)) && demand != Demand::Law;
                let open = asked
                    .gates
                    .iter()
                    .all(|one| one.demand == Demand::Usual || wish(&one.gate, one.demand) || self.holds(&one.gate));
                let trade = offer.offer.rome.as_ref().is_some_and(|own| own.as_str() == rome);
                open && trade && path.day <= self.raw.today.plus(OFFER_DAYS)
            }
            Job::Trade => true,
        };
        let ready = if matches!(path.job, Job::Offer(_) | Job::Trade) { HIRING_DAYS } else { 0 };
        if !there || path.day < self.free || path.day < self.raw.today.plus(ready) {
            return Err(format!("does not arrive (taught: {taught})"));
        }
        if let Some(before) = self.state.asks.before
            && path.day > before
        {
            return Err("is later than she asks".to_owned());
        }
        Ok(())
    }
}

/// What people say: from nothing at all to limits that leave little.
const SAID: &[&str] = &[
    "",
    "free=1",
    "week=24",
    "gate=2&gate=0",
    "lacks=2&diploma=bac",
    "diploma=bac2&job=K1304~Aide+à+domicile&job=G1501~Femme+de+chambre",
    "from=59512&km=10",
    "from=59512&km=30&nocar=1&job=N1103~Magasinier",
    "from=62498&km=20&free=1",
    "from=60057&km=50&family=admin&unpaid=children",
    "before=2027-06&job=D1106~Vendeuse",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_path_that_is_shown_holds_in_what_was_imported() {
    let app = TestApp::demo().await;
    let state = &app.state;
    server::jobs::packs::refresh(&state.store, state.clock.today(), &state.packs).await.unwrap();
    let set = state.packs.get().unwrap();
    let raw = Raw::of(&app).await;
    let (mut shown, mut longest, mut promised) = (0, 0, 0);
    for basin in set.basins() {
        let world = World {
            t: GuideTexts::of(Lang::Fr),
            rome: set.rome(Lang::Fr),
            market: Some(basin.market()),
            steps: Some(basin.steps()),
            basins: &[],
            today: raw.today,
            action: "/parcours",
            origin: "",
        };
        let referential = set.referential();
        let trades = basin.steps().steps.iter().flat_map(|step| &step.trades).filter_map(|one| referential.code(*one));
        let offers = basin.market().pack.offers.iter().step_by(7).map(|offer| offer.number.to_string());
        let mut targets: Vec<String> = trades.map(ToString::to_string).chain(offers).chain([String::new()]).collect();
        targets.sort();
        targets.dedup();
        for (target, said) in targets.iter().flat_map(|target| SAID.iter().map(move |said| (target, said))) {
            let body = format!("step=paths&basin={}&to={target}&{said}", basin.code);
            let form = Form::parse(&body);
            let html = answer(world, &form).into_string();
            let asked = State::read(&form);
            for drawn in html.split("<use href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(PICTOS.iter().any(|own| own.id() == drawn), "{drawn} is not among the page's pictograms");
            }
            for path in found(world, &form).paths {
                let have = asked.said.profile.gates.iter().map(|held| held.gate.clone()).collect();
                let (free, done) = (raw.today, Vec::new());
                let mut walk =
                    Walk { raw: &raw, basin, state: &asked, path: &path, have, free, done, html: html.as_str() };
                let rome = referential.code(path.trade).unwrap().to_string();
                let wrong = path.steps.iter().try_for_each(|one| walk.take(one));
                let wrong = wrong.and_then(|()| walk.adds_up()).and_then(|()| walk.arrives(&rome));
                assert_eq!(wrong, Ok(()), "{body}: {path:?}");
                assert!(path.steps.len() <= usize::from(STEPS));
                shown += 1;
                longest = longest.max(path.steps.len());
                promised += u32::from(path.job.is_promised());
            }
        }
    }
    eprintln!("{shown} paths worked out again, {promised} to a promised job, {longest} steps at most");
    assert!(shown > 500 && longest == 3 && promised > 50);
}
