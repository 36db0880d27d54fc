//! The hub: the people behind the site, named on every page. Others may use [`HubInfo`] and [`helper`].

use crate::i18n::Texts;
use crate::ui::icon::{Glyph, icon};
use crate::wire::Wire;
use leptos::prelude::*;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// Who helps people here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HubInfo {
    /// Name.
    pub name: String,
    /// Phone number as people read it; empty when not set.
    pub phone: String,
    /// Where it is; empty when not set.
    pub place: String,
}

/// The hub, given by the server to the first page and kept for the others.
#[derive(Clone)]
pub(crate) struct Hub(pub(crate) HubInfo);

impl Hub {
    /// Reads the hub from the server's context, or from what the server wrote into the page.
    pub(crate) fn shared() -> Self {
        Self(SharedValue::<HubInfo, Wire>::new_with_encoding(server_hub).into_inner())
    }
}

#[cfg(feature = "ssr")]
fn server_hub() -> HubInfo {
    use_context::<crate::context::AppContext>().map(|app| app.hub).unwrap_or_default()
}

#[cfg(not(feature = "ssr"))]
fn server_hub() -> HubInfo {
    HubInfo::default()
}

/// A person to call: phone number and place. No number when the hub has set none.
pub fn helper(t: Texts) -> Markup {
    let hub = use_context::<Hub>().map(|hub| hub.0).unwrap_or_default();
    let dial: String = hub.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let place = [hub.name, hub.place].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ");
    html! {
        @if !dial.is_empty() {
            p.help {
                (icon(Glyph::Phone)) (t.app_help()) " "
                a href={ "tel:" (dial) } dir="ltr" { (hub.phone.replace(' ', "\u{a0}")) }
            }
        }
        p { (place) }
    }
}
