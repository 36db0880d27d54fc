//! What is searched, in plain numbers.

use crate::coded_enum;
use crate::time::Day;

/// A set of at most 64 things that one can have: skills, gates, steps behind one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bits(pub u64);

impl Bits {
    /// Nothing.
    pub const NONE: Self = Self(0);

    /// One thing, 0 to 63; nothing for a larger number.
    #[must_use]
    pub fn one(bit: usize) -> Self {
        Self(u32::try_from(bit).ok().and_then(|bit| 1u64.checked_shl(bit)).unwrap_or(0))
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of the other is in this one.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether anything of the other is in this one.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        other.0 & self.0 != 0
    }

    /// How many things.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Each thing's number, the lowest first.
    pub fn each(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        core::iter::from_fn(move || {
            let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(bit)
        })
    }
}

/// What is true of a person and may close a step: having a diploma, not being registered for long enough. A step
/// may change it; two labels are compared only when it is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flags(pub u32);

/// Which flags a step asks for, and what it makes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    /// Those that must be there.
    pub with: u32,
    /// Those that must not be there.
    pub without: u32,
    /// Those that are there after it.
    pub raises: u32,
    /// Those that are no longer there after it.
    pub clears: u32,
}

impl Condition {
    /// Whether the step is open with these flags.
    #[must_use]
    pub const fn holds(self, flags: Flags) -> bool {
        flags.0 & self.with == self.with && flags.0 & self.without == 0
    }

    /// The flags after the step.
    #[must_use]
    pub const fn after(self, flags: Flags) -> Flags {
        Flags((flags.0 | self.raises) & !self.clears)
    }
}

/// When a step can be taken. With fixed dates `latest` is `first`; with open entry one may begin on any day between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session {
    /// The first day on which it can be begun.
    pub first: Day,
    /// The last day on which it can be begun.
    pub latest: Day,
    /// Days from its first day to the first free one.
    pub days: u16,
    /// What is left to pay, in units that the caller chose.
    pub cost: u32,
    /// How far it is, in units that the caller chose.
    pub travel: u32,
}

impl Session {
    /// The days from the first to the first free one, for who is free on `from`; `None` when it is too late.
    #[must_use]
    pub fn taken(&self, from: Day) -> Option<(Day, Day)> {
        let begin = self.first.max(from);
        (begin <= self.latest).then(|| (begin, begin.plus(i32::from(self.days))))
    }
}

/// A step: what must be there, what it brings, when it can be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What must be there before.
    pub needs: Bits,
    /// What is there after.
    pub gives: Bits,
    /// For whom it is, and what it changes.
    pub condition: Condition,
    /// When.
    pub sessions: Vec<Session>,
}

coded_enum! {
    /// How sure the job at the end is; the surest first.
    pub enum Certainty {
        /// An employer signed a promise.
        Promise = "promesse",
        /// The course is bound to an offer.
        Bound = "liee",
        /// An offer is open.
        Offer = "offre",
        /// The trade recruits here.
        Trade = "metier",
    }
}

/// A job that a way may end in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// All of this must be there.
    pub needs: Bits,
    /// What counts for it, each with its weight.
    pub counts: Vec<(u8, u32)>,
    /// The weight that is enough.
    pub enough: u32,
    /// How sure it is.
    pub certainty: Certainty,
    /// The first day on which one can work there.
    pub from: Day,
    /// The last day on which one can begin there.
    pub until: Day,
    /// How far it is.
    pub travel: u32,
}

impl Goal {
    /// The weight of what is there.
    #[must_use]
    pub fn weight(&self, have: Bits) -> u32 {
        self.counts.iter().filter(|(bit, _)| have.has(Bits::one(usize::from(*bit)))).map(|(_, weight)| weight).sum()
    }

    /// Whether it is reached with this.
    #[must_use]
    pub fn is_met(&self, have: Bits) -> bool {
        have.has(self.needs) && (self.enough == 0 || self.weight(have) >= self.enough)
    }
}

/// How far a way may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps at most.
    pub steps: u8,
    /// The last day that is looked at.
    pub horizon: Day,
}

/// All that is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is there today.
    pub have: Bits,
    /// What is true of her today.
    pub flags: Flags,
    /// Today.
    pub day: Day,
    /// Every step.
    pub steps: Vec<Step>,
    /// Every job.
    pub goals: Vec<Goal>,
    /// How far.
    pub limits: Limits,
}

/// What ways are compared by; less is better in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Worth {
    /// The first working day.
    pub day: Day,
    /// What is left to pay in all.
    pub cost: u32,
    /// The furthest that one goes, to a step or to the job.
    pub travel: u32,
    /// How sure the job is.
    pub certainty: Certainty,
    /// How many steps.
    pub steps: u8,
}

impl Worth {
    /// Whether this is no worse in anything.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.day <= other.day
            && self.cost <= other.cost
            && self.travel <= other.travel
            && self.certainty <= other.certainty
            && self.steps <= other.steps
    }
}

/// A step that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Taken {
    /// Which one, in [`Problem::steps`].
    pub step: u16,
    /// Which of its sessions.
    pub session: u16,
    /// Its first day.
    pub begin: Day,
    /// The first free day after it.
    pub after: Day,
}

/// A way to a job.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// What it is worth.
    pub worth: Worth,
    /// The job, in [`Problem::goals`].
    pub goal: u16,
    /// The steps, in the order of time.
    pub steps: Vec<Taken>,
}
