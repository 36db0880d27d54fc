//! The legal minimum pay (SMIC), dated, and whether an offer is under it.

use crate::contract::Contract;
use crate::hours::WorkTime;
use crate::pay::{Pay, PayPeriod};
use crate::time::Day;

/// First day, and gross cents an hour. Décret n° 2024-951 (1 November 2024) and the decree of December
/// 2025 (1 January 2026). A rise that this program does not know yet is given by the setting `HUB_SMIC`;
/// we could not check whether there was one later in 2026.
const KNOWN: &[((i32, u32, u32), i64)] = &[((2024, 11, 1), 11_88), ((2026, 1, 1), 12_02)];
/// Minutes of the legal week: full time.
const FULL_WEEK: u16 = 35 * 60;
/// Offers round pay to whole euros: under the minimum by less than one is not under it.
const ROUNDING: i64 = 1_00;

/// The legal minimum as it was and is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimumPay(Vec<(Day, i64)>);

impl Default for MinimumPay {
    /// What this program knows.
    fn default() -> Self {
        let known = KNOWN.iter().filter_map(|((y, m, d), cents)| Some((Day::from_ymd(*y, *m, *d)?, *cents)));
        Self(known.collect())
    }
}

impl MinimumPay {
    /// The same, with another value from a day on: "2027-01-01=12.20", gross euros an hour. `None` when
    /// it is not written so.
    #[must_use]
    pub fn with(mut self, setting: &str) -> Option<Self> {
        let (day, euros) = setting.trim().split_once('=')?;
        let day = Day::parse(day)?;
        let (whole, cents) = euros.trim().split_once('.').unwrap_or((euros.trim(), "00"));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if cents.len() != 2 || !digits(cents) || !digits(whole) || !(1..=3).contains(&whole.len()) {
            return None;
        }
        let value = format!("{whole}{cents}").parse().ok()?;
        self.0.retain(|(other, _)| *other != day);
        self.0.push((day, value));
        self.0.sort_unstable();
        Some(self)
    }

    /// Gross cents an hour on a day; `None` before the first one that is known.
    #[must_use]
    pub fn hour_cents(&self, day: Day) -> Option<i64> {
        self.0.iter().rev().find(|(since, _)| *since <= day).map(|(_, cents)| *cents)
    }

    /// Whether pay that an offer states is under the legal minimum on a day. An hour's pay is compared as
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
    ) -> bool {
        let covered = contract.is_none_or(|c| c.is_salaried() && !c.is_alternance());
        let Some(hour) = self.hour_cents(day).filter(|_| covered) else { return false };
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
        MinimumPay::default().is_under(&pay(cents, period), Some(Contract::Cdi), None, Some(WorkTime::Full), day(on))
    }

    #[test]
    fn each_day_has_its_minimum() {
        let known = MinimumPay::default();
        for (on, cents) in [
            ("2024-10-31", None),
            ("2024-11-01", Some(11_88)),
            ("2025-12-31", Some(11_88)),
            ("2026-01-01", Some(12_02)),
        ] {
            assert_eq!(known.hour_cents(day(on)), cents, "{on}");
        }
        let set = known.clone().with("2027-01-01=12.20").and_then(|k| k.with("2026-01-01=12.05")).unwrap();
        assert_eq!((set.hour_cents(day("2027-06-01")), set.hour_cents(day("2026-06-01"))), (Some(12_20), Some(12_05)));
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
            assert_eq!(under(cents, period, "2026-06-01"), expected, "{cents} {period}");
        }
        assert!(!under(1_801_80, PayPeriod::Month, "2025-06-01"), "it was enough the year before");
    }

    proptest! {
        #[test]
        fn part_time_alternance_and_others_are_not_told(cents in 1i64..5_000_00, week in 1u16..35 * 60, kind in 0usize..3) {
            let (known, on) = (MinimumPay::default(), day("2026-06-01"));
            let period = [PayPeriod::Month, PayPeriod::Year, PayPeriod::Day][kind];
            let pay = pay(cents, period);
            for (weekly, time) in [(None, None), (None, Some(WorkTime::Part)), (Some(week), Some(WorkTime::Part)), (Some(week), Some(WorkTime::Full))] {
                prop_assert!(!known.is_under(&pay, Some(Contract::Cdi), weekly, time, on));
            }
            for contract in [Contract::Apprenticeship, Contract::Professionalisation, Contract::NotSalaried] {
                for pay in [&pay, &self::pay(cents, PayPeriod::Hour)] {
                    prop_assert!(!known.is_under(pay, Some(contract), None, Some(WorkTime::Full), on));
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
