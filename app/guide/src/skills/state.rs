//! What was said so far, read from a form and written back into the next one.

use super::families::{Family, Unpaid};
use crate::form::Form;
use crate::world::Rome;
use domain::assessment::Cards;
use domain::gate::{Gate, HeldGate};
use domain::matching::Market;
use domain::occupation::RomeCode;
use domain::place::CommuneCode;
use domain::profile::{Avoid, Duration, Evidence, Frequency, PastJob, Profile, Since, Travel};
use domain::skill::Ogr;
use domain::{coded_enum, gate};
use std::collections::BTreeSet;

/// Names of fields. They are written into stored profiles: never renamed, only added.
pub(crate) mod name {
    pub(crate) const STEP: &str = "step";
    pub(crate) const GO: &str = "go";
    pub(crate) const WHO: &str = "who";
    pub(crate) const BASIN: &str = "basin";
    pub(crate) const FAMILY: &str = "family";
    pub(crate) const UNPAID: &str = "unpaid";
    pub(crate) const FIND: &str = "q";
    pub(crate) const JOB: &str = "job";
    pub(crate) const LONG: &str = "long-";
    pub(crate) const WHEN: &str = "when-";
    pub(crate) const ACTIVITY: &str = "activity";
    pub(crate) const ASKED: &str = "asked";
    pub(crate) const CARD: &str = "card";
    pub(crate) const GATE: &str = "gate";
    pub(crate) const YEAR: &str = "year-";
    pub(crate) const LACKS: &str = "lacks";
    pub(crate) const UNSURE: &str = "unsure";
    pub(crate) const AVOID: &str = "avoid";
    pub(crate) const NOT_ME: &str = "not-me";
    pub(crate) const FROM: &str = "from";
    pub(crate) const KM: &str = "km";
    pub(crate) const DIPLOMA: &str = "diploma";
    pub(crate) const TELL: &str = "tell";
    pub(crate) const BY: &str = "by";
    pub(crate) const HOURS: &str = "hours";
    pub(crate) const PROOF: &str = "proof-";
}

coded_enum! {
    /// Who sits before the phone.
    pub enum Who {
        /// Alone.
        Alone = "alone",
        /// With someone who helps.
        Helped = "helped",
        /// In a group, to practise.
        Group = "group",
    }
}

/// Jobs that one person names, at most.
const JOBS: usize = 12;
/// Between a job's code and its title.
const TITLE: char = '~';

/// What was said so far.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Who sits before the phone.
    pub who: Option<Who>,
    /// The labour basin that was chosen.
    pub basin: Option<String>,
    /// Families of work.
    pub families: BTreeSet<Family>,
    /// Unpaid work.
    pub unpaid: BTreeSet<Unpaid>,
    /// Jobs and all else.
    pub profile: Profile,
    /// Jobs of which it was said how long and when.
    pub told: BTreeSet<RomeCode>,
    /// Cards that were shown, and whether they were touched.
    pub cards: Vec<(Ogr, bool)>,
    /// Gates that she was asked about and is not sure of.
    pub unsure: BTreeSet<Gate>,
    /// Whether the sheet names unpaid activities themselves, and not only what they taught.
    pub tell_activities: bool,
}

/// The value of a job's field.
#[must_use]
pub(super) fn job_value(code: &RomeCode, title: &str) -> String {
    format!("{code}{TITLE}{title}")
}

/// What stands behind a strength; who only says it is not written down.
fn proof((ogr, how): (&str, &str)) -> Option<(Ogr, Evidence)> {
    let how = Evidence::from_code(how).filter(|how| *how != Evidence::Said)?;
    Some((Ogr(ogr.parse().ok()?), how))
}

fn gate_of(value: &str) -> Option<Gate> {
    Gate::of_number(value.parse().ok()?)
}

