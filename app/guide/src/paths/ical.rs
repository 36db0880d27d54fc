//! The dates of a path as a calendar file (RFC 5545): an all-day event for each step and for the first working day.

use super::state::State;
use super::step::Drawn;
use super::{job, words};
use crate::form::Form;
use crate::skills::Seen;
use crate::world::World;
use domain::time::Day;

/// Octets of a line, at most (RFC 5545, 3.1).
const LINE: usize = 75;

/// The file of the path that is open in a form; empty when there is none.
#[must_use]
pub fn calendar(world: World<'_>, form: &Form) -> Vec<u8> {
    let state = State::read(form);
    let seen = Seen::new(world, &state.said);
    let who = state.who(&seen);
    let (Some(here), Some(key)) = (state.here(world), &state.one) else { return Vec::new() };
    let Some(path) = key.path(here, &who) else { return Vec::new() };
    let mut out = Lines::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Passerelle//Parcours//FR", "CALSCALE:GREGORIAN"] {
        out.put(line);
    }
    let stamp = world.today;
    for own in path.steps.iter().filter_map(|one| Drawn::of(world.t, here.steps, who.looking.from, *one)) {
        let phone = own.step.phone.as_deref().map(i18n::format::phone).unwrap_or_default();
        let what = [own.step.body.as_str(), own.long().as_str(), own.cost().as_str(), phone.as_str()].join("\n");
        let uid = format!("{}-{}", own.step.number, own.one.begin.0);
        out.event(stamp, &uid, (own.one.begin, own.one.after), &own.step.title, &own.place(), &what);
    }
    let label = world.rome.label(path.trade);
    let what = format!("{label}\n{}", job::said(world, here, &path).0);
    let title = world.t.paths_day(&words::day(world.t, path.day));
    out.event(stamp, &format!("{}-{}", key.trade, path.day.0), (path.day, path.day.plus(1)), &title, "", &what);
    out.put("END:VCALENDAR");
    out.0.into_bytes()
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line, folded where it is too long.
    fn put(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn event(&mut self, stamp: Day, uid: &str, (first, after): (Day, Day), title: &str, place: &str, what: &str) {
        self.put("BEGIN:VEVENT");
        self.put(&format!("UID:{uid}@passerelle"));
        self.put(&format!("DTSTAMP:{}T000000Z", date(stamp)));
        self.put(&format!("DTSTART;VALUE=DATE:{}", date(first)));
        self.put(&format!("DTEND;VALUE=DATE:{}", date(after)));
        self.put(&format!("SUMMARY:{}", escaped(title)));
        if !place.is_empty() {
            self.put(&format!("LOCATION:{}", escaped(place)));
        }
        self.put(&format!("DESCRIPTION:{}", escaped(what)));
        self.put("END:VEVENT");
    }
}

/// `20270301`.
fn date(day: Day) -> String {
    let (year, month, number) = day.ymd();
    format!("{year:04}{month:02}{number:02}")
}

/// RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n").replace('\r', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_and_texts_escaped() {
        let mut own = Lines::default();
        own.event(Day(20_700), "x", (Day(20_701), Day(20_703)), &"é".repeat(60), "Lens, Liévin; a\\b", "un\ndeux");
        assert!(own.0.split("\r\n").all(|line| line.len() <= LINE));
        assert!(own.0.contains("LOCATION:Lens\\, Liévin\\; a\\\\b\r\n") && own.0.contains("DESCRIPTION:un\\ndeux\r\n"));
        assert!(own.0.contains("DTSTART;VALUE=DATE:20260905\r\n") && own.0.contains("DTEND;VALUE=DATE:20260907"));
        assert_eq!(own.0.replace("\r\n ", "").matches(&"é".repeat(60)).count(), 1);
    }
}
