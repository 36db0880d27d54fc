//! What the open offers of one trade say, all together: pay, hours, who hires, where. Every figure knows how many
//! offers it was read from; what offers do not say is not counted.

use crate::contract::Contract;
use crate::gate::{Demand, Gate, asked};
use crate::hours::{Schedule, WorkTime};
use crate::offer::Offer;
use crate::pay::PayPeriod;
use crate::text::fold;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// From how many offers on the middle is told: of two it would say nothing more than the ends.
const MIDDLE: u32 = 3;

/// The least, the middle and the most of what offers state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Offers that state it.
    pub offers: u32,
    /// The least.
    pub least: i64,
    /// Half of the offers state less, half of them more; `None` where too few state it.
    pub middle: Option<i64>,
    /// The most.
    pub most: i64,
}

impl Spread {
    /// Of the lowest and the highest figure of each offer.
    #[must_use]
    pub fn of(stated: &[(i64, i64)]) -> Option<Self> {
        let least = stated.iter().map(|(low, _)| *low).min()?;
        let most = stated.iter().map(|(_, high)| *high).max()?;
        let offers = u32::try_from(stated.len()).unwrap_or(u32::MAX);
        let mut halves: Vec<i64> = stated.iter().map(|(low, high)| low + (high - low) / 2).collect();
        halves.sort_unstable();
        let at = halves.len() / 2;
        let middle = if halves.len().is_multiple_of(2) { (halves[at - 1] + halves[at]) / 2 } else { halves[at] };
        Some(Self { offers, least, middle: (offers >= MIDDLE).then_some(middle), most })
    }
}

/// How many offers say each of several things, those that most say first.
pub type Counts<T> = Vec<(T, u32)>;

/// What the open offers of a trade say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Open offers.
    pub offers: u32,
    /// Gross pay of an hour in cents, where it is stated by the hour.
    pub hourly: Option<Spread>,
    /// Gross pay of a month in cents, where it is stated by the month or the year.
    pub monthly: Option<Spread>,
    /// Minutes a week.
    pub weekly: Option<Spread>,
    /// Kinds of contract.
    pub contracts: Counts<Contract>,
    /// Full or part time.
    pub times: Counts<WorkTime>,
    /// When one works.
    pub schedules: Counts<Schedule>,
    /// Conditions of work, in the sources' words.
    pub conditions: Counts<String>,
    /// Offers that welcome beginners.
    pub beginners: u32,
    /// What employers require (the law's own demands are left out: they are no choice of theirs).
    pub required: Counts<Gate>,
    /// Employers that may be named; no persons.
    pub employers: Counts<String>,
    /// Communes.
    pub communes: Counts<String>,
}

impl Seen {
    /// Of the open offers of a trade.
    #[must_use]
    pub fn of<'a>(offers: impl IntoIterator<Item = &'a Offer>) -> Self {
        let mut seen = Self::default();
        let mut tally = Tally::default();
        for offer in offers {
            seen.offers += 1;
            seen.beginners += u32::from(offer.requirements.beginner_ok == Some(true));
            tally.add(offer);
        }
        Self {
            hourly: Spread::of(&tally.hourly),
            monthly: Spread::of(&tally.monthly),
            weekly: Spread::of(&tally.weekly),
            contracts: ranked(tally.contracts),
            times: ranked(tally.times),
            schedules: ranked(tally.schedules),
            conditions: tally.conditions.ranked(),
            required: ranked(tally.required),
            employers: tally.employers.ranked(),
            communes: tally.communes.ranked(),
            ..seen
        }
    }

    /// How many offers say when one works at a time of the day or the week that some prefer to avoid.
    #[must_use]
    pub fn at(&self, schedule: Schedule) -> u32 {
        self.schedules.iter().find(|(own, _)| *own == schedule).map_or(0, |(_, count)| *count)
    }
}

