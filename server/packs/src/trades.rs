//! What is here for each trade: what its open offers say together, the newest of them, trainings that lead to it.

use domain::number::OfferNumber;
use domain::occupation::RomeCode;
use domain::offer::{Offer, StoredOffer};
use domain::place::Commune;
use domain::seen::Seen;
use domain::time::Day;
use domain::training::{Entry, Kind, Session, Training};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Newest offers that are kept for a trade.
const NEWEST: usize = 3;

/// A trade as lists name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeLine {
    /// ROME code.
    pub code: RomeCode,
    /// Its label.
    pub label: String,
    /// Open offers here.
    pub offers: u32,
}

/// One of the newest offers of a trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOffer {
    /// Public number.
    pub number: OfferNumber,
    /// The readable part of its address.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Employer, where it may be shown.
    pub employer: Option<String>,
    /// First place.
    pub place: Option<String>,
}

/// A training that leads to a trade, with its next session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// What kind of step it is.
    pub kind: Kind,
    /// Title.
    pub title: String,
    /// Who gives it.
    pub body: String,
    /// First day of the next session.
    pub first: Day,
    /// Only its month is known.
    pub month_only: bool,
    /// One may begin on any day from then on.
    pub open_entry: bool,
    /// At a distance.
    pub remote: bool,
    /// Commune.
    pub place: Option<String>,
    /// What is left to pay, in euros.
    pub remaining: Option<u32>,
    /// Who promised to hire for this trade, and for how many jobs.
    pub promises: Vec<(String, u16)>,
}

/// What is here for a trade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// What its open offers say.
    pub seen: Seen,
    /// The newest of them.
    pub newest: Vec<NewOffer>,
    /// Trainings, those with a promise first.
    pub courses: Vec<Course>,
    /// Immersions.
    pub trials: Vec<Course>,
}

/// What there is for every trade that an open offer or a training names. `open` comes newest first.
pub(super) fn here(
    open: &[StoredOffer],
    trainings: &[Training],
    communes: &[Commune],
    today: Day,
) -> BTreeMap<RomeCode, Here> {
    let mut by_code: BTreeMap<&RomeCode, Vec<&StoredOffer>> = BTreeMap::new();
    for stored in open {
        if let Some(code) = &stored.offer.rome {
            by_code.entry(code).or_default().push(stored);
        }
    }
    let mut all: BTreeMap<RomeCode, Here> = BTreeMap::new();
    for (code, own) in by_code {
        let seen = Seen::of(own.iter().map(|stored| &stored.offer));
        let newest = own.iter().take(NEWEST).map(|stored| newest(stored)).collect();
        all.insert(code.clone(), Here { seen, newest, ..Here::default() });
    }
    let names: BTreeMap<&str, &str> = communes.iter().map(|own| (own.code.as_str(), own.name.as_str())).collect();
    for training in trainings {
        let promised = training.promises.iter().map(|promise| &promise.rome);
        for code in training.rome.iter().chain(promised).collect::<BTreeSet<_>>() {
            if let Some(course) = course(training, code, &names, today) {
                let here = all.entry(code.clone()).or_default();
                if course.kind == Kind::Immersion { here.trials.push(course) } else { here.courses.push(course) }
            }
        }
    }
    for own in all.values_mut() {
        for list in [&mut own.courses, &mut own.trials] {
            // A promised job first, then what begins first.
            list.sort_by_key(|course| (Reverse(!course.promises.is_empty()), course.first, course.title.clone()));
        }
    }
    all
}

fn newest(stored: &StoredOffer) -> NewOffer {
    let offer: &Offer = &stored.offer;
    NewOffer {
        number: stored.number,
        slug: offer.slug(),
        title: offer.title.clone(),
        employer: offer.employer.shown_name().map(str::to_owned),
        place: offer.places.first().map(|place| place.label.clone()),
    }
}

/// A training with its next session, as one trade is concerned; `None` when none can be begun any more.
fn course(own: &Training, code: &RomeCode, names: &BTreeMap<&str, &str>, today: Day) -> Option<Course> {
    let next: &Session = own.open_sessions(today).min_by_key(|session| session.first.max(today))?;
    let promises = own.promises.iter().filter(|promise| promise.rome == *code);
    Some(Course {
        kind: own.kind,
        title: own.title.clone(),
        body: own.body.clone(),
        first: next.first.max(today),
        month_only: next.month_only,
        open_entry: next.entry == Entry::Open,
        remote: next.remote,
        place: next.commune.as_ref().and_then(|own| names.get(own.as_str())).map(|name| (*name).to_owned()),
        remaining: own.cost.remaining,
        promises: promises.map(|promise| (promise.employer.clone(), promise.jobs)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::Timestamp;

    #[test]
    fn trainings_and_promises_reach_their_trade() {
        let today = Day(20_780);
        let trainings = demo::trainings(today).unwrap();
        let communes = demo::communes().unwrap();
        let now = Timestamp::default();
        let stored = |offer: Offer| StoredOffer {
            number: offer.number(),
            offer,
            first_seen: now,
            confirmed: now,
            changed: now,
            closed: None,
            rev: 0,
            text_since: domain::time::Day::default(),
        };
        let open: Vec<StoredOffer> = demo::offers(today).unwrap().into_iter().map(stored).collect();
        let all = here(&open, &trainings, &communes, today);
        let of = |code: &str| all.get(&RomeCode::parse(code).unwrap()).unwrap();
        let secretary = of("K1406");
        assert_eq!(secretary.courses[0].promises.len(), 2, "the promised course first");
        assert_eq!(secretary.courses[0].remaining, Some(0));
        assert!(secretary.courses[0].first >= today && secretary.courses[0].place.is_some());
        assert!(secretary.seen.offers > 0 && secretary.newest.len() <= NEWEST);
        assert!(!of("H2909").trials.is_empty() && of("H2909").courses.iter().all(|own| own.kind != Kind::Immersion));
        let counted: u32 = all.values().map(|here| here.seen.offers).sum();
        assert_eq!(counted as usize, open.iter().filter(|own| own.offer.rome.is_some()).count());
    }
}
