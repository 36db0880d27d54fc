//! The pages of Passerelle: rendered first on the server (feature `ssr`), then hydrated on the
//! phone (feature `hydrate`). Never both features in one build.
//!
//! In reading order: [`shell`] is the HTML document and the loader of the client; [`routes`] the
//! app and its route table; [`url`] every internal address; [`i18n`] the words; [`context`] what
//! the server gives; [`error`] what can go wrong; [`navigation`] focus and scroll; `ui` the design
//! system; then one folder a feature; `text_pages` are the
//! pages of text, `trainings` the catalogue: only the server has them.

#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "#[component] writes public items, whatever visibility it is given")]

#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod embed;
pub mod error;
#[cfg(feature = "ssr")]
mod head;
pub mod home;
pub mod hub;
pub mod navigation;
pub mod offers;
mod pages;
#[cfg(feature = "ssr")]
mod phone;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod skills;
#[cfg(feature = "ssr")]
pub mod text_pages;
#[cfg(feature = "ssr")]
pub mod trades;
#[cfg(feature = "ssr")]
pub mod trainings;
mod ui;
pub mod url;
mod wire;

pub use ::i18n;
#[cfg(feature = "ssr")]
pub use pages::named;
pub use routes::App;
#[cfg(feature = "ssr")]
pub use shell::shell;
