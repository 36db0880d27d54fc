//! The legal minimum pay (SMIC), by day and territory, and whether an offer is under it.

use crate::contract::Contract;
use crate::hours::WorkTime;
use crate::pay::{Pay, PayPeriod};
use crate::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// First day, where, gross cents an hour, how it is known.
type Known = ((i32, u32, u32), Territory, i64, Source);
/// What the law says, as far as this program knows, and what offers say where we found no text. A rise that is
/// not known yet is given by the setting `HUB_SMIC`.
const KNOWN: &[Known] = &[
    ((2024, 11, 1), Territory::Country, 11_88, Source::Law("Décret n° 2024-951 du 23 octobre 2024")),
    ((2024, 11, 1), Territory::Mayotte, 8_98, Source::Law("Décret n° 2024-951 du 23 octobre 2024")),
    ((2026, 1, 1), Territory::Country, 12_02, Source::Law("Décret n° 2025-1228 du 17 décembre 2025")),
    ((2026, 1, 1), Territory::Mayotte, 9_33, Source::Law("Décret n° 2025-1228 du 17 décembre 2025")),
    // To be confirmed by the hub. Nothing is known of Mayotte for this day: the former value stays.
    ((2026, 6, 1), Territory::Country, 12_31, Source::SeenInOffers { offers: 671 }),
];
/// Minutes of the legal week: full time.
const FULL_WEEK: u16 = 35 * 60;
/// Offers round pay to whole euros: under the minimum by less than one is not under it.
const ROUNDING: i64 = 1_00;

/// Where a legal minimum is that of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Territory {
    /// The whole country but Mayotte, and where the place of work is not known.
    #[default]
    Country,
    /// Mayotte, whose minimum is lower.
    Mayotte,
}

impl Territory {
    /// The territory of a commune, by its INSEE code.
    #[must_use]
    pub fn of_commune(code: Option<&str>) -> Self {
        if code.is_some_and(|code| code.starts_with("976")) { Self::Mayotte } else { Self::Country }
    }
}

/// How a legal minimum is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The text that sets it, by its French name.
    Law(&'static str),
    /// So many offers state exactly this amount, and we found no text: to be confirmed by the hub.
    SeenInOffers {
        /// How many offers.
        offers: u32,
    },
    /// The hub has set it.
    Hub,
}

/// A legal minimum from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// First day.
    pub since: Day,
    /// Where.
    pub territory: Territory,
    /// Gross cents an hour.
    pub hour_cents: i64,
    /// How it is known.
    pub source: Source,
}

/// The legal minimum as it was and is: by day within a territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimumPay(Vec<Entry>);

impl Default for MinimumPay {
    /// What this program knows.
    fn default() -> Self {
        let known = KNOWN.iter().filter_map(|((y, m, d), territory, hour_cents, source)| {
            let since = Day::from_ymd(*y, *m, *d)?;
            Some(Entry { since, territory: *territory, hour_cents: *hour_cents, source: *source })
        });
        Self(known.collect())
    }
}

impl MinimumPay {
    /// The same, with another value for the whole country but Mayotte from a day on: "2027-01-01=12.20", gross
    /// euros an hour. `None` when it is not written so.
    #[must_use]
    pub fn with(mut self, setting: &str) -> Option<Self> {
        let (day, euros) = setting.trim().split_once('=')?;
        let since = Day::parse(day)?;
        let (whole, cents) = euros.trim().split_once('.').unwrap_or((euros.trim(), "00"));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if cents.len() != 2 || !digits(cents) || !digits(whole) || !(1..=3).contains(&whole.len()) {
            return None;
        }
        let hour_cents = format!("{whole}{cents}").parse().ok()?;
        self.0.retain(|other| (other.since, other.territory) != (since, Territory::Country));
        self.0.push(Entry { since, territory: Territory::Country, hour_cents, source: Source::Hub });
        self.0.sort_by_key(|entry| entry.since);
        Some(self)
    }

    /// The minimum on a day in a territory, with its source; `None` before the first one that is known.
    #[must_use]
    pub fn on(&self, day: Day, territory: Territory) -> Option<&Entry> {
        self.0.iter().rev().find(|entry| entry.territory == territory && entry.since <= day)
    }

    /// Gross cents an hour on a day in a territory; `None` before the first one that is known.
    #[must_use]
    pub fn hour_cents(&self, day: Day, territory: Territory) -> Option<i64> {
        self.on(day, territory).map(|entry| entry.hour_cents)
    }

