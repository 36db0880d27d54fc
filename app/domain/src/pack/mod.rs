//! The public files that a phone fetches whole, so that fetching them tells nothing of who reads:
//! [`rome`], all of ROME that the self-assessment needs, and [`local`], what a labour basin offers.
//!
//! Small and strict: numbers as variable-length integers, lists as differences, texts in one block, which
//! compress well. What is not exactly a file of ours is refused with the place and the reason.

mod bytes;
pub mod local;
pub mod rome;

pub use bytes::PackError;
pub use local::LocalPack;
pub use rome::RomePack;
