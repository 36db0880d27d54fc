//! « Signaler un problème »: a form that opens in its place and posts to the page itself. Once the
//! client is awake it is sent without leaving the page (`in_browser.rs`). Nothing is asked of the reader.

use super::view::OfferView;
use crate::i18n::{Key, Texts};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use domain::report::{MAX_REPORT_TEXT, ReportReason};
use maud::{Markup, html};

/// What the page knows of a report that was just posted: only the server's answer to it does.
#[derive(Default)]
struct Posted {
    thanked: bool,
    refused: Option<Key>,
    reason: String,
    text: String,
}

fn posted() -> Posted {
    use super::report_server::{Draft, Refusal};
    let search = crate::context::request_search();
    let thanked = url::read_pairs(&search).iter().any(|(name, _)| name == url::REPORTED);
    let Some((draft, refusal)) = leptos::prelude::use_context::<(Draft, Refusal)>() else {
        return Posted { thanked, ..Posted::default() };
    };
    crate::context::set_status(refusal.status());
    let refused = match refusal {
        Refusal::NoReason => Key::ReportNoReason,
        Refusal::TooLong => Key::ReportTooLong,
        Refusal::TooMany => Key::ReportTooMany,
        Refusal::Robot | Refusal::NotFound | Refusal::Unavailable => Key::ReportNotSent,
    };
    Posted { thanked: false, refused: Some(refused), reason: draft.reason, text: draft.text }
}

/// The form, closed until it is asked for.
pub(super) fn report(t: Texts, offer: &OfferView) -> Markup {
    let posted = posted();
    html! {
        div.actions {
        details.act id=(url::REPORT) open[posted.thanked || posted.refused.is_some()] {
            summary { (icon(Glyph::Flag)) (t.report_open()) }
            div role="status" tabindex="-1" {
                p.good data-said="ok" hidden[!posted.thanked] { (t.report_thanks()) }
                @if let Some(words) = posted.refused { p.bad { (t.get(words)) } }
                p.bad data-said="429" hidden { (t.report_too_many()) }
                p.bad data-said="no" hidden { (t.report_not_sent()) }
            }
            @if !posted.thanked { (form(t, offer, &posted)) }
        }
        }
    }
}

fn form(t: Texts, offer: &OfferView, posted: &Posted) -> Markup {
    html! {
        form method="post" action=(url::offer(t.lang(), &offer.slug, offer.number)) data-report="/_f/report_offer" {
            input type="hidden" name="number" value=(offer.number);
            fieldset {
                legend { (t.report_legend()) }
                @for reason in ReportReason::ALL {
                    label.check {
                        input type="radio" name="reason" required value=(reason) checked[posted.reason == reason.code()];
                        (t.get(words(*reason)))
                    }
                }
            }
            div.field {
                label for="r-text" { (t.report_text()) }
                small id="r-hint" { (t.report_text_hint()) }
                textarea id="r-text" name="text" rows="3" maxlength=(MAX_REPORT_TEXT) aria-describedby="r-hint" {
                    (posted.text)
                }
            }
            label hidden { (t.report_trap()) input type="text" name="website" tabindex="-1" autocomplete="off"; }
            button.button.quiet type="submit" { (t.report_send()) }
        }
    }
}

const fn words(reason: ReportReason) -> Key {
    match reason {
        ReportReason::Filled => Key::ReportFilled,
        ReportReason::Wrong => Key::ReportWrong,
        ReportReason::Money => Key::ReportMoney,
        ReportReason::Discriminatory => Key::ReportDiscriminatory,
        ReportReason::Silent => Key::ReportSilent,
        ReportReason::Other => Key::ReportOther,
    }
}
