//! Pages that the server and the phone answer alike: a form comes in, the next page goes out, and nothing
//! is kept in between: what was said travels in the form.
//!
//! On the server a handler calls [`answer`] for people without WebAssembly; on the phone the crate `offline` calls
//! the same, so that nothing leaves it. [`world`] is what both look at: the public files. [`skills`] is the
//! self-assessment, [`paths`] the explorer of ways to a job: one form carries what was said through both.
//! Pure: no clock, no storage, no network.

pub mod form;
pub mod paths;
mod picto;
pub mod skills;
pub mod world;

pub use form::Form;
pub use picto::Picto;
pub use world::World;

use domain::occupation::RomeCode;
use i18n::Lang;
use maud::{Markup, html};

/// A trade's name, which leads to its page.
pub(crate) fn trade_page(lang: Lang, code: &RomeCode, label: &str) -> Markup {
    html! { a.tap href={ (lang.prefix()) "/metiers/" (code.as_str()) } { (label) } }
}

/// The page that answers a form: its step says which feature it is of.
#[must_use]
pub fn answer(world: World<'_>, form: &Form) -> Markup {
    let of_paths = form.one("step").is_some_and(|step| paths::Step::from_code(step).is_some());
    if of_paths { paths::answer(world, form) } else { skills::answer(world, form) }
}
