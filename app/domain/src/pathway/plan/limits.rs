//! What her own limits take away: said beside the paths, and where there are none, which limit it is.

use super::path::Path;
use super::{Asks, Here, Wanted, Who, found};
use crate::coded_enum;
use crate::time::Day;

coded_enum! {
    /// A limit that she set.
    pub enum Limit {
        /// So far and no further.
        Reach = "distance",
        /// Only what costs nothing.
        Free = "gratuit",
        /// So many hours a week of a step.
        Hours = "heures",
        /// Hours a week of the job.
        JobHours = "emploi",
        /// Working before a day.
        Before = "avant",
    }
}

/// What there would be without limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limited {
    /// Which ones: where there are paths all that she set; where there is none those that each by itself opens one.
    pub by: Vec<(Limit, Best)>,
    /// Without any of them: `None` where even then there is no path.
    pub all: Option<Best>,
}

/// The best of some paths in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Best {
    /// The earliest first working day.
    pub day: Day,
    /// The least that is left to pay, in euros.
    pub euros: u32,
    /// The nearest, in metres.
    pub metres: Option<u32>,
    /// Whether a job is promised.
    pub promised: bool,
}

impl Best {
    pub(super) fn of(all: &[Path]) -> Option<Self> {
        let day = all.iter().map(|path| path.day).min()?;
        Some(Self {
            day,
            euros: all.iter().map(|path| path.euros).min()?,
            metres: all.iter().filter_map(|path| path.metres).min(),
            promised: all.iter().any(|path| path.job.is_promised()),
        })
    }

    /// Whether this is better in something that she would notice.
    fn gains_on(self, other: Self) -> bool {
        self.day < other.day || self.euros < other.euros || (self.promised && !other.promised)
    }
}

impl Limit {
    /// Whether she set it.
    const fn is_set(self, who: &Who<'_>) -> bool {
        match self {
            Self::Reach => who.looking.reach.is_some() && who.looking.from.is_some(),
            Self::Free => who.asks.free,
            Self::Hours => who.asks.weekly_hours.is_some(),
            Self::JobHours => who.looking.weekly_min.is_some(),
            Self::Before => who.asks.before.is_some(),
        }
    }

    /// The same person without it.
    const fn lifted<'a>(self, who: Who<'a>) -> Who<'a> {
        let mut looking = who.looking;
        let mut asks: Asks = who.asks;
        match self {
            Self::Reach => looking.reach = None,
            Self::Free => asks.free = false,
            Self::Hours => asks.weekly_hours = None,
            Self::JobHours => looking.weekly_min = None,
            Self::Before => asks.before = None,
        }
        Who { looking, asks }
    }
}

pub(super) fn limited(here: Here<'_>, who: Who<'_>, wanted: Wanted, own: &[Path]) -> Option<Limited> {
    let set: Vec<Limit> = Limit::ALL.iter().copied().filter(|limit| limit.is_set(&who)).collect();
    if set.is_empty() {
        return None;
    }
    let best = |who: Who<'_>| Best::of(&found(here, who, wanted).0);
    let all = best(set.iter().fold(who, |who, limit| limit.lifted(who)));
    if let Some(now) = Best::of(own) {
        return all.filter(|all| all.gains_on(now)).map(|all| Limited { by: Vec::new(), all: Some(all) });
    }
    let by = set.iter().filter_map(|limit| Some((*limit, best(limit.lifted(who))?))).collect();
    Some(Limited { by, all })
}
