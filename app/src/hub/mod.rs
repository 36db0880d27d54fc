//! The hub: the people behind the site, and the places where people help. Others may use [`helper`]
//! (the hub's own people), [`desk`] (a place of help) and [`HelpView`].

mod desk;
#[cfg(feature = "ssr")]
mod server;

pub(crate) use desk::call;
pub use desk::{HelpView, desk};
#[cfg(feature = "ssr")]
pub(crate) use desk::{dial, state_words};
#[cfg(feature = "ssr")]
pub use server::HelpHandle;
#[cfg(feature = "ssr")]
pub(crate) use server::view;

use crate::i18n::Texts;
use crate::wire::Wire;
use leptos::prelude::*;
use maud::Markup;

/// Who helps people here, as the settings say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HubInfo {
    /// Name.
    pub name: String,
    /// Phone number as people read it; empty when not set.
    pub phone: String,
    /// Where it is; empty when not set.
    pub place: String,
}

/// The hub's own people, given by the server to the first page and kept for the others.
#[derive(Clone)]
pub(crate) struct Hub(pub(crate) HelpView);

impl Hub {
    /// Reads the hub from the server's context, or from what the server wrote into the page.
    pub(crate) fn shared() -> Self {
        Self(SharedValue::<HelpView, Wire>::new_with_encoding(server_hub).into_inner())
    }
}

#[cfg(feature = "ssr")]
fn server_hub() -> HelpView {
    use_context::<crate::context::AppContext>().map(|app| app.own_help()).unwrap_or_default()
}

#[cfg(not(feature = "ssr"))]
fn server_hub() -> HelpView {
    HelpView::default()
}

/// The hub's own people.
pub(crate) fn hub() -> HelpView {
    // A server function that draws has no app around it.
    use_context::<Hub>().map_or_else(server_hub, |hub| hub.0)
}

/// The hub's own people to call, where no nearer place of help is known.
pub fn helper(t: Texts) -> Markup {
    desk(t, &hub())
}
