//! The configurator (`/partenaires/integrer`): a volunteer chooses place, filters and colours, sees the board on a phone and
//! on a computer, and copies what is to be pasted. All of it is a form by GET; a small script only copies, and shows a
//! change at once.

mod choice;
mod form;
mod paste;
mod result;
mod site;

pub use paste::Pinned;

use super::{Asked, Drawn, Scene, frame_list};
use crate::context::AppContext;
use crate::error::AppError;
use crate::i18n::pages::PageTexts;
use crate::i18n::{Lang, Texts};
use crate::shell::CONFIGURE_STYLE;
use crate::text_pages::frame::{Page, around};
use crate::url;
use choice::Choice;
use domain::partner::{Mode, Theme};
use maud::{Markup, html};

/// What the parts of the page are made from.
#[derive(Clone, Copy)]
struct Desk<'a> {
    app: &'a AppContext,
    t: Texts,
    p: PageTexts,
    choice: &'a Choice,
    pinned: &'a Pinned,
}

/// The style that this page has beside the site's.
#[must_use]
pub const fn configure_style() -> &'static str {
    CONFIGURE_STYLE
}

/// The page.
pub async fn configure(app: &AppContext, lang: Lang, search: &str, pinned: &Pinned) -> String {
    let choice = Choice::read(app, lang, search).await;
    let (t, p) = (Texts::of(lang), PageTexts::of(lang));
    let desk = Desk { app, t, p, choice: &choice, pinned };
    let body = html! {
        h1 { (p.configure_title()) }
        p.lead { (p.configure_lead()) }
        div.desk-of-two {
            (form::form(desk))
            div id="result" { (result::result(desk)) }
        }
        (result::asked_site(desk))
        (steps(p))
    };
    let page = Page {
        title: p.configure_title(),
        lead: p.configure_lead(),
        addresses: &|lang| url::configure(lang, ""),
        style: Some(CONFIGURE_STYLE),
        script: Some(url::CONFIGURE_SCRIPT),
        sprite: String::new(),
    };
    around(app, lang, &page, &body).into_string()
}

/// The board of what is chosen, to be looked at inside the page: nothing of it is kept or counted. Answers its look, too:
/// the policy allows its style alone.
///
/// # Errors
/// When neither the index nor the store answers.
pub async fn configured_frame(app: &AppContext, lang: Lang, search: &str) -> Result<(Drawn, Theme, Mode), AppError> {
    let choice = Choice::read(app, lang, search).await;
    let asked = Asked::read(&choice.shown, "");
    let drawn = frame_list(Scene::new(app, &choice.shown, &asked)).await?;
    Ok((drawn, choice.shown.theme.clone(), asked.mode))
}

/// How it is done, step by step, each with a small drawing.
fn steps(p: PageTexts) -> Markup {
    let steps: [(Vec<&str>, Markup); 4] = [
        (p.configure_step_key().collect(), html! { span.box { "ateliers-du-canal" } span.push {} }),
        (p.configure_step_choose().collect(), html! { span.line {} span.line {} span.dot {} }),
        (p.configure_step_copy().collect(), html! { span.code { "<passerelle-offres>" } span.push {} }),
        (p.configure_step_paste().collect(), html! { span.bar {} span.code { "HTML" } span.line {} }),
    ];
    html! {
        section.how aria-labelledby="how" {
            h2 id="how" { (p.configure_how()) }
            ol.drawn {
                @for (lines, drawing) in &steps {
                    li {
                        div.drawing aria-hidden="true" { (drawing) }
                        @for (i, line) in lines.iter().enumerate() {
                            @if i == 0 { h3 { (line) } } @else { p { (line) } }
                        }
                    }
                }
            }
        }
    }
}
