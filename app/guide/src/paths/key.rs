//! A path as a word: what a form carries of a path that is opened, compared or kept.

use core::fmt;
use domain::number::OfferNumber;
use domain::occupation::RomeCode;
use domain::pathway::Certainty;
use domain::pathway::plan::{Here, Job, Path, Who};
use domain::time::Day;
use domain::training::TrainingNumber;

/// `K1406.offre.0123456789AB.NUMBER@20740…`: trade, how sure the job is, its offer where it is one, steps with the days
/// on which they begin.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathKey {
    /// The trade.
    pub trade: RomeCode,
    certainty: Certainty,
    offer: Option<OfferNumber>,
    steps: Vec<(TrainingNumber, Day)>,
}

impl PathKey {
    /// The word of a path; `None` when the path is not of these files.
    #[must_use]
    pub fn of(here: Here<'_>, path: &Path) -> Option<Self> {
        let step = |one: &domain::pathway::plan::PathStep| {
            Some((here.steps.steps.get(usize::from(one.step))?.number, one.begin))
        };
        Some(Self {
            trade: here.rome.code(path.trade)?.clone(),
            certainty: path.job.certainty(),
            offer: match path.job {
                Job::Offer(at) => Some(here.market.pack.offers.get(at as usize)?.number),
                _ => None,
            },
            steps: path.steps.iter().map(step).collect::<Option<_>>()?,
        })
    }

    /// Reads it; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let trade = RomeCode::parse(parts.next()?).ok()?;
        let certainty = Certainty::from_code(parts.next()?)?;
        let offer = OfferNumber::parse(parts.next()?);
        let step = |part: &str| {
            let (number, day) = part.split_once('@')?;
            Some((TrainingNumber::parse(number)?, Day(day.parse().ok()?)))
        };
        let steps = parts.map(step).collect::<Option<Vec<_>>>()?;
        (steps.len() <= usize::from(domain::pathway::plan::STEPS)).then_some(Self { trade, certainty, offer, steps })
    }

    /// The path again; `None` when one of its steps is not there any more.
    #[must_use]
    pub fn path(&self, here: Here<'_>, who: &Who<'_>) -> Option<Path> {
        let trade = here.rome.occupation(&self.trade)?;
        Path::again(here, who, trade, (self.certainty, self.offer), &self.steps)
    }
}

impl fmt::Display for PathKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.", self.trade, self.certainty.code())?;
        if let Some(offer) = self.offer {
            write!(f, "{offer}")?;
        }
        self.steps.iter().try_for_each(|(number, day)| write!(f, ".{number}@{}", day.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_word_and_back() {
        let key = PathKey {
            trade: RomeCode::parse("K1406").unwrap(),
            certainty: Certainty::Promise,
            offer: None,
            steps: vec![(TrainingNumber::of("a", "1"), Day(20_740)), (TrainingNumber::of("a", "2"), Day(20_800))],
        };
        assert_eq!(PathKey::parse(&key.to_string()), Some(key.clone()));
        let offer = PathKey { offer: Some(OfferNumber::of("a", "1")), steps: Vec::new(), ..key };
        assert_eq!(PathKey::parse(&offer.to_string()), Some(offer));
        for bad in ["", "K1406", "K1406.quoi..", "K1406.offre..x@1", "K1406.offre..x"] {
            assert_eq!(PathKey::parse(bad), None, "{bad}");
        }
    }
}
