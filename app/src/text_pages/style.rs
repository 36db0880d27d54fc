//! The living style page: every component in every state, as the app draws it, with what the keyboard
//! does. For those who build: in English, served at `/style` only in development (`STYLE_PAGE`).

use super::{Content, Scene, frame};
use crate::context::AppContext;
use crate::hub::desk;
use crate::i18n::{Lang, Texts};
use crate::offers::{CardView, cards};
use crate::ui::field::{select_field, text_field};
use crate::ui::icon::{Glyph, icon};
use crate::ui::notice::notice;
use crate::ui::pagination::pagination;
use domain::contract::Contract;
use domain::time::Day;
use maud::{Markup, html};

/// Names of the colours in `style/tokens.css`.
const COLOURS: &[&str] = &["paper", "card", "ink", "soft", "line", "edge", "accent", "on-accent", "tint", "sun"];

/// The whole page as HTML.
#[must_use]
pub fn style_page(app: &AppContext, today: Day) -> String {
    let t = Texts::of(Lang::Fr);
    let body = html! {
        div lang="en" { (words()) (actions()) }
        (fields())
        (shown(t, app, today))
    };
    let content = Content { title: "Style", lead: "Every component, as the app draws it.", body };
    frame::document(Scene::of(app, Lang::Fr, crate::url::TextPage::Kept, ""), &content).into_string()
}

fn part(title: &str, keyboard: &str, body: &Markup) -> Markup {
    html! {
        section {
            h2 { (title) }
            p.quiet-text lang="en" { (keyboard) }
            (body)
        }
    }
}

fn words() -> Markup {
    let text = html! {
        h3 { "A heading of the third level" }
        p { "Text of 18 px, " strong { "strong" } ", " a href="#main" { "a link" } "." }
        p.quiet-text { "Quiet text, still at 7:1." }
        p.lead { "The first words of a page." }
        p.bad { "Something is wrong with this." }
        p.good { "Something speaks for this." }
    };
    html! {
        (part("Colours", "Light and dark follow the phone.", &html! {
            ul { @for colour in COLOURS { li { (swatch(colour)) " " (colour) } } }
        }))
        (part("Text", "Tab reaches links; Enter follows.", &text))
    }
}

fn swatch(colour: &str) -> Markup {
    html! {
        svg width="64" height="24" aria-hidden="true" {
            rect width="64" height="24" fill={ "var(--" (colour) ")" } stroke="var(--edge)" {}
        }
    }
}

fn actions() -> Markup {
    html! {
        (part("Buttons", "Tab reaches, Enter or Space presses; the ring shows where one is.", &html! {
            p.answers {
                button.button type="button" { (icon(Glyph::Search)) "Main action" }
                button.button.quiet type="button" { "Other action" }
                a.button href="#main" { "A link that looks like one" }
                button.link type="button" { (icon(Glyph::Locate)) "Beside a field" }
                button.save type="button" aria-pressed="false" { (icon(Glyph::Heart)) span { "Off" } }
                button.save type="button" aria-pressed="true" { (icon(Glyph::Heart)) span { "On" } }
            }
        }))
        (part("Chips", "Each is a link: Enter takes the condition away.", &html! {
            ul.chips { li { a.chip href="#main" { "CDI" (icon(Glyph::Remove)) } } li { a.chip href="#main" { "20 km" (icon(Glyph::Remove)) } } }
        }))
        (part("Details", "Enter or Space opens and closes.", &html! {
            details { summary { "Closed" } p { "What was hidden." } }
            details open { summary { "Open" } p { "What is shown." } }
        }))
    }
}

fn fields() -> Markup {
    let radii = [("10".to_owned(), "10 km".to_owned()), ("20".to_owned(), "20 km".to_owned())];
    let inside = html! {
        form.search {
            (text_field("empty", "Empty", "What it is for", "", None))
            (text_field("full", "Filled", "What it is for", "boulangère", None))
            (select_field("radius", "One of a few", &radii, "20", None))
            label.check { input type="checkbox" name="off"; "Off" }
            label.check { input type="checkbox" name="on" checked; "On" }
            button.button type="submit" { "Send" }
        }
    };
    part("Fields", "Arrows walk through suggestions, Enter takes one, Escape closes them.", &inside)
}

fn shown(t: Texts, app: &AppContext, today: Day) -> Markup {
    html! {
        (part("Notice", "Said aloud by screen readers when it comes; takes no focus.", &notice(&html! { p { "Something to know." } })))
        (part("Cards", "One link each: the whole card can be touched.", &cards(t, &samples(today), today)))
        (part("Pages", "Links.", &pagination(t, 2, 5, |_| "#main".to_owned())))
        (part("A person to call", "The number is a link.", &desk(t, &app.own_help())))
    }
}

/// A card with everything, and one that its source said little of.
fn samples(today: Day) -> [CardView; 2] {
    let full = CardView {
        number: "0123456789ab".into(),
        title: "Agent de propreté urbaine (H/F)".into(),
        employer: Some("Régie du Canal".into()),
        place: Some("Roubaix".into()),
        more_places: 2,
        distance_m: Some(2_300),
        contract: Some(Contract::Cdd),
        contract_days: Some(180),
        weekly_min: Some(35 * 60),
        beginner_ok: true,
        no_car: true,
        insertion: true,
        posted: Some(today),
        under_minimum: true,
        text_since: today,
        source: "demo".into(),
        ..CardView::default()
    };
    let bare = CardView {
        number: "0123456789ac".into(),
        title: "Cariste".into(),
        source: "demo".into(),
        ..CardView::default()
    };
    [full, bare]
}
