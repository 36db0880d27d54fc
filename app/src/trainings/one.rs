//! The page of a training: everything that is known, and one thing to do next.

use super::course::course;
use super::facts::{asked, brought, cost, facts, results};
use super::sessions::sessions;
use super::{Scene, words};
use crate::context::AppContext;
use crate::hub::desk;
use crate::i18n::{Lang, format};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use domain::query::OfferQuery;
use domain::training::Training;
use maud::{Markup, PreEscaped, html};
use search::{Catalogue, Listed, SearchError};

/// What an address of a training leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Its page.
    Page(String),
    /// Its one address, which is another one.
    Moved(String),
    /// A page that says that there is none.
    Missing(String),
    /// The catalogue is still being made.
    Waiting(String),
}

/// What is at `/formations/<segment>`.
///
/// # Errors
/// When the index of offers cannot be read.
pub fn one(app: &AppContext, lang: Lang, segment: &str) -> Result<Shown, SearchError> {
    let Some(catalogue) = app.catalogue.get() else { return Ok(Shown::Waiting(super::waiting(app, lang))) };
    let scene = Scene::of(app, lang);
    let found = url::read_training(segment).and_then(|(slug, number)| Some((slug, catalogue.get(number)?)));
    let Some((slug, listed)) = found else { return Ok(Shown::Missing(missing(&scene))) };
    let training = &listed.stored.training;
    if slug != training.slug() {
        return Ok(Shown::Moved(url::training(lang, &training.slug(), training.number())));
    }
    let body = body(&scene, &catalogue, listed)?;
    let addresses = |lang| url::training(lang, &training.slug(), training.number());
    Ok(Shown::Page(scene.document(&training.title, &addresses, &Markup::default(), &body)))
}

fn missing(scene: &Scene<'_>) -> String {
    let p = scene.p;
    let body = html! {
        h1 { (p.trainings_gone()) }
        p.lead { (p.trainings_gone_lead()) }
        p { a.button href=(url::trainings_path(scene.lang())) { (p.trainings_everything()) } }
        (desk(scene.t, &scene.app.own_help()))
    };
    // Nobody is to look for it: it has no address of its own.
    let head = html! { meta name="robots" content="noindex"; };
    scene.document(p.trainings_gone(), &url::trainings_path, &head, &body)
}

fn body(scene: &Scene<'_>, catalogue: &Catalogue, listed: &Listed) -> Result<Markup, SearchError> {
    let (g, p, training) = (scene.g, scene.p, &listed.stored.training);
    let json = course(listed, scene.today, &scene.app.config.public_url);
    let near = listed.places.iter().flatten().find_map(|place| place.point);
    Ok(html! {
        article.offer {
            p.quiet-text { (words::kind(g, training.kind)) }
            h1 lang=[scene.french()] { (training.title) }
            @if !training.promises.is_empty() { p.good { (p.trainings_promise()) } }
            @if scene.french().is_some() { p.quiet-text { (p.trainings_french()) } }
            div.offer-body {
                div.offer-side {
                    (facts(scene, listed))
                    (next(scene, training))
                    (desk(scene.t, &scene.app.help_near(near)))
                }
                div.offer-main {
                    (told(scene, p.trainings_objective(), training.objective.as_deref()))
                    (promises(scene, training))
                    (sessions(scene, listed))
                    (brought(scene, listed))
                    (asked(scene, catalogue, training))
                    (told(scene, p.trainings_check(), training.prerequisites.check.as_deref()))
                    (told(scene, p.trainings_public(), training.public.as_deref()))
                    (cost(scene, training))
                    (results(scene, training))
                    (trades(scene, listed)?)
                    (guide::paths::to_know(g, training.kind))
                    (source(scene, training))
                }
            }
            p { a.button.quiet href=(url::trainings_path(scene.lang())) { (p.trainings_everything()) } }
        }
        @if let Some(json) = json { script type="application/ld+json" { (PreEscaped(json)) } }
    })
}

/// A part in the source's own words: its lines are kept, nothing is made of it.
pub(super) fn told(scene: &Scene<'_>, title: &str, text: Option<&str>) -> Markup {
    html! {
        @if let Some(text) = text {
            section { h2 { (title) } div.prose lang=[scene.french()] dir="ltr" { p { (text) } } }
        }
    }
}

/// The one thing to do next.
fn next(scene: &Scene<'_>, training: &Training) -> Markup {
    let g = scene.g;
    let site = training.website.as_deref().filter(|to| to.starts_with("https://") || to.starts_with("http://"));
    html! {
        div.apply {
            h2 { (g.paths_next()) }
            @if let Some(phone) = &training.phone {
                p { (g.paths_first_call()) }
                p { a.button href={ "tel:" (crate::hub::dial(phone)) } {
                    (icon(Glyph::Phone)) (g.paths_call(&format::phone(phone)))
                } }
            }
            @if let Some(to) = site {
                p { a.tap href=(to) rel="external nofollow noopener noreferrer" {
                    (icon(Glyph::External)) (scene.p.trainings_site())
                } }
            }
            p { (g.paths_adviser()) }
        }
    }
}

fn promises(scene: &Scene<'_>, training: &Training) -> Markup {
    let g = scene.g;
    html! {
        @if !training.promises.is_empty() {
            section {
                h2 { (scene.p.trainings_promises()) }
                ul {
                    @for one in &training.promises {
                        li { (g.paths_job_promise(one.jobs.into(), &guide::paths::day(g, one.signed), &one.employer)) }
                    }
                }
            }
        }
    }
}

/// The trades that it leads to: how to get there, and what is open today.
fn trades(scene: &Scene<'_>, listed: &Listed) -> Result<Markup, SearchError> {
    let (p, index) = (scene.p, scene.app.search.get());
    let mut rows = Vec::new();
    for (code, label) in &listed.trades {
        let query = OfferQuery { text: label.clone(), ..OfferQuery::default() };
        let open = index.as_ref().map_or(Ok(0), |index| index.count(&query, scene.today))?;
        let way = url::paths_to(scene.lang(), code);
        rows.push((label, way, open, url::offers(scene.lang(), &query)));
    }
    Ok(html! {
        @if !rows.is_empty() {
            section {
                h2 { (p.trainings_trades()) }
                ul.channels {
                    @for (label, way, open, offers) in &rows {
                        li {
                            strong lang=[scene.french()] { (label) } br;
                            a.tap href=(way) { (p.trainings_way()) }
                            @if *open > 0 { " " a.tap href=(offers) { (p.trainings_offers((*open).into())) } }
                        }
                    }
                }
            }
        }
    })
}

fn source(scene: &Scene<'_>, training: &Training) -> Markup {
    let t = scene.t;
    html! {
        ul.source.quiet-text {
            li { (t.offer_source(&crate::offers::source(t, &training.source))) }
            li { (t.offer_number(&training.number().to_string())) }
        }
    }
}
