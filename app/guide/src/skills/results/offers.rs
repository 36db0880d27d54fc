//! Her offers in her order, each with one sentence.

use super::super::labels;
use super::Seen;
use crate::picto::{Picto, picto};
use domain::gate::{AskedGate, Bucket, Demand, Gate};
use domain::matching::{Fit, Known, Market};
use domain::skill::ItemIx;
use maud::{Markup, html};

/// How many are shown.
const SHOWN: usize = 10;
/// How many things a sentence names.
const NAMED: usize = 3;

/// « Vous savez déjà faire 7 choses sur 9. Il manque : … »: never a percentage, never a bad score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// What she can do, counted.
    pub can: Option<String>,
    /// What is missing, or what one learns there.
    pub missing: Option<String>,
    /// What opens it, and whose demand that is.
    pub gate: Option<String>,
}

/// The sentence of an offer.
#[must_use]
pub(super) fn sentence(seen: &Seen<'_>, market: &Market, offer: usize) -> Option<Sentence> {
    let fit = market.fit(&seen.world.rome.referential, seen.looking(), offer)?;
    let gates = market.needs(offer).map_or(&[][..], |needs| &needs.gates);
    Some(Sentence { gate: gate(seen, &fit, gates), ..of_fit(seen, market, &fit) })
}

/// What can be said of skills alone.
pub(super) fn of_fit(seen: &Seen<'_>, market: &Market, fit: &Fit) -> Sentence {
    let t = seen.world.t;
    let all = fit.named.len().to_string();
    let (yes, maybe, no): (Vec<ItemIx>, Vec<ItemIx>, Vec<ItemIx>) =
        (fit.of(Known::Yes).collect(), fit.of(Known::Maybe).collect(), fit.of(Known::No).collect());
    let list = |items: &[ItemIx]| {
        let labels: Vec<&str> = items.iter().filter_map(|item| market.pack.label(*item)).take(NAMED).collect();
        (!labels.is_empty()).then(|| labels.join(", "))
    };
    if !yes.is_empty() {
        let can = t.fit_yes(yes.len() as u64, &all);
        // With one or two it says more to name them.
        let can = if yes.len() < NAMED {
            format!("{can} {}", list(&yes).map(|l| t.fit_shared(&l)).unwrap_or_default())
        } else {
            can
        };
        let missing = list(&no).map(|l| t.fit_missing(&l)).or_else(|| list(&maybe).map(|l| t.fit_check(&l)));
        return Sentence { can: Some(can), missing, gate: None };
    }
    if !maybe.is_empty() {
        let can = t.fit_maybe(maybe.len() as u64, &all);
        return Sentence { can: Some(can), missing: list(&maybe).map(|l| t.fit_check(&l)), gate: None };
    }
    Sentence { can: None, missing: list(&no).map(|l| t.fit_learn(&l)), gate: None }
}

/// What closes it, and who asks for that. A CACES is one proof of training, which the employer must give
/// in any case.
fn gate(seen: &Seen<'_>, fit: &Fit, gates: &[AskedGate]) -> Option<String> {
    let t = seen.world.t;
    let own = seen.state.gates(seen.world.today);
    let closing = gates.iter().filter(|asked| asked.demand != Demand::Usual && own.has(&asked.gate) == Some(false));
    let names: Vec<String> = closing
        .map(|asked| {
            let whose = if asked.demand == Demand::Law { t.demand_law() } else { t.demand_employer() };
            format!("{} ({whose})", labels::gate(t, &asked.gate))
        })
        .collect();
    if names.is_empty() {
        return None;
    }
    let list = names.join(", ");
    let words = match fit.bucket {
        Bucket::OpenNow => return None,
        Bucket::Openable => t.bucket_openable(&list),
        Bucket::NeedsPath => t.bucket_path(&list),
        Bucket::ClosedByLaw => t.bucket_closed(&list),
    };
    let trained = gates.iter().any(|asked| matches!(asked.gate, Gate::Caces(_)) && own.has(&asked.gate) == Some(false));
    Some(if trained { format!("{words} {}", t.gate_caces_note()) } else { words })
}

/// A sentence as it stands under an offer.
pub(super) fn shown(own: &Sentence) -> Markup {
    html! {
        @if let Some(can) = &own.can { p.can { (picto(Picto::Check)) span { (can) } } }
        @if let Some(missing) = &own.missing { p.missing { (missing) } }
        @if let Some(gate) = &own.gate { p.missing { (gate) } }
    }
}

/// A day as everybody reads it: 12/11/2026.
fn day(own: domain::time::Day) -> String {
    let (year, month, day) = own.ymd();
    format!("{day:02}/{month:02}/{year}")
}

pub(super) fn list(seen: &Seen<'_>, market: &Market) -> Markup {
    let t = seen.world.t;
    let ranked = market.ranked(&seen.world.rome.referential, seen.looking());
    html! {
        section.offers {
            h2 { (t.results_offers()) }
            @if seen.state.practises() { p.notice { (t.group_note()) } }
            @if market.pack.day < seen.world.today { p.left { (t.guide_old(&day(market.pack.day))) } }
            @if ranked.is_empty() { p { (t.results_none()) } }
            ol.cards {
                @for one in ranked.iter().take(SHOWN) {
                    @let at = one.id as usize;
                    @if let Some(offer) = market.pack.offers.get(at) {
                        @let place = offer.commune.and_then(|c| market.pack.communes.get(usize::from(c)));
                        li.card {
                            @if seen.state.practises() { h3 { (offer.title) } } @else { h3 { a href=(format!("{}/offres/{}", t.lang().prefix(), offer.number)) { (offer.title) } } }
                            p {
                                @match (&offer.employer, place) {
                                    (Some(name), Some(place)) => { (t.offer_at(name, &place.name)) }
                                    (Some(name), None) => { (name) }
                                    (None, Some(place)) => { (place.name) }
                                    (None, None) => {}
                                }
                                @if let Some(metres) = one.metres { " · " (t.prefer_kms(&(metres / 1_000).to_string())) }
                            }
                            @if let Some(own) = sentence(seen, market, at) { (shown(&own)) }
                        }
                    }
                }
            }
            @if !seen.state.practises() { p { a.button.quiet href=(format!("{}/offres", t.lang().prefix())) { (t.results_all()) } } }
        }
    }
}
