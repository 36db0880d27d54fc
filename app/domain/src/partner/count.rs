//! What came of a partner's board: how often something happened in a week, by the site from which people came. Never who.

use super::Origin;
use crate::coded_enum;
use crate::time::Day;
use core::fmt;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Numbers under this one are never shown: a village has few people.
pub const MIN_SHOWN: u64 = 5;

coded_enum! {
    /// What happened on a partner's board: what is counted, without saying who.
    pub enum PartnerEvent {
        /// Its list was shown.
        View = "view",
        /// Something was searched in it.
        Search = "search",
        /// An offer was opened.
        Open = "open",
        /// How to answer an offer was asked for.
        Start = "start",
        /// An application was sent.
        Sent = "sent",
        /// An application was answered.
        Answered = "answered",
        /// Somebody was hired.
        Hired = "hired",
    }
}

impl PartnerEvent {
    /// Whether it is counted yet: applications are not sent through the hub so far.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Sent | Self::Answered | Self::Hired)
    }
}

/// The site from which somebody comes: one of the partner's own, or one word for all others. There is no room in it
/// for a page, nor for a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Host {
    /// A site of the partner.
    Site(Origin),
    /// The hub itself: the board's own pages lead to each other.
    Here,
    /// Any other site.
    Other,
    /// The browser does not tell: a bookmark, a poster, a message.
    Direct,
}

impl Host {
    const HERE: &'static str = "hub";
    const OTHER: &'static str = "autre";
    const DIRECT: &'static str = "direct";

    /// Reduces what a browser tells (`Referer`, `Origin`) to a host: all but the site is dropped here.
    #[must_use]
    pub fn of(told: Option<&str>, sites: &[Origin], hub: &str) -> Self {
        let Some(told) = told.filter(|told| !told.is_empty()) else { return Self::Direct };
        if let Some(site) = sites.iter().find(|site| site.holds(told)) {
            return Self::Site(site.clone());
        }
        let rest = told.strip_prefix(hub.trim_end_matches('/'));
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) { Self::Here } else { Self::Other }
    }

    /// As it is kept.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Site(origin) => origin.as_str(),
            Self::Here => Self::HERE,
            Self::Other => Self::OTHER,
            Self::Direct => Self::DIRECT,
        }
    }

    /// Reads a code; `None` for anything that is no host.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            Self::HERE => Some(Self::Here),
            Self::OTHER => Some(Self::Other),
            Self::DIRECT => Some(Self::Direct),
            _ => Origin::parse(code).ok().filter(|origin| origin.as_str() == code).map(Self::Site),
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Host {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::from_code(&text).ok_or_else(|| format!("{text:?} is no host"))
    }
}

impl From<Host> for String {
    fn from(host: Host) -> Self {
        host.code().to_owned()
    }
}

/// How often something happened in a week, from a host.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Counted {
    /// The Monday of the week.
    pub week: Day,
    /// What happened.
    pub event: PartnerEvent,
    /// Where from.
    pub host: Host,
    /// How often.
    pub count: u64,
}

/// A number as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It is this.
    Exactly(u64),
    /// Some, but fewer than [`MIN_SHOWN`].
    Few,
    /// At least this: the rest is made of hidden numbers, which a sum would tell.
    AtLeast(u64),
}

impl Shown {
    /// One number.
    #[must_use]
    pub const fn of(count: u64) -> Self {
        if count > 0 && count < MIN_SHOWN { Self::Few } else { Self::Exactly(count) }
    }

    /// A sum of numbers that are shown beside it: what is hidden in it stays hidden.
    #[must_use]
    pub fn sum(counts: impl IntoIterator<Item = u64>) -> Self {
        let (mut shown, mut hidden) = (0, 0);
        for count in counts {
            match Self::of(count) {
                Self::Exactly(count) => shown += count,
                Self::Few | Self::AtLeast(_) => hidden += 1,
            }
        }
        match (shown, hidden) {
            (sum, 0) => Self::Exactly(sum),
            (0, 1) => Self::Few,
            // Each of them is at least one, which everybody knows.
            (sum, hidden) => Self::AtLeast(sum + hidden),
        }
    }
}

