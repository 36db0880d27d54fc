//! The least pay that somebody asks for: "plus de 1800 net", "13 € de l'heure", "30k". The amount is found here; what
//! it is for is told by the reader of pay in offers.

#![expect(clippy::inconsistent_digit_grouping, reason = "amounts are in cents: the last two digits stand apart")]

use super::reading::{At, Found, Hit, Reading};
use super::role::{
    COUNTED, DAILY, GROSS, HOURLY, LEAD, LEAST, MONEY, MONTHLY, MORE, MOST, NEAR_NUMBER, NET, NO_PAY, OF, PER, SALARY,
    THOUSAND, TO, WEEK, YEARLY,
};
use crate::conditions::Condition;
use crate::pay::{LeastPay, Pay};

/// A number before its unit, as it is written.
struct Amount {
    /// In cents.
    cents: u64,
    /// "30k".
    thousand: bool,
    /// Euros are said.
    money: bool,
    to: usize,
}

/// What is said behind an amount.
#[derive(Default)]
struct Behind {
    net: Option<bool>,
    period: Option<&'static str>,
    least: bool,
    most: bool,
    to: usize,
}

/// Pay at a place.
pub(super) fn at(reading: &Reading, at: usize, floor: usize) -> Option<At> {
    let mut amount = amount(reading, at)?;
    if let Some(last) = other_end(reading, amount.to) {
        if last.thousand && amount.cents < 1_000_00 {
            amount.thousand = true;
        }
        amount.money |= last.money;
        amount.to = last.to;
    }
    let mut behind = behind(reading, amount.to)?;
    let mut from = at;
    let near = LEAST | MOST | SALARY | NEAR_NUMBER | OF | PER | MORE | NET | GROSS | HOURLY | MONTHLY | YEARLY;
    let sign = |at: usize| ['>', '+', '=', '≥', ':'].iter().any(|sign| reading.left[at].is_sign(*sign));
    while from > floor && !reading.is_kept(from - 1) && (reading.has(from - 1, near) || sign(from - 1)) {
        from -= 1;
    }
    let lead = lead(reading, from, at);
    behind.net = behind.net.or(lead.net);
    behind.period = behind.period.or(lead.period);
    let most = lead.most || from.checked_sub(1).is_some_and(|last| reading.has(last, NO_PAY | MOST));
    let counted = reading.has(amount.to, COUNTED) && behind.to == amount.to;
    if (most && !lead.least && !behind.least) || behind.most || counted || !is_pay(&amount, &behind, &lead) {
        return None;
    }
    let cents = amount.cents.checked_mul(if amount.thousand { 1_000 } else { 1 })?;
    let text = format!("{}.{:02} euros brut {}", cents / 100, cents % 100, behind.period.unwrap_or_default());
    let pay = Pay::read(&text)?;
    let least = LeastPay { cents: pay.min_cents, period: pay.period, net: behind.net == Some(true) };
    let found = Found::Said { conditions: vec![Condition::PayMin(least)], sure: true };
    // Prepositions alone are taken as before any other phrase.
    while from < at && !reading.has(from, LEAST | SALARY | MORE | NEAR_NUMBER) && reading.has(from, LEAD) {
        from += 1;
    }
    Some(At::Hits(vec![Hit { from, to: behind.to, found }]))
}

/// What is said before an amount.
struct Lead {
    least: bool,
    most: bool,
    salary: bool,
    net: Option<bool>,
    period: Option<&'static str>,
}

fn lead(reading: &Reading, from: usize, at: usize) -> Lead {
    let word = |at: usize| reading.cut.folded(&reading.left[at], &reading.left[at]);
    // "au moins".
    let at_least = |place: usize| word(place) == "moins" && place > from && word(place - 1) == "au";
    let sign = |place: usize| ['>', '≥'].iter().any(|sign| reading.left[place].is_sign(*sign));
    let has = |role: u32| (from..at).any(|place| reading.has(place, role) && !at_least(place));
    let mut least = has(LEAST) || (from..at).any(|place| at_least(place) || sign(place));
    let mut most = has(MOST);
    least |= has(MORE) && !most;
    // "pas moins de", "pas plus de".
    if (from..at).any(|place| word(place) == "pas") {
        core::mem::swap(&mut least, &mut most);
    }
    let net = has(NET | GROSS).then(|| has(NET));
    let salary = has(SALARY);
    let period = (from..at).find_map(|place| period(reading, place)).filter(|_| salary);
    Lead { least, most, salary, net, period }
}

