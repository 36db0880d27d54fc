//! When and where a step can be taken.

use crate::coded_enum;
use crate::place::CommuneCode;
use crate::time::Day;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// How one enters (LHEO's `modalites-entrees-sorties`).
    pub enum Entry {
        /// On its first day only.
        Fixed = "fixe",
        /// On any day between its first and its last.
        Open = "permanente",
    }
}

/// Why a session's days cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// It ends before it begins.
    #[error("la fin ({last}) est avant le début ({first})")]
    Backwards {
        /// First day.
        first: Day,
        /// Last day.
        last: Day,
    },
}

/// A dated session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Session {
    /// The first day; with open entry the first on which one can begin.
    pub first: Day,
    /// The last day; with open entry the last on which one can begin. `None` where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// How one enters.
    pub entry: Entry,
    /// The source gives months without days: `first` is the first day of its month.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub month_only: bool,
    /// Places left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u16>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<CommuneCode>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Whether all of it is at a distance.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub remote: bool,
}

impl Session {
    /// A session of these days, without a place yet.
    ///
    /// # Errors
    /// When it ends before it begins.
    pub fn new(first: Day, last: Option<Day>, entry: Entry) -> Result<Self, SessionError> {
        if let Some(last) = last.filter(|last| *last < first) {
            return Err(SessionError::Backwards { first, last });
        }
        let (month_only, remote) = (false, false);
        Ok(Self { first, last, entry, month_only, places: None, commune: None, address: None, remote })
    }

    /// Whether it can still be begun on a day, and somebody can still be taken in.
    #[must_use]
    pub fn can_begin(&self, today: Day) -> bool {
        let end = match self.entry {
            Entry::Fixed => Some(self.first),
            Entry::Open => self.last,
        };
        self.places != Some(0) && end.is_none_or(|end| end >= today)
    }

    /// The first day on which it can be begun, seen from a day.
    #[must_use]
    pub fn begins(&self, today: Day) -> Day {
        match self.entry {
            Entry::Fixed => self.first,
            Entry::Open => self.first.max(today),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_that_began_or_is_full_cannot_be_begun() {
        let today = Day(20_700);
        let fixed = Session::new(today, Some(today.plus(30)), Entry::Fixed).unwrap();
        assert!(fixed.can_begin(today) && !fixed.can_begin(today.plus(1)));
        let open = Session { entry: Entry::Open, ..fixed.clone() };
        assert!(open.can_begin(today.plus(30)) && !open.can_begin(today.plus(31)));
        assert_eq!((fixed.begins(today.plus(-3)), open.begins(today.plus(9))), (today, today.plus(9)));
        assert!(!Session { places: Some(0), ..open.clone() }.can_begin(today));
        assert!(Session { last: None, ..open }.can_begin(today.plus(999)));
        assert!(Session::new(today, Some(today.plus(-1)), Entry::Fixed).is_err());
    }
}
