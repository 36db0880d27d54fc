//! Every number that the self-assessment believes in, with where it comes from. `measured`: on real
//! data, research/skills.md; `guess`: ours, to be calibrated on consenting people's answers.

use crate::profile::{Duration, Frequency, Since};
use crate::skill::Share;

/// Chance that who had a job can do one of its core items. Guess (§B1).
pub const CORE: f64 = 0.85;
/// Chance that who had a job can do another of its items. Guess (§B1).
pub const OTHER: f64 = 0.60;
/// Chance that who had a job can do an item that it does not list, under a macro-compétence that it
/// does. Guess (§B1).
pub const SIBLING: f64 = 0.15;
/// Chance that anybody can do an item, of whom nothing is known. Guess (§B1).
pub const ANYBODY: f64 = 0.002;
/// The same for a macro-compétence: an occupation asks for 2 to 5 % of them. Guess.
pub const ANYBODY_MACRO: f64 = 0.04;
/// Chance that who does an unpaid activity often has the macro-compétence that it is linked to. Guess.
pub const ACTIVITY: f64 = 0.85;
/// What a macro-compétence lends to an item below it that is not known itself: half. Guess (§B2).
pub const LENT: f64 = 0.5;
/// How much of what stands beside a macro-compétence in the occupations that ask for it is lent by it.
/// Measured: the best of 0.3, 0.6 and 1 for people who name no job (`make eval`).
pub const TOGETHER: f64 = 0.6;
/// Weight of a job that was short and long ago: old work does not vanish. Guess (§B1).
pub const LEAST_WEIGHT: f64 = 0.5;
/// Share of answers that are wrong: a slip, a misunderstood word. Guess, as in the simulations of §0.3.
pub const WRONG: f64 = 0.10;
/// From which probability on an item is said to be known. Guess: §B2 says 0.8, but then who left a job two
/// years ago « may » know even its core (0.85 × 0.85), and nobody would say so of herself.
pub const KNOWN: Share = Share::new(700_000);
/// From which probability on it is « à vérifier ». Guess (§B2).
pub const MAYBE: Share = Share::new(350_000);
/// Cards on a screen. Six fit on 360 px with a pictogram each.
pub const CARDS: usize = 6;
/// Screens of cards at most: after ten cards little is gained. Measured (§0.3).
pub const SCREENS: usize = 3;
/// How strongly an answer moves the belief about which jobs she may have had. Less than whole (0.7, as people
/// have several pasts) was no better. Measured (`make eval`).
pub const TEMPER: f64 = 1.0;
/// Weight of a core item beside another in a score. More than twice makes it worse. Measured (§0.2).
pub const CORE_WEIGHT: u32 = 1_500;
/// Weight of an item that is not core, in the same thousandths.
pub const OTHER_WEIGHT: u32 = 1_000;

/// How much more likely an answer is from who can than from who cannot. Guess (§B1).
#[must_use]
pub const fn likelihood_ratio(answer: Frequency) -> f64 {
    match answer {
        Frequency::Never => 0.08,
        Frequency::Once => 0.6,
        Frequency::Often => 6.0,
        Frequency::Always => 15.0,
        Frequency::Unknown => 1.0,
    }
}

/// What a job's length is worth. Guess (§B1).
#[must_use]
pub const fn length_of(duration: Duration) -> f64 {
    match duration {
        Duration::Months => 0.7,
        Duration::Years => 1.0,
        Duration::Long => 1.3,
    }
}

/// What is left of a job after a while. Guess, after Diagoriente's idea of recency (§A2).
#[must_use]
pub const fn recency_of(since: Since) -> f64 {
    match since {
        Since::Now => 1.0,
        Since::Recent => 0.85,
        Since::Old => 0.7,
    }
}
