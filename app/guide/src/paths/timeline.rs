//! The weeks of a path as a picture; the same stands beside it in words, so nobody needs the picture.

use super::words;
use domain::pathway::plan::Path;
use domain::time::Day;
use i18n::GuideTexts;
use maud::{Markup, html};

/// Width of the drawing, in its own units.
const WIDTH: i32 = 320;
/// The narrowest bar that a finger and an eye find.
const LEAST: i32 = 6;

/// The narrowest bar in which the step's number can be read.
const NUMBERED: i32 = 14;

/// Where bars stand: x and width of each step, then x of the job.
fn bars(path: &Path, today: Day) -> (Vec<(i32, i32)>, i32) {
    let whole = (path.day.0 - today.0).max(7);
    // The flag at the end has its own place.
    let at = |day: Day| (day.0 - today.0).clamp(0, whole) * (WIDTH - 20) / whole;
    let bar = |begin: Day, after: Day| (at(begin), (at(after) - at(begin)).max(LEAST));
    (path.steps.iter().map(|one| bar(one.begin, one.after)).collect(), at(path.day))
}

pub(super) fn timeline(t: GuideTexts, path: &Path, today: Day) -> Markup {
    let (bars, job) = bars(path, today);
    html! {
        figure.weeks {
            figcaption.sr { (t.paths_weeks_picture()) }
            svg viewBox=(format!("0 0 {WIDTH} 24")) aria-hidden="true" {
                line x1="0" y1="12" x2=(WIDTH - 4) y2="12" {}
                @for (n, (x, width)) in bars.iter().enumerate() {
                    rect.bar x=(x) y="3" width=(width) height="18" rx="3" {}
                    @if *width >= NUMBERED { text x=(x + width / 2) y="17" { (n + 1) } }
                }
                path.flag d=(format!("M{} 3v19M{} 4h11l-3 4 3 4h-11z", job + 4, job + 4)) {}
            }
            // Where the picture begins and ends; the dates between stand with the steps.
            p.ends aria-hidden="true" { span { (t.paths_today()) } span { (words::day(t, path.day)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::pathway::plan::{Job, PathStep};
    use domain::skill::OccupationIx;

    #[test]
    fn bars_follow_each_other_and_stay_inside() {
        let step = |begin, after| PathStep { step: 0, session: 0, begin: Day(begin), after: Day(after) };
        let path = Path {
            labels: Vec::new(),
            trade: OccupationIx(0),
            job: Job::Trade,
            steps: vec![step(100, 101), step(110, 200)],
            day: Day(200),
            euros: 0,
            unpriced: 0,
            upfront: 0,
            metres: None,
            check: Vec::new(),
        };
        let (bars, job) = bars(&path, Day(90));
        assert!(bars[0].0 + bars[0].1 <= bars[1].0 + 1 && bars[0].1 == LEAST);
        assert!(bars[1].0 + bars[1].1 <= job + LEAST && job <= WIDTH - 20);
    }
}
