//! The self-assessment: a few screens, one question each, then what she can do and the offers that suit.
//!
//! [`answer`] takes a form and gives the next page's part. [`State`] is what was said; one file a screen.

pub mod activities;
mod cards;
pub(crate) mod export;
pub mod families;
mod flow;
mod frame;
mod jobs;
pub(crate) mod labels;
mod paper;
mod past;
pub mod results;
mod sheet;
pub(crate) mod show;
mod start;
mod state;
mod where_worked;

pub use export::json::read as read_file;
pub use export::{FileKind, file, shown};
pub(crate) use flow::{GATE_NO, GATE_YES, press};
pub use flow::{Step, answer, first, restore};
pub use jobs::found;
pub use labels::gate;
pub use paper::paper;
pub(crate) use results::Seen;
pub(crate) use state::name;
pub use state::{State, Who};

use i18n::GuideTexts;
use maud::{Markup, html};

/// While the files are made, some seconds after a start; and where ROME was never imported.
#[must_use]
pub fn waiting(t: GuideTexts) -> Markup {
    html! {
        h1 { (t.guide_title()) }
        p.notice { (t.guide_wait()) }
    }
}
