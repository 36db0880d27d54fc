//! Conditions in what an offer says: its fields first, then its own words.

mod contract;
mod diploma;
mod experience;
mod hours;
mod insertion;
mod listen;
mod says;
mod trips;

use crate::contract::Contract;
use crate::hours::{Schedule, WorkTime};
use crate::offer::{Offer, Remote};
use crate::profile::Avoid;
use crate::requirement::{Diploma, ExperienceBand, Permit};
use listen::{Heard, Listener};
pub(super) use says::{Fact, Says, role};

/// What an offer says of the conditions that people ask for; `None` or empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What is signed: the field, unless the title or the text says more.
    pub contract: Option<Contract>,
    /// Work as an insertion: by the employer, by the contract (« contrat unique d'insertion » too), or by a clause.
    pub insertion: bool,
    /// Full or part time, or either.
    pub work_times: Vec<WorkTime>,
    /// When the work is done.
    pub schedule: Vec<Schedule>,
    /// Experience asked for.
    pub experience: Option<ExperienceBand>,
    /// The lowest diploma that opens the post, and « bac » beside « CAP » where both are named; [`Diploma::None`] only
    /// where the offer says so.
    pub diplomas: Vec<Diploma>,
    /// Driving licence; [`Permit::None`] only where the offer says so.
    pub permit: Option<Permit>,
    /// Whether a car of one's own is needed.
    pub car: Option<bool>,
    /// Work from home.
    pub remote: Option<Remote>,
    /// What some prefer to avoid, and is in it.
    pub avoid: Vec<Avoid>,
}

/// Reads an offer.
#[must_use]
pub fn said(offer: &Offer) -> Said {
    let asked = &offer.requirements;
    let fields = Said {
        contract: contract::titled(offer.contract, &offer.title),
        insertion: offer.is_insertion(),
        work_times: offer.hours.work_time.into_iter().collect(),
        schedule: offer.hours.schedule.clone(),
        experience: asked.experience_band(),
        diplomas: diploma::lowest(asked),
        permit: asked.permit(),
        car: offer.no_car.map(|without| !without),
        remote: offer.remote,
        avoid: Vec::new(),
    };
    let alternation = offer.contract.is_some_and(crate::contract::Contract::is_alternance);
    let listener = Listener { alternation };
    let mut said = Said::default();
    let mut few_trips = false;
    let mut hear = |mut heard: Heard| {
        if few_trips {
            heard.avoid.retain(|avoid| *avoid != Avoid::Trips);
        }
        few_trips |= heard.few_trips;
        said.add(&heard);
    };
    hear(listener.brief(&offer.title));
    if let Some(text) = &offer.hours.text {
        hear(listener.brief(text));
    }
    for condition in &asked.conditions {
        hear(listener.brief(condition));
    }
    for skill in &asked.skills {
        hear(listener.text(&skill.label));
    }
    if let Some(text) = &offer.text {
        hear(listener.text(text));
    }
    said.insertion &= !insertion::is_of_staff(&offer.title);
    said.under(fields)
}

impl Said {
    /// Adds what one of an offer's texts says; what an earlier one said stays.
    fn add(&mut self, heard: &Heard) {
        self.contract = self.contract.or(heard.contract);
        self.insertion |= heard.insertion;
        if self.work_times.is_empty() {
            self.work_times = heard.work_times();
        }
        self.experience = self.experience.or(heard.experience);
        if self.diplomas.is_empty() {
            self.diplomas = heard.diplomas();
        }
        self.permit = self.permit.or(heard.permit());
        self.car = self.car.or(heard.car());
        self.remote = self.remote.or(heard.remote());
        for schedule in &heard.schedule {
            put(&mut self.schedule, *schedule);
        }
        for avoid in &heard.avoid {
            put(&mut self.avoid, *avoid);
        }
    }

    /// Puts the fields over what the words say. Words add when the work is done to what the fields say of it, but not
    /// night or shifts to work by day.
    fn under(mut self, fields: Self) -> Self {
        let by_day = fields.schedule.contains(&Schedule::Day);
        let mut schedule = fields.schedule;
        for said in self.schedule {
            if !(by_day && matches!(said, Schedule::Night | Schedule::Shifts)) {
                put(&mut schedule, said);
            }
        }
        schedule.sort_unstable();
        for said in &schedule {
            match said {
                Schedule::Night => put(&mut self.avoid, Avoid::Nights),
                Schedule::Weekend => put(&mut self.avoid, Avoid::Weekends),
                Schedule::Evening => put(&mut self.avoid, Avoid::Evenings),
                Schedule::Shifts => put(&mut self.avoid, Avoid::Shifts),
                Schedule::Day | Schedule::Staggered | Schedule::Morning => {}
            }
        }
        self.avoid.sort_unstable();
        let contract = contract::said(fields.contract, self.contract);
        Self {
            contract,
            insertion: fields.insertion || self.insertion || contract == Some(Contract::Cui),
            work_times: if fields.work_times.is_empty() { self.work_times } else { fields.work_times },
            schedule,
            experience: fields.experience.or(self.experience),
            diplomas: if fields.diplomas.is_empty() { self.diplomas } else { fields.diplomas },
            permit: fields.permit.or(self.permit),
            car: fields.car.or(self.car),
            remote: fields.remote.or(self.remote),
            avoid: self.avoid,
        }
    }
}

fn put<T: PartialEq>(into: &mut Vec<T>, value: T) {
    if !into.contains(&value) {
        into.push(value);
    }
}

#[cfg(test)]
mod tests;
