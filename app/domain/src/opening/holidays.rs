//! French public holidays, computed: eleven everywhere (article L3133-1 of the Code du travail), two
//! more in Alsace and Moselle, the day of the abolition of slavery overseas.

use crate::place::DepartementCode;
use crate::time::Day;

/// Where other days are holidays, too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HolidayZone {
    /// The eleven days.
    #[default]
    National,
    /// Bas-Rhin, Haut-Rhin, Moselle: Good Friday and 26 December.
    AlsaceMoselle,
    /// One day more, on this month and day.
    Overseas(u32, u32),
}

impl HolidayZone {
    /// The zone of a département.
    #[must_use]
    pub fn of(departement: &DepartementCode) -> Self {
        match departement.as_str() {
            "57" | "67" | "68" => Self::AlsaceMoselle,
            "971" => Self::Overseas(5, 27),
            "972" => Self::Overseas(5, 22),
            "973" => Self::Overseas(6, 10),
            "974" => Self::Overseas(12, 20),
            "976" => Self::Overseas(4, 27),
            _ => Self::National,
        }
    }
}

/// Whether a day is a public holiday there.
#[must_use]
pub fn is_public_holiday(day: Day, zone: HolidayZone) -> bool {
    let (year, month, number) = day.ymd();
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    if fixed.contains(&(month, number)) {
        return true;
    }
    let after_easter = day.0 - easter(year).0;
    // Easter Monday, Ascension Day, Whit Monday.
    if [1, 39, 50].contains(&after_easter) {
        return true;
    }
    match zone {
        HolidayZone::National => false,
        HolidayZone::AlsaceMoselle => after_easter == -2 || (month, number) == (12, 26),
        HolidayZone::Overseas(m, d) => (month, number) == (m, d),
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, as Meeus gives it).
#[must_use]
pub fn easter(year: i32) -> Day {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15).rem_euclid(30);
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let first_of_march = Day::from_ymd(year, 3, 1).unwrap_or_default();
    // `n` is 31 × month + day − 1, from 22 March on.
    first_of_march.plus(n - 93)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn easter_falls_where_the_calendar_says() {
        for date in ["1818-03-22", "1943-04-25", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"] {
            assert_eq!(easter(day(date).ymd().0), day(date));
        }
        assert!((1583..3000).all(|year| easter(year).weekday() == 6), "a Sunday");
    }

    #[test]
    fn the_holidays_of_a_year() {
        let of = |zone| {
            let first = day("2026-01-01");
            let days = (0..365).map(|n| first.plus(n)).filter(|d| is_public_holiday(*d, zone));
            days.map(|d| d.to_string()[5..].to_owned()).collect::<Vec<_>>().join(" ")
        };
        let national = "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25";
        assert_eq!(of(HolidayZone::National), national);
        let alsace = of(HolidayZone::of(&DepartementCode::parse("67").unwrap()));
        assert!(alsace.contains("04-03 04-06") && alsace.ends_with("12-25 12-26"), "{alsace}");
        let reunion = of(HolidayZone::of(&DepartementCode::parse("974").unwrap()));
        assert!(reunion.contains("12-20 12-25"), "{reunion}");
    }
}
