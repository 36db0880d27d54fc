//! Where people help: all places, or those nearest to a commune first.

use super::{Content, Scene};
use crate::hub::{desk, dial, state_words, view};
use crate::i18n::{Texts, format};
use crate::offers::{french, results_query};
use crate::ui::field::text_field;
use crate::ui::icon::{Glyph, icon};
use crate::ui::pagination::pagination;
use crate::url;
use domain::answer::PlaceFound;
use domain::help::LocatedHelp;
use domain::opening::Opening;
use domain::query::OfferQuery;
use maud::{Markup, html};

/// Places of one page.
const PAGE: usize = 30;

pub(super) fn page(scene @ Scene { app, t, p, .. }: Scene) -> Content {
    let asked = results_query(scene.search);
    let said = asked.commune.is_some() || !asked.place_text.is_empty();
    let found = said.then(|| understood(scene, &asked)).flatten();
    let all = app.help.get();
    let mut places: Vec<(&LocatedHelp, Option<u32>)> = all.iter().map(|place| (place, None)).collect();
    if let Some(here) = found.as_ref().and_then(|place| place.point) {
        for (place, metres) in &mut places {
            *metres = place.point.map(|point| point.distance_m(here));
        }
        // Stable: of two that are as near, the first of the hub's list comes first.
        places.sort_by_key(|(_, metres)| metres.unwrap_or(u32::MAX));
    }
    let pages = places.len().div_ceil(PAGE).max(1);
    let current = usize::try_from(asked.page).unwrap_or(1).clamp(1, pages);
    let shown = places.iter().skip((current - 1) * PAGE).take(PAGE);
    let address = |n: u32| {
        let there = OfferQuery { page: n, ..asked.clone() };
        format!("{}?{}", url::text_page(t.lang(), scene.page), url::search_of(&there))
    };
    let body = html! {
        (form(scene, &asked))
        @match &found {
            Some(place) => h2 { (p.places_near(&place.name)) },
            None => {
                @if said { p { (p.places_unknown()) } }
                h2 { (p.places_every()) }
            }
        }
        @if places.is_empty() { p { (p.places_none()) } (desk(t, &app.own_help())) }
        ul.cards { @for (place, metres) in shown { (card(scene, place, *metres)) } }
        (pagination(t, current as u32, pages as u32, address))
    };
    Content { title: p.places_title(), lead: p.places_lead(), body }
}

/// The commune that was meant; none without an index.
fn understood(scene: Scene, asked: &OfferQuery) -> Option<PlaceFound> {
    let query =
        OfferQuery { commune: asked.commune.clone(), place_text: asked.place_text.clone(), ..OfferQuery::default() };
    let answer = scene.app.search.get()?.search(&query, scene.app.now().today).ok()?;
    answer.understood.place
}

fn form(Scene { t, p, page, .. }: Scene, asked: &OfferQuery) -> Markup {
    html! {
        form.near action=(url::text_page(t.lang(), page)) {
            (text_field("where", p.places_label(), t.search_where_hint(), &asked.place_text, None))
            button.button type="submit" { (icon(Glyph::Search)) (p.places_submit()) }
        }
    }
}

fn card(Scene { app, t, p, .. }: Scene, located: &LocatedHelp, metres: Option<u32>) -> Markup {
    let place = &located.place;
    let shown = view(located, app.now().local());
    let state = state_words(t, shown.state);
    html! {
        li.card {
            h3 { (place.name) }
            p.quiet-text {
                (p.one("kind.", place.kind.code()))
                @if let Some(metres) = metres { " · " (format::distance(t, metres)) }
            }
            p { (icon(Glyph::Pin)) (shown.place) }
            @if !state.is_empty() { p { strong { (state) } } }
            p {
                @if shown.free { (t.help_free()) " " }
                @if !shown.languages.is_empty() {
                    (t.help_languages())
                    @for (i, (code, name)) in shown.languages.iter().enumerate() {
                        @if i > 0 { "," } " " span lang=(code) { (name) }
                    }
                }
            }
            @if let Some(what) = &place.helps_with { p { (p.places_helps(what)) } }
            a.button href={ "tel:" (dial(&place.phone)) } {
                (icon(Glyph::Phone)) (p.places_call(&format::phone(&place.phone)))
            }
            @if let Some(to) = &place.email { " " a.tap href={ "mailto:" (to) } { (to) } }
            @if let Some(to) = &place.website {
                " " a.tap href=(to) rel="external noopener noreferrer" { (icon(Glyph::External)) (p.places_site()) }
            }
            @if let Some(opening) = &place.hours { (hours(t, p, opening)) }
            @if let Some(text) = &place.hours_text { p { (p.places_hours()) " : " span lang=[french(t)] { (text) } } }
        }
    }
}

/// The hours of a usual week, behind a tap.
fn hours(t: Texts, p: crate::i18n::pages::PageTexts, opening: &Opening) -> Markup {
    html! {
        details {
            summary.tap { (p.places_hours()) }
            table.facts {
                tbody {
                    @for (day, spans) in opening.week().iter().enumerate() {
                        tr {
                            th scope="row" { (t.date_weekdays(day)) }
                            td {
                                // A page of thirty places has hundreds of spans: a break each, not a box.
                                @for (i, span) in spans.as_slice().iter().enumerate() {
                                    @if i > 0 { br; }
                                    (t.length_from_to(&format::clock(t, span.to()), &format::clock(t, span.from())))
                                }
                                @if spans.as_slice().is_empty() { (p.places_closed()) }
                            }
                        }
                    }
                }
            }
        }
    }
}
