//! What a phrase of the vocabulary means, said and denied.

use crate::conditions::Condition;
use crate::contract::Contract;
use crate::hours::{Schedule, WorkTime};
use crate::profile::Avoid;
use crate::requirement::{Diploma, Permit};

/// What a phrase means in what somebody types.
#[derive(Clone, Copy, Debug)]
pub(in crate::conditions) enum Means {
    /// Conditions, unless it is a part of a trade's name: "de nuit".
    Is(&'static [Condition]),
    /// Conditions; no trade is named after it: "CDI".
    Surely(&'static [Condition]),
    /// Conditions where it stands alone, or by work that is done at a desk: "à domicile".
    DeskWork(&'static [Condition]),
    /// Conditions when it is denied, else nothing: "expérience".
    Denied(&'static [Condition]),
    /// An internship: none is on this board.
    Internship,
    /// A trade or another name: it stays.
    Stays,
    /// Goes with a phrase that it stands behind: "accepté".
    After,
}

/// What a denied phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// Every contract but these.
    NoContract(Vec<Contract>),
    /// Conditions.
    Is(Vec<Condition>),
}

impl Denial {
    /// What it means when these conditions are denied; `None` where nothing can be searched for it.
    pub(super) fn of(means: Means) -> Option<Self> {
        let said = match means {
            Means::Denied(conditions) => return Some(Self::Is(conditions.to_vec())),
            // Nothing else is on this board.
            Means::Internship => return Some(Self::Is(Vec::new())),
            Means::Is(said) | Means::Surely(said) => said,
            Means::DeskWork(_) | Means::Stays | Means::After => return None,
        };
        Self::of_said(said)
    }

    /// The same for conditions that a number says: "pas de 35h".
    pub(super) fn of_said(said: &[Condition]) -> Option<Self> {
        let contracts: Vec<Contract> = said.iter().flat_map(|condition| denied_contracts(*condition)).collect();
        if !contracts.is_empty() {
            return Some(Self::NoContract(contracts));
        }
        let denied: Vec<Condition> = said.iter().filter_map(|condition| opposite(*condition)).collect();
        (!denied.is_empty() && denied.len() == said.len()).then_some(Self::Is(denied))
    }

    /// Whether both are of one kind, so that "et" joins them: "pas de nuit et week-end".
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::NoContract(_), Self::NoContract(_)) => true,
            (Self::Is(one), Self::Is(other)) => {
                let kind = |conditions: &[Condition]| conditions.first().map(|condition| condition.facet());
                kind(one) == kind(other)
            }
            _ => false,
        }
    }
}

fn denied_contracts(condition: Condition) -> Vec<Contract> {
    match condition {
        Condition::Contract(contract) => vec![contract],
        Condition::Insertion => Contract::ALL.iter().copied().filter(|contract| contract.is_insertion()).collect(),
        _ => Vec::new(),
    }
}

fn opposite(condition: Condition) -> Option<Condition> {
    Some(match condition {
        Condition::Hours(WorkTime::Full) => Condition::Hours(WorkTime::Part),
        Condition::Hours(WorkTime::Part) => Condition::Hours(WorkTime::Full),
        Condition::Schedule(Schedule::Night) => Condition::Avoid(Avoid::Nights),
        Condition::Schedule(Schedule::Weekend) => Condition::Avoid(Avoid::Weekends),
        Condition::Schedule(Schedule::Evening) => Condition::Avoid(Avoid::Evenings),
        Condition::Schedule(Schedule::Shifts) => Condition::Avoid(Avoid::Shifts),
        Condition::Permit(Permit::B) => Condition::Permit(Permit::None),
        Condition::Diploma(Diploma::Cap | Diploma::Bac) => Condition::Diploma(Diploma::None),
        _ => return None,
    })
}
