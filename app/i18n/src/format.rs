//! Numbers, money, dates and lengths as each language writes them. Same code on the server and on
//! the phone, so that both write the same.

use super::{Lang, Texts};
use domain::pay::{Pay, PayPeriod};
use domain::time::Day;

/// What stands between thousands, and before decimals.
const fn marks(lang: Lang) -> (char, char) {
    match lang {
        Lang::Fr => ('\u{202f}', ','),
        Lang::En => (',', '.'),
    }
}

/// A whole number: `1 234`.
#[must_use]
pub fn number(lang: Lang, n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(marks(lang).0);
        }
        out.push(digit);
    }
    out
}

/// An amount of cents: `1 900 €`, `12,31 €`; the cents only when there are any.
#[must_use]
pub fn money(t: Texts, cents: i64) -> String {
    let cents = cents.unsigned_abs();
    let mut amount = number(t.lang(), cents / 100);
    if !cents.is_multiple_of(100) {
        amount.push(marks(t.lang()).1);
        amount.push_str(&format!("{:02}", cents % 100));
    }
    t.number_money(&amount)
}

/// Gross pay: `de 11,88 € à 12,50 € brut de l'heure`.
#[must_use]
pub fn pay(t: Texts, pay: &Pay) -> String {
    let amount = if pay.min_cents == pay.max_cents {
        money(t, pay.min_cents)
    } else {
        // {max} and {min} come in the order of their names.
        t.pay_range(&money(t, pay.max_cents), &money(t, pay.min_cents))
    };
    let period = match pay.period {
        PayPeriod::Hour => t.pay_hour(),
        PayPeriod::Month => t.pay_month(),
        PayPeriod::Year => t.pay_year(),
        PayPeriod::Day => t.pay_day(),
    };
    let gross = t.pay_gross(&amount, period);
    match pay.months_e2 {
        Some(months) if months != 1200 && months % 100 == 0 => {
            format!("{gross}, {}", t.pay_months(&(months / 100).to_string()))
        }
        _ => gross,
    }
}

/// Estimated net pay of a month first, then the gross: `environ 1 480 € net par mois, 1 900 € brut par mois`.
#[must_use]
pub fn pay_with_net(t: Texts, gross: &Pay, net: Option<(i64, i64)>) -> String {
    let gross = pay(t, gross);
    net_words(t, net).map_or_else(|| gross.clone(), |net| format!("{net}, {gross}"))
}

/// Estimated net pay of a month: `environ 1 480 € net par mois`.
#[must_use]
pub fn net_words(t: Texts, net: Option<(i64, i64)>) -> Option<String> {
    net.map(
        |(min, max)| {
            if min == max { t.pay_net(&money(t, min)) } else { t.pay_net_range(&money(t, max), &money(t, min)) }
        },
    )
}

/// A day: `23 novembre 2026`, `1er mai 2026`.
#[must_use]
pub fn day(t: Texts, day: Day) -> String {
    let (year, month, number) = day.ymd();
    let number = if number == 1 { t.date_first().to_owned() } else { number.to_string() };
    t.date_long(&number, t.date_months(month.saturating_sub(1) as usize), &year.to_string())
}

/// A day in the near past: `aujourd'hui`, `hier`, `il y a 5 jours`; the date beyond a month or in the future.
#[must_use]
pub fn age(t: Texts, day_: Day, today: Day) -> String {
    match today.0 - day_.0 {
        0 => t.date_today().to_owned(),
        1 => t.date_yesterday().to_owned(),
        days @ 2..=31 => t.date_ago(days.unsigned_abs().into()),
        _ => day(t, day_),
    }
}

/// A time of the day: `9 h`, `17 h 30`.
#[must_use]
pub fn clock(t: Texts, minute: u16) -> String {
    let (h, m) = ((minute / 60).to_string(), minute % 60);
    if m == 0 { t.help_hour(&h) } else { t.help_time(&h, &format!("{m:02}")) }
}

/// Ten digits by twos: `03 20 12 34 56` (no-break spaces); anything else as it is.
#[must_use]
pub fn phone(number: &str) -> String {
    if number.len() != 10 || !number.is_ascii() {
        return number.to_owned();
    }
    (0..10).step_by(2).map(|i| &number[i..i + 2]).collect::<Vec<_>>().join("\u{a0}")
}

