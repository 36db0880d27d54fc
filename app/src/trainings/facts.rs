//! The facts of a training: the table, what it brings, what it asks for, who pays what, what became of people.

use super::one::told;
use super::{Scene, words};
use crate::i18n::GuideTexts;
use crate::ui::icon::{Glyph, icon};
use crate::url;
use domain::gate::Gate;
use domain::training::{Training, TrainingNumber};
use guide::skills::gate;
use maud::{Markup, html};
use search::{Catalogue, Listed};

/// What decides, in a table.
pub(super) fn facts(scene: &Scene<'_>, listed: &Listed) -> Markup {
    let (g, p, training) = (scene.g, scene.p, &listed.stored.training);
    let cost = &training.cost;
    let money = |euros: Option<u32>| euros.filter(|n| *n > 0).map(|euros| words::euros(scene, euros));
    let next = listed.sessions().filter(|(session, _)| session.can_begin(scene.today));
    let next = next.min_by_key(|(session, _)| session.begins(scene.today));
    let rows = [
        (p.trainings_body(), Some(training.body.clone())),
        (
            p.trainings_sessions(),
            next.map(|(session, at)| format!("{}, {}", words::when(g, session), words::place(g, session, at))),
        ),
        (p.trainings_length(), Some(words::hours(g, training)).filter(|words| !words.is_empty())),
        (p.trainings_rhythm(), training.rhythm.clone()),
        (p.trainings_remains(), Some(words::cost(g, cost))),
        (p.trainings_upfront(), money(cost.upfront)),
        (p.trainings_pay(), money(training.monthly_pay).map(|euros| p.trainings_monthly(&euros))),
    ];
    html! {
        table.facts {
            caption { (p.trainings_facts()) }
            tbody {
                @for (name, words) in rows {
                    @if let Some(words) = words { tr { th scope="row" { (name) } td { (words) } } }
                }
            }
        }
    }
}

fn list<'a>(title: &str, french: Option<&str>, items: impl Iterator<Item = &'a str>) -> Markup {
    let items: Vec<&str> = items.collect();
    html! {
        @if !items.is_empty() {
            section { h2 { (title) } ul lang=[french] { @for item in items { li { (item) } } } }
        }
    }
}

/// Skills, papers, and the certification at the end.
pub(super) fn brought(scene: &Scene<'_>, listed: &Listed) -> Markup {
    let (g, p, training) = (scene.g, scene.p, &listed.stored.training);
    html! {
        (list(p.trainings_brings(), scene.french(), training.skills.iter().map(String::as_str)))
        (list(p.trainings_gives(), None, training.gives.iter().map(|own| gate(g, own))))
        @if let Some(words) = certified(scene, listed) { (told(scene, p.trainings_certification(), Some(&words))) }
    }
}

/// `Titre professionnel d’agent de montage, RNCP38552, niveau 3 (CAP ou BEP)`.
fn certified(scene: &Scene<'_>, listed: &Listed) -> Option<String> {
    let (p, training) = (scene.p, &listed.stored.training);
    let known = listed.certification.as_ref();
    let level = training.level.or_else(|| known.and_then(|one| one.level)).map(|level| {
        let number = level.to_string();
        match level_words(scene.g, level) {
            Some(words) => p.trainings_level_as(&number, words),
            None => p.trainings_level(&number),
        }
    });
    let title = known.map(|one| one.title.clone());
    let parts = [title, training.certification.map(|code| code.to_string()), level];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", ")).filter(|words| !words.is_empty())
}

/// A level of the European frame, as people know it.
fn level_words(g: GuideTexts, level: u8) -> Option<&'static str> {
    match level {
        3 => Some(g.diploma_cap()),
        4 => Some(g.diploma_bac()),
        5 => Some(g.diploma_bac_2()),
        6 => Some(g.diploma_bac_3()),
        7 => Some(g.diploma_bac_5()),
        _ => None,
    }
}

/// What must be there before.
pub(super) fn asked(scene: &Scene<'_>, catalogue: &Catalogue, training: &Training) -> Markup {
    let (g, p, before) = (scene.g, scene.p, &training.prerequisites);
    let steps = before.after.iter().filter_map(|id| catalogue.get(TrainingNumber::of(&training.source, id)));
    let steps: Vec<_> = steps.map(|listed| &listed.stored.training).collect();
    let gates = |gates: &[Gate]| gates.iter().map(|own| gate(g, own)).collect::<Vec<_>>();
    let nothing = before.gates.is_empty() && steps.is_empty() && before.without.is_empty();
    html! {
        section {
            h2 { (p.trainings_asks()) }
            @if nothing { p { (p.trainings_nothing_asked()) } } @else {
                ul {
                    @for own in gates(&before.gates) { li { (own) } }
                    @for step in &steps {
                        li { a.tap href=(url::training(scene.lang(), &step.slug(), step.number())) lang=[scene.french()] { (step.title) } }
                    }
                    @if !before.without.is_empty() { li { (g.paths_closed(&gates(&before.without).join(", "))) } }
                }
            }
        }
    }
}

/// Who pays what.
pub(super) fn cost(scene: &Scene<'_>, training: &Training) -> Markup {
    let (g, p, cost) = (scene.g, scene.p, &training.cost);
    let unknown = || p.trainings_cost_unknown().to_owned();
    let euros = |amount: Option<u32>| amount.map_or_else(unknown, |euros| words::euros(scene, euros));
    html! {
        section {
            h2 { (p.trainings_cost()) }
            table.facts {
                tbody {
                    @if cost.total.is_some() { tr { th scope="row" { (p.trainings_total()) } td { (euros(cost.total)) } } }
                    @for part in &cost.financing {
                        tr {
                            th scope="row" { (capital(guide::paths::payer(g, part.who))) }
                            td {
                                @match part.euros {
                                    Some(amount) => (words::euros(scene, amount)),
                                    None => (p.trainings_pays_unknown()),
                                }
                                @if let Some(condition) = &part.condition { " " span.quiet-text { (p.trainings_condition(condition)) } }
                            }
                        }
                    }
                    tr { th scope="row" { (p.trainings_remains()) } td { (euros(cost.remaining)) } }
                    @if cost.upfront.is_some() { tr { th scope="row" { (p.trainings_upfront()) } td { (euros(cost.upfront)) } } }
                }
            }
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What became of those who took it.
pub(super) fn results(scene: &Scene<'_>, training: &Training) -> Markup {
    html! {
        @if let Some(own) = &training.results {
            section {
                h2 { (scene.p.trainings_results()) }
                p {
                    (icon(Glyph::Users))
                    (scene.g.paths_results(&own.employed.to_string(), &own.of.to_string(), &own.source, &own.year.to_string()))
                }
            }
        }
    }
}
