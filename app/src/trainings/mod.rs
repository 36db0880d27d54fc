//! The catalogue of trainings: a search and a page for each, as plain HTML like the pages of text (server only), so
//! that the phone's client does not grow. The server's routes call [`list`] and [`one`]; what is said of steps is said in
//! the words of the pathway explorer.

mod card;
mod course;
mod facts;
mod filters;
mod found;
mod handle;
mod one;
mod page_list;
mod sessions;
mod words;

pub use handle::CatalogueHandle;
pub use one::{Shown, one};
pub use page_list::{list, query_of};
pub use words::{session_line, sum_up};

use crate::context::AppContext;
use crate::i18n::pages::PageTexts;
use crate::i18n::{GuideTexts, Lang, Texts};
use crate::text_pages::frame;
use crate::ui::notice::notice;
use crate::url;
use domain::time::Day;
use maud::{Markup, html};

/// What a page is made from.
#[derive(Clone, Copy)]
struct Scene<'a> {
    app: &'a AppContext,
    /// The words of the whole site.
    t: Texts,
    /// The words of steps.
    g: GuideTexts,
    /// The words of these pages.
    p: PageTexts,
    today: Day,
}

impl<'a> Scene<'a> {
    fn of(app: &'a AppContext, lang: Lang) -> Self {
        let (t, g, p) = (Texts::of(lang), GuideTexts::of(lang), PageTexts::of(lang));
        Self { app, t, g, p, today: app.now().today }
    }

    const fn lang(&self) -> Lang {
        self.t.lang()
    }

    /// The language of what a source wrote, where it is another one than the page's.
    fn french(&self) -> Option<&'static str> {
        (self.lang() != Lang::Fr).then_some("fr")
    }

    /// The whole document.
    fn document(&self, title: &str, addresses: &dyn Fn(Lang) -> String, head: &Markup, body: &Markup) -> String {
        let lead = self.p.trainings_lead();
        let page = frame::Page { title, lead, addresses, style: None, script: None, sprite: String::new() };
        frame::around_with(self.app, self.lang(), &page, head, body).into_string()
    }
}

/// What is said while the catalogue or the search is being made.
#[must_use]
pub fn waiting(app: &AppContext, lang: Lang) -> String {
    let scene = Scene::of(app, lang);
    let (p, to) = (scene.p, url::trainings_path(lang));
    let body = html! {
        h1 { (p.trainings_title()) }
        (notice(&html! { p { (p.trainings_waiting()) } a.button href=(to) { (p.trainings_again()) } }))
        (crate::hub::desk(scene.t, &app.own_help()))
    };
    scene.document(p.trainings_title(), &url::trainings_path, &Markup::default(), &body)
}
