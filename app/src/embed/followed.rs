//! Where a partner reads what came of its board: a code is asked for, then the weeks are shown. The code travels in a form
//! alone; the page never holds it.

use super::counted::{event, host, number, week};
use super::top::{Content, document};
use super::{Drawn, Scene};
use crate::i18n::Lang;
use crate::url;
use domain::partner::{Counted, Host, PartnerEvent, Shown, Week, weeks};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Weeks on the page; the file holds all of them.
const WEEKS: usize = 13;

/// What the page is to show.
pub enum Followed<'a> {
    /// The question for the code.
    Asked,
    /// The same: what was typed is no code of this partner.
    Wrong,
    /// The same: too much was tried.
    TooMany,
    /// What was counted.
    Shown(&'a [Counted]),
}

impl Followed<'_> {
    const fn status(&self) -> u16 {
        match self {
            Self::Asked | Self::Shown(_) => 200,
            Self::Wrong => 403,
            Self::TooMany => 429,
        }
    }
}

/// The page.
#[must_use]
pub fn followed(scene: Scene<'_>, what: &Followed<'_>) -> Drawn {
    let p = scene.p;
    let problem = match what {
        Followed::Wrong => Some(p.follow_wrong()),
        Followed::TooMany => Some(p.follow_many()),
        Followed::Asked | Followed::Shown(_) => None,
    };
    let body = html! {
        article.text {
            h1 { (p.follow_title()) }
            p.lead { (p.follow_lead()) }
            @match what {
                Followed::Shown(counted) => (numbers(scene, counted)),
                _ => (form(scene, problem)),
            }
        }
    };
    let own = |lang: Lang| url::partner_counts(&scene.partner.key, &scene.asked.look_in(scene.partner, lang));
    let content = Content { title: p.follow_title(), canonical: own(scene.t.lang()), own: &own, body, private: true };
    Drawn { status: what.status(), html: document(scene, &content) }
}

fn form(scene: Scene<'_>, problem: Option<&str>) -> Markup {
    let p = scene.p;
    let action = url::partner_counts(&scene.partner.key, &scene.asked.look_in(scene.partner, scene.t.lang()));
    html! {
        form.near method="post" action=(action) {
            div.field {
                label for="f-code" { (p.follow_code()) }
                small id="h-code" { (p.follow_hint()) }
                @if let Some(problem) = problem { p.bad id="e-code" role="alert" { (problem) } }
                input type="text" id="f-code" name="code" autocomplete="off" autocapitalize="none" spellcheck="false"
                    maxlength="60" required aria-invalid=[problem.map(|_| "true")]
                    aria-describedby=(if problem.is_some() { "h-code e-code" } else { "h-code" });
            }
            p.answers {
                button.button type="submit" { (p.follow_show()) }
                button.button.quiet type="submit" name="file" value="csv" { (p.follow_file()) }
            }
        }
    }
}

fn numbers(scene: Scene<'_>, counted: &[Counted]) -> Markup {
    let (p, weeks) = (scene.p, weeks(counted));
    let this = scene.app.now().today.monday();
    let later = PartnerEvent::ALL.iter().filter(|event| !event.is_counted());
    html! {
        @if weeks.is_empty() { p { (p.follow_none()) } }
        @for one in weeks.iter().take(WEEKS) { (section(scene, one, one.monday == this)) }
        section {
            h2 { (p.follow_later()) }
            table.facts { tbody { @for own in later {
                tr { th scope="row" { (event(p, *own)) } td { (p.follow_not_yet()) } }
            } } }
        }
        ul { @for line in p.follow_reading() { li { (line) } } }
    }
}

fn section(scene: Scene<'_>, one: &Week, current: bool) -> Markup {
    let (t, p) = (scene.t, scene.p);
    html! {
        section {
            h2 { (week(t, p, one.monday)) @if current { " " (p.follow_now()) } }
            table.facts { tbody { @for (own, hosts) in &one.events {
                tr {
                    th scope="row" { (event(p, *own)) }
                    td { (number(t.lang(), Shown::sum(hosts.values().copied()))) (by_host(scene, hosts)) }
                }
            } } }
        }
    }
}

/// Where from; what the sum says already is not said again.
fn by_host(scene: Scene<'_>, hosts: &BTreeMap<Host, u64>) -> Markup {
    html! {
        @for (own, count) in hosts {
            div.quiet-text {
                @if hosts.len() > 1 { (number(scene.t.lang(), Shown::of(*count))) " " }
                (host(scene.p, own))
            }
        }
    }
}
