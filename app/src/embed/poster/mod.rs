//! The poster of the week (`/p/…/affiche`): a few offers of a partner on a sheet to print and pin where food is given out.
//! One address, always of today; black on white, no script, no contact of anybody but the hub.

mod choose;

use super::{Drawn, Scene};
use crate::error::AppError;
use crate::i18n::format;
use crate::offers::{self, words};
use crate::shell::{ICON, POSTER_A3_STYLE, POSTER_STYLE};
use crate::url;
use domain::number::OfferNumber;
use domain::query::{OfferQuery, Sort};
use domain::time::Day;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Offers on a sheet of A4: two columns of four.
const ON_A4: usize = 8;
/// Offers on a sheet of A3: two columns of six.
const ON_A3: usize = 12;
/// With so few, each has the whole width.
const FEW: usize = 4;
/// Pages of the list from which they are chosen.
const PAGES: u32 = 3;

/// One offer of the sheet.
struct Line {
    title: String,
    number: String,
    words: offers::Words,
}

/// The styles of a sheet: those that every sheet has, and those of A3.
#[must_use]
pub const fn poster_styles() -> [&'static str; 2] {
    [POSTER_STYLE, POSTER_A3_STYLE]
}

/// The poster, on A4 or on A3.
///
/// # Errors
/// When neither the index nor the store answers.
pub async fn poster(scene: Scene<'_>, a3: bool) -> Result<Drawn, AppError> {
    let mut query = OfferQuery { sort: Sort::Date, page: 1, ..scene.partner.query().clone() };
    let mut cards = Vec::new();
    let mut place = None;
    for page in 1..=PAGES {
        query.page = page;
        let found = offers::find(scene.app, scene.t, &query).await?;
        cards.extend(found.cards);
        place = Some(found.query.place_text).filter(|name| !name.is_empty());
        if page >= found.pages {
            break;
        }
    }
    let chosen = choose::choose(cards, if a3 { ON_A3 } else { ON_A4 });
    let mut lines = Vec::new();
    for card in chosen {
        let Some(number) = OfferNumber::parse(&card.number) else { continue };
        let number = number.short(&namesakes(scene, number).await?);
        lines.push(Line { words: words(scene.t, &card), title: card.title, number });
    }
    Ok(Drawn { status: 200, html: document(scene, &lines, place.as_deref(), a3) })
}

/// Open offers whose numbers begin alike.
async fn namesakes(scene: Scene<'_>, number: OfferNumber) -> Result<Vec<OfferNumber>, AppError> {
    let today = scene.app.now().today;
    let text = number.to_string();
    let Some(range) = OfferNumber::parse(&format!("{}000000", &text[..6])) else { return Ok(Vec::new()) };
    let last = OfferNumber::parse(&format!("{}zzzzzz", &text[..6])).unwrap_or(range);
    let alike = scene.app.store.open_called((range, last), today, 50).await?;
    Ok(alike.into_iter().map(|offer| offer.number).collect())
}

fn document(scene: Scene<'_>, lines: &[Line], place: Option<&str>, a3: bool) -> String {
    let (t, p) = (scene.t, scene.p);
    let title = match place {
        Some(place) => p.poster_near(place),
        None => p.poster_title().to_owned(),
    };
    let whole = html! {
        (DOCTYPE)
        html lang=(t.lang().code()) dir=(t.lang().dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – " (scene.partner.name()) }
                meta name="robots" content="noindex";
                link rel="icon" href=(PreEscaped(ICON));
                style { (PreEscaped(POSTER_STYLE)) }
                @if a3 { style { (PreEscaped(POSTER_A3_STYLE)) } }
            }
            body {
                (tools(scene, a3))
                (head(scene, &title))
                main {
                    @if lines.is_empty() { p { (p.poster_none()) } }
                    @else { (offers_of(scene, lines)) }
                }
                (foot(scene))
            }
        }
    };
    whole.into_string()
}

/// What is on the screen alone.
fn tools(scene: Scene<'_>, a3: bool) -> Markup {
    let p = scene.p;
    let look = scene.asked.look_in(scene.partner, scene.t.lang());
    let other = if a3 { look.clone() } else { format!("format=a3{}{look}", if look.is_empty() { "" } else { "&" }) };
    html! {
        nav.tools aria-label=(p.poster_tools()) {
            p { (p.poster_print()) }
            a href=(url::partner(&scene.partner.key, &look)) { (p.poster_back()) }
            a href=(url::poster(&scene.partner.key, &other)) { (if a3 { p.poster_a4() } else { p.poster_a3() }) }
        }
    }
}

fn head(scene: Scene<'_>, title: &str) -> Markup {
    let (p, hub) = (scene.p, &scene.app.hub.name);
    let name = scene.partner.name();
    html! {
        header.head {
            h1 { (title) }
            p { (week(scene)) }
            p { (name) @if !hub.is_empty() && hub != name { " · " (p.poster_with(hub)) } }
        }
    }
}

/// `Semaine du 23 novembre 2026 au 29 novembre 2026`.
fn week(scene: Scene<'_>) -> String {
    let monday: Day = scene.app.now().today.monday();
    scene.p.poster_week(&format::day(scene.t, monday), &format::day(scene.t, monday.plus(6)))
}

fn offers_of(scene: Scene<'_>, lines: &[Line]) -> Markup {
    let french = offers::french(scene.t);
    html! {
        ol.offers.few[lines.len() <= FEW] {
            @for Line { title, number, words } in lines {
                li.offer {
                    h2 lang=[french] { (title) }
                    p.who {
                        strong { (words.place) }
                        @if let Some(employer) = &words.employer { " · " (employer) }
                    }
                    @let terms: Vec<&str> = [&words.contract, &words.hours].into_iter().flatten().map(String::as_str).collect();
                    @if !terms.is_empty() { p { (terms.join(", ")) } }
                    @if let Some(pay) = &words.pay { p.pay { (pay) } }
                    p.number { (scene.p.poster_number(number)) }
                }
            }
        }
    }
}

/// How to go on: the square, the address, a person to call.
fn foot(scene: Scene<'_>) -> Markup {
    let (t, p) = (scene.t, scene.p);
    let address = format!("{}{}", scene.app.config.public_url, url::partner(&scene.partner.key, ""));
    let (side, path) = qr::path(&address);
    let help = scene.app.own_help();
    let hours = scene.app.own_place().and_then(|own| own.place.hours).map(|hours| hours.every_week());
    html! {
        footer.foot {
            svg viewBox={ "-2 -2 " (side + 4) " " (side + 4) } aria-hidden="true" { path d=(path) stroke="#000" {} }
            div {
                p { (p.poster_scan()) }
                p { strong { (address.split_once("://").map_or(address.as_str(), |(_, rest)| rest)) } }
                p { (p.poster_say()) }
            }
            div {
                @if !help.phone.is_empty() {
                    p { (p.poster_call()) }
                    p.phone dir="ltr" { (format::phone(&help.phone)) }
                }
                p { strong { (help.name) } @if !help.place.is_empty() { ", " (help.place) } }
                @if let Some(hours) = hours.filter(|hours| !hours.is_empty()) { p { (p.poster_hours(&hours)) } }
                @if help.free { p { (t.help_free()) } }
            }
        }
    }
}
