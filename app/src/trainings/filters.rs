//! The filters of a search of trainings as native controls, with how many trainings each value gives, and those that
//! are on as links that take them away. They name the search form by its id.

use super::page_list::FORM;
use super::{Scene, words};
use crate::i18n::format;
use crate::ui::field::select_field;
use crate::ui::icon::{Glyph, icon};
use crate::url;
use domain::training::Kind;
use domain::training::query::{TrainingFacet, TrainingFilters, TrainingQuery, month, month_code, months_after};
use maud::{Markup, PreEscaped, html};
use search::TrainingAnswer;

/// Id of the box that is a sheet on phones.
const SHEET: &str = "filters";
/// Facets that are yes or nothing.
const FLAGS: &[TrainingFacet] = &[TrainingFacet::Free, TrainingFacet::Promise, TrainingFacet::Remote];

/// The filters of a search, with the counts of its answer.
pub(super) fn filters(scene: &Scene<'_>, query: &TrainingQuery, answer: &TrainingAnswer) -> Markup {
    let (t, p) = (scene.t, scene.p);
    let count = chosen(&query.filters).len() as u64;
    let clear = TrainingQuery { filters: TrainingFilters::default(), page: 1, ..query.clone() };
    let show = if answer.total == 0 { t.filters_apply().to_owned() } else { p.trainings_show(answer.total.into()) };
    let kinds = Kind::ALL.iter().map(|kind| check(scene, query, answer, TrainingFacet::Kind, kind.code()));
    let kinds: String = kinds.map(Markup::into_string).collect();
    let flags: String = FLAGS.iter().map(|facet| check(scene, query, answer, *facet, "1").into_string()).collect();
    html! {
        details.filters id=(SHEET) {
            summary.button.quiet {
                (icon(Glyph::Sliders))
                @if count > 0 { (t.filters_active(count)) } @else { (t.filters_open()) }
            }
            div.panel {
                h2 { (t.filters_title()) }
                @if count > 0 { p { a.tap href=(url::trainings(scene.lang(), &clear)) { (t.filters_clear()) } } }
                @if !flags.is_empty() { div role="group" aria-label=(t.facet_more()) { (PreEscaped(flags)) } }
                (before(scene, query, answer))
                @if !kinds.is_empty() {
                    details.group open {
                        summary { (p.trainings_kind()) }
                        div role="group" aria-label=(p.trainings_kind()) { (PreEscaped(kinds)) }
                    }
                }
                button.button type="submit" form=(FORM) { (show) }
            }
        }
    }
}

/// A value as a box to tick; nothing where it gives no training and is not chosen.
fn check(
    scene: &Scene<'_>,
    query: &TrainingQuery,
    answer: &TrainingAnswer,
    facet: TrainingFacet,
    value: &str,
) -> Markup {
    let count = answer.count(facet, value);
    let checked = chosen(&query.filters).iter().any(|(own, code)| *own == facet && code == value);
    html! {
        @if count > 0 || checked {
            label.check {
                input type="checkbox" form=(FORM) name=(facet.code()) value=(value) checked[checked];
                (value_words(scene, facet, value))
                span { (format::number(scene.lang(), count.into())) }
            }
        }
    }
}

/// Months to begin before, those that change what is found.
fn before(scene: &Scene<'_>, query: &TrainingQuery, answer: &TrainingAnswer) -> Markup {
    let chosen = query.filters.before;
    let mut months = months_after(scene.today);
    months.extend(chosen);
    months.sort_unstable();
    months.dedup();
    let option = |day| {
        let code = month_code(day);
        let count = answer.count(TrainingFacet::Before, &code);
        let words = format!("{} ({})", guide::paths::month(scene.g, day), format::number(scene.lang(), count.into()));
        (count > 0 || chosen == Some(day)).then_some((code, words))
    };
    let any = (String::new(), scene.p.trainings_any_month().to_owned());
    let options: Vec<_> = std::iter::once(any).chain(months.into_iter().filter_map(option)).collect();
    let selected = chosen.map(month_code).unwrap_or_default();
    select_field(TrainingFacet::Before.code(), scene.p.trainings_before(), &options, &selected, Some(FORM))
}

/// The filters that are on, each a link to the same search without it.
pub(super) fn active(scene: &Scene<'_>, query: &TrainingQuery) -> Markup {
    let t = scene.t;
    let chosen = chosen(&query.filters);
    let without = |facet: TrainingFacet, code: &str| {
        let pairs = query.to_pairs();
        let rest = pairs.iter().filter(|(name, value)| *name != "page" && (*name != facet.code() || value != code));
        let rest = TrainingQuery::from_pairs(rest.map(|(name, value)| (*name, value.as_str()))).0;
        url::trainings(scene.lang(), &rest)
    };
    html! {
        @if !chosen.is_empty() {
            div role="group" aria-label=(t.filters_title()) {
                ul.chips {
                    @for (facet, code) in &chosen {
                        li {
                            a.chip href=(without(*facet, code)) {
                                span.sr { (t.filters_remove()) " " }
                                (value_words(scene, *facet, code)) (icon(Glyph::Remove))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Every value that is chosen, as the address writes it.
fn chosen(filters: &TrainingFilters) -> Vec<(TrainingFacet, String)> {
    let of = |facet| match facet {
        TrainingFacet::Kind => filters.kind.iter().map(ToString::to_string).collect(),
        TrainingFacet::Before => filters.before.map(month_code).into_iter().collect(),
        TrainingFacet::Free | TrainingFacet::Remote | TrainingFacet::Promise => vec!["1".to_owned()],
    };
    filters.chosen().flat_map(|facet| of(facet).into_iter().map(move |code| (facet, code))).collect()
}

/// A facet as people call what is chosen of it.
pub(super) fn facet_words(scene: &Scene<'_>, filters: &TrainingFilters, facet: TrainingFacet) -> String {
    let chosen = chosen(filters);
    let own = chosen.iter().filter(|(of, _)| *of == facet).map(|(_, code)| value_words(scene, facet, code));
    own.collect::<Vec<_>>().join(", ")
}

fn value_words(scene: &Scene<'_>, facet: TrainingFacet, value: &str) -> String {
    let p = scene.p;
    match facet {
        TrainingFacet::Kind => Kind::from_code(value).map_or(p.trainings_kind(), |kind| words::kind(scene.g, kind)),
        TrainingFacet::Free => p.trainings_free(),
        TrainingFacet::Remote => p.trainings_remote(),
        TrainingFacet::Promise => p.trainings_promise(),
        TrainingFacet::Before => {
            let month = month(value).map(|day| guide::paths::month(scene.g, day));
            return month.map_or_else(String::new, |month| p.trainings_before_month(&month));
        }
    }
    .to_owned()
}
