//! What she prefers, and what she said of licences and cards: open to change, never needed.

use super::super::labels;
use super::super::state::name;
use super::Seen;
use crate::picto::picto;
use domain::gate::Gate;
use domain::matching::Market;
use domain::profile::{Avoid, Travel};
use domain::requirement::Diploma;
use i18n::GuideTexts;
use maud::{Markup, html};

/// The fields that stand here.
pub(super) const ASKS: [&str; 9] =
    [name::AVOID, name::FROM, name::KM, name::BY, name::HOURS, name::DIPLOMA, name::GATE, name::LACKS, name::YEAR];

const KMS: [u16; 5] = [5, 10, 20, 30, 50];
/// Hours a week, at most.
const HOURS: [u16; 4] = [10, 20, 28, 35];

fn avoid(t: GuideTexts, one: Avoid) -> &'static str {
    match one {
        Avoid::Loads => t.avoid_charges(),
        Avoid::Heights => t.avoid_hauteur(),
        Avoid::Nights => t.avoid_nuit(),
        Avoid::Standing => t.avoid_debout(),
        Avoid::Weekends => t.avoid_week_end(),
        Avoid::Evenings => t.avoid_soir(),
        Avoid::Shifts => t.avoid_equipes(),
        Avoid::Trips => t.avoid_deplacements(),
    }
}

pub(super) fn form(seen: &Seen<'_>, market: &Market) -> Markup {
    let t = seen.world.t;
    let profile = &seen.state.profile;
    let level = profile.gates.iter().find_map(|held| match &held.gate {
        Gate::Diploma(level) => Some(*level),
        _ => None,
    });
    html! {
        details.prefer {
            summary { (t.results_precise()) }
            (held(seen))
            fieldset.boxes {
                legend { (t.prefer_avoid()) }
                @for one in Avoid::ALL {
                    label.check { input type="checkbox" name=(name::AVOID) value=(one.code()) checked[profile.avoid.contains(one)]; span { (avoid(t, *one)) } }
                }
            }
            div.field {
                label for="g-from" { (t.prefer_from()) }
                select id="g-from" name=(name::FROM) {
                    option value="" { (t.prefer_any()) }
                    @for commune in &market.pack.communes {
                        option value=(commune.code) selected[profile.limits.commune.as_deref() == Some(commune.code.as_str())] { (commune.name) }
                    }
                }
            }
            fieldset.boxes {
                legend { (t.travel_title()) }
                @for way in Travel::ALL {
                    @let (drawing, words) = labels::travel(t, *way);
                    label.check { input type="checkbox" name=(name::BY) value=(way.code()) checked[profile.limits.travel.contains(way)]; span { (picto(drawing)) " " (words) } }
                }
            }
            div.field {
                label for="g-km" { (t.prefer_km()) }
                select id="g-km" name=(name::KM) {
                    option value="" { (t.prefer_any()) }
                    @for km in KMS { option value=(km) selected[profile.limits.km == Some(km)] { (t.prefer_kms(&km.to_string())) } }
                }
            }
            div.field {
                label for="g-hours" { (t.prefer_hours()) }
                select id="g-hours" name=(name::HOURS) {
                    option value="" { (t.prefer_any()) }
                    @for hours in HOURS { option value=(hours) selected[profile.limits.weekly_min == Some(hours * 60)] { (t.prefer_most(&hours.to_string())) } }
                }
            }
            div.field {
                label for="g-diploma" { (t.prefer_diploma()) }
                select id="g-diploma" name=(name::DIPLOMA) {
                    option value="" { (t.ask_later()) }
                    @for own in Diploma::ALL { option value=(own.code()) selected[level == Some(*own)] { (labels::diploma(t, *own)) } }
                }
            }
            button.button type="submit" name=(name::GO) value="results" { (t.prefer_show()) }
        }
    }
}

/// What she said that she has or has not: unticked, it is not said any more.
fn held(seen: &Seen<'_>) -> Markup {
    let t = seen.world.t;
    let profile = &seen.state.profile;
    let own: Vec<_> = profile.gates.iter().filter(|held| !matches!(held.gate, Gate::Diploma(_))).collect();
    html! {
        @if !own.is_empty() || !profile.gates_missing.is_empty() {
            fieldset.boxes {
                legend { (t.gates_have()) }
                @for held in own {
                    @let number = held.gate.number();
                    label.check { input type="checkbox" name=(name::GATE) value=(number) checked; span { (t.gates_has(labels::gate(t, &held.gate))) } }
                    @if held.gate.valid_years().is_some() {
                        label.year { (t.gates_year()) " " input type="number" name=(format!("{}{number}", name::YEAR)) min="1990" max="2099" inputmode="numeric" value=[held.year]; }
                    }
                }
                @for gate in &profile.gates_missing {
                    label.check { input type="checkbox" name=(name::LACKS) value=(gate.number()) checked; span { (t.gates_lacks(labels::gate(t, gate))) } }
                }
            }
        }
    }
}
