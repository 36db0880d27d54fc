//! What an import says when it is over: counts, what was missing, what was rejected and why.

use crate::coded_enum;
use crate::minimum_pay::FloorMoved;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

coded_enum! {
    /// How an import ended.
    pub enum Outcome {
        /// Published.
        Published = "published",
        /// Refused as a whole: see the refusal.
        Refused = "refused",
    }
}

/// One record that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// Line of the input (from 1), or the record's rank in an array.
    pub line: u64,
    /// The source's id, when it could be read.
    pub id: Option<String>,
    /// The field that is wrong.
    pub field: String,
    /// What is wrong and how to mend it.
    pub reason: String,
}

/// What a person should know of a record that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Line of the input (from 1), or the record's rank in an array.
    pub line: u64,
    /// The source's id, when it could be read.
    pub id: Option<String>,
    /// The field that it is about.
    pub field: String,
    /// What was done with it and how to mend it.
    pub text: String,
}

/// Why a whole feed was refused; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// Fewer than 70 % as many valid offers as the source has live.
    #[error(
        "the feed holds {valid} valid offers and {live} are live: less than 70 %. If this is right, run it again with --force; if the file is only a part, with --partial"
    )]
    TooFew {
        /// Valid offers in the feed.
        valid: u64,
        /// Offers of this source that are live.
        live: u64,
    },
    /// It would close more than 60 % of the live offers.
    #[error(
        "the feed would close {closing} of {live} live offers: more than 60 %. If this is right, run it again with --force; if the file is only a part, with --partial"
    )]
    TooManyClosed {
        /// Offers that would be closed.
        closing: u64,
        /// Offers of this source that are live.
        live: u64,
    },
    /// A file that replaces everything holds nothing.
    #[error("the file holds nothing: it would remove everything")]
    Nothing,
}

/// From how many live offers on a complete feed is checked.
pub const GUARD_FROM_LIVE: u64 = 50;

/// Whether a complete feed may be published.
///
/// # Errors
/// The refusal, with its figures.
pub const fn guard(valid: u64, live: u64, closing: u64) -> Result<(), Refusal> {
    if live < GUARD_FROM_LIVE {
        Ok(())
    } else if valid * 100 < live * 70 {
        Err(Refusal::TooFew { valid, live })
    } else if closing * 100 > live * 60 {
        Err(Refusal::TooManyClosed { closing, live })
    } else {
        Ok(())
    }
}

/// The report of one import run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportReport {
    /// What was imported: "offers", "places", "rome", "help-places".
    pub kind: String,
    /// The source's name.
    pub source: String,
    /// Records read.
    pub read: u64,
    /// Offers that were not there, or were closed and came back.
    pub new: u64,
    /// Offers with a difference in a mapped field.
    pub changed: u64,
    /// Offers confirmed as they were.
    pub unchanged: u64,
    /// Offers closed because a complete feed no longer holds them.
    pub closed: u64,
    /// Records rejected.
    pub rejected: u64,
    /// Live records that a rejected one names: they stay as they were.
    pub kept: u64,
    /// Notices on records that were taken.
    pub noticed: u64,
    /// Records with an id already seen in the same feed; the last one counts.
    pub duplicates: u64,
    /// The first rejections (at most [`MAX_REJECTIONS`]).
    pub rejections: Vec<Rejection>,
    /// The first notices (at most [`MAX_REJECTIONS`]).
    pub notices: Vec<Notice>,
    /// How many taken records lack each field: "text", "place", "posted", "rome", "employer", "pay"…
    pub missing: BTreeMap<String, u64>,
    /// What the offers say of the legal minimum pay, where they say that the hub's table is out of date.
    pub floor: Option<FloorMoved>,
    /// The refusal, when the whole feed was refused.
    pub refusal: Option<Refusal>,
}

/// Rejections, and notices, kept in a report; the counts go on.
pub const MAX_REJECTIONS: usize = 1_000;

impl ImportReport {
    /// Adds a rejection.
    pub fn reject(&mut self, rejection: Rejection) {
        self.rejected += 1;
        if self.rejections.len() < MAX_REJECTIONS {
            self.rejections.push(rejection);
        }
    }

    /// Adds a notice.
    pub fn notice(&mut self, notice: Notice) {
        self.noticed += 1;
        if self.notices.len() < MAX_REJECTIONS {
            self.notices.push(notice);
        }
    }

    /// Counts a field that a taken record lacks.
    pub fn miss(&mut self, field: &str) {
        *self.missing.entry(field.to_owned()).or_default() += 1;
    }

    /// How it ended.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        if self.refusal.is_some() { Outcome::Refused } else { Outcome::Published }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_feed_is_refused_with_its_figures() {
        assert_eq!(guard(10, 49, 49), Ok(()));
        assert_eq!(guard(69, 100, 40), Err(Refusal::TooFew { valid: 69, live: 100 }));
        assert_eq!(guard(70, 100, 60), Ok(()));
        assert_eq!(guard(100, 100, 61), Err(Refusal::TooManyClosed { closing: 61, live: 100 }));
    }
}
