//! Trainings (actions de formation) and the other steps that lead to a job: when, where, for whom, what they
//! cost, who pays, what they bring, and who promised to hire.
//!
//! Follows LHEO 2.3, the standard in which Carif-Oref publish trainings (décret 2015-742), as far as a person who
//! chooses needs it. What a source says in free words stays words: it is « à vérifier », never a rule.

mod cost;
mod number;
pub mod query;
pub mod schemes;
mod session;

pub use cost::{Cost, CostError, Financer, Financing};
pub use number::TrainingNumber;
pub use session::{Entry, Session, SessionError};

use crate::certification::CertificationCode;
use crate::coded_enum;
use crate::gate::Gate;
use crate::occupation::RomeCode;
use crate::time::{Day, Timestamp};
use serde::{Deserialize, Serialize};

coded_enum! {
    /// What kind of step it is. The code is its name in `import trainings`.
    pub enum Kind {
        /// A course towards a job.
        Course = "formation",
        /// A course that prepares for another one.
        Preparatory = "preparatoire",
        /// POEI: up to 400 h before an employer hires; bound to his offer (France Travail; AFPR merged into it in 2024).
        Poei = "poei",
        /// POEC: a branch's course for jobs that it looks people for, without a named one.
        Poec = "poec",
        /// PMSMP: some weeks in a company, to try a trade.
        Immersion = "immersion",
        /// A driving licence.
        Licence = "permis",
        /// A CACES.
        Caces = "caces",
        /// An habilitation or a card: electrical, CNAPS, SST, HACCP.
        Habilitation = "habilitation",
        /// A French course.
        French = "francais",
        /// CléA: the base of knowledge and skills.
        Clea = "clea",
        /// Help with child care.
        ChildCare = "garde",
        /// Help with transport.
        Transport = "transport",
    }
}

impl Kind {
    /// Whether it teaches the trade that it aims at, and not only what comes before.
    #[must_use]
    pub const fn teaches_the_trade(self) -> bool {
        matches!(self, Self::Course | Self::Poei | Self::Poec)
    }

    /// Whether it teaches nothing: what makes a training or a job possible.
    #[must_use]
    pub const fn is_help(self) -> bool {
        matches!(self, Self::ChildCare | Self::Transport)
    }

    /// Whether who took it can apply in the trades that it names: a course, or the one paper that a trade is
    /// learnt with (a CACES for forklift drivers, a C licence for lorry drivers).
    #[must_use]
    pub const fn leads_to_the_trade(self) -> bool {
        self.teaches_the_trade() || matches!(self, Self::Licence | Self::Caces | Self::Habilitation)
    }
}

/// What must be there before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prerequisites {
    /// Licences, certificates, diplomas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<Gate>,
    /// Diplomas that close it: « pour qui n’a pas le bac ».
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Gate>,
    /// Ids of the same source: steps that come before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// In the source's words: to be checked with the body, never guessed into a rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
}

/// An employer's signed promise to hire who succeeds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Who signed.
    pub employer: String,
    /// How many jobs.
    pub jobs: u16,
    /// For which occupation.
    pub rome: RomeCode,
    /// When it was signed.
    pub signed: Day,
}

/// What became of those who took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// How many were in work six months after.
    pub employed: u32,
    /// Of how many.
    pub of: u32,
    /// The year in which they ended it.
    pub year: u16,
    /// Who counted.
    pub source: String,
}

/// A training, or another step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// Name of the source.
    pub source: String,
    /// The source's own id.
    pub source_id: String,
    /// What kind of step it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Who gives it.
    pub body: String,
    /// Phone, ten digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Web address of its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// What one is certified for at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certification: Option<CertificationCode>,
    /// Level at its end in the European frame (EQF), 1 to 8: CAP is 3, bac 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Occupations that it leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rome: Vec<RomeCode>,
    /// What one can do after it, in the source's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// Licences, certificates and diplomas that one has after it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gives: Vec<Gate>,
    /// What must be there before.
    #[serde(default)]
    pub prerequisites: Prerequisites,
    /// For whom it is, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public: Option<String>,
    /// Hours in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u16>,
    /// Hours a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly_hours: Option<u8>,
    /// When in the day or week, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<String>,
    /// What it costs and who pays.
    #[serde(default)]
    pub cost: Cost,
    /// Pay during it, euros a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_pay: Option<u32>,
    /// Promises to hire.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<Promise>,
    /// What became of those who took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results: Option<Results>,
    /// When and where; by first day.
    pub sessions: Vec<Session>,
}

impl Training {
    /// Its public number.
    #[must_use]
    pub fn number(&self) -> TrainingNumber {
        TrainingNumber::of(&self.source, &self.source_id)
    }

    /// The words of its address.
    #[must_use]
    pub fn slug(&self) -> String {
        crate::text::slug(&self.title)
    }

    /// Sessions that can still be begun on a day.
    pub fn open_sessions(&self, today: Day) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(move |session| session.can_begin(today))
    }
}

/// A training, with when it was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredTraining {
    /// It.
    #[serde(flatten)]
    pub training: Training,
    /// When it was there first.
    #[serde(default)]
    pub first_seen: Timestamp,
    /// When anything of it last changed.
    #[serde(default)]
    pub changed: Timestamp,
}
