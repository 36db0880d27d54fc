//! A path in dates, euros and metres.

use super::choose::Label;
use super::session;
use super::{Here, Who};
use crate::gate::Gate;
use crate::number::OfferNumber;
use crate::pack::steps::PackSession;
use crate::pathway::problem::Certainty;
use crate::skill::OccupationIx;
use crate::time::Day;
use crate::training::{Kind, TrainingNumber};

/// A step on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathStep {
    /// Which one, in the file.
    pub step: u16,
    /// Which of its sessions.
    pub session: u16,
    /// Its first day.
    pub begin: Day,
    /// The first free day after it.
    pub after: Day,
}

/// The job at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Job {
    /// Promised by who signed: a step of the file, and which of its promises.
    Promise(u16, u16),
    /// Bound to a step of the file: the employer hires who succeeds.
    Bound(u16),
    /// An open offer, in the pack.
    Offer(u32),
    /// The trade recruits here.
    Trade,
}

impl Job {
    /// Whether somebody signed.
    #[must_use]
    pub const fn is_promised(self) -> bool {
        matches!(self, Self::Promise(..))
    }

    /// How sure it is.
    #[must_use]
    pub const fn certainty(self) -> Certainty {
        match self {
            Self::Promise(..) => Certainty::Promise,
            Self::Bound(_) => Certainty::Bound,
            Self::Offer(_) => Certainty::Offer,
            Self::Trade => Certainty::Trade,
        }
    }
}

/// A way to a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Why it is shown; empty before that is chosen.
    pub labels: Vec<Label>,
    /// The trade.
    pub trade: OccupationIx,
    /// The job at its end.
    pub job: Job,
    /// The steps, in the order of time.
    pub steps: Vec<PathStep>,
    /// The first day on which she can work.
    pub day: Day,
    /// What is left to pay of all that say it, in euros.
    pub euros: u32,
    /// How many steps do not say what is left to pay.
    pub unpriced: u16,
    /// What must be paid before a step begins, in euros, all of them together.
    pub upfront: u32,
    /// The furthest that she goes, in metres; `None` where no distance is known.
    pub metres: Option<u32>,
    /// Gates that are taken to be there, though she was not asked: « à vérifier ».
    pub check: Vec<Gate>,
}

impl Path {
    /// A path that was kept, from the numbers of its steps and the days on which they begin; `None` when one of them is
    /// not there any more. An offer that is gone leaves its trade.
    #[must_use]
    pub fn again(
        here: Here<'_>,
        who: &Who<'_>,
        trade: OccupationIx,
        (certainty, offer): (Certainty, Option<OfferNumber>),
        taken: &[(TrainingNumber, Day)],
    ) -> Option<Self> {
        let all = &here.steps.steps;
        let step = |(number, begin): &(TrainingNumber, Day)| {
            let at = all.binary_search_by_key(number, |own| own.number).ok()?;
            let fits = |own: &&PackSession| {
                own.first == *begin
                    || (own.open_entry && own.first <= *begin && own.last.is_none_or(|last| *begin <= last))
            };
            let session = all[at].sessions.iter().position(|own| fits(&own))?;
            let after = begin.plus(i32::from(session::days(&all[at], &all[at].sessions[session])));
            let (step, session) = (u16::try_from(at).ok()?, u16::try_from(session).ok()?);
            Some(PathStep { step, session, begin: *begin, after })
        };
        let steps: Vec<PathStep> = taken.iter().map(step).collect::<Option<_>>()?;
        let own = |one: &PathStep| &all[usize::from(one.step)];
        let promise = |one: &PathStep| {
            let at = own(one).promises.iter().position(|promise| promise.trade == trade)?;
            Some(Job::Promise(one.step, u16::try_from(at).ok()?))
        };
        let bound = |one: &PathStep| (own(one).kind == Kind::Poei).then_some(Job::Bound(one.step));
        let pack = &here.market.pack;
        let open = offer.and_then(|number| pack.offers.binary_search_by_key(&number, |own| own.number).ok());
        let (job, metres) = match certainty {
            Certainty::Promise => (steps.iter().find_map(promise)?, None),
            Certainty::Bound => (steps.iter().find_map(bound)?, None),
            Certainty::Offer | Certainty::Trade => match open {
                Some(at) => (Job::Offer(at as u32), here.market.metres(at, who.looking.from)),
                None => (Job::Trade, None),
            },
        };
        let ready = who.today().plus(if job.certainty() >= Certainty::Offer { super::HIRING_DAYS } else { 0 });
        let day = steps.last().map_or(ready, |last| last.after.max(ready));
        Some(Self::of(here, who, (trade, (job, metres)), steps, day))
    }

    /// Adds up what the steps say.
    pub(super) fn of(
        here: Here<'_>,
        who: &Who<'_>,
        (trade, (job, metres)): (OccupationIx, (Job, Option<u32>)),
        steps: Vec<PathStep>,
        day: Day,
    ) -> Self {
        let mut path = Self {
            labels: Vec::new(),
            trade,
            job,
            day,
            euros: 0,
            unpriced: 0,
            upfront: 0,
            metres,
            check: Vec::new(),
            steps,
        };
        for one in path.steps.clone() {
            let Some(step) = here.steps.steps.get(usize::from(one.step)) else { continue };
            path.euros = path.euros.saturating_add(step.remaining.unwrap_or_default());
            path.unpriced += u16::from(step.remaining.is_none());
            path.upfront = path.upfront.saturating_add(step.upfront.unwrap_or_default());
            let own = step.sessions.get(usize::from(one.session));
            path.metres = path.metres.max(own.and_then(|own| session::metres(here.steps, who, own)));
        }
        path
    }
}
