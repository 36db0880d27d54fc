//! One condition, as the value of a filter.

use crate::answer::Facet;
use crate::contract::Contract;
use crate::hours::{Schedule, WorkTime};
use crate::offer::Remote;
use crate::pay::LeastPay;
use crate::profile::Avoid;
use crate::query::Filters;
use crate::requirement::{Diploma, ExperienceBand, Permit};

/// A condition: one value of one filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A contract.
    Contract(Contract),
    /// Full or part time.
    Hours(WorkTime),
    /// When the work is done.
    Schedule(Schedule),
    /// Experience asked for.
    Experience(ExperienceBand),
    /// Diploma asked for.
    Diploma(Diploma),
    /// Driving licence asked for.
    Permit(Permit),
    /// Without a car.
    NoCar,
    /// Work from home.
    Remote(Remote),
    /// Insertion par l'activité économique.
    Insertion,
    /// Posted in the last so many days.
    Since(u16),
    /// Pay from so much on.
    PayMin(LeastPay),
    /// What must not be in it.
    Avoid(Avoid),
}

impl Condition {
    /// The facet that it is a value of.
    #[must_use]
    pub const fn facet(self) -> Facet {
        match self {
            Self::Contract(_) => Facet::Contract,
            Self::Hours(_) => Facet::Hours,
            Self::Schedule(_) => Facet::Schedule,
            Self::Experience(_) => Facet::Experience,
            Self::Diploma(_) => Facet::Diploma,
            Self::Permit(_) => Facet::Permit,
            Self::NoCar => Facet::NoCar,
            Self::Remote(_) => Facet::Remote,
            Self::Insertion => Facet::Insertion,
            Self::Since(_) => Facet::Since,
            Self::PayMin(_) => Facet::PayMin,
            Self::Avoid(_) => Facet::Avoid,
        }
    }

    /// Its value, as addresses write it.
    #[must_use]
    pub fn value(self) -> String {
        match self {
            Self::Contract(v) => v.to_string(),
            Self::Hours(v) => v.to_string(),
            Self::Schedule(v) => v.to_string(),
            Self::Experience(v) => v.to_string(),
            Self::Diploma(v) => v.to_string(),
            Self::Permit(v) => v.to_string(),
            Self::Remote(v) => v.to_string(),
            Self::Since(days) => days.to_string(),
            Self::PayMin(least) => least.to_string(),
            Self::Avoid(v) => v.to_string(),
            Self::NoCar | Self::Insertion => "1".to_owned(),
        }
    }

    /// Adds it to a search's filters; of several in one facet any will do.
    pub fn add_to(self, filters: &mut Filters) {
        fn put<T: PartialEq>(into: &mut Vec<T>, value: T) {
            if !into.contains(&value) {
                into.push(value);
            }
        }
        match self {
            Self::Contract(v) => put(&mut filters.contract, v),
            Self::Hours(v) => put(&mut filters.hours, v),
            Self::Schedule(v) => put(&mut filters.schedule, v),
            Self::Experience(v) => put(&mut filters.experience, v),
            Self::Diploma(v) => put(&mut filters.diploma, v),
            Self::Permit(v) => put(&mut filters.permit, v),
            Self::Remote(v) => put(&mut filters.remote, v),
            Self::Avoid(v) => put(&mut filters.avoid, v),
            Self::Since(days) => filters.since = Some(days),
            Self::PayMin(least) => filters.pay_min = Some(least),
            Self::NoCar => filters.no_car = true,
            Self::Insertion => filters.insertion = true,
        }
    }
}
