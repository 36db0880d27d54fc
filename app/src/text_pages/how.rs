//! How it works: five steps with a picture each, where offers come from, how they are ordered.

use super::{Content, Scene, section};
use crate::ui::icon::picture;
use crate::url::{self, TextPage};
use icondata_lu as lu;
use maud::{Markup, html};

pub(super) fn page(Scene { t, p, .. }: Scene) -> Content {
    let steps = [
        (lu::LuSearch.data, p.how_search().collect::<Vec<_>>()),
        (lu::LuMapPin.data, p.how_place().collect()),
        (lu::LuBookOpen.data, p.how_read().collect()),
        (lu::LuMessageCircle.data, p.how_apply().collect()),
        (lu::LuHeartHandshake.data, p.how_help().collect()),
    ];
    let body = html! {
        ol.steps {
            @for (drawing, lines) in &steps { (step(&picture(drawing), lines)) }
        }
        (section(p.how_where_title(), p.how_where()))
        (section(p.how_rank_title(), p.how_rank()))
        p.answers {
            a.button href=(url::offers_path(t.lang())) { (t.home_all()) }
            a.button.quiet href=(url::text_page(t.lang(), TextPage::Help)) { (t.help_all()) }
        }
        p { a.tap href=(url::shown(t.lang())) { (p.shown_link()) } }
    };
    Content { title: p.how_title(), lead: p.how_lead(), body }
}

fn step(picture: &Markup, lines: &[&str]) -> Markup {
    html! {
        li {
            (picture)
            @for (i, line) in lines.iter().enumerate() {
                @if i == 0 { h2 { (line) } } @else { p { (line) } }
            }
        }
    }
}
