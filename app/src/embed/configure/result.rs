//! What the choice gives: the board in a neutral page, on a phone and on a computer; what is copied; whether a site may show it.

use super::site::{Allowed, allowed, origin_of};
use super::{Desk, paste};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use maud::{Markup, html};

pub(super) fn result(desk: Desk<'_>) -> Markup {
    let p = desk.p;
    html! {
        section aria-labelledby="seen" {
            h2 id="seen" { (p.configure_seen()) }
            (preview(desk, "phone", p.configure_phone()))
            (preview(desk, "wide", p.configure_wide()))
        }
        section aria-labelledby="paste" {
            h2 id="paste" { (p.configure_paste()) }
            @if desk.choice.known.is_some() { (copies(desk)) }
            @if desk.choice.needs_the_hub() { (message(desk)) }
        }
    }
}

/// A page as any association has, with the board in it; it is to be looked at, so nothing in it takes the focus.
fn preview(desk: Desk<'_>, class: &str, title: &str) -> Markup {
    let frame = url::configured_frame(desk.t.lang(), &desk.choice.search());
    html! {
        h3 { (title) }
        div.host.phone[class == "phone"].wide[class == "wide"] {
            p.host-bar { "www.association.example" }
            p.host-name { (desk.choice.shown.name()) }
            // It takes the focus itself where it is wider than the screen.
            section.host-page aria-label=(title) tabindex="0" {
                iframe src=(frame) title=(title) sandbox="allow-scripts" loading="lazy" inert {}
            }
        }
    }
}

fn copies(desk: Desk<'_>) -> Markup {
    let (p, choice) = (desk.p, desk.choice);
    let site = &desk.app.config.public_url;
    html! {
        (copy(desk, "snippet", p.configure_snippet(), &paste::snippet(choice, site, None)))
        (copy(desk, "address", p.configure_address(), &paste::address(choice, site)))
        (copy(desk, "shortcode", p.configure_shortcode(), &paste::shortcode(choice)))
        @if !desk.pinned.path.is_empty() {
            (copy(desk, "strict", p.configure_strict(), &paste::snippet(choice, site, Some(desk.pinned))))
        }
    }
}

fn message(desk: Desk<'_>) -> Markup {
    let (p, choice) = (desk.p, desk.choice);
    let site = origin_of(&choice.site).ok().map(|origin| origin.to_string());
    let why = if choice.known.is_some() { p.configure_hub_change() } else { p.configure_hub_new() };
    html! {
        p { (why) }
        (copy(desk, "message", p.configure_message(), &paste::message(choice, p, site.as_deref())))
    }
}

/// A text to copy: selected by hand, or by the button that the script shows.
fn copy(desk: Desk<'_>, id: &str, label: &str, text: &str) -> Markup {
    let p = desk.p;
    let rows = text.lines().map(|line| line.len() / 60 + 1).sum::<usize>().clamp(2, 8);
    html! {
        div.field.copy {
            label for={ "c-" (id) } { (label) }
            textarea id={ "c-" (id) } readonly rows=(rows) spellcheck="false" dir="ltr" { (text) }
            p {
                button.button.quiet type="button" hidden data-copy={ "c-" (id) } data-done=(p.configure_copied()) {
                    (p.configure_copy())
                }
                " " span role="status" {}
            }
        }
    }
}

/// « Est-ce que mon site est autorisé ? »
pub(super) fn asked_site(desk: Desk<'_>) -> Markup {
    let (t, p, choice) = (desk.t, desk.p, desk.choice);
    html! {
        section id="site" aria-labelledby="may" {
            h2 id="may" { (p.configure_may()) }
            form.near method="get" action={ (url::configure(t.lang(), "")) "#site" } {
                div.field {
                    label for="f-key" { (p.configure_key()) }
                    input type="text" id="f-key" name="partner" value=(choice.key) maxlength="200" autocomplete="off"
                        autocapitalize="none" spellcheck="false";
                }
                div.field {
                    label for="f-site" { (p.configure_site()) }
                    small id="h-site" { (p.configure_site_hint()) }
                    input type="text" id="f-site" name="site" value=(choice.site) maxlength="300" inputmode="url"
                        autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="h-site";
                }
                button.button.quiet type="submit" { (p.configure_may()) }
            }
            @if let Some(answer) = allowed(choice) {
                div.notice role="status" { (icon(Glyph::Info)) p { (said(desk, &answer)) } }
            }
        }
    }
}

fn said(desk: Desk<'_>, answer: &Allowed) -> Markup {
    let (p, key) = (desk.p, &desk.choice.key);
    html! {
        @match answer {
            Allowed::Yes(site) => { strong { (p.configure_yes()) } " " (p.configure_yes_why(site)) },
            Allowed::No(site) => { strong { (p.configure_no()) } " " (p.configure_no_why(key, site)) " " (p.configure_no_www()) },
            Allowed::NoKey => (p.configure_site_key()),
            Allowed::NotAnAddress => (p.configure_site_wrong()),
            Allowed::NotSecure => (p.configure_site_https()),
        }
    }
}
