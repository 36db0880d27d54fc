//! What cells hold, as people write it and as spreadsheets change it: one reading for all tables.

use domain::mask;
use domain::place::CommuneCode;
use domain::text::fold;
use domain::time::Day;

/// Days since 1899-12-30 that a spreadsheet may mean: 2000-01-01 to 2099-12-31.
const SERIALS: core::ops::RangeInclusive<i32> = 36_526..=73_050;
/// 1970-01-01 as a spreadsheet counts days.
const EPOCH: i32 = 25_569;

/// A reference that names a record: one line, without a quote that strayed to its ends.
#[must_use]
pub fn reference(cell: &str) -> String {
    mask::line(cell).trim_matches(['"', ' ']).to_owned()
}

/// A number without the decimals that a spreadsheet adds to a whole one: "59100.0", "35,0".
#[must_use]
pub fn decimals_off(cell: &str) -> &str {
    let whole = cell.split_once(['.', ',']).filter(|(_, part)| !part.is_empty() && part.bytes().all(|b| b == b'0'));
    whole.map_or(cell, |(whole, _)| whole)
}

/// A whole number: "12", "1 200", "3.0", "450 €".
#[must_use]
pub fn whole_number(cell: &str) -> Option<u32> {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}' && *c != '€').collect();
    let digits = decimals_off(&plain);
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// A calendar day: "2026-11-23", "23/11/2026", "23.11.2026", "23/11/26", each with a time of day or without; the
/// number that a spreadsheet keeps for it; "23 novembre 2026". Months never come first: nobody could tell.
#[must_use]
pub fn day(cell: &str) -> Option<Day> {
    let cell = cell.trim();
    if let Ok(serial) = decimals_off(cell).parse::<i32>() {
        return SERIALS.contains(&serial).then(|| Day(serial - EPOCH));
    }
    written_day(date_part(cell))
}

/// What stands before a time of day: "2026-11-20 00:00:00", "2026-11-20T08:00".
fn date_part(cell: &str) -> &str {
    let Some((date, time)) = cell.split_once(['T', ' ']) else { return cell };
    let time = time.trim();
    let clock = time.contains(':') && time.bytes().all(|b| b.is_ascii_digit() || b":.+-Z ".contains(&b));
    if clock && date.len() >= 6 { date } else { cell }
}

fn written_day(text: &str) -> Option<Day> {
    if let Some(day) = Day::parse(text) {
        return Some(day);
    }
    let folded = fold(text);
    let parts: Vec<&str> = folded.split([' ', '/', '.', '-']).filter(|part| !part.is_empty()).collect();
    // "lundi 23 novembre 2026"
    let parts = if parts.len() == 4 && parts[0].ends_with('i') { &parts[1..] } else { &parts[..] };
    let [day, month, year] = parts else { return None };
    let number = |text: &str, max: usize| {
        let plain = text.len() <= max && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse::<u32>().ok()).flatten()
    };
    let day = number(day.strip_suffix("er").unwrap_or(day), 2)?;
    let month = number(month, 2).or_else(|| month_named(month))?;
    let year = match (year.len(), number(year, 4)?) {
        (4, year) => year,
        (2, year) => 2_000 + year,
        _ => return None,
    };
    Day::from_ymd(i32::try_from(year).ok()?, month, day)
}

fn month_named(folded: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];
    let at = MONTHS
        .iter()
        .position(|month| *month == folded || (folded.len() >= 3 && folded != "jui" && month.starts_with(folded)))?;
    u32::try_from(at + 1).ok()
}

/// A postcode: "59100", "59 100", "F-59100", "59100.0"; "1000" has lost its zero.
#[must_use]
pub fn postcode(cell: &str) -> Option<String> {
    let plain: String = decimals_off(cell).chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
    let plain = ["F-", "f-", "FR-", "fr-"].iter().find_map(|mark| plain.strip_prefix(mark)).unwrap_or(&plain);
    let full = format!("{plain:0>5}");
    (plain.len() >= 4 && full.len() == 5 && full.bytes().all(|b| b.is_ascii_digit())).then_some(full)
}

/// INSEE's code of a commune: "59512", "2A004"; "1053" has lost its zero.
#[must_use]
pub fn commune_code(cell: &str) -> Option<CommuneCode> {
    let plain: String = decimals_off(cell).chars().filter(|c| !c.is_whitespace()).collect();
    let full = if plain.len() == 4 && plain.bytes().all(|b| b.is_ascii_digit()) { format!("0{plain}") } else { plain };
    CommuneCode::parse(&full).ok()
}

/// A phone number to call about work; nine digits have lost their zero.
#[must_use]
pub fn business_phone(cell: &str) -> Option<String> {
    let cell = decimals_off(cell);
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    let lost = digits.len() == 9 && !digits.starts_with('0') && !cell.contains('+');
    domain::apply::business_phone(&if lost { format!("0{digits}") } else { cell.to_owned() })
}

/// oui or non, as people tick it.
#[must_use]
pub fn flag(cell: &str) -> Option<bool> {
    match fold(cell).trim() {
        "oui" | "o" | "1" | "1.0" | "vrai" | "true" | "x" => Some(true),
        "non" | "n" | "0" | "0.0" | "faux" | "false" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_and_spreadsheets_write_them() {
        for cell in [
            "2026-11-20",
            "20/11/2026",
            "20.11.2026",
            "20-11-2026",
            "20/11/26",
            "46346",
            "46346.0",
            "46346,0",
            "2026-11-20 00:00:00",
            "20/11/2026 08:30",
            "2026-11-20T08:00:00Z",
            "20 novembre 2026",
            "20 nov. 2026",
            "vendredi 20 novembre 2026",
            "20 NOVEMBRE 2026",
        ] {
            assert_eq!(day(cell).map(|d| d.to_string()).as_deref(), Some("2026-11-20"), "{cell}");
        }
        assert_eq!(day("1er décembre 2026").map(|d| d.to_string()).as_deref(), Some("2026-12-01"));
        for cell in ["11/20/2026", "demain", "31/02/2026", "1234", "2026", "fin décembre", "20/11", "20 jui 2026", ""]
        {
            assert_eq!(day(cell), None, "{cell}");
        }
    }

    #[test]
    fn lost_zeros_come_back_where_there_is_one_reading() {
        for cell in ["59100", "59 100", "F-59100", "59100.0", " 59100 "] {
            assert_eq!(postcode(cell.trim()).as_deref(), Some("59100"), "{cell}");
        }
        assert_eq!((postcode("1000").as_deref(), postcode("100"), postcode("ABCDE")), (Some("01000"), None, None));
        let code = |cell| commune_code(cell).map(|code| code.as_str().to_owned());
        assert_eq!((code("1053").as_deref(), code("59512.0").as_deref()), (Some("01053"), Some("59512")));
        assert_eq!((code("2A004").as_deref(), code("Roubaix")), (Some("2A004"), None));
        for cell in ["320123456", "03 20 12 34 56", "320123456.0", "3 20 12 34 56"] {
            assert_eq!(business_phone(cell).as_deref(), Some("0320123456"), "{cell}");
        }
        assert_eq!(business_phone("899123456"), None, "a number that costs more");
        assert_eq!(
            (whole_number("1.0"), whole_number("1 200"), whole_number("1,5"), whole_number("-1")),
            (Some(1), Some(1200), None, None)
        );
    }
}