/// Metres as whole kilometres: `à 3 km`.
#[must_use]
pub fn distance(t: Texts, metres: u32) -> String {
    if metres < 1_000 {
        t.card_distance_near().to_owned()
    } else {
        t.card_distance(&(metres.saturating_add(500) / 1_000).to_string())
    }
}

/// Days as people say them: `10 jours`, `6 mois`, `2 ans`.
#[must_use]
pub fn length(t: Texts, days: u16) -> String {
    match u64::from(days) {
        days if days < 30 || (days % 30 != 0 && days < 60) => t.length_days(days),
        days if days >= 720 && days.is_multiple_of(360) => t.length_years(days / 360),
        days if days >= 730 && days.is_multiple_of(365) => t.length_years(days / 365),
        days => t.length_months((days + 15) / 30),
    }
}

/// Months as people say them: `6 mois`, `2 ans`.
#[must_use]
pub fn months(t: Texts, months: u16) -> String {
    match u64::from(months) {
        months if months >= 12 && months.is_multiple_of(12) => t.length_years(months / 12),
        months => t.length_months(months),
    }
}

/// Minutes as hours: `35 h`, `17 h 30`.
#[must_use]
pub fn hours(t: Texts, minutes: u16) -> String {
    let (h, m) = (minutes / 60, minutes % 60);
    if m == 0 { t.length_hours(&h.to_string()) } else { t.length_hours_minutes(&h.to_string(), &format!("{m:02}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let (fr, en) = (Texts::of(Lang::Fr), Texts::of(Lang::En));
        assert_eq!(number(Lang::Fr, 1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(number(Lang::En, 999), "999");
        assert_eq!(money(fr, 190_000), "1\u{202f}900\u{a0}€");
        assert_eq!(money(fr, 1_188), "11,88\u{a0}€");
        assert_eq!(money(en, 190_050), "€1,900.50");
    }

    #[test]
    fn pay_says_amount_and_period() {
        let fr = Texts::of(Lang::Fr);
        let mut p = Pay { min_cents: 180_180, max_cents: 180_180, period: PayPeriod::Month, months_e2: Some(1200) };
        assert_eq!(pay(fr, &p), "1\u{202f}801,80\u{a0}€ brut par mois");
        p.max_cents = 200_000;
        p.months_e2 = Some(1300);
        assert_eq!(pay(fr, &p), "de 1\u{202f}801,80\u{a0}€ à 2\u{202f}000\u{a0}€ brut par mois, sur 13 mois");
    }

    #[test]
    fn phone_numbers_are_read_by_twos() {
        assert_eq!(phone("0320123456"), "03\u{a0}20\u{a0}12\u{a0}34\u{a0}56");
        assert_eq!(phone("3949"), "3949");
    }

    #[test]
    fn net_pay_comes_first() {
        let fr = Texts::of(Lang::Fr);
        let p = Pay { min_cents: 190_000, max_cents: 200_000, period: PayPeriod::Month, months_e2: None };
        let words = pay_with_net(fr, &p, p.net_month(None, None));
        assert!(words.starts_with("environ 1\u{202f}480\u{a0}€ à 1\u{202f}560\u{a0}€ net par mois, de 1"), "{words}");
        assert_eq!(pay_with_net(fr, &p, None), pay(fr, &p));
    }

    #[test]
    fn days_and_lengths_are_said_as_people_do() {
        let fr = Texts::of(Lang::Fr);
        let today = Day::parse("2026-11-23").unwrap();
        assert_eq!(day(fr, Day::parse("2026-05-01").unwrap()), "1er mai 2026");
        assert_eq!(age(fr, today, today), "aujourd'hui");
        assert_eq!(age(fr, today.plus(-1), today), "hier");
        assert_eq!(age(fr, today.plus(-5), today), "il y a 5 jours");
        assert_eq!(age(fr, today.plus(3), today), "26 novembre 2026");
        assert_eq!(
            (length(fr, 10), length(fr, 180), length(fr, 720)),
            ("10 jours".into(), "6 mois".into(), "2 ans".into())
        );
        assert_eq!((months(fr, 6), months(fr, 24)), ("6 mois".into(), "2 ans".into()));
        assert_eq!((hours(fr, 2100), hours(fr, 1050)), ("35\u{a0}h".into(), "17\u{a0}h 30".into()));
        assert_eq!((distance(fr, 400), distance(fr, 2_600)), ("à moins d'1\u{a0}km".into(), "à 3\u{a0}km".into()));
    }
}
