//! Pay as an offer states it: amounts read from the source's words, which are kept beside them.

#![expect(clippy::inconsistent_digit_grouping, reason = "amounts are in cents: the last two digits stand apart")]

mod amount;
mod context;
mod counted;
mod least;
mod levels;
mod phrase;
mod sense;
mod spoken;
mod token;
mod words;

use crate::coded_enum;
use crate::hours::WorkTime;
use amount::Amount;
pub use least::LeastPay;
use sense::Sense;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// The period that an amount is for.
    pub enum PayPeriod {
        /// For an hour.
        Hour = "heure",
        /// For a month.
        Month = "mois",
        /// For a year.
        Year = "an",
        /// For a day (daily rate).
        Day = "jour",
    }
}

/// Gross pay. Amounts in cents of euros; `max` equals `min` when one figure is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    /// Lowest gross amount, in cents.
    pub min_cents: i64,
    /// Highest gross amount, in cents.
    pub max_cents: i64,
    /// The period that the amounts are for.
    pub period: PayPeriod,
    /// Number of monthly payments a year, in hundredths (13.5 months is 1350), when said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months_e2: Option<u16>,
}

/// What is left of 1,000 euros gross, about: an employee who is no cadre pays 21 to 23 % of
/// contributions (Urssaf, taux de cotisations 2026, régime général). Only ever shown with « environ ».
const NET_PER_MILLE: i64 = 780;
/// The legal week.
const FULL_TIME_MINUTES: u16 = 35 * 60;

impl Pay {
    /// The lowest amount brought to a full-time month, in cents: 151.67 hours a month, 12 months a year.
    /// A daily rate is left out: it says nothing of the days worked.
    #[must_use]
    pub fn monthly_cents(&self) -> Option<i64> {
        match self.period {
            PayPeriod::Hour => Some(self.min_cents * 15_167 / 100),
            PayPeriod::Month => Some(self.min_cents),
            PayPeriod::Year => Some(self.min_cents / 12),
            PayPeriod::Day => None,
        }
    }

    /// Estimated net pay of a month, lowest and highest, in cents, to the nearest 10 euros. `None` where
    /// the period or the hours do not say what a month is.
    ///
    /// `weekly_min` is minutes a week.
    #[must_use]
    pub fn net_month(&self, weekly_min: Option<u16>, work_time: Option<WorkTime>) -> Option<(i64, i64)> {
        let full = (work_time == Some(WorkTime::Full)).then_some(FULL_TIME_MINUTES);
        let month = |cents: i64| match self.period {
            PayPeriod::Hour => weekly_min.or(full).map(|minutes| cents * i64::from(minutes) * 52 / (12 * 60)),
            PayPeriod::Month => Some(cents),
            PayPeriod::Year => Some(cents / 12),
            PayPeriod::Day => None,
        };
        let net = |cents: i64| (cents * NET_PER_MILLE / 1_000 + 500) / 1_000 * 1_000;
        Some((net(month(self.min_cents)?), net(month(self.max_cents)?)))
    }

    /// Reads what an offer says of pay, in the words of a feed or of whoever filled the cell: "Mensuel de 1801.8
    /// Euros sur 12.0 mois", "28 à 32 K€ brut annuel", "12,31 €/h + 10 % IFM".
    ///
    /// Only gross pay with its period: net amounts, bonuses and maximums are left out, and a period that is not
    /// stated is told by amounts that are unmistakable. `None` where nothing believable is left: what cannot be
    /// trusted is not shown as a figure.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let plain = token::plain(text);
        let senses = sense::senses(&spoken::numbers(token::tokens(&plain)));
        let amounts = amount::amounts(&senses);
        let (amount, period) = pick(&amounts)?;
        let months_e2 = senses.iter().find_map(|s| if let Sense::Months(months) = s { Some(*months) } else { None });
        Some(Self { min_cents: amount.min, max_cents: amount.max, period, months_e2 })
    }
}

/// The fixed part where one is said, else the first amount that [`first_sure`] trusts.
fn pick(amounts: &[Amount]) -> Option<(Amount, PayPeriod)> {
    let fixed: Vec<Amount> = amounts.iter().copied().filter(|a| a.fixed).collect();
    first_sure(&fixed).or_else(|| first_sure(amounts))
}

/// The first amount whose period is stated; else the first one that leaves no doubt.
fn first_sure(amounts: &[Amount]) -> Option<(Amount, PayPeriod)> {
    let stated = |a: &Amount| a.period.and_then(|(per, _)| per);
    let sure = |a: &&Amount| stated(a).is_some_and(|period| is_believable(period, a) && is_money(period, a));
    if let Some(amount) = amounts.iter().find(sure) {
        return stated(amount).map(|period| (*amount, period));
    }
    // A stated period is never overruled.
    if amounts.iter().any(|a| stated(a).is_some() && (a.marked || a.gross)) {
        return None;
    }
    let marked = amounts.iter().any(|a| a.marked);
    let mut open = amounts.iter().filter(|a| a.period.is_none() && a.marked == marked);
    open.find_map(|a| unmistakable(a).map(|period| (*a, period)))
}

/// Whether pay for a period can be so much.
const fn is_believable(period: PayPeriod, amount: &Amount) -> bool {
    let (low, high) = match period {
        PayPeriod::Hour => (4_00, 250_00),
        PayPeriod::Month => (300_00, 15_000_00),
        PayPeriod::Year => (4_000_00, 400_000_00),
        PayPeriod::Day => (40_00, 3_000_00),
    };
    low <= amount.min && amount.max <= high
}

/// Whether a number with a stated period is money: without a currency, "horaire 35" is not.
fn is_money(period: PayPeriod, amount: &Amount) -> bool {
    let firm = amount.period.is_some_and(|(_, firm)| firm);
    amount.marked
        || amount.gross
        || match period {
            PayPeriod::Hour => firm || amount.cents || amount.introduced,
            PayPeriod::Day => amount.min >= 100_00,
            PayPeriod::Month | PayPeriod::Year => true,
        }
}

/// The period of an amount that says none.
fn unmistakable(amount: &Amount) -> Option<PayPeriod> {
    let period = match amount.min {
        9_00..=60_00 if amount.marked || amount.gross => PayPeriod::Hour,
        // From 35 on it may be the week.
        9_00..35_00 if amount.cents => PayPeriod::Hour,
        1_000_00..=6_000_00 => PayPeriod::Month,
        15_000_00.. => PayPeriod::Year,
        _ => return None,
    };
    is_believable(period, amount).then_some(period)
}

#[cfg(test)]
mod kinds_tests;
#[cfg(test)]
mod read_tests;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn net_pay_of_a_month_is_what_people_get() {
        let pay = |min, max, period| Pay { min_cents: min, max_cents: max, period, months_e2: None };
        let month = pay(190_000, 190_000, PayPeriod::Month);
        assert_eq!(month.net_month(None, None), Some((148_000, 148_000)));
        let hour = pay(1_220, 1_300, PayPeriod::Hour);
        assert_eq!(hour.net_month(None, None), None, "nobody said how many hours");
        assert_eq!(hour.net_month(None, Some(WorkTime::Full)), Some((144_000, 154_000)));
        assert_eq!(hour.net_month(Some(20 * 60), Some(WorkTime::Part)), Some((82_000, 88_000)));
        assert_eq!(pay(2_400_000, 2_400_000, PayPeriod::Year).net_month(None, None), Some((156_000, 156_000)));
        assert_eq!(pay(10_000, 10_000, PayPeriod::Day).net_month(Some(2_100), None), None);
    }
}
