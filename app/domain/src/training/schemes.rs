//! The rules of the public schemes that steps belong to: each with where it stands and the day on which we read it.
//! The words that people read are in the language files; the numbers stand here alone.

use super::Kind;
use crate::coded_enum;

coded_enum! {
    /// A rule that a person should know before she begins.
    pub enum RuleName {
        /// How long an immersion may be.
        ImmersionLength = "immersion-duree",
        /// How many days with one host.
        ImmersionHost = "immersion-hote",
        /// Nobody pays for it, and what she has goes on.
        ImmersionPay = "immersion-allocations",
        /// A paper is signed before.
        ImmersionPaper = "immersion-convention",
        /// How long a training before hiring may be.
        PoeiHours = "poei-heures",
        /// An offer stands behind it.
        PoeiOffer = "poei-offre",
        /// How long a branch's training may be.
        PoecHours = "poec-heures",
        /// No employer stands behind it yet.
        PoecOffer = "poec-offre",
        /// The employer must train in any case.
        CacesEmployer = "caces-employeur",
    }
}

/// A rule with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which one.
    pub name: RuleName,
    /// Of which kind of step.
    pub of: Kind,
    /// Its number, where it has one: days or hours.
    pub number: Option<u16>,
    /// Where it stands.
    pub source: &'static str,
    /// The day on which we last read it there, ISO 8601.
    pub read: &'static str,
}

const fn rule(name: RuleName, of: Kind, number: Option<u16>, source: &'static str) -> Rule {
    Rule { name, of, number, source, read: "2026-11-23" }
}

/// PMSMP: Code du travail; the 60 days are the limit that France Travail's form CERFA 13912 applies.
const PMSMP: &str = "Code du travail, L. 5135-1 à L. 5135-8, D. 5135-1 à D. 5135-8";

/// Every rule.
pub const RULES: &[Rule] = &[
    rule(RuleName::ImmersionLength, Kind::Immersion, Some(31), PMSMP),
    rule(RuleName::ImmersionHost, Kind::Immersion, Some(60), PMSMP),
    rule(RuleName::ImmersionPay, Kind::Immersion, None, PMSMP),
    rule(RuleName::ImmersionPaper, Kind::Immersion, None, PMSMP),
    // AFPR merged into it in 2024 (France Travail, délibération 2024).
    rule(RuleName::PoeiHours, Kind::Poei, Some(400), "Code du travail, L. 6326-1 et L. 6326-2"),
    rule(RuleName::PoeiOffer, Kind::Poei, None, "Code du travail, L. 6326-1 et L. 6326-2"),
    rule(RuleName::PoecHours, Kind::Poec, Some(400), "Code du travail, L. 6326-3"),
    rule(RuleName::PoecOffer, Kind::Poec, None, "Code du travail, L. 6326-3"),
    rule(RuleName::CacesEmployer, Kind::Caces, None, "Code du travail, R. 4323-55"),
];

/// The rules of a kind of step.
pub fn rules(of: Kind) -> impl Iterator<Item = &'static Rule> {
    RULES.iter().filter(move |rule| rule.of == of)
}

/// The most hours that a scheme allows for one step; `None` where there is no such rule.
#[must_use]
pub fn most_hours(of: Kind) -> Option<u16> {
    let hours = |rule: &&Rule| matches!(rule.name, RuleName::PoeiHours | RuleName::PoecHours);
    rules(of).find(hours).and_then(|rule| rule.number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    #[test]
    fn every_rule_is_there_once_dated_and_sourced() {
        assert_eq!(RULES.len(), RuleName::ALL.len());
        for name in RuleName::ALL {
            let rule = RULES.iter().find(|rule| rule.name == *name).unwrap();
            assert!(!rule.source.is_empty() && Day::parse(rule.read).is_some());
        }
        assert_eq!((most_hours(Kind::Poei), most_hours(Kind::Course)), (Some(400), None));
    }
}
