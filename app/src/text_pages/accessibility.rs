//! The accessibility statement, made from what the tests check.

use super::{CRITERIA, Content, Scene, legal, section};
use crate::hub::desk;
use maud::html;

pub(super) fn page(scene @ Scene { app, t, p, .. }: Scene) -> Content {
    let body = html! {
        (section(p.access_state_title(), p.access_state()))
        section {
            h2 { (p.access_checked_title()) }
            ul.checked {
                @for criterion in CRITERIA {
                    li {
                        (p.one("criterion.", criterion.key))
                        small lang="en" { (p.access_test(&readable(criterion.test))) }
                    }
                }
            }
        }
        (section(p.access_known_title(), p.access_known()))
        (section(p.access_problem_title(), p.access_problem()))
        dl.facts-list { (legal::contact(scene)) }
        (desk(t, &app.own_help()))
    };
    Content { title: p.access_title(), lead: p.access_lead(), body }
}

/// A test's name without what its file fills in.
fn readable(test: &str) -> String {
    test.replace(", ${scheme}", "").replace('_', " ")
}