    /// Whether pay that an offer states is under the legal minimum on a day in a territory. An hour's pay is compared as
    /// it stands; a month's or a year's only where full time is said. Apprentices, people in
    /// professionalisation (paid by age, which no offer says) and people who are no employees have
    /// another minimum or none.
    #[must_use]
    pub fn is_under(
        &self,
        pay: &Pay,
        contract: Option<Contract>,
        weekly_min: Option<u16>,
        work_time: Option<WorkTime>,
        day: Day,
        territory: Territory,
    ) -> bool {
        let covered = contract.is_none_or(|c| c.is_salaried() && !c.is_alternance());
        let Some(hour) = self.hour_cents(day, territory).filter(|_| covered) else { return false };
        let full = work_time == Some(WorkTime::Full) && weekly_min.is_none_or(|week| week >= FULL_WEEK);
        // 35 hours a week for 52 weeks, over 12 months; hours beyond are paid more, which no offer details.
        let month = hour * i64::from(FULL_WEEK) * 52 / (12 * 60);
        match pay.period {
            PayPeriod::Hour => pay.min_cents < hour,
            PayPeriod::Month => full && pay.min_cents + ROUNDING <= month,
            PayPeriod::Year => full && pay.min_cents + 12 * ROUNDING <= month * 12,
            PayPeriod::Day => false,
        }
    }
}

/// What offers say of a minimum that the table does not have yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FloorMoved {
    /// The gross cents an hour that they state instead.
    pub cents: i64,
    /// How many offers state exactly this.
    pub offers: u32,
}

/// Fewer offers than this say nothing.
const FEWEST: u32 = 20;
/// A new minimum is looked for so many per cent above the known one: rises are smaller than that.
const RISE_PERCENT: i64 = 5;

/// Whether the table looks out of date: `hours` are the hourly gross cents that the open offers of a territory
/// state, `minimum` is what the table says for it that day.
///
/// A new minimum is stated to the cent, by most of those who pay little more than the old one, and almost nobody
/// states the old one any more. So the answer is the amount that more than half of the offers state among those
/// above the minimum by 5 % at most, when at least 20 do and at most a tenth as many state the minimum itself.
/// Offers under the minimum (apprentices, old offers) do not count.
#[must_use]
pub fn floor_moved(hours: impl IntoIterator<Item = i64>, minimum: i64) -> Option<FloorMoved> {
    let most = minimum.saturating_add(minimum.saturating_mul(RISE_PERCENT) / 100);
    let mut near: BTreeMap<i64, u32> = BTreeMap::new();
    for cents in hours.into_iter().filter(|cents| (minimum..=most).contains(cents)) {
        *near.entry(cents).or_default() += 1;
    }
    let at_minimum = near.remove(&minimum).unwrap_or(0);
    let above: u32 = near.values().sum();
    let (cents, offers) = near.into_iter().max_by_key(|(_, offers)| *offers)?;
    let moved = offers >= FEWEST && offers > above / 2 && at_minimum <= offers / 10;
    moved.then_some(FloorMoved { cents, offers })
}

