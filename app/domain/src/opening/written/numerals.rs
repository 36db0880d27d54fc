//! Hours in words: `quatorze heures`, `neuf heures trente`.

use super::words::length;

/// The hours, from seven: of the earlier ones nobody knows which half of the day they are of.
const HOURS: [&str; 18] = [
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix sept",
    "dix huit",
    "dix neuf",
    "vingt",
    "vingt et une",
    "vingt deux",
    "vingt trois",
    "vingt quatre",
];
const FIRST: u16 = 7;
/// Minutes that are said with an hour.
const MINUTES: [(&str, u16); 6] =
    [("quinze", 15), ("trente", 30), ("quarante cinq", 45), ("et quart", 15), ("et demi", 30), ("et demie", 30)];
/// What `trente` may go on with.
const UNITS: [&str; 9] = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];

/// The minutes of a time at the start, and how many pieces it is made of. The first hour of
/// `neuf à douze heures` is one, too.
pub(super) fn time(ahead: &[&str]) -> Option<(u16, usize)> {
    let (hour, mut count) = hour(ahead)?;
    let is_unit = |at: usize| ahead.get(at).is_some_and(|text| matches!(*text, "heure" | "heures" | "h"));
    if !is_unit(count) {
        let joined = ahead.get(count).is_some_and(|text| matches!(*text, "a" | "-"));
        let (_, other) = self::hour(ahead.get(count + 1..)?).filter(|_| joined)?;
        return is_unit(count + 1 + other).then_some((hour * 60, count));
    }
    count += 1;
    let after = ahead.get(count..)?;
    let found = MINUTES.iter().filter_map(|(text, minutes)| Some((*minutes, length(text, after)?)));
    let Some((minutes, more)) = found.max_by_key(|(_, more)| *more).filter(|(_, more)| !is_unit(count + more)) else {
        return Some((hour * 60, count));
    };
    let next = count + more + usize::from(ahead.get(count + more) == Some(&"-"));
    let goes_on = ahead.get(next).is_some_and(|text| UNITS.contains(text));
    // `trente-cinq` is one number; `trente - neuf heures` are two.
    (!goes_on || is_unit(next + 1)).then_some((hour * 60 + minutes, count + more))
}

/// The longest hour at the start.
fn hour(ahead: &[&str]) -> Option<(u16, usize)> {
    let found = (FIRST..).zip(HOURS).filter_map(|(hour, text)| Some((hour, length(text, ahead)?)));
    found.max_by_key(|(_, count)| *count)
}
