//! Ways from what a person has today to a job: the exact search over dated steps (research: skills.md §B3).
//!
//! [`problem`] says what is searched in plain numbers; [`search()`] finds every way that no other way beats in all of
//! first working day, euros, kilometres, certainty and number of steps. It knows nothing of trainings or offers.
//!
//! [`plan`] makes such a problem of a person and the public files, and readable paths of the answers.
//!
//! Labels are settled in the order of time (Martins' multi-criteria label-setting). A label is dropped when a
//! settled one is no worse and has a superset of its skills; this is right because more skills never close
//! anything. What may close (« sans diplôme », « moins de 26 ans ») stands in [`Flags`], compared for equality.

mod bounds;
mod families;
mod front;
pub mod plan;
pub mod problem;
mod search;

#[cfg(any(test, feature = "made"))]
pub mod made;
#[cfg(test)]
mod oracle;

pub use front::Front;
pub use problem::{Bits, Certainty, Condition, Flags, Goal, Limits, Problem, Session, Step, Taken, Way, Worth};
pub use search::{plain, search};
