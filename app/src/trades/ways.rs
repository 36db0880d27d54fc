//! How one gets in: what the law and employers ask, the trainings here; and where to try the trade.

use super::{TradeView, Words};
use crate::i18n::format;
use crate::offers::french;
use crate::url::{self, TextPage};
use domain::gate::{Gate, by_law};
use domain::time::Day;
use domain::training::{Kind, schemes};
use guide::paths::{kind, rule_words};
use guide::skills::gate;
use maud::{Markup, html};
use packs::{Course, Here};

/// Trainings that are shown.
const COURSES: usize = 5;
/// Immersions that are shown.
const TRIALS: usize = 3;
/// What employers ask that is shown.
const REQUIRED: usize = 5;

/// How one gets in.
pub(super) fn get_in(w: Words, view: TradeView<'_>) -> Markup {
    let code = &view.occupation.code;
    let access: Vec<&str> =
        view.portrait.map_or("", |own| own.access.as_str()).lines().filter(|line| !line.is_empty()).collect();
    html! {
        section {
            h2 { (w.p.trade_get_in()) }
            @for line in access { p lang=[french(w.t)] { (line) } }
            (law(w, by_law(code)))
            @if let Some(here) = view.here { (asked(w, here)) (courses(w, &here.courses)) }
            p { a.button.quiet href=(url::paths_to(w.lang(), code)) { (w.p.trade_how_get()) } }
        }
    }
}

fn law(w: Words, gates: &[Gate]) -> Markup {
    html! {
        @if !gates.is_empty() {
            p { (w.p.trade_law()) }
            ul { @for one in gates { li { (gate(w.g, one)) } } }
        }
    }
}

/// What the offers here ask of who comes.
fn asked(w: Words, here: &Here) -> Markup {
    let seen = &here.seen;
    html! {
        @if seen.beginners > 0 { p { (w.p.trade_beginners(&seen.offers.to_string(), &w.offers(seen.beginners))) } }
        @if !seen.required.is_empty() {
            p { (w.p.trade_required()) }
            ul { @for (one, count) in seen.required.iter().take(REQUIRED) { li { (w.counted(gate(w.g, one), *count)) } } }
        }
    }
}

fn courses(w: Words, all: &[Course]) -> Markup {
    html! {
        h3 { (w.p.trade_courses()) }
        @if all.is_empty() {
            p { (w.p.trade_courses_none()) }
        } @else {
            ul.cards { @for own in all.iter().take(COURSES) { (course(w, own)) } }
        }
        @if all.len() > COURSES { p { (w.p.trade_courses_more(&(all.len() - COURSES).to_string())) } }
    }
}

fn course(w: Words, own: &Course) -> Markup {
    html! {
        li.card {
            h4 lang=[french(w.t)] { (own.title) }
            p.quiet-text { (kind(w.g, own.kind).1) " · " (own.body) }
            p { (begins(w, own)) " " (place(w, own)) }
            p { (to_pay(w, own.remaining)) }
            @for (employer, jobs) in &own.promises {
                p { strong { (w.p.trade_promise(employer, &jobs.to_string())) } }
            }
        }
    }
}

fn begins(w: Words, own: &Course) -> String {
    let day = format::day(w.t, own.first);
    if own.open_entry {
        w.p.trade_begins_open(&day)
    } else if own.month_only {
        w.p.trade_begins_month(&month(w, own.first))
    } else {
        w.p.trade_begins(&day)
    }
}

/// `mars 2027`.
fn month(w: Words, day: Day) -> String {
    let (year, month, _) = day.ymd();
    w.g.date_month(w.t.date_months(month.saturating_sub(1) as usize), &year.to_string())
}

fn place(w: Words, own: &Course) -> String {
    match &own.place {
        _ if own.remote => w.p.trade_remote().to_owned(),
        Some(place) => w.p.trade_at(place),
        None => String::new(),
    }
}

fn to_pay(w: Words, remaining: Option<u32>) -> String {
    match remaining {
        None => w.p.trade_price_unsaid().to_owned(),
        Some(0) => w.p.trade_free().to_owned(),
        Some(euros) => w.p.trade_to_pay(&format::money(w.t, i64::from(euros) * 100)),
    }
}

/// Where to try it: a visit, a simulation, an immersion with its rules.
pub(super) fn try_it(w: Words, view: TradeView<'_>) -> Markup {
    let ways = [
        w.p.trade_try_visit().collect::<Vec<_>>(),
        w.p.trade_try_test().collect(),
        w.p.trade_try_immersion().collect(),
    ];
    let trials = view.here.map_or(&[][..], |here| &here.trials);
    html! {
        section {
            h2 { (w.p.trade_try()) }
            dl {
                @for lines in &ways {
                    @if let [name, text @ ..] = &lines[..] {
                        dt { (name) }
                        dd { (text.join(" ")) }
                    }
                }
            }
            (rules(w))
            @if !trials.is_empty() {
                h3 { (w.p.trade_try_here()) }
                ul.cards { @for own in trials.iter().take(TRIALS) { (course(w, own)) } }
            }
            p { a.button.quiet href=(url::text_page(w.lang(), TextPage::Help)) { (w.p.trade_try_who()) } }
        }
    }
}

/// The rules of immersions, who signs, and where that stands.
fn rules(w: Words) -> Markup {
    let all: Vec<&schemes::Rule> = schemes::rules(Kind::Immersion).collect();
    let source = all.first().and_then(|rule| Some((rule.source, Day::parse(rule.read)?)));
    html! {
        ul { @for rule in all { li { (rule_words(w.g, rule)) } } li { (w.p.trade_try_sign()) } }
        @if let Some((source, read)) = source {
            p.quiet-text { (w.g.paths_rule_read(&format::day(w.t, read), source)) }
        }
    }
}
