//! The design system: one component a file, its styles in `style/ui/` under the same name. Knows no
//! feature; every feature may use it.
//!
//! What reacts is a Leptos component. What only shows is markup ([`maud`]): a function from values
//! to HTML, the same on both sides, that hydration does not walk and that costs the phone a tenth of
//! a component. [`inert::Inert`] puts it into a view.

pub(crate) mod combobox;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod inert;
pub(crate) mod notice;
#[cfg(feature = "ssr")]
pub(crate) mod pagination;
pub(crate) mod ready;
pub(crate) mod remote;
pub(crate) mod title;
