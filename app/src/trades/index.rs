//! What recruits here, by family of work; the trades of one family; what a search found.

use super::{Listed, Words, sprite_of};
use crate::offers::french;
use crate::ui::icon::{Glyph, icon};
use crate::url;
use guide::skills::families::Family;
use maud::{Markup, html};
use packs::TradeLine;

/// Pictograms of the families that are shown.
pub(super) fn pictos(listed: &Listed) -> String {
    match listed {
        Listed::Families(all) => sprite_of(all.iter().map(|(family, ..)| family.shown().0)),
        Listed::Family(family, ..) => sprite_of([family.shown().0]),
        Listed::Found(..) | Listed::Waiting => String::new(),
    }
}

pub(super) fn body(w: Words, listed: &Listed) -> Markup {
    let typed = if let Listed::Found(text, _) = listed { text } else { "" };
    html! {
        h1 { (w.p.trades_title()) }
        p.lead { (w.p.trades_lead()) }
        div.door {
            h2 { (w.p.trades_idea()) }
            p { (w.p.trades_idea_text()) }
            a.button href=(url::skills(w.lang())) { (w.p.trades_idea_go()) }
        }
        form.near action=(url::trades(w.lang())) role="search" {
            div.field {
                label for="f-q" { (w.p.trades_search()) }
                input type="search" id="f-q" name="q" value=(typed) autocomplete="off" maxlength="200";
            }
            button.button.quiet type="submit" { (icon(Glyph::Search)) (w.p.trades_search_go()) }
        }
        @match listed {
            Listed::Waiting => p.notice { (w.p.trade_wait()) },
            Listed::Found(text, all) => (found(w, text, all)),
            Listed::Family(family, all, count) => (one(w, *family, all, *count)),
            Listed::Families(all) => {
                @if all.is_empty() { p.notice { (w.p.trades_nothing()) } }
                div.zoom { @for (family, trades, count) in all { (short(w, *family, trades, *count)) } }
            }
        }
    }
}

fn found(w: Words, text: &str, all: &[TradeLine]) -> Markup {
    html! {
        section {
            h2 { @if all.is_empty() { (w.p.trades_search_none(text)) } @else { (w.p.trades_search_found(text)) } }
            (list(w, all))
            (back(w))
        }
    }
}

fn one(w: Words, family: Family, all: &[TradeLine], count: usize) -> Markup {
    html! {
        section {
            (heading(w, family))
            (list(w, all))
            @if count > all.len() { p.quiet-text { (w.p.trades_more()) } }
            (back(w))
        }
    }
}

/// A family with its first trades.
fn short(w: Words, family: Family, all: &[TradeLine], count: usize) -> Markup {
    let words = w.g.get(family.shown().1);
    html! {
        section {
            (heading(w, family))
            (list(w, all))
            @if count > all.len() {
                p { a.tap href=(url::trades_of(w.lang(), family.code())) { (w.p.trades_all_of(words, &count.to_string())) } }
            }
        }
    }
}

fn heading(w: Words, family: Family) -> Markup {
    let (drawing, words) = family.shown();
    html! { h2 { svg.icon aria-hidden="true" { use href=(drawing.id()) {} } " " (w.g.get(words)) } }
}

fn list(w: Words, all: &[TradeLine]) -> Markup {
    html! {
        ul.listed {
            @for own in all { li { (named(w, own)) } }
        }
    }
}

/// A trade's name, which leads to its page, and how many offers it has.
pub(super) fn named(w: Words, own: &TradeLine) -> Markup {
    html! {
        a.tap href=(url::trade(w.lang(), &own.label, &own.code)) lang=[french(w.t)] { (own.label) }
        " " span.quiet-text { (w.offers(own.offers)) }
    }
}

fn back(w: Words) -> Markup {
    html! { p { a.button.quiet href=(url::trades(w.lang())) { (w.p.trades_every()) } } }
}
