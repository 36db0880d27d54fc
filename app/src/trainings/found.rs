//! What a search of trainings found: what was understood, cards, pages; where little was found, what blocks.

use super::Scene;
use super::card::cards;
use super::filters::{active, facet_words};
use super::page_list::{Asked, COUNT};
use crate::hub::desk;
use crate::ui::icon::{Glyph, icon};
use crate::ui::notice::notice;
use crate::ui::pagination::pagination;
use crate::url::{self, Feed};
use domain::answer::PlaceFound;
use domain::query::{MAX_PAGE, PAGE_SIZE};
use domain::training::query::{TrainingQuery, TrainingSort};
use maud::{Markup, html};
use search::{TrainingAnswer, TrainingChange, TrainingRelax};

/// The list beside the filters.
pub(super) fn found(scene: &Scene<'_>, asked: &Asked, answer: &TrainingAnswer) -> Markup {
    let (t, p, query) = (scene.t, scene.p, &asked.query);
    let pages = answer.total.div_ceil(PAGE_SIZE).min(MAX_PAGE);
    let address = |page| url::trainings(scene.lang(), &TrainingQuery { page, ..query.clone() });
    let near = answer.understood.place.as_ref().and_then(|place| place.point);
    html! {
        section.found aria-labelledby=(COUNT) {
            h2 id=(COUNT) tabindex="-1" { (count(scene, query, answer)) }
            (notices(scene, asked, answer))
            (active(scene, query))
            @if answer.total > 1 { (sorts(scene, query, answer.has_place)) }
            @if !answer.hits.is_empty() {
                (cards(scene, &answer.hits))
            } @else if answer.total > 0 {
                p { (t.results_last_page()) " " a href=(address(1)) { (t.results_first_page()) } }
            }
            @if !answer.relax.is_empty() { (ways(scene, query, answer)) }
            @if answer.total == 0 { (desk(t, &scene.app.help_near(near))) }
            (pagination(t, query.page, pages, address))
            p { a.tap href=(url::trainings_feed(Feed::Atom, query)) { (p.trainings_feed()) } }
        }
    }
}

fn count(scene: &Scene<'_>, query: &TrainingQuery, answer: &TrainingAnswer) -> String {
    let (t, p) = (scene.t, scene.p);
    if answer.total == 0 {
        return p.trainings_none().to_owned();
    }
    let count = p.trainings_count(answer.total.into());
    match (&answer.understood.place, query.radius_km) {
        (None, _) => count,
        (Some(place), 0) => format!("{count} {}", t.results_in(&place.name)),
        (Some(place), km) => format!("{count} {}", t.results_near(&km.to_string(), &place.name)),
    }
}

fn notices(scene: &Scene<'_>, asked: &Asked, answer: &TrainingAnswer) -> Markup {
    let (t, p, understood) = (scene.t, scene.p, &answer.understood);
    let elsewhere = |place: &PlaceFound| {
        let there = TrainingQuery {
            commune: Some(place.commune.clone()),
            place_text: place.name.clone(),
            page: 1,
            ..asked.query.clone()
        };
        url::trainings(scene.lang(), &there)
    };
    html! {
        @for problem in &asked.problems {
            @let name = format!("{} = {}", problem.parameter, problem.value);
            (notice(&html! { (p.trainings_bad(&name)) }))
        }
        @if let Some(place) = &understood.unknown_place {
            (notice(&html! { (t.results_unknown_place(place)) " " (t.results_unknown_place_hint()) }))
        }
        @if let Some(text) = &understood.corrected { (notice(&html! { (p.trainings_corrected(text)) })) }
        @if !understood.other_places.is_empty() {
            p {
                (t.results_other_places())
                @for place in understood.other_places.iter().take(5) {
                    " " a.tap href=(elsewhere(place)) {
                        (place.name) @if let Some(code) = &place.postcode { " (" (code) ")" }
                    }
                }
            }
        }
    }
}

fn sorts(scene: &Scene<'_>, query: &TrainingQuery, has_place: bool) -> Markup {
    let to = |sort| url::trainings(scene.lang(), &TrainingQuery { sort, page: 1, ..query.clone() });
    let words = |sort| match sort {
        TrainingSort::Relevance => scene.t.sort_relevance(),
        TrainingSort::Distance => scene.t.sort_distance(),
        TrainingSort::Soonest => scene.p.trainings_sort_soonest(),
        TrainingSort::Newest => scene.p.trainings_sort_newest(),
    };
    html! {
        nav.sorts aria-label=(scene.t.sort_label()) {
            @for sort in TrainingSort::ALL.iter().copied().filter(|sort| has_place || *sort != TrainingSort::Distance) {
                a href=(to(sort)) aria-current=[(sort == query.sort).then_some("true")] { (words(sort)) }
            }
        }
    }
}

/// What to give up, each with what it gives.
fn ways(scene: &Scene<'_>, query: &TrainingQuery, answer: &TrainingAnswer) -> Markup {
    let p = scene.p;
    html! {
        div.relax {
            h3 { @if answer.total == 0 { (p.trainings_blocks()) } @else { (p.trainings_more_found()) } }
            ul {
                @for way in &answer.relax {
                    li {
                        a.button.quiet href=(url::trainings(scene.lang(), &way.query)) {
                            (icon(Glyph::Remove)) (way_words(scene, query, way)) " · " (p.trainings_count(way.total.into()))
                        }
                    }
                }
            }
        }
    }
}

fn way_words(scene: &Scene<'_>, query: &TrainingQuery, way: &TrainingRelax) -> String {
    let (t, p) = (scene.t, scene.p);
    match way.change {
        TrainingChange::Drop(facet) => return t.relax_drop_filter(&facet_words(scene, &query.filters, facet)),
        TrainingChange::Radius(km) => return t.relax_radius(&km.to_string()),
        TrainingChange::DropFilters => t.relax_drop_filters(),
        TrainingChange::Anywhere => t.relax_anywhere(),
        TrainingChange::DropText => p.trainings_drop_text(),
        TrainingChange::OnlyText => p.trainings_only_text(),
        TrainingChange::OnlyPlace => p.trainings_only_place(),
        TrainingChange::Everything => p.trainings_everything(),
    }
    .to_owned()
}
