//! Pay as an offer states it: amounts read from the source's words, which are kept beside them.

#![expect(clippy::inconsistent_digit_grouping, reason = "amounts are in cents: the last two digits stand apart")]

use crate::coded_enum;
use crate::hours::WorkTime;
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

    /// Reads France Travail's `salaire.libelle`: "Mensuel de 1801.8 Euros sur 12.0 mois",
    /// "Horaire de 11,65 Euros à 12,31 Euros", "Annuel de 35000,00 Euros à 45000,00 Euros",
    /// "Autre de 2100,00 Euros". `None` where no believable amount is there: what cannot be
    /// trusted is not shown as a figure.
    #[must_use]
    pub fn parse_france_travail(text: &str) -> Option<Self> {
        let folded = crate::text::fold(text);
        let (head, months) = match folded.split_once(" sur ") {
            Some((head, tail)) => (head, numbers(tail).first().copied()),
            None => (folded.as_str(), None),
        };
        let amounts = numbers(head);
        let min = *amounts.first()?;
        let max = amounts.get(1).copied().unwrap_or(min);
        let (min, max) = if max < min { (max, min) } else { (min, max) };
        let stated = if head.contains("horaire") {
            Some(PayPeriod::Hour)
        } else if head.contains("mensuel") {
            Some(PayPeriod::Month)
        } else if head.contains("annuel") {
            Some(PayPeriod::Year)
        } else {
            None
        };
        let period = believable(stated, min, max)?;
        let months_e2 = months.filter(|m| (1_00..=20_00).contains(m)).and_then(|m| u16::try_from(m).ok());
        Some(Self { min_cents: min, max_cents: max, period, months_e2 })
    }
}

/// The period that a figure can be for; a stated one is corrected when the figure cannot be for it
/// ("Mensuel de 35000 Euros", "Horaire de 1801 Euros" occur), and refused when nothing fits.
fn believable(stated: Option<PayPeriod>, min: i64, max: i64) -> Option<PayPeriod> {
    let fits = |period| {
        let (low, high) = match period {
            PayPeriod::Hour => (4_00, 250_00),
            PayPeriod::Month => (300_00, 15_000_00),
            PayPeriod::Year => (4_000_00, 400_000_00),
            PayPeriod::Day => (40_00, 3_000_00),
        };
        (low..=high).contains(&min) && (low..=high).contains(&max)
    };
    match stated {
        Some(period) if fits(period) => Some(period),
        _ => [PayPeriod::Hour, PayPeriod::Month, PayPeriod::Year].into_iter().find(|p| {
            // Without a stated period, take only what is unmistakable.
            fits(*p)
                && matches!(
                    (p, min),
                    (PayPeriod::Hour, 9_00..=60_00)
                        | (PayPeriod::Month, 1_000_00..=6_000_00)
                        | (PayPeriod::Year, 15_000_00..)
                )
        }),
    }
}

/// Numbers of a text in hundredths: comma or point before decimals, spaces as thousands.
fn numbers(text: &str) -> Vec<i64> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_digit() {
            i += 1;
            continue;
        }
        let mut whole: i64 = 0;
        while i < bytes.len() {
            let thousands = bytes[i] == b' '
                && bytes.get(i + 1..i + 4).is_some_and(|d| d.iter().all(u8::is_ascii_digit))
                && !bytes.get(i + 4).is_some_and(u8::is_ascii_digit);
            if bytes[i].is_ascii_digit() {
                whole = whole.saturating_mul(10).saturating_add(i64::from(bytes[i] - b'0'));
            } else if !thousands {
                break;
            }
            i += 1;
        }
        let mut cents = 0;
        if i + 1 < bytes.len() && matches!(bytes[i], b',' | b'.') && bytes[i + 1].is_ascii_digit() {
            i += 1;
            let mut place = 10;
            while i < bytes.len() && bytes[i].is_ascii_digit() {
                cents += i64::from(bytes[i] - b'0') * place;
                place /= 10;
                i += 1;
            }
        }
        out.push(whole.saturating_mul(100).saturating_add(cents));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_the_feed_writes() {
        let cases = [
            ("Mensuel de 1801.8 Euros sur 12.0 mois", Some((1801_80, 1801_80, PayPeriod::Month, Some(1200)))),
            (
                "Mensuel de 1833,00 Euros à 2250,00 Euros sur 12 mois",
                Some((1833_00, 2250_00, PayPeriod::Month, Some(1200))),
            ),
            ("Horaire de 12.31 Euros sur 12 mois", Some((12_31, 12_31, PayPeriod::Hour, Some(1200)))),
            ("Annuel de 35000,00 Euros à 45000,00 Euros", Some((35_000_00, 45_000_00, PayPeriod::Year, None))),
            ("Autre de 2100,00 Euros à 2300,00 Euros", Some((2100_00, 2300_00, PayPeriod::Month, None))),
            ("Mensuel de 35 000 Euros", Some((35_000_00, 35_000_00, PayPeriod::Year, None))),
            ("Annuel de", None),
            ("Selon profil", None),
            ("Mensuel de 1 Euros", None),
        ];
        for (text, expected) in cases {
            let got = Pay::parse_france_travail(text).map(|p| (p.min_cents, p.max_cents, p.period, p.months_e2));
            assert_eq!(got, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_min_is_not_above_max(text in "\\PC{0,80}") {
            if let Some(pay) = Pay::parse_france_travail(&text) {
                prop_assert!(pay.min_cents <= pay.max_cents && pay.min_cents > 0);
            }
        }
    }

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
