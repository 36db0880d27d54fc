//! Offers on pages that are not the app's own (server only): a partner's board. The same answers and the same parts of
//! an offer; who calls says where cards and buttons lead.

use super::answer::Fit;
use super::apply::apply_at;
use super::asked::asked_for;
use super::facts::facts_table;
use super::view::{CardView, OfferView};
use super::{labels, list, offer_card, offer_markup, search_form, server};
use crate::context::AppContext;
use crate::error::AppError;
use crate::hub::HelpView;
use crate::i18n::{Texts, format};
use domain::answer::Facet;
use domain::number::OfferNumber;
use domain::query::{MAX_PAGE, OfferQuery, PAGE_SIZE, RADII_KM};
use domain::time::Day;
use maud::{Markup, html};

/// What a search found.
pub(crate) struct Found {
    /// What was asked, with the name of its commune.
    pub(crate) query: OfferQuery,
    /// How many, in words.
    pub(crate) count: String,
    /// How many.
    pub(crate) total: u32,
    /// How many pages.
    pub(crate) pages: u32,
    /// Those of this page.
    pub(crate) cards: Vec<CardView>,
    /// The day that ages are counted from.
    pub(crate) today: Day,
    /// The words as corrected.
    pub(crate) corrected: Option<String>,
    /// A place that was typed and is not known.
    pub(crate) unknown_place: Option<String>,
    /// Who helps, where nothing is found.
    pub(crate) help: Option<HelpView>,
    facets: Vec<(Facet, String, u32)>,
}

/// Answers a search; without an index, the newest offers.
pub(crate) async fn find(app: &AppContext, t: Texts, query: &OfferQuery) -> Result<Found, AppError> {
    let mut query = query.clone();
    let mut view = server::find(app, &mut query).await?;
    // Words that became filters are filters here, too.
    if let Some(search) = &view.moved {
        query = server::results_query(search);
    }
    // A partner's page shows what has all that was asked, and nothing else.
    let all: usize = view.parts.iter().filter(|(fit, _)| *fit == Fit::All).map(|(_, count)| count).sum();
    view.cards.truncate(if view.ready { all } else { view.cards.len() });
    Ok(Found {
        count: list::count(t, &view, &query),
        pages: view.total.div_ceil(PAGE_SIZE).min(MAX_PAGE),
        query,
        total: view.total,
        cards: view.cards,
        today: view.today,
        corrected: view.corrected.map(|(text, _)| text),
        unknown_place: view.unknown_place,
        help: view.help,
        facets: view.facets,
    })
}

impl Found {
    /// The values of a filter that would find something, or are chosen: code, words, offers, whether it is chosen.
    pub(crate) fn values(&self, t: Texts, facet: Facet) -> Vec<(String, String, u32, bool)> {
        let chosen = self.query.to_pairs();
        let is_chosen = |code: &str| chosen.iter().any(|(name, value)| *name == facet.code() && value == code);
        let own = self.facets.iter().filter(|(other, ..)| *other == facet);
        let known = own.filter_map(|(_, code, count)| {
            let words = labels::facet_value(t, facet, code)?;
            Some((code.clone(), words, *count, is_chosen(code)))
        });
        known.filter(|(_, _, count, chosen)| *count > 0 || *chosen).collect()
    }

    /// The distances to choose from: value, words, whether it is chosen.
    pub(crate) fn radii(&self, t: Texts) -> Vec<(u16, String, bool)> {
        let own = self.query.radius_km;
        let other = (!RADII_KM.contains(&own)).then_some(own);
        let all = RADII_KM.iter().copied().chain(other);
        all.map(|km| (km, search_form::radius_words(t, km), km == own)).collect()
    }
}

/// What a poster says of an offer.
pub(crate) struct Words {
    /// Employer, where it may be shown.
    pub(crate) employer: Option<String>,
    /// Place.
    pub(crate) place: String,
    /// Contract with its length.
    pub(crate) contract: Option<String>,
    /// Hours a week, or full or part time.
    pub(crate) hours: Option<String>,
    /// What is left of the pay in a month, where it can be told; else the gross pay.
    pub(crate) pay: Option<String>,
}

/// The words of a card.
pub(crate) fn words(t: Texts, card: &CardView) -> Words {
    let weekly = card.weekly_min.map(|minutes| t.length_weekly(&format::hours(t, minutes)));
    Words {
        employer: card.employer.clone(),
        place: offer_card::place(t, card),
        contract: card.contract.map(|contract| labels::contract_with_length(t, contract, card.contract_days)),
        hours: weekly.or_else(|| card.work_time.map(|time| labels::work_time(t, time).to_owned())),
        pay: card.pay.as_ref().map(|pay| labels::pay_in_short(t, pay, card.contract, card.weekly_min, card.work_time)),
    }
}

/// One offer; `apply` asks for how to answer it.
pub(crate) async fn offer(app: &AppContext, number: OfferNumber, apply: bool) -> Result<OfferView, AppError> {
    server::offer(app, number, apply).await
}

/// When it was published and changed, in words.
pub(crate) fn dates(t: Texts, offer: &OfferView) -> String {
    offer_markup::dates(t, offer)
}

/// The parts of an offer's page.
pub(crate) struct Reading {
    /// Why it is closed; nothing while it is open.
    pub(crate) closed: Markup,
    /// Key facts.
    pub(crate) facts: Markup,
    /// How to apply, or the way to it.
    pub(crate) apply: Markup,
    /// The text, what is asked, the source.
    pub(crate) text: Markup,
}

/// Draws an offer; `shown` is the address that shows how to apply.
pub(crate) fn reading(t: Texts, offer: &OfferView, shown: &str) -> Reading {
    Reading {
        closed: html! { @if let Some(why) = offer.closed { (offer_markup::closed(t, why)) } },
        facts: facts_table(t, offer),
        apply: apply_at(t, offer, shown),
        text: html! { (offer_markup::text(t, offer)) (asked_for(t, offer)) (offer_markup::source(t, offer)) },
    }
}
