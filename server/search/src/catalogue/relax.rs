//! What to give up when few trainings are found: other searches, each with the count that it gives. Trainings are few:
//! each search is simply asked.

use super::Asked;
use super::answer::{TrainingChange, TrainingRelax};
use crate::SearchError;
use crate::plan::Area;
use crate::understand::Understanding;
use domain::query::RADII_KM;
use domain::training::query::{TrainingFilters, TrainingQuery};

/// Ways on that are offered at most.
const MOST: usize = 6;
/// Wider radii that are offered at most.
const MOST_RADII: usize = 2;

/// The searches that find more than `total`.
pub(super) fn relax(
    asked: Asked<'_>,
    query: &TrainingQuery,
    understanding: &Understanding,
    area: Option<&Area>,
    total: u32,
) -> Result<Vec<TrainingRelax>, SearchError> {
    let first = TrainingQuery { page: 1, ..query.clone() };
    let mut ways = Ways { asked, total, out: Vec::new() };
    let has_words = !understanding.understood.text.is_empty();
    if matches!(area, Some(Area::Around { .. })) {
        ways.radii(&first)?;
    }
    for facet in query.filters.chosen() {
        let filters = query.filters.without(facet);
        ways.offer(TrainingChange::Drop(facet), TrainingQuery { filters, ..first.clone() })?;
    }
    if query.filters.chosen().count() > 1 {
        ways.offer(TrainingChange::DropFilters, bare(&first))?;
    }
    if area.is_some() {
        ways.offer(TrainingChange::Anywhere, anywhere(&first, understanding))?;
    }
    if has_words {
        ways.offer(TrainingChange::DropText, wordless(&first, understanding))?;
    }
    if ways.out.is_empty() && total == 0 {
        let widest = RADII_KM.last().copied().unwrap_or(query.radius_km);
        if has_words {
            ways.offer(TrainingChange::OnlyText, anywhere(&bare(&first), understanding))?;
        }
        if area.is_some() {
            let place = wordless(&bare(&first), understanding);
            ways.offer(TrainingChange::OnlyPlace, TrainingQuery { radius_km: widest, ..place })?;
        }
        ways.offer(TrainingChange::Everything, TrainingQuery::default())?;
    }
    ways.out.truncate(MOST);
    Ok(ways.out)
}

struct Ways<'a> {
    asked: Asked<'a>,
    total: u32,
    out: Vec<TrainingRelax>,
}

impl Ways<'_> {
    /// Offers a search where it finds more.
    fn offer(&mut self, change: TrainingChange, query: TrainingQuery) -> Result<(), SearchError> {
        let total = self.asked.count(&query)?;
        if total > self.total {
            self.out.push(TrainingRelax { change, query, total });
        }
        Ok(())
    }

    /// The first radii that each bring more than the one before.
    fn radii(&mut self, query: &TrainingQuery) -> Result<(), SearchError> {
        let mut most = self.total;
        for km in RADII_KM.iter().copied().filter(|km| *km > query.radius_km) {
            if self.out.len() == MOST_RADII {
                break;
            }
            let wider = TrainingQuery { radius_km: km, ..query.clone() };
            let total = self.asked.count(&wider)?;
            if total > most {
                most = total;
                self.out.push(TrainingRelax { change: TrainingChange::Radius(km), query: wider, total });
            }
        }
        Ok(())
    }
}

fn bare(query: &TrainingQuery) -> TrainingQuery {
    TrainingQuery { filters: TrainingFilters::default(), ..query.clone() }
}

/// The same words without their place.
fn anywhere(query: &TrainingQuery, understanding: &Understanding) -> TrainingQuery {
    let text = understanding.understood.text.clone();
    TrainingQuery { text, place_text: String::new(), commune: None, ..query.clone() }
}

/// The same place without the words: a place that stood in the words moves to the place field.
fn wordless(query: &TrainingQuery, understanding: &Understanding) -> TrainingQuery {
    let mut without = TrainingQuery { text: String::new(), ..query.clone() };
    if let Some(place) = &understanding.place_in_text {
        match &understanding.understood.place {
            Some(found) => without.commune = Some(found.commune.clone()),
            None => without.place_text.clone_from(place),
        }
    }
    without
}