#[derive(Default)]
struct Tally {
    hourly: Vec<(i64, i64)>,
    monthly: Vec<(i64, i64)>,
    weekly: Vec<(i64, i64)>,
    contracts: BTreeMap<Contract, u32>,
    times: BTreeMap<WorkTime, u32>,
    schedules: BTreeMap<Schedule, u32>,
    required: BTreeMap<Gate, u32>,
    conditions: Named,
    employers: Named,
    communes: Named,
}

impl Tally {
    fn add(&mut self, offer: &Offer) {
        self.pay(offer);
        if let Some(minutes) = offer.hours.weekly_min {
            self.weekly.push((minutes.into(), minutes.into()));
        }
        count(&mut self.contracts, offer.contract);
        count(&mut self.times, offer.hours.work_time);
        count(&mut self.schedules, offer.hours.schedule.iter().copied().collect::<BTreeSet<_>>());
        let gates = asked(&offer.requirements, offer.rome.as_ref());
        let own = gates.into_iter().filter(|one| one.demand == Demand::Employer).map(|one| one.gate);
        count(&mut self.required, own.collect::<BTreeSet<_>>());
        self.conditions.add(offer.requirements.conditions.iter().map(String::as_str));
        self.employers.add(offer.employer.shown_name().filter(|name| !is_person(name)));
        let towns = offer.places.iter().filter(|place| place.commune.is_some());
        self.communes.add(towns.map(|place| place.label.as_str()));
    }

    /// Pay that can be compared: not of apprentices, who have a share of the minimum, and by the month not of part time.
    fn pay(&mut self, offer: &Offer) {
        let own = |kind: Contract| !kind.is_salaried() || kind.is_alternance();
        let Some(pay) = offer.pay.as_ref().filter(|_| !offer.contract.is_some_and(own)) else { return };
        let part = offer.hours.work_time == Some(WorkTime::Part);
        match pay.period {
            PayPeriod::Hour => self.hourly.push((pay.min_cents, pay.max_cents)),
            PayPeriod::Month if !part => self.monthly.push((pay.min_cents, pay.max_cents)),
            PayPeriod::Year if !part => self.monthly.push((pay.min_cents / 12, pay.max_cents / 12)),
            PayPeriod::Month | PayPeriod::Year | PayPeriod::Day => {}
        }
    }
}

/// One more of each.
fn count<T: Ord>(counts: &mut BTreeMap<T, u32>, each: impl IntoIterator<Item = T>) {
    for one in each {
        *counts.entry(one).or_default() += 1;
    }
}

/// Those that most say first; of equals in their own order.
fn ranked<T: Ord>(counts: BTreeMap<T, u32>) -> Counts<T> {
    let mut all: Counts<T> = counts.into_iter().collect();
    all.sort_by_key(|(_, count)| Reverse(*count));
    all
}

/// Names that count as one when they differ in case and accents only; shown as they first came.
#[derive(Default)]
struct Named(BTreeMap<String, (String, u32)>);

impl Named {
    /// Names of one offer: each once.
    fn add<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        let own: BTreeMap<String, &str> = names.into_iter().map(|name| (fold(name.trim()), name.trim())).collect();
        for (key, name) in own.into_iter().filter(|(key, _)| !key.is_empty()) {
            self.0.entry(key).or_insert_with(|| (name.to_owned(), 0)).1 += 1;
        }
    }

    fn ranked(self) -> Counts<String> {
        let mut all: Counts<String> = self.0.into_values().collect();
        all.sort_by_key(|(_, count)| Reverse(*count));
        all
    }
}

