//! What an offer asks for: what is required, then what is a plus.

use super::labels;
use super::view::OfferView;
use crate::i18n::{Texts, format};
use domain::requirement::{Need, Requirements};
use maud::{Markup, html};

/// The section.
pub(super) fn asked_for(t: Texts, offer: &OfferView) -> Markup {
    let asked = &offer.requirements;
    let (required, plus): (Vec<_>, Vec<_>) =
        lines(t, asked).into_iter().partition(|(need, _)| *need == Need::Essential);
    let words = |lines: Vec<(Need, String)>| lines.into_iter().map(|(_, words)| words).collect::<Vec<_>>();
    let lists = [
        (t.offer_required(), words(required)),
        (t.offer_plus(), words(plus)),
        (t.offer_soft(), asked.soft_skills.clone()),
        (t.offer_conditions(), asked.conditions.clone()),
    ];
    let beginner = asked.beginner_ok == Some(true);
    html! {
        section aria-labelledby="asked" {
            h2 id="asked" { (t.offer_asked()) }
            @if beginner { p.good { (t.experience_beginner()) } }
            @if !beginner && lists.iter().all(|(_, list)| list.is_empty()) { p.quiet-text { (t.offer_nothing_asked()) } }
            @for (name, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
                h3 { (name) }
                ul lang=[labels::french(t)] {
                    @for item in list { li { (item) } }
                }
            }
        }
    }
}

fn lines(t: Texts, asked: &Requirements) -> Vec<(Need, String)> {
    let mut lines = Vec::new();
    if let Some(experience) = &asked.experience {
        let words = match experience.months {
            Some(months) => t.offer_experience_months(&format::months(t, months)),
            None => t.offer_experience_some().to_owned(),
        };
        lines.push((experience.need, words));
    }
    lines.extend(asked.diplomas.iter().map(|diploma| {
        let level = labels::diploma(t, diploma.level);
        let words = match &diploma.field {
            Some(field) => t.offer_diploma_field(field, level),
            None => t.offer_diploma(level),
        };
        (diploma.need, words)
    }));
    lines.extend(asked.permits.iter().map(|permit| (permit.need, t.offer_permit(&permit.label))));
    lines.extend(asked.languages.iter().map(|language| {
        let words = match &language.level {
            Some(level) => t.offer_language_level(&language.label, level),
            None => t.offer_language(&language.label),
        };
        (language.need, words)
    }));
    lines.extend(asked.skills.iter().map(|skill| (skill.need, skill.label.clone())));
    lines
}
