//! Hours a week and when they are worked. What the source does not say stays unsaid.

use crate::coded_enum;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// Full time or part time.
    pub enum WorkTime {
        /// Temps plein.
        Full = "temps-plein",
        /// Temps partiel.
        Part = "temps-partiel",
    }
}

coded_enum! {
    /// When the work is done.
    pub enum Schedule {
        /// En journée.
        Day = "journee",
        /// De nuit.
        Night = "nuit",
        /// Le week-end ou les jours fériés.
        Weekend = "week-end",
        /// En équipes (2x8, 3x8, 5x8).
        Shifts = "equipes",
        /// Horaires décalés ou coupés.
        Staggered = "decale",
    }
}

/// Working time of an offer. Times of day in minutes after midnight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hours {
    /// Minutes a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekly_min: Option<u16>,
    /// Full or part time, as said, or from the weekly hours (35 h and more is full time).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_time: Option<WorkTime>,
    /// When the work is done; empty when not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<Schedule>,
    /// Days of work, 0 is Monday; empty when not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<u8>,
    /// Start of the working day, minutes after midnight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_min: Option<u16>,
    /// End of the working day, minutes after midnight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_min: Option<u16>,
    /// The source's own words, kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Hours {
    /// Whether nothing at all is known.
    #[must_use]
    pub fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }
}
