//! The main filters as native controls, with how many offers each value gives. They belong to the
//! search form by its id; without a client its button applies them, with one they apply at once.

use super::search_form::{FORM, use_submit};
use super::{given::ResultsPage, labels};
use crate::i18n::{Texts, format};
#[cfg(feature = "hydrate")]
use crate::navigation;
use crate::ui::icon::{Glyph, icon};
use crate::ui::inert::Inert;
use crate::url;
use domain::answer::Facet;
use domain::query::{Filters, OfferQuery, SINCE_DAYS};
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use maud::Markup;
use maud::html;

/// Facets with values, in the order in which people are shown them; the first ones are open.
const GROUPS: &[Facet] = &[
    Facet::Contract,
    Facet::Hours,
    Facet::Experience,
    Facet::Schedule,
    Facet::Diploma,
    Facet::Permit,
    Facet::Remote,
    Facet::Avoid,
    Facet::PayMin,
    Facet::Sector,
    Facet::Since,
];
/// How many groups are open without being used.
const OPEN: usize = 2;
/// Id of the box that is a sheet on phones.
const SHEET: &str = "filters";
/// Groups that are shown only where something of them is chosen: people ask for these in words, and take them back here.
const ASKED_IN_WORDS: &[Facet] = &[Facet::Permit, Facet::Remote, Facet::Avoid, Facet::PayMin];
/// Facets that are yes or nothing.
const FLAGS: &[Facet] = &[Facet::Pay, Facet::NoCar, Facet::Insertion, Facet::Reserved];

/// The filters of a search, with the counts of its answer.
pub(super) fn filters(t: Texts, view: &ResultsPage, query: &OfferQuery) -> impl IntoView + use<> {
    let submit = use_submit(false);
    let chosen = chosen(&query.filters);
    let groups = GROUPS.iter().enumerate().map(|(i, facet)| group(t, view, &chosen, *facet, i < OPEN));
    let flags = FLAGS.iter().filter_map(|facet| check(t, view, &chosen, *facet, "1".to_owned()));
    let clear = OfferQuery { filters: Filters::default(), page: 1, ..query.clone() };
    let count = chosen.len() as u64;
    let summary = html! {
        (icon(Glyph::Sliders))
        @if count > 0 { (t.filters_active(count)) } @else { (t.filters_open()) }
    };
    let head = html! {
        h2 { (t.filters_title()) }
        @if count > 0 { p { a.tap href=(url::offers(t.lang(), &clear)) { (t.filters_clear()) } } }
    };
    let show = if view.total == 0 { t.filters_apply().to_owned() } else { t.filters_show(view.total.into()) };
    view! {
        <details class="filters" id=SHEET>
            <summary class="button quiet" inner_html=summary.into_string()></summary>
            <div class="panel" on:change=move |_| apply(&submit)>
                <Inert markup=head/>
                {groups.flatten().collect::<Vec<_>>()}
                <div role="group" aria-label=t.facet_more()>
                    {flags.collect::<Vec<_>>()}
                </div>
                <button class="button" type="submit" form=FORM on:click=|event| close(&event)>
                    {show}
                </button>
            </div>
        </details>
    }
}

