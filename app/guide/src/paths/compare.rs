//! Two paths beside each other.

use super::key::PathKey;
use super::state::State;
use super::words;
use crate::skills::Seen;
use crate::world::World;
use domain::pathway::plan::{Here, Path};
use maud::{Markup, html};

/// A row's heading, and its cell for a path.
type Row<'a> = (&'a str, &'a dyn Fn(&Path) -> String);

/// Those that are ticked, of what is shown and of what is kept; else the first two.
fn chosen(here: Here<'_>, state: &State, shown: &[Path], seen: &Seen<'_>) -> Vec<Path> {
    let who = state.who(seen);
    let key = |path: &Path| PathKey::of(here, path);
    let own = |wanted: &PathKey| {
        let shown = shown.iter().find(|path| key(path).as_ref() == Some(wanted)).cloned();
        shown.or_else(|| wanted.path(here, &who))
    };
    let ticked: Vec<Path> = state.compared.iter().filter_map(own).take(2).collect();
    if ticked.len() == 2 { ticked } else { shown.iter().take(2).cloned().collect() }
}

pub(super) fn table(world: World<'_>, here: Here<'_>, state: &State, shown: &[Path], seen: &Seen<'_>) -> Markup {
    let t = world.t;
    let own = chosen(here, state, shown, seen);
    if own.len() < 2 {
        return Markup::default();
    }
    let name = |path: &Path| path.labels.iter().map(|label| words::label(t, *label)).collect::<Vec<_>>().join(", ");
    let names: Vec<String> =
        own.iter().map(name).map(|name| if name.is_empty() { t.paths_other().to_owned() } else { name }).collect();
    let far = |path: &Path| path.metres.map_or_else(|| t.paths_unknown().to_owned(), |metres| words::metres(t, metres));
    let upfront = |path: &Path| {
        if path.upfront == 0 { t.paths_free().to_owned() } else { t.paths_euros(&words::euros(t, path.upfront)) }
    };
    let steps = |path: &Path| {
        let titles = path.steps.iter().filter_map(|one| here.steps.steps.get(usize::from(one.step)));
        titles.map(|step| step.title.as_str()).collect::<Vec<_>>().join(" → ")
    };
    let rows: [Row<'_>; 7] = [
        (t.paths_row_trade(), &|path| world.rome.label(path.trade).to_owned()),
        (t.paths_row_day(), &|path| words::day(t, path.day)),
        (t.paths_row_euros(), &|path| words::to_pay(t, path)),
        (t.paths_row_upfront(), &upfront),
        (t.paths_row_far(), &far),
        (t.paths_row_sure(), &|path| words::certainty(t, path.job.certainty()).to_owned()),
        (t.paths_row_steps(), &steps),
    ];
    html! {
        section.compare id="compare" {
            h2 { (t.paths_compare_title()) }
            table {
                thead { tr { td {} @for name in &names { th scope="col" { (name) } } } }
                tbody {
                    @for (title, cell) in rows {
                        tr { th scope="row" { (title) } @for path in &own { td { (cell(path)) } } }
                    }
                }
            }
        }
    }
}