impl State {
    /// Reads a form. What is not understood is left out: nothing that a browser sends breaks a page.
    #[must_use]
    pub fn read(form: &Form) -> Self {
        let mut state = Self {
            who: form.one(name::WHO).and_then(Who::from_code),
            basin: form.one(name::BASIN).map(str::to_owned),
            families: form.all(name::FAMILY).filter_map(Family::from_code).collect(),
            unpaid: form.all(name::UNPAID).filter_map(Unpaid::from_code).collect(),
            ..Self::default()
        };
        for value in form.all(name::JOB) {
            state.read_job(form, value);
        }
        let activities = form.all(name::ACTIVITY).filter(|code| super::activities::of_code(code).is_some());
        state.profile.activities = activities.map(|code| (code.to_owned(), Frequency::Often)).collect();
        let touched: BTreeSet<&str> = form.all(name::CARD).collect();
        for asked in form.all(name::ASKED) {
            if let Ok(ogr) = asked.parse().map(Ogr)
                && state.cards.iter().all(|(own, _)| *own != ogr)
            {
                state.cards.push((ogr, touched.contains(asked)));
            }
        }
        for (ogr, touched) in &state.cards {
            let answer = if *touched { Frequency::Often } else { Frequency::Never };
            state.profile.answers.insert(*ogr, answer);
        }
        state.read_gates(form);
        state.profile.avoid = form.all(name::AVOID).filter_map(Avoid::from_code).collect();
        state.profile.not_me = form.all(name::NOT_ME).filter_map(|ogr| ogr.parse().ok().map(Ogr)).collect();
        state.profile.limits.commune =
            form.one(name::FROM).and_then(|code| CommuneCode::parse(code).ok()).map(|code| code.to_string());
        state.tell_activities = form.one(name::TELL).is_some();
        state.profile.limits.km = form.one(name::KM).and_then(|km| km.parse().ok());
        state.profile.limits.travel = form.all(name::BY).filter_map(Travel::from_code).collect();
        let hours = form.one(name::HOURS).and_then(|hours| hours.parse::<u16>().ok());
        state.profile.limits.weekly_min = hours.filter(|hours| *hours <= 60).map(|hours| hours * 60);
        state.profile.evidence = form.starting(name::PROOF).filter_map(proof).collect();
        state
    }

    fn read_job(&mut self, form: &Form, value: &str) {
        let (code, title) = value.split_once(TITLE).unwrap_or((value, ""));
        let Ok(occupation) = RomeCode::parse(code) else { return };
        let there = self.profile.jobs.iter().any(|job| job.occupation == occupation);
        if there || self.profile.jobs.len() >= JOBS {
            return;
        }
        let duration = form.one(&format!("{}{occupation}", name::LONG)).and_then(Duration::from_code);
        let since = form.one(&format!("{}{occupation}", name::WHEN)).and_then(Since::from_code);
        if duration.is_some() || since.is_some() {
            self.told.insert(occupation.clone());
        }
        self.profile.jobs.push(PastJob {
            occupation,
            title: title.chars().filter(|c| !c.is_control()).take(120).collect(),
            duration: duration.unwrap_or(Duration::Years),
            since: since.unwrap_or(Since::Recent),
        });
    }

    fn read_gates(&mut self, form: &Form) {
        let held = |number: &str| {
            let year = form.one(&format!("{}{number}", name::YEAR)).and_then(|year| year.parse().ok());
            Some(HeldGate { gate: gate_of(number)?, year: year.filter(|year| (1950..2100).contains(year)) })
        };
        self.profile.gates = form.all(name::GATE).filter_map(held).collect();
        if let Some(diploma) = form.one(name::DIPLOMA).and_then(domain::requirement::Diploma::from_code) {
            self.profile.gates.push(HeldGate { gate: Gate::Diploma(diploma), year: None });
        }
        let has: BTreeSet<Gate> = self.profile.gates.iter().map(|held| held.gate.clone()).collect();
        self.profile.gates_missing = form.all(name::LACKS).filter_map(gate_of).filter(|g| !has.contains(g)).collect();
        self.unsure = form.all(name::UNSURE).filter_map(gate_of).collect();
    }

    /// Everything as fields again.
    #[must_use]
    pub fn write(&self) -> Form {
        let mut form = Form::default();
        if let Some(who) = self.who {
            form.put(name::WHO, who.code());
        }
        if let Some(basin) = &self.basin {
            form.put(name::BASIN, basin);
        }
        self.families.iter().for_each(|family| form.put(name::FAMILY, family.code()));
        self.unpaid.iter().for_each(|unpaid| form.put(name::UNPAID, unpaid.code()));
        for job in &self.profile.jobs {
            form.put(name::JOB, job_value(&job.occupation, &job.title));
            if self.told.contains(&job.occupation) {
                form.put(&format!("{}{}", name::LONG, job.occupation), job.duration.code());
                form.put(&format!("{}{}", name::WHEN, job.occupation), job.since.code());
            }
        }
        self.profile.activities.keys().for_each(|code| form.put(name::ACTIVITY, code));
        for (ogr, touched) in &self.cards {
            form.put(name::ASKED, ogr.to_string());
            if *touched {
                form.put(name::CARD, ogr.to_string());
            }
        }
        self.write_rest(&mut form);
        form
    }

