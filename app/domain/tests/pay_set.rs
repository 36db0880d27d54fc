//! How many texts of pay are read exactly, on sets that were written without looking at the code.
#![expect(clippy::print_stdout, reason = "it prints its score")]

use domain::pay::Pay;

/// Each half: its name, and lines of `expected<TAB>text`; `expected` is `min[-max]/period[ xMonths]`, alternatives
/// between ` | `, and `-` where nothing may be read.
const HALVES: &[(&str, &str)] =
    &[("before", include_str!("sets/pay-before.tsv")), ("after", include_str!("sets/pay-after.tsv"))];
/// Per mille of a half that must be exact.
const AT_LEAST: usize = 980;

#[test]
fn nearly_every_text_is_read_exactly() {
    for (half, set) in HALVES {
        let lines: Vec<(&str, &str)> = set.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        let misses: Vec<_> =
            lines.iter().filter(|(expected, text)| !expected.split(" | ").any(|e| e == told(text))).collect();
        println!("pay ({half}): {} of {} exact", lines.len() - misses.len(), lines.len());
        for (expected, text) in &misses {
            println!("  {text}: {expected} expected, {} read", told(text));
        }
        assert!((lines.len() - misses.len()) * 1_000 >= lines.len() * AT_LEAST, "{} misses in {half}", misses.len());
    }
}

/// What is read, as the sets write it.
fn told(text: &str) -> String {
    let Some(pay) = Pay::read(text) else { return "-".to_owned() };
    let max = if pay.max_cents == pay.min_cents { String::new() } else { format!("-{}", plain(pay.max_cents)) };
    let months = pay.months_e2.map(|months| format!(" x{}", plain(i64::from(months)))).unwrap_or_default();
    format!("{}{max}/{}{months}", plain(pay.min_cents), pay.period)
}

/// Hundredths as people write them: "1850", "12.31", "13.5".
fn plain(e2: i64) -> String {
    let text = format!("{}.{:02}", e2 / 100, e2 % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
