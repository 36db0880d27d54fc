//! The document in a partner's frame (`/e/…`): plain HTML, one style, one small script that says how high it is. Links
//! leave the frame unless they say otherwise: how to apply, the glossary, sources are read on pages of their own.

use super::board::{Ways, answer, offer_head, title};
use super::filters::form;
use super::style::style;
use super::{Drawn, Page, Scene};
use crate::error::AppError;
use crate::i18n::pages::PageTexts;
use crate::i18n::{Lang, Texts};
use crate::offers::{self, reading};
use crate::ui::icon::{Glyph, icon, sprite_of};
use crate::url;
use domain::number::OfferNumber;
use domain::query::OfferQuery;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::sync::LazyLock;

/// Offers of a short board: with head and foot they stay under the 1,000 pixels that WordPress allows.
const SHORT: usize = 3;
/// What opens inside the frame.
const INSIDE: Option<&str> = Some("_self");

/// The one script of a frame, as it stands in the page: its hash is in the policy.
pub static FRAME_SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let lines = include_str!("frame.js").lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
});

/// The list, with its search form.
///
/// # Errors
/// When neither the index nor the store answers.
pub async fn frame_list(scene: Scene<'_>) -> Result<Drawn, AppError> {
    let asked =
        OfferQuery { page: if scene.asked.short { 1 } else { scene.asked.query.page }, ..scene.asked.query.clone() };
    let mut found = offers::find(scene.app, scene.t, &asked).await?;
    let key = &scene.partner.key;
    let body = if scene.asked.short {
        found.cards.truncate(SHORT);
        found.pages = 1;
        let search = scene.asked.search(1);
        let offer = |slug: &str, number: OfferNumber| url::partner_offer(key, slug, number, &search);
        html! {
            h1 { (scene.t.results_title()) }
            (answer(scene, &found, &Ways { page: &|_| url::partner(key, &search), offer: &offer, target: None }))
            p { a.button href=(url::partner(key, &search)) { (scene.p.embed_all()) } }
        }
    } else {
        let page = |page| url::frame(key, &scene.asked.search(page));
        let back = scene.asked.search(found.query.page);
        let offer = |slug: &str, number: OfferNumber| url::frame_offer(key, slug, number, &back);
        html! {
            h1 { (scene.t.results_title()) }
            (form(scene, &found, &url::frame(key, ""), INSIDE))
            (answer(scene, &found, &Ways { page: &page, offer: &offer, target: INSIDE }))
        }
    };
    Ok(Drawn { status: 200, html: document(scene, &title(scene), &body) })
}

/// An offer: what it is, and the way to answer it outside of the frame.
///
/// # Errors
/// When the store does not answer, or has no such offer.
pub async fn frame_offer(scene: Scene<'_>, segment: &str) -> Result<Page, AppError> {
    let (slug, number) = url::read_offer(segment).ok_or(AppError::NotFound)?;
    // How to apply never stands in a frame.
    let offer = offers::offer(scene.app, number, false).await?;
    let key = &scene.partner.key;
    let search = scene.asked.search(scene.asked.query.page);
    if slug != offer.slug {
        return Ok(Page::There(url::frame_offer(key, &offer.slug, number, &search)));
    }
    let shown = url::partner_apply(key, &offer.slug, number, &scene.asked.search(1));
    let whole = url::partner_offer(key, &offer.slug, number, &scene.asked.search(1));
    let parts = reading(scene.t, &offer, &shown);
    let body = html! {
        @if !scene.asked.short { (offer_head(scene, &offer, &url::frame(key, &search), INSIDE)) }
        @else { h1 { (offer.title) } }
        (parts.closed)
        (parts.facts)
        @if offer.closed.is_none() {
            p { a.button rel="nofollow" href=(if offer.can_apply { &shown } else { &whole }) { (icon(Glyph::External)) (scene.p.embed_answer()) } }
        }
        @if !scene.asked.short { (parts.text) }
    };
    let status = if offer.closed.is_some() { 410 } else { 200 };
    Ok(Page::Here(Drawn { status, html: document(scene, &offer.title, &body) }))
}

/// What a frame shows where there is nothing, or where we do not answer.
#[must_use]
pub fn frame_gone(scene: Scene<'_>, error: &AppError) -> Drawn {
    let t = scene.t;
    let (title, text) = match error {
        AppError::NotFound | AppError::BadRequest => (t.error_not_found(), t.error_not_found_text()),
        _ => (t.error_unavailable(), t.error_unavailable_text()),
    };
    let body = html! {
        h1 { (title) }
        p { (text) }
        p { a.button href=(url::frame(&scene.partner.key, &scene.asked.search(1))) target=[INSIDE] { (scene.p.embed_back()) } }
    };
    Drawn { status: error.status(), html: document(scene, title, &body) }
}

fn document(scene: Scene<'_>, title: &str, body: &Markup) -> String {
    let glyphs = [
        Glyph::Search,
        Glyph::Pin,
        Glyph::Building,
        Glyph::Sliders,
        Glyph::Info,
        Glyph::Phone,
        Glyph::External,
        Glyph::List,
    ];
    let t: Texts = scene.t;
    let whole = html! {
        (DOCTYPE)
        html lang=(t.lang().code()) dir=(t.lang().dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                meta name="robots" content="noindex";
                base target="_top";
                style { (PreEscaped(style(&scene.partner.theme, scene.asked.mode))) }
            }
            body.short[scene.asked.short] {
                main { (body) }
                footer { (foot(scene, t.lang(), scene.p)) }
                svg hidden { (PreEscaped(sprite_of(|glyph| glyphs.contains(&glyph)))) }
                script { (PreEscaped(FRAME_SCRIPT.as_str())) }
            }
        }
    };
    whole.into_string()
}

/// Whose offers these are, and that nothing is kept of the reader.
fn foot(scene: Scene<'_>, lang: Lang, p: PageTexts) -> Markup {
    let hub = &scene.app.hub.name;
    let by = if hub.is_empty() { scene.t.app_name() } else { hub };
    let look = scene.asked.look_in(scene.partner, lang);
    html! {
        p.quiet-text {
            a href=(url::partner(&scene.partner.key, &look)) { (p.embed_by(by)) }
            ". " (p.embed_no_trace())
        }
    }
}
