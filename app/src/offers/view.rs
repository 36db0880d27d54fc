//! What the server functions answer: small, typed, without words, so that every language has them
//! and the phone can make the same HTML as the server. Never a contact that was not asked for,
//! never an anonymous employer.

use crate::hub::HelpView;
use crate::wire::{Drawn, Html};
use domain::answer::{Facet, Hit};
use domain::apply::ApplyChannel;
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Hours, WorkTime};
use domain::number::OfferNumber;
use domain::offer::{Closed, OfferCard, Remote};
use domain::pay::Pay;
use domain::place::Precision;
use domain::requirement::Requirements;
use domain::time::Day;
use serde::{Deserialize, Serialize};

/// One card of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardView {
    /// Public number, as text.
    #[serde(rename = "n")]
    pub number: String,
    /// Title.
    #[serde(rename = "t")]
    pub title: String,
    /// Employer, when it may be shown.
    #[serde(rename = "e", skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// First place; `None` is « lieu à vérifier ».
    #[serde(rename = "p", skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How many places more.
    #[serde(rename = "m", skip_serializing_if = "is_zero")]
    pub more_places: u16,
    /// Metres from the searched place.
    #[serde(rename = "d", skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<u32>,
    /// Known only by its département.
    #[serde(rename = "w", skip_serializing_if = "is_false")]
    pub wide_place: bool,
    /// Contract.
    #[serde(rename = "c", skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// Its length, in days.
    #[serde(rename = "l", skip_serializing_if = "Option::is_none")]
    pub contract_days: Option<u16>,
    /// Minutes a week.
    #[serde(rename = "h", skip_serializing_if = "Option::is_none")]
    pub weekly_min: Option<u16>,
    /// Full or part time.
    #[serde(rename = "f", skip_serializing_if = "Option::is_none")]
    pub work_time: Option<WorkTime>,
    /// Gross pay.
    #[serde(rename = "g", skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// Work from home.
    #[serde(rename = "r", skip_serializing_if = "Option::is_none")]
    pub remote: Option<Remote>,
    /// Beginners are welcome.
    #[serde(rename = "b", skip_serializing_if = "is_false")]
    pub beginner_ok: bool,
    /// Reachable without a car.
    #[serde(rename = "v", skip_serializing_if = "is_false")]
    pub no_car: bool,
    /// Insertion in any form.
    #[serde(rename = "i", skip_serializing_if = "is_false")]
    pub insertion: bool,
    /// Day of publication.
    #[serde(rename = "j", skip_serializing_if = "Option::is_none")]
    pub posted: Option<Day>,
    /// Pay under the legal minimum.
    #[serde(rename = "u", skip_serializing_if = "is_false")]
    pub under_minimum: bool,
    /// Source.
    #[serde(rename = "s")]
    pub source: String,
}

fn is_zero(n: &u16) -> bool {
    *n == 0
}

fn is_false(b: &bool) -> bool {
    !b
}

impl From<OfferCard> for CardView {
    fn from(card: OfferCard) -> Self {
        Self {
            number: card.number.to_string(),
            title: card.title,
            employer: card.employer,
            place: card.place,
            more_places: card.more_places,
            distance_m: None,
            wide_place: false,
            contract: card.contract,
            contract_days: card.contract_days,
            weekly_min: card.weekly_min,
            work_time: card.work_time,
            pay: card.pay,
            remote: card.remote,
            beginner_ok: card.beginner_ok,
            no_car: card.no_car,
            insertion: card.insertion,
            posted: card.posted,
            under_minimum: false,
            source: card.source,
        }
    }
}

impl From<Hit> for CardView {
    fn from(hit: Hit) -> Self {
        Self { distance_m: hit.distance_m, wide_place: hit.wide_place, ..hit.card.into() }
    }
}

/// What the results page is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsPage {
    /// Whether the index answered; else these are the newest offers, and there are no filters.
    pub ready: bool,
    /// All offers found.
    pub total: u32,
    /// How many, in words.
    pub count: String,
    /// Offers by value of a filter.
    pub facets: Vec<(Facet, String, u32)>,
    /// Name of the place that was understood.
    pub place: Option<String>,
    /// The list.
    pub list: Html,
}

