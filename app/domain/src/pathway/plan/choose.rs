//! Which paths are shown, and what each is called.

use super::path::Path;
use crate::coded_enum;

/// Paths that are shown at most: between more nobody chooses.
pub const MOST_SHOWN: usize = 3;

coded_enum! {
    /// Why a path is shown.
    pub enum Label {
        /// A job is promised at its end.
        Promised = "promesse",
        /// The first working day is the earliest.
        Fastest = "rapide",
        /// The least is left to pay.
        Cheapest = "moins-cher",
        /// The furthest place is the nearest.
        Nearest = "pres",
    }
}

/// What a path without a known distance is taken to be: after all others.
fn metres(path: &Path) -> u32 {
    path.metres.unwrap_or(u32::MAX)
}

/// Euros, those that are not said after those that are.
fn euros(path: &Path) -> (u16, u32) {
    (path.unpriced, path.euros)
}

/// The promised one first, then the fastest, the cheapest, the nearest. One that is best in several is there once.
/// A name that every path would deserve says nothing and is left out.
pub(super) fn choose(mut all: Vec<Path>, placed: bool) -> Vec<Path> {
    // Whatever is equal stays in one order: the phone and the server agree.
    all.sort_by(|a, b| {
        (a.day, euros(a), metres(a), a.steps.len(), a.job, &a.steps, a.trade).cmp(&(
            b.day,
            euros(b),
            metres(b),
            b.steps.len(),
            b.job,
            &b.steps,
            b.trade,
        ))
    });
    let mut chosen: Vec<usize> = Vec::new();
    let mut labels: Vec<Vec<Label>> = vec![Vec::new(); all.len()];
    for label in Label::ALL {
        let numbers = 0..all.len();
        let best = match label {
            Label::Promised => numbers.into_iter().find(|at| all[*at].job.is_promised()),
            Label::Fastest => numbers.min_by_key(|at| (all[*at].day, *at)),
            Label::Cheapest => numbers.min_by_key(|at| (euros(&all[*at]), *at)),
            Label::Nearest => numbers.filter(|_| placed).min_by_key(|at| (metres(&all[*at]), *at)),
        };
        let Some(best) = best else { continue };
        let there = chosen.contains(&best);
        if there || chosen.len() < MOST_SHOWN {
            labels[best].push(*label);
            if !there {
                chosen.push(best);
            }
        }
    }
    let all_alike = |label: Label, key: &dyn Fn(&Path) -> (u64, u64)| {
        let first = chosen.first().map(|at| key(&all[*at]));
        (chosen.len() > 1 && chosen.iter().all(|at| Some(key(&all[*at])) == first)).then_some(label)
    };
    let idle = [
        all_alike(Label::Fastest, &|path| (u64::from(path.day.0.unsigned_abs()), 0)),
        all_alike(Label::Cheapest, &|path| (u64::from(path.unpriced), u64::from(path.euros))),
        all_alike(Label::Nearest, &|path| (u64::from(metres(path)), 0)),
    ];
    let shown = chosen.iter().map(|at| {
        let own = labels[*at].iter().copied().filter(|label| !idle.contains(&Some(*label))).collect();
        Path { labels: own, ..all[*at].clone() }
    });
    shown.collect()
}