/// A week of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// Each event that is counted, with its hosts.
    pub events: Vec<(PartnerEvent, BTreeMap<Host, u64>)>,
}

/// Counts by week, the newest first; every event that is counted stands in each.
#[must_use]
pub fn weeks(counted: &[Counted]) -> Vec<Week> {
    let mut weeks: BTreeMap<Day, BTreeMap<PartnerEvent, BTreeMap<Host, u64>>> = BTreeMap::new();
    for row in counted.iter().filter(|row| row.event.is_counted()) {
        let hosts = weeks.entry(row.week).or_default().entry(row.event).or_default();
        *hosts.entry(row.host.clone()).or_default() += row.count;
    }
    let events = |mut of: BTreeMap<PartnerEvent, BTreeMap<Host, u64>>| {
        let all = PartnerEvent::ALL.iter().filter(|event| event.is_counted());
        all.map(|event| (*event, of.remove(event).unwrap_or_default())).collect()
    };
    weeks.into_iter().rev().map(|(monday, of)| Week { monday, events: events(of) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HUB: &str = "https://hub.example";

    #[test]
    fn only_the_site_is_left_of_what_a_browser_tells() {
        let sites = [Origin::parse("https://asso.example").unwrap()];
        let of = |told: &str| Host::of(Some(told), &sites, HUB).to_string();
        assert_eq!(of("https://asso.example/personne/marie-dupont?mail=m@x.fr"), "https://asso.example");
        assert_eq!(of("https://asso.example"), "https://asso.example");
        assert_eq!(of("https://hub.example/e/asso?q=agent"), "hub");
        for other in ["https://asso.example.evil.example/", "https://hub.example.evil.example/", "null", "marie@x.fr"] {
            assert_eq!(of(other), "autre", "{other}");
        }
        assert_eq!(of(""), "direct");
        assert_eq!(Host::of(None, &sites, HUB), Host::Direct);
    }

    #[test]
    fn a_code_is_read_back_and_nothing_else_is() {
        let sites = Host::Site(Origin::parse("http://localhost:8080").unwrap());
        for host in [sites, Host::Here, Host::Other, Host::Direct] {
            assert_eq!(Host::from_code(host.code()), Some(host));
        }
        for wrong in ["", "marie", "https://asso.example/page", "HTTPS://asso.example", "1.2.3.4"] {
            assert_eq!(Host::from_code(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_week_has_every_event_that_is_counted() {
        let row = |week, event, host: Host, count| Counted { week: Day(week), event, host, count };
        let all = weeks(&[
            row(20_419, PartnerEvent::View, Host::Direct, 3),
            row(20_426, PartnerEvent::Open, Host::Other, 2),
            row(20_419, PartnerEvent::View, Host::Direct, 4),
            row(20_419, PartnerEvent::Hired, Host::Here, 1),
        ]);
        assert_eq!(all.iter().map(|week| week.monday.0).collect::<Vec<_>>(), [20_426, 20_419]);
        assert!(all.iter().all(|week| week.events.len() == 4));
        assert_eq!(all[1].events[0], (PartnerEvent::View, [(Host::Direct, 7)].into()));
        assert!(all[0].events[0].1.is_empty());
    }

    proptest! {
        /// Whoever sees a row and its sum cannot tell two rows apart whose hidden numbers differ.
        #[test]
        fn a_sum_does_not_tell_what_is_hidden(counts in prop::collection::vec(0u64..12, 0..6), at in 0usize..6, other in 1u64..5) {
            let mut changed = counts.clone();
            if let Some(count) = changed.get_mut(at).filter(|count| (1..MIN_SHOWN).contains(count)) {
                *count = other;
            }
            prop_assert_eq!(Shown::sum(counts.iter().copied()), Shown::sum(changed));
            let sum: u64 = counts.iter().sum();
            match Shown::sum(counts) {
                Shown::Exactly(shown) => prop_assert_eq!(shown, sum),
                Shown::Few => prop_assert!((1..MIN_SHOWN).contains(&sum)),
                Shown::AtLeast(least) => prop_assert!(least <= sum),
            }
        }
    }
}
