//! What the work is: effort, hours, places; and what the offers here say of it: pay, who hires.

use super::{TradeView, Words};
use crate::i18n::format;
use crate::offers::{contract_words, french, schedule_words, time_words};
use crate::url;
use domain::occupation::ContextKind;
use domain::pay::{Pay, PayPeriod};
use domain::seen::{Seen, Spread};
use maud::{Markup, html};
use packs::Here;

/// Contexts of a kind that are named.
const CONTEXTS: usize = 9;
/// Conditions, employers and communes of the offers that are named.
const NAMED: usize = 8;

/// Effort: usual, and in the offers here.
pub(super) fn effort(w: Words, view: TradeView<'_>) -> Markup {
    let usual = contexts(view, &[ContextKind::Conditions]);
    let here = view.here.map_or(&[][..], |here| &here.seen.conditions);
    html! {
        @if !usual.is_empty() || !here.is_empty() {
            section {
                h2 { (w.p.trade_effort()) }
                (general(w, &usual))
                @if !here.is_empty() {
                    p { (w.p.trade_seen_here()) }
                    ul lang=[french(w.t)] { @for (words, count) in here.iter().take(NAMED) { li { (w.counted(words, *count)) } } }
                }
            }
        }
    }
}

/// Hours: usual, and in the offers here.
pub(super) fn hours(w: Words, view: TradeView<'_>) -> Markup {
    let usual = contexts(view, &[ContextKind::Hours]);
    let seen = view.here.map(|here| &here.seen).filter(|seen| seen.offers > 0);
    html! {
        @if !usual.is_empty() || seen.is_some() {
            section {
                h2 { (w.p.trade_hours()) }
                (general(w, &usual))
                @if let Some(seen) = seen { (worked(w, seen)) }
            }
        }
    }
}

fn general(w: Words, usual: &[&str]) -> Markup {
    html! {
        @if !usual.is_empty() {
            p { (w.p.trade_effort_usual()) }
            ul lang=[french(w.t)] { @for line in usual { li { (line) } } }
        }
    }
}

/// Where, and with whom.
pub(super) fn places(w: Words, view: TradeView<'_>) -> Markup {
    let own = contexts(view, &[ContextKind::Places, ContextKind::Structures, ContextKind::People]);
    html! {
        @if !own.is_empty() {
            section { h2 { (w.p.trade_where()) } ul lang=[french(w.t)] { @for line in own { li { (line) } } } }
        }
    }
}

fn contexts<'a>(view: TradeView<'a>, kinds: &[ContextKind]) -> Vec<&'a str> {
    let Some(portrait) = view.portrait else { return Vec::new() };
    kinds.iter().flat_map(|kind| portrait.of(*kind)).take(CONTEXTS).collect()
}

/// What the offers say of time.
fn worked(w: Words, seen: &Seen) -> Markup {
    let listed = |all: Vec<String>| Some(all.join(", ")).filter(|all| !all.is_empty());
    let week = seen.weekly.map(|own| {
        let hours = |minutes: i64| format::hours(w.t, u16::try_from(minutes).unwrap_or(u16::MAX));
        spread(w, seen, own, &hours)
    });
    let rows = [
        (
            w.p.trade_when(),
            listed(seen.schedules.iter().map(|(own, n)| w.counted(schedule_words(w.t, *own), *n)).collect()),
        ),
        (w.p.trade_time(), listed(seen.times.iter().map(|(own, n)| w.counted(time_words(w.t, *own), *n)).collect())),
        (
            w.p.trade_contract(),
            listed(seen.contracts.iter().map(|(own, n)| w.counted(contract_words(w.t, *own), *n)).collect()),
        ),
    ];
    html! {
        table.facts {
            caption { (w.p.trade_seen_here()) }
            tbody {
                @if let Some(week) = week { tr { th scope="row" { (w.p.trade_week()) } td { (week) } } }
                @for (name, words) in rows {
                    @if let Some(words) = words { tr { th scope="row" { (name) } td { (words) } } }
                }
            }
        }
    }
}

