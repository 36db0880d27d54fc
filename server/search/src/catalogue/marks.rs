//! Which sessions pass which limits. A session that fails one limit alone is what dropping that limit would bring.

use super::answer::Listed;
use crate::plan::Area;
use domain::answer::PlaceFound;
use domain::time::Day;
use domain::training::query::{TrainingFacet, TrainingFilters};
use domain::training::{Session, Training};

/// The bit of the place, after those of the facets.
const PLACE: u8 = 1 << TrainingFacet::ALL.len();

/// The bit of a facet.
pub(super) const fn bit(facet: TrainingFacet) -> u8 {
    1 << facet as u8
}

/// A session that can be begun, with the limits that it (or its training) fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its rank.
    pub(super) session: usize,
    /// Limits failed: [`bit`], [`PLACE`].
    pub(super) failed: u8,
    /// Metres from the place that was searched, whatever the radius.
    pub(super) metres: Option<u32>,
    /// When it begins.
    pub(super) begins: Day,
    /// All of it at a distance.
    pub(super) remote: bool,
}

/// The limits of a search.
#[derive(Clone, Copy)]
pub(super) struct Gate<'a> {
    pub(super) filters: &'a TrainingFilters,
    pub(super) area: Option<&'a Area>,
    pub(super) today: Day,
}

impl Gate<'_> {
    /// The marks of the sessions that can be begun.
    pub(super) fn marks(&self, listed: &Listed) -> Vec<Mark> {
        let of_training = self.of_training(&listed.stored.training);
        let open = listed.sessions().enumerate().filter(|(_, (session, _))| session.can_begin(self.today));
        open.map(|(rank, (session, place))| self.mark(rank, session, place, of_training)).collect()
    }

    fn of_training(&self, training: &Training) -> u8 {
        let filters = self.filters;
        let kind = filters.kind.is_empty() || filters.kind.contains(&training.kind);
        failed(kind, bit(TrainingFacet::Kind))
            | failed(!filters.free || is_free(training), bit(TrainingFacet::Free))
            | failed(!filters.promise || !training.promises.is_empty(), bit(TrainingFacet::Promise))
    }

    fn mark(&self, rank: usize, session: &Session, place: Option<&PlaceFound>, of_training: u8) -> Mark {
        let begins = session.begins(self.today);
        let (inside, metres) = self.near(session, place);
        let remote = failed(!self.filters.remote || session.remote, bit(TrainingFacet::Remote));
        let before = failed(self.filters.before.is_none_or(|day| begins < day), bit(TrainingFacet::Before));
        let failed = of_training | remote | before | failed(inside, PLACE);
        Mark { session: rank, failed, metres, begins, remote: session.remote }
    }

    /// Whether a session is where it was searched, and how far. What is at a distance is everywhere.
    fn near(&self, session: &Session, place: Option<&PlaceFound>) -> (bool, Option<u32>) {
        let Some(area) = self.area else { return (true, None) };
        if session.remote {
            return (true, None);
        }
        let Some(code) = &session.commune else { return (false, None) };
        match area {
            Area::Within { departements, communes } => {
                let departement = code.departement();
                let inside = departements.iter().any(|own| own == departement.as_str())
                    || communes.iter().any(|own| own == code.as_str());
                (inside, None)
            }
            Area::Around { communes, centre, radius_m, .. } => {
                let metres = centre.zip(place.and_then(|place| place.point)).map(|(from, to)| from.distance_m(to));
                if communes.iter().any(|own| own == code.as_str()) {
                    return (true, Some(metres.unwrap_or(0)));
                }
                (metres.is_some_and(|metres| metres <= *radius_m), metres)
            }
        }
    }
}

/// Whether it is known that nothing is left to pay.
pub(super) fn is_free(training: &Training) -> bool {
    training.cost.remaining == Some(0)
}

const fn failed(passes: bool, bit: u8) -> u8 {
    if passes { 0 } else { bit }
}
