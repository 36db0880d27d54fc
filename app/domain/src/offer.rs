//! An offer: what jobseekers need, as typed fields. What the source does not say is `None` or
//! empty and is shown as "not said", never as "no".

use crate::apply::ApplyChannel;
use crate::coded_enum;
use crate::contract::Contract;
use crate::employer::Employer;
use crate::hours::{Hours, WorkTime};
use crate::number::OfferNumber;
use crate::occupation::RomeCode;
use crate::pay::Pay;
use crate::place::Place;
use crate::requirement::Requirements;
use crate::time::{Day, Timestamp};
use serde::{Deserialize, Serialize};

/// Days after which an offer that nobody confirmed is taken as expired.
pub const CONFIRMATION_DAYS: i64 = 60;

/// Days after which an offer whose text never changed is an old one: it is shown last and marked.
pub const OLD_DAYS: i32 = 365;

/// Whether an offer whose text is as it is since `text_since` is an old one.
#[must_use]
pub const fn is_old(text_since: Day, today: Day) -> bool {
    today.0 - text_since.0 >= OLD_DAYS
}

coded_enum! {
    /// Work from home.
    pub enum Remote {
        /// Sometimes.
        Partial = "partiel",
        /// Always.
        Full = "complet",
    }
}

/// Insertion par l'activité économique and social clauses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Insertion {
    /// Kind of structure: ACI, EI, ETTI, AI, GEIQ, EA, EATT.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub structure: Option<String>,
    /// The post counts for a clause d'insertion of a public contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<bool>,
    /// The post is reserved to people who are eligible (PASS IAE, clause, RQTH…).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved: Option<bool>,
}

impl Insertion {
    fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }
}

/// The mapped fields of an offer. An import calls an offer *changed* when any of them differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Name of the source ("france-travail", "mairies-du-nord"): a slug.
    pub source: String,
    /// The source's own id.
    pub source_id: String,
    /// Title as shown: normalised case, "(H/F)" kept where the source gives it or both forms.
    pub title: String,
    /// ROME 4 code of the occupation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rome: Option<RomeCode>,
    /// Appellation: the ROME job title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appellation: Option<String>,
    /// The employer.
    #[serde(default)]
    pub employer: Employer,
    /// Places of work; empty when the source gives none (« lieu à vérifier »).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Work from home, when said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote: Option<Remote>,
    /// Kind of contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// Length of the contract in days, when it has one (a month is 30 days).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_days: Option<u16>,
    /// Working time.
    #[serde(default, skip_serializing_if = "Hours::is_unsaid")]
    pub hours: Hours,
    /// Gross pay, when a believable figure is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// The source's words on pay, complements included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_text: Option<String>,
    /// What is asked for.
    #[serde(default)]
    pub requirements: Requirements,
    /// Reachable without a car, when said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_car: Option<bool>,
    /// Number of posts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posts: Option<u16>,
    /// Insertion and clauses.
    #[serde(default, skip_serializing_if = "Insertion::is_unsaid")]
    pub insertion: Insertion,
    /// First day of work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// Day of publication at the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted: Option<Day>,
    /// Last update at the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Timestamp>,
    /// Last day on which one can apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Day>,
    /// Address of the offer at its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin_url: Option<String>,
    /// Licence line of the source ("Licence Ouverte 2.0").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The text, in French: plain text, sanitised, e-mails and phone numbers masked. `None` when
    /// the source gives none: the page then links to the origin and says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How to apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apply: Vec<ApplyChannel>,
}

impl Offer {
    /// An offer with only its key and title; the rest is "not said".
    #[must_use]
    pub fn new(source: &str, source_id: &str, title: &str) -> Self {
        Self {
            source: source.to_owned(),
            source_id: source_id.to_owned(),
            title: title.to_owned(),
            rome: None,
            appellation: None,
            employer: Employer::default(),
            places: Vec::new(),
            remote: None,
            contract: None,
            contract_days: None,
            hours: Hours::default(),
            pay: None,
            pay_text: None,
            requirements: Requirements::default(),
            no_car: None,
            posts: None,
            insertion: Insertion::default(),
            start: None,
            posted: None,
            updated: None,
            closes: None,
            origin_url: None,
            licence: None,
            text: None,
            apply: Vec::new(),
        }
    }

    /// The public number.
    #[must_use]
    pub fn number(&self) -> OfferNumber {
        OfferNumber::of(&self.source, &self.source_id)
    }

    /// The readable part of its address.
    #[must_use]
    pub fn slug(&self) -> String {
        crate::text::slug(&self.title)
    }

    /// Insertion in any form: structure, clause, or an insertion contract.
    #[must_use]
    pub fn is_insertion(&self) -> bool {
        self.insertion.structure.is_some()
            || self.insertion.clause == Some(true)
            || self.contract.is_some_and(Contract::is_insertion)
    }

    /// The last day on which it is open: its own closing day, or 60 days after the last confirmation.
    #[must_use]
    pub fn last_open_day(&self, confirmed: Timestamp) -> Day {
        let unconfirmed = confirmed.plus_days(CONFIRMATION_DAYS).utc_day();
        self.closes.map_or(unconfirmed, |closes| closes.min(unconfirmed))
    }
}

coded_enum! {
    /// Why an offer is no longer open.
    pub enum Closed {
        /// Absent from a complete feed.
        Absent = "absent",
        /// Its closing day is over, or nobody confirmed it for 60 days.
        Expired = "expired",
    }
}

