//! The least pay that somebody asks for, and whether an offer pays so much.

use super::{NET_PER_MILLE, Pay, PayPeriod};
use core::fmt;
use core::str::FromStr;
use serde::{Deserialize, Serialize};

/// Most that is understood, in cents: more is no pay.
const MOST: i64 = 100_000_000;

/// The least pay that somebody asks for, as she says it: "1 800 € net par mois". As a code: `1800-mois-net`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LeastPay {
    /// The amount, in cents of euros.
    pub cents: i64,
    /// The period that it is for.
    pub period: PayPeriod,
    /// What is left after contributions, not what offers state.
    pub net: bool,
}

impl LeastPay {
    /// What is understood, for who wrote something else.
    pub const EXPECTED: &'static str = "an amount in euros, heure, jour, mois or an, brut or net: 1800-mois-net";

    /// What is left of 1,000 euros gross, by which net pay is brought to gross pay.
    pub const NET_PER_MILLE: i64 = NET_PER_MILLE;

    /// The same pay for a full-time month, gross, in cents; `None` for a daily rate.
    #[must_use]
    pub fn monthly_gross_cents(&self) -> Option<i64> {
        let gross = if self.net { self.cents * 1_000 / NET_PER_MILLE } else { self.cents };
        Pay { min_cents: gross, max_cents: gross, period: self.period, months_e2: None }.monthly_cents()
    }
}

impl fmt::Display for LeastPay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.cents / 100)?;
        if self.cents % 100 != 0 {
            write!(f, ".{:02}", self.cents % 100)?;
        }
        write!(f, "-{}-{}", self.period, if self.net { "net" } else { "brut" })
    }
}

impl FromStr for LeastPay {
    type Err = ();

    /// Reads a code; without period a month, without more gross.
    fn from_str(code: &str) -> Result<Self, ()> {
        let mut parts = code.split('-');
        let (whole, cents) = match parts.next().unwrap_or_default().split_once(['.', ',']) {
            Some((whole, cents)) => (whole, cents),
            None => (code.split('-').next().unwrap_or_default(), "0"),
        };
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(cents) || cents.len() > 2 || whole.len() > 7 {
            return Err(());
        }
        let tens = if cents.len() == 1 { 10 } else { 1 };
        let cents = whole.parse::<i64>().map_err(drop)? * 100 + cents.parse::<i64>().map_err(drop)? * tens;
        let mut least = Self { cents, period: PayPeriod::Month, net: false };
        for part in parts {
            match part {
                "net" => least.net = true,
                "brut" => least.net = false,
                _ => least.period = PayPeriod::from_code(part).ok_or(())?,
            }
        }
        if (1..=MOST).contains(&cents) { Ok(least) } else { Err(()) }
    }
}

impl TryFrom<String> for LeastPay {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        code.parse().map_err(|()| Self::EXPECTED)
    }
}

impl From<LeastPay> for String {
    fn from(least: LeastPay) -> Self {
        least.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_amount_period_and_kind() {
        for (code, cents, period, net) in [
            ("1800-mois-net", 180_000, PayPeriod::Month, true),
            ("12.50-heure-brut", 1_250, PayPeriod::Hour, false),
            ("12.5-heure-brut", 1_250, PayPeriod::Hour, false),
            ("30000-an-brut", 3_000_000, PayPeriod::Year, false),
        ] {
            let least: LeastPay = code.parse().unwrap();
            assert_eq!((least.cents, least.period, least.net), (cents, period, net));
            assert_eq!(least.to_string().parse(), Ok(least));
        }
        assert_eq!("2000".parse::<LeastPay>().unwrap().to_string(), "2000-mois-brut");
        for wrong in ["", "0", "abc", "-5", "12.505", "1800-semaine", "99999999", "1800-mois-net-x"] {
            assert_eq!(wrong.parse::<LeastPay>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn net_pay_is_brought_to_gross() {
        let month = |code: &str| code.parse::<LeastPay>().unwrap().monthly_gross_cents();
        assert_eq!(month("1560-mois-net"), Some(200_000));
        assert_eq!(month("12-heure-brut"), Some(182_004));
        assert_eq!(month("200-jour-brut"), None);
    }
}