/// The box is seen ticked before its offers are asked for.
#[cfg(feature = "hydrate")]
fn apply(submit: &(impl Fn() + Clone + 'static)) {
    navigation::once_shown(submit.clone());
}

/// On the server nothing is ticked.
#[cfg(not(feature = "hydrate"))]
fn apply(_: &impl Fn()) {}

/// Every choice is applied already: the button closes the sheet and goes to the list.
#[cfg(feature = "hydrate")]
fn close(event: &leptos::ev::MouseEvent) {
    event.prevent_default();
    let to_the_list = || {
        navigation::close_details(SHEET);
        navigation::to_top();
        navigation::focus_id(super::found::COUNT);
    };
    // A key (no count of clicks) may be followed by the next one quickly: it must find the focus moved.
    if event.detail() == 0 { to_the_list() } else { navigation::once_shown(to_the_list) }
}

/// On the server nothing is clicked.
#[cfg(not(feature = "hydrate"))]
fn close(_: &leptos::ev::MouseEvent) {}

/// The filters that are on (drawn by the server), each a link to the same search without it.
#[cfg(feature = "ssr")]
pub(super) fn active(t: Texts, query: &OfferQuery) -> Markup {
    let chosen = chosen(&query.filters);
    let without = |facet: Facet, code: &str| {
        let pairs = query.to_pairs();
        let rest = pairs.iter().filter(|(n, v)| *n != "page" && (*n != facet.code() || v != code));
        url::offers_search(t.lang(), &url::write_pairs(rest.map(|(n, v)| (*n, v.as_str()))))
    };
    html! {
        @if !chosen.is_empty() {
            div role="group" aria-label=(t.filters_title()) {
                ul.chips {
                    @for (at, (facet, code)) in chosen.iter().enumerate() {
                        li {
                            @if at > 0 && chosen[at - 1].0 == *facet && *facet != Facet::Avoid { (t.chips_or()) " " }
                            a.chip href=(without(*facet, code)) {
                                span.sr { (t.filters_remove()) " " }
                                (labels::facet_value(t, *facet, code).unwrap_or_default()) (icon(Glyph::Remove))
                            }
                        }
                    }
                }
            }
        }
    }
}

type Chosen = Vec<(Facet, String)>;

/// Every value that is chosen, as facet and code.
fn chosen(filters: &Filters) -> Chosen {
    let mut out = Vec::new();
    let mut put = |facet, codes: Vec<&str>| out.extend(codes.into_iter().map(|code| (facet, code.to_owned())));
    put(Facet::Contract, filters.contract.iter().map(|v| v.code()).collect());
    put(Facet::Hours, filters.hours.iter().map(|v| v.code()).collect());
    put(Facet::Experience, filters.experience.iter().map(|v| v.code()).collect());
    put(Facet::Diploma, filters.diploma.iter().map(|v| v.code()).collect());
    put(Facet::Schedule, filters.schedule.iter().map(|v| v.code()).collect());
    put(Facet::Sector, filters.sector.iter().map(|v| v.code()).collect());
    for (facet, on) in [
        (Facet::Pay, filters.pay),
        (Facet::NoCar, filters.no_car),
        (Facet::Insertion, filters.insertion),
        (Facet::Reserved, filters.reserved),
    ] {
        put(facet, if on { vec!["1"] } else { vec![] });
    }
    put(Facet::Remote, filters.remote.iter().map(|v| v.code()).collect());
    put(Facet::Permit, filters.permit.iter().map(|v| v.code()).collect());
    put(Facet::Avoid, filters.avoid.iter().map(|v| v.code()).collect());
    if let Some(least) = filters.pay_min {
        out.push((Facet::PayMin, least.to_string()));
    }
    if let Some(days) = filters.since {
        out.push((Facet::Since, days.to_string()));
    }
    out
}

fn group(t: Texts, view: &ResultsPage, chosen: &Chosen, facet: Facet, open: bool) -> Option<impl IntoView + use<>> {
    let used = chosen.iter().any(|(f, _)| *f == facet);
    if !used && ASKED_IN_WORDS.contains(&facet) {
        return None;
    }
    let values = match facet {
        // No list holds every amount.
        Facet::PayMin => chosen.iter().filter(|(f, _)| *f == facet).map(|(_, code)| code.clone()).collect(),
        facet => values(facet),
    };
    let checks: Vec<_> = values.into_iter().filter_map(|code| check(t, view, chosen, facet, code)).collect();
    (!checks.is_empty()).then(|| {
        let name = labels::facet(t, facet);
        view! {
            <details class="group" open=open || used>
                <summary>{name}</summary>
                <div role="group" aria-label=name>
                    {checks}
                </div>
            </details>
        }
    })
}

fn values(facet: Facet) -> Vec<String> {
    use domain::requirement::{Diploma, ExperienceBand, Permit};
    use domain::{contract::Contract, employer::Sector, hours::Schedule, hours::WorkTime};
    use domain::{offer::Remote, profile::Avoid};
    let codes: Vec<&str> = match facet {
        Facet::Contract => Contract::ALL.iter().map(|v| v.code()).collect(),
        Facet::Hours => WorkTime::ALL.iter().map(|v| v.code()).collect(),
        Facet::Experience => ExperienceBand::ALL.iter().map(|v| v.code()).collect(),
        Facet::Diploma => Diploma::ALL.iter().map(|v| v.code()).collect(),
        Facet::Schedule => Schedule::ALL.iter().map(|v| v.code()).collect(),
        Facet::Sector => Sector::ALL.iter().map(|v| v.code()).collect(),
        Facet::Since => return core::iter::once(String::new()).chain(SINCE_DAYS.iter().map(u16::to_string)).collect(),
        Facet::Remote => Remote::ALL.iter().map(|v| v.code()).collect(),
        Facet::Permit => Permit::ALL.iter().map(|v| v.code()).collect(),
        Facet::Avoid => Avoid::ALL.iter().map(|v| v.code()).collect(),
        Facet::PayMin => Vec::new(),
        Facet::Pay | Facet::NoCar | Facet::Insertion | Facet::Reserved => vec!["1"],
    };
    codes.into_iter().map(str::to_owned).collect()
}

/// One value; nothing when it gives no offer and is not chosen. The empty value is "any".
fn check(t: Texts, view: &ResultsPage, chosen: &Chosen, facet: Facet, code: String) -> Option<impl IntoView + use<>> {
    let any = code.is_empty();
    let count = count(view, facet, &code);
    let checked = if any {
        chosen.iter().all(|(f, _)| *f != facet)
    } else {
        chosen.iter().any(|(f, c)| *f == facet && *c == code)
    };
    let words = if any { t.filters_since_any().to_owned() } else { labels::facet_value(t, facet, &code)? };
    let number = if any { String::new() } else { format::number(t.lang(), count.into()) };
    let kind = if facet == Facet::Since { "radio" } else { "checkbox" };
    (count > 0 || checked || any).then(|| {
        view! {
            <label class="check">
                <input type=kind form=FORM name=facet.code() value=code checked=checked/>
                {words}
                <span>{number}</span>
            </label>
        }
    })
}

fn count(view: &ResultsPage, facet: Facet, code: &str) -> u32 {
    view.facets.iter().find(|(f, value, _)| *f == facet && value == code).map_or(0, |(.., n)| *n)
}
