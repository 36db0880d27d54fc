//! When and where a training can be begun.

use super::{Scene, words};
use crate::ui::icon::{Glyph, icon};
use maud::{Markup, html};
use search::Listed;

/// Open sessions, the first to begin first.
pub(super) fn sessions(scene: &Scene<'_>, listed: &Listed) -> Markup {
    let (g, p) = (scene.g, scene.p);
    let mut open: Vec<_> = listed.sessions().filter(|(session, _)| session.can_begin(scene.today)).collect();
    open.sort_by_key(|(session, _)| session.begins(scene.today));
    html! {
        section {
            h2 { (p.trainings_sessions()) }
            @if open.is_empty() { p { (p.trainings_no_date()) } }
            ul.cards {
                @for (session, place) in open {
                    li.card {
                        h3 { (words::when(g, session)) }
                        @if let Some(entry) = words::entry(g, session) { p { (entry) } }
                        p {
                            (icon(Glyph::Pin)) (words::place(g, session, place))
                            @if let Some(address) = session.address.as_ref().filter(|_| !session.remote) { ", " (address) }
                        }
                        @if let Some(places) = session.places { p { (icon(Glyph::Users)) (p.trainings_places_left(places.into())) } }
                    }
                }
            }
        }
    }
}