/// An offer as the store keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredOffer {
    /// Public number.
    pub number: OfferNumber,
    /// The mapped fields.
    pub offer: Offer,
    /// When it was first seen here.
    pub first_seen: Timestamp,
    /// When a feed last confirmed it.
    pub confirmed: Timestamp,
    /// When a mapped field last changed here.
    pub changed: Timestamp,
    /// When it was closed by an import (absent from a complete feed); `None` while it is published.
    pub closed: Option<Timestamp>,
    /// Change number of the transaction that last touched it.
    pub rev: i64,
    /// Since which day its title and text are as they are.
    pub text_since: Day,
}

impl StoredOffer {
    /// Whether it is open on `today`. Computed when read, so that a sleeping server never shows an
    /// expired offer.
    #[must_use]
    pub fn is_open(&self, today: Day) -> bool {
        self.closed_why(today).is_none()
    }

    /// Why it is closed on `today`; `None` while it is open.
    #[must_use]
    pub fn closed_why(&self, today: Day) -> Option<Closed> {
        if self.closed.is_some() {
            Some(Closed::Absent)
        } else if today > self.offer.last_open_day(self.confirmed) {
            Some(Closed::Expired)
        } else {
            None
        }
    }

    /// Whether its text has stood for so long that it may be nobody's any more, whatever its source says.
    #[must_use]
    pub fn is_old(&self, today: Day) -> bool {
        is_old(self.text_since, today)
    }

    /// The short form that lists show.
    #[must_use]
    pub fn card(&self) -> OfferCard {
        let offer = &self.offer;
        let place = offer.places.first();
        OfferCard {
            number: self.number,
            title: offer.title.clone(),
            employer: offer.employer.shown_name().map(str::to_owned),
            place: place.map(|p| p.label.clone()),
            place_known: place.is_some_and(|p| p.commune.is_some() || p.point.is_some()),
            commune: place.and_then(|p| p.commune.as_ref().map(|c| c.as_str().to_owned())),
            postcode: place.and_then(|p| p.postcode.clone()),
            more_places: u16::try_from(offer.places.len().saturating_sub(1)).unwrap_or(u16::MAX),
            rome: offer.rome.clone(),
            contract: offer.contract,
            contract_days: offer.contract_days,
            weekly_min: offer.hours.weekly_min,
            work_time: offer.hours.work_time,
            pay: offer.pay.clone(),
            remote: offer.remote,
            beginner_ok: offer.requirements.beginner_ok == Some(true),
            no_car: offer.no_car == Some(true),
            insertion: offer.is_insertion(),
            start: offer.start,
            posted: offer.posted,
            text_since: self.text_since,
            source: offer.source.clone(),
        }
    }
}

/// What a list shows of an offer. No text, no contact, no anonymous employer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferCard {
    /// Public number.
    pub number: OfferNumber,
    /// Title.
    pub title: String,
    /// Employer, when it may be shown.
    pub employer: Option<String>,
    /// First place, as people read it; `None` is « lieu à vérifier ».
    pub place: Option<String>,
    /// Whether the first place has a commune or a point.
    pub place_known: bool,
    /// INSEE code of the first place.
    pub commune: Option<String>,
    /// Postcode of the first place.
    pub postcode: Option<String>,
    /// How many places more there are.
    pub more_places: u16,
    /// Occupation.
    pub rome: Option<RomeCode>,
    /// Contract.
    pub contract: Option<Contract>,
    /// Length of the contract in days.
    pub contract_days: Option<u16>,
    /// Minutes a week.
    pub weekly_min: Option<u16>,
    /// Full or part time.
    pub work_time: Option<WorkTime>,
    /// Gross pay.
    pub pay: Option<Pay>,
    /// Work from home.
    pub remote: Option<Remote>,
    /// "Débutant accepté" was said.
    pub beginner_ok: bool,
    /// "Sans voiture" was said.
    pub no_car: bool,
    /// Insertion in any form.
    pub insertion: bool,
    /// First day of work.
    pub start: Option<Day>,
    /// Day of publication.
    pub posted: Option<Day>,
    /// Since which day its title and text are as they are.
    pub text_since: Day,
    /// Source.
    pub source: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(offer: Offer) -> StoredOffer {
        StoredOffer {
            number: offer.number(),
            offer,
            first_seen: Timestamp(0),
            confirmed: Timestamp(0),
            changed: Timestamp(0),
            closed: None,
            rev: 1,
            text_since: Day(0),
        }
    }

    #[test]
    fn open_is_computed_when_read() {
        let mut offer = Offer::new("test", "1", "Cariste");
        assert!(stored(offer.clone()).is_open(Day(60)));
        assert_eq!(stored(offer.clone()).closed_why(Day(61)), Some(Closed::Expired));
        offer.closes = Some(Day(10));
        assert!(stored(offer.clone()).is_open(Day(10)));
        assert!(!stored(offer).is_open(Day(11)));
    }

    #[test]
    fn what_is_unsaid_takes_no_room_and_comes_back_unsaid() {
        let offer = Offer::new("test", "1", "Cariste");
        let json = serde_json::to_string(&offer).unwrap();
        assert!(json.len() < 100, "{json}");
        assert_eq!(serde_json::from_str::<Offer>(&json).unwrap(), offer);
    }
}
