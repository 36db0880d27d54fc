//! A job that a person had: which, how long, how long ago.

use crate::assessment::constants::{LEAST_WEIGHT, length_of, recency_of};
use crate::coded_enum;
use crate::occupation::RomeCode;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// How long, by three pictograms.
    pub enum Duration {
        /// Moins d'un an.
        Months = "mois",
        /// De un à cinq ans.
        Years = "annees",
        /// Plus de cinq ans.
        Long = "longtemps",
    }
}

coded_enum! {
    /// How long ago, by three pictograms.
    pub enum Since {
        /// Maintenant, ou il y a moins d'un an.
        Now = "maintenant",
        /// Il y a un à cinq ans.
        Recent = "recent",
        /// Il y a plus de cinq ans.
        Old = "ancien",
    }
}

/// A job that she had.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PastJob {
    /// The occupation of the title.
    pub occupation: RomeCode,
    /// The title that she chose.
    pub title: String,
    /// How long.
    pub duration: Duration,
    /// How long ago.
    pub since: Since,
}

impl PastJob {
    /// How much the job says of what she can do today, from ½ to 1: what was learnt once does not vanish.
    #[must_use]
    pub fn weight(&self) -> f64 {
        (length_of(self.duration) * recency_of(self.since)).clamp(LEAST_WEIGHT, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_and_later_weigh_more_and_nothing_vanishes() {
        let weight = |duration, since| {
            let occupation = RomeCode::parse("N1101").unwrap();
            PastJob { occupation, title: "Cariste".into(), duration, since }.weight()
        };
        for since in Since::ALL {
            assert!(weight(Duration::Long, *since) >= weight(Duration::Years, *since));
            assert!(weight(Duration::Years, *since) >= weight(Duration::Months, *since));
        }
        assert!(weight(Duration::Years, Since::Now) > weight(Duration::Years, Since::Old));
        assert!((weight(Duration::Months, Since::Old) - LEAST_WEIGHT).abs() < f64::EPSILON);
        assert!((weight(Duration::Long, Since::Now) - 1.0).abs() < f64::EPSILON);
    }
}
