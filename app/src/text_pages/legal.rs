//! The legal notice. What only the hub knows comes from its settings; what is not set says so.

use super::{Content, Scene, section};
use crate::i18n::format;
use maud::{Markup, html};

pub(super) fn page(scene @ Scene { app, p, .. }: Scene) -> Content {
    let legal = &app.config.legal;
    let publisher = if legal.publisher.is_empty() { &app.hub.name } else { &legal.publisher };
    // The hub's own number, which may be that of one of its places.
    let phone = if app.hub.phone.is_empty() { String::new() } else { format::phone(&app.own_help().phone) };
    let body = html! {
        dl.facts-list {
            (fact(scene, p.legal_publisher(), publisher))
            (fact(scene, p.legal_address(), &legal.address))
            (fact(scene, p.legal_phone(), &phone))
            (fact(scene, p.legal_director(), &legal.director))
            (fact(scene, p.legal_host(), &legal.host))
            (contact(scene))
        }
        (section(p.legal_offers_title(), p.legal_offers()))
        (section(p.legal_data_title(), p.legal_data()))
        (section(p.legal_code_title(), p.legal_code()))
    };
    Content { title: p.legal_title(), lead: p.legal_lead(), body }
}

/// A fact of the hub; when it is not set, that it must be.
pub(super) fn fact(Scene { p, .. }: Scene, name: &str, words: &str) -> Markup {
    html! {
        dt { (name) }
        dd { @if words.is_empty() { em { (p.legal_missing()) } } @else { (words) } }
    }
}

/// How to write to the hub: a link when it is an e-mail address.
pub(super) fn contact(scene: Scene) -> Markup {
    let contact = scene.app.config.legal.contact.as_str();
    let p = scene.p;
    html! {
        @if contact.contains('@') && !contact.contains(char::is_whitespace) {
            dt { (p.legal_contact()) }
            dd { a href={ "mailto:" (contact) } { (contact) } }
        } @else {
            (fact(scene, p.legal_contact(), contact))
        }
    }
}