/// Least and most, the middle, and how many offers say so.
fn spread(w: Words, seen: &Seen, own: Spread, words: &dyn Fn(i64) -> String) -> Markup {
    let ends = if own.least == own.most {
        words(own.least)
    } else {
        // {max} and {min} come in the order of their names.
        w.t.pay_range(&words(own.most), &words(own.least))
    };
    html! {
        div { (ends) }
        @if let Some(middle) = own.middle.filter(|_| own.least < own.most) { div { (w.p.trade_middle(&words(middle))) } }
        div.quiet-text { (w.p.trade_from(&seen.offers.to_string(), &w.offers(own.offers))) }
    }
}

/// Pay that the offers here state.
pub(super) fn pay(w: Words, seen: &Seen) -> Markup {
    let money = |cents: i64| format::money(w.t, cents);
    // Whole euros: half a cent of a year's twelfth tells nothing.
    let whole = |cents: i64| format::money(w.t, (cents + 50) / 100 * 100);
    html! {
        section {
            h2 { (w.p.trade_pay()) }
            @if seen.hourly.is_none() && seen.monthly.is_none() {
                p { (w.p.trade_pay_none()) }
            } @else {
                table.facts {
                    tbody {
                        @if let Some(own) = seen.hourly {
                            tr { th scope="row" { (w.p.trade_pay_hour()) } td { (spread(w, seen, own, &money)) } }
                        }
                        @if let Some(own) = seen.monthly {
                            tr {
                                th scope="row" { (w.p.trade_pay_month()) }
                                td { (spread(w, seen, own, &whole)) @if let Some(net) = net(w, own) { div { (net) } } }
                            }
                        }
                    }
                }
                p.quiet-text {
                    (w.p.trade_pay_note())
                    @if [seen.hourly, seen.monthly].iter().flatten().any(|own| own.middle.is_some()) { " " (w.p.trade_middle_note()) }
                }
            }
        }
    }
}

/// What the middle of a month is after contributions, about.
fn net(w: Words, own: Spread) -> Option<String> {
    let cents = own.middle?;
    let pay = Pay { min_cents: cents, max_cents: cents, period: PayPeriod::Month, months_e2: None };
    let (net, _) = pay.net_month(None, None)?;
    Some(w.t.pay_net(&format::money(w.t, net)))
}

/// Who hires here, where, and the newest offers.
pub(super) fn hires(w: Words, here: &Here) -> Markup {
    let seen = &here.seen;
    let named: u32 = seen.employers.iter().map(|(_, count)| count).sum();
    let towns: Vec<String> =
        seen.communes.iter().take(NAMED).map(|(name, count)| format!("{name} ({count})")).collect();
    html! {
        section {
            h2 { (w.p.trade_hires()) }
            @if !seen.employers.is_empty() {
                ul { @for (name, count) in seen.employers.iter().take(NAMED) { li { (w.counted(name, *count)) } } }
            }
            @if seen.employers.len() > NAMED { p { (w.p.trade_hires_more(&(seen.employers.len() - NAMED).to_string())) } }
            @if named < seen.offers { p.quiet-text { (w.p.trade_hires_hidden()) } }
            @if !towns.is_empty() { p { (w.p.trade_towns(&towns.join(", "))) } }
            h3 { (w.p.trade_newest()) }
            ul {
                @for offer in &here.newest {
                    li {
                        a.tap href=(url::offer(w.lang(), &offer.slug, offer.number)) lang=[french(w.t)] { (offer.title) }
                        @let beside: Vec<&str> = [&offer.employer, &offer.place].into_iter().flatten().map(String::as_str).collect();
                        @if !beside.is_empty() { " " span.quiet-text { (beside.join(", ")) } }
                    }
                }
            }
        }
    }
}
