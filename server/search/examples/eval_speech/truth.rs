//! Whether an offer has what was asked, by its fields and by its own words: the judgements of the set of conditions.

use crate::Failure;
use domain::offer::Offer;
use domain::pay::PayPeriod;
use domain::requirement::Need;
use domain::time::Day;
use fancy_regex::Regex;
use serde::Deserialize;
use std::collections::HashMap;

/// Hours of a full-time month.
const MONTH_HOURS: f64 = 151.67;

/// A judgement.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Truth {
    Any {
        any: Vec<Truth>,
    },
    All {
        all: Vec<Truth>,
    },
    Not {
        not: Box<Truth>,
    },
    Words {
        regex: String,
        #[serde(rename = "in")]
        within: String,
    },
    Is {
        field: String,
        #[serde(rename = "in")]
        values: Vec<serde_json::Value>,
    },
    Least {
        field: String,
        ge: f64,
    },
    /// Days since it was posted.
    Most {
        le: i32,
    },
}

/// Patterns, compiled once.
#[derive(Default)]
pub(crate) struct Patterns(HashMap<String, Regex>);

impl Patterns {
    /// Compiles those of a judgement.
    pub(crate) fn learn(&mut self, truth: &Truth) -> Result<(), Failure> {
        match truth {
            Truth::Any { any } => any.iter().try_for_each(|one| self.learn(one)),
            Truth::All { all } => all.iter().try_for_each(|one| self.learn(one)),
            Truth::Not { not } => self.learn(not),
            Truth::Words { regex, .. } => {
                if !self.0.contains_key(regex) {
                    self.0.insert(regex.clone(), Regex::new(regex).map_err(|error| format!("{regex}: {error}"))?);
                }
                Ok(())
            }
            Truth::Is { .. } | Truth::Least { .. } | Truth::Most { .. } => Ok(()),
        }
    }

    /// Whether an offer has it.
    pub(crate) fn holds(&self, truth: &Truth, offer: &Offer, today: Day) -> bool {
        match truth {
            Truth::Any { any } => any.iter().any(|one| self.holds(one, offer, today)),
            Truth::All { all } => all.iter().all(|one| self.holds(one, offer, today)),
            Truth::Not { not } => !self.holds(not, offer, today),
            Truth::Words { regex, within } => {
                let text = match within.as_str() {
                    "title" => fold(&offer.title),
                    "text" => fold(offer.text.as_deref().unwrap_or_default()),
                    "hours" => fold(offer.hours.text.as_deref().unwrap_or_default()),
                    _ => offer.requirements.conditions.iter().map(|c| fold(c)).collect::<Vec<_>>().join(" ; "),
                };
                self.0.get(regex).is_some_and(|pattern| pattern.is_match(&text).unwrap_or(false))
            }
            Truth::Is { field, values } => of(offer, field).iter().any(|value| values.contains(value)),
            Truth::Least { field, ge } => number(offer, field).is_some_and(|value| value >= ge - 1e-6),
            Truth::Most { le, .. } => offer.posted.is_some_and(|posted| today.0 - posted.0 <= *le),
        }
    }
}

fn of(offer: &Offer, field: &str) -> Vec<serde_json::Value> {
    let asked = &offer.requirements;
    let levels = |essential: bool| {
        let diplomas = asked.diplomas.iter().filter(move |d| !essential || d.need == Need::Essential);
        diplomas.map(|d| d.level.code().into()).collect()
    };
    match field {
        "contract" => offer.contract.iter().map(|v| v.code().into()).collect(),
        "work_time" => offer.hours.work_time.iter().map(|v| v.code().into()).collect(),
        "schedule" => offer.hours.schedule.iter().map(|v| v.code().into()).collect(),
        "remote" => offer.remote.iter().map(|v| v.code().into()).collect(),
        "beginner_ok" => asked.beginner_ok.iter().map(|v| (*v).into()).collect(),
        "diploma" => levels(false),
        "diploma_exige" => levels(true),
        "permit" => asked.permits.iter().filter_map(|p| p.label.split(' ').next()).map(Into::into).collect(),
        _ => vec![(offer.insertion != domain::offer::Insertion::default()).into()],
    }
}

fn number(offer: &Offer, field: &str) -> Option<f64> {
    if field == "experience_months_min" {
        let experience = offer.requirements.experience.as_ref().filter(|e| e.need == Need::Essential)?;
        return Some(f64::from(experience.months.unwrap_or(0)));
    }
    let pay = offer.pay.as_ref()?;
    let cents = if field == "pay_month_gross_top" { pay.max_cents } else { pay.min_cents };
    let euros = cents as f64 / 100.0;
    Some(match pay.period {
        PayPeriod::Hour => euros * MONTH_HOURS,
        PayPeriod::Year => {
            let months = f64::from(pay.months_e2.unwrap_or(1_200)) / 100.0;
            euros / if (12.0..=16.0).contains(&months) { months } else { 12.0 }
        }
        PayPeriod::Month | PayPeriod::Day => euros,
    })
}

/// Small ASCII letters, single spaces.
pub(crate) fn fold(text: &str) -> String {
    let folded = domain::text::fold(text).replace('€', " euros ");
    let plain: String = folded.chars().map(|c| if c.is_ascii() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
