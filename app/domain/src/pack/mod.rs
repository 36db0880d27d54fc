//! The public files that a phone fetches whole, so that fetching them tells nothing of who reads:
//! [`rome`], all of ROME that the self-assessment needs, [`local`], what a labour basin
//! offers, and [`steps`], the trainings and other steps that can be taken there.
//!
//! Small and strict: numbers as variable-length integers, lists as differences, texts in one block, which
//! compress well. What is not exactly a file of ours is refused with the place and the reason.

mod bytes;
pub mod local;
pub mod rome;
pub mod steps;

pub use bytes::PackError;
pub use local::LocalPack;
pub use rome::RomePack;
pub use steps::StepsPack;
