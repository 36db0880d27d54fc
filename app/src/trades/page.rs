//! The page of one trade, in the order in which people ask.

use super::{TradeView, Words, near, ways, work};
use crate::home::pictogram;
use crate::i18n::format;
use crate::offers::french;
use crate::ui::icon::picture;
use crate::url;
use domain::form::write_pairs;
use maud::{Markup, html};
use packs::Here;

pub(super) fn body(w: Words, view: TradeView<'_>) -> Markup {
    let own = view.occupation;
    html! {
        div.trade-head {
            (picture(&pictogram(&own.code)))
            h1 lang=[french(w.t)] { (own.label) }
            p.lead { (open(w, view.here)) }
            p.answers {
                a.button href=(url::paths_to(w.lang(), &own.code)) { (w.p.trade_how_get()) }
                a.button.quiet href=(search(w, &own.label)) { (w.p.trade_offers_go()) }
            }
        }
        div.zoom {
            (day(w, view))
            (work::effort(w, view))
            (work::hours(w, view))
            (work::places(w, view))
            @if let Some(here) = view.here.filter(|here| here.seen.offers > 0) {
                (work::pay(w, &here.seen))
                (work::hires(w, here))
            }
            (ways::get_in(w, view))
            (ways::try_it(w, view))
            (near::list(w, view.near))
        }
        (sources(w, view))
    }
}

fn open(w: Words, here: Option<&Here>) -> String {
    match here {
        None => w.p.trade_wait().to_owned(),
        Some(here) if here.seen.offers == 0 => w.p.trade_open_none().to_owned(),
        Some(here) => w.p.trade_open(&here.seen.offers.to_string()),
    }
}

/// The board, searched by the trade's name: a search has no code.
fn search(w: Words, label: &str) -> String {
    let first = label.split(" / ").next().unwrap_or(label);
    url::offers_search(w.lang(), &write_pairs([("q", first)]))
}

/// A day there, and what one does.
fn day(w: Words, view: TradeView<'_>) -> Markup {
    let day = view.portrait.map_or("", |own| own.day.as_str());
    let does: Vec<&str> = view.occupation.definition.lines().filter(|line| !line.is_empty()).collect();
    html! {
        @if !day.is_empty() {
            section { h2 { (w.p.trade_day()) } p lang=[french(w.t)] { (day) } }
        }
        @if let [line] = does[..] {
            section { h2 { (w.p.trade_does()) } p lang=[french(w.t)] { (line) } }
        } @else if !does.is_empty() {
            section { h2 { (w.p.trade_does()) } ul lang=[french(w.t)] { @for line in does { li { (line) } } } }
        }
    }
}

/// Where all this comes from.
fn sources(w: Words, view: TradeView<'_>) -> Markup {
    let counted = view.here.is_some_and(|here| here.seen.offers > 0);
    html! {
        p.quiet-text {
            (match release(view.version) {
                Some(version) => w.p.trade_source_rome(&version),
                None => w.p.trade_source_demo().to_owned(),
            })
            @if counted { " " (w.p.trade_source_offers(&format::day(w.t, view.today))) }
        }
    }
}

/// `460`, as the files are named, is version 60 of ROME 4.0; what is no number is of the demo.
fn release(version: &str) -> Option<String> {
    let number = version.parse::<u32>().ok()?;
    Some(if (400..500).contains(&number) { number - 400 } else { number }.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_said_as_it_is_published() {
        assert_eq!(release("460").as_deref(), Some("60"));
        assert_eq!(release("62").as_deref(), Some("62"));
        assert_eq!(release("460 (demo)"), None);
    }
}
