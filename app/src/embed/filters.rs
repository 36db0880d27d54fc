//! The search form of a partner's board: a plain form by GET. Every field is always sent, so that what is emptied
//! replaces what the partner set.

use super::Scene;
use crate::offers::{self, CHOSEN_FOR, Found};
use crate::ui::icon::{Glyph, icon};
use domain::answer::Facet;
use maud::{Markup, html};

/// The form's id: the filters stand outside of it and name it.
const FORM: &str = "search";
/// Filters with several values.
const GROUPS: &[Facet] = &[Facet::Contract, Facet::Hours];
/// Filters that are yes or nothing.
const FLAGS: &[Facet] = &[Facet::NoCar, Facet::Insertion];
/// What the fields say; anything else that was asked goes along unseen.
const FIELDS: &[&str] =
    &["q", "where", "radius_km", "commune", CHOSEN_FOR, "page", "contract", "hours", "no_car", "insertion"];

/// The form, and the filters that belong to it; `action` is the list's address, `target` where its answer opens.
pub(super) fn form(scene: Scene<'_>, found: &Found, action: &str, target: Option<&'static str>) -> Markup {
    let t = scene.t;
    let query = &found.query;
    html! {
        form.search id=(FORM) role="search" aria-label=(t.search_label()) method="get" action=(action) target=[target] {
            (text("q", t.search_what(), t.search_what_hint(), &query.text))
            (text("where", t.search_where(), t.search_where_hint(), &query.place_text))
            div.field {
                label for="f-radius_km" { (t.search_radius()) }
                select id="f-radius_km" name="radius_km" {
                    @for (km, words, chosen) in found.radii(t) { option value=(km) selected[chosen] { (words) } }
                }
            }
            (unseen(scene, found))
            button.button type="submit" { (icon(Glyph::Search)) (t.search_submit()) }
        }
        (filters(scene, found))
    }
}

fn text(name: &str, label: &str, hint: &str, value: &str) -> Markup {
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            small id={ "h-" (name) } { (hint) }
            input type="search" id={ "f-" (name) } name=(name) value=(value) aria-describedby={ "h-" (name) }
                autocomplete="off" maxlength="200";
        }
    }
}

fn filters(scene: Scene<'_>, found: &Found) -> Markup {
    let t = scene.t;
    let groups: Vec<_> = GROUPS.iter().map(|facet| (*facet, found.values(t, *facet))).collect();
    let flags: Vec<_> =
        FLAGS.iter().flat_map(|facet| found.values(t, *facet).into_iter().map(|v| (*facet, v))).collect();
    let all = || groups.iter().flat_map(|(_, values)| values).chain(flags.iter().map(|(_, value)| value));
    let chosen = all().filter(|(.., chosen)| *chosen).count() as u64;
    html! {
        @if all().next().is_some() {
            details.group {
                summary { (icon(Glyph::Sliders)) @if chosen > 0 { (t.filters_active(chosen)) } @else { (t.filters_open()) } }
                @for (facet, values) in groups.iter().filter(|(_, values)| !values.is_empty()) {
                    div role="group" aria-labelledby={ "g-" (facet.code()) } {
                        p id={ "g-" (facet.code()) } { strong { (offers::facet(t, *facet)) } }
                        @for value in values { (check(*facet, value)) }
                    }
                }
                @for (facet, value) in &flags { (check(*facet, value)) }
                button.button type="submit" form=(FORM) { (t.filters_apply()) }
            }
        }
    }
}

fn check(facet: Facet, (code, words, count, chosen): &(String, String, u32, bool)) -> Markup {
    html! {
        label.check {
            input type="checkbox" form=(FORM) name=(facet.code()) value=(code) checked[*chosen];
            (words) " "
            span { (count) }
        }
    }
}

/// What the fields do not show: the commune that the words mean, other filters that the address holds, how the board
/// looks.
fn unseen(scene: Scene<'_>, found: &Found) -> Markup {
    let rest = scene.asked.said().iter().filter(|(name, _)| !FIELDS.contains(&name.as_str()));
    html! {
        // Without these a box that is not ticked would say nothing, and what the partner set would stand.
        @for facet in GROUPS.iter().chain(FLAGS) { input type="hidden" name=(facet.code()) value=""; }
        @if let Some(commune) = &found.query.commune {
            input type="hidden" name="commune" value=(commune);
            input type="hidden" name=(CHOSEN_FOR) value=(found.query.place_text);
        }
        @for (name, value) in rest.chain(scene.asked.look()) { input type="hidden" name=(name) value=(value); }
    }
}
