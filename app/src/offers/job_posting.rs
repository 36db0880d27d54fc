//! An open offer as search engines read it (server only): schema.org's
//! [JobPosting](https://schema.org/JobPosting), with the fields that Google requires
//! (<https://developers.google.com/search/docs/appearance/structured-data/job-posting>).
//!
//! No field is invented: an offer that does not say its text, day of publication, employer or place
//! has no JobPosting, and `validThrough` is there only when the closing day is known. Never a contact.

use super::view::OfferView;
use crate::i18n::Lang;
use crate::shell;
use crate::url;
use domain::contract::Contract;
use domain::hours::WorkTime;
use domain::offer::Remote;
use domain::pay::{Pay, PayPeriod};
use domain::place::Precision;
use domain::requirement::Need;
use serde_json::{Map, Value, json};

/// The JSON-LD of an offer, ready to stand inside a `<script>`; `None` when a required field is missing.
pub(super) fn job_posting(offer: &OfferView, site: &str) -> Option<String> {
    if offer.closed.is_some() || offer.title.trim().is_empty() {
        return None;
    }
    let text = offer.text.as_deref().filter(|text| !text.trim().is_empty())?;
    let employer = offer.employer.as_deref().filter(|name| !name.trim().is_empty())?;
    let posted = offer.posted?;
    let places = places(offer);
    if places.is_empty() {
        return None;
    }
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| out.insert(name.to_owned(), value);
    put("@context", "https://schema.org".into());
    put("@type", "JobPosting".into());
    put("title", offer.title.as_str().into());
    put("description", description(text).into());
    put("datePosted", posted.to_string().into());
    put("hiringOrganization", json!({ "@type": "Organization", "name": employer }));
    put("jobLocation", Value::Array(places));
    put("url", format!("{site}{}", url::offer(Lang::Fr, &offer.slug, offer.number)).into());
    let number = offer.number.to_string();
    put("identifier", json!({ "@type": "PropertyValue", "name": offer.source, "value": number }));
    let kinds = employment(offer);
    if !kinds.is_empty() {
        put("employmentType", json!(kinds));
    }
    if let Some(closes) = offer.closes {
        // Open all that day, at the hub's place: the day's last second, without a zone.
        put("validThrough", format!("{closes}T23:59:59").into());
    }
    if let Some(salary) = offer.pay.as_ref().map(salary) {
        put("baseSalary", salary);
    }
    if offer.remote == Some(Remote::Full) {
        put("jobLocationType", "TELECOMMUTE".into());
    }
    if let Some(posts) = offer.posts {
        put("totalJobOpenings", posts.into());
    }
    let experience = offer.requirements.experience.as_ref().filter(|e| e.need == Need::Essential);
    if let Some(months) = experience.and_then(|e| e.months) {
        put(
            "experienceRequirements",
            json!({ "@type": "OccupationalExperienceRequirements", "monthsOfExperience": months }),
        );
    }
    Some(shell::in_script(&Value::Object(out).to_string()))
}

/// The places that are known; one that is to be checked is no place.
fn places(offer: &OfferView) -> Vec<Value> {
    let address = |(precision, label, postcode): &(Precision, String, Option<String>)| {
        let mut address = json!({ "@type": "PostalAddress", "addressCountry": "FR" });
        let name = match precision {
            Precision::Commune => "addressLocality",
            Precision::Departement | Precision::Region => "addressRegion",
            Precision::Unresolved | Precision::Abroad => return None,
        };
        address[name] = label.as_str().into();
        if let Some(postcode) = postcode {
            address["postalCode"] = postcode.as_str().into();
        }
        Some(json!({ "@type": "Place", "address": address }))
    };
    offer.places.iter().filter_map(address).collect()
}

/// The text as the HTML that Google asks for: paragraphs and line ends, everything else escaped.
fn description(text: &str) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let paragraphs = text.split("\n\n").map(str::trim).filter(|p| !p.is_empty());
    paragraphs.map(|p| format!("<p>{}</p>", escape(p).replace('\n', "<br>"))).collect()
}

/// Google's values for what is said of the contract and of the hours.
fn employment(offer: &OfferView) -> Vec<&'static str> {
    let hours = match offer.hours.work_time {
        Some(WorkTime::Full) => Some("FULL_TIME"),
        Some(WorkTime::Part) => Some("PART_TIME"),
        None => None,
    };
    let contract = match offer.contract {
        Some(
            Contract::Cdd
            | Contract::Seasonal
            | Contract::Interim
            | Contract::CddInsertion
            | Contract::CddTremplin
            | Contract::InterimInsertion,
        ) => Some("TEMPORARY"),
        Some(Contract::NotSalaried) => Some("CONTRACTOR"),
        _ => None,
    };
    hours.into_iter().chain(contract).collect()
}

fn salary(pay: &Pay) -> Value {
    let unit = match pay.period {
        PayPeriod::Hour => "HOUR",
        PayPeriod::Day => "DAY",
        PayPeriod::Month => "MONTH",
        PayPeriod::Year => "YEAR",
    };
    let euros = |cents: i64| cents as f64 / 100.0;
    let mut value = json!({ "@type": "QuantitativeValue", "unitText": unit });
    if pay.min_cents == pay.max_cents {
        value["value"] = euros(pay.min_cents).into();
    } else {
        value["minValue"] = euros(pay.min_cents).into();
        value["maxValue"] = euros(pay.max_cents).into();
    }
    json!({ "@type": "MonetaryAmount", "currency": "EUR", "value": value })
}