/// Whether an employer's name is that of a person, as far as it says so: families who employ somebody at home.
fn is_person(name: &str) -> bool {
    let folded = fold(name);
    let first = folded.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    matches!(first, "m" | "mr" | "mme" | "mlle" | "monsieur" | "madame" | "mademoiselle" | "famille" | "particulier")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pay::Pay;
    use crate::place::{CommuneCode, Place, Precision};

    fn offer(id: &str) -> Offer {
        Offer::new("test", id, "Cariste")
    }

    fn paid(id: &str, min_cents: i64, max_cents: i64, period: PayPeriod) -> Offer {
        Offer { pay: Some(Pay { min_cents, max_cents, period, months_e2: None }), ..offer(id) }
    }

    fn employed(id: &str, name: &str, anonymous: bool) -> Offer {
        let mut own = offer(id);
        own.employer.name = Some(name.to_owned());
        own.employer.anonymous = anonymous;
        own
    }

    #[test]
    fn the_middle_is_told_from_three_offers_on() {
        assert_eq!(Spread::of(&[]), None);
        let two = Spread::of(&[(1_200, 1_400), (1_250, 1_250)]).unwrap();
        assert_eq!((two.offers, two.least, two.middle, two.most), (2, 1_200, None, 1_400));
        let three = Spread::of(&[(1_200, 1_400), (1_250, 1_250), (1_100, 1_100)]).unwrap();
        assert_eq!((three.offers, three.least, three.middle, three.most), (3, 1_100, Some(1_250), 1_400));
        let four = Spread::of(&[(1, 1), (2, 2), (5, 5), (9, 9)]).unwrap();
        assert_eq!(four.middle, Some(3));
    }

    #[test]
    fn pay_is_compared_with_its_like() {
        let mut part = paid("p", 90_000, 90_000, PayPeriod::Month);
        part.hours.work_time = Some(WorkTime::Part);
        let apprentice = Offer { contract: Some(Contract::Apprenticeship), ..paid("a", 500, 500, PayPeriod::Hour) };
        let all = [
            paid("h", 1_220, 1_300, PayPeriod::Hour),
            paid("m", 190_000, 210_000, PayPeriod::Month),
            paid("y", 2_400_000, 3_000_000, PayPeriod::Year),
            paid("d", 12_000, 12_000, PayPeriod::Day),
            part,
            apprentice,
            offer("unsaid"),
        ];
        let seen = Seen::of(&all);
        assert_eq!(seen.offers, 7);
        assert_eq!(seen.hourly.map(|own| (own.offers, own.least, own.most)), Some((1, 1_220, 1_300)));
        assert_eq!(seen.monthly.map(|own| (own.offers, own.least, own.most)), Some((2, 190_000, 250_000)));
    }

    #[test]
    fn who_hires_is_named_once_and_is_no_person() {
        let all = [
            employed("1", "Entrepôts du Canal", false),
            employed("2", "ENTREPOTS DU CANAL", false),
            employed("3", "Secret", true),
            employed("4", "Mme Martin", false),
            employed("5", "Famille Dupont", false),
            employed("6", "Mairie de Lens", false),
        ];
        let seen = Seen::of(&all);
        assert_eq!(seen.employers, [("Entrepôts du Canal".to_owned(), 2), ("Mairie de Lens".to_owned(), 1)]);
    }

    #[test]
    fn hours_places_and_conditions_are_counted_once_an_offer() {
        let mut one = offer("1");
        let town = |label: &str| Place {
            precision: Precision::Commune,
            label: label.to_owned(),
            commune: CommuneCode::parse("59512").ok(),
            departement: None,
            postcode: None,
            point: None,
        };
        one.places = vec![town("Roubaix"), town("Roubaix"), Place { commune: None, ..town("Nord") }];
        one.hours.schedule = vec![Schedule::Night, Schedule::Weekend, Schedule::Night];
        one.hours.weekly_min = Some(2_100);
        one.requirements.conditions = vec!["Port de charges".into(), "port de charges".into()];
        one.requirements.beginner_ok = Some(true);
        let seen = Seen::of([&one, &offer("2")]);
        assert_eq!(seen.communes, [("Roubaix".to_owned(), 1)]);
        assert_eq!((seen.at(Schedule::Night), seen.at(Schedule::Shifts)), (1, 0));
        assert_eq!(seen.conditions.len(), 1);
        assert_eq!((seen.beginners, seen.offers, seen.weekly.unwrap().least), (1, 2, 2_100));
    }
}
