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

/// Those that are ticked, of what is shown (in its order) and of what is kept; else the first two.
fn chosen(here: Here<'_>, state: &State, shown: &[Path], seen: &Seen<'_>) -> Vec<Path> {
    let who = state.who(seen);
    let keys: Vec<_> = shown.iter().map(|path| PathKey::of(here, path)).collect();
    let is_ticked = |key: &Option<PathKey>| key.as_ref().is_some_and(|key| state.compared.contains(key));
    let of_shown = shown.iter().zip(&keys).filter(|(_, key)| is_ticked(key)).map(|(path, _)| path.clone());
    let others = state.compared.iter().filter(|key| keys.iter().all(|own| own.as_ref() != Some(*key)));
    let ticked: Vec<Path> = of_shown.chain(others.filter_map(|key| key.path(here, &who))).take(2).collect();
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
    let nowhere = if state.who(seen).looking.from.is_none() { t.paths_from_where() } else { t.paths_unknown() };
    let far = |path: &Path| path.metres.map_or_else(|| nowhere.to_owned(), |metres| words::metres(t, metres));
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
                thead { tr { @for name in &names { th scope="col" { (name) } } } }
                // A heading over its two cells: beside them, a phone would leave too little for words.
                @for (title, cell) in rows {
                    tbody {
                        tr { th scope="rowgroup" colspan="2" { (title) } }
                        tr { @for path in &own { td { (cell(path)) } } }
                    }
                }
            }
        }
    }
}
