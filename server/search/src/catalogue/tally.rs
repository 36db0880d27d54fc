//! How many trainings each value of a facet gives.

use super::Found;
use super::answer::TrainingCount;
use super::marks::{Mark, bit, is_free};
use domain::time::Day;
use domain::training::Kind;
use domain::training::query::{TrainingFacet, TrainingFilters, month_code, months_after};

/// Counts under way.
pub(super) struct Tally<'a> {
    filters: &'a TrainingFilters,
    kinds: [u32; Kind::ALL.len()],
    free: u32,
    remote: u32,
    promise: u32,
    /// First days of months, and how many begin before.
    months: Vec<(Day, u32)>,
}

impl<'a> Tally<'a> {
    pub(super) fn new(filters: &'a TrainingFilters, today: Day) -> Self {
        let mut months = months_after(today);
        months.extend(filters.before);
        months.sort_unstable();
        months.dedup();
        let months = months.into_iter().map(|day| (day, 0)).collect();
        Self { filters, kinds: [0; Kind::ALL.len()], free: 0, remote: 0, promise: 0, months }
    }

    /// Counts a training: for each facet those of its sessions that fail nothing but that facet.
    pub(super) fn add(&mut self, found: &Found<'_>) {
        let training = &found.listed.stored.training;
        let but = |facet, holds: &dyn Fn(&Mark) -> bool| {
            u32::from(found.marks.iter().any(|mark| mark.failed & !bit(facet) == 0 && holds(mark)))
        };
        self.kinds[training.kind as usize] += but(TrainingFacet::Kind, &|_| true);
        self.free += but(TrainingFacet::Free, &|_| is_free(training));
        self.remote += but(TrainingFacet::Remote, &|mark| mark.remote);
        self.promise += but(TrainingFacet::Promise, &|_| !training.promises.is_empty());
        for (day, count) in &mut self.months {
            *count += but(TrainingFacet::Before, &|mark| mark.begins < *day);
        }
    }

    /// The counts; values without a training are left out unless they are chosen.
    pub(super) fn counts(&self) -> Vec<TrainingCount> {
        let mut out = Vec::new();
        let mut put = |facet, value: String, count, chosen| {
            if count > 0 || chosen {
                out.push(TrainingCount { facet, value, count });
            }
        };
        for (kind, count) in Kind::ALL.iter().zip(self.kinds) {
            put(TrainingFacet::Kind, kind.to_string(), count, self.filters.kind.contains(kind));
        }
        for (facet, count) in [
            (TrainingFacet::Free, self.free),
            (TrainingFacet::Remote, self.remote),
            (TrainingFacet::Promise, self.promise),
        ] {
            put(facet, "1".to_owned(), count, self.filters.chooses(facet));
        }
        for (day, count) in &self.months {
            put(TrainingFacet::Before, month_code(*day), *count, self.filters.before == Some(*day));
        }
        out
    }
}
