//! Pages that the server and the phone answer alike: a form comes in, the next page goes out, and nothing
//! is kept in between: what was said travels in the form.
//!
//! On the server a handler calls [`skills::answer`] for people without WebAssembly; on the phone the crate
//! `offline` calls the same, so that nothing leaves it. [`world`] is what both look at: the two public files.
//! Pure: no clock, no storage, no network.

pub mod form;
mod picto;
pub mod skills;
pub mod world;

pub use form::Form;
pub use picto::Picto;
pub use world::World;
