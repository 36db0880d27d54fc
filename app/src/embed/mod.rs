//! The board of a partner (server only): in a frame on its site (`/e/…`: plain HTML, list and reading only), and as pages
//! of its own (`/p/…`: the association's name, a way back to it, how to apply). The server's routes call it; nobody
//! else does.

mod asked;
mod board;
mod configure;
mod counted;
mod filters;
mod followed;
mod frame;
mod handle;
mod pasted;
mod poster;
mod style;
mod top;

pub use asked::Asked;
pub use configure::{Pinned, configure, configure_style, configured_frame};
pub use counted::{csv as counts_csv, lines as counts_lines};
pub use followed::{Followed, followed};
pub use frame::{FRAME_SCRIPT, frame_gone, frame_list, frame_offer};
pub use handle::PartnerHandle;
pub use pasted::{pasted, snippet, title};
pub use poster::{poster, poster_styles};
pub use style::style;
pub use top::{top_list, top_offer};

use crate::context::AppContext;
use crate::i18n::pages::PageTexts;
use crate::i18n::{Lang, Texts};
use domain::partner::Partner;

/// What a page is made from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    app: &'a AppContext,
    partner: &'a Partner,
    asked: &'a Asked,
    t: Texts,
    p: PageTexts,
}

impl<'a> Scene<'a> {
    /// A partner's page, as it was asked for.
    #[must_use]
    pub fn new(app: &'a AppContext, partner: &'a Partner, asked: &'a Asked) -> Self {
        Self { app, partner, asked, t: Texts::of(asked.lang), p: PageTexts::of(asked.lang) }
    }
}

/// An answer of these pages: its status and HTML.
pub struct Drawn {
    /// HTTP status.
    pub status: u16,
    /// The whole document.
    pub html: String,
}

/// A partner's page leads to another address.
pub enum Page {
    /// It is here.
    Here(Drawn),
    /// It is there, for good.
    There(String),
}

/// The language of a partner's pages when none is asked for.
fn own_lang(partner: &Partner) -> Lang {
    Lang::from_code(&partner.lang).unwrap_or_default()
}
