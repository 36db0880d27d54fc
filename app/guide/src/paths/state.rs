//! What was said: the profile of the self-assessment, where she wants to get, what she asks of a path.

use super::key::PathKey;
use crate::form::Form;
use crate::skills;
use core::fmt;
use domain::number::OfferNumber;
use domain::occupation::RomeCode;
use domain::pathway::plan::Asks;
use domain::time::Day;
use std::collections::BTreeSet;

/// Names of fields. They are written into stored profiles: never renamed, only added.
pub(super) mod name {
    pub(crate) const TO: &str = "to";
    pub(crate) const FREE: &str = "free";
    pub(crate) const WEEK: &str = "week";
    pub(crate) const NO_CAR: &str = "nocar";
    pub(crate) const BEFORE: &str = "before";
    pub(crate) const COMPARED: &str = "cmp";
    pub(crate) const KEPT: &str = "kept";
    pub(crate) const ONE: &str = "one";
}

/// Paths that one phone keeps, at most.
const KEPT: usize = 6;

/// Where she wants to get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a trade.
    Trade(RomeCode),
    /// To an offer.
    Offer(OfferNumber),
}

impl Target {
    /// Reads a ROME code or an offer's number.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let offer = || OfferNumber::parse(text).map(Self::Offer);
        RomeCode::parse(text).ok().map(Self::Trade).or_else(offer)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Trade(code) => code.fmt(f),
            Self::Offer(number) => number.fmt(f),
        }
    }
}

/// What was said so far.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What was said of herself.
    pub said: skills::State,
    /// Where she wants to get; anywhere where she does not say.
    pub to: Option<Target>,
    /// What she asks of a path.
    pub asks: Asks,
    /// Whether she goes without a car.
    pub no_car: bool,
    /// Paths that are ticked to be compared.
    pub compared: BTreeSet<PathKey>,
    /// Paths that she keeps.
    pub kept: BTreeSet<PathKey>,
    /// The path that is open.
    pub one: Option<PathKey>,
}

impl State {
    /// Reads a form. What is not understood is left out: nothing that a browser sends breaks a page.
    #[must_use]
    pub fn read(form: &Form) -> Self {
        Self {
            said: skills::State::read(form),
            to: form.one(name::TO).and_then(Target::parse),
            asks: Asks {
                free: form.one(name::FREE).is_some(),
                weekly_hours: form.one(name::WEEK).and_then(|hours| hours.parse().ok()).filter(|hours| *hours <= 60),
                before: form.one(name::BEFORE).and_then(month),
            },
            no_car: form.one(name::NO_CAR).is_some(),
            compared: form.all(name::COMPARED).filter_map(PathKey::parse).collect(),
            kept: form.all(name::KEPT).filter_map(PathKey::parse).take(KEPT).collect(),
            one: form.one(name::ONE).and_then(PathKey::parse),
        }
    }

    /// Everything as fields again.
    #[must_use]
    pub fn write(&self) -> Form {
        let mut form = self.said.write();
        if let Some(to) = &self.to {
            form.put(name::TO, to.to_string());
        }
        if self.asks.free {
            form.put(name::FREE, "1");
        }
        if let Some(hours) = self.asks.weekly_hours {
            form.put(name::WEEK, hours.to_string());
        }
        if let Some(day) = self.asks.before {
            form.put(name::BEFORE, month_value(day));
        }
        if self.no_car {
            form.put(name::NO_CAR, "1");
        }
        self.compared.iter().for_each(|key| form.put(name::COMPARED, key.to_string()));
        self.kept.iter().for_each(|key| form.put(name::KEPT, key.to_string()));
        if let Some(key) = &self.one {
            form.put(name::ONE, key.to_string());
        }
        form
    }

    /// Whether a path can be kept beside those that are.
    pub(super) fn may_keep(&self) -> bool {
        self.kept.len() < KEPT
    }
}

/// `2027-03` as its first day.
fn month(text: &str) -> Option<Day> {
    let (year, month) = text.split_once('-')?;
    Day::from_ymd(year.parse().ok()?, month.parse().ok()?, 1)
}

/// A day's month, as [`month`] reads it.
pub(super) fn month_value(day: Day) -> String {
    let (year, month, _) = day.ymd();
    format!("{year:04}-{month:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_said_goes_into_the_form_and_back() {
        let body = "basin=CLPE59004&job=K1601~Agent&to=K1406&free=1&week=24&before=2027-03&nocar=1&km=20\
            &kept=K1406.promesse.&one=K1406.metier.&cmp=K1406.metier.";
        let state = State::read(&Form::parse(body));
        assert_eq!(state.to, Some(Target::Trade(RomeCode::parse("K1406").unwrap())));
        assert_eq!(state.asks.before, Day::parse("2027-03-01"));
        assert!(state.asks.free && state.no_car && state.asks.weekly_hours == Some(24));
        assert_eq!((state.kept.len(), state.compared.len(), state.one.is_some()), (1, 1, true));
        assert_eq!(state.said.profile.limits.km, Some(20));
        assert_eq!(State::read(&state.write()).write(), state.write());
    }

    proptest! {
        #[test]
        fn whatever_comes_in_what_goes_out_is_stable(body in "[a-zA-Z0-9=&~%+@.-]{0,200}") {
            let once = State::read(&Form::parse(&body)).write();
            prop_assert_eq!(State::read(&once).write(), once);
        }
    }
}
