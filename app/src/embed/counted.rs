//! What came of a board, in words: weeks, events, sites, and numbers of which the small ones stay hidden; the same as CSV.

use crate::i18n::pages::PageTexts;
use crate::i18n::{Lang, Texts, format};
use domain::partner::{Counted, Host, MIN_SHOWN, PartnerEvent, Shown, weeks};
use domain::time::Day;

/// A number as it is said; `None` is « not counted yet ».
pub(super) fn number(lang: Lang, shown: Shown) -> String {
    let p = PageTexts::of(lang);
    match shown {
        Shown::Exactly(count) => format::number(lang, count),
        Shown::Few => p.follow_few(&MIN_SHOWN.to_string()),
        Shown::AtLeast(least) => p.follow_least(&format::number(lang, least)),
    }
}

/// An event in words.
pub(super) fn event(p: PageTexts, event: PartnerEvent) -> &'static str {
    p.one("event.", event.code())
}

/// A site in words.
pub(super) fn host(p: PageTexts, host: &Host) -> String {
    match host {
        Host::Site(origin) => origin.to_string(),
        other => p.one("host.", other.code()).to_owned(),
    }
}

/// A week in words.
pub(super) fn week(t: Texts, p: PageTexts, monday: Day) -> String {
    let (_, number) = monday.iso_week();
    p.follow_week(&format::day(t, monday), &number.to_string(), &format::day(t, monday.plus(6)))
}

/// What was counted, as a table for spreadsheets: the oldest week first, a line for each event and site. Small numbers
/// are hidden in it as they are on the page.
#[must_use]
pub fn csv(lang: Lang, counted: &[Counted]) -> String {
    let p = PageTexts::of(lang);
    // Spreadsheets take a file for UTF-8 when it begins so.
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &[&str]| {
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    };
    line(&p.follow_columns().collect::<Vec<_>>());
    for week in weeks(counted).iter().rev() {
        let (year, iso) = week.monday.iso_week();
        let (name, from, to) = (format!("{year}-W{iso:02}"), week.monday.to_string(), week.monday.plus(6).to_string());
        for (event, hosts) in &week.events {
            for (host, count) in hosts {
                // A bare number: a spreadsheet adds it up.
                let count = match Shown::of(*count) {
                    Shown::Exactly(count) => count.to_string(),
                    hidden => number(lang, hidden),
                };
                line(&[&name, &from, &to, self::event(p, *event), &self::host(p, host), &count]);
            }
        }
    }
    for event in PartnerEvent::ALL.iter().filter(|event| !event.is_counted()) {
        line(&["", "", "", self::event(p, *event), "", p.follow_not_yet()]);
    }
    out
}

/// The same for a terminal, the newest week first.
#[must_use]
pub fn lines(counted: &[Counted]) -> String {
    let (lang, p) = (Lang::Fr, PageTexts::of(Lang::Fr));
    let mut out = String::new();
    let mut line = |words: &str| {
        out.push_str(words);
        out.push('\n');
    };
    let weeks = weeks(counted);
    if weeks.is_empty() {
        line(p.follow_none());
    }
    for one in weeks {
        line(&week(Texts::of(lang), p, one.monday));
        for (event, hosts) in &one.events {
            line(&format!("  {}: {}", self::event(p, *event), number(lang, Shown::sum(hosts.values().copied()))));
            for (host, count) in hosts.iter().filter(|_| hosts.len() > 1) {
                line(&format!("    {} {}", number(lang, Shown::of(*count)), self::host(p, host)));
            }
        }
    }
    for event in PartnerEvent::ALL.iter().filter(|event| !event.is_counted()) {
        line(&format!("{}: {}", self::event(p, *event), p.follow_not_yet()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_and_host_has_words() {
        for lang in Lang::ALL {
            let p = PageTexts::of(*lang);
            assert!(PartnerEvent::ALL.iter().all(|own| !event(p, *own).is_empty()));
            assert!([Host::Here, Host::Other, Host::Direct].iter().all(|own| !host(p, own).is_empty()));
        }
    }

    #[test]
    fn a_week_is_said_with_its_days() {
        let words = week(Texts::of(Lang::Fr), PageTexts::of(Lang::Fr), Day::parse("2026-11-23").unwrap());
        assert_eq!(words, "Semaine 48, du 23 novembre 2026 au 29 novembre 2026");
    }

    #[test]
    fn small_numbers_are_hidden_in_the_file() {
        let week = Day::parse("2026-11-23").unwrap();
        let row = |event, host, count| Counted { week, event, host, count };
        let file =
            csv(Lang::Fr, &[row(PartnerEvent::View, Host::Direct, 1_204), row(PartnerEvent::Start, Host::Here, 3)]);
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines[0], "\u{feff}semaine;du;au;événement;site;nombre");
        assert_eq!(lines[1], "2026-W48;2026-11-23;2026-11-29;Liste vue;sans site (lien direct, affiche, message);1204");
        assert!(lines[2].ends_with(";moins de 5") && !lines[2].contains(";3"), "{}", lines[2]);
        assert_eq!(
            lines[3..],
            [
                ";;;Candidature envoyée;;pas encore compté",
                ";;;Réponse reçue;;pas encore compté",
                ";;;Embauche;;pas encore compté",
            ]
        );
    }
}
