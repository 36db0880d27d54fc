//! The one form in which opening hours are written, for people and for the database.

use super::{DAY_NAMES, MAX_DAYS};
use crate::opening::{Opening, Spans};
use crate::time::Day;
use core::fmt;

impl Opening {
    /// The hours of a usual week, as people write them: `lun-ven 9h-12h 14h-17h30; sam 9h-12h`.
    #[must_use]
    pub fn every_week(&self) -> String {
        Self { week: self.week.clone(), ..Self::default() }.to_string()
    }
}

impl fmt::Display for Opening {
    /// `lun-ven 9h-12h 14h-17h30; sam 9h-12h; fériés fermé; 2026-12-24 au 2026-12-26 fermé`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rules = Vec::new();
        let days: Vec<(u8, &Spans)> = (0..7u8).zip(&self.week).filter(|(_, spans)| !spans.is_closed()).collect();
        for (first, last, spans) in runs(days, |_, last, next| last + 1 == next) {
            let name = |day: u8| DAY_NAMES[usize::from(day)];
            let days = if first == last { name(first).to_owned() } else { format!("{}-{}", name(first), name(last)) };
            rules.push(format!("{days} {spans}"));
        }
        if !self.holidays.is_closed() {
            rules.push(format!("fériés {}", self.holidays));
        }
        let days = self.exceptions.iter().map(|(day, spans)| (*day, spans)).collect();
        let joins = |first: Day, last: Day, next: Day| last.plus(1) == next && next.0 - first.0 < MAX_DAYS;
        for (first, last, spans) in runs(days, joins) {
            let days = if first == last { first.to_string() } else { format!("{first} au {last}") };
            rules.push(format!("{days} {spans}"));
        }
        f.write_str(&rules.join("; "))
    }
}

/// Neighbours with the same hours, as one: `joins(first, last, next)` says whether the next one follows.
fn runs<K: Copy>(days: Vec<(K, &Spans)>, joins: impl Fn(K, K, K) -> bool) -> Vec<(K, K, &Spans)> {
    let mut out: Vec<(K, K, &Spans)> = Vec::new();
    for (day, spans) in days {
        match out.last_mut() {
            Some((first, last, same)) if *same == spans && joins(*first, *last, day) => *last = day,
            _ => out.push((day, day, spans)),
        }
    }
    out
}

impl fmt::Display for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_closed() {
            return f.write_str("fermé");
        }
        let clock = |minutes: u16| match minutes % 60 {
            0 => format!("{}h", minutes / 60),
            rest => format!("{}h{rest:02}", minutes / 60),
        };
        let spans: Vec<String> =
            self.as_slice().iter().map(|s| format!("{}-{}", clock(s.from()), clock(s.to()))).collect();
        f.write_str(&spans.join(" "))
    }
}
