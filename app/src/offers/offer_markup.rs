//! One offer as the server draws it: dates, facts, how to answer, the text, what is like it.

use super::actions::actions;
use super::apply::apply;
use super::asked::asked_for;
use super::facts::facts_table;
use super::given::OfferPage;
use super::labels;
use super::offer_card::cards;
use super::printed::{printed, size};
use super::report::report;
use super::view::OfferView;
use crate::hub::desk;
use crate::i18n::{Texts, format};
use crate::ui::icon::{Glyph, icon};
use crate::ui::notice::notice;
use crate::url;
use crate::wire::Html;
use domain::offer::Closed;
use leptos::prelude::use_context;
use maud::{Markup, PreEscaped, html};

/// Paragraphs that are set apart; what is beyond is one.
const MAX_PARAGRAPHS: usize = 60;

/// The whole of the page below its title. What only machines read is for whole pages.
pub(super) fn draw(t: Texts, offer: &OfferView) -> OfferPage {
    let whole_page = !crate::context::request_path().is_some_and(|path| url::reserved(&path));
    if whole_page {
        super::open_graph::tell(t, offer);
    }
    let json = if whole_page { job_posting(offer) } else { None };
    let body = html! {
        (printed(t, offer))
        p.quiet-text { (dates(t, offer)) }
        @if let Some(why) = offer.closed { (closed(t, why)) }
        @if offer.old && offer.closed.is_none() { (notice(&html! { p { (t.old_long()) } })) }
        // `phone.js` says here how much of it the reader knows already, where she said so.
        div data-fit=(offer.number) hidden {}
        @if offer.closed.is_none() && offer.rome.is_some() {
            p { a.tap href=(url::paths_to(t.lang(), &offer.number)) rel="external" { (icon(Glyph::Map)) (t.offer_way()) } }
        }
        (actions(t, offer))
        div.offer-body {
            div.offer-side {
                (facts_table(t, offer))
                @if let Some(code) = &offer.rome { p { (crate::trades::link(t.lang(), code)) } }
                (apply(t, offer)) (desk(t, &offer.help))
            }
            div.offer-main {
                (text(t, offer)) (asked_for(t, offer)) (source(t, offer))
                @if offer.closed.is_none() { (report(t, offer)) }
            }
        }
        @if !offer.similar.is_empty() {
            section.more aria-labelledby="similar" {
                h2 id="similar" { (t.offer_similar()) }
                (cards(t, &offer.similar, offer.today))
            }
        }
        a.button.quiet href=(url::offers_path(t.lang())) { (t.home_all()) }
        @if let Some(json) = json { script type="application/ld+json" { (PreEscaped(json)) } }
    };
    OfferPage {
        title: offer.title.clone(),
        address: url::offer(t.lang(), &offer.slug, offer.number),
        closed: offer.closed.is_some(),
        class: size(offer).to_owned(),
        body: Html(body.into_string()),
    }
}

fn job_posting(offer: &OfferView) -> Option<String> {
    let app = use_context::<crate::context::AppContext>()?;
    super::job_posting::job_posting(offer, &app.config.public_url)
}

pub(super) fn dates(t: Texts, offer: &OfferView) -> String {
    let posted =
        offer.posted.map_or_else(|| t.offer_no_posted().to_owned(), |day| t.offer_posted(&format::day(t, day)));
    match offer.updated.filter(|day| Some(*day) != offer.posted) {
        Some(day) => format!("{posted} · {}", t.offer_updated(&format::day(t, day))),
        None => posted,
    }
}

pub(super) fn closed(t: Texts, why: Closed) -> Markup {
    let why = match why {
        Closed::Absent => t.offer_closed_absent(),
        Closed::Expired => t.offer_closed_expired(),
    };
    notice(&html! {
        p { strong { (t.offer_closed()) } " " (why) }
    })
}

pub(super) fn text(t: Texts, offer: &OfferView) -> Markup {
    html! {
        section {
            h2 { (t.offer_text()) }
            @match &offer.text {
                Some(text) => {
                    @if labels::french(t).is_some() { p.quiet-text { (t.offer_french()) } }
                    (prose(t, text))
                }
                None => {
                    p { (t.offer_no_text()) }
                    p { (origin(offer, t.offer_no_text_link())) }
                }
            }
            @if let Some(about) = &offer.about {
                h2 { (t.offer_about()) }
                (prose(t, about))
            }
        }
    }
}

/// The source's own text: French, left to right, its lines kept.
fn prose(t: Texts, text: &str) -> Markup {
    html! {
        div.prose lang=[labels::french(t)] dir="ltr" {
            @for paragraph in paragraphs(text) { p { (paragraph) } }
        }
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.splitn(MAX_PARAGRAPHS, "\n\n").map(str::trim).filter(|p| !p.is_empty())
}

pub(super) fn source(t: Texts, offer: &OfferView) -> Markup {
    html! {
        ul.source.quiet-text {
            li { (t.offer_source(&labels::source(t, &offer.source))) }
            @if let Some(licence) = &offer.licence { li { (t.offer_licence(licence)) } }
            li { (t.offer_number(&offer.number.to_string())) }
            @if offer.text.is_some() && offer.origin.is_some() { li { (origin(offer, t.offer_origin())) } }
        }
    }
}

fn origin(offer: &OfferView, words: &str) -> Markup {
    html! {
        @if let Some(to) = &offer.origin {
            a.tap href=(to) rel="external nofollow noopener noreferrer" { (icon(Glyph::External)) (words) }
        }
    }
}
