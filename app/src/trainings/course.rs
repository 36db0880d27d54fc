//! A training as search engines read it: schema.org's [Course](https://schema.org/Course) with a
//! [CourseInstance](https://schema.org/CourseInstance) for each session that can still be begun
//! (<https://developers.google.com/search/docs/appearance/structured-data/course>).
//!
//! No field is invented: a price is there when what is left to pay (or what it costs) is known, a last day when it is one,
//! a place when it is known. Steps that teach nothing (an immersion, help with transport) are no courses. Never a contact.

use crate::i18n::Lang;
use crate::shell;
use crate::url;
use domain::answer::PlaceFound;
use domain::time::Day;
use domain::training::query::month_code;
use domain::training::{Cost, Entry, Kind, Session, Training};
use search::Listed;
use serde_json::{Map, Value, json};

/// The JSON-LD of a training, ready to stand inside a `<script>`; `None` where it is no course.
pub(super) fn course(listed: &Listed, today: Day, site: &str) -> Option<String> {
    let training = &listed.stored.training;
    if training.kind == Kind::Immersion || training.kind.is_help() {
        return None;
    }
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| out.insert(name.to_owned(), value);
    put("@context", "https://schema.org".into());
    put("@type", "Course".into());
    put("name", training.title.as_str().into());
    put("description", training.objective.as_deref().unwrap_or(&training.title).into());
    put("url", format!("{site}{}", url::training(Lang::Fr, &training.slug(), training.number())).into());
    put("provider", json!({ "@type": "Organization", "name": training.body }));
    if !training.skills.is_empty() {
        put("teaches", json!(training.skills));
    }
    if let Some(certification) = &listed.certification {
        put("educationalCredentialAwarded", certification.title.as_str().into());
    }
    if let Some(check) = &training.prerequisites.check {
        put("coursePrerequisites", check.as_str().into());
    }
    if let Some(offer) = offer(&training.cost) {
        put("offers", offer);
    }
    let open = listed.sessions().filter(|(session, _)| session.can_begin(today));
    let instances: Vec<Value> = open.map(|(session, place)| instance(training, session, place)).collect();
    if !instances.is_empty() {
        put("hasCourseInstance", Value::Array(instances));
    }
    Some(shell::in_script(&Value::Object(out).to_string()))
}

fn instance(training: &Training, session: &Session, place: Option<&PlaceFound>) -> Value {
    let mut out = json!({ "@type": "CourseInstance", "name": training.title });
    let first = if session.month_only { month_code(session.first) } else { session.first.to_string() };
    out["startDate"] = first.into();
    // With open entry the last day is the last one on which it can be begun.
    if let Some(last) = session.last.filter(|_| session.entry == Entry::Fixed && !session.month_only) {
        out["endDate"] = last.to_string().into();
    }
    if let Some(hours) = training.hours {
        out["courseWorkload"] = format!("PT{hours}H").into();
    }
    if let Some(places) = session.places {
        out["remainingAttendeeCapacity"] = places.into();
    }
    match (session.remote, place) {
        (true, _) => out["courseMode"] = "Online".into(),
        (false, Some(place)) => {
            out["courseMode"] = "Onsite".into();
            out["location"] = location(session, place);
        }
        (false, None) => {}
    }
    out
}

fn location(session: &Session, place: &PlaceFound) -> Value {
    let mut address = json!({ "@type": "PostalAddress", "addressCountry": "FR", "addressLocality": place.name });
    if let Some(postcode) = &place.postcode {
        address["postalCode"] = postcode.as_str().into();
    }
    if let Some(street) = &session.address {
        address["streetAddress"] = street.as_str().into();
    }
    json!({ "@type": "Place", "name": place.name, "address": address })
}

/// What a person pays, where it is known.
fn offer(cost: &Cost) -> Option<Value> {
    let helped = !cost.financing.is_empty();
    let (category, price) = match (cost.remaining, cost.total) {
        (Some(0), _) => ("Free", 0),
        (Some(left), _) => (if helped { "Partially Free" } else { "Paid" }, left),
        (None, Some(total)) if !helped => ("Paid", total),
        _ => return None,
    };
    Some(json!({ "@type": "Offer", "category": category, "price": price, "priceCurrency": "EUR" }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::training::{Financer, Financing};

    #[test]
    fn a_price_is_what_is_known() {
        let by = |euros| Financing { who: Financer::Region, euros, condition: None };
        let of = |cost: &Cost| offer(cost).map(|o| (o["category"].as_str().map(str::to_owned), o["price"].as_u64()));
        let free = Cost::new(Some(900), vec![by(Some(900))], None, None).unwrap();
        assert_eq!(of(&free), Some((Some("Free".into()), Some(0))));
        let some = Cost::new(Some(900), vec![by(Some(700))], None, None).unwrap();
        assert_eq!(of(&some), Some((Some("Partially Free".into()), Some(200))));
        let all = Cost::new(Some(900), Vec::new(), None, None).unwrap();
        assert_eq!(of(&all), Some((Some("Paid".into()), Some(900))));
        let unknown = Cost::new(Some(900), vec![by(None)], None, None).unwrap();
        assert_eq!((of(&unknown), of(&Cost::default())), (None, None));
    }
}
