//! One question that changes something: the gate that most of her best offers have and that she was not
//! asked about.

use super::super::flow::{GATE_NO, GATE_UNSURE, GATE_YES};
use super::super::labels;
use super::super::state::name;
use super::Seen;
use crate::picto::{Picto, picto};
use domain::gate::{Demand, Gate};
use domain::matching::Market;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Offers that are looked at: those that she may well read.
const BEST: usize = 40;

/// The gate to ask about, and how many offers have it.
fn asked(seen: &Seen<'_>, market: &Market) -> Option<(Gate, u64)> {
    let own = seen.state.gates(seen.world.today);
    let mut counts: BTreeMap<&Gate, u64> = BTreeMap::new();
    for one in market.ranked(&seen.world.rome.referential, seen.looking()).iter().take(BEST) {
        for asked in market.needs(one.id as usize).map_or(&[][..], |needs| &needs.gates) {
            let open = own.has(&asked.gate).is_none() && !seen.state.unsure.contains(&asked.gate);
            // Diplomas have their own question, among the preferences.
            if open && asked.demand != Demand::Usual && !matches!(asked.gate, Gate::Diploma(_)) {
                *counts.entry(&asked.gate).or_default() += 1;
            }
        }
    }
    let best = counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0)))?;
    Some((best.0.clone(), best.1))
}

pub(super) fn question(seen: &Seen<'_>, market: &Market) -> Markup {
    let t = seen.world.t;
    let Some((gate, count)) = asked(seen, market) else { return Markup::default() };
    let words = labels::gate(t, &gate);
    html! {
        section.ask-gate {
            h2 { (picto(Picto::Question)) (t.ask_title()) }
            p { (t.ask_gate(count, words)) }
            div.going {
                @for (prefix, answer) in [(GATE_YES, t.ask_yes()), (GATE_NO, t.ask_no()), (GATE_UNSURE, t.ask_later())] {
                    button.button.quiet type="submit" name=(name::GO) value=(format!("{prefix}{}", gate.number())) { (answer) }
                }
            }
        }
    }
}