/// Whether enough is said for an amount to be pay.
fn is_pay(amount: &Amount, behind: &Behind, lead: &Lead) -> bool {
    let euros = amount.cents / 100;
    let period_alone = match behind.period {
        Some("par heure") => (9..=60).contains(&euros),
        Some("par mois") => (500..=10_000).contains(&euros),
        Some("par an") => euros >= 10_000 || amount.thousand,
        _ => false,
    };
    let unsaid = (1_000..10_000).contains(&euros) || euros >= 15_000 || amount.thousand;
    let thousands = amount.thousand && (15..=250).contains(&euros);
    let wanted = lead.salary || lead.least || behind.least;
    amount.money || behind.net.is_some() || period_alone || thousands || (wanted && unsaid)
}

/// "1 800", "13,50", "12€50", "30k€".
fn amount(reading: &Reading, at: usize) -> Option<Amount> {
    let digits = |at: usize| {
        let token = reading.left.get(at).filter(|token| token.number().is_some())?;
        Some(reading.cut.folded(token, token))
    };
    let first = digits(at).filter(|first| reading.is_edge(at) && !(first.len() > 1 && first.starts_with('0')))?;
    let mut cents = cents(first)?;
    let mut to = at + 1;
    if first.len() <= 3 && !first.contains(['.', ',']) {
        while let Some(group) = digits(to).filter(|group| group.len() == 3 && reading.is_edge(to)) {
            cents = cents.checked_mul(1_000)?.checked_add(group.parse::<u64>().ok()? * 100)?;
            to += 1;
        }
    }
    let thousand = reading.has(to, THOUSAND);
    to += usize::from(thousand);
    let mut money = reading.has(to, MONEY);
    let sign = to;
    to += usize::from(money);
    // "12€50".
    if money
        && let Some(more) =
            digits(to).filter(|more| more.len() == 2 && reading.left[to].from == reading.left[to - 1].to)
    {
        cents += more.parse::<u64>().ok()?;
        to += 1;
    }
    // "Paris 10e".
    let ordinal = money
        && to == sign + 1
        && cents < 500_00
        && reading.cut.folded(&reading.left[sign], &reading.left[sign]) == "e";
    money &= !ordinal;
    reading.is_edge(to).then_some(Amount { cents, thousand, money, to })
}

fn cents(number: &str) -> Option<u64> {
    let (whole, rest) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let whole: u64 = whole.parse().ok()?;
    let part: u64 = if rest.is_empty() { 0 } else { rest.parse().ok()? };
    match rest.len() {
        0 => whole.checked_mul(100),
        1 => Some(whole * 100 + part * 10),
        2 => Some(whole * 100 + part),
        // "1.800".
        _ => (whole * 1_000 + part).checked_mul(100),
    }
}

/// The upper end of "1800 à 2200 €".
fn other_end(reading: &Reading, at: usize) -> Option<Amount> {
    let token = reading.left.get(at)?;
    if reading.is_hyphened(at) {
        return amount(reading, at);
    }
    let joins = reading.has(at, TO) || token.is_sign('-') || token.is_sign('/');
    amount(reading, at + 1).filter(|_| joins)
}

fn period(reading: &Reading, at: usize) -> Option<&'static str> {
    let roles = reading.roles(at);
    [(HOURLY, "par heure"), (DAILY, "par jour"), (MONTHLY, "par mois"), (YEARLY, "par an")]
        .into_iter()
        .find_map(|(role, period)| (roles & role != 0).then_some(period))
}

/// "net par mois", "/h", "brut annuel"; `None` for pay by the week.
fn behind(reading: &Reading, from: usize) -> Option<Behind> {
    let mut behind = Behind { to: from, ..Behind::default() };
    let period = |at: usize| period(reading, at);
    loop {
        let at = behind.to;
        if reading.has(at, NET | GROSS) && behind.net.is_none() {
            behind.net = Some(reading.has(at, NET));
            behind.to += 1;
            continue;
        }
        if reading.has(at, LEAST) || reading.left.get(at).is_some_and(|token| token.is_sign('+')) {
            behind.least = true;
            behind.to += 1;
            continue;
        }
        if reading.has(at, MOST) {
            behind.most = true;
            return Some(behind);
        }
        // "de l'heure", "/mois", "mensuel".
        let unit = (at..at + 3).find(|at| !reading.has(*at, PER) || period(*at).is_some());
        match unit.filter(|_| behind.period.is_none()).and_then(|unit| Some((unit, period(unit)?))) {
            Some((unit, period)) if unit > at || reading.is_edge(unit) || behind.to > from => {
                behind.period = Some(period);
                behind.to = unit + 1;
            }
            _ => {
                let week = unit.is_some_and(|unit| reading.has(unit, WEEK) && unit > at);
                return (!week && reading.is_edge(behind.to)).then_some(behind);
            }
        }
    }
}
