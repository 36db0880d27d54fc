//! One offer in a list: title, employer, place, then what decides: contract, hours, pay.

use super::labels;
use super::view::CardView;
use crate::i18n::{Texts, format};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use domain::number::OfferNumber;
use domain::offer::is_old;
use domain::time::Day;
use maud::{Markup, html};

/// Where cards lead.
pub(crate) struct Links<'a> {
    /// The address of an offer, by its slug and number.
    pub(crate) address: &'a dyn Fn(&str, OfferNumber) -> String,
    /// Where it opens, when that is not where the card is.
    pub(crate) target: Option<&'static str>,
}

/// Cards that lead to the offers' own pages, as a list. `today` is the day that ages are counted from.
pub(crate) fn cards(t: Texts, cards: &[CardView], today: Day) -> Markup {
    let address = |slug: &str, number| url::offer(t.lang(), slug, number);
    cards_to(t, cards, today, &Links { address: &address, target: None })
}

/// Cards that lead elsewhere.
pub(crate) fn cards_to(t: Texts, cards: &[CardView], today: Day, links: &Links<'_>) -> Markup {
    html! {
        ul.cards {
            @for card in cards { (offer_card(t, card, today, links)) }
        }
    }
}

fn offer_card(t: Texts, card: &CardView, today: Day, links: &Links<'_>) -> Markup {
    let slug = domain::text::slug(&card.title);
    let address = OfferNumber::parse(&card.number).map(|number| (links.address)(&slug, number));
    html! {
        li.card {
            h3 { a href=[address] target=[links.target] lang=[labels::french(t)] { (card.title) } }
            p { (icon(Glyph::Building)) (card.employer.as_deref().unwrap_or(t.card_employer_hidden())) }
            p { (icon(Glyph::Pin)) (place(t, card)) }
            ul.tags {
                @for tag in tags(t, card) { li { (tag) } }
            }
            @if card.under_minimum { p.bad { (t.minimum_under()) } }
            @if is_old(card.text_since, today) { p.bad { (t.old_short()) } }
            p.quiet-text { (foot(t, card, today)) }
        }
    }
}

pub(super) fn place(t: Texts, card: &CardView) -> String {
    let mut words = card.place.clone().unwrap_or_else(|| t.card_place_to_check().to_owned());
    if card.more_places > 0 {
        words = format!("{words} {}", t.card_more_places(card.more_places.into()));
    }
    if card.wide_place {
        format!("{words}, {}", t.card_wide_place())
    } else if let Some(metres) = card.distance_m {
        format!("{words}, {}", format::distance(t, metres))
    } else {
        words
    }
}

fn tags(t: Texts, card: &CardView) -> Vec<String> {
    let mut tags = Vec::new();
    tags.extend(card.contract.map(|contract| labels::contract_with_length(t, contract, card.contract_days)));
    if let Some(minutes) = card.weekly_min {
        tags.push(t.length_weekly(&format::hours(t, minutes)));
    } else if let Some(time) = card.work_time {
        tags.push(labels::work_time(t, time).to_owned());
    }
    tags.extend(card.pay.as_ref().map(|pay| labels::pay(t, pay, card.contract, card.weekly_min, card.work_time)));
    tags.extend(card.remote.map(|remote| labels::remote(t, remote).to_owned()));
    if card.beginner_ok {
        tags.push(t.experience_beginner().to_owned());
    }
    if card.no_car {
        tags.push(t.card_no_car().to_owned());
    }
    if card.insertion {
        tags.push(t.card_insertion().to_owned());
    }
    tags
}

fn foot(t: Texts, card: &CardView, today: Day) -> String {
    let source = t.card_source(&labels::source(t, &card.source));
    match card.posted {
        Some(day) => format!("{} · {source}", format::age(t, day, today)),
        None => source,
    }
}