#[cfg(test)]
#[expect(clippy::inconsistent_digit_grouping, reason = "amounts are in cents: the last two digits stand apart")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pay(cents: i64, period: PayPeriod) -> Pay {
        Pay { min_cents: cents, max_cents: cents, period, months_e2: None }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn under(cents: i64, period: PayPeriod, on: &str) -> bool {
        MinimumPay::default().is_under(
            &pay(cents, period),
            Some(Contract::Cdi),
            None,
            Some(WorkTime::Full),
            day(on),
            Territory::Country,
        )
    }

    #[test]
    fn each_day_has_its_minimum() {
        let known = MinimumPay::default();
        for (on, cents) in [
            ("2024-10-31", None),
            ("2024-11-01", Some(11_88)),
            ("2025-12-31", Some(11_88)),
            ("2026-01-01", Some(12_02)),
            ("2026-05-31", Some(12_02)),
            ("2026-06-01", Some(12_31)),
        ] {
            assert_eq!(known.hour_cents(day(on), Territory::Country), cents, "{on}");
        }
        let set = known.clone().with("2027-01-01=12.20").and_then(|k| k.with("2026-01-01=12.05")).unwrap();
        let value = |on| set.hour_cents(day(on), Territory::Country);
        assert_eq!((value("2027-06-01"), value("2026-02-01")), (Some(12_20), Some(12_05)));
        let source = |on| set.on(day(on), Territory::Country).map(|entry| entry.source);
        assert_eq!(source("2027-06-01"), Some(Source::Hub));
        assert_eq!(source("2026-06-01"), Some(Source::SeenInOffers { offers: 671 }));
        assert_eq!(source("2025-06-01"), Some(Source::Law("Décret n° 2024-951 du 23 octobre 2024")));
        assert_eq!(set.hour_cents(day("2027-06-01"), Territory::Mayotte), Some(9_33), "set for the country alone");
        for wrong in
            ["", "12.20", "2027-01-01", "2027-01-01=12,20", "2027-13-01=12.20", "2027-01-01=12.2", "2027-01-01=-1.20"]
        {
            assert_eq!(known.clone().with(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn full_time_under_the_minimum_is_told() {
        for (cents, period, expected) in [
            (12_01, PayPeriod::Hour, true),
            (12_02, PayPeriod::Hour, false),
            (1_801_80, PayPeriod::Month, true),
            (1_823_00, PayPeriod::Month, false),
            (1_823_03, PayPeriod::Month, false),
            (21_500_00, PayPeriod::Year, true),
            (21_876_00, PayPeriod::Year, false),
            (60_00, PayPeriod::Day, false),
        ] {
            assert_eq!(under(cents, period, "2026-02-01"), expected, "{cents} {period}");
        }
        assert!(!under(1_801_80, PayPeriod::Month, "2025-06-01"), "it was enough the year before");
        assert!(under(12_30, PayPeriod::Hour, "2026-06-01") && !under(12_31, PayPeriod::Hour, "2026-06-01"));
    }

    #[test]
    fn mayotte_has_its_own() {
        let known = MinimumPay::default();
        for (on, cents) in [("2024-10-31", None), ("2025-12-31", Some(8_98)), ("2026-07-01", Some(9_33))] {
            assert_eq!(known.hour_cents(day(on), Territory::Mayotte), cents, "{on}");
        }
        for (code, territory) in [
            (Some("97608"), Territory::Mayotte),
            (Some("97411"), Territory::Country),
            (Some("59512"), Territory::Country),
            (None, Territory::Country),
        ] {
            assert_eq!(Territory::of_commune(code), territory, "{code:?}");
        }
        let hour = pay(10_00, PayPeriod::Hour);
        let under = |territory| known.is_under(&hour, Some(Contract::Cdi), None, None, day("2026-07-01"), territory);
        assert!(under(Territory::Country) && !under(Territory::Mayotte));
    }

    /// `n` offers that state each amount.
    fn stated(amounts: &[(i64, usize)]) -> Option<FloorMoved> {
        floor_moved(amounts.iter().flat_map(|(cents, n)| std::iter::repeat_n(*cents, *n)), 12_02)
    }

    #[test]
    fn a_floor_that_moved_is_seen_in_offers() {
        let moved = Some(FloorMoved { cents: 12_31, offers: 400 });
        assert_eq!(stated(&[(11_88, 90), (12_02, 3), (12_10, 8), (12_31, 400), (12_50, 24), (13_00, 900)]), moved);
        for (why, amounts) in [
            ("nothing", &[][..]),
            ("too few", &[(12_31, 19)]),
            ("the minimum is still stated", &[(12_02, 41), (12_31, 400)]),
            ("a round amount that some like", &[(12_10, 15), (12_20, 20), (12_50, 34)]),
            ("too far above", &[(12_63, 400)]),
            ("under the minimum", &[(11_88, 400)]),
            ("two floors are none", &[(12_31, 30), (12_40, 30)]),
        ] {
            assert_eq!(stated(amounts), None, "{why}");
        }
        assert_eq!(stated(&[(12_31, 20)]), Some(FloorMoved { cents: 12_31, offers: 20 }));
        assert_eq!(floor_moved([i64::MAX, i64::MIN, 0], i64::MAX), None);
    }

    proptest! {
        #[test]
        fn part_time_alternance_and_others_are_not_told(cents in 1i64..5_000_00, week in 1u16..35 * 60, kind in 0usize..3) {
            let (known, on) = (MinimumPay::default(), day("2026-06-01"));
            let period = [PayPeriod::Month, PayPeriod::Year, PayPeriod::Day][kind];
            let pay = pay(cents, period);
            for (weekly, time) in [(None, None), (None, Some(WorkTime::Part)), (Some(week), Some(WorkTime::Part)), (Some(week), Some(WorkTime::Full))] {
                prop_assert!(!known.is_under(&pay, Some(Contract::Cdi), weekly, time, on, Territory::Country));
            }
            for contract in [Contract::Apprenticeship, Contract::Professionalisation, Contract::NotSalaried] {
                for pay in [&pay, &self::pay(cents, PayPeriod::Hour)] {
                    prop_assert!(!known.is_under(pay, Some(contract), None, Some(WorkTime::Full), on, Territory::Country));
                }
            }
        }

        #[test]
        fn more_pay_is_never_worse(cents in 1i64..30_000_00, more in 0i64..10_000, kind in 0usize..4) {
            let period = PayPeriod::ALL[kind];
            prop_assert!(!under(cents + more, period, "2026-06-01") || under(cents, period, "2026-06-01"));
        }
    }
}
