//! What she asks of a path. On a phone each change shows the paths anew; without scripts the button does.

use super::flow::Go;
use super::frame::button;
use super::list::IN_CARDS;
use super::state::{State, month_value, name};
use super::words;
use crate::skills::name as said;
use crate::world::World;
use domain::time::Day;
use maud::{Markup, html};

const KMS: [u16; 5] = [5, 10, 20, 30, 50];
/// Months that are offered.
const MONTHS: u32 = 12;
/// Hours a week that a part-time step has at most: enough for who fetches children from school.
const PART_TIME: u8 = 24;

/// The fields that stand on this screen.
pub(super) fn asks() -> Vec<&'static str> {
    vec![said::BASIN, said::FROM, said::KM, name::FREE, name::WEEK, name::NO_CAR, name::BEFORE, IN_CARDS]
}

/// « Autour de Lille »: the largest commune alone, so that large text is not cut.
fn around(basin: &str) -> &str {
    basin.split(',').next().unwrap_or(basin)
}

/// First days of the months to come.
fn months(today: Day) -> Vec<Day> {
    let (year, month, _) = today.ymd();
    let nth = |n: u32| {
        let month = month + n;
        Day::from_ymd(year + i32::try_from((month - 1) / 12).unwrap_or_default(), (month - 1) % 12 + 1, 1)
    };
    (1..=MONTHS).filter_map(nth).collect()
}

fn set(state: &State) -> bool {
    let limits = &state.said.profile.limits;
    state.asks != domain::pathway::plan::Asks::default()
        || state.no_car
        || limits.km.is_some()
        || limits.commune.is_some()
}

pub(super) fn form(world: World<'_>, state: &State) -> Markup {
    let t = world.t;
    let limits = &state.said.profile.limits;
    let communes = world.market.map_or(&[][..], |market| &market.pack.communes);
    let check = |id: &str, own: &str, value: &str, on: bool, words: &str| {
        html! { label.check { input type="checkbox" id=(id) name=(own) value=(value) checked[on]; span { (words) } } }
    };
    html! {
        details.prefer id="limits" data-guide="auto" open[set(state)] {
            summary { (t.paths_limits()) }
            @if world.basins.len() > 1 {
                div.field {
                    label for="p-basin" { (t.paths_basin()) }
                    select id="p-basin" name=(said::BASIN) {
                        @for basin in world.basins { option value=(basin.code) selected[state.said.basin.as_deref() == Some(basin.code.as_str())] { (around(&basin.name)) } }
                    }
                }
            } @else if let Some(basin) = &state.said.basin { input type="hidden" name=(said::BASIN) value=(basin); }
            div.field {
                label for="p-from" { (t.prefer_from()) }
                select id="p-from" name=(said::FROM) {
                    option value="" { (t.prefer_any()) }
                    @for commune in communes { option value=(commune.code) selected[limits.commune.as_deref() == Some(commune.code.as_str())] { (commune.name) } }
                }
            }
            div.field {
                label for="p-km" { (t.prefer_km()) }
                select id="p-km" name=(said::KM) {
                    option value="" { (t.prefer_any()) }
                    @for km in KMS { option value=(km) selected[limits.km == Some(km)] { (t.prefer_kms(&km.to_string())) } }
                }
            }
            div.boxes {
                (check("p-nocar", name::NO_CAR, "1", state.no_car, t.paths_limit_nocar()))
                (check("p-free", name::FREE, "1", state.asks.free, t.paths_limit_free()))
                (check("p-week", name::WEEK, &PART_TIME.to_string(), state.asks.weekly_hours.is_some(), t.paths_limit_part()))
            }
            div.field {
                label for="p-before" { (t.paths_limit_before()) }
                select id="p-before" name=(name::BEFORE) {
                    option value="" { (t.prefer_any()) }
                    @for month in months(world.today) { option value=(month_value(month)) selected[state.asks.before == Some(month)] { (words::month(t, month)) } }
                }
            }
            (button("button", Go::Next.code(), t.prefer_show()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_to_come() {
        let own = months(Day::parse("2026-11-24").unwrap());
        assert_eq!(
            (own.len(), own[0], own[1]),
            (12, Day::parse("2026-12-01").unwrap(), Day::parse("2027-01-01").unwrap())
        );
        assert_eq!(own[11], Day::parse("2027-11-01").unwrap());
    }
}
