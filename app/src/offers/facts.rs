//! Key facts of an offer, from typed fields, so that every language has them. What the source does
//! not say is "non précisé", never "no".

use super::labels;
use super::view::OfferView;
use crate::i18n::{Texts, format};
use crate::url;
use domain::hours::Hours;
use domain::place::Precision;
use maud::{Markup, html};

/// A fact: its name, and lines of words; a line says whether it is the source's own French.
struct Fact {
    name: &'static str,
    lines: Vec<(String, bool)>,
    /// A last line that links to the glossary: the word's anchor, and the line.
    word: Option<(&'static str, String)>,
    warning: Option<&'static str>,
}

impl Fact {
    const fn new(name: &'static str, lines: Vec<(String, bool)>) -> Self {
        Self { name, lines, word: None, warning: None }
    }
}

/// The table of facts.
pub(super) fn facts_table(t: Texts, offer: &OfferView) -> Markup {
    html! {
        table.facts {
            caption { (t.offer_facts()) }
            tbody {
                @for fact in facts(t, offer) {
                    tr {
                        th scope="row" { (fact.name) }
                        td {
                            @for (words, source) in &fact.lines {
                                div lang=[labels::french(t).filter(|_| *source)] { (words) }
                            }
                            @if let Some(words) = fact.warning { div.bad { (words) } }
                            @if let Some((anchor, words)) = &fact.word {
                                a.tap rel="external" href=(url::word(t.lang(), anchor)) { (words) }
                            }
                            @if fact.lines.is_empty() && fact.word.is_none() { div.quiet-text { (t.offer_unsaid()) } }
                        }
                    }
                }
            }
        }
    }
}

fn facts(t: Texts, offer: &OfferView) -> Vec<Fact> {
    let ours = |words: Option<String>| words.map(|w| (w, false)).into_iter().collect::<Vec<_>>();
    let theirs = |words: Option<&String>| words.map(|w| (w.clone(), true)).into_iter().collect::<Vec<_>>();
    let contract = offer.contract.map(|c| (c.code(), labels::contract_with_length(t, c, offer.contract_days)));
    let gross = offer.pay.as_ref().map(|_| ("brut", t.offer_word_pay().to_owned()));
    let mut always = vec![
        Fact::new(t.offer_employer(), theirs(offer.employer.as_ref())),
        Fact::new(t.offer_place(), places(t, offer)),
        Fact { word: contract, ..Fact::new(t.offer_contract(), Vec::new()) },
        Fact::new(t.offer_hours(), hours(t, &offer.hours)),
        Fact {
            word: gross,
            warning: offer.under_minimum.then(|| t.minimum_under()),
            ..Fact::new(t.offer_pay(), pay(t, offer))
        },
        Fact::new(t.offer_start(), ours(offer.start.map(|day| start(t, offer, day)))),
    ];
    let clause = offer.clause.then(|| (t.offer_clause().to_owned(), false));
    let reserved = offer.reserved.then(|| (t.offer_reserved().to_owned(), false));
    let insertion = theirs(offer.structure.as_ref()).into_iter().chain(clause).chain(reserved).collect();
    let car = offer.no_car.map(|ok| if ok { t.offer_car_yes() } else { t.offer_car_no() }.to_owned());
    let when_said = [
        Fact::new(t.offer_car(), ours(car)),
        Fact::new(t.offer_remote(), ours(offer.remote.map(|r| labels::remote(t, r).to_owned()))),
        Fact::new(t.offer_closes(), ours(offer.closes.map(|day| format::day(t, day)))),
        Fact::new(t.offer_posts(), ours(offer.posts.filter(|n| *n > 1).map(|n| n.to_string()))),
        Fact::new(t.offer_insertion(), insertion),
        Fact::new(t.offer_occupation(), theirs(offer.appellation.as_ref())),
        Fact::new(t.offer_sector(), ours(offer.sector.map(|s| labels::sector(t, s).to_owned()))),
        Fact::new(t.offer_agency(), theirs(offer.agency.as_ref())),
        Fact::new(t.offer_size(), theirs(offer.size.as_ref())),
    ];
    always.extend(when_said.into_iter().filter(|fact| !fact.lines.is_empty()));
    always
}

fn places(t: Texts, offer: &OfferView) -> Vec<(String, bool)> {
    let line = |(precision, label, postcode): &(Precision, String, Option<String>)| {
        let place = match postcode {
            Some(code) => format!("{label} ({code})"),
            None => label.clone(),
        };
        let place = if *precision == Precision::Unresolved {
            format!("{place} – {}", t.card_place_to_check())
        } else {
            place
        };
        (place, false)
    };
    if offer.places.is_empty() {
        return vec![(t.card_place_to_check().to_owned(), false)];
    }
    offer.places.iter().map(line).collect()
}

fn hours(t: Texts, hours: &Hours) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    parts.extend(hours.work_time.map(|time| labels::work_time(t, time).to_owned()));
    parts.extend(hours.weekly_min.map(|minutes| t.length_weekly(&format::hours(t, minutes))));
    let mut lines = Vec::new();
    let mut put = |parts: Vec<String>| {
        if !parts.is_empty() {
            lines.push((parts.join(", "), false));
        }
    };
    put(parts);
    put(hours.schedule.iter().map(|s| labels::schedule(t, *s).to_owned()).collect());
    put(hours.days.iter().map(|day| t.date_weekdays((*day).into()).to_owned()).collect());
    if let (Some(start), Some(end)) = (hours.start_min, hours.end_min) {
        put(vec![t.length_from_to(&format::hours(t, end), &format::hours(t, start))]);
    }
    if lines.is_empty() {
        lines.extend(hours.text.iter().map(|words| (words.clone(), true)));
    }
    lines
}

fn pay(t: Texts, offer: &OfferView) -> Vec<(String, bool)> {
    let mut lines = Vec::new();
    lines.extend(offer.pay.as_ref().map(|pay| {
        let hours = &offer.hours;
        (labels::pay(t, pay, offer.contract, hours.weekly_min, hours.work_time), false)
    }));
    lines.extend(offer.pay_text.as_ref().map(|words| (t.offer_pay_more(words), true)));
    lines
}

fn start(t: Texts, offer: &OfferView, day: domain::time::Day) -> String {
    if day <= offer.today { t.date_starts_now().to_owned() } else { format::day(t, day) }
}
