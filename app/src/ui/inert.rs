//! Markup inside a view.

use leptos::prelude::*;
use maud::Markup;

/// A box of markup: written by the server, left alone by hydration, replaced when it changes.
/// Markup escapes what it is given; its links are still taken by the router.
#[component]
pub fn Inert(
    /// What to show.
    markup: Markup,
    /// Class of the box.
    #[prop(default = "inert")]
    class: &'static str,
) -> impl IntoView {
    view! { <div class=class inner_html=markup.into_string()></div> }
}
