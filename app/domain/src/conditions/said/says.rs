//! What a phrase of an offer says, and what words do round it.

use crate::contract::Contract;
use crate::hours::{Schedule, WorkTime};
use crate::offer::Remote;
use crate::profile::Avoid;
use crate::requirement::{Diploma, Permit};

/// What a phrase of an offer says.
#[derive(Clone, Copy, Debug)]
pub(in crate::conditions) enum Says {
    /// This, wherever it stands, unless it is denied.
    Is(Fact),
    /// Two at once: "permis B et véhicule".
    Both(Fact, Fact),
    /// The same, whatever is paid or free beside it: "un week-end sur deux".
    Surely(Fact),
    /// This in a title or in a line on hours; in a long text it may be anything.
    InBrief(Fact),
    /// A level, where one is asked for.
    Level(Diploma),
    /// Either of two levels, where one is asked for.
    CapOrBac,
    /// A level that no offer names unless it asks for it.
    Asked(Diploma),
    /// Experience: how long is told round it.
    Experience,
    /// "Déplacements": how often is told round it.
    Trips,
    /// Something else that has words of conditions in it.
    Not,
}

/// One thing that an offer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::conditions) enum Fact {
    /// What is signed.
    Contract(Contract),
    /// Work as an insertion.
    Insertion,
    /// Full or part time.
    Time(WorkTime),
    /// Full or part time, as people like.
    EitherTime,
    /// When the work is done.
    At(Schedule),
    /// Beginners are welcome.
    Beginner,
    /// No diploma is needed.
    NoDiploma,
    /// A driving licence.
    Permit(Permit),
    /// Whether a car is needed.
    Car(bool),
    /// Work from home.
    Remote(Remote),
    /// No work from home.
    NoRemote,
    /// What some avoid.
    Hard(Avoid),
}

/// What words do round phrases, as bits: the tables of a language say which words do it.
pub(in crate::conditions) mod role {
    /// Denies what comes: "pas", "sans".
    pub(in crate::conditions) const NOT: u32 = 1;
    /// May stand between that and what is denied.
    pub(in crate::conditions) const WITHIN: u32 = 1 << 1;
    /// "Non exigé", "pas obligatoire".
    pub(in crate::conditions) const ASKED: u32 = 1 << 2;
    /// Between a phrase and its denial: "permis B : non".
    pub(in crate::conditions) const IS: u32 = 1 << 3;
    /// Says that a level is asked for: "titulaire", "niveau".
    pub(in crate::conditions) const LEVEL_CUE: u32 = 1 << 4;
    /// The same, so clearly that it holds for who prepares another one.
    pub(in crate::conditions) const LEVEL_HELD: u32 = 1 << 5;
    /// Says that a level is prepared or sold: "préparer", "obtention".
    pub(in crate::conditions) const LEVEL_AHEAD: u32 = 1 << 6;
    /// Makes a demand a wish: "idéalement".
    pub(in crate::conditions) const WISHED: u32 = 1 << 7;
    /// Says that experience is the employer's: "forte de", "notre".
    pub(in crate::conditions) const COMPANY: u32 = 1 << 8;
    /// A year.
    pub(in crate::conditions) const YEAR: u32 = 1 << 9;
    /// A month.
    pub(in crate::conditions) const MONTH: u32 = 1 << 10;
    /// Hours.
    pub(in crate::conditions) const HOUR: u32 = 1 << 11;
    /// A week.
    pub(in crate::conditions) const WEEK: u32 = 1 << 12;
    /// Before a period: "par".
    pub(in crate::conditions) const PER: u32 = 1 << 13;
    /// Between two ends of a range.
    pub(in crate::conditions) const TO: u32 = 1 << 14;
    /// Says of hours that they are those of a contract: "contrat", "base".
    pub(in crate::conditions) const CONTRACT: u32 = 1 << 15;
    /// Says of hours that they are something else: "formation".
    pub(in crate::conditions) const OTHER_HOURS: u32 = 1 << 16;
    /// "Ou".
    pub(in crate::conditions) const OR: u32 = 1 << 17;
    /// Between years and experience: "d'", "minimum".
    pub(in crate::conditions) const NEAR_YEARS: u32 = 1 << 18;
    /// Pay or duty beside work: "prime", "astreinte".
    pub(in crate::conditions) const BESIDE: u32 = 1 << 20;
    /// No work: "repos", "fermé".
    pub(in crate::conditions) const REST: u32 = 1 << 21;
    /// Says of trips that they are usual: "fréquents", "à prévoir".
    pub(in crate::conditions) const OFTEN: u32 = 1 << 22;
    /// Says of trips that they are few: "ponctuels".
    pub(in crate::conditions) const SELDOM: u32 = 1 << 23;
    /// Says before trips that the post has them: "nécessite".
    pub(in crate::conditions) const NEEDS: u32 = 1 << 24;
    /// "Jours", which are none of these.
    pub(in crate::conditions) const DAY: u32 = 1 << 19;
}
