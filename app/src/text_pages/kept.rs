//! The offers that this phone keeps: `phone.js` fills the list from the phone's own memory.

use super::{Content, Scene};
use crate::url;
use maud::html;

pub(super) fn page(Scene { t, p, .. }: Scene) -> Content {
    let body = html! {
        noscript { p.notice { (p.kept_no_script()) } }
        p data-when="nothing" hidden { (p.kept_nothing()) }
        p data-when="empty" hidden { (p.kept_empty()) }
        ul.cards id="kept" {}
        p data-when="some" hidden { (p.kept_some()) }
        p.answers {
            a.button href=(url::offers_path(t.lang())) { (t.home_all()) }
            " "
            button.button.quiet.awake type="button" data-phone="ask-erase" { (p.phone_erase_yes()) }
        }
    };
    Content { title: p.kept_title(), lead: p.kept_lead(), body }
}