    fn write_rest(&self, form: &mut Form) {
        for held in &self.profile.gates {
            if let Gate::Diploma(level) = &held.gate {
                form.put(name::DIPLOMA, level.code());
                continue;
            }
            form.put(name::GATE, held.gate.number().to_string());
            if let Some(year) = held.year {
                form.put(&format!("{}{}", name::YEAR, held.gate.number()), year.to_string());
            }
        }
        self.profile.gates_missing.iter().for_each(|gate| form.put(name::LACKS, gate.number().to_string()));
        self.unsure.iter().for_each(|gate| form.put(name::UNSURE, gate.number().to_string()));
        self.profile.avoid.iter().for_each(|one| form.put(name::AVOID, one.code()));
        self.profile.not_me.iter().for_each(|ogr| form.put(name::NOT_ME, ogr.to_string()));
        if let Some(commune) = &self.profile.limits.commune {
            form.put(name::FROM, commune);
        }
        if let Some(km) = self.profile.limits.km {
            form.put(name::KM, km.to_string());
        }
        if self.tell_activities {
            form.put(name::TELL, "1");
        }
        self.profile.limits.travel.iter().for_each(|way| form.put(name::BY, way.code()));
        if let Some(minutes) = self.profile.limits.weekly_min {
            form.put(name::HOURS, (minutes / 60).to_string());
        }
        for (ogr, how) in &self.profile.evidence {
            form.put(&format!("{}{ogr}", name::PROOF), how.code());
        }
    }

    /// Takes an answer about a gate.
    pub(super) fn answer_gate(&mut self, gate: Gate, answer: Option<bool>) {
        self.unsure.remove(&gate);
        match answer {
            Some(true) => {
                self.profile.gates_missing.remove(&gate);
                self.profile.gates.push(HeldGate { gate, year: None });
            }
            Some(false) => {
                self.profile.gates_missing.insert(gate);
            }
            None => {
                self.unsure.insert(gate);
            }
        }
    }

    /// Whether a group practises: with invented offers, and nothing leaves the page.
    #[must_use]
    pub fn practises(&self) -> bool {
        self.who == Some(Who::Group)
    }

    /// What she has passed, and what she has not.
    #[must_use]
    pub fn gates(&self, today: domain::time::Day) -> gate::Gates<'_> {
        gate::Gates { held: &self.profile.gates, missing: &self.profile.gates_missing, today }
    }

    /// The state of the cards after all that were answered.
    #[must_use]
    pub fn cards<'a>(&self, rome: &'a Rome, market: &'a Market) -> Cards<'a> {
        let mut cards = Cards::new(&rome.questions, market.here());
        for (ogr, touched) in &self.cards {
            if let Some(about) = rome.referential.macro_of(*ogr) {
                cards.answer(about, *touched);
            }
        }
        cards
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_said_goes_into_the_form_and_back() {
        let body = "who=helped&basin=CLPE59004&family=k&family=d&unpaid=care&job=K1601~Agent+de+biblioth%C3%A8que\
            &job=D1208~Esth%C3%A9ticienne&long-D1208=longtemps&when-D1208=ancien&activity=enfants&asked=300282\
            &asked=300090&card=300090&gate=2&year-2=2012&lacks=22&unsure=50&avoid=nuit&not-me=300034&from=59512&km=20\
            &diploma=bac&tell=1&by=velo&by=transports&hours=28&proof-300034=papier&proof-300090=dit";
        let state = State::read(&Form::parse(body));
        assert_eq!(state.profile.jobs[1].duration, Duration::Long);
        assert_eq!(state.profile.gates[0].year, Some(2012));
        let again = State::read(&Form::parse(&state.write().encode()));
        assert_eq!(again.profile, state.profile);
        assert_eq!(
            (again.who, again.basin, again.families, again.unpaid),
            (state.who, state.basin, state.families, state.unpaid)
        );
        assert_eq!((again.told, again.cards, again.unsure), (state.told, state.cards, state.unsure));
        assert!(again.tell_activities && state.tell_activities);
        assert_eq!(state.profile.limits.weekly_min, Some(28 * 60));
        assert_eq!(
            state.profile.evidence.values().collect::<Vec<_>>(),
            [&Evidence::Paper],
            "who only says it has no paper"
        );
    }

    proptest! {
        #[test]
        fn whatever_comes_in_what_goes_out_is_stable(body in "[a-z0-9=&~%+-]{0,200}") {
            let once = State::read(&Form::parse(&body)).write();
            prop_assert_eq!(State::read(&once).write(), once);
        }
    }
}
