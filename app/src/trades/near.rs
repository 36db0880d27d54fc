//! Trades close to one, and why: what one keeps, and what is new.

use super::index::named;
use super::{Near, Words};
use crate::offers::french;
use maud::{Markup, html};

pub(super) fn list(w: Words, all: &[Near]) -> Markup {
    html! {
        @if !all.is_empty() {
            section {
                h2 { (w.p.trade_near()) }
                ul.cards {
                    @for own in all {
                        li.card {
                            (named(w, &own.line))
                            @if own.kept.is_empty() {
                                p { (w.p.trade_near_kind()) }
                            } @else {
                                p lang=[french(w.t)] { (w.p.trade_near_kept(&own.kept.join(", "))) }
                            }
                            @if !own.new.is_empty() { p.quiet-text lang=[french(w.t)] { (w.p.trade_near_new(&own.new.join(", "))) } }
                        }
                    }
                }
            }
        }
    }
}
