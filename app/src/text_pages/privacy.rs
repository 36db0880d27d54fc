//! What becomes of personal data.

use super::{Content, Scene, legal, section};
use maud::html;

pub(super) fn page(scene @ Scene { app, p, .. }: Scene) -> Content {
    let body = html! {
        (section(p.privacy_not_title(), p.privacy_not()))
        (section(p.privacy_phone_title(), p.privacy_phone()))
        (section(p.privacy_skills_title(), p.privacy_skills()))
        (section(p.privacy_where_title(), p.privacy_where()))
        (section(p.privacy_apply_title(), p.privacy_apply()))
        (section(p.privacy_rights_title(), p.privacy_rights()))
        dl.facts-list {
            (legal::fact(scene, p.privacy_dpo(), &app.config.legal.dpo))
            (legal::contact(scene))
        }
    };
    Content { title: p.privacy_title(), lead: p.privacy_lead(), body }
}
