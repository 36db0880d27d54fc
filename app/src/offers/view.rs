//! What is drawn: small, typed, without words, so that every language has them. Server only. Never a
//! contact that was not asked for, never an anonymous employer.

use crate::hub::HelpView;
use domain::answer::Hit;
use domain::apply::ApplyChannel;
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Hours, WorkTime};
use domain::minimum_pay::Territory;
use domain::number::OfferNumber;
use domain::occupation::RomeCode;
use domain::offer::{Closed, OfferCard, Remote};
use domain::pay::Pay;
use domain::place::Precision;
use domain::requirement::Requirements;
use domain::time::Day;

/// One card of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardView {
    /// Public number, as text.
    pub number: String,
    /// Title.
    pub title: String,
    /// Employer, when it may be shown.
    pub employer: Option<String>,
    /// First place; `None` is « lieu à vérifier ».
    pub place: Option<String>,
    /// How many places more.
    pub more_places: u16,
    /// Which legal minimum pay is that of the first place.
    pub territory: Territory,
    /// Metres from the searched place.
    pub distance_m: Option<u32>,
    /// Known only by its département.
    pub wide_place: bool,
    /// Contract.
    pub contract: Option<Contract>,
    /// Its length, in days.
    pub contract_days: Option<u16>,
    /// Minutes a week.
    pub weekly_min: Option<u16>,
    /// Full or part time.
    pub work_time: Option<WorkTime>,
    /// Gross pay.
    pub pay: Option<Pay>,
    /// Work from home.
    pub remote: Option<Remote>,
    /// Beginners are welcome.
    pub beginner_ok: bool,
    /// Reachable without a car.
    pub no_car: bool,
    /// Insertion in any form.
    pub insertion: bool,
    /// Day of publication.
    pub posted: Option<Day>,
    /// Pay under the legal minimum.
    pub under_minimum: bool,
    /// Since which day its title and text are as they are.
    pub text_since: Day,
    /// Source.
    pub source: String,
}

impl From<OfferCard> for CardView {
    fn from(card: OfferCard) -> Self {
        Self {
            number: card.number.to_string(),
            title: card.title,
            employer: card.employer,
            place: card.place,
            more_places: card.more_places,
            territory: Territory::of_commune(card.commune.as_deref()),
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
            text_since: card.text_since,
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

/// A way to apply: [`ApplyChannel`] in the plainest form for the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    /// The day it is.
    pub today: Day,
    /// Public number.
    pub number: OfferNumber,
    /// The readable part of its address.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Its trade.
    pub rome: Option<RomeCode>,
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
    /// Its text has not changed for so long that it may be nobody's any more.
    pub old: bool,
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
