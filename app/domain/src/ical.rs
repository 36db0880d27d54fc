//! Calendar files (RFC 5545): lines folded, texts escaped, all-day events.

use crate::time::{Day, Timestamp};

/// Octets of a line, at most (RFC 5545, 3.1).
const LINE: usize = 75;

/// An event of whole days.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// What never changes, here: the same event keeps it for ever.
    pub uid: &'a str,
    /// When it was last changed.
    pub stamp: Timestamp,
    /// First day, and the day after the last one.
    pub days: (Day, Day),
    /// In a few words.
    pub title: &'a str,
    /// Where; nothing when it is empty.
    pub place: &'a str,
    /// More of it; nothing when it is empty.
    pub what: &'a str,
    /// Its page; nothing when it is empty.
    pub page: &'a str,
}

/// A calendar that is being written.
#[derive(Clone, Debug)]
pub struct Calendar(String);

impl Calendar {
    /// A calendar of a product: `Parcours`.
    #[must_use]
    pub fn new(product: &str) -> Self {
        let mut out = Self(String::new());
        out.line("BEGIN:VCALENDAR");
        out.line("VERSION:2.0");
        out.line(&format!("PRODID:-//Passerelle//{product}//FR"));
        out.line("CALSCALE:GREGORIAN");
        out
    }

    /// A property of the calendar with a text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escaped(text)));
    }

    /// A property of the calendar whose value is no text.
    pub fn property(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// Adds an event.
    pub fn event(&mut self, event: &Event<'_>) {
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}@passerelle", event.uid));
        let stamp: String = event.stamp.to_rfc3339().chars().filter(|c| !matches!(c, '-' | ':')).collect();
        self.line(&format!("DTSTAMP:{stamp}"));
        self.line(&format!("DTSTART;VALUE=DATE:{}", date(event.days.0)));
        self.line(&format!("DTEND;VALUE=DATE:{}", date(event.days.1)));
        self.text("SUMMARY", event.title);
        if !event.place.is_empty() {
            self.text("LOCATION", event.place);
        }
        if !event.what.is_empty() {
            self.text("DESCRIPTION", event.what);
        }
        if !event.page.is_empty() {
            self.line(&format!("URL:{}", event.page));
        }
        // It takes nobody's time.
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    /// The whole file.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        self.line("END:VCALENDAR");
        self.0.into_bytes()
    }

    /// A line, folded where it is too long, never inside a character.
    fn line(&mut self, line: &str) {
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
}

/// `20270301`.
fn date(day: Day) -> String {
    let (year, month, number) = day.ymd();
    format!("{year:04}{month:02}{number:02}")
}

/// RFC 5545, 3.3.11. Control characters have no place in a text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event<'a>(title: &'a str, place: &'a str, what: &'a str) -> Event<'a> {
        Event { uid: "x", stamp: Timestamp(0), days: (Day(20_701), Day(20_703)), title, place, what, page: "" }
    }

    #[test]
    fn lines_are_folded_and_texts_escaped() {
        let mut own = Calendar::new("Parcours");
        let title = "é".repeat(60);
        own.event(&event(&title, "Lens, Liévin; a\\b", "un\r\ndeux"));
        let text = String::from_utf8(own.finish()).unwrap();
        assert!(text.contains("LOCATION:Lens\\, Liévin\\; a\\\\b\r\n") && text.contains("DESCRIPTION:un\\ndeux\r\n"));
        assert!(text.contains("DTSTART;VALUE=DATE:20260905\r\n") && text.contains("DTEND;VALUE=DATE:20260907"));
        assert!(text.contains("DTSTAMP:19700101T000000Z\r\n"), "{text}");
        assert_eq!(text.replace("\r\n ", "").matches(&title).count(), 1);
    }

    proptest! {
        #[test]
        fn no_text_makes_a_line_of_its_own(title in "(\\PC|\\p{Cc}){0,200}") {
            let mut own = Calendar::new("x");
            own.event(&event(&title, "", &title));
            let text = String::from_utf8(own.finish()).unwrap();
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LINE));
            let whole = text.replace("\r\n ", "");
            prop_assert_eq!(whole.matches("\r\n").count(), whole.matches('\n').count());
            prop_assert_eq!(whole.lines().filter(|line| line.starts_with("BEGIN:")).count(), 2);
        }
    }
}
