//! A training in a list: who gives it, where and how far, when next, how long, what is left to pay, what is promised.

use super::{Scene, words};
use crate::i18n::format;
use crate::ui::icon::{Glyph, icon};
use crate::url;
use maud::{Markup, html};
use search::TrainingHit;

/// Cards, as a list.
pub(super) fn cards(scene: &Scene<'_>, hits: &[TrainingHit]) -> Markup {
    html! { ul.cards { @for hit in hits { (card(scene, hit)) } } }
}

fn card(scene: &Scene<'_>, hit: &TrainingHit) -> Markup {
    let (g, p) = (scene.g, scene.p);
    let training = &hit.listed.stored.training;
    let session = hit.listed.sessions().nth(hit.session);
    let more = hit.sessions.saturating_sub(1);
    html! {
        li.card {
            p.quiet-text { (words::kind(g, training.kind)) }
            h3 {
                a href=(url::training(scene.lang(), &training.slug(), training.number())) lang=[scene.french()] {
                    (training.title)
                }
            }
            @if !training.promises.is_empty() { p.good { (p.trainings_promise()) } }
            p { (icon(Glyph::Building)) (training.body) }
            @if let Some((session, place)) = session {
                p {
                    (icon(Glyph::Pin)) (words::place(g, session, place))
                    @if let Some(metres) = hit.distance_m { ", " (format::distance(scene.t, metres)) }
                }
                p {
                    strong { (words::when(g, session)) }
                    @if let Some(entry) = words::entry(g, session) { " · " (entry) }
                    @if more > 0 { " · " (p.trainings_more_dates(more.into())) }
                }
            }
            ul.tags {
                @for tag in tags(scene, hit) { li { (tag) } }
            }
        }
    }
}

fn tags(scene: &Scene<'_>, hit: &TrainingHit) -> Vec<String> {
    let (g, p) = (scene.g, scene.p);
    let training = &hit.listed.stored.training;
    let payers = words::payers(g, &training.cost);
    let paid = (!payers.is_empty()).then(|| p.trainings_paid_by(&payers));
    let places = training.sessions.get(hit.session).and_then(|session| session.places);
    let places = places.map(|n| p.trainings_places_left(n.into()));
    let all = [Some(words::cost(g, &training.cost)), paid, Some(words::hours(g, training)), places];
    all.into_iter().flatten().filter(|tag| !tag.is_empty()).collect()
}
