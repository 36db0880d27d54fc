//! What narrows a search, and its parameters.

use super::{MAX_OCCUPATIONS, chosen, cut, each, flag};
use crate::contract::Contract;
use crate::employer::Sector;
use crate::hours::{Schedule, WorkTime};
use crate::occupation::RomeCode;
use crate::offer::Remote;
use crate::pay::LeastPay;
use crate::profile::Avoid;
use crate::requirement::{Diploma, ExperienceBand, Permit};
use serde::{Deserialize, Serialize};

/// What narrows a search. Several values of one field are alternatives; fields are all required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// Occupations, in the order of their codes. No form shows it: addresses of partners do.
    pub rome: Vec<RomeCode>,
    /// Contracts.
    pub contract: Vec<Contract>,
    /// Full or part time.
    pub hours: Vec<WorkTime>,
    /// Experience.
    pub experience: Vec<ExperienceBand>,
    /// Diploma.
    pub diploma: Vec<Diploma>,
    /// Schedule.
    pub schedule: Vec<Schedule>,
    /// Sector of activity.
    pub sector: Vec<Sector>,
    /// Work from home.
    pub remote: Vec<Remote>,
    /// Driving licence.
    pub permit: Vec<Permit>,
    /// What must not be in it. An offer that says nothing of it passes.
    pub avoid: Vec<Avoid>,
    /// Pay from so much on.
    pub pay_min: Option<LeastPay>,
    /// Posted in the last so many days.
    pub since: Option<u16>,
    /// Only offers that state pay.
    pub pay: bool,
    /// Without a car: only offers that say so.
    pub no_car: bool,
    /// Only insertion.
    pub insertion: bool,
    /// Only reserved posts.
    pub reserved: bool,
    /// Also non-salaried work (left out by default). Also implied by `contract` naming it.
    pub non_salaried: bool,
    /// Only this employer (compared folded).
    pub employer: Option<String>,
}

impl Filters {
    /// Reads the parameter of a filter; other names are passed over.
    pub(super) fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "rome" => occupations(value, &mut self.rome)?,
            "contract" => each(value, &mut self.contract, Contract::from_code, || codes!(Contract))?,
            "hours" => each(value, &mut self.hours, WorkTime::from_code, || codes!(WorkTime))?,
            "experience" => each(value, &mut self.experience, ExperienceBand::from_code, || codes!(ExperienceBand))?,
            "diploma" => each(value, &mut self.diploma, Diploma::from_code, || codes!(Diploma))?,
            "schedule" => each(value, &mut self.schedule, Schedule::from_code, || codes!(Schedule))?,
            "sector" => each(value, &mut self.sector, Sector::from_code, || codes!(Sector))?,
            "remote" => each(value, &mut self.remote, Remote::from_code, || codes!(Remote))?,
            "permit" => each(value, &mut self.permit, Permit::from_code, || codes!(Permit))?,
            "avoid" => each(value, &mut self.avoid, Avoid::from_code, || codes!(Avoid))?,
            "pay_min" => self.pay_min = Some(value.parse().map_err(|()| LeastPay::EXPECTED.to_owned())?),
            "since" => self.since = Some(value.parse().ok().filter(|d| (1..=366).contains(d)).ok_or("1 to 366 days")?),
            "pay" => self.pay = flag(value)?,
            "no_car" => self.no_car = flag(value)?,
            "insertion" => self.insertion = flag(value)?,
            "reserved" => self.reserved = flag(value)?,
            "non_salaried" => self.non_salaried = flag(value)?,
            "employer" => self.employer = Some(cut(value)),
            _ => {}
        }
        Ok(())
    }

    /// Writes the parameters that are not default, canonical.
    pub(super) fn write(&self, put: &mut impl FnMut(&'static str, String)) {
        for code in &self.rome {
            put("rome", code.to_string());
        }
        put_all(put, "contract", Contract::ALL, &self.contract);
        put_all(put, "hours", WorkTime::ALL, &self.hours);
        put_all(put, "experience", ExperienceBand::ALL, &self.experience);
        put_all(put, "diploma", Diploma::ALL, &self.diploma);
        put_all(put, "schedule", Schedule::ALL, &self.schedule);
        put_all(put, "sector", Sector::ALL, &self.sector);
        put_all(put, "remote", Remote::ALL, &self.remote);
        put_all(put, "permit", Permit::ALL, &self.permit);
        put_all(put, "avoid", Avoid::ALL, &self.avoid);
        put("since", self.since.map(|d| d.to_string()).unwrap_or_default());
        for (name, on) in [
            ("pay", self.pay),
            ("no_car", self.no_car),
            ("insertion", self.insertion),
            ("reserved", self.reserved),
            ("non_salaried", self.non_salaried),
        ] {
            put(name, if on { "1".to_owned() } else { String::new() });
        }
        put("pay_min", self.pay_min.map(|least| least.to_string()).unwrap_or_default());
        put("employer", self.employer.clone().unwrap_or_default());
    }
}

/// Codes of occupations, kept in their order: equal searches have equal addresses.
fn occupations(value: &str, into: &mut Vec<RomeCode>) -> Result<(), String> {
    for code in value.split(',').map(str::trim).filter(|c| !c.is_empty()).take(40) {
        let code = RomeCode::parse(code).map_err(|e| e.what.to_owned())?;
        if let Err(at) = into.binary_search(&code)
            && into.len() < MAX_OCCUPATIONS
        {
            into.insert(at, code);
        }
    }
    Ok(())
}

/// Writes the chosen values of one filter, in their own order.
fn put_all<T: Copy + PartialEq + ToString>(
    put: &mut impl FnMut(&'static str, String),
    name: &'static str,
    all: &'static [T],
    values: &[T],
) {
    for value in chosen(all, values) {
        put(name, value.to_string());
    }
}