impl Drawn for ResultsPage {
    fn drawn(&self) -> Self {
        Self { list: Html::default(), ..self.clone() }
    }
}

/// What a field of the search form may become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionView {
    /// What the field then says.
    #[serde(rename = "v")]
    pub value: String,
    /// The commune's code.
    #[serde(rename = "c")]
    pub commune: Option<String>,
    /// The commune's postcode.
    #[serde(rename = "p")]
    pub postcode: Option<String>,
    /// Offers that the form would then find.
    #[serde(rename = "n")]
    pub count: u32,
}

/// A way to apply: [`ApplyChannel`] in the plainest form for the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChannelView {
    /// A web page.
    Url(String),
    /// A phone number in national form.
    Phone(String),
    /// An e-mail address.
    Email(String),
    /// An address to come to.
    InPerson(String),
    /// The source's offer number.
    SourceNumber(String),
}

impl From<ApplyChannel> for ChannelView {
    fn from(channel: ApplyChannel) -> Self {
        match channel {
            ApplyChannel::Url(to) => Self::Url(to),
            ApplyChannel::Phone(number) => Self::Phone(number),
            ApplyChannel::Email(to) => Self::Email(to),
            ApplyChannel::InPerson(place) => Self::InPerson(place),
            ApplyChannel::SourceNumber(number) => Self::SourceNumber(number),
        }
    }
}

/// What the offer page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// The day it is.
    pub today: Day,
    /// Public number.
    pub number: OfferNumber,
    /// The readable part of its address.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Appellation of its occupation, where it says more than the title.
    pub appellation: Option<String>,
    /// Employer, when it may be shown.
    pub employer: Option<String>,
    /// The agency that recruits.
    pub agency: Option<String>,
    /// Size of the employer, in the source's words.
    pub size: Option<String>,
    /// Sector of activity.
    pub sector: Option<Sector>,
    /// What the employer says of itself.
    pub about: Option<String>,
    /// Places of work: precision, words, postcode.
    pub places: Vec<(Precision, String, Option<String>)>,
    /// Work from home.
    pub remote: Option<Remote>,
    /// Contract.
    pub contract: Option<Contract>,
    /// Its length, in days.
    pub contract_days: Option<u16>,
    /// Working time.
    pub hours: Hours,
    /// Gross pay.
    pub pay: Option<Pay>,
    /// Pay under the legal minimum.
    pub under_minimum: bool,
    /// The source's words on pay.
    pub pay_text: Option<String>,
    /// What is asked for.
    pub requirements: Requirements,
    /// Reachable without a car.
    pub no_car: Option<bool>,
    /// Number of posts.
    pub posts: Option<u16>,
    /// Insertion: kind of structure.
    pub structure: Option<String>,
    /// Counts in a clause.
    pub clause: bool,
    /// Reserved post.
    pub reserved: bool,
    /// First day of work.
    pub start: Option<Day>,
    /// Day of publication.
    pub posted: Option<Day>,
    /// Day of the last update.
    pub updated: Option<Day>,
    /// Last day to apply.
    pub closes: Option<Day>,
    /// Source.
    pub source: String,
    /// Address at the source.
    pub origin: Option<String>,
    /// Licence of the source.
    pub licence: Option<String>,
    /// The text.
    pub text: Option<String>,
    /// Why it is closed; `None` while open.
    pub closed: Option<Closed>,
    /// Whether the source gives a way to apply.
    pub can_apply: bool,
    /// How to apply: filled only when it was asked for, and the offer is open.
    pub apply: Vec<ChannelView>,
    /// Its short address, whole: what is shared and printed.
    pub short: String,
    /// The short address as a square that phones read: modules a side, and the path that draws it.
    pub qr: (u8, String),
    /// Open offers like it; filled only when it is closed.
    pub similar: Vec<CardView>,
    /// Who helps near it.
    pub help: HelpView,
}

/// Only web addresses become links.
pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
